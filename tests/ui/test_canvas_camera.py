"""The camera's laws: maps invert each other, a zoom holds its point, a fit shows everything."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpstudio.ui.canvas.camera import MAX_SCALE, Camera

sizes = st.integers(16, 6000)
views = st.integers(100, 4000)
parts = st.floats(0.0, 1.0)
factors = st.floats(0.05, 80.0)


def camera_of(width: int, height: int, view_width: int = 800, view_height: int = 600) -> Camera:
    camera = Camera()
    camera.set_picture(width, height)
    camera.set_view(view_width, view_height)
    return camera


@given(sizes, sizes, views, views)
def test_fit_shows_all_and_fills_one_side(w: int, h: int, vw: int, vh: int) -> None:
    camera = camera_of(w, h, vw, vh)
    left, top = camera.to_view((-0.5, -0.5))
    right, bottom = camera.to_view((w - 0.5, h - 0.5))
    assert left >= -1e-6 and top >= -1e-6 and right <= vw + 1e-6 and bottom <= vh + 1e-6
    assert left + right == pytest.approx(vw)
    assert top + bottom == pytest.approx(vh)
    fills = min(vw - (right - left), vh - (bottom - top)) < 1e-6
    assert fills or camera.scale == MAX_SCALE


@given(sizes, sizes, factors, parts, parts)
def test_maps_invert_each_other(w: int, h: int, factor: float, px: float, py: float) -> None:
    camera = camera_of(w, h)
    camera.zoom(factor, 800 * px, 600 * py)
    xy_image = np.array([(w * px, h * py), (0.0, 0.0), (np.nan, 1.0)])
    np.testing.assert_allclose(camera.to_image(camera.to_view(xy_image)), xy_image, atol=1e-6)


@given(sizes, sizes, st.lists(factors, min_size=1, max_size=6), parts, parts)
def test_zooming_holds_the_point_under_the_pointer(
    w: int, h: int, steps: list[float], px: float, py: float
) -> None:
    camera = camera_of(w, h)
    # A point of the picture itself: beside it the rule that some of it stays in sight may win.
    held = np.array([w * px - 0.5, h * py - 0.5])
    view = camera.to_view(held)
    for factor in steps:
        camera.zoom(factor, *view.tolist())
        if camera.scale * min(w, h) > 96:
            np.testing.assert_allclose(camera.to_view(held), view, atol=1e-3)
            continue
        return


def test_zoom_stays_within_its_limits() -> None:
    camera = camera_of(1000, 1000, 500, 500)
    camera.zoom(1e9, 250, 250)
    assert camera.scale == MAX_SCALE
    camera.zoom(1e-9, 250, 250)
    assert camera.scale == pytest.approx(0.5 * 0.25)


@given(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6), factors)
def test_some_of_the_picture_stays_in_sight(dx: float, dy: float, factor: float) -> None:
    camera = camera_of(640, 480)
    camera.zoom(factor, 400, 300)
    camera.pan(dx, dy)
    left, top = camera.to_view((-0.5, -0.5))
    right, bottom = camera.to_view((639.5, 479.5))
    assert left < 800 and top < 600 and right > 0 and bottom > 0


def test_a_resize_refits_or_keeps_the_middle() -> None:
    camera = camera_of(400, 300, 800, 600)
    camera.set_view(400, 300)
    assert camera.scale == pytest.approx(1.0)
    camera.zoom(3.0, 200, 150)
    middle = camera.to_image((200, 150))
    camera.set_view(600, 500)
    assert camera.scale == pytest.approx(3.0)
    np.testing.assert_allclose(camera.to_image((300, 250)), middle)


def test_centre_on_brings_a_point_to_the_middle() -> None:
    camera = camera_of(400, 300, 800, 600)
    camera.zoom(10.0, 0, 0)
    camera.centre_on(200.0, 100.0)
    np.testing.assert_allclose(camera.to_view((200.0, 100.0)), (400, 300))
