from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from kpstudio.core.errors import InputError
from kpstudio.core.labelset import Face, FaceState
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.metrics import Yardstick
from kpstudio.core.schema import BOX_DIAGONAL
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.evaluate import evaluate
from tests.engine.conftest import SCHEME

MakeFaces = Callable[[int], list[Face]]
CONFIG = TrainConfig("smallnet", (0, 1, 2), 60, 80, "picture", 1e-3, 4, 1)


def shifted(face: Face, by: tuple[float, float], only: int | None = None) -> Landmarks:
    assert face.landmarks is not None
    xy = face.landmarks.xy_image + by
    if only is not None:
        xy[[k for k in range(len(xy)) if k != only]] = np.nan
    return Landmarks.of(xy)


def eye_distance(face: Face) -> float:
    assert face.landmarks is not None
    return float(face.landmarks.xy_image[1, 0] - face.landmarks.xy_image[0, 0])


def test_errors_are_measured_in_pixels_fractions_and_eye_distances(
    make_faces: MakeFaces, tmp_path: Path
) -> None:
    a, b = make_faces(2)
    found = {a.id: shifted(a, (3, 4)), b.id: shifted(b, (0, 0))}
    result = evaluate(found, [a, b], SCHEME, CONFIG, tmp_path)
    first = result.per_face[0]
    assert (first.face_id, first.picture) == (a.id, a.picture)
    assert first.mean_px == pytest.approx(5)
    assert first.nme == pytest.approx(5 / eye_distance(a))
    assert first.mse == pytest.approx(((3 / 96) ** 2 + (4 / 72) ** 2) / 2)
    assert result.mse == pytest.approx(first.mse / 2)
    assert result.summary.mean == pytest.approx(first.nme / 2)
    assert result.yardstick == Yardstick(SCHEME.normaliser)
    by_box = Yardstick(BOX_DIAGONAL, 0.01)
    result = evaluate(found, [a, b], SCHEME, CONFIG, tmp_path, by_box)
    assert a.landmarks is not None
    diagonal = np.hypot(*np.ptp(a.landmarks.xy_image, axis=0))
    assert result.per_face[0].nme == pytest.approx(5 / diagonal)
    assert (result.summary.failure_rate, result.summary.threshold) == (0.5, 0.01)


def test_a_network_of_one_point_is_measured_by_the_whole_face(
    make_faces: MakeFaces, tmp_path: Path
) -> None:
    (face,) = make_faces(1)
    (error,) = evaluate(
        {face.id: shifted(face, (0, 6), only=2)}, [face], SCHEME, CONFIG, tmp_path
    ).per_face
    assert error.nme == pytest.approx(6 / eye_distance(face))


def test_crops_are_measured_by_the_crop(make_faces: MakeFaces, tmp_path: Path) -> None:
    (face,) = make_faces(1)
    config = replace(CONFIG, crop="face", box_scale=2.0)
    assert face.landmarks is not None
    width, height = np.ptp(face.landmarks.xy_image, axis=0)
    side = max(width, height) * 2
    (error,) = evaluate({face.id: shifted(face, (3, 3))}, [face], SCHEME, config, tmp_path).per_face
    # An input of 4:3 widens the square crop.
    assert error.mse == pytest.approx(((3 / (side * 4 / 3)) ** 2 + (3 / side) ** 2) / 2)


def test_faces_without_labels_or_prediction_are_passed_over(
    make_faces: MakeFaces, tmp_path: Path
) -> None:
    a, b, c, d = make_faces(4)
    found = {f.id: shifted(f, (1, 0)) for f in (a, b, d)}
    found[d.id] = Landmarks.of(np.full((3, 2), np.nan))
    faces = [replace(a, state=FaceState.PREDICTED), replace(b, landmarks=None), c, d]
    result = evaluate(found, faces, SCHEME, CONFIG, tmp_path)
    assert result.per_face == ()
    assert np.isnan([result.mse, result.summary.mean]).all()


def test_a_picture_that_has_gone_leaves_the_error_in_pixels(
    make_faces: MakeFaces, tmp_path: Path
) -> None:
    a, b = make_faces(2)
    (tmp_path / a.picture).unlink()
    found = {f.id: shifted(f, (3, 4)) for f in (a, b)}
    result = evaluate(found, [a, b], SCHEME, CONFIG, tmp_path)
    assert result.per_face[0].mean_px == pytest.approx(5)
    assert np.isnan(result.per_face[0].mse)
    assert result.mse == pytest.approx(result.per_face[1].mse)


def test_another_scheme_is_refused(make_faces: MakeFaces, tmp_path: Path) -> None:
    (face,) = make_faces(1)
    with pytest.raises(InputError, match="2 points cannot be compared"):
        evaluate({face.id: Landmarks.of(np.zeros((2, 2)))}, [face], SCHEME, CONFIG, tmp_path)
