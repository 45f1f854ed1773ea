"""Who is in the picture: invented persons, drawn from a seeded generator."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from kpstudio import resources
from kpstudio.sample.numerics import F32, F64, srgb_to_linear

PERSONS = 40
GREY_PERSONS = frozenset({2, 3, 4})
_SEED = 58_2001

# sRGB of sunlit skin from very light to dark; a person's tone lies between two neighbours.
_SKIN = (
    (224, 187, 168),
    (215, 173, 148),
    (204, 158, 130),
    (190, 141, 109),
    (158, 110, 80),
    (120, 80, 58),
    (88, 58, 43),
)
_HAIR = {
    "black": (27, 23, 22),
    "dark": (46, 34, 27),
    "brown": (80, 55, 38),
    "chestnut": (104, 62, 40),
    "blond": (172, 134, 84),
    "ash": (140, 116, 88),
    "red": (146, 76, 38),
    "grey": (138, 134, 130),
}
_IRIS = {
    "brown": (62, 36, 20),
    "hazel": (86, 64, 34),
    "green": (76, 82, 56),
    "blue": (74, 94, 114),
    "grey": (88, 96, 102),
}
_SHIRTS = (
    (44, 58, 92),
    (118, 34, 40),
    (52, 86, 66),
    (186, 186, 182),
    (38, 40, 44),
    (96, 112, 130),
    (176, 148, 96),
    (110, 74, 104),
    (208, 204, 194),
    (66, 104, 128),
    (140, 88, 52),
    (82, 86, 90),
)
_WALLS = (
    (34, 74, 66),
    (46, 92, 104),
    (70, 100, 132),
    (128, 132, 136),
    (150, 144, 132),
    (58, 84, 70),
    (92, 104, 118),
    (108, 92, 82),
)
# Symmetric modes of the measured shapes, with the share of their spread that is identity.
_IDENTITY_MODES = {1: 0.35, 2: 0.3, 3: 0.6, 4: 0.7, 5: 0.5, 8: 0.9, 9: 0.9, 10: 0.9, 12: 0.9}


@dataclass(frozen=True)
class Hair:
    """How the hair grows: style, linear colour, parting (-1..1), hairline lift, thickness."""

    style: str
    rgb: F32
    part: float
    receding: float
    volume: float
    length: float


@dataclass(frozen=True)
class Glasses:
    """Frames: linear colour, rim thickness and lens half axes in head units, squareness."""

    rgb: F32
    rim: float
    half_width: float
    half_height: float
    squareness: float


@dataclass(frozen=True)
class Clothes:
    """Shirt: linear colour, cut (crew, vee, collar, polo neck), pattern (plain, knit, stripes)."""

    rgb: F32
    cut: str
    pattern: str
    shoulders: float


@dataclass(frozen=True)
class Person:
    """All that stays the same over one person's pictures.

    Lengths are in head units (outer eye corners of the mean face lie one apart); colours are
    linear light.

    Attributes:
        number: From 1; keys all of the person's randomness.
        male: Chooses the file name's letter and the spread of several traits.
        age: 0 young to 1 old.
        xy_shape: (58, 2) frontal neutral landmarks.
        skin: (3,) albedo.
        darkness: 0 very light to 1 dark.
        brow: Thickness factor of the brows.
        nose: Factor on the nose's depth.
        lips: Strength of the lips' colour.
        iris: (3,) albedo.
        freckles: 0 none to 1 many.
        beard: One of none, stubble, moustache, goatee, full.
        wall: (3,) colour of the background.
    """

    number: int
    male: bool
    age: float
    xy_shape: F64
    skin: F32
    darkness: float
    brow: float
    nose: float
    lips: float
    iris: F32
    freckles: float
    beard: str
    beard_rgb: F32
    hair: Hair
    glasses: Glasses | None
    clothes: Clothes
    wall: F32
    grey: bool


@cache
def _shape_statistics() -> tuple[F64, F64, F64]:
    """Read mean (58, 2), symmetric modes (15, 58, 2) and deviations (15,) of the shapes."""
    raw = resources.read_json("shapes/imm58_shape.json")
    modes = np.asarray(raw["modes"], float)
    mirrored = modes[:, raw["mirror"]] * [-1.0, 1.0]
    return np.asarray(raw["mean"], float), (modes + mirrored) / 2, np.asarray(raw["std"], float)


@cache
def _casting() -> dict[str, tuple[int, ...]]:
    """Deal sexes, skin tones, glasses and beards so that the cast of 40 is well mixed."""
    rng = np.random.Generator(np.random.PCG64(_SEED))
    sexes = rng.permutation(np.arange(PERSONS) % 2)
    men, everyone = np.flatnonzero(sexes == 1), np.arange(PERSONS)
    return {
        "male": tuple(int(v) for v in sexes),
        "tone": tuple(int(v) for v in rng.permutation(everyone)),
        "glasses": tuple(int(v) for v in rng.choice(everyone, 8, replace=False)),
        "beard": tuple(int(v) for v in rng.choice(men, 8, replace=False)),
    }


def _draw_shape(rng: np.random.Generator, male: bool) -> F64:
    mean, modes, spread = _shape_statistics()
    xy = mean.copy()
    for k, share in _IDENTITY_MODES.items():
        xy += modes[k] * spread[k] * share * np.clip(rng.standard_normal(), -2, 2)
    wide, jaw = 1 + rng.normal(0, 0.025), (0.03 if male else -0.035) + rng.normal(0, 0.025)
    xy[:13, 0] *= wide + jaw * np.clip(xy[:13, 1] / 0.7, 0, 1)
    xy[:13, 1] *= 1 + (0.015 if male else -0.02) + rng.normal(0, 0.02)
    mouth, opening = 1 + rng.normal(0, 0.05), 1 + rng.normal(0.02, 0.08)
    xy[39:47, 0] *= mouth
    lip_middle = xy[[40, 42, 44, 46], 1].mean()
    fullness = (1.1 if male else 1.24) + rng.normal(0, 0.1)
    xy[39:47, 1] = lip_middle + (xy[39:47, 1] - lip_middle) * fullness
    for eye in (slice(13, 21), slice(21, 29)):
        middle = xy[eye].mean(0)
        xy[eye] = middle + (xy[eye] - middle) * [1.0, opening]
    xy[48:57, 0] *= 1 + rng.normal(0, 0.06)
    # At rest the corners of the mouth hang a little.
    xy[[39, 43], 1] += np.clip(rng.normal(0.016, 0.012), -0.01, 0.04)
    xy[29:39, 1] += rng.normal(0.012 if male else -0.012, 0.015)
    # Nobody is quite symmetric.
    xy[13:47] += rng.normal(0, 0.0035, (34, 2))
    return xy


def _draw_hair(rng: np.random.Generator, male: bool, darkness: float, age: float) -> Hair:
    if darkness > 0.55:
        colour = str(rng.choice(["black", "black", "dark"]))
    elif darkness > 0.35:
        colour = str(rng.choice(["black", "dark", "dark", "brown"]))
    else:
        fair = ["dark", "brown", "brown", "chestnut", "blond", "blond", "ash", "red"]
        colour = str(rng.choice(fair))
    if age > 0.84:
        colour = "grey"
    if male:
        styles = ["short", "short", "swept", "crew", "crew", "curly", "bald"]
        if darkness > 0.6:
            styles = ["crew", "crew", "afro", "bald", "short"]
    else:
        styles = ["long", "long", "bob", "bob", "tied", "swept", "curly"]
        if darkness > 0.6:
            styles = ["long", "tied", "afro", "curly", "bob"]
    rgb = srgb_to_linear(_HAIR[str(colour)]) * np.float32(np.exp(rng.normal(0, 0.18)))
    return Hair(
        style=str(rng.choice(styles)),
        rgb=rgb.astype(np.float32),
        part=float(rng.choice([-1, 1]) * rng.uniform(0.0, 0.5)),
        receding=float(np.clip(rng.normal(0.02, 0.04), -0.06, 0.1) + 0.14 * age * male),
        volume=float(rng.uniform(0.8, 1.25)),
        length=float(rng.uniform(0.85, 1.2)),
    )


def _draw_glasses(rng: np.random.Generator) -> Glasses:
    frames = ((30, 28, 28), (74, 44, 26), (120, 116, 110), (60, 24, 28), (36, 44, 70))
    return Glasses(
        rgb=srgb_to_linear(frames[int(rng.integers(len(frames)))]),
        rim=float(rng.uniform(0.010, 0.026)),
        half_width=float(rng.uniform(0.225, 0.255)),
        half_height=float(rng.uniform(0.135, 0.18)),
        squareness=float(rng.uniform(2.2, 4.0)),
    )


def _draw_clothes(rng: np.random.Generator, male: bool) -> Clothes:
    cuts = ["crew", "collar", "collar", "polo", "vee"] if male else ["crew", "vee", "vee", "polo"]
    tint = _SHIRTS[int(rng.integers(len(_SHIRTS)))]
    return Clothes(
        rgb=srgb_to_linear(tint) * np.float32(rng.uniform(0.8, 1.15)),
        cut=str(rng.choice(cuts)),
        pattern=str(rng.choice(["plain", "plain", "knit", "knit", "stripes"])),
        shoulders=float((1.0 if male else 0.88) * rng.uniform(0.95, 1.05)),
    )


def _interpolate_skin(darkness: float) -> F32:
    steps = np.array([srgb_to_linear(tone) for tone in _SKIN])
    at = darkness * (len(_SKIN) - 1)
    return np.stack([np.interp(at, np.arange(len(_SKIN)), steps[:, c]) for c in range(3)]).astype(
        np.float32
    )


@cache
def make_person(number: int) -> Person:
    """Invent person ``number`` (from 1); the same number always gives the same person."""
    rng = np.random.Generator(np.random.PCG64([_SEED, number]))
    place, cast = (number - 1) % PERSONS, _casting()
    male = bool(cast["male"][place])
    # Squaring leans the cast towards lighter tones without losing the dark end.
    darkness = float(((cast["tone"][place] + rng.uniform(0.2, 0.8)) / PERSONS) ** 1.25)
    age = float(rng.uniform(0, 1))
    beard = "none"
    if place in cast["beard"]:
        beard = str(rng.choice(["stubble", "full", "goatee", "full", "moustache"]))
    elif male and rng.uniform() < 0.35:
        beard = "shadow"
    hair = _draw_hair(rng, male, darkness, age)
    irises = ["brown", "hazel", "green", "blue", "blue", "grey"]
    if darkness > 0.45:
        irises = ["brown"]
    elif hair.rgb.max() < 0.05:
        irises = ["brown", "brown", "brown", "brown", "hazel", "blue"]
    skin = _interpolate_skin(darkness) * rng.normal(1, 0.03, 3)
    return Person(
        number=number,
        male=male,
        age=age,
        xy_shape=_draw_shape(rng, male),
        skin=skin.astype(np.float32),
        darkness=darkness,
        brow=float((1.15 if male else 0.85) * rng.uniform(0.85, 1.15)),
        nose=float(rng.uniform(0.85, 1.15)),
        lips=float((0.5 if male else 0.85) * rng.uniform(0.7, 1.3)),
        iris=srgb_to_linear(_IRIS[str(rng.choice(irises))]),
        freckles=float(max(0.0, rng.uniform(-1.5, 1.0)) * (darkness < 0.3)),
        beard=beard,
        beard_rgb=(hair.rgb * np.float32(0.8)).astype(np.float32),
        hair=hair,
        glasses=_draw_glasses(rng) if place in cast["glasses"] else None,
        clothes=_draw_clothes(rng, male),
        wall=srgb_to_linear(_WALLS[int(rng.integers(len(_WALLS)))])
        * np.float32(rng.uniform(0.75, 1.1)),
        grey=number in GREY_PERSONS,
    )
