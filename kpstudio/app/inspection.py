"""Looking at every picture's header behind the window: what cannot be opened, what lies outside."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QTimer, Signal

from kpstudio.app.error_words import sentence
from kpstudio.app.jobs import Job, JobHandle
from kpstudio.app.reading import patience_ms
from kpstudio.app.session import Session
from kpstudio.core.errors import InputError, Problem
from kpstudio.core.labelset import LabelSet
from kpstudio.core.texts import say
from kpstudio.io.images import read_size
from kpstudio.io.inspection import is_far_away, points_outside
from kpstudio.io.text import reason
from kpstudio.store.index import Header, read_headers, write_headers, write_known

_BATCH = 250
_BATCH_S = 0.05
REST_S = 0.3
"""How long to leave the cores to the list after it was scrolled."""
_PAUSE = 1.0
"""How long to rest, as a share of the time worked: the window needs the interpreter, too."""


@dataclass(frozen=True)
class Findings:
    """What looking at some pictures told.

    Attributes:
        done: Pictures looked at so far.
        total: Pictures in all.
        broken: Why pictures cannot be opened, by their names.
        problems: Faces with points outside their pictures.
        far: Faces with points where no crop of the picture could reach.
    """

    done: int
    total: int
    broken: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    far: list[str] = field(default_factory=list)


class Inspection(QObject):
    """Inspects the pictures of the folder that is open, each time it is read.

    Signals:
        progressed: (done, total) pictures.
        ended: nothing is being inspected any more.
        failed: one sentence for the person.
    """

    progressed = Signal(int, int)
    ended = Signal()
    failed = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._job: Job | None = None
        self._resting_until = 0.0
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.timeout.connect(self._start)
        session.opened.connect(self.start)
        session.reread.connect(self.start)

    @property
    def running(self) -> bool:
        """Whether pictures are being inspected."""
        return self._job is not None or self._waiting.isActive()

    def start(self) -> None:
        """Begin anew, with the pictures as they are now."""
        self.cancel()
        self._waiting.start(patience_ms(self._session.labels))

    def _start(self) -> None:
        labels, known = self._session.labels, self._session.known

        def work(handle: JobHandle) -> None:
            if known is not None:
                write_known(labels.root, known)
            _inspect(labels, handle, lambda: self._resting_until)

        self._job = job = self._session.jobs.job(work)
        job.reported.connect(self._found)
        job.failed.connect(self._job_failed)
        job.ended.connect(self._finish)
        job.start()

    def rest(self) -> None:
        """Leave the cores to the window for a moment."""
        self._resting_until = time.monotonic() + REST_S

    def cancel(self) -> None:
        """Stop; what has been found stays."""
        if self.running:
            self._waiting.stop()
            if self._job is not None:
                self._job.cancel()
                self._job = None
            self.ended.emit()

    def _found(self, reports: list[Findings]) -> None:
        if self.sender() is not self._job:
            return
        for findings in reports:
            self._session.take_findings(findings.broken, findings.problems, findings.far)
        self.progressed.emit(reports[-1].done, reports[-1].total)

    def _job_failed(self, error: Exception) -> None:
        if self.sender() is self._job:
            self.failed.emit(sentence(error))

    def _finish(self) -> None:
        if self.sender() is self._job:
            self._job = None
            self.ended.emit()


def _inspect(labels: LabelSet, handle: JobHandle, resting_until: Callable[[], float]) -> None:
    """Report what every picture's header tells, by the index where the file has not changed."""
    known = read_headers(labels.root)
    met: dict[str, Header] = {}
    try:
        for findings in _findings(labels, known, met):
            handle.report(findings)
            while time.monotonic() < resting_until() and not handle.cancelled:
                time.sleep(_BATCH_S)
            if handle.cancelled:
                return
    finally:
        if met != known:
            write_headers(labels.root, known | met if handle.cancelled else met)


def _findings(
    labels: LabelSet, known: dict[str, Header], met: dict[str, Header]
) -> Iterator[Findings]:
    pictures = labels.pictures
    findings = Findings(0, len(pictures))
    begun = time.monotonic()
    for done, picture in enumerate(pictures, 1):
        _look(labels, picture, known, met, findings)
        spent = time.monotonic() - begun
        if done % _BATCH == 0 or spent > _BATCH_S or done == len(pictures):
            yield Findings(done, len(pictures), findings.broken, findings.problems, findings.far)
            findings = Findings(done, len(pictures))
            time.sleep(_PAUSE * spent)
            begun = time.monotonic()


def _look(
    labels: LabelSet,
    picture: str,
    known: dict[str, Header],
    met: dict[str, Header],
    findings: Findings,
) -> None:
    header = _header(labels, picture, known.get(picture))
    if header is None:
        findings.broken[picture] = say("is no longer there")
        return
    met[picture] = header
    said = header[2]
    if isinstance(said, str):
        findings.broken[picture] = said
        return
    faces = labels.faces_of(picture)
    findings.problems.extend(points_outside(faces, said))
    findings.far.extend(face.id for face in faces if is_far_away(face, said))


def _header(labels: LabelSet, picture: str, known: Header | None) -> Header | None:
    path = labels.picture_path(picture)
    try:
        status = path.stat()
        stamp = (status.st_mtime_ns, status.st_size)
    except OSError:
        stamp = (0, 0)  # one inside a table, or gone
    if known is not None and known[:2] == stamp != (0, 0):
        return known
    try:
        return (*stamp, read_size(path))
    except InputError as error:
        return (*stamp, reason(path, error))
