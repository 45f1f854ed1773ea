"""Cut the pictures of the help pages out of pictures of the window, dark and light.

    uv run python docs/tour_pictures.py --look 2560x1440@2 --out FOLDER
    uv run python docs/help_pictures.py FOLDER

They have two pixels for each of the page, so that they are as sharp on fine screens. The first
command needs not draw all: ``--only label train review photos export doctor``. Both take
``--language de`` for the pictures of the German pages.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).parents[1]
OUT = ROOT / "resources" / "help" / "pictures"
MARK, FINER = "-2560x1440@2", 2
WIDEST = 640
"""So wide is a page in the smallest window."""

PARTS = {
    "label": ("label", (0, 74, 930, 574)),
    "train": ("train", (310, 440, 1280, 690)),
    "review": ("review", (0, 40, 1280, 700)),
    "photos": ("photos", (0, 74, 930, 574)),
    "export": ("export", (366, 42, 894, 572)),
    "doctor": ("doctor", (100, 40, 1180, 680)),
}
"""Name -> the picture that it is a part of, and left, top, right and bottom there."""


def main() -> None:
    """Cut out all of them."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--language", default="en", help="of the window in the pictures")
    given = parser.parse_args()
    folder, out = given.folder, OUT if given.language == "en" else OUT / given.language
    out.mkdir(parents=True, exist_ok=True)
    for name, (source, box) in PARTS.items():
        for theme in ("light", "dark"):
            with Image.open(folder / f"{source}{MARK}-{theme}.webp") as whole:
                part = whole.crop(tuple(FINER * edge for edge in box))
            part.thumbnail((FINER * WIDEST, FINER * WIDEST), Image.Resampling.LANCZOS)
            part.save(out / f"{name}-{theme}.webp", quality=80, method=6)


if __name__ == "__main__":
    main()
