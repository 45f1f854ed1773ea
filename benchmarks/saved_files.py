"""Files that kpstudio writes into a folder of the person's choice, each as a `Save`."""

from __future__ import annotations

import contextlib
import dataclasses
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import numpy as np
from after_kill import told
from PIL import Image

from kpstudio.core.edits import move_points
from kpstudio.core.errors import InputError
from kpstudio.io.exporting import export, planned_files
from kpstudio.io.formats.pts import pts_text
from kpstudio.io.sharing import Sharing, export_to_share
from kpstudio.public.catalogue import PublicFile, read_catalogue, set_named
from kpstudio.tasks.getting import get
from kpstudio.tasks.opening import open_corrected

Tell = Callable[[str], None]


class Save(Protocol):
    """Something that writes.

    Attributes:
        name: What to call it.
    """

    name: str

    def prepare(self, root: Path) -> None:
        """Write what is there before, inside ``root``."""

    def work(self, root: Path, tell: Tell) -> None:
        """Write, and tell a line after each step that is finished."""

    def check(self, root: Path, lines: list[str]) -> list[str]:
        """Return what is wrong in ``root``, where ``lines`` were told before it ended."""


_FIVE = [[6, 6], [20, 6], [13, 12], [8, 18], [18, 18]]


def faces(root: Path, points: int = 5) -> Path:
    """Write three pictures with so many points each, and return their folder."""
    folder = root / "faces"
    folder.mkdir(parents=True)
    for number in range(3):
        Image.new("L", (32, 24), 40 * number).save(folder / f"{number}.png")
        xy = np.resize(np.array(_FIVE) + number, (points, 2))
        (folder / f"{number}.pts").write_text(pts_text(xy))
    return folder


class Export:
    """All faces in one format, over what was exported before."""

    def __init__(self, form: str) -> None:
        self.name = f"export {form}"
        self._form = form

    def prepare(self, root: Path) -> None:
        count = 98 if self._form == "wflw" else 5  # the one that it holds
        labels = open_corrected(faces(root, count)).labels
        export(labels, tuple(labels), self._form, root / "out")
        self._write(root, root / "new")

    def work(self, root: Path, tell: Tell) -> None:
        with contextlib.suppress(InputError):
            self._write(root, root / "out")
            tell("exported")

    def _write(self, root: Path, out: Path) -> None:
        labels = open_corrected(root / "faces").labels
        for face in tuple(labels):
            move_points(face, [2], [[9, 9]], "a point").apply(labels)
        export(labels, tuple(labels), self._form, out, overwrite=True)

    def check(self, root: Path, lines: list[str]) -> list[str]:
        labels = open_corrected(root / "faces").labels
        form, harm = self._form, []
        there = planned_files(labels, tuple(labels), form, root / "out")
        new = planned_files(labels, tuple(labels), form, root / "new")
        for path, whole in zip(there, new, strict=True):
            if path.read_bytes() == whole.read_bytes():
                continue
            export(labels, tuple(labels), form, root / "old", overwrite=True)
            before = root / "old" / path.relative_to(root / "out")
            if lines or path.read_bytes() != before.read_bytes():
                harm.append(f"{path.name} is neither the old nor the new file")
        return harm


class Shared:
    """All faces for other people, with their pictures, over what was given before."""

    name = "export with pictures"

    def prepare(self, root: Path) -> None:
        faces(root)
        for out in ("out", "before"):
            self._share(root, root / out)
        for path in (root / "faces").glob("*.png"):
            Image.new("L", (32, 24), 200).save(path)
        self._share(root, root / "new")

    def work(self, root: Path, tell: Tell) -> None:
        with contextlib.suppress(InputError):
            self._share(root, root / "out")
            tell("exported")

    def check(self, root: Path, lines: list[str]) -> list[str]:
        old, harm = {}, []
        for path in (root / "before").rglob("*"):
            if path.is_file():
                old[path.relative_to(root / "before")] = path.read_bytes()
        for path in (root / "new").rglob("*"):
            if path.is_file():
                name = path.relative_to(root / "new")
                found = (root / "out" / name).read_bytes()
                if found != path.read_bytes() and (lines or found != old[name]):
                    harm.append(f"{name} is neither the old nor the new file")
        return harm

    def _share(self, root: Path, out: Path) -> None:
        labels = open_corrected(root / "faces").labels
        export_to_share(labels, tuple(labels), "json", out, Sharing.COPY, overwrite=True)


class Import:
    """A public set that is unpacked into a new folder, its terms beside it."""

    name = "importing"

    def prepare(self, root: Path) -> None:
        folder = faces(root)
        with zipfile.ZipFile(root / "set.zip", "w") as archive:
            for path in sorted(folder.iterdir()):
                archive.write(path, path.name)

    def work(self, root: Path, tell: Tell) -> None:
        with contextlib.suppress(InputError):
            self._get(root)
            tell("imported")

    def _get(self, root: Path) -> None:
        file = PublicFile("set.zip", (), None, None)
        base = set_named("imm", read_catalogue())
        wanted = dataclasses.replace(base, files=(file,), by_hand="Fetch it.")
        get(wanted, root / "imported", True, given=[root / "set.zip"])

    def check(self, root: Path, lines: list[str]) -> list[str]:
        there = root / "imported"
        if not lines and not (there.is_dir() and any(there.iterdir())):
            self._get(root)  # the next try must not stumble over what the first one left
        same = told(open_corrected(there).labels) == told(open_corrected(root / "faces").labels)
        rest = [path.name for path in root.glob(".*")]
        harm = [] if same else ["half of the set was imported"]
        return harm + (rest if "imported" in lines else [])
