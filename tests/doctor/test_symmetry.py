from __future__ import annotations

import numpy as np
import pytest

from kpstudio.core.labelset import LabelSet
from kpstudio.doctor.material import Material
from kpstudio.doctor.reference import reference_of
from kpstudio.doctor.symmetry import FEWEST, measure_shift
from tests.doctor.help import found_in, repair, with_points


def measured(labels: LabelSet):
    material = Material(labels)
    reference = reference_of(material)
    return measure_shift(material, reference.mirror, reference.own)


@pytest.mark.parametrize("by", [0.0, 0.5, -0.5, 1.0, -1.0, 2.0])
def test_a_shift_is_measured_in_pixels(clean: LabelSet, by: float) -> None:
    shift = measured(with_points(clean, lambda _, xy: xy + by))
    assert shift.pixels == pytest.approx(by, abs=0.12)
    assert shift.faces == len(clean)


@pytest.mark.parametrize(
    ("by", "key"), [(0.5, "half-pixel"), (-0.5, "half-pixel"), (1, "one-pixel"), (-1, "one-pixel")]
)
def test_a_shift_is_a_note_that_puts_it_right(clean: LabelSet, by: float, key: str) -> None:
    planted = with_points(clean, lambda _, xy: xy + by)
    found = found_in(planted)
    assert list(found) == [key]
    assert not found[key].open
    repair(planted, found[key])
    for face in planted:
        assert np.array_equal(face.landmarks.xy_image, clean[face.id].landmarks.xy_image)


def test_more_than_one_pixel_is_more_than_a_note(clean: LabelSet) -> None:
    found = found_in(with_points(clean, lambda _, xy: xy + 2))
    assert list(found) == ["one-pixel"]
    assert found["one-pixel"].open


def test_few_faces_tell_nothing(clean: LabelSet) -> None:
    few = LabelSet(clean.root, clean.scheme, list(clean)[: FEWEST - 1])
    assert measured(few) is None


def test_a_scheme_without_pairs_tells_nothing(clean: LabelSet) -> None:
    material = Material(clean)
    alone = np.arange(clean.scheme.count)
    assert measure_shift(material, alone, reference_of(material).own) is None
