"""Where the pictures that label files speak of lie, and how large they are."""

# Paths are handled as strings on purpose: links must not be resolved, and pathlib is several times
# slower for the thousands of names of a folder.
# ruff: noqa: PTH100, PTH110, PTH118, PTH119, PTH120, PTH122, PTH208

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path, PureWindowsPath

from kpstudio.core.errors import InputError, Problem
from kpstudio.core.texts import say
from kpstudio.io.images import SUFFIXES, read_size
from kpstudio.io.inside import is_picture_file
from kpstudio.io.text import visible

# Where a path has none of these, it says what its normal form says.
_PLAIN = re.compile(r"/[./]|[/\\]$|\\")


@dataclass
class Elsewhere:
    """Label files that are not those of the root: they may be about its pictures all the same.

    Attributes:
        folder: The folder that was chosen, which may have the root's shape; None for a file.
        meant: By picture, what was taken to mean it: references, or label files.
    """

    folder: Path | None
    meant: dict[str, set[str]] = field(default_factory=dict)


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
        from_elsewhere: Elsewhere | None = None,
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
            from_elsewhere: Where label files lie that are not those of the root. Their pictures
                are those beside them, else those at the same path from the root, else the only ones
                of their names.
        """
        self.root = Path(os.path.abspath(root))
        self._base = os.path.join(self.root, "")
        self._labels_of = labels_of
        self._met = met
        self._asked = asked
        self._from_elsewhere = from_elsewhere
        self._sizes: dict[str, tuple[int, int] | InputError] = {}
        self._find_known = known
        self._listings: dict[str, _Listing] = {}
        self._moved: dict[Path, dict[str, str]] = {}
        self._odd: list[Problem] = []

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
        backslashes, a path from another machine (the file name counts then), another case. Where
        just one picture elsewhere has the name, it is taken, and `told` says so.
        """
        if self._labels_of is not None and label_file in self._labels_of:
            return self._labels_of[label_file]
        folders = [
            os.path.dirname(os.path.abspath(label_file)),
            *self._likely(reference, label_file),
        ]
        near = (self.near(reference, folder) for folder in folders)
        found = next(filter(None, near), None) or self.elsewhere(reference, label_file)
        return self._meant(found, reference, label_file)

    def _likely(self, reference: str, label_file: Path) -> list[str]:
        """Return where in the root a reference of a label file from elsewhere may count from."""
        slashed = reference.replace("\\", "/")
        whole = slashed.startswith("/") or PureWindowsPath(slashed).is_absolute()
        if self._from_elsewhere is None or whole:
            return []
        same = self._same_folder(label_file)
        from_root = [os.fspath(self.root)] if "/" in slashed else []
        return from_root if same is None else [same, *from_root]

    def _same_folder(self, label_file: Path) -> str | None:
        """Return the folder at the path from the root that a label file's has from the chosen."""
        if self._from_elsewhere is None or self._from_elsewhere.folder is None:
            return None
        chosen = os.path.abspath(self._from_elsewhere.folder)
        inside = os.path.relpath(os.path.dirname(os.path.abspath(label_file)), chosen)
        return os.path.normpath(os.path.join(self.root, inside))

    def _meant(self, found: str | None, reference: str, label_file: Path) -> str | None:
        if self._from_elsewhere is not None and found is not None:
            by = visible(reference[:200]) or self.name(label_file)
            self._from_elsewhere.meant.setdefault(found, set()).add(by)
        return found

    def unclear(self) -> dict[str, Problem]:
        """Return the pictures that several things were taken to mean, since the last call."""
        if self._from_elsewhere is None:
            return {}
        meant, self._from_elsewhere.meant = self._from_elsewhere.meant, {}
        return {
            picture: Problem(
                visible(picture),
                say(
                    "ambiguous: it could be either of {names}; left out",
                    names=" and ".join(sorted(by)[:2]),
                ),
            )
            for picture, by in meant.items()
            if len(by) > 1
        }

    def near(self, reference: str, folder: str | Path) -> str | None:
        """Return the picture that ``reference`` means as seen from ``folder``, or None."""
        if self._asked is not None:
            self._asked()
        if not reference or "\0" in reference:
            return None
        if self._labels_of is not None:
            return self.name(os.path.join(folder, reference))
        slashed = reference.replace("\\", "/")
        local = dict.fromkeys((reference, slashed, _utf8_taken_for_latin1(reference)))
        for text in () if self._is_elsewhere(slashed) else local:
            path = os.path.join(folder, text)
            if is_picture_file(Path(path)):
                plain = os.path.normpath(path)
                there = is_picture_file(Path(plain))
                return self.name(plain if there else os.path.realpath(path))
        head, name = os.path.split(slashed)
        if slashed.startswith("/") or PureWindowsPath(slashed).is_absolute():
            head = ""  # a path from another machine
        there_too = os.path.normpath(os.path.join(folder, head))
        match = _only(self._listing(there_too).by_name.get(name.lower(), []))
        return None if match is None else self.name(os.path.join(there_too, match))

    def _is_elsewhere(self, slashed: str) -> bool:
        """Whether a reference leads to a machine that a label file names.

        Looking there would tell that machine who opens the file, on Windows with the password's
        hash. A share that the root itself lies on is at home.
        """
        host = "/".join(slashed.split("/")[:4]) + "/"
        return slashed.startswith("//") and not self._base.replace("\\", "/").startswith(host)

    def elsewhere(
        self, reference: str, label_file: Path, fits: Callable[[str], bool] = lambda _: True
    ) -> str | None:
        """Return the only picture under the root of the file name that ``reference`` has, or None.

        Args:
            reference: What the label file calls it.
            label_file: Which of them.
            fits: Whether a picture may be the one.
        """
        if self._labels_of is not None or not reference or "\0" in reference:
            return None
        name = os.path.basename(reference.replace("\\", "/"))
        found = self._only(self._known.by_name.get(name.lower(), []), label_file)
        if found is None or not fits(found):
            return None
        self._moved.setdefault(label_file, {})[reference.strip()] = found
        return found

    def of(self, reference: str, label_file: Path) -> str | None:
        """Return the picture of ``label_file``, which has one alone and calls it ``reference``.

        The picture of its own stem beside it comes before any elsewhere: a file whose picture was
        renamed may name what is now somebody else's.
        """
        if self._labels_of is not None:
            return self.find(reference, label_file)
        return self._meant(self._of(reference, label_file), "", label_file)

    def _of(self, reference: str, label_file: Path) -> str | None:
        folder, file = os.path.split(os.path.abspath(label_file))
        for text in dict.fromkeys((reference, reference.strip())):
            if (near := self.near(text, folder)) is not None:
                return near
        name = reference.strip().replace("\\", "/").rpartition("/")[2]
        beside = self._beside(folder, file)
        if beside is not None:
            if name and _stem(name) != _stem(file):
                own = os.path.basename(beside)
                message = say(
                    "names {name}, which is missing: {own} was used instead",
                    name=visible(name[:200]),
                    own=own,
                )
                self._odd.append(Problem(visible(self.name(label_file)), message))
            return beside
        same = self._same_folder(label_file)
        if same is not None and (there := self._beside(same, file)) is not None:
            return there
        free = partial(self._is_free, label_file=label_file)
        return self.elsewhere(reference.strip(), label_file, free) or self.beside(label_file)

    def inside(self, path: Path) -> str:
        """Return the name of the picture at ``path``, which lies inside a label file."""
        return (self._labels_of or {}).get(path) or self.name(path)

    def beside(self, label_file: Path, table: Path | None = None) -> str | None:
        """Return the picture of the same stem beside ``label_file``, or anywhere if just one is.

        Args:
            label_file: Gives the folder and the stem.
            table: The file that says so, where ``label_file`` only stands for a row of it.
        """
        if self._asked is not None:
            self._asked()
        if self._labels_of is not None:
            return self._labels_of.get(label_file)
        return self._meant(self._by_stem(label_file, table), "", label_file)

    def _by_stem(self, label_file: Path, table: Path | None) -> str | None:
        folder, file = os.path.split(os.path.abspath(label_file))
        same = self._same_folder(label_file)
        for where in (folder,) if same is None else (folder, same):
            if (beside := self._beside(where, file)) is not None:
                return beside
        found = self._only(self._known.by_stem.get(_stem(file), []), label_file)
        if found is None or not (table or self._is_free(found, label_file)):
            return None
        self._moved.setdefault(table or label_file, {})[os.path.splitext(file)[0]] = found
        return found

    def told(self) -> list[Problem]:
        """Return which pictures were not where label files say, since the last call.

        Label files from elsewhere are not expected to have their pictures beside them.
        """
        problems, self._odd = self._odd, []
        if self._from_elsewhere is not None:
            self._moved = {}
            return problems
        alone: dict[tuple[str, str], list[tuple[str, str, str]]] = {}
        for label_file, moved in self._moved.items():
            where = visible(self.name(label_file))
            (reference, found), *others = moved.items()
            if others:
                message = say(
                    "{count:,} pictures are not where it says: pictures of the same names were "
                    "used instead, such as {found} for {reference}",
                    count=len(moved),
                    found=found,
                    reference=visible(reference[:200]),
                )
                problems.append(Problem(where, message))
            else:
                folders = os.path.dirname(where), os.path.dirname(found)
                alone.setdefault(folders, []).append((where, reference, found))
        self._moved = {}
        for (folder, _), files in alone.items():
            where, reference, found = files[0]
            if len(files) == 1:
                what = visible(reference[:200])
                message = say(
                    "{what} is missing: {found}, the only one of that name, was used",
                    what=what,
                    found=found,
                )
            else:
                where, first = folder or ".", os.path.basename(where)
                message = say(
                    "{count:,} label files have no picture beside them: pictures of the same "
                    "names were used, such as {found} for {first}",
                    count=len(files),
                    found=found,
                    first=first,
                )
            problems.append(Problem(where, message))
        return problems

    def _beside(self, folder: str, file: str) -> str | None:
        names = self._listing(folder).by_stem.get(_stem(file), [])
        own = os.path.splitext(file)[0]
        same_case = [name for name in names if os.path.splitext(name)[0] == own]
        chosen = same_case or names
        return self.name(os.path.join(folder, chosen[0])) if chosen else None

    def _only(self, found: Sequence[str], label_file: Path) -> str | None:
        """Return the one of ``found``, or None; which of several is not guessed, but told."""
        if len(found) > 1 and self._from_elsewhere is not None:
            message = say(
                "could mean {found} or {other}: choose the folder that matches its layout",
                found=found[0],
                other=found[1],
            )
            self._odd.append(Problem(visible(self.name(label_file)), message))
        return _only(found)

    def _is_free(self, picture: str, label_file: Path) -> bool:
        """Whether no other label file of this kind lies beside ``picture``, or that is all one."""
        if self._from_elsewhere is not None:
            return True
        own = os.path.splitext(self.path(picture))[0] + label_file.suffix
        return not os.path.exists(own) or os.path.abspath(label_file) == own

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
