"""The landmarks against what is really painted: coverage masks projected into the picture."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from kpstudio.sample import contours, eyes, hair, paint
from kpstudio.sample.camera import Camera, make_camera
from kpstudio.sample.head import HeadSurface
from kpstudio.sample.identity import Person, make_person
from kpstudio.sample.landmarks import project_landmarks
from kpstudio.sample.numerics import F32, F64
from kpstudio.sample.raster import rasterise
from kpstudio.sample.views import View, express, lip_gap, make_view

FINE = 3  # samples for one pixel along each axis


class Scene:
    """One head rasterised finely, without hair: who is where, in picture pixels."""

    def __init__(self, number: int, view_number: int) -> None:
        self.person: Person = make_person(number)
        self.view: View = make_view(self.person, view_number)
        self.surface = HeadSurface(
            express(self.person.xy_shape, self.view), self.person, lip_gap(self.view)
        )
        middle = np.append(self.surface.xy.mean(0), 0.75)
        self.camera: Camera = make_camera(self.view, middle)
        self.xy_image: F64 = project_landmarks(self.surface, self.camera)
        mesh = self.surface.mesh(lambda xyz: np.zeros(len(xyz)))
        screen = self.camera.project_turned(self.camera.turn(mesh.xyz))
        screen[:, :2] *= FINE
        width, height = 640 * FINE, 480 * FINE
        visible = rasterise(screen.astype(np.float32), mesh.triangles, width, height)
        sample = np.flatnonzero(visible.owner >= 0)
        row, column = np.divmod(sample, width)
        rest = visible.interpolate(
            mesh.rest.astype(np.float32).T,
            visible.owner[sample],
            column.astype(np.float32),
            row.astype(np.float32),
        )
        front = rest[2] < np.pi / 2
        self.place = np.stack([column, row], axis=1) / FINE
        self.taken = (visible.owner >= 0).reshape(height, width)
        self.x, self.y = rest[0], rest[1]
        self.front: NDArray[np.bool_] = front

    def where(self, cover: F32) -> F64:
        """Return the picture positions (N, 2) that a coverage paints."""
        return np.asarray(self.place[(cover > 0.5) & self.front])


@pytest.fixture(scope="module", params=[(1, 1), (14, 2), (7, 6)])
def scene(request: pytest.FixtureRequest) -> Scene:
    return Scene(*request.param)


@pytest.fixture(scope="module", params=[(5, 3), (9, 4)])
def turned(request: pytest.FixtureRequest) -> Scene:
    return Scene(*request.param)


def test_mouth_corners_are_the_ends_of_the_painted_lips(scene: Scene) -> None:
    lips = scene.where(paint.lip_mask(scene.x, scene.y, scene.surface))
    assert abs(lips[:, 0].min() - scene.xy_image[39, 0]) < 0.75
    assert abs(lips[:, 0].max() - scene.xy_image[43, 0]) < 0.75


def test_lip_points_lie_on_the_edge_of_the_painted_lips(scene: Scene) -> None:
    _assert_on_edge(scene, scene.where(paint.lip_mask(scene.x, scene.y, scene.surface)),
                    range(40, 43))  # fmt: skip
    _assert_on_edge(scene, scene.where(paint.lip_mask(scene.x, scene.y, scene.surface)),
                    range(44, 47))  # fmt: skip


@pytest.mark.parametrize("first", [13, 21])
def test_lid_points_lie_on_the_edge_of_the_painted_eye(scene: Scene, first: int) -> None:
    opening = contours.eye(scene.surface.xy, first).inside(scene.x, scene.y, 0.008)
    painted = scene.where(opening)
    _assert_on_edge(scene, painted, [first + k for k in (1, 2, 3, 5, 6, 7)])
    ends = sorted((scene.xy_image[first, 0], scene.xy_image[first + 4, 0]))
    assert abs(painted[:, 0].min() - ends[0]) < 1.0
    assert abs(painted[:, 0].max() - ends[1]) < 1.0


@pytest.mark.parametrize("first", [13, 21])
def test_the_iris_sits_between_the_lids(scene: Scene, first: int) -> None:
    centre = eyes.iris_centre(scene.surface.xy, first, scene.view)
    iris = scene.camera.project(scene.surface.on_front(centre[None]))[0]
    points = scene.xy_image[first : first + 8]
    assert points[:, 0].min() < iris[0] < points[:, 0].max()
    assert points[:, 1].min() < iris[1] < points[:, 1].max()


@pytest.mark.parametrize("first", [29, 34])
def test_brow_points_lie_on_the_brow(scene: Scene, first: int) -> None:
    brow = contours.brow(scene.surface.xy, first, 0.08).inside(scene.x, scene.y, 0.004)
    painted = scene.where(brow)
    for i in range(first, first + 5):
        assert np.linalg.norm(painted - scene.xy_image[i], axis=1).min() < 1.0
    _assert_on_edge(scene, painted, range(first + 1, first + 4))


def test_jaw_points_lie_on_the_outline_of_the_head(scene: Scene) -> None:
    _assert_outline(scene, range(13))


def test_far_jaw_points_of_a_turned_head_lie_on_the_outline(turned: Scene) -> None:
    far = range(4) if turned.view.yaw < 0 else range(9, 13)
    _assert_outline(turned, far)


def test_every_point_lies_on_the_head(turned: Scene) -> None:
    for i, point in enumerate(turned.xy_image):
        x, y = np.rint(point * FINE).astype(int)
        assert turned.taken[y - FINE : y + FINE, x - FINE : x + FINE].any(), f"point {i}"


def test_all_points_lie_inside_the_picture() -> None:
    for number in range(1, 41, 4):
        person = make_person(number)
        for view_number in range(1, 7):
            view = make_view(person, view_number)
            surface = HeadSurface(express(person.xy_shape, view), person, lip_gap(view))
            camera = make_camera(view, np.append(surface.xy.mean(0), 0.75))
            xy = project_landmarks(surface, camera)
            assert xy.min() > 2
            assert xy[:, 0].max() < 637
            assert xy[:, 1].max() < 477


def test_hair_keeps_off_the_middle_of_the_face() -> None:
    for number in (7, 13, 15):
        person = make_person(number)
        strands = hair.grow(person).xyz.reshape(-1, 3)
        face = (np.abs(strands[:, 0]) < 0.4) & (strands[:, 2] > 0.3) & (strands[:, 1] > -0.6)
        assert face.mean() < 0.002


def _assert_on_edge(scene: Scene, painted: F64, rows: range | list[int]) -> None:
    """Assert that paint lies within a pixel above or below a point, and not on both sides."""
    for i in rows:
        x, y = scene.xy_image[i]
        column = painted[np.abs(painted[:, 0] - x) < 0.2, 1]
        edge = min(abs(column.min() - y), abs(column.max() - y))
        assert edge < 0.75, f"point {i} is {edge:.2f} px off the painted edge"


def _assert_outline(scene: Scene, rows: range) -> None:
    """Assert that a step outwards from a point leaves the head and a step inwards stays."""
    middle = scene.xy_image[13:].mean(0)
    for i in rows:
        away = scene.xy_image[i] - middle
        away /= np.linalg.norm(away)
        for step, expected in ((-1.5, True), (1.5, False)):
            at = np.rint((scene.xy_image[i] + step * away) * FINE).astype(int)
            assert scene.taken[at[1], at[0]] == expected, f"point {i}, {step} px from the outline"
