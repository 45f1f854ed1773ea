"""The sample set: 240 labelled portraits and a dozen photos without labels."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from kpstudio.sample.identity import PERSONS, Person, make_person
from kpstudio.sample.numerics import F64
from kpstudio.sample.render import render
from kpstudio.sample.views import View, make_view

VIEWS = 6
OWN_PHOTOS = 12


@dataclass(frozen=True)
class SampleFace:
    """One labelled portrait.

    Attributes:
        name: IMM file name ``PP-Vs.jpg``: person 01 to 40, view 1 to 6, sex m or f.
        pixels: (480, 640, 3) uint8.
        xy_image: (58, 2) float64 pixels, the centre of the top-left pixel is (0, 0).
        grey: Whether the file is to be saved as a grey JPEG.
    """

    name: str
    pixels: NDArray[np.uint8]
    xy_image: F64
    grey: bool


def face_name(person: int, view: int) -> str:
    """Return the IMM file name of a person's view."""
    return f"{person:02d}-{view}{'m' if make_person(person).male else 'f'}.jpg"


def photo_name(number: int) -> str:
    """Return the file name of own photo ``number`` (from 1)."""
    return f"photo-{number:02d}.jpg"


def make_face(person: int, view: int) -> SampleFace:
    """Render one portrait: ``person`` from 1, ``view`` from 1 to 6."""
    who = make_person(person)
    portrait = render(who, make_view(who, view))
    return SampleFace(face_name(person, view), portrait.pixels, portrait.xy_image, who.grey)


def make_photo(number: int) -> NDArray[np.uint8]:
    """Render own photo ``number`` (from 1), of a size, pose and framing of its own."""
    who = make_person(PERSONS + number)
    return render(who, photo_view(who, number)).pixels


def photo_view(who: Person, number: int) -> View:
    """Draw the pose, zoom and size of own photo ``number``."""
    rng = np.random.Generator(np.random.PCG64([2012, number]))
    sizes = ((640, 480), (800, 600), (480, 640), (720, 720), (960, 640), (600, 800))
    width, height = sizes[(number - 1) % len(sizes)]
    base = make_view(who, int(rng.choice([1, 2, 5, 6])))
    zoom = rng.uniform(0.25, 0.31) * min(height, width * 0.95)
    return replace(
        base,
        yaw=float(np.radians(rng.uniform(-24, 24))),
        pitch=float(np.radians(rng.uniform(-8, 8))),
        roll=float(np.radians(rng.normal(0, 5))),
        scale=float(zoom),
        centre=(
            width * float(rng.uniform(0.42, 0.58)),
            height * float(rng.uniform(0.52, 0.58)),
        ),
        width=width,
        height=height,
    )
