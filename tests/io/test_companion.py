"""What points are that the label files only number."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from kpstudio.core.landmarks import FloatArray
from kpstudio.core.schema import generic_scheme, scheme_named
from kpstudio.core.scheme_map import scheme_map
from kpstudio.core.shapemodel import shipped_shape_model
from kpstudio.io.companion import scheme_beside
from kpstudio.io.opening import open_path


def mean_face() -> FloatArray:
    model = shipped_shape_model("ibug68")
    assert model is not None
    return model.mean * 30 + (60, 50)


def five_points() -> FloatArray:
    to_five = scheme_map(scheme_named("ibug68"), scheme_named("five5"))
    assert to_five is not None
    return to_five.points(mean_face())


def write_table(
    folder: Path, xy: FloatArray, count: int, names: tuple[str, ...] = (), shake: float = 0.5
) -> Path:
    """Write ``count`` pictures and a table of their points, shaken a little."""
    rng = np.random.default_rng(2)
    titles = names or tuple(str(k) for k in range(len(xy)))
    header = [f"{name}_{axis}" if names else f"{axis}{name}" for name in titles for axis in "xy"]
    with (folder / "labels.csv").open("w", newline="") as file:
        table = csv.writer(file)
        table.writerow(["image", *header])
        for number in range(count):
            Image.new("L", (120, 100), 90).save(folder / f"{number}.png")
            shaken = xy + rng.normal(0, shake, xy.shape)
            table.writerow([f"{number}.png", *(f"{v:.2f}" for v in shaken.ravel())])
    return folder


def test_five_points_of_a_face_are_known_by_their_shape(tmp_path: Path) -> None:
    opened = open_path(write_table(tmp_path, five_points(), 3))
    assert opened.labels.scheme == scheme_named("five5")
    assert opened.problems == ()


@pytest.mark.parametrize("order", [(4, 3, 2, 1, 0), (1, 0, 2, 3, 4)])
def test_five_points_in_another_order_are_not_dressed_as_a_face(
    tmp_path: Path, order: tuple[int, ...]
) -> None:
    opened = open_path(write_table(tmp_path, five_points()[list(order)], 3))
    assert opened.labels.scheme == generic_scheme(5)


def test_five_named_points_keep_their_names_however_they_lie(tmp_path: Path) -> None:
    names = ("a", "b", "c", "d", "e")
    opened = open_path(write_table(tmp_path, five_points(), 3, names))
    assert opened.labels.scheme.points == names


def test_a_table_beside_the_labels_names_their_points(tmp_path: Path) -> None:
    (tmp_path / "points.csv").write_text("name,mirror\nfoot,1\nhand,0\nhead,2\nhip,3\nknee,4\n")
    opened = open_path(write_table(tmp_path, five_points(), 3))
    assert opened.labels.scheme.points == ("foot", "hand", "head", "hip", "knee")
    assert opened.labels.scheme.mirror == (1, 0, 2, 3, 4)


def jaw_and_eyes() -> tuple[FloatArray, tuple[int, ...]]:
    """Points of a face that make no known scheme, and their pairs."""
    chosen = [*range(17), *range(36, 48)]
    mirror = scheme_named("ibug68").mirror
    return mean_face()[chosen], tuple(chosen.index(mirror[k]) for k in chosen)


def test_the_pairs_of_a_symmetric_shape_are_derived_and_told(tmp_path: Path) -> None:
    xy, pairs = jaw_and_eyes()
    opened = open_path(write_table(tmp_path, xy, 12))
    assert opened.labels.scheme.mirror == pairs
    (told,) = opened.problems
    assert told.where == "points29"
    assert told.message.startswith("14 mirror pairs were derived from the mean shape of")


def test_the_pairs_that_names_tell_are_told_as_such(tmp_path: Path) -> None:
    names = ("left eye", "right eye", "nose", "left mouth", "right mouth")
    opened = open_path(write_table(tmp_path, five_points(), 12, names))
    assert opened.labels.scheme.mirror == (1, 0, 2, 4, 3)
    (told,) = opened.problems
    assert told.message.startswith("2 mirror pairs were derived from the names of")


def test_a_few_faces_tell_no_pairs(tmp_path: Path) -> None:
    opened = open_path(write_table(tmp_path, jaw_and_eyes()[0], 3))
    assert not opened.labels.scheme.paired
    assert opened.problems == ()


def test_points_without_symmetry_stay_unpaired(tmp_path: Path) -> None:
    wing = np.random.default_rng(8).uniform(10, 90, (12, 2))
    opened = open_path(write_table(tmp_path, wing, 20))
    assert opened.labels.scheme == generic_scheme(12)
    assert opened.problems == ()


def test_a_table_with_an_endless_cell_names_nothing(tmp_path: Path) -> None:
    path = tmp_path / "points.csv"
    path.write_text(f"name,mirror\n{'x' * 200_000},0\n")
    scheme = generic_scheme(1)
    same, problem = scheme_beside(scheme, [path])
    assert same == scheme
    assert problem is not None and "does not name the points: field larger" in problem.message
