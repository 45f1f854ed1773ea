"""Checking the labels: the page, and a word after opening where something looks odd."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt

from kpstudio.app.doctor import LabelDoctor
from kpstudio.app.language import tr
from kpstudio.core.errors import Problem
from kpstudio.core.query_words import quoted
from kpstudio.doctor.finding import Finding
from kpstudio.ui.dialogs.label_doctor import LabelDoctorDialog
from kpstudio.ui.frame import Frame
from kpstudio.ui.workspaces import Workspace

_NAMED = 40
"""So many pictures a search still names one by one."""


class DoctorCommands(QObject):
    """The label doctor in the Review menu."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        self.doctor = LabelDoctor(window.session)
        self._dialog: LabelDoctorDialog | None = None
        self.doctor.suspected.connect(self._suspect)
        self.doctor.failed.connect(window.warn)
        self.doctor.decided.connect(window.suspects.read_decisions)
        window.session.opened.connect(self._close)

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what to call for each key of the action table."""
        return {"check_labels": self.check_labels}

    def check_labels(self) -> None:
        """Show the page of the label doctor, which begins to look."""
        if self._dialog is not None:
            self._dialog.raise_()
            return
        faces = self._window.session.labels.labelled_count
        dialog = self._dialog = LabelDoctorDialog(self.doctor, faces, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.faces_wanted.connect(self.show_faces)
        dialog.finished.connect(self._forget)
        dialog.show()
        dialog.examine()

    def show_faces(self, finding: Finding) -> None:
        """Put the faces of a finding into the list, and the first of them in view."""
        session, search = self._window.session, self._window.faces.search
        known = session.labels.known(finding.faces)
        pictures = list(dict.fromkeys(face.picture for face in known))
        few = len(pictures) <= _NAMED and len(known) < len(session.labels)
        search.setText(" or ".join(f"name:{quoted(p)}" for p in pictures) if few else "")
        if known:
            session.choose(known[0].id)
            if session.current is None:  # the workspace shows no face of the folder
                self._window.show_workspace(Workspace.LABEL)

    def _suspect(self, findings: tuple[Finding, ...]) -> None:
        window = self._window
        told = [Problem(tr("the labels"), finding.sentence) for finding in findings]
        window.session.take_findings({}, told, ())
        more = tr(" And {count} more.", count=len(findings) - 1) if len(findings) > 1 else ""
        window.status.say(
            tr(
                "{sentence}{more} See Review > Check labels.",
                sentence=findings[0].sentence,
                more=more,
            )
        )

    def _forget(self) -> None:
        self._dialog = None

    def _close(self) -> None:
        if self._dialog is not None:
            self._dialog.close()
