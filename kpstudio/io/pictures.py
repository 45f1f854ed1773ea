"""Where the pictures that label files speak of lie, and how large they are."""

# Paths are handled as strings on purpose: links must not be resolved, and pathlib is several times
# slower for the thousands of names of a folder.
# ruff: noqa: PTH100, PTH118, PTH119, PTH120, PTH122, PTH208

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path, PureWindowsPath

from kpstudio.core.errors import InputError
from kpstudio.io.images import SUFFIXES, read_size
from kpstudio.io.inside import is_picture_file

# Where a path has none of these, it says what its normal form says.
_PLAIN = re.compile(r"/[./]|[/\\]$|\\")


class Pictures:
    """Finds pictures and reads each header once.

    A picture is named as in `Face.picture`: by its path from the root, with "/", or by its absolute
    path where it lies elsewhere.
    """

    def __init__(
        self,
        root: Path,
        known: Callable[[], Iterable[str]] = tuple,
        labels_of: Mapping[Path, str] | None = None,
        met: Callable[[], None] | None = None,
        asked: Callable[[], None] | None = None,
    ) -> None:
        """Start from ``root``.

        Args:
            root: The folder that names start from.
            known: Gives the pictures under it, to look a lost one up by its file name; called when
                the first is lost.
            labels_of: Which picture a label file, or a picture inside one, is about, where that is
                known beforehand; every picture is then taken to exist.
            met: Called after each header that was read.
            asked: Called each time that a label file asks for its picture.
        """
        self.root = Path(os.path.abspath(root))
        self._base = os.path.join(self.root, "")
        self._labels_of = labels_of
        self._met = met
        self._asked = asked
        self._sizes: dict[str, tuple[int, int] | InputError] = {}
        self._find_known = known
        self._listings: dict[str, _Listing] = {}

    @cached_property
    def _known(self) -> _Listing:
        return _Listing(self._find_known())

    def path(self, picture: str) -> Path:
        """Return where ``picture`` lies."""
        return self.root / picture

    def name(self, path: str | Path) -> str:
        """Return the name of the picture at ``path``."""
        whole = os.fspath(path)
        if whole.startswith(self._base) and _PLAIN.search(whole) is None:
            return whole[len(self._base) :]  # the usual case, and the quick one
        return Path(os.path.abspath(whole).removeprefix(self._base)).as_posix()

    def size(self, picture: str) -> tuple[int, int]:
        """Return (width, height) of the oriented picture.

        Raises:
            InputError: If it cannot be opened as a picture.
        """
        if picture not in self._sizes:
            try:
                self._sizes[picture] = read_size(self.path(picture))
            except InputError as error:
                self._sizes[picture] = error
            if self._met is not None:
                self._met()
        size = self._sizes[picture]
        if isinstance(size, InputError):
            raise size
        return size

    def find(self, reference: str, label_file: Path) -> str | None:
        """Return the picture that ``label_file`` calls ``reference``, or None.

        References are relative to the label file. What other systems write is understood, too:
        backslashes, a path from another machine (the file name counts then), another case.
        """
        if self._asked is not None:
            self._asked()
        if not reference or "\0" in reference:
            return None
        folder = os.path.dirname(os.path.abspath(label_file))
        if self._labels_of is not None:
            return self._labels_of.get(label_file) or self.name(os.path.join(folder, reference))
        slashed = reference.replace("\\", "/")
        for text in dict.fromkeys((reference, slashed, _utf8_taken_for_latin1(reference))):
            path = os.path.join(folder, text)
            if is_picture_file(Path(path)):
                plain = os.path.normpath(path)
                there = is_picture_file(Path(plain))
                return self.name(plain if there else os.path.realpath(path))
        return self._lost(folder, slashed)

    def inside(self, path: Path) -> str:
        """Return the name of the picture at ``path``, which lies inside a label file."""
        return (self._labels_of or {}).get(path) or self.name(path)

    def beside(self, label_file: Path) -> str | None:
        """Return the picture of the same stem beside ``label_file``, or anywhere if just one is."""
        if self._asked is not None:
            self._asked()
        if self._labels_of is not None:
            return self._labels_of.get(label_file)
        folder, file = os.path.split(label_file)
        stem = _stem(file)
        names = self._listing(os.path.abspath(folder)).by_stem.get(stem, [])
        if names:
            own = os.path.splitext(file)[0]
            same_case = [name for name in names if os.path.splitext(name)[0] == own]
            return self.name(os.path.join(folder, (same_case or names)[0]))
        return _only(self._known.by_stem.get(stem, []))

    def _lost(self, folder: str, reference: str) -> str | None:
        """Look for a picture that is not where ``reference`` says."""
        head, name = os.path.split(reference)
        if reference.startswith("/") or PureWindowsPath(reference).is_absolute():
            head = ""  # a path from another machine
        near = os.path.normpath(os.path.join(folder, head))
        match = _only(self._listing(near).by_name.get(name.lower(), []))
        if match is not None:
            return self.name(os.path.join(near, match))
        return _only(self._known.by_name.get(name.lower(), []))

    def _listing(self, folder: str) -> _Listing:
        if folder not in self._listings:
            try:
                names = sorted(os.listdir(folder))
            except (OSError, ValueError):
                names = []
            self._listings[folder] = _Listing(names)
        return self._listings[folder]


class _Listing:
    """Pictures by their lower-case file name and stem."""

    def __init__(self, pictures: Iterable[str]) -> None:
        self.by_name: dict[str, list[str]] = {}
        self.by_stem: dict[str, list[str]] = {}
        for picture in pictures:
            name = os.path.basename(picture)
            if os.path.splitext(name)[1].lower() in SUFFIXES:
                self.by_name.setdefault(name.lower(), []).append(picture)
                self.by_stem.setdefault(_stem(name), []).append(picture)


def _stem(name: str) -> str:
    return os.path.splitext(name)[0].lower()


def _only(pictures: Sequence[str]) -> str | None:
    return pictures[0] if len(pictures) == 1 else None


def _utf8_taken_for_latin1(text: str) -> str:
    # imglab writes UTF-8 names under a declaration of ISO-8859-1.
    try:
        return text.encode("iso-8859-1").decode("utf-8")
    except UnicodeError:
        return text


def reference_from(folder: Path, picture: Path) -> str:
    """Return how a file in ``folder`` should call ``picture``: relative if that works."""
    whole = os.path.abspath(picture)
    try:
        relative = os.path.relpath(whole, os.path.abspath(folder))
    except ValueError:  # another drive
        return Path(whole).as_posix()
    # Where a link lies on the way, ".." may lead elsewhere.
    found = os.path.realpath(os.path.join(os.path.realpath(folder), relative))
    return Path(relative if found == os.path.realpath(whole) else whole).as_posix()
