"""The label doctor of the window: glances at what was opened, examines on demand, remembers."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from kpstudio.app.error_words import sentence
from kpstudio.app.jobs import Job, JobHandle
from kpstudio.app.language import translated
from kpstudio.app.reading import patience_ms
from kpstudio.app.session import Session
from kpstudio.core.errors import InputError
from kpstudio.core.labelset import LabelSet
from kpstudio.doctor.diagnose import Depth
from kpstudio.doctor.finding import Finding
from kpstudio.doctor.proof import ALL, INKS, SIDE, Inks, proof
from kpstudio.io.images import UInt8Array
from kpstudio.tasks.doctor import SETTING, Case, case_of, decisions_of, keep_applied

_FINER = 2
"""A proof has so many pixels for each that it has in a report, for fine screens."""


class LabelDoctor(QObject):
    """Examines the open labels off the window's thread.

    Attributes:
        findings: What is odd, and nobody has decided about yet.

    Signals:
        suspected: what a glance at freshly opened labels found; a non-empty tuple of findings.
        progressed: (done, total) steps of an examination.
        examined: an examination has ended well; see `findings`.
        ended: an examination has ended, however.
        decided: a finding was applied or dismissed.
        proved: (key of the finding, face id, picture) for one proof.
        failed: one sentence for the person.
    """

    suspected = Signal(object)
    progressed = Signal(int, int)
    examined = Signal()
    ended = Signal()
    decided = Signal()
    proved = Signal(str, str, object)
    failed = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self.findings: tuple[Finding, ...] = ()
        self._glance: Job | None = None
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.timeout.connect(self._begin_glance)
        self._examination: Job | None = None
        self._proofs: Job | None = None
        session.opened.connect(self._opened)

    @property
    def running(self) -> bool:
        """Whether an examination goes on."""
        return self._examination is not None

    def examine(self) -> None:
        """Look at everything, pixels too; `examined` or `failed`, then `ended` follows."""
        self.cancel()
        case = self._case()
        if case is None:
            return

        def work(handle: JobHandle) -> tuple[Finding, ...]:
            return case.examine(Depth.PICTURES, handle.progress)

        job = self._examination = self._session.jobs.job(work)
        job.reported.connect(lambda reports: self.progressed.emit(*reports[-1]))
        job.finished.connect(self._take)
        job.failed.connect(lambda error: self.failed.emit(sentence(error)))
        job.ended.connect(self._over)
        job.start()

    def cancel(self) -> None:
        """End the examination and the drawing of proofs, if they go on."""
        self._waiting.stop()
        for job in (self._examination, self._proofs, self._glance):
            if job is not None:
                job.cancel()
        self._examination = self._proofs = self._glance = None

    def cancel_examination(self) -> None:
        """End the examination; `ended` follows."""
        if self._examination is not None:
            self._examination.cancel()

    def prove(self, finding: Finding, inks: Inks = INKS) -> None:
        """Draw proofs of ``finding`` in these colours; `proved` follows for each."""
        if self._proofs is not None:
            self._proofs.cancel()
        labels = self._session.labels
        faces = labels.known(finding.shown[:ALL])
        place = LabelSet(labels.root, labels.scheme)

        def work(handle: JobHandle) -> None:
            for face in faces:
                if handle.cancelled:
                    return
                if face.landmarks is not None:
                    try:
                        drawing = proof(place, finding, face, _FINER * SIDE, inks)
                        handle.report((face.id, drawing))
                    except InputError:
                        continue  # a broken picture is among what was odd

        def drawn(reports: list[tuple[str, UInt8Array]]) -> None:
            if job is self._proofs:
                for face_id, picture in reports:
                    self.proved.emit(finding.key, face_id, picture)

        job = self._proofs = self._session.jobs.job(work)
        job.reported.connect(drawn)
        job.failed.connect(lambda error: self.failed.emit(sentence(error)))
        job.start()

    def apply(self, finding: Finding) -> None:
        """Put ``finding`` right, as an edit that can be undone."""
        session, repair = self._session, finding.repair
        if session.project is None or repair is None:
            return
        faces = session.labels.known(finding.faces)
        edit = repair.edit(session.changeable(faces))
        if edit.changes and not session.perform(edit):
            return

        def write() -> None:
            assert session.project is not None
            keep_applied(session.project, finding, edit)

        self._settle(finding, write)

    def dismiss(self, finding: Finding) -> None:
        """Remember that the labels are right there as they are."""
        session = self._session
        if session.project is None:
            return

        def write() -> None:
            assert session.project is not None
            decisions = decisions_of(session.project).dismiss(finding, session.labels)
            session.project.set_setting(SETTING, decisions.to_json())

        self._settle(finding, write)

    def _settle(self, finding: Finding, write: Callable[[], None]) -> None:
        try:
            write()
        except InputError as error:
            self.failed.emit(translated(error))
            return
        self.findings = tuple(other for other in self.findings if other is not finding)
        self.decided.emit()

    def _case(self) -> Case | None:
        session = self._session
        if session.project is None:
            return None
        try:
            return case_of(session.labels, session.problems, session.project)
        except InputError as error:
            self.failed.emit(translated(error))
            return None

    def _opened(self) -> None:
        self.cancel()
        self.findings = ()
        self._waiting.start(patience_ms(self._session.labels))

    def _begin_glance(self) -> None:
        case = self._case()
        if case is None:
            return
        job = self._glance = self._session.jobs.job(lambda _: case.glance())
        job.finished.connect(self._glanced)
        job.failed.connect(lambda error: self.failed.emit(sentence(error)))
        job.start()

    def _glanced(self, findings: tuple[Finding, ...]) -> None:
        found = tuple(finding for finding in findings if finding.open)
        if self.sender() is self._glance and found:
            self.suspected.emit(found)

    def _take(self, findings: tuple[Finding, ...]) -> None:
        if self.sender() is self._examination:
            self.findings = findings
            self.examined.emit()

    def _over(self) -> None:
        if self.sender() is self._examination:
            self._examination = None
        if self._examination is None:
            self.ended.emit()
