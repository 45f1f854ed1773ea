"""Cut the pictures of the help pages out of those of docs/TOUR.md, dark and light.

    uv run python docs/help_pictures.py [FOLDER]

FOLDER has pictures of the whole window, as docs/tour_pictures.py makes them.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).parents[1]
OUT = ROOT / "resources" / "help" / "pictures"
WIDEST = 640
"""So wide is a page in the smallest window."""

PARTS = {
    "label": ("label", (0, 74, 930, 574)),
    "train": ("train", (310, 440, 1280, 690)),
    "review": ("review", (0, 40, 1280, 700)),
    "photos": ("photos", (0, 74, 930, 574)),
    "export": ("export", (366, 52, 894, 562)),
    "doctor": ("doctor", (100, 40, 1180, 680)),
}
"""Name -> the picture that it is a part of, and left, top, right and bottom there."""


def main() -> None:
    """Cut out all of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    tour = ROOT / "docs" / "pictures" / "tour"
    parser.add_argument("folder", type=Path, nargs="?", default=tour)
    folder = parser.parse_args().folder
    OUT.mkdir(parents=True, exist_ok=True)
    for name, (source, box) in PARTS.items():
        for theme in ("light", "dark"):
            with Image.open(folder / f"{source}-{theme}.webp") as whole:
                part = whole.crop(box)
            part.thumbnail((WIDEST, WIDEST), Image.Resampling.LANCZOS)
            part.save(OUT / f"{name}-{theme}.webp", quality=85, method=6)


if __name__ == "__main__":
    main()
