"""The pop-over that explains how to search."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from kpstudio.app.language import tr
from kpstudio.core.query_words import FIGURES, KINDS
from kpstudio.core.texts import say
from kpstudio.ui import theme
from kpstudio.ui.panels.links import Links, link
from kpstudio.ui.panels.parts import quiet
from kpstudio.ui.panels.room import Room
from kpstudio.ui.reading_order import step

EXAMPLES = (
    ("error>8 state:unchecked", say("failures that nobody has checked")),
    ('"02-*" | "07-*"', say("names that begin like this; * and ? stand for any letters")),
    ("/^0[1-4]-/", say("names that match a regular expression")),
    ("yaw>20 -tag:glasses", say("turned heads without that tag")),
    ("(split:val | split:none) has:problem", say("brackets, | for or, - for not")),
)
_WIDTH = 420


class SearchHelp(QFrame):
    """Words and examples; closes by a click elsewhere.

    Signals:
        chosen: an example that a person took.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        theme.set_role(self, "raised")
        self._page = QWidget()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        self._room = Room(self._page, sideways=False)
        whole.addWidget(self._room)
        column = QVBoxLayout(self._page)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        column.addWidget(quiet(tr("Shows the faces that match every word.")))
        column.addLayout(_table([("name", tr("part of the file name")), *_words()]))
        column.addWidget(quiet(tr("For example")))
        examples = QGridLayout()
        examples.setHorizontalSpacing(16)
        examples.setVerticalSpacing(4)
        for row, (example, does) in enumerate(EXAMPLES):
            words = Links(link(example), wrap=False)
            words.linkActivated.connect(self._choose)
            examples.addWidget(words, row, 0)
            examples.addWidget(quiet(tr(does), wrap=False), row, 1)
        column.addLayout(examples)
        column.addStretch(1)

    def show_below(self, widget: QWidget) -> None:
        """Show it below ``widget``, inside the screen, where it scrolls if it must."""
        place = widget.mapToGlobal(QPoint(0, widget.height() + 4))
        room = widget.screen().availableGeometry()
        for part in self.findChildren(QWidget):
            part.ensurePolished()  # before, words are as high as in the usual type
        width = self.sizeHint().width()
        height = self._page.heightForWidth(width - 2) + 2
        if height <= room.height():  # else Qt makes room for a bar first, and needs it then
            self._room.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.resize(QSize(width, height).boundedTo(room.size()))
        place.setX(max(room.left(), min(place.x(), room.right() - self.width())))
        place.setY(max(room.top(), min(place.y(), room.bottom() - self.height())))
        self.move(place)
        self.show()
        self.focusNextPrevChild(True)
        self._room.verticalScrollBar().setValue(0)  # the words come before the examples

    def focusNextPrevChild(self, forwards: bool, /) -> bool:
        """Go on by Tab in reading order."""
        return step(self, forwards)

    def _choose(self, example: str) -> None:
        self.chosen.emit(example)
        self.close()


def _words() -> list[tuple[str, str]]:
    kinds = [
        (f"{key}:", f"{tr(word.does)}: {', '.join(word.values)}" if word.values else tr(word.does))
        for key, word in KINDS.items()
        if key != "name"
    ]
    return (
        kinds
        + [(f"{key}>", tr(does)) for key, does in FIGURES.items()]
        + [("@", tr("a saved filter"))]
    )


def _table(rows: list[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(1, 1)
    for number, (word, does) in enumerate(rows):
        grid.addWidget(QLabel(word), number, 0, Qt.AlignmentFlag.AlignTop)
        meaning = quiet(does)
        meaning.setMinimumWidth(_WIDTH - 100)
        grid.addWidget(meaning, number, 1)
    return grid
