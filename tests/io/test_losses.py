"""What an export loses, told before anything is written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np

from kpstudio.io.losses import losses_before
from tests.io.helpers import face, label_set, points


def test_where_nothing_can_be_kept_that_is_all_there_is_to_tell(tmp_path: Path) -> None:
    nothing = face("a.png", np.full((3, 2), np.nan))
    labels = label_set(tmp_path, [nothing])
    (told,) = losses_before(labels, [nothing], "pts")
    assert "1 face" in told


def test_details_of_other_formats_are_named_as_in_their_files(tmp_path: Path) -> None:
    of_coco = {"annotation": {"area": 3, "iscrowd": 0}, "at": [1], "licence": "CC BY"}
    faces = [
        replace(face("a.png", points(3)), extras={"coco": of_coco}),
        replace(face("b.png", points(3)), extras={"coco": ["odd"], "csv": {"called": {}}}),
    ]
    labels = label_set(tmp_path, faces)
    told = " ".join(losses_before(labels, faces, "pts"))
    assert "other details that the COCO" in told
    assert "(area, iscrowd, licence; 2 faces)" in told
    assert "CSV table labels gave (called; 1 face)" not in told
