"""Exporting for other people: the landmarks alone, or with pictures that hold pixels alone.

Files then name pictures without the folders they lie in here, and carry no notes of reviewers and
nothing that was kept of the files they came from. Names of pictures and tags go along.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from PIL import Image

from kpstudio.core.errors import Cancelled, InputError, Problem
from kpstudio.core.labelset import Face, LabelSet, face_id
from kpstudio.core.progress import Progress
from kpstudio.core.texts import say, say_count
from kpstudio.io.atomic import write_bytes
from kpstudio.io.bare_pictures import Loss, bare_copy, bare_suffix
from kpstudio.io.counted import Counted
from kpstudio.io.exporting import ExportReport, export, planned_files
from kpstudio.io.images import read_size
from kpstudio.io.inside import is_inside
from kpstudio.io.losses import fit
from kpstudio.io.registry import format_named
from kpstudio.io.text import reason

_LOST = {
    Loss.COMPRESSED: say("turned upright and recompressed"),
    Loss.FLATTENED: say("converted to 8 bits per colour, without transparency"),
    Loss.PROFILE: say("stripped of the colour profile"),
}


class Sharing(StrEnum):
    """What becomes of the pictures when landmarks are exported."""

    REFER = "refer"
    """They stay where they are; the files say where that is."""
    COPY = "copy"
    """They are copied beside the files, without metadata."""
    NONE = "none"
    """They stay here; the files name them and say no more."""


class _Plain:
    """Faces as other people get them, and where their pictures are here."""

    def __init__(self, labels: LabelSet, faces: Sequence[Face], sharing: Sharing) -> None:
        self._labels, self._sharing = labels, sharing
        self._names: dict[str, str] = {}
        self._taken: set[str] = set()
        numbers: dict[str, int] = {}
        self.faces = []
        for face in faces:
            name = self._name(face.picture)
            number = numbers[name] = numbers.get(name, -1) + 1
            landmarks = face.landmarks and replace(face.landmarks, run="", spread=None)
            plain = Face(face_id(name, number), name, landmarks, face.box, face.state)
            self.faces.append(replace(plain, tags=face.tags))

    @property
    def pictures(self) -> dict[str, Path]:
        """Where the pictures lie here, by the names that others get."""
        return {plain: self._labels.picture_path(name) for name, plain in self._names.items()}

    def labels_at(self, root: Path) -> LabelSet:
        """Return the faces as if their pictures were in ``root``."""
        return LabelSet(root, self._labels.scheme, self.faces)

    def _name(self, picture: str) -> str:
        if picture not in self._names:
            path = PurePosixPath(picture)
            if is_inside(self._labels.picture_path(picture)):  # a row of a table, as of a folder
                path = path.parent.with_name(f"{path.parent.stem}-{path.name}")
            inside = not path.is_absolute() and ".." not in path.parts
            plain = path if inside else PurePosixPath(path.name)
            if self._sharing is Sharing.COPY:
                plain = plain.with_suffix(bare_suffix(self._labels.picture_path(picture)))
            name, count = plain, 1
            # Some formats know a picture by its name without the suffix.
            while (stem := name.with_suffix("").as_posix().lower()) in self._taken:
                count += 1
                name = plain.with_stem(f"{plain.stem}-{count}")
            self._taken.add(stem)
            self._names[picture] = name.as_posix()
        return self._names[picture]


def planned_to_share(
    labels: LabelSet,
    faces: Sequence[Face],
    format_name: str,
    folder: Path,
    sharing: Sharing,
    progress: Progress | None = None,
) -> list[Path]:
    """Return the files that `export_to_share` would write.

    Raises:
        InputError: If there is no such format.
        Cancelled: If ``progress`` asked for it.
    """
    if sharing is Sharing.REFER:
        return planned_files(labels, faces, format_name, folder, progress)
    kept, _ = fit(labels, faces, format_named(format_name), progress=progress)
    plain = _Plain(labels, Counted(kept, progress), sharing)
    files = format_named(format_name).plan(plain.faces, folder)
    place = _folder_of(folder, files)
    pictures = [place / name for name in plain.pictures] if sharing is Sharing.COPY else []
    return [*files, *pictures]


def export_to_share(
    labels: LabelSet,
    faces: Sequence[Face],
    format_name: str,
    folder: Path,
    sharing: Sharing,
    overwrite: bool = False,
    progress: Progress | None = None,
) -> ExportReport:
    """Export landmarks as `export` does, with what ``sharing`` says of the pictures.

    Args:
        labels: Gives the scheme and the root of the pictures.
        faces: What to export.
        format_name: As in `kpstudio.io.registry`.
        folder: Where to; for formats with one file for all faces also that file.
        sharing: What becomes of the pictures.
        overwrite: Whether files that exist may be replaced.
        progress: Called now and then with (done, total); returning False cancels.

    Raises:
        InputError: As `export`; if pictures cannot be read; or if the format holds the pictures
            and they are to stay here.
        Cancelled: If ``progress`` asked for it; files that were written stay.
    """
    form = format_named(format_name)
    if sharing is Sharing.REFER or (form.holds.own_pictures and sharing is Sharing.COPY):
        return export(labels, faces, format_name, folder, overwrite, progress)
    if form.holds.own_pictures:
        raise InputError(
            say(
                "{form} contains the pictures: choose another format to leave them out",
                form=form.title,
            )
        )
    kept, lost = fit(labels, faces, form, progress=progress)
    if not kept:
        return export(labels, faces, format_name, folder, overwrite, progress)  # which says why
    plain = _Plain(labels, kept, sharing)
    files = form.plan(plain.faces, folder)
    if sharing is Sharing.NONE:
        _require_free(files, overwrite)
        report = _export_alone(plain, format_name, folder, files, progress)
        return replace(report, lost=(*lost, *report.lost))
    place = _folder_of(folder, files)
    _require_others(plain.pictures, place)
    _require_free([*files, *(place / name for name in plain.pictures)], overwrite)
    copied = _copy_bare(plain.pictures, place, progress)
    faces = [face for face in plain.faces if face.picture in copied.names]
    copies = plain.labels_at(place)
    report = export(copies, faces, format_name, folder, overwrite, progress)
    return replace(
        report,
        pictures=len(copied.names),
        lost=(*lost, *copied.lost, *report.lost),
        problems=(*copied.problems, *report.problems),
    )


@dataclass(frozen=True)
class _Copied:
    """What came of copying pictures: their names, what was lost of them, and what went wrong."""

    names: frozenset[str]
    lost: tuple[str, ...]
    problems: tuple[Problem, ...]


def _folder_of(folder: Path, files: Sequence[Path]) -> Path:
    """Return the folder that is written to, where ``folder`` may be the one file itself."""
    return folder.parent if list(files) == [folder] else folder


def _require_free(paths: Sequence[Path], overwrite: bool) -> None:
    there = next((path for path in paths if path.exists() or path.is_symlink()), None)
    if there is not None and not overwrite:
        raise InputError(
            say(
                "{there} already exists: choose another folder, or allow files to be overwritten",
                there=there,
            )
        )


def _require_others(pictures: Mapping[str, Path], place: Path) -> None:
    """Check that no copy would take the place of a picture itself, under whatever name."""
    originals = {_identity(path) for path in pictures.values()} - {None}
    for path in (place / name for name in pictures):
        if _identity(path) in originals:
            raise InputError(
                say(
                    "{path} is one of the pictures themselves: choose another folder for copies",
                    path=path,
                )
            )


def _identity(path: Path) -> tuple[int, int] | None:
    """Return what tells a file from all others; None where there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _copy_bare(pictures: Mapping[str, Path], place: Path, progress: Progress | None) -> _Copied:
    """Copy pictures; those that cannot be opened are left out and told.

    Raises:
        InputError: If a copy cannot be written, or no picture can be opened.
        Cancelled: If ``progress`` asked for it.
    """
    problems: list[Problem] = []
    losses: Counter[Loss] = Counter()
    copied: set[str] = set()
    for done, (name, path) in enumerate(pictures.items()):
        if progress is not None and not progress(done, len(pictures)):
            raise Cancelled("exporting was cancelled")
        try:
            bare = bare_copy(path)
        except InputError as error:
            problems.append(Problem(name, say("left out: {error}", error=reason(path, error))))
            continue
        write_bytes(place / name, bare.data)
        losses.update(bare.lost)
        copied.add(name)
    if not copied:
        raise InputError(say("no picture can be copied: {problems}", problems=problems[0]))
    lost = tuple(
        say_count("1 picture was {lost}", "{count} pictures were {lost}", count, lost=_LOST[loss])
        for loss, count in losses.items()
    )
    return _Copied(frozenset(copied), lost, tuple(problems))


def _export_alone(
    plain: _Plain,
    format_name: str,
    folder: Path,
    files: Sequence[Path],
    progress: Progress | None,
) -> ExportReport:
    """Export beside empty pictures of the same sizes, and take what was written from there."""
    place = _folder_of(folder, files)
    with TemporaryDirectory(prefix="kpstudio-") as temporary:
        stage = Path(temporary)
        for name, path in plain.pictures.items():
            with suppress(InputError):  # formats that need no size take it all the same
                _write_empty(stage / name, read_size(path))
        goal = stage if place == folder else stage / folder.name
        labels = plain.labels_at(stage)
        report = export(labels, plain.faces, format_name, goal, progress=progress)
        written = [place / path.relative_to(stage) for path in report.files]
        for path, final in zip(report.files, written, strict=True):
            write_bytes(final, path.read_bytes())
    return replace(report, files=tuple(written))


def _write_empty(path: Path, size: tuple[int, int]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("1", size).save(path, "PNG")
