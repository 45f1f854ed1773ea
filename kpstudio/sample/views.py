"""How a person is seen: pose, expression and light of each of the six views."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kpstudio.sample.identity import Person
from kpstudio.sample.numerics import F64

FRONTAL, SMILE, TURNED_LEFT, TURNED_RIGHT, SIDE_LIGHT, OPEN_MOUTH = range(1, 7)
_SEED = 640_480


@dataclass(frozen=True)
class View:
    """One sitting.

    Attributes:
        yaw: Turn in radians; positive turns the face to the picture's right.
        pitch: Nod in radians; positive looks down.
        roll: Tilt in radians in the picture plane.
        scale: Picture pixels for one head unit at the depth of the eyes.
        centre: Where the middle of the face goes, x and y in pixels.
        smile: 0 neutral to 1.
        jaw: 0 closed to 1 wide open.
        grin: How far the lips part in a smile, 0 to 1.
        squint: Narrowing of the eyes; negative opens them wider.
        brows: Lift of the brows in head units.
        gaze: Sideways and downward shift of the irises in head units.
        side_light: -1, 0 or 1: which side a lamp shines from.
        exposure: Factor on the light.
        width: Picture width in pixels.
        height: Picture height in pixels.
        seed: Key of the picture's noise.
    """

    yaw: float
    pitch: float
    roll: float
    scale: float
    centre: tuple[float, float]
    smile: float
    jaw: float
    grin: float
    squint: float
    brows: float
    gaze: tuple[float, float]
    side_light: float
    exposure: float
    width: int
    height: int
    seed: tuple[int, ...]


def make_view(person: Person, number: int) -> View:
    """Draw view ``number`` (1 to 6) of a person; the same numbers give the same view."""
    habit = np.random.Generator(np.random.PCG64([_SEED, person.number]))
    scale_of_person = 117 + np.clip(habit.normal(0, 7), -14, 14)
    grins = habit.uniform() < 0.55
    rng = np.random.Generator(np.random.PCG64([_SEED, person.number, number]))
    turned = {TURNED_LEFT: -1.0, TURNED_RIGHT: 1.0}.get(number, 0.0)
    yaw = turned * 29 + np.clip(rng.normal(0, 3), -6, 6)
    smile = rng.uniform(0.65, 1.0) if number == SMILE else rng.uniform(0, 0.15)
    jaw = rng.uniform(0.45, 1.0) if number == OPEN_MOUTH else 0.0
    return View(
        yaw=float(np.radians(yaw)),
        pitch=float(np.radians(np.clip(rng.normal(0, 3), -6, 6))),
        roll=float(np.radians(np.clip(rng.normal(0, 2), -5, 5))),
        scale=float(scale_of_person + np.clip(rng.normal(0, 2), -4, 4)),
        centre=(
            float(320 + np.clip(rng.normal(0, 36), -75, 75)),
            float(262 + np.clip(rng.normal(0, 16), -35, 32)),
        ),
        smile=float(smile),
        jaw=float(jaw),
        grin=float(rng.uniform(0.5, 1.0) if number == SMILE and grins else 0.0),
        squint=float(rng.normal(0, 0.08) + 0.16 * (number == SMILE) - 0.12 * jaw),
        brows=float(rng.normal(0, 0.008) + 0.03 * jaw),
        gaze=(float(rng.normal(0, 0.006) + 0.012 * turned), float(rng.normal(0, 0.004))),
        side_light=float(rng.choice([-1, 1])) if number == SIDE_LIGHT else 0.0,
        exposure=float(np.exp(rng.normal(0, 0.05))),
        width=640,
        height=480,
        seed=(person.number, number),
    )


def express(xy_shape: F64, view: View) -> F64:
    """Move the frontal neutral landmarks (58, 2) by the view's expression.

    Returns:
        The frontal landmarks in head units with the outer lips, jaw, lids and brows moved.
    """
    xy = xy_shape.copy()
    side = np.sign(xy[:, 0])
    _move_mouth(xy, view)
    drop = np.clip((xy[:13, 1] - 0.2) / 0.8, 0, 1) * 0.13 * view.jaw
    xy[:13, 1] += drop
    xy[:13, 0] *= 1 - 0.25 * drop
    cheeks = np.clip(1 - np.abs(xy[:13, 1] - 0.45) / 0.4, 0, 1)
    xy[:13, 0] += side[:13] * 0.02 * view.smile * cheeks
    xy[49:52, 0] += 0.012 * view.smile * side[49:52]
    xy[53:56, 0] += 0.012 * view.smile * side[53:56]
    for eye in (slice(13, 21), slice(21, 29)):
        low = xy[eye][[4, 0]].mean(0)[1]
        below = xy[eye][:, 1] > low
        gap = xy[eye][:, 1] - low
        xy[eye, 1] = low + gap * np.where(below, 1 - 1.6 * view.squint, 1 - 0.9 * view.squint)
    xy[29:39, 1] -= view.brows
    return xy


def _move_mouth(xy: F64, view: View) -> None:
    """Smile and open the outer lip contour, rows 39 to 46 of ``xy``, in place."""
    for corner, sign in ((39, -1.0), (43, 1.0)):
        xy[corner] += [sign * 0.075 * view.smile - sign * 0.03 * view.jaw, 0.0]
        xy[corner, 1] += -0.045 * view.smile + 0.045 * view.jaw
    xy[[40, 42], 0] *= 1 + 0.25 * view.smile
    xy[[44, 46], 0] *= 1 + 0.3 * view.smile
    xy[40:43, 1] += 0.008 * view.smile - 0.012 * view.jaw - 0.012 * view.grin
    xy[44:47, 1] += -0.02 * view.smile + 0.155 * view.jaw + 0.03 * view.grin


def lip_gap(view: View) -> float:
    """Return the height of the opening between the lips in head units."""
    return 0.15 * view.jaw + 0.062 * view.grin * view.smile
