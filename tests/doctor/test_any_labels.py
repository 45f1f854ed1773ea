"""Whatever the labels are, the doctor says something sensible and never breaks off."""

from __future__ import annotations

import warnings
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from PIL import Image

from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face, FaceState, LabelSet, face_id
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.schema import generic_scheme, scheme_for_count
from kpstudio.doctor.diagnose import Depth, diagnose
from kpstudio.doctor.material import Material

VALUES = st.one_of(
    st.floats(-500, 500), st.just(float("nan")), st.integers(-2, 130), st.floats(-1e6, 1e6)
)


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("any")
    random = np.random.default_rng(0)
    for k in range(6):
        size = ((90, 120, 3), (40, 40, 3), (1, 1, 3))[k % 3]
        Image.fromarray(random.integers(0, 255, size, dtype=np.uint8)).save(folder / f"{k}.png")
    (folder / "5.png").write_bytes(b"broken")
    return folder


@st.composite
def label_sets(draw, root: Path) -> LabelSet:
    count = draw(st.sampled_from([1, 2, 3, 5, 58]))
    scheme = draw(st.sampled_from([generic_scheme(count), scheme_for_count(count)]))
    faces = []
    for n in range(draw(st.integers(0, 16))):
        xy = draw(arrays(np.float64, (count, 2), elements=VALUES, fill=VALUES))
        box = draw(st.none() | st.just(Box(5, 5, 30, 40)) | st.just(Box(3, 3, 3, 3)))
        picture = f"{draw(st.integers(0, 6))}.png"  # the last one is not there
        points = Landmarks.of(xy)
        faces.append(Face(face_id(picture, n), picture, points, box, FaceState.LABELLED))
    return LabelSet(root, scheme, faces)


@pytest.mark.parametrize("depth", Depth)
@settings(max_examples=60)
@given(data=st.data())
def test_any_labels_are_examined_and_every_repair_can_be_made(
    pictures: Path, depth: Depth, data: st.DataObject
) -> None:
    labels = data.draw(label_sets(pictures))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        findings = diagnose(Material(labels), depth)
    assert len({finding.key for finding in findings}) == len(findings)
    for finding in findings:
        assert all(face_id in labels for face_id in (*finding.faces, *finding.shown))
        assert finding.sentence.endswith(".")
        assert finding.remedy.endswith(".")
        if finding.repair is not None:
            edit = finding.repair.edit([labels[i] for i in finding.faces])
            undone = edit.apply(labels)
            undone.apply(labels)
