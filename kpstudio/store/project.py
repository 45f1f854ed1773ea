"""The project of one folder: what a person changed, what networks predicted, and the runs.

It lies in ``.kpstudio/`` inside the folder, or in the user's own folder where that cannot be
written. The label files and pictures themselves are never touched.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Self

from kpstudio.core.edits import Edit, FaceChange
from kpstudio.core.errors import InputError, Problem
from kpstudio.core.labelset import Face, LabelSet
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.schema import PointSchema, generic_scheme
from kpstudio.core.texts import say
from kpstudio.store import codec, database, location, lock
from kpstudio.store.adopting import adopt
from kpstudio.store.author import system_author
from kpstudio.store.history import History, Passed, counted, unheard
from kpstudio.store.keys import as_key, from_key
from kpstudio.store.leftovers import clear_halves
from kpstudio.store.overlay import StoredFace, overlay
from kpstudio.store.predictions import portions

SCHEME = "scheme"
"""The setting that holds schemes a person edited, by how many points they have."""

_NO_SCHEME = generic_scheme(0)
_NUMBERED_RUN = re.compile(r"^(\d+)-")
_LAST_RUN = "last run number"
_NO_CHANGE = say("the change cannot be saved")
_FEW = 500
"""More faces are looked up quicker all at once."""


class HeldElsewhereError(InputError):
    """The project is open in another window, which alone may write to it."""


class Project:
    """An open project.

    One window writes at a time, and one thread at a time: others wait. Every call that writes is
    one transaction: when it returns, the change is on the disk.

    Attributes:
        folder: The folder of pictures it belongs to, resolved.
        location: Where the database and the runs lie.
        note: Why that is not inside ``folder``, for the person; else "".
        problems: What was met at opening: a damaged database that was set aside.
        history: What was changed, and what of it has been undone.
        read_only: Whether it was opened to look at.
    """

    def __init__(
        self,
        folder: Path,
        where: location.Location,
        connection: sqlite3.Connection,
        problems: list[Problem],
        held: lock.FileLock | None,
    ) -> None:
        """Use `open` or `peek` instead."""
        self.folder = folder
        self.location = where.folder
        self.note = where.note
        self.problems = tuple(problems)
        self.read_only = held is None
        why = say("{folder} is open in another window; here it is read-only", folder=folder)
        self._tables = database.Tables(connection, where.folder, why if held is None else "")
        self.history = History(self._tables)
        self._lock = held

    @classmethod
    def open(cls, folder: Path, checked: Path | None = None) -> Self:
        """Open the project of ``folder`` for reading and writing; begin one where there is none.

        Args:
            folder: The pictures' folder.
            checked: The `location` of a project that `peek` has just found whole.

        Raises:
            HeldElsewhereError: If it is open in another window.
            InputError: If a newer program wrote it, or the disk cannot be written.
        """
        folder = folder.resolve()
        where = location.for_writing(folder)
        with database.plain_words(say("the project of {folder} cannot be locked", folder=folder)):
            held = lock.acquire(where.folder / "lock")
        if held is None:
            raise HeldElsewhereError(
                say("{folder} is open in another window: close it there first", folder=folder)
            )
        clear_halves(where.folder)
        try:
            problems = adopt(where)
            whole = checked == where.folder
            connection, more = database.open_for_writing(where.database, whole)
        except BaseException:
            held.release()
            raise
        return cls(folder, where, connection, problems + more, held)

    @classmethod
    def peek(cls, folder: Path) -> Self | None:
        """Open the project of ``folder`` for reading only, or return None where there is none.

        Makes nothing and needs no lock: a window may have the project open meanwhile.

        Raises:
            InputError: If a newer program wrote it, or the disk cannot be read.
        """
        folder = folder.resolve()
        where = location.for_reading(folder)
        if where is None:
            return None
        connection, problems = database.open_for_reading(where.database)
        return cls(folder, where, connection, problems, None)

    def require_writable(self, refusal: str) -> None:
        """Refuse where another window has the project.

        Raises:
            InputError: Beginning with ``refusal``.
        """
        self._tables.require(refusal)

    @property
    def replaced(self) -> bool:
        """Whether the folder was away and is back, so that the project has to be opened anew."""
        return self._tables.lost and (self.location / location.DATABASE).is_file()

    def release(self) -> None:
        """Let others open it for writing."""
        if self._lock is not None:
            self._lock.release()

    def close(self) -> None:
        """Let go of the project; another window may open it then."""
        self._tables.connection.close()
        self.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # ---- faces

    def record(self, edit: Edit, author: str | None = None, passed: Passed = unheard) -> None:
        """Keep an edit of the label set; what had been undone is forgotten.

        A face that is again as the files have it is forgotten, so that undoing leaves no trace but
        in the history.

        Args:
            edit: The change.
            author: Who made it; None for whom the system knows.
            passed: Is told how many faces are written.

        Raises:
            InputError: If it cannot be saved; nothing of it is then.
            Cancelled: If ``passed`` asked for it; likewise.
        """
        with self._tables.writing(_NO_CHANGE):
            pushed = self.history.push(edit, system_author() if author is None else author)
            self._keep_scheme(edit)
            writers = self._keep_faces(edit, passed)
            for change, writer in zip(pushed.edit.changes, writers, strict=True):
                self.history.note(pushed.id, change, writer)
        self.history.remember(pushed)

    def step(
        self, edit: Edit, entries: Sequence[int], undone: bool, passed: Passed = unheard
    ) -> None:
        """Keep what undoing or redoing some of the history comes to.

        Args:
            edit: That the label set is changed by.
            entries: The ids of what is undone or redone.
            undone: Which of the two.
            passed: Is told how many faces are written.

        Raises:
            InputError: If it cannot be saved; nothing of it is then.
            Cancelled: If ``passed`` asked for it; likewise.
        """
        with self._tables.writing(_NO_CHANGE):
            self._keep_scheme(edit)
            for _ in self._keep_faces(edit, passed):
                pass
            self.history.mark(entries, undone)

    def _keep_scheme(self, edit: Edit) -> None:
        if edit.scheme is not None:
            before, after = edit.scheme.before, edit.scheme.after
            count = str((after or before or _NO_SCHEME).count)
            stored = self.setting(SCHEME)
            schemes = dict(stored) if isinstance(stored, dict) else {}
            schemes.pop(count, None)
            if before is not None:  # one that was chosen and given up again
                schemes.pop(str(before.count), None)
            if after is not None:
                schemes[count] = after.to_json()
            self._set(SCHEME, schemes)

    def _keep_faces(self, edit: Edit, passed: Passed) -> Iterator[codec.Writer]:
        for change in counted(edit.changes, passed):
            writer = codec.Writer()
            self._keep_face(change, writer)
            yield writer

    def _keep_face(self, change: FaceChange, writer: codec.Writer) -> None:
        execute, key = self._tables.connection.execute, as_key(change.face_id)
        after = None if change.after is None else writer.face(change.after)
        query = "SELECT original IS ? FROM faces WHERE id = ?"
        known = execute(query, (after, key)).fetchone()
        if known is None:
            before = None if change.before is None else writer.face(change.before)
            if after != before:
                row = (key, after, before)
                execute("INSERT INTO faces (id, face, original) VALUES (?, ?, ?)", row)
        elif known[0]:
            execute("DELETE FROM faces WHERE id = ?", (key,))
        else:
            execute("UPDATE faces SET face = ? WHERE id = ?", (after, key))

    def scheme(self, count: int) -> PointSchema | None:
        """Return the scheme that a person sees the points by, or None for that of the files.

        Args:
            count: How many points the files have; of files without any it is what was chosen.

        Raises:
            InputError: If what is stored is no scheme.
        """
        stored = self.setting(SCHEME)
        if not isinstance(stored, dict) or not stored:
            return None
        data = stored.get(str(count)) if count else list(stored.values())[-1]
        return None if data is None else PointSchema.from_json(data)

    def stored_faces(self, passed: Passed = unheard) -> dict[str, Face | None]:
        """Return the changed faces by id, None for one that was taken out; ``passed`` is told.

        Raises:
            InputError: If a row cannot be read.
            Cancelled: If ``passed`` asked for it.
        """
        rows = counted(self._face_rows(), passed)
        return {key: _stored(key, *texts).face for key, *texts in rows}

    def originals(self, face_ids: Iterable[str], passed: Passed = unheard) -> dict[str, Face]:
        """Return those of the faces that a person changed, as the files have them, by id.

        Args:
            face_ids: The faces.
            passed: Is told how many of them are done.

        Raises:
            InputError: If a row cannot be read.
            Cancelled: If ``passed`` asked for it.
        """
        found = {}
        for face_id in counted(face_ids, passed):
            query = "SELECT original FROM faces WHERE id = ? AND original IS NOT NULL"
            for (text,) in self._tables.read(query, (as_key(face_id),)):
                found[face_id] = codec.face_from_text(text)
        return found

    def has_originals(self, face_ids: Sequence[str]) -> bool:
        """Return whether the files have any of the faces otherwise than they are now.

        Raises:
            InputError: If the project cannot be read.
        """
        if len(face_ids) <= _FEW:
            query = "SELECT 1 FROM faces WHERE id = ? AND original IS NOT NULL"
            return any(self._tables.read(query, (as_key(face_id),)) for face_id in face_ids)
        wanted = set(map(as_key, face_ids))
        every = self._tables.each("SELECT id FROM faces WHERE original IS NOT NULL")
        return any(key in wanted for (key,) in every)

    def has_changed_more(self, than: int) -> bool:
        """Return whether more than so many faces are changed.

        Raises:
            InputError: If the project cannot be read.
        """
        return bool(self._tables.read("SELECT 1 FROM faces LIMIT 1 OFFSET ?", (than,)))

    def overlay(self, labels: LabelSet, passed: Passed = unheard) -> list[Problem]:
        """Put the changed faces into freshly opened ``labels``; ``passed`` is told of each.

        Returns:
            What does not fit: a picture that is gone, another number of points, a label file that
            has changed since. Such faces stay in the project.
        """
        stored, problems = [], []
        for key, face, original in counted(self._face_rows(), passed):
            try:
                stored.append(_stored(key, face, original))
            except InputError as error:
                problems.append(Problem(key, str(error)))
        return problems + overlay(labels, stored)

    # ---- predictions

    def save_predictions(self, run: str, predictions: Mapping[str, Landmarks]) -> None:
        """Keep a run's predictions by face id, in place of earlier ones for the same faces.

        Raises:
            InputError: If they cannot be saved; none of them is then.
        """
        self.keep_predictions(run, {i: codec.landmarks_to_text(p) for i, p in predictions.items()})

    def keep_predictions(self, run: str, texts: Mapping[str, str]) -> None:
        """Do as `save_predictions` with points that `kpstudio.store.codec` has put in words before.

        Raises:
            InputError: If they cannot be saved; none of them is then.
        """
        rows = [(as_key(run), as_key(face_id), text) for face_id, text in texts.items()]
        with self._tables.writing(say("the predictions cannot be saved")):
            self._tables.connection.executemany(
                "INSERT OR REPLACE INTO predictions (run, face_id, landmarks) VALUES (?, ?, ?)",
                rows,
            )

    def predictions(self, run: str) -> dict[str, Landmarks]:
        """Return a run's predictions by face id; empty where it has none.

        Raises:
            InputError: If a row cannot be read.
        """
        found = portions(self._tables.read, run)
        return {face_id: points for some in found for face_id, points in some.items()}

    def has_more_predictions(self, run: str, than: int) -> bool:
        """Return whether a run has predictions of more than so many faces.

        Raises:
            InputError: If the project cannot be read.
        """
        query = "SELECT 1 FROM predictions WHERE run = ? LIMIT 1 OFFSET ?"
        return bool(self._tables.read(query, (as_key(run), than)))

    def predicted_runs(self) -> list[str]:
        """Return the names of the runs that have predictions here, oldest first."""
        rows = self._tables.read("SELECT DISTINCT run FROM predictions")
        return sorted(from_key(run) for (run,) in rows)

    def delete_predictions(self, run: str) -> None:
        """Forget a run's predictions; for very many there is `predictions.forget_predictions`.

        Raises:
            InputError: If the database cannot be written.
        """
        with self._tables.writing(_NO_CHANGE):
            self._tables.connection.execute("DELETE FROM predictions WHERE run = ?", (as_key(run),))

    # ---- settings

    def setting(self, key: str, default: Any = None) -> Any:
        """Return a setting of this project, or ``default`` where it was never set."""
        rows = self._tables.read("SELECT value FROM settings WHERE key = ?", (key,))
        try:
            return json.loads(rows[0][0]) if rows else default
        except (TypeError, ValueError, RecursionError):
            return default  # damaged: as if it had never been set

    def set_setting(self, key: str, value: Any) -> None:
        """Keep a JSON value.

        Raises:
            InputError: If it cannot be saved.
            TypeError: If the value is not JSON.
            ValueError: If it holds a NaN or an infinity.
        """
        with self._tables.writing(say("the setting cannot be saved")):
            self._set(key, value)

    def _set(self, key: str, value: Any) -> None:
        row = (key, codec.dumps(value))
        self._tables.connection.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", row)

    # ---- runs

    @property
    def runs_folder(self) -> Path:
        """Where new runs go; may not exist yet."""
        return self.location / "runs"

    def new_run_folder(self, preset: str) -> Path:
        """Make the folder of the next run, such as "0007-bignet"; a number is used only once.

        Raises:
            InputError: If it cannot be made.
        """
        self.require_writable(say("no run can be started"))
        word = re.sub(r"[^A-Za-z0-9._]+", "-", preset).strip("-.") or "run"
        last = int(self.setting(_LAST_RUN, 0))
        refusal = say("no run folder can be created in {folder}", folder=self.runs_folder)
        with database.plain_words(refusal):
            self.runs_folder.mkdir(exist_ok=True)
            names = [path.name for path in self.runs_folder.iterdir()]
            taken = [int(found[1]) for name in names if (found := _NUMBERED_RUN.match(name))]
            number = max([last, *taken]) + 1
            path = self.runs_folder / f"{number:04}-{word}"
            path.mkdir()
        self.set_setting(_LAST_RUN, number)
        return path

    def _face_rows(self) -> Iterator[tuple[str, str | None, str | None]]:
        for key, *texts in self._tables.each("SELECT id, face, original FROM faces ORDER BY id"):
            yield from_key(key), *texts


def _stored(key: str, face: str | None, original: str | None) -> StoredFace:
    return StoredFace(
        key,
        None if face is None else codec.face_from_text(face),
        None if original is None else codec.face_from_text(original),
    )
