"""Training the run in use further on corrections, from whatever page one is on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from kpstudio.app.language import tr, tr_count, translated
from kpstudio.core.errors import InputError
from kpstudio.tasks.retraining import corrected_since, next_round
from kpstudio.ui.frame import Frame
from kpstudio.ui.workspaces import Workspace


class RetrainCommands(QObject):
    """What begins the run's next round, and shows at its end what moved."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        self._round = ""
        window.desk.ended.connect(self._ended)

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what to call for each key of the action table."""
        return {"retrain": self.retrain}

    def retrain(self) -> None:
        """Train the run in use further on the faces as they are now."""
        window, project = self._window, self._window.session.project
        before = window.runs.run
        if project is None or not before or window.desk.running:
            return
        folder, labels = window.runs.folder(before), window.session.labels
        try:
            config, split = next_round(folder, labels, window.faces_model.facts.persons)
            faces = [labels[face_id] for face_id in split.training]
            corrected = corrected_since(folder, faces, project)
        except InputError as error:
            window.warn(translated(error))
            return
        title = window.review.run_title
        window.desk.start(config, split)
        if window.runs.live:
            self._round = window.desk.run
            window.status.say(in_words(title, len(faces), corrected))

    def _ended(self, run: str) -> None:
        """Show what moved, where a person is in Review still."""
        window = self._window
        if run == self._round and run == window.runs.run:
            self._round = ""
            if window.workspace is Workspace.REVIEW:
                window.side.setCurrentWidget(window.what_moved)


def in_words(title: str, faces: int, corrected: int) -> str:
    """Return in one sentence what a next round trains on."""
    on = tr_count("1 face", "{count:,} faces", faces)
    since = tr("{corrected:,} of them", corrected=corrected) if corrected else tr("none of them")
    return tr(
        "Continuing {title} on {on}, {since} corrected or checked since it began.",
        title=title,
        on=on,
        since=since,
    )
