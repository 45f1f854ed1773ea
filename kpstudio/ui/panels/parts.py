"""Small parts that several panels are made of: header, hairline, empty state, notice."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMargins, QRect, QSize, Qt
from PySide6.QtGui import QAction, QColor, QFontMetrics, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QButtonGroup,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionViewItem,
    QStylePainter,
    QToolButton,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from kpstudio.app.language import tr
from kpstudio.ui import theme

HEADER_HEIGHT = 36
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_FEW = 4
"""Letters, with the ellipsis, that are no better than none."""
_CLAUSES = (", ", "; ", " · ")
_CHOSEN = QStyle.StateFlag.State_Selected.value
_POINTED = QStyle.StateFlag.State_MouseOver.value
GROUND_STATES = _CHOSEN | _POINTED
"""Of a row of a list: what `paint_ground` goes by."""


def look_of(option: QStyleOptionViewItem) -> theme.Theme:
    """Return the theme as it is read on the ground of a row, be it chosen or not."""
    look = theme.current()
    return look.on_selection if option.state.value & _CHOSEN else look


class Header(QFrame):
    """The bar on top of a pane: what it is, a quiet note, and room for a few controls.

    Attributes:
        row: Where controls are added, from the left.
        note: The quiet words beside the heading; empty at first.
    """

    def __init__(
        self, heading: str, parent: QWidget | None = None, spare_note: bool = False
    ) -> None:
        """Create it.

        Args:
            heading: What the pane is.
            parent: The pane, where it is known already.
            spare_note: Whether the note is left out where it would be cut off.
        """
        super().__init__(parent)
        theme.set_role(self, "header")
        self.setFixedHeight(HEADER_HEIGHT)
        self.heading = Heading(heading)
        theme.set_role(self.heading, "heading")
        self.note = Whole() if spare_note else Elided()
        theme.set_role(self.note, "quiet")
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(12, 0, 8, 0)
        self.row.setSpacing(8)
        self.row.addWidget(self.heading)
        self.row.addWidget(self.note, 1)

    def add_segments(self, parts: Sequence[tuple[str, str]], place: int) -> QButtonGroup:
        """Put buttons, of which one is down, at ``place``; each has an English text and tip."""
        group = QButtonGroup(self)
        for number, (text, tip) in enumerate(parts):
            button = QToolButton()
            button.setText(tr(text))
            button.setCheckable(True)
            button.setToolTip(tr(tip))
            button.setAccessibleName(tr(tip))
            theme.set_role(button, "segment")
            group.addButton(button, number)
            self.row.insertWidget(place + number, button)
        return group


def hairline(upright: bool = False) -> QFrame:
    """Return a line across a pane, or down it."""
    line = QFrame()
    theme.set_role(line, "line-vertical" if upright else "line")
    return line


def always_scrolls(area: QAbstractScrollArea) -> None:
    """Keep the place of the bar at the right, which shows a handle only where there is a way."""
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    bar = area.verticalScrollBar()

    def ranged(low: int, high: int) -> None:
        if bar.property("idle") != (low == high):
            bar.setProperty("idle", low == high)
            bar.style().polish(bar)

    bar.rangeChanged.connect(ranged)
    ranged(bar.minimum(), bar.maximum())


def alignment(words: bool) -> Qt.AlignmentFlag:
    """Return where a table's cell and its heading have their text: words left, figures right."""
    return _LEFT if words else _RIGHT


def two_lines(least: int, margin: int) -> int:
    """Return how high a row of a list is that has words and quieter words below them.

    Args:
        least: Pixels that it has whatever the size of text.
        margin: Pixels above the words, and below them.
    """
    line = QFontMetrics(theme.text_font()).height()  # each has half of the room
    return max(least, 2 * (margin + line))


def paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Paint what a row of a list lies on, chosen or under the pointer, and the line below."""
    rect: QRect = option.rect
    state: int = option.state.value  # Python's own flags take as long as the painting
    look = theme.current()
    if state & _CHOSEN:
        painter.fillRect(rect, QColor(look.selection))
    elif state & _POINTED:
        painter.fillRect(rect, QColor(look.hover))
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(look.line))


def quiet(text: str = "", wrap: bool = True) -> QLabel:
    """Return words to glance at."""
    label = QLabel(text)
    label.setWordWrap(wrap)
    theme.set_role(label, "quiet")
    return label


def plain(text: str, role: str = "") -> QLabel:
    """Return words that may quote a person's files: one may be called <b>.xml."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if role:
        theme.set_role(label, role)
    return label


def tell_whole(part: QWidget, event: QEvent, whole: str, shown: str) -> bool:
    """Show all of what a part says as its tip, where it is asked for and not all is shown."""
    if not isinstance(event, QHelpEvent) or shown == whole:
        return False
    QToolTip.showText(event.globalPos(), whole, part)
    return True


class Elided(QLabel):
    """One line that takes the room there is, and ends in "…" where that is too little.

    What is left out is told by the tool tip. It keeps its text itself: with each new text of a
    label, Qt lays the whole window out anew.
    """

    def __init__(self, mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight) -> None:
        super().__init__()
        self._mode, self._text = mode, ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        super().setText(" ")  # its height
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def text(self) -> str:
        """Return all of the text."""
        return self._text

    def setText(self, text: str) -> None:
        """Show another text."""
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self.update()

    @property
    def shown(self) -> str:
        """As much of the text as there is room for: nothing where that would tell nothing."""
        room = self.contentsRect().width()
        part = self.fontMetrics().elidedText(self.text(), self._mode, room)
        return part if part == self.text() or len(part) > _FEW else ""

    def event(self, event: QEvent) -> bool:
        """Tell all of the text where it is cut off."""
        return tell_whole(self, event, self.text(), self.shown) or super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what there is room for."""
        side = self.alignment() | Qt.AlignmentFlag.AlignVCenter
        colour = self.foregroundRole()
        self.style().drawItemText(
            QPainter(self),
            self.contentsRect(),
            side.value,
            self.palette(),
            self.isEnabled(),
            self.shown,
            colour,
        )


class Whole(Elided):
    """Words that are left out where they would be cut off; the tip has them."""

    @property
    def shown(self) -> str:
        """All of the text, or nothing."""
        return self.text() if super().shown == self.text() else ""


class Clauses(Elided):
    """Words of which whole clauses are left out, the last first, where there is too little room."""

    def __init__(self, *more: str, cut: bool = False) -> None:
        """Create it.

        Args:
            more: What clauses end in besides commas, semicolons and middle dots.
            cut: Whether the first is cut off where even that has no room; else nothing is shown.
        """
        super().__init__()
        self._ends, self._cut = (*_CLAUSES, *more), cut

    @property
    def shown(self) -> str:
        """As many clauses as there is room for; the tip has them all."""
        part, room = self.text(), self.contentsRect().width()
        while part and self.fontMetrics().horizontalAdvance(part) > room:
            part = part[: max(0, *(part.rfind(end) for end in self._ends))]
        return part or (super().shown if self._cut else "")


class Heading(Elided):
    """Words that have their whole width wherever there is room for it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show another text, and ask for its width."""
        super().setText(text)
        QLabel.setText(self, text)

    def sizeHint(self) -> QSize:
        """Ask for the width of all of the text, and no less for the sake of rounding."""
        return super().sizeHint().grownBy(QMargins(0, 0, 1, 0))

    def minimumSizeHint(self) -> QSize:
        """Do with none of it."""
        return QSize(0, super().minimumSizeHint().height())


class ElidedChoice(QComboBox):
    """A choice whose words end in "…" where there is too little room; the tip has them whole."""

    @property
    def words(self) -> str:
        """What is chosen, or what stands in its place."""
        return self.currentText() if self.currentIndex() >= 0 else self.placeholderText()

    @property
    def shown(self) -> str:
        """As much of the words as there is room for."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        part, kind = QStyle.SubControl.SC_ComboBoxEditField, QStyle.ComplexControl.CC_ComboBox
        room = self.style().subControlRect(kind, option, part, self).width()
        # What tells it from the others, or the first word that asks for a choice.
        first, _, more = self.words.partition(" · " if self.currentIndex() >= 0 else " ")
        metrics = self.fontMetrics()
        if more and metrics.horizontalAdvance(first) <= room < metrics.horizontalAdvance(
            self.words
        ):
            return first
        return metrics.elidedText(self.words, Qt.TextElideMode.ElideRight, room)

    def event(self, event: QEvent) -> bool:
        """Tell the words where they are cut off, before the tip."""
        if event.type() == QEvent.Type.ToolTip and self.shown != self.words:
            assert isinstance(event, QHelpEvent)
            lines = (self.words, self.toolTip())
            QToolTip.showText(event.globalPos(), "\n".join(filter(None, lines)), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words that there is room for."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = self.shown
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)


class EmptyState(QWidget):
    """One sentence in the middle of an empty page, and perhaps the one button that helps."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = quiet(text)
        self.label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.label.setMaximumWidth(360)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.addStretch(1)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self.label, 100)
        line.addStretch(1)
        layout.addLayout(line)
        layout.addStretch(1)
        self._column = layout
        self._help: QPushButton | None = None
        self._action: QAction | None = None

    def offer(self, action: QAction) -> None:
        """Show a button that does what ``action`` does."""
        if self._help is None:
            self._help = QPushButton()
            self._help.clicked.connect(self._act)
            place = self._column.count() - 1
            self._column.insertWidget(place, self._help, alignment=Qt.AlignmentFlag.AlignCenter)
        if self._action is not None:
            self._action.changed.disconnect(self._follow)
        self._action = action
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        if self._help is not None and self._action is not None:
            self._help.setText(self._action.iconText())
            self._help.setToolTip(self._action.toolTip())
            self._help.setEnabled(self._action.isEnabled())

    def _act(self) -> None:
        if self._action is not None:
            self._action.trigger()


class Banner(QFrame):
    """A calm notice inside a panel; hidden while there is nothing to say."""

    TONES = ("info", "warning", "danger")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._tone = "info"
        self.label = QLabel()
        self.label.setWordWrap(True)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.addWidget(self.label)
        self.hide()
        theme.bus.changed.connect(self._dress)

    @property
    def text(self) -> str:
        """What it says; "" while hidden."""
        return self.label.text()

    def say(self, text: str | None, tone: str = "info") -> None:
        """Show ``text``, or hide for None.

        Args:
            text: One or two sentences.
            tone: One of `TONES`.
        """
        if tone not in self.TONES:
            raise ValueError(f"a notice is one of {self.TONES}, not {tone!r}")
        self._tone = tone
        self.label.setText(text or "")
        self.setAccessibleName(text or "")
        self._dress()
        self.setVisible(bool(text))

    def _dress(self) -> None:
        colours = theme.current()
        mark = {
            "info": colours.accent,
            "warning": colours.warning,
            "danger": colours.danger,
        }[self._tone]
        self.setStyleSheet(
            f"#banner {{ background: {colours.raised}; border: none; border-radius: 0;"
            f" border-left: 3px solid {mark}; border-bottom: 1px solid {colours.line}; }}"
        )
