"""Finding suspicious labels: saying what it takes, progress, and the list of what was found."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt

from kpstudio.app.face_order import Order
from kpstudio.app.language import tr, tr_count, translated
from kpstudio.core.errors import Cancelled, InputError
from kpstudio.core.suspicion import LISTED
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.presets import preset
from kpstudio.store.project import Project
from kpstudio.store.runs import list_runs
from kpstudio.tasks.grid import Trial
from kpstudio.tasks.suspecting import FOLDER, FOLDS, PRESET, folds_known
from kpstudio.tasks.sweep import estimate
from kpstudio.ui.asking import MessageBox
from kpstudio.ui.commands.tagging import chosen_faces
from kpstudio.ui.frame import Frame
from kpstudio.ui.panels.naming import PRESET_TITLES, run_title
from kpstudio.ui.workspaces import Workspace

SEARCH = f"suspicious>={LISTED:g}"
"""Finds the faces that are listed."""

_TASK = "suspicious labels"


class SuspectCommands(QObject):
    """What the Review menu does about suspicious labels."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        suspects = window.suspects
        suspects.progressed.connect(self._progressed)
        suspects.asked.connect(self._asked)
        suspects.ended.connect(lambda: window.status.hide_progress(_TASK))

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what to call for each key of the action table."""
        return {"find_suspects": self.find, "labels_right": self.call_right}

    def find(self) -> None:
        """Ask whether networks may be trained; where they were, offer to list what they said."""
        window, suspects = self._window, self._window.suspects
        if window.desk.running:
            window.status.say(tr("A run is being trained: stop it, or wait until it is done."))
            return
        if suspects.running:
            window.status.say(tr("The search for suspicious labels is already running."))
            return
        project, labels = window.session.project, window.session.labels
        if project is None:
            return
        try:
            config = preset(PRESET, labels.scheme)
            persons = window.faces_model.facts.persons
            folder = project.location / FOLDER
            known = window.session.waited(
                lambda _: folds_known(labels, config, folder, FOLDS, persons), len(labels)
            )
        except Cancelled:
            return
        except InputError as error:
            window.warn(translated(error))
            return
        anew = known == FOLDS
        told = self._told(project, config, known)
        box = MessageBox(MessageBox.Icon.Question, tr("Find suspicious labels"), told, window)
        box.addButton(MessageBox.StandardButton.Cancel)
        words = tr("Train again") if anew else tr("Train")
        train = box.addButton(words, MessageBox.ButtonRole.AcceptRole)
        train.clicked.connect(lambda: self._begin(config, anew))
        if suspects.known:
            shown = box.addButton(tr("Show the list"), MessageBox.ButtonRole.ActionRole)
            shown.clicked.connect(self.show_list)
            box.recommend(shown)
        else:
            box.recommend(train)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def _told(self, project: Project, config: TrainConfig, known: int) -> str:
        """Return what finding takes, where ``known`` networks have answered already."""
        faces = self._window.session.labels.labelled_count
        shown = faces * (FOLDS - 1) // FOLDS
        anew = known == FOLDS
        told = [
            tr(
                "This trains {folds} networks (preset {preset}), each on about {shown:,} of the "
                "{faces:,} labelled faces, and asks them about the others. Faces whose labels "
                "disagree with the network that never saw them are listed, worst first, with the "
                "likely reason.",
                folds=FOLDS,
                preset=PRESET_TITLES[PRESET],
                shown=shown,
                faces=faces,
            )
        ]
        if anew:
            told.append(tr("Train again to learn from the current labels."))
        elif known:
            told.append(
                tr_count(
                    "1 of them is done; the others still have to be trained.",
                    "{count} of them are done; the others still have to be trained.",
                    known,
                )
            )
        left = FOLDS if anew else FOLDS - known
        judged = estimate([Trial("", config)] * left, shown, list_runs(project.runs_folder))
        if judged is None:
            told.append(
                tr_count(
                    "That takes about as long as 1 training.",
                    "That takes about as long as {count} trainings.",
                    left,
                )
            )
        else:
            minutes, run = max(1, round(judged[0] / 60)), judged[1]
            told.append(
                tr(
                    "That takes about {minutes:,} min, judging by {run_title}.",
                    minutes=minutes,
                    run_title=run_title(run.name, run.label),
                )
            )
        return "\n\n".join(told)

    def _begin(self, config: TrainConfig, anew: bool) -> None:
        window = self._window
        if window.desk.running:  # it began while the question was open
            window.status.say(tr("A run is being trained: stop it, or wait until it is done."))
            return
        window.suspects.ask(config, FOLDS, window.faces_model.facts.persons, anew)
        if window.suspects.running:
            self._progressed(0, FOLDS * config.epochs)

    def _progressed(self, done: int, total: int) -> None:
        window = self._window
        words = tr("Finding suspicious labels: epoch")
        window.status.show_progress(words, done, total, window.suspects.cancel, _TASK)

    def _asked(self) -> None:
        count = len(self._window.suspects.listed)
        if count:
            self.show_list()
        self._window.status.say(
            tr_count(
                "1 face has suspicious labels. Correct them, or mark them as correct.",
                "{count:,} faces have suspicious labels, worst first. Correct them, or mark them "
                "as correct.",
                count,
            )
            if count
            else tr("No suspicious labels found.")
        )

    def show_list(self) -> None:
        """Show the suspicious faces in the list, worst first."""
        window = self._window
        window.show_workspace(Workspace.LABEL)
        window.faces_model.sort_by(Order.SUSPICIOUS)
        window.faces.search.setText(SEARCH)
        window.faces.choose_first()

    def call_right(self) -> None:
        """List the selected faces no more, and go on to the next one."""
        window = self._window
        faces = chosen_faces(window)
        following = window.faces_model.neighbour(faces[-1].id, 1) if faces else ""
        window.suspects.call_right(faces)
        if following:
            window.session.choose(following)
