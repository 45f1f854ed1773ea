"""Watching the open folder: what came, went or changed on disk since it was read."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from kpstudio.app.jobs import Job, JobHandle
from kpstudio.app.language import tr, tr_count
from kpstudio.app.session import Session
from kpstudio.core.errors import Cancelled
from kpstudio.core.texts import say
from kpstudio.io.scan import Known, Scan, scan
from kpstudio.io.text import visible

MOST_FOLDERS = 500
"""Folders watched by the system, which has a limit for all programs; the others are looked at."""

MOST_FILES = 50
"""Label files watched: a folder's own watch does not tell that a file in it was written to."""

SETTLE_MS = 800
LOOK_MS = 5_000
GONE = say("is no longer there")
_NEW, _AWAY = say("{pictures} new"), say("{pictures} gone")


@dataclass(frozen=True)
class FolderChange:
    """How a folder differs from what was read of it.

    Attributes:
        new: Pictures that came.
        gone: Pictures that went.
        labels: Label files that came, went or changed.
        away: Whether the folder itself is not there, or cannot be read.
    """

    new: frozenset[str] = field(default_factory=frozenset)
    gone: frozenset[str] = field(default_factory=frozenset)
    labels: frozenset[str] = field(default_factory=frozenset)
    away: bool = False

    def __bool__(self) -> bool:
        return bool(self.new or self.gone or self.labels)

    def sentence(self) -> str:
        """Return it in words."""
        if self.away:
            return tr("The folder is not available: nothing can be changed until it is back.")
        parts = []
        for names, words in ((self.new, _NEW), (self.gone, _AWAY)):
            if names:
                pictures = tr_count("1 picture", "{count:,} pictures", len(names))
                parts.append(tr(words, pictures=pictures))
        if self.labels:
            many = len(self.labels)
            parts.append(tr_count("1 label file changed", "{count:,} label files changed", many))
        return tr("The folder has changed: {what}.", what=", ".join(parts))

    def examples(self, most: int = 10) -> list[str]:
        """Return some of the names, one a line."""
        signs = ((self.new, "+"), (self.gone, "−"), (self.labels, "~"))
        lines = [f"{sign} {visible(name)}" for names, sign in signs for name in sorted(names)]
        return lines[:most] + (
            [tr("… and {more:,} more", more=len(lines) - most)] if lines[most:] else []
        )


def compare(before: Known, now: Scan) -> FolderChange:
    """Return how a folder differs from what was known of it."""
    old, new = set(before.pictures), set(now.pictures)
    texts = before.recognised.items() ^ now.recognised.items()
    labels = frozenset(name for name, _ in texts)
    away = any(name == "" and listed.trouble for name, listed in now.folders.items())
    return FolderChange(frozenset(new - old), frozenset(old - new), labels, away)


class FolderWatch(QObject):
    """Tells when the open folder is no longer as it was read.

    Attributes:
        change: How it differs now.

    Signals:
        changed: the `FolderChange`; an empty one where all is again as it was.
    """

    changed = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.change = FolderChange()
        self._session = session
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._noticed)
        self._watcher.fileChanged.connect(self._noticed)
        self._settle = _single_shot(self, SETTLE_MS, self._look)
        self._poll = _single_shot(self, LOOK_MS, self._look)
        self._known = Known()
        self._unwatched = False
        self._again = self._marking = False
        self._job: Job | None = None
        session.broken_changed.connect(self._met_broken)
        session.opened.connect(self._begin)
        session.reread.connect(self._begin)

    def stop(self) -> None:
        """Watch nothing any more."""
        self._settle.stop()
        self._poll.stop()
        if self._job is not None:
            self._job.cancel()
            self._job = None
        watched = [*self._watcher.directories(), *self._watcher.files()]
        if watched:
            self._watcher.removePaths(watched)

    def _begin(self) -> None:
        self.stop()
        self._again = False
        if self.change:
            self.change = FolderChange()
            self.changed.emit(self.change)
        if self._session.known is not None:
            self._watch(self._session.known)
            self._settle.start()  # what came since it was scanned

    def _watch(self, known: Known) -> None:
        """Have the system watch what it can, and look at the rest now and then."""
        self._known = known
        root = self._session.labels.root
        # A folder that was moved away is still watched, and not where it would come back.
        away = [str(root / name) for name, listed in known.folders.items() if listed.trouble]
        if away:
            self._watcher.removePaths(away)
        watched = {*self._watcher.directories(), *self._watcher.files()}
        names = list(known.folders)[:MOST_FOLDERS]
        if len(known.recognised) <= MOST_FILES:
            names += known.recognised
        new = [path for path in (str(root / name) for name in names) if path not in watched]
        failed = self._watcher.addPaths(new) if new else []
        self._unwatched = bool(failed) or len(known.folders) > MOST_FOLDERS
        if self._unwatched:
            self._poll.start()

    def _noticed(self, _path: str) -> None:
        if self._job is not None:
            self._again = True
        elif not self._settle.isActive():
            self._settle.start()

    def _met_broken(self, names: tuple[str, ...]) -> None:
        """Look whether pictures that could not be opened are gone: not every disk tells of that."""
        met = any(name in self._session.broken for name in names)
        if met and not self._marking and not self._settle.isActive():
            self._settle.start()

    def _look(self) -> None:
        before, known, root = self._session.known, self._known, self._session.labels.root
        if before is None or self._job is not None:
            return

        def work(handle: JobHandle) -> tuple[Known, FolderChange, float]:
            begun = time.monotonic()
            found = _scanned(root, handle, known)
            return found.known, compare(before, found), time.monotonic() - begun

        self._again = False
        self._job = job = self._session.jobs.job(work)
        job.finished.connect(self._looked)
        job.ended.connect(self._finish)
        job.start()

    def _looked(self, result: tuple[Known, FolderChange, float]) -> None:
        if self.sender() is not self._job:
            return
        known, change, seconds = result
        # A folder that takes long to look at is looked at less often.
        self._poll.setInterval(max(LOOK_MS, int(20_000 * seconds)))
        self._watch(known)
        self._mark(change)
        if change != self.change:
            self.change = change
            self.changed.emit(change)

    def _mark(self, change: FolderChange) -> None:
        """Mark the rows of pictures that went, and of those that are there again."""
        new, back = change.gone - self.change.gone, self.change.gone - change.gone
        self._marking = True
        self._session.mark_broken(dict.fromkeys(new, GONE) | dict.fromkeys(back, ""))
        self._marking = False

    def _finish(self) -> None:
        if self.sender() is self._job:
            self._job = None
            if self._again:
                self._settle.start()


def _scanned(root: Path, handle: JobHandle, known: Known) -> Scan:
    def met(_files: int) -> None:
        if handle.cancelled:
            raise Cancelled(tr("the folder no longer needs to be looked at"))

    return scan(root, met, known)


def _single_shot(parent: QObject, interval_ms: int, slot: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(interval_ms)
    timer.timeout.connect(slot)
    return timer
