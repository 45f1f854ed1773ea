"""Which actions can be used now, and what undo would undo."""

from __future__ import annotations

import contextlib

from PySide6.QtCore import QObject

from kpstudio.app.edit_words import edit_words
from kpstudio.app.language import in_digits, tr
from kpstudio.core.errors import InputError
from kpstudio.core.labelset import FaceState
from kpstudio.core.review import Verdict
from kpstudio.core.reviewing import returnable
from kpstudio.core.texts import Text, say
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
    *("find_suspects", "labels_right", "mark_checked", "rename_run", "delete_runs"),
)
"""What makes no sense while another window has the folder, or the first page hides it."""

_LOOKING = (
    *("export", "problems", "choose_labels", "copy_points", "copy_picture", "lock", "predict"),
    *("swap_runs", "both_runs", "pictures", "export_model", "worst", "contact_sheet", "report"),
    *("label_next", "more_like", "depends", "check_labels", "gallery", "fit", "zoom_in"),
    "zoom_out",
    *("copy_names", "show_picture"),
    *("use_run", "run_folder", "export_run"),
)
"""What makes no sense either while the first page hides the folder, though it changes nothing."""

_GOING = (
    *("previous_face", "next_face", "first_face", "last_face", "ten_back", "ten_on"),
    *("next_unfinished", "previous_point", "next_point", "search", "all_points"),
    *("history", "adjust"),
)
"""What can always be used but on a first page that hides a folder."""

_AT_A_FACE = ("ground_truth", "prediction", "offsets", "edges", "numbers", "doubt", "hide_points",
              "fit", "zoom_in", "zoom_out")  # fmt: skip
"""What shows the face in view in another way."""

_NO_FOLDER = say("Open a folder first.")
_NO_LABELS = say("No face is labelled yet: place points on some in Label, or import labels.")
_NO_POINTS = say("This face has no points yet.")
_NO_RUN = say("No run is in use: train a network, or choose a run in Review.")
_NO_SCHEME = say("First choose which points the faces have.")


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
            window.runs_table.runs_selected,
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
        hidden = self._window.welcoming and self._window.session.is_open
        for key in _GOING:
            self._can(key, not hidden, self._hidden)
        self._lock()

    def _update_file_and_edit(self) -> None:
        session, act, can = self._window.session, self._window.actions_by_key, self._can
        undo, redo = session.undo_verb, session.redo_verb
        act["undo"].setEnabled(bool(undo))
        act["undo"].setText(_named(tr("Undo"), undo))
        act["redo"].setEnabled(bool(redo))
        act["redo"].setText(_named(tr("Redo"), redo))
        of_a_folder = ("export", "save_copy", "problems", "gallery")
        coming = ("add_photos", "add_photo_folder", "paste", "import_labels")
        looking = ("check_labels", "find_suspects", "second_labels", "label_next", "edit_scheme")
        for key in (*of_a_folder, *coming, *looking):
            can(key, session.is_open, _NO_FOLDER)
        one_set = say("Each picture has labels from only one source.")
        can("choose_labels", session.choice is not None, one_set if session.is_open else _NO_FOLDER)
        choose = session.labels.scheme_is_open
        words = tr("Choose the points…") if choose else tr("Edit scheme…")
        act["edit_scheme"].setText(words)
        act["edit_scheme"].setIconText(words)
        self._window.choose_points.setVisible(choose and session.is_open)

    def _update_face(self, *_: object) -> None:
        window, can = self._window, self._can_with_face
        face = window.session.current
        predicted = face is not None and window.runs.prediction(face.id) is not None
        can("start_from", predicted, say("The run in use has not predicted this face."))
        pointed = face is not None and face.landmarks is not None
        can("checked", pointed, _NO_POINTS)
        state = None if face is None else window.faces_model.facts.state(face)
        alone = say("Only faces with a prediction and no other points can be rejected.")
        can("reject", state is FaceState.PREDICTED, alone)
        unmarked = say("This face is neither checked nor rejected.")
        can("unchecked", face is not None and face.finished, unmarked)
        of_a_face = ("draw_box", "tags", "place_like", "add_face", "delete_face")
        for key in (
            *of_a_face,
            *_AT_A_FACE,
            "more_like",
            "depends",
            "copy_picture",
            "show_picture",
        ):
            can(key, face is not None)
        missing = face is not None and (
            face.landmarks is None or not bool(face.landmarks.present.all())
        )
        with_scheme = window.session.labels.scheme.count > 0
        whole = say("This face already has all its points.") if with_scheme else _NO_SCHEME
        some = say("This face already has points.") if with_scheme else _NO_SCHEME
        begun = face is not None and face.has_points
        can("drop_shape", missing and with_scheme and not begun, some)
        can("place_points", missing and with_scheme, whole)
        for key in (
            "copy_points",
            "visibility",
            "mirror_face",
            "swap_sides",
            "lock",
            "fit_shape",
            "space_evenly",
        ):
            can(key, pointed, _NO_POINTS)
        self._update_chosen()
        can("predict", face is not None and bool(window.runs.run), _NO_RUN)
        row = window.faces_model.row_of(face.id) if face is not None else -1
        count = window.faces_model.rowCount()
        total = len(window.faces_model.scope_ids)
        found, every = in_digits(count, ","), in_digits(total, ",")
        if count < total:
            found = tr("{shown} of {total}", shown=found, total=every)
        place = f"{in_digits(row + 1, ',') if row >= 0 else '–'} / {found}"
        window.status.show_figure("place", place if total else "")

    def _update_chosen(self, *_: object) -> None:
        window = self._window
        chosen = chosen_faces(window)
        checked = (face for face in chosen if face.state is FaceState.CHECKED)
        can = self._can_with_face
        waiting = any(f.verdict is not Verdict.APPROVED for f in checked)
        can("approve", waiting, say("No selected face is waiting for approval."))
        placed = (face for face in chosen if face.landmarks is not None)
        unmarked = any(face.state is not FaceState.CHECKED for face in placed)
        can("mark_checked", unmarked, say("All selected faces with points are already checked."))
        can("copy_names", bool(chosen))
        several = tr("Copy file names") if len(chosen) > 1 else tr("Copy file name")
        window.actions_by_key["copy_names"].setText(several)
        can("give_back", any(map(returnable, chosen)), say("No selected face has points."))
        suspects = window.suspects
        suspect = suspects.known and any(suspects.of(face.id) is not None for face in chosen)
        can("labels_right", suspect, say("No selected face is on the suspicious list."))
        project = window.session.project
        changed = False
        if project is not None:
            with contextlib.suppress(InputError):  # what cannot be read cannot be brought back
                changed = project.has_originals([face.id for face in chosen])
        can("bring_back", changed, say("The selected faces already match the label files."))
        self._lock()

    def _lock(self) -> None:
        window, read_only = self._window, self._window.session.read_only
        why = say("This folder is open in another window.") if read_only else self._hidden
        if read_only or window.welcoming:
            for key in _CHANGING:
                self._can(key, False, why)
        if window.welcoming:
            for key in _LOOKING:
                self._can(key, False, self._hidden)

    @property
    def _hidden(self) -> Text:
        """Why what is about faces cannot be used on the first page."""
        behind = say("The start page is open: go back to the faces first.")
        return behind if self._window.session.is_open else _NO_FOLDER

    def _update_runs(self) -> None:
        window, can, running = self._window, self._can, self._window.desk.running
        has_run, live = bool(window.runs.run), say("This run is still being trained.")
        for key in ("worst", "contact_sheet", "report", "swap_runs", "both_runs"):
            can(key, has_run, _NO_RUN)
        at_rest = has_run and not window.runs.live
        busy = say("A training is already running.")
        can("export_model", at_rest, live if has_run else _NO_RUN)
        can("retrain", at_rest and not running, busy if has_run else _NO_RUN)
        for key in ("pause", "stop"):
            can(key, running, say("No training is running."))
        window.actions_by_key["pause"].setText(tr("Resume") if window.desk.paused else tr("Pause"))
        cut_short = say("In Train, select a run that was stopped or interrupted.")
        can("resume", bool(window.resuming.resumable), busy if running else cut_short)
        chosen = window.runs_table.selected()
        for key in ("use_run", "rename_run", "run_folder", "export_run"):
            can(key, len(chosen) == 1, say("In Train, select one run."))
        can("delete_runs", bool(chosen), say("In Train, select the runs to delete."))
        is_open, labelled = window.session.is_open, window.session.labels.labelled_count > 0
        for key in ("train", "pictures", "sweep", "find_rate"):
            rests = not running or key in ("train", "pictures")
            why_not = (busy if labelled else _NO_LABELS) if is_open else _NO_FOLDER
            can(key, is_open and labelled and rests, why_not)

    def _can(self, key: str, able: bool, why_not: Text) -> None:
        """Let an action be used, or tell why it cannot be."""
        self._window.actions_by_key[key].setEnabled(able)
        self._window.shortcuts.explain(key, "" if able else tr(why_not))

    def _can_with_face(self, key: str, able: bool, why_not: Text = "") -> None:
        """Do so for an action that needs a face before all else."""
        window = self._window
        lacking = say("No face is selected.") if window.session.is_open else _NO_FOLDER
        self._can(key, able, why_not if window.session.current is not None else lacking)


def _named(does: str, verb: str) -> str:
    return tr("{does} {edit}", does=does, edit=edit_words(verb)) if verb else does
