"""Draw many synthetic faces, more varied than the sample set's, to start networks from.

    uv run python benchmarks/synthetic_faces.py DIR --persons 425
    uv run python benchmarks/synthetic_weights.py DIR resources/weights

Nobody of the sample set is among them: its persons have the numbers 1 to 52. Poses, expressions and
light go beyond the sample set's six views, and the pictures are smaller.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
from PIL import Image

from kpstudio.io.formats.asf import asf_text
from kpstudio.sample.faces import VIEWS
from kpstudio.sample.identity import Person, make_person
from kpstudio.sample.render import render
from kpstudio.sample.views import View, make_view
from kpstudio.sample.workers import drawn

FIRST = 100
"""Number of the first person."""

SIDE = 288
"""Width and height of a picture in pixels."""

HEAD = (70.0, 92.0)
"""Least and largest pixels of one head unit."""


def varied(who: Person, number: int) -> View:
    """Return view ``number`` (1 to 6) of a person, turned, lit and moved further by chance."""
    rng = np.random.Generator(np.random.PCG64([288, who.number, number]))
    view = make_view(who, number)
    smile, jaw = rng.uniform(0, 1, 2) * (rng.uniform(0, 1, 2) < 0.35)
    middle = SIDE / 2 + rng.normal(0, 6, 2)
    return replace(
        view,
        yaw=float(np.clip(view.yaw + rng.normal(0, 0.2), -0.75, 0.75)),
        pitch=float(np.clip(view.pitch + rng.normal(0, 0.1), -0.3, 0.3)),
        roll=float(view.roll + rng.normal(0, 0.08)),
        smile=float(max(view.smile, smile)),
        jaw=float(max(view.jaw, jaw)),
        side_light=float(rng.choice([-1, 0, 0, 1])) if not view.side_light else view.side_light,
        exposure=float(view.exposure * np.exp(rng.normal(0, 0.2))),
        scale=float(rng.uniform(*HEAD)),
        centre=(float(middle[0]), float(middle[1] + 8)),
        width=SIDE,
        height=SIDE,
    )


def draw(person_and_view: tuple[int, int], folder: Path) -> None:
    """Write one face's picture and landmarks."""
    person, number = person_and_view
    portrait = render(make_person(person), varied(make_person(person), number))
    path = folder / f"{person:04d}-{number}.jpg"
    Image.fromarray(portrait.pixels).save(path, quality=92)
    text = asf_text(portrait.xy_image, SIDE, SIDE, path.name)
    path.with_suffix(".asf").write_text(text, encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="where the faces go")
    parser.add_argument("--persons", type=int, default=425)
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    wanted = [
        (person, view)
        for person in range(FIRST, FIRST + given.persons)
        for view in range(1, VIEWS + 1)
    ]
    for number, _ in enumerate(drawn(partial(draw, folder=given.folder), wanted), 1):
        if number % 100 == 0 or number == len(wanted):
            print(f"{number} of {len(wanted)}", flush=True)


if __name__ == "__main__":
    main()
