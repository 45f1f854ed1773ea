"""What the window says where there is no face to see: one sentence and the button that helps."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from kpstudio.app.face_list import Scope
from kpstudio.app.language import tr
from kpstudio.ui.canvas.message import Offer
from kpstudio.ui.frame import Frame
from kpstudio.ui.panels.naming import run_title
from kpstudio.ui.workspaces import Workspace


class EmptyStates(QObject):
    """Puts a sentence in place of the picture, above it, or in the settings.

    Photos without photos and Review without a run show no face of the folder: the one that was in
    view, or was to be last, comes back as soon as a workspace or a run shows it.
    """

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        self._kept, self._labels = "", window.session.labels
        session, act = window.session, window.actions_by_key
        self._help = window.empty_bar.add_button(tr("Clear the search"), "")
        self._help.clicked.connect(window.faces.help_out)
        for signal in (window.faces_model.counted, window.runs.run_changed, session.opening_ended):
            signal.connect(self._follow)
        session.current_changed.connect(self._follow)
        for signal in (session.history_changed, window.runs.runs_changed):
            signal.connect(self._tell)
        for stack in (window.pages, window.centre):
            stack.currentChanged.connect(self._tell_above)
        act["faces_list"].toggled.connect(self._tell_above)
        self._tell()

    @property
    def _empty(self) -> bool:
        """Whether the workspace is about faces of which there are none."""
        window, scope = self._window, self._window.faces_model.scope
        if scope is Scope.PHOTOS:
            return not window.faces_model.scope_ids
        return scope is Scope.REVIEWED and not (window.runs.run or window.runs.coming)

    def _follow(self, *_: object) -> None:
        session, labels, before = self._window.session, self._window.session.labels, self._labels
        again = labels is not before and labels.root == before.root and self._kept in labels
        if self._empty:
            if session.current is not None:
                if not again:  # else a folder read again has put its first face in view
                    self._kept = session.current.id
                self._labels = labels
                session.choose("")
        elif session.current is None and (again or labels is before):
            kept, self._kept = self._kept, ""
            session.choose(kept)
        self._tell()

    def _tell(self, *_: object) -> None:
        window = self._window
        if window.session.current is None:
            window.canvas.show_message(*self._words())
        is_open = window.session.is_open
        window.train_settings.nothing.offer(
            window.actions_by_key["edit_scheme" if is_open else "open_folder"]
        )
        photos = window.actions_by_key["add_photos"], window.actions_by_key["export"]
        lacking = window.faces_model.scope is Scope.PHOTOS and self._empty
        window.header.mark(Workspace.PHOTOS, photos[0 if lacking else 1])
        self._tell_above()

    def _words(self) -> tuple[str, str, *tuple[Offer, ...]]:
        """Return what the picture's place says: a title, a sentence, and what helps."""
        window, act = self._window, self._window.actions_by_key
        session, scope = window.session, window.faces_model.scope
        opens: Offer = (tr("Open a folder…"), act["open_folder"].trigger)
        if not session.is_open:
            words = tr("Drop a folder here, open one, or try the synthetic sample faces.")
            sample = (tr("Open sample faces"), act["open_sample"].trigger)
            return tr("Open a folder of faces"), words, opens, sample
        if scope is Scope.PHOTOS:
            words = tr("Add your own pictures, or drop them onto the window.")
            return tr("No photos yet"), words, (tr("Add photos…"), act["add_photos"].trigger)
        if not len(session.labels):
            words = tr("{root} contains no picture that can be shown.", root=session.labels.root)
            return tr("No pictures here"), words, (tr("Open another folder…"), opens[1])
        return self._words_of_review()

    def _words_of_review(self) -> tuple[str, str, *tuple[Offer, ...]]:
        window = self._window
        runs = window.runs.summaries()
        if runs:
            newest = max(runs, key=lambda run: run.name)
            words = tr("Choose above which run's errors to show, or use the newest.")
            use = tr("Use {run}", run=run_title(newest.name, newest.label))
            return tr("No run is in use"), words, (use, partial(window.runs.use, newest.name))
        if not window.session.labels.labelled_count:
            words = tr(
                "Errors come from a run, and a run learns from labelled faces: label some first."
            )
            label = partial(self._turn_to, Workspace.LABEL)
            return tr("No runs yet"), words, (tr("Label faces"), label)
        words = tr("Errors come from a run: train a network on the labelled faces.")
        return tr("No runs yet"), words, (tr("Train…"), partial(self._turn_to, Workspace.TRAIN))

    def _turn_to(self, workspace: Workspace) -> None:
        self._window.show_workspace(workspace)

    def _tell_above(self, *_: object) -> None:
        """Say above the picture why no face is listed, where the list that says it is folded."""
        window = self._window
        folded = window.faces.isHidden() and not window.welcoming
        in_place = window.session.current is None and window.centre.currentWidget() is window.canvas
        window.empty_bar.say(window.faces.why_empty if folded and not in_place else "")
        helps = window.faces.help_words
        self._help.setVisible(bool(helps))
        self._help.setText(helps or self._help.text())
