"""The guided tour on the sample faces: look, train, see failures, correct, export."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject

from kpstudio.app.language import tr
from kpstudio.core.texts import say
from kpstudio.ui.commands.files import FileCommands
from kpstudio.ui.frame import Frame
from kpstudio.ui.workspaces import Workspace

_LOOKED_AT = 3
"""Faces to see before one has looked around."""


@dataclass(frozen=True)
class Step:
    """One thing to try.

    Attributes:
        title: What it is about.
        workspace: Where it is done.
        words: What to try; {keys} of actions stand in braces.
        done: What is said once it was tried.
    """

    title: str
    workspace: Workspace
    words: str
    done: str


LOOK, TRAIN, FAIL, CORRECT, EXPORT = range(5)
STEPS = (
    Step(
        say("Look"), Workspace.LABEL,
        say("These faces are drawn by the program; their points, the discs, are exact. Go on "
        "with {next_face} and back with {previous_face}; the wheel enlarges, the middle button "
        "moves the picture."),
        say("That is how you go through a folder. The list can be searched, too: {search}."),
    ),
    Step(
        say("Train"), Workspace.TRAIN,
        say("Press Train (or {train}): a small network, BigNet, learns in about a minute to "
        "find the points. Its error falls in the curve; you can go on working meanwhile."),
        say("The network has learnt. Its predictions are the crosses in every picture."),
    ),
    Step(
        say("See where it fails"), Workspace.REVIEW,
        say("These are the errors on faces that the network has not seen. Press Review "
        "failures ({worst}): worst face first, then {next_face}. A bar of a plot, clicked, "
        "lists its faces."),
        say("Turned heads are usually hardest. Where the tab Where says so, it lists them."),
    ),
    Step(
        say("Correct"), Workspace.LABEL,
        say("Drag a disc. With Ctrl held its neighbours follow; arrow keys nudge it; {undo} "
        "takes it back. Every change is saved at once. When a face is right, press {checked}."),
        say("It is saved already. Copies of all your work are kept: File, Go back to a copy."),
    ),
    Step(
        say("Export"), Workspace.LABEL,
        say("Export the landmarks ({export}) in any of the usual formats; what a format "
        "cannot hold is said before. For other people, pictures can go along without "
        "metadata."),
        say("That is all. Now open a folder of your own ({open_folder}). {palette} finds any "
        "command."),
    ),
)  # fmt: skip


class Tour(QObject):
    """Shows the steps one after the other, and sees when each has been tried."""

    def __init__(self, window: Frame, files: FileCommands) -> None:
        super().__init__(window)
        self._window, self._files = window, files
        self._at = -1
        self._done = False
        self._seen: set[str] = set()
        self._sample: Path | None = None
        bar = window.tour_bar
        bar.back_wanted.connect(lambda: self.show(self._at - 1))
        bar.next_wanted.connect(lambda: self.show(self._at + 1))
        bar.end_wanted.connect(self.end)
        window.welcome.tour_wanted.connect(self.begin)
        session = window.session
        session.opened.connect(self._opened)
        session.current_changed.connect(self._looked)
        session.saved.connect(self._corrected)
        window.desk.ended.connect(self._trained)
        files.exported.connect(lambda: self._tried(EXPORT))

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what to call for each key of the action table."""
        return {"tour": self.begin}

    def follow(self) -> None:
        """See when the failures are walked; the actions must be there."""
        self._window.actions_by_key["worst"].triggered.connect(lambda: self._tried(FAIL))

    def begin(self) -> None:
        """Open the sample faces, and show the first step as soon as they are there."""
        self.end()
        self._seen.clear()
        self._files.open_sample(self._drawn)

    def _drawn(self, sample: Path) -> None:
        self._sample = sample

    def show(self, number: int) -> None:
        """Show a step; the tour ends after the last one."""
        if not 0 <= number < len(STEPS):
            self.end()
            return
        self._at, self._done = number, False
        window, step = self._window, STEPS[number]
        window.show_workspace(step.workspace)
        for instead in ("gallery", "pictures"):  # it speaks of the picture
            window.actions_by_key[instead].setChecked(False)
        if number == TRAIN:
            window.train_settings.preset.choose("bignet")
        if number == FAIL:
            window.folding.ask("side", True)
            window.side.setCurrentWidget(window.review_summary)
        words, done = self._with_keys(step.words), self._with_keys(step.done)
        window.tour_bar.show_step(number + 1, len(STEPS), tr(step.title), words, done)

    def end(self) -> None:
        """Show nobody around any more."""
        self._at, self._sample = -1, None
        self._window.tour_bar.hide()

    def _with_keys(self, words: str) -> str:
        keys = self._window.shortcuts.words_of
        return tr(words).format_map({key: keys(key) for key in self._window.actions_by_key})

    def _tried(self, number: int) -> None:
        if number == self._at and not self._done:
            self._done = True
            self._window.tour_bar.show_done()

    def _opened(self) -> None:
        if self._window.session.path == self._sample:
            self._sample = None
            self.show(LOOK)
        else:
            self.end()  # a person's own folder is nothing to try things on

    def _looked(self, face_id: str) -> None:
        if self._at == LOOK:
            self._seen.add(face_id)
            if len(self._seen) > _LOOKED_AT:
                self._tried(LOOK)

    def _trained(self, run: str) -> None:
        """See that a training has left a network, which is in use then; one may fail or stop."""
        if run in (self._window.runs.run, self._window.runs.coming):
            self._tried(TRAIN)

    def _corrected(self) -> None:
        if self._at == CORRECT and self._window.session.undo_verb.startswith("move"):
            self._tried(CORRECT)
