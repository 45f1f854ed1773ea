from __future__ import annotations

import numpy as np
import pytest

from kpstudio.core.labelset import LabelSet
from kpstudio.doctor.check_shift import _by_content
from kpstudio.doctor.material import Material
from kpstudio.doctor.reference import reference_of
from kpstudio.doctor.symmetry import FEWEST, Shift, measure_shift
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
def test_a_shift_is_a_note_of_what_was_measured(clean: LabelSet, by: float, key: str) -> None:
    planted = with_points(clean, lambda _, xy: xy + by)
    found = found_in(planted)
    assert list(found) == [key]
    assert not found[key].open
    assert f"Judging by the symmetry of {len(clean)} faces" in found[key].sentence
    assert ("too far right" if by > 0 else "too far left") in found[key].sentence
    assert "it may also be the annotators' habit" in found[key].sentence


def shift(pixels: float, **others: float) -> Shift:
    return Shift(pixels, **{"error": 0.02, "faces": 100, "alike": 0.8, "scatter": 0.2, **others})


@pytest.mark.parametrize("known", [0.5, -0.5, 1.0, -1.0])
def test_a_known_convention_of_all_faces_can_be_put_right(clean: LabelSet, known: float) -> None:
    planted = with_points(clean, lambda _, xy: xy + known)
    finding = _by_content(Material(planted), shift(known * 1.03))
    assert "up and down is assumed to be the same" in finding.remedy
    repair(planted, finding)
    for face in planted:
        assert np.array_equal(face.landmarks.xy_image, clean[face.id].landmarks.xy_image)


@pytest.mark.parametrize(
    ("measured", "says"),
    [
        (shift(0.81), "neither 0.5 nor 1 px"),
        (shift(1.3), "neither 0.5 nor 1 px"),
        (shift(2.0), "neither 0.5 nor 1 px"),
        (shift(1.0, scatter=0.8), "faces scatter by 0.8 px"),
        (shift(0.5, apart=0.08), "8% of the faces differ from the others"),
    ],
)
def test_what_is_no_convention_of_all_faces_moves_nothing(
    clean: LabelSet, measured: Shift, says: str
) -> None:
    finding = _by_content(Material(clean), measured)
    assert finding.repair is None
    assert says in finding.remedy
    assert finding.open == (measured.pixels >= 1.5)


@pytest.mark.parametrize("by", [-1.0, -20.0])
@pytest.mark.parametrize("share", [5, 3, 2])
def test_a_shift_of_some_faces_moves_no_other(clean: LabelSet, by: float, share: int) -> None:
    wrong = [face.id for face in clean][::share]
    found = found_in(with_points(clean, lambda _, xy: xy + by, wrong))
    for finding in found.values():
        assert finding.repair is None or set(finding.faces) <= set(wrong)


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
