"""Which actions can be used now, and what undo would undo."""

from __future__ import annotations

import contextlib

from PySide6.QtCore import QObject

from kpstudio.app.edit_words import edit_words
from kpstudio.app.language import tr
from kpstudio.core.errors import InputError
from kpstudio.core.labelset import Face, FaceState
from kpstudio.core.review import Verdict
from kpstudio.core.reviewing import returnable
from kpstudio.ui.commands.tagging import chosen_faces
from kpstudio.ui.frame import Frame

_CHANGING = (
    *("undo", "redo", "save_copy", "add_photos", "add_photo_folder", "paste"),
    *(
        "import_labels",
        "start_from",
        "checked",
        "reject",
        "unchecked",
        "approve",
        "give_back",
        "bring_back",
        "tags",
    ),
    *("visibility", "mirror_face", "swap_sides", "place_like", "add_face", "delete_face"),
    *("fit_shape", "space_evenly", "drop_shape", "place_points", "draw_box", "edit_scheme"),
    *("train", "retrain", "sweep", "find_rate", "resume", "second_labels"),
    *("find_suspects", "labels_right"),
)
"""What makes no sense while another window has the folder, or the first page hides it."""


def _placed(face: Face | None) -> bool:
    return face is not None and face.landmarks is not None and bool(face.landmarks.present.any())


class Availability(QObject):
    """Greys out what makes no sense at the moment."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        for signal in (
            window.session.opened,
            window.session.history_changed,
            window.faces_model.modelReset,
            window.runs.run_changed,
            window.runs.predictions_changed,
            window.suspects.changed,
            window.training.changed,
            window.resuming.changed,
        ):
            signal.connect(self.update)
        window.session.current_changed.connect(self._update_face)
        window.pages.currentChanged.connect(self.update)
        window.faces.view.selectionModel().selectionChanged.connect(self._update_chosen)
        self.update()

    def update(self, *_: object) -> None:
        """Look at everything again."""
        self._update_file_and_edit()
        self._update_face()
        self._update_runs()
        self._lock()

    def _update_file_and_edit(self) -> None:
        session, act = self._window.session, self._window.actions_by_key
        undo, redo = session.undo_verb, session.redo_verb
        act["undo"].setEnabled(bool(undo))
        act["undo"].setText(_named(tr("Undo"), undo))
        act["redo"].setEnabled(bool(redo))
        act["redo"].setText(_named(tr("Redo"), redo))
        of_a_folder = ("export", "save_copy", "train", "problems", "pictures")
        coming = ("add_photos", "add_photo_folder", "paste", "import_labels")
        for key in (*of_a_folder, *coming):
            act[key].setEnabled(session.is_open)
        for key in ("check_labels", "find_suspects", "second_labels", "label_next"):
            act[key].setEnabled(session.is_open)
        act["choose_labels"].setEnabled(session.choice is not None)

        act["edit_scheme"].setEnabled(session.is_open)
        choose = session.labels.scheme_is_open
        words = tr("Choose the points…") if choose else tr("Edit the scheme…")
        act["edit_scheme"].setText(words)
        act["edit_scheme"].setIconText(words)
        self._window.choose_points.setVisible(choose and session.is_open)

    def _update_face(self, *_: object) -> None:
        window, act = self._window, self._window.actions_by_key
        face = window.session.current
        predicted = face is not None and window.runs.prediction(face.id) is not None
        act["start_from"].setEnabled(predicted)
        act["checked"].setEnabled(face is not None and face.landmarks is not None)
        state = None if face is None else window.faces_model.facts.state(face)
        act["reject"].setEnabled(state is FaceState.PREDICTED)
        act["unchecked"].setEnabled(face is not None and face.finished)
        of_a_face = ("draw_box", "tags", "place_like", "add_face", "delete_face")
        for key in (*of_a_face, "more_like", "depends"):
            act[key].setEnabled(face is not None)
        missing = face is not None and (
            face.landmarks is None or not bool(face.landmarks.present.all())
        )
        with_scheme = window.session.labels.scheme.count > 0
        act["drop_shape"].setEnabled(missing and with_scheme and not _placed(face))
        act["place_points"].setEnabled(missing and with_scheme)
        for key in (
            "copy_points",
            "visibility",
            "mirror_face",
            "swap_sides",
            "lock",
            "fit_shape",
            "space_evenly",
        ):
            act[key].setEnabled(face is not None and face.landmarks is not None)
        act["copy_picture"].setEnabled(face is not None)
        self._update_chosen()
        act["predict"].setEnabled(face is not None and bool(window.runs.run))
        row = window.faces_model.row_of(face.id) if face is not None else -1
        count = window.faces_model.rowCount()
        place = f"{row + 1} / {count}" if row >= 0 else f"– / {count}"
        window.status.show_figure("place", place if count else "")

    def _update_chosen(self, *_: object) -> None:
        window = self._window
        chosen = chosen_faces(window)
        checked = (face for face in chosen if face.state is FaceState.CHECKED)
        act = window.actions_by_key
        act["approve"].setEnabled(any(f.verdict is not Verdict.APPROVED for f in checked))
        act["give_back"].setEnabled(any(map(returnable, chosen)))
        suspects = window.suspects
        act["labels_right"].setEnabled(any(suspects.of(face.id) is not None for face in chosen))
        project = window.session.project
        changed = False
        if project is not None:
            with contextlib.suppress(InputError):  # what cannot be read cannot be brought back
                changed = project.has_originals([face.id for face in chosen])
        act["bring_back"].setEnabled(changed)
        self._lock()

    def _lock(self) -> None:
        window = self._window
        if window.session.read_only or window.pages.currentWidget() is window.welcome:
            for key in _CHANGING:
                window.actions_by_key[key].setEnabled(False)

    def _update_runs(self) -> None:
        window, act = self._window, self._window.actions_by_key
        for key in ("worst", "contact_sheet", "report", "swap_runs", "both_runs"):
            act[key].setEnabled(bool(window.runs.run))
        at_rest = bool(window.runs.run) and not window.runs.live
        act["export_model"].setEnabled(at_rest)
        act["retrain"].setEnabled(at_rest and not window.desk.running)
        act["pause"].setEnabled(window.desk.running)
        act["pause"].setText(tr("Resume") if window.desk.paused else tr("Pause"))
        act["stop"].setEnabled(window.desk.running)
        act["resume"].setEnabled(bool(window.resuming.resumable))
        for key in ("sweep", "find_rate"):
            act[key].setEnabled(window.session.is_open and not window.desk.running)


def _named(does: str, verb: str) -> str:
    return tr("{does} {edit}", does=does, edit=edit_words(verb)) if verb else does
