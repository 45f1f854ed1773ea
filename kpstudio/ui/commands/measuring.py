"""What errors are relative to, and above which a face has failed: two choices in Review's menu."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from kpstudio.app.language import in_digits, tr
from kpstudio.core.metrics import THRESHOLDS
from kpstudio.ui.frame import Frame
from kpstudio.ui.panels.field_dialog import ask_percentage

_PERCENT = 100.0
_LEAST, _MOST = 0.1, 99.0


class MeasuringCommands(QObject):
    """Offers what the points of the open folder allow; all that shows errors follows.

    Attributes:
        lengths: The menu of lengths.
        thresholds: The menu of thresholds.
    """

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        self._runs, self._measuring = window.runs, window.runs.measuring
        self.lengths = QMenu(tr("Errors relative to"), window)
        self.thresholds = QMenu(tr("Failure above"), window)
        self.lengths.aboutToShow.connect(self._offer_lengths)
        self.thresholds.aboutToShow.connect(self._offer_thresholds)
        self._offer_lengths()
        self._offer_thresholds()

    def place(self, menu: QMenu, above: QAction) -> None:
        """Put both into ``menu``, above one of its actions."""
        for choices in (self.lengths, self.thresholds):
            menu.insertMenu(above, choices)
        menu.insertSeparator(above)

    def _offer_lengths(self) -> None:
        """Offer the lengths that there are now, the one in use marked."""
        measuring, yardstick = self._measuring, self._measuring.yardstick
        names = [normaliser.name for normaliser in measuring.offered]
        titles = [tr(normaliser.title) for normaliser in measuring.offered]
        words = [tr("{name} (the scheme's)", name=titles[0]), *titles[1:]]
        chosen = names.index(yardstick.normaliser.name)
        group = _fill(self.lengths, words, chosen)
        group.triggered.connect(lambda action: self._runs.errors.divide_by(names[action.data()]))

    def _offer_thresholds(self) -> None:
        """Offer the thresholds, the one in use marked."""
        measuring, yardstick = self._measuring, self._measuring.yardstick
        limits = sorted({*THRESHOLDS, yardstick.threshold})
        words = [f"{in_digits(_PERCENT * limit, 'g')} %" for limit in limits]
        group = _fill(self.thresholds, words, limits.index(yardstick.threshold))
        group.triggered.connect(lambda action: measuring.fail_above(limits[action.data()]))
        self.thresholds.addSeparator()
        self.thresholds.addAction(tr("Other…")).triggered.connect(lambda: self.ask_threshold())

    def ask_threshold(self) -> None:
        """Let a person say above which error a face has failed."""
        now = _PERCENT * self._measuring.yardstick.threshold
        words = tr("NME above which a face counts as failed, in percent")
        title, bounds = tr("Failure above"), (_LEAST, _MOST)
        given = ask_percentage(self._window, title, words, tr("Set"), now, bounds)
        if given is not None:
            self._measuring.fail_above(round(given, 1) / _PERCENT)


def _fill(menu: QMenu, words: Iterable[str], chosen: int) -> QActionGroup:
    """Fill a menu with choices, of which one is taken; each has its number as data."""
    for before in menu.findChildren(QActionGroup):
        before.deleteLater()
    menu.clear()
    group = QActionGroup(menu)
    for number, word in enumerate(words):
        action = menu.addAction(word)
        action.setCheckable(True)
        action.setChecked(number == chosen)
        action.setData(number)
        group.addAction(action)
    return group
