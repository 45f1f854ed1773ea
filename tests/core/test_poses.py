"""Poses of heads: exact for the lean, and as near as a proxy comes for turn and nod."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpstudio.core.shapemodel import ShapeModel, shipped_shape_model, turns
from kpstudio.sample.camera import make_camera
from kpstudio.sample.head import HeadSurface
from kpstudio.sample.identity import make_person
from kpstudio.sample.landmarks import project_landmarks
from kpstudio.sample.views import express, lip_gap, make_view
from tests.core.test_shapemodel import read_asf


def model_of(scheme: str) -> ShapeModel:
    model = shipped_shape_model(scheme)
    assert model is not None
    return model


def turned(xy: np.ndarray, degrees: float) -> np.ndarray:
    """Turn points clockwise as one sees them in the picture."""
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return np.asarray(xy @ np.array([[cos, sin], [-sin, cos]]))


@given(st.integers(0, 2**32 - 1), st.integers(0, 6))
def test_many_faces_turn_as_each_alone(seed: int, count: int) -> None:
    model = model_of("ibug68")
    random = np.random.default_rng(seed)
    faces = model.mean * random.uniform(1, 300) + random.normal(0, 9, (count, 68, 2))
    faces[random.random(count) < 0.2, 5] = np.nan  # a point is missing
    faces[random.random(count) < 0.2] = 7.0  # all points in one place
    poses = model.poses(faces)
    assert poses.shape == (count, 3)
    alone = np.array([model.yaw(face) for face in faces])
    assert np.allclose(poses[:, 0], alone, rtol=1e-9, atol=1e-9, equal_nan=True)
    assert (np.isnan(poses).all(axis=1) == np.isnan(alone)).all()


@pytest.mark.parametrize("scheme", ["imm58", "ibug68"])
@given(lean=st.floats(-170, 170), size=st.floats(0.1, 500), yaw=st.floats(-2, 2))
def test_the_lean_is_exact_and_changes_neither_turn_nor_nod(
    scheme: str, lean: float, size: float, yaw: float
) -> None:
    model = model_of(scheme)
    face = model.mean + yaw * model.std[0] * model.modes[0]
    upright, leaning = model.poses(np.stack([face, turned(face, lean) * size + 3]))
    assert leaning[2] - upright[2] == pytest.approx(lean, abs=1e-6)
    assert leaning[:2] == pytest.approx(upright[:2], abs=1e-6)


@given(st.floats(-180, 180), st.sets(st.integers(0, 57), max_size=50))
def test_a_turn_is_undone_from_the_points_in_both(lean: float, missing: set[int]) -> None:
    mean = model_of("imm58").mean
    face = turned(mean, lean)
    face[sorted(missing)] = math.nan
    undone = np.angle(turns(face[None], mean)[0] * np.exp(1j * math.radians(lean)))
    assert undone == pytest.approx(0, abs=1e-9)
    assert turns(np.full((1, 58, 2), math.nan), mean) == 1


def synthetic(pitch: float, yaw: float, person: int) -> np.ndarray:
    """The points of a rendered head, whose pose is known."""
    who = make_person(person)
    view = make_view(who, 1)
    view = replace(view, pitch=math.radians(-pitch), yaw=math.radians(yaw), roll=0.0)
    surface = HeadSurface(express(who.xy_shape, view), who, lip_gap(view))
    camera = make_camera(view, np.append(surface.xy.mean(0), 0.75))
    return project_landmarks(surface, camera)


def test_a_rendered_head_nods_and_turns_about_as_it_was_told() -> None:
    model = model_of("imm58")
    told = np.array([-20.0, -10.0, 10.0, 20.0])
    for person in range(1, 9):
        ahead = model.poses(synthetic(0.0, 0.0, person)[None])[0]
        assert np.abs(ahead).max() < 10
        nods = model.poses(np.stack([synthetic(pitch, 0.0, person) for pitch in told]))
        sides = model.poses(np.stack([synthetic(0.0, yaw, person) for yaw in told]))
        for found in (nods[:, 1] - ahead[1], sides[:, 0] - ahead[0]):
            assert (np.diff(found) > 0).all()
            assert (found / told > 1.0).all() and (found / told < 1.7).all()
        assert np.abs(nods[:, 0]).max() < 3 and np.abs(sides[:, 1] - ahead[1]).max() < 3


def test_real_faces_lean_little_and_their_pitch_scatters(
    shared_data: Callable[[str], Path],
) -> None:
    files = [path for path in sorted(shared_data("imm").glob("*.asf")) if "-1" in path.stem]
    poses = model_of("imm58").poses(np.array([read_asf(path) for path in files]))
    assert np.abs(poses[:, 2]).max() < 8
    assert abs(poses[:, 1].mean()) < 3
    assert 7 < poses[:, 1].std() < 11
