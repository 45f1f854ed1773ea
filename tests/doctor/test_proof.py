from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageColor

from kpstudio.core.errors import InputError
from kpstudio.core.labelset import LabelSet
from kpstudio.doctor.diagnose import Depth
from kpstudio.doctor.proof import INKS, SIDE, Inks, _view, proof, write_proofs
from tests.doctor.help import found_in, with_points
from tests.small_faces import HEIGHT, WIDTH

BEFORE, AFTER, BETWEEN = map(ImageColor.getrgb, INKS)


def centre_of(picture: np.ndarray, colour: tuple[int, int, int]) -> np.ndarray:
    rows, columns = np.nonzero((picture == colour).all(axis=2))
    return np.array([columns.mean(), rows.mean()])


def only(xy: np.ndarray, points: list[int]) -> np.ndarray:
    """Return the points with all others missing."""
    some = np.full_like(xy, np.nan)
    some[points] = xy[points]
    return some


def test_points_are_drawn_where_they_are_and_where_they_would_be(clean: LabelSet) -> None:
    single = with_points(clean, lambda _, xy: only(xy, [0, 6, 12]))
    turned = with_points(single, lambda _, xy: np.stack([xy[:, 0], HEIGHT - 1 - xy[:, 1]], 1))
    whole = with_points(clean, lambda _, xy: np.stack([xy[:, 0], HEIGHT - 1 - xy[:, 1]], 1))
    finding = found_in(whole)["y-up"]
    face = next(iter(turned))
    picture = proof(turned, finding, face)
    assert picture.shape == (round(SIDE * HEIGHT / WIDTH), SIDE, 3)
    scale = SIDE / WIDTH
    now = (np.nanmean(face.landmarks.xy_image, axis=0) + 0.5) * scale - 0.5
    then = (np.nanmean(single[face.id].landmarks.xy_image, axis=0) + 0.5) * scale - 0.5
    assert centre_of(picture, BEFORE) == pytest.approx(now, abs=1.0)
    assert centre_of(picture, AFTER) == pytest.approx(then, abs=1.0)
    assert not (picture == BETWEEN).all(axis=2).any()


def test_lines_show_which_number_goes_where(clean: LabelSet) -> None:
    mirror = np.array(clean.scheme.mirror)
    planted = with_points(clean, lambda _, xy: xy[mirror])
    picture = proof(planted, found_in(planted)["left-right"], next(iter(planted)))
    assert (picture == BETWEEN).all(axis=2).sum() > 100


@pytest.mark.parametrize("name", ["left-right", "half-pixel"])
def test_a_larger_proof_shows_the_same_only_finer(clean: LabelSet, name: str) -> None:
    mirror = np.array(clean.scheme.mirror)
    changes = {
        "left-right": lambda _, xy: xy[mirror],
        "half-pixel": lambda _, xy: np.rint(xy) + 0.5,
    }
    planted = with_points(clean, changes[name])
    finding = found_in(planted, Depth.NUMBERS)[name]
    usual = proof(planted, finding, next(iter(planted)))
    finer = proof(planted, finding, next(iter(planted)), 2 * SIDE)
    assert finer.shape == (2 * usual.shape[0], 2 * usual.shape[1], 3)
    shrunken = np.array(Image.fromarray(finer).reduce(2), dtype=float)
    assert np.abs(shrunken - usual).mean() < 12.0


def test_red_is_seen_around_green_where_points_only_change_their_numbers(clean: LabelSet) -> None:
    mirror = np.array(clean.scheme.mirror)
    planted = with_points(clean, lambda _, xy: xy[mirror])
    picture = proof(planted, found_in(planted)["left-right"], next(iter(planted)))
    for colour in (BEFORE, AFTER):
        assert (picture == colour).all(axis=2).sum() > 3 * len(mirror)


@pytest.mark.parametrize(("share", "cut"), [(0.3, True), (0.5, True), (0.8, False)])
def test_faces_are_cut_out_alike_unless_they_fill_the_picture(share: float, cut: bool) -> None:
    corners = np.array([[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0]])
    middle = np.array([320.0, 240.0])
    xy = middle + (corners - 0.5) * share * 480.0
    view = _view(np.zeros((480, 640, 3), np.uint8), [xy])
    assert (view.width < 640) == cut
    assert xy.min(axis=0).tolist() >= [view.left, view.top]


def test_half_a_pixel_is_shown_large(clean: LabelSet) -> None:
    planted = with_points(clean, lambda _, xy: np.rint(xy) + 0.5)
    finding = found_in(planted, Depth.NUMBERS)["half-pixel"]
    eye = with_points(planted, lambda _, xy: only(xy, [13]))
    picture = proof(eye, finding, next(iter(eye)))
    assert picture.shape == (SIDE, SIDE, 3)
    apart = centre_of(picture, BEFORE) - centre_of(picture, AFTER)
    assert apart == pytest.approx([8.0, 8.0], abs=2.0)


def test_a_sheet_is_written_for_each_finding(clean: LabelSet, tmp_path: Path) -> None:
    planted = with_points(clean, lambda _, xy: xy + 2)
    findings = found_in(planted).values()
    (path,) = write_proofs(planted, findings, tmp_path / "new" / "proof")
    with Image.open(path) as sheet:
        assert sheet.size == (4 * (SIDE + 6) + 6, 3 * (SIDE + 6) + 6)
    (tmp_path / "taken").write_text("")
    with pytest.raises(InputError, match="cannot be written"):
        write_proofs(planted, findings, tmp_path / "taken")


def test_a_proof_is_drawn_in_the_colours_asked_for(clean: LabelSet) -> None:
    mirror = np.array(clean.scheme.mirror)
    planted = with_points(clean, lambda _, xy: xy[mirror])
    finding, face = found_in(planted)["left-right"], next(iter(planted))
    blue = Inks("#ff9e1b", "#56b4e9", "#f4f4f4")
    picture = proof(planted, finding, face, inks=blue)
    for ink, usual in zip(blue, INKS, strict=True):
        assert (picture == ImageColor.getrgb(ink)).all(axis=2).any()
        assert not (picture == ImageColor.getrgb(usual)).all(axis=2).any()
