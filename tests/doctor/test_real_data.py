"""What the doctor says of real sets; left out where they are not there."""

from __future__ import annotations

import pytest

from kpstudio.doctor.diagnose import Depth
from kpstudio.io.choosing import LabelChoice
from kpstudio.io.opening import open_path
from tests.doctor.help import found_in, repair


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("imm", ()),
        ("lfpw", ("pts",)),
        ("frl", ("csv",)),
        ("mouse", ()),
        ("dlib-faces", ("testing_with_face_landmarks.xml", "training_with_face_landmarks.xml")),
    ],
)
def test_by_their_numbers_real_sets_are_clean(shared_data, name, labels) -> None:
    choice = LabelChoice(labels) if labels else None
    opened = open_path(shared_data(name), choice=choice)
    assert found_in(opened.labels, Depth.NUMBERS) == {}


def test_wings_whose_table_counts_y_upwards_are_found_by_their_pictures(shared_data) -> None:
    labels = open_path(shared_data("wings"), choice=LabelChoice(("csv",))).labels
    found = found_in(labels)
    assert list(found) == ["y-up"]
    repair(labels, found["y-up"])
    assert found_in(labels) == {}


def test_labels_that_count_from_the_corner_of_pixels_are_half_a_pixel_off(shared_data) -> None:
    labels = open_path(shared_data("frl"), choice=LabelChoice(("csv",))).labels
    found = found_in(labels)
    assert list(found) == ["half-pixel"]
    assert found["half-pixel"].figures["shift px"] == pytest.approx(0.5, abs=0.05)


def test_a_mouse_with_missing_points_is_no_fault(shared_data) -> None:
    assert found_in(open_path(shared_data("mouse")).labels) == {}
