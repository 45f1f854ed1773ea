"""The session: the open label set and the one place that changes it."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from kpstudio.app import reading as folders
from kpstudio.app import undo as changing
from kpstudio.app.clearing import clear
from kpstudio.app.error_words import sentence
from kpstudio.app.face_words import left_out
from kpstudio.app.jobs import Job, JobHandle, JobRunner
from kpstudio.app.language import translated
from kpstudio.app.reading import OpeningProgress, Reading
from kpstudio.app.undo import Answer
from kpstudio.core.edits import Edit, StaleEditError, set_scheme
from kpstudio.core.errors import Cancelled, InputError, Problem
from kpstudio.core.labelset import Face, LabelSet
from kpstudio.core.progress import Progress
from kpstudio.core.schema import PointSchema, generic_scheme
from kpstudio.io.choosing import LabelChoice, LabelChoiceNeeded
from kpstudio.io.scan import Known
from kpstudio.store.author import system_author
from kpstudio.store.project import Project
from kpstudio.tasks.opening import CHOICE

SAVE_PLACE_MS = 500
"""How long the face in view must stay before it is written down: a write waits for the disk."""


class Session(QObject):
    """The open folder, its corrections, the face in view, and undo.

    Attributes:
        jobs: Runs what takes long.
        labels: Pictures and faces as they are now.
        problems: Everything odd met so far.
        format: Name of the format of the labels, or "none".
        path: What was opened: the folder, or a file in it.
        choice: Which label sets count there, where a person had to say.
        known: What lies in the folder; None where a file was opened.
        by_name: The faces that were read in the order of their names.
        broken: Why pictures cannot be opened, by their names, as far as that is known.
        project: Where changes are kept; None before a folder is open.
        author: Who makes the changes.
        wait: Waits for what is about many faces; nothing else may be done meanwhile.

    Signals:
        opening_progressed: `OpeningProgress` while a folder is read.
        opening_ended: reading is over, however it ended.
        opened: a folder is open, and everything of the one before is gone.
        reread: the folder has been read again; faces may have come, gone and changed before.
        broken_changed: tuple of pictures that were found to be broken, or to be whole.
        faces_changed: tuple of face ids whose points, state or box changed.
        faces_listed: faces came or went.
        scheme_changed: the points are named, paired, connected or grouped otherwise.
        current_changed: the id of the face in view, or "".
        history_changed: what undo and redo would do.
        saved: a change is on disk.
        failed: one sentence for the person.
        choice_needed: the `LabelChoiceNeeded` of a folder whose label sets name the same pictures.
    """

    opening_progressed = Signal(object)
    opening_ended = Signal()
    opened = Signal()
    reread = Signal()
    broken_changed = Signal(object)
    faces_changed = Signal(object)
    faces_listed = Signal()
    scheme_changed = Signal()
    current_changed = Signal(str)
    history_changed = Signal()
    saved = Signal()
    failed = Signal(str)
    choice_needed = Signal(object)

    def __init__(self, jobs: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.jobs = jobs
        self.labels = LabelSet(Path(), generic_scheme(0))
        self.problems: tuple[Problem, ...] = ()
        self.format = ""
        self.path = Path()
        self.choice: LabelChoice | None = None
        self.known: Known | None = None
        self.by_name: tuple[str, ...] = ()
        self.broken: dict[str, str] = {}
        self.project: Project | None = None
        self.author = system_author()
        self.wait: changing.Wait = changing.at_once
        self._waiting = False
        self._current = ""
        self._before = ""
        self._saved_place = ""
        self._opening: Job | None = None
        self._asked = Path()
        self._place_timer = QTimer(self)
        self._place_timer.setSingleShot(True)
        self._place_timer.setInterval(SAVE_PLACE_MS)
        self._place_timer.timeout.connect(self._save_place)

    # Opening and closing

    @property
    def read_only(self) -> bool:
        """Whether the folder is open to look at alone, for another window has it."""
        return self.project is not None and self.project.read_only

    @property
    def is_open(self) -> bool:
        """Whether a folder is open."""
        return self.project is not None

    def open(self, path: Path, choice: LabelChoice | None = None) -> None:
        """Read ``path`` on a thread of its own; `opened`, `choice_needed` or `failed` follows.

        Args:
            path: A folder, a label file or a picture.
            choice: Which labels of the folder count; None for what its project remembers.
        """
        if self._opening is not None:
            self._opening.cancel()
        self._read(path, folders.reading(path, choice), self._take)

    def rescan(self) -> None:
        """Read the open folder again; corrections, undo and the face in view stay."""
        if self.project is not None and self._opening is None:
            again = folders.reading_again(self.path, self.choice, self.known, self.labels)
            self._read(self.path, again, self._take_again)

    def _read(
        self, path: Path, work: Callable[[JobHandle], Reading], take: Callable[[Reading], None]
    ) -> None:
        job = self.jobs.job(work)
        job.reported.connect(self._opening_progressed)
        job.finished.connect(take)
        job.failed.connect(self._opening_failed)
        job.ended.connect(self._opening_over)
        self._opening, self._asked = job, path
        job.start()

    @property
    def opening(self) -> bool:
        """Whether something is being read, to be opened."""
        return self._opening is not None

    def cancel_opening(self) -> None:
        """Stop reading the folder; the one open before stays."""
        if self._opening is not None:
            self._opening.cancel()

    def _opening_progressed(self, reports: list[OpeningProgress]) -> None:
        if self.sender() is self._opening:
            self.opening_progressed.emit(reports[-1])

    def _opening_failed(self, error: Exception) -> None:
        if self.sender() is self._opening:
            if isinstance(error, LabelChoiceNeeded):
                self.choice_needed.emit(error)
            else:
                self._tell(error)

    def _tell(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            self.failed.emit(sentence(error))

    def _opening_over(self) -> None:
        if self.sender() is self._opening:
            self._opening = None
            self.opening_ended.emit()

    def _take(self, read: Reading) -> None:
        if self.sender() is self._opening:  # no other folder was asked for meanwhile
            self._show(read)

    def _show(self, read: Reading) -> None:
        opened, before = read.opened, self.project
        self._save_place()
        try:
            project = folders.project_of(opened.labels.root, before, read.checked)
        except InputError as error:
            self.failed.emit(translated(error))
            return
        try:
            stored_problems = folders.laid_over(project, opened.labels, self.waited)
            last = project.setting("current", "")
            if opened.choice is not None and not project.read_only:
                project.set_setting(CHOICE, opened.choice.to_json())
        except (InputError, Cancelled) as error:
            if project is not before:
                project.close()
            self._tell(error)
            return
        if before is not None and before is not project:
            before.close()
        self.project = project
        self.path = self._asked
        self._hold(read, stored_problems)
        self._current = self._before = ""
        self._saved_place = last
        self.opened.emit()
        self.history_changed.emit()
        self.choose(last if last in self.labels else self._first())

    def _hold(self, read: Reading, stored_problems: Sequence[Problem]) -> None:
        project, opened = self.project, read.opened
        assert project is not None
        self.labels, self.format, self.choice = opened.labels, opened.format, opened.choice
        self.known, self.by_name = opened.known, read.by_name
        self.broken = {}
        elsewhere = [Problem(str(project.folder), project.note)] if project.note else []
        self.problems = (*read.odd, *project.problems, *stored_problems, *elsewhere)

    def _take_again(self, read: Reading) -> None:
        if self.sender() is not self._opening or self.project is None:
            return
        opened, before = read.opened, self.labels
        if (opened.labels.root, opened.labels.own_scheme) != (before.root, before.own_scheme):
            self._show(read)  # the points are others: nothing of before fits
            return
        try:
            stored_problems = folders.laid_over(self.project, opened.labels, self.waited)
        except (InputError, Cancelled) as error:
            self._tell(error)
            return
        self._hold(read, stored_problems)
        self._relist(read.changed)
        if not self._current:
            self.choose(self._first())
        self.history_changed.emit()
        self.reread.emit()

    def _relist(self, changed: Sequence[str]) -> None:
        """Announce that faces came, went and changed, and keep one in view."""
        gone = self._current if self._current not in self.labels else ""
        if gone:
            self._current = ""
        self.faces_listed.emit()
        if gone:
            self._show_instead()
        if changed:
            self.faces_changed.emit(tuple(changed))

    def close(self) -> None:
        """Let go of the folder; every change is on disk already."""
        if self._opening is not None:
            self._opening.cancel()
            self._opening = None
        self._save_place()
        if self.project is not None:
            self.project.close()
            self.project = None

    # What is odd

    def take_findings(
        self, broken: Mapping[str, str], problems: Sequence[Problem], far: Sequence[str]
    ) -> None:
        """Take what an inspection of the pictures found.

        Args:
            broken: Why pictures cannot be opened, by their names.
            problems: What else is odd.
            far: Faces with a point that no crop of the picture could reach: they lose their points,
                unless a person has worked on them.
        """
        if problems:
            self.problems = (*self.problems, *problems)
        self.mark_broken(broken)
        worked_on = self.project.history.face_ids if far and self.project is not None else ()
        cleared = clear(self.labels, far, worked_on)
        if cleared:
            self._relist(cleared)

    def mark_broken(self, broken: Mapping[str, str]) -> None:
        """Mark pictures that cannot be opened; "" takes a mark back.

        Args:
            broken: Why not, by the pictures' names.
        """
        new = {name: why for name, why in broken.items() if why != self.broken.get(name, "")}
        if not new:
            return
        listed = {name: Problem(name, why) for name, why in new.items() if why}
        if any(name in self.broken for name in new):
            old = {Problem(name, self.broken.get(name, "")) for name in new}
            self.problems = tuple(problem for problem in self.problems if problem not in old)
        self.problems = (*self.problems, *listed.values())
        self.broken = {n: why for n, why in (self.broken | new).items() if why}
        self.broken_changed.emit(tuple(new))

    # The face in view

    @property
    def current(self) -> Face | None:
        """The face in view."""
        return self.labels.get(self._current)

    def choose(self, face_id: str) -> None:
        """Put a face in view."""
        if face_id == self._current or (face_id and face_id not in self.labels):
            return
        self._before, self._current = self._current, face_id
        self._place_timer.start()
        self.current_changed.emit(face_id)

    def _first(self) -> str:
        return next((face.id for face in self.labels), "")

    def _save_place(self) -> None:
        """Remember the face in view for the next opening, if that has not been done."""
        self._place_timer.stop()
        if self._waiting:  # it would have to wait as well, and the window with it
            self._place_timer.start()
        elif self.project is not None and self._current not in ("", self._saved_place):
            with contextlib.suppress(InputError):  # a convenience: not worth a complaint
                self.project.set_setting("current", self._current)
                self._saved_place = self._current

    # Changing

    def perform(self, edit: Edit) -> bool:
        """Apply ``edit``, keep it on disk and make it undoable; False if it was not kept."""
        assert self.project is not None, "nothing can change before a folder is open"
        if edit.empty or self._waiting:
            return edit.empty
        write = partial(changing.record, self.project, self.labels, edit, self.author)
        return self._change(write, changing.faces_of(self.project, edit))

    def changeable(self, faces: Sequence[Face]) -> list[Face]:
        """Return those of several faces that may change, and tell why the others may not.

        Where none may all are returned, for `perform` to refuse.
        """
        kept = self.labels.kept
        stay = [face for face in faces if face.id in kept]
        if not stay or len(stay) == len(faces):
            return list(faces)
        self.failed.emit(left_out([kept[face.id] for face in stay]))
        return [face for face in faces if face.id not in kept]

    def set_scheme(self, scheme: PointSchema) -> bool:
        """See the points otherwise from now on; False if that could not be kept."""
        return self.perform(set_scheme(self.labels, scheme))

    def undo(self) -> None:
        """Take the last change back."""
        self._walk(changing.way_back)

    def redo(self) -> None:
        """Do again what was undone last."""
        self._walk(changing.way_forward)

    def go_to(self, entry: int) -> None:
        """Undo or redo until the entry of that id in the history is the last one done; 0: none."""
        self._walk(lambda project: changing.way_to(project, entry))

    def _walk(self, find: Callable[[Project], changing.Way | None]) -> None:
        project = self.project
        if project is None or self._waiting:
            return
        try:
            way = find(project)
        except InputError as error:
            self.failed.emit(translated(error))
            return
        if way is not None:
            self._change(partial(changing.go, project, self.labels, way), way.faces)

    @property
    def undo_verb(self) -> str:
        """What `undo` would take back, or ""."""
        return changing.verbs(self.project)[0]

    @property
    def redo_verb(self) -> str:
        """What `redo` would do again, or ""."""
        return changing.verbs(self.project)[1]

    def waited(self, work: Callable[[Progress], Answer], faces: int, reads: bool = True) -> Answer:
        """Return what ``work`` returns, behind the window where it is about many faces.

        Raises:
            Cancelled: If a person did not want to wait, or already waits for something else.
        """
        if self._waiting:
            raise Cancelled("something else is waited for")
        self._waiting = faces >= changing.MANY_FACES
        try:
            return (self.wait if self._waiting else changing.at_once)(work, faces, reads)
        finally:
            self._waiting = False

    def _change(self, write: Callable[[Progress], changing.Step], faces: int) -> bool:
        """Write a change down, then make and tell it; False if that was not to be."""
        try:
            done = self.waited(write, faces, reads=False)
        except StaleEditError:
            raise
        except Exception as error:
            self._tell(error)
            if self.project is not None and self.project.replaced:
                self.open(self.path, self.choice)
            return False
        done.edit.make(self.labels)
        self._announce(done.edit)
        if done.told:
            self.failed.emit(done.told)
        return True

    def _announce(self, edit: Edit) -> None:
        if edit.scheme is not None:
            self.scheme_changed.emit()
        if any(change.before is None or change.after is None for change in edit.changes):
            self._relist(())
        face_ids = edit.face_ids
        if face_ids:
            self.faces_changed.emit(face_ids)
        # Undoing reaches across pictures: show what it changed.
        if face_ids and self._current not in face_ids:
            self.choose(next((i for i in face_ids if i in self.labels), self._current))
        self.history_changed.emit()
        self.saved.emit()

    def _show_instead(self) -> None:
        """Put another face in view than the one that went: the one before, or the first."""
        other = self._before if self._before in self.labels else self._first()
        if other:
            self.choose(other)
        else:
            self.current_changed.emit("")
