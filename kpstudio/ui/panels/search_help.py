"""The pop-over that explains how to search."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from kpstudio.core.query_words import FIGURES, KINDS
from kpstudio.ui import theme
from kpstudio.ui.panels.parts import quiet

EXAMPLES = (
    ("error>8 state:unchecked", "failures that nobody has checked"),
    ('"02-*" | "07-*"', "names that begin so; * and ? stand for any letters"),
    ("/^0[1-4]-/", "names that a regular expression fits"),
    ("yaw>20 -tag:glasses", "turned heads without that tag"),
    ("(split:val | split:none) has:problem", "brackets, | for or, - for not"),
)
_WIDTH = 420


class SearchHelp(QFrame):
    """Words and examples; closes by a click elsewhere.

    Signals:
        chosen: an example a person clicked on.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        theme.set_role(self, "raised")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        column.addWidget(quiet("Faces are shown for which every word holds."))
        column.addLayout(_table([("name", "part of the file name"), *_words()]))
        column.addWidget(quiet("For example"))
        examples = QGridLayout()
        examples.setHorizontalSpacing(16)
        examples.setVerticalSpacing(4)
        for row, (example, does) in enumerate(EXAMPLES):
            link = QLabel(_link(example))
            link.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            link.linkActivated.connect(self._choose)
            examples.addWidget(link, row, 0)
            examples.addWidget(quiet(does, wrap=False), row, 1)
        column.addLayout(examples)

    def show_below(self, widget: QWidget) -> None:
        """Show it below ``widget``, inside the screen."""
        self.adjustSize()
        place = widget.mapToGlobal(QPoint(0, widget.height() + 4))
        room = widget.screen().availableGeometry()
        place.setX(max(room.left(), min(place.x(), room.right() - self.width())))
        place.setY(max(room.top(), min(place.y(), room.bottom() - self.height())))
        self.move(place)
        self.show()

    def _choose(self, example: str) -> None:
        self.chosen.emit(example)
        self.close()


def _words() -> list[tuple[str, str]]:
    kinds = [
        (f"{key}:", f"{word.does}: {', '.join(word.values)}" if word.values else word.does)
        for key, word in KINDS.items()
        if key != "name"
    ]
    return kinds + [(f"{key}>", does) for key, does in FIGURES.items()] + [("@", "a saved filter")]


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


def _link(example: str) -> str:
    colour = theme.current().accent
    words = escape(example, quote=True)
    return f'<a href="{words}" style="color: {colour}; text-decoration: none">{words}</a>'
