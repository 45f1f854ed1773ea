"""What an export loses, told before anything is written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from kpstudio.core.errors import Cancelled
from kpstudio.core.labelset import FaceState
from kpstudio.io.losses import losses_before
from kpstudio.io.registry import formats
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
    assert "other details from the COCO" in told
    assert "(area, iscrowd, licence; 2 faces)" in told
    assert "CSV table labels (called; 1 face)" not in told


@pytest.mark.parametrize("form", [form.name for form in formats()])
def test_going_through_the_faces_can_be_stopped_at_every_look(tmp_path: Path, form: str) -> None:
    faces = [replace(face(f"{k}.png", points(3)), state=FaceState.CHECKED) for k in range(120)]
    labels = label_set(tmp_path, faces)
    told: list[tuple[int, int]] = []

    def go_on(done: int, total: int) -> bool:
        told.append((done, total))
        return True

    whole = losses_before(labels, faces, form, look=False, progress=go_on)
    assert whole == losses_before(labels, faces, form, look=False)
    assert told
    assert all(0 <= done < total for done, total in told)
    for calls in range(len(told)):
        left = iter([True] * calls)
        with pytest.raises(Cancelled):
            losses_before(labels, faces, form, False, lambda *_: next(left, False))  # noqa: B023


@pytest.mark.parametrize("form", [form.name for form in formats()])
def test_no_picture_is_opened_where_that_would_take_long(tmp_path: Path, form: str) -> None:
    one = face("a.png", points(3))
    labels = label_set(tmp_path, [one])
    (tmp_path / "a.png").unlink(missing_ok=True)
    told = " ".join(losses_before(labels, [one], form, look=False))
    assert "cannot be read" not in told
