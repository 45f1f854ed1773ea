"""Two runs on the picture: one in place of the other, or both at once."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QObject

from kpstudio.app.language import in_digits, tr
from kpstudio.core.labelset import Face
from kpstudio.core.texts import say
from kpstudio.ui.canvas.layers import CROSS, RING
from kpstudio.ui.frame import Frame
from kpstudio.ui.held_switch import HeldSwitch
from kpstudio.ui.panels.naming import run_title

SWAP, BOTH = "swap_runs", "both_runs"
_CHOOSE = say("There is no other run to compare with yet: train another, then choose it in Moved.")


class TwoRunCommands(QObject):
    """Switches between the run in use and the one chosen in Moved, and says whose points are shown.

    Where none is chosen yet the newest other run is taken.
    """

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        self._titles: dict[str, str] = {}

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what to call for each key of the action table."""
        return {SWAP: self._swap, BOTH: self._show_both}

    def follow(self) -> None:
        """Follow the face in view and the runs; the actions are there by now."""
        window = self._window
        HeldSwitch(window.actions_by_key[SWAP], window)
        for signal in (
            window.two_runs.changed,
            window.session.current_changed,
            window.session.faces_changed,
            window.runs.predictions_changed,
        ):
            signal.connect(self._tell)
        window.old_run.changed.connect(self._runs_changed)

    def _swap(self, on: bool) -> None:
        self._switch(SWAP, on, self._window.two_runs.swap)

    def _show_both(self, on: bool) -> None:
        self._switch(BOTH, on, self._window.two_runs.show_both)

    def _switch(self, key: str, on: bool, show: Callable[[bool], None]) -> None:
        if on and not self._other_chosen():
            self._window.status.say(tr(_CHOOSE))
            self._window.actions_by_key[key].setChecked(False)
            return
        show(on)

    def _other_chosen(self) -> bool:
        """Return whether there is a run to compare with; the newest is chosen where none is."""
        old = self._window.old_run
        if not old.name and (choices := old.choices()):
            old.choose(choices[0].name)
        return bool(old.name)

    def _runs_changed(self) -> None:
        window = self._window
        self._titles.clear()
        if not window.old_run.name:
            for key in (SWAP, BOTH):
                window.actions_by_key[key].setChecked(False)

    def _tell(self, *_: object) -> None:
        two, face = self._window.two_runs, self._window.session.current
        words = ""
        if face is not None and two.comparing:
            two.ask_for(face)
            words = self._words(face)
        self._window.canvas.set_caption(words)

    def _words(self, face: Face) -> str:
        """Return whose points are shown, and how far off each run is."""
        two = self._window.two_runs
        if two.old.why_not:
            return two.old.why_not
        names = (self._window.review.run_title, self._title(two.old.name))
        errors = two.errors(face)
        told = [_told(name, error) for name, error in zip(names, errors, strict=True)]
        if two.old.missing([face]):
            coming = two.old.predicting
            words = tr("{name} is predicting") if coming else tr("{name} has no points")
            told[1] = words.format(name=names[1])
        if two.swapped:
            told.reverse()
        ring = f"   {RING} {told[1]}" if two.both else ""
        return f"{CROSS} {told[0]}{ring}"

    def _title(self, name: str) -> str:
        if name not in self._titles:
            label = {run.name: run.label for run in self._window.old_run.choices()}.get(name, "")
            self._titles[name] = run_title(name, label)
        return self._titles[name]


def _told(name: str, error: float) -> str:
    return f"{name}, NME {in_digits(100 * error, '.1f')} %" if math.isfinite(error) else name
