"""Pages and dialogs scroll where there is less room than they need, buttons stay in view."""

from __future__ import annotations

import sys

from PySide6.QtCore import QEvent, QMargins, QObject, QRect, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QBoxLayout,
    QCheckBox,
    QDialog,
    QFrame,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QStyle,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from kpstudio.ui import theme
from kpstudio.ui.reading_order import first_field, step

TITLE_BAR = 36
"""What a window manager puts on top, more or less; not known before a window is shown."""
_HIGHER, _LONG, _SHARE = 1.5, 2.25, 0.75
"""How much higher than asked for a dialog may be, one of long contents even more, and how much of
the screen it may take then."""
_LEAST = QSize(160, 80)
_MARGIN = 20
_SPARED = 8
"""So much narrower are the margins of a dialog that scrolls."""
_AMPLE = QSize(1200, 660)
"""A screen with less room, by the usual size of text, makes every dialog ready to scroll."""


def room_for(window: QWidget) -> QSize:
    """Return the pixels that the screen has for a window below its title."""
    return window.screen().availableGeometry().size().shrunkBy(QMargins(0, 0, 0, TITLE_BAR))


def margin(window: QWidget) -> int:
    """Return the pixels between the edge of a dialog and what is in it: fewer on small screens."""
    return _MARGIN if _ample().boundedTo(room_for(window)) == _ample() else _MARGIN - _SPARED


def _ample() -> QSize:
    return QSize(theme.sized(_AMPLE.width()), theme.sized(_AMPLE.height()))


def _is_tight(window: QWidget) -> bool:
    """Whether the screen has less room than a dialog may need, or this one does."""
    needed = window.sizeHint().expandedTo(_ample())
    return needed.boundedTo(room_for(window)) != needed


def press_by_enter(window: QWidget, event: QKeyEvent) -> bool:
    """Press the button that has the focus where the key is Enter, which Qt leaves to Space.

    Args:
        window: What the key came to, for nothing inside it took it.
        event: The key.

    Returns:
        Whether there was one to press.
    """
    now = window.focusWidget()
    if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or event.isAutoRepeat():
        return False
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return False
    if not isinstance(now, QAbstractButton) or isinstance(now, QCheckBox | QRadioButton):
        return False
    now.click()
    return True


def menu_by_key(window: QWidget, event: QKeyEvent) -> bool:
    """Ask what has the focus for its menu by Shift+F10, as the menu key does.

    Args:
        window: What the key came to, for nothing inside it took it.
        event: The key.

    Returns:
        Whether that was the key; on Windows, where the system itself asks, it never is.
    """
    now = window.focusWidget()
    asked = event.key() == Qt.Key.Key_F10 and event.modifiers() == Qt.KeyboardModifier.ShiftModifier
    if not asked or now is None or sys.platform == "win32":
        return False
    where = now.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    place = where.center() if isinstance(where, QRect) else now.rect().center()
    by_key = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(now, QContextMenuEvent(by_key, place, now.mapToGlobal(place)))
    return True


def give_size(dialog: QWidget, width: int, height: int, long: bool = False) -> None:
    """Make a dialog as large as its words need, but no larger than the screen beside its title.

    On a large screen it is higher, so that less of it scrolls.

    Args:
        dialog: Before it is shown.
        width: Pixels at the usual size of text.
        height: Pixels at the usual size of text.
        long: Whether what it shows is longer than that, and scrolls.
    """
    wanted, room = QSize(theme.sized(width), theme.sized(height)), room_for(dialog)
    most = (_LONG if long else _HIGHER) * wanted.height()
    higher = min(most, _SHARE * room.height())
    dialog.resize(wanted.expandedTo(QSize(0, round(higher))).boundedTo(room))


class Room(QScrollArea):
    """Holds a page that scrolls as soon as it is larger than its room, and looks as if it were not.

    What it holds is asked how large it would like to be, so that nothing scrolls without need.
    """

    def __init__(self, page: QWidget | None = None, sideways: bool = True) -> None:
        """Create it.

        Args:
            page: What it holds.
            sideways: Whether the page scrolls from side to side as well; else it is never wider
                than its room, which takes care of its width.
        """
        super().__init__()
        self._sideways = sideways
        self._told = QSize()  # as its layout knows it
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if not sideways:
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if page is not None:
            self.setWidget(page)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Need another width as soon as the page does."""
        if event.type() == QEvent.Type.LayoutRequest and not self._sideways:
            told = self._told
            if self.minimumSizeHint() != told:
                self.updateGeometry()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        """Return what the page would like to have."""
        page = self.widget()
        return super().sizeHint() if page is None else page.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return next to nothing; the width of the page where it does not scroll sideways."""
        page = self.widget()
        if page is None or self._sideways:
            return _LEAST
        self._told = QSize(page.minimumSizeHint().width() + _bar(self), _LEAST.height())
        return self._told


class Pages(QStackedWidget):
    """Needs no more room than the page in view, where others may be larger."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(lambda _: self.updateGeometry())

    def minimumSizeHint(self) -> QSize:
        """Return the least that the page in view can do with."""
        page = self.currentWidget()
        if page is None:
            return super().minimumSizeHint()
        return page.minimumSizeHint().expandedTo(page.minimumSize())


class Tabs(QTabWidget):
    """Panels beside a picture: they need the room of the one in view, and a width to read by."""

    def __init__(self, width: int, narrow: int, below: int) -> None:
        """Create it.

        Args:
            width: Pixels that they have at least, at the usual size of text.
            narrow: The same in a narrow window.
            below: A window of less width than this is narrow.
        """
        super().__init__()
        self._width, self._narrow, self._below = width, narrow, below
        self._is_narrow = False
        self.currentChanged.connect(self._need_one)
        theme.bus.changed.connect(self._dress)

    def follow(self, room: QWidget) -> None:
        """Be narrow where ``room`` is."""
        room.installEventFilter(self)
        self._need_one()

    def minimumSizeHint(self) -> QSize:
        """Return the least that the panel in view can do with, and the bar where it is in view."""
        bar, page = self.tabBar(), self.currentWidget()
        least = QSize(theme.sized(self._narrow if self._is_narrow else self._width), 0)
        if page is not None:
            least = least.expandedTo(page.minimumSizeHint()).expandedTo(page.minimumSize())
        shown = bar.isVisibleTo(self)
        return least.grownBy(QMargins(0, bar.minimumSizeHint().height() if shown else 0, 0, 0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Become narrow with the window."""
        if isinstance(event, QResizeEvent):
            narrow = event.size().width() < self._below
            if narrow != self._is_narrow:
                self._is_narrow = narrow
                theme.set_role(self.tabBar(), "", tone="narrow" if narrow else "")
                self._dress()
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def _dress(self, *_: object) -> None:
        """Measure the tabs anew, in the font of now: Qt leaves them that of before now and then."""
        bar = self.tabBar()
        bar.setFont(theme.text_font())
        QApplication.sendEvent(bar, QEvent(QEvent.Type.StyleChange))
        self._need_one()

    def _need_one(self, *_: object) -> None:
        """Let a panel that is not in view make the others no higher."""
        policy = QSizePolicy.Policy
        for number in range(self.count()):
            if (page := self.widget(number)) is not None:
                shown = number == self.currentIndex()
                page.setSizePolicy(policy.Expanding, policy.Expanding if shown else policy.Ignored)
        self.updateGeometry()


class _Page(QWidget):
    """What scrolls in a dialog: lists and pictures shrink before it does."""

    def heightForWidth(self, width: int, /) -> int:
        """Return the least height; the scroll area would go by the one that would be liked."""
        column = self.layout()
        return -1 if column is None else column.minimumHeightForWidth(width)


class Dialog(QDialog):
    """A dialog that opens no larger than the screen, and that Tab goes through in reading order.

    It opens on its first field, or its default button, unless another part has the focus already.

    Where the screen is small all but the lowest part of its column, the buttons, can scroll.
    """

    _fitted = False

    def showEvent(self, event: QShowEvent) -> None:
        """Fit the screen at last, when all parts are there."""
        column, room = self.layout(), room_for(self)
        if not self._fitted and isinstance(column, QBoxLayout) and _is_tight(self):
            wanted = self._wanted(column)
            self._let_scroll(column)
            self.resize(wanted.boundedTo(room))
        if not self._fitted and self.focusWidget() is None:
            self._begin()
        self._fitted = True
        super().showEvent(event)

    def focusNextPrevChild(self, forwards: bool, /) -> bool:
        """Go on by Tab in reading order."""
        return step(self, forwards)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press by Enter the button that has the focus, and the default one without any."""
        if not (press_by_enter(self, event) or menu_by_key(self, event)):
            super().keyPressEvent(event)

    def _begin(self) -> None:
        """Give the focus to the first field, or to a button where there is none."""
        if (column := self.layout()) is not None:
            column.activate()  # the order follows from where things lie
        buttons = [each for each in self.findChildren(QPushButton) if each.autoDefault()]
        usable = [each for each in buttons if each.isVisible() and each.isEnabled()]
        usable.sort(key=QPushButton.isDefault, reverse=True)
        if (first := first_field(self) or next(iter(usable), None)) is not None:
            first.setFocus()

    def _wanted(self, column: QBoxLayout) -> QSize:
        """Return the size in which nothing need scroll, with the place of a bar."""
        size = self.size().expandedTo(self.sizeHint())
        high = max(size.height(), column.totalHeightForWidth(size.width()))
        return QSize(size.width() + _bar(self), high)

    def _let_scroll(self, column: QBoxLayout) -> None:
        column.activate()  # what is no longer needed must not be taken for what somebody set
        focus = self.focusWidget()
        foot = column.takeAt(column.count() - 1)
        assert foot is not None, "a column of several parts has a last one"
        page = _Page()
        theme.set_role(page, "pane")
        if self.minimumWidth() > column.totalMinimumSize().width():  # somebody set it: no layout
            page.setMinimumWidth(self.minimumWidth())
        self.setMinimumSize(0, 0)
        page.setLayout(column)  # which takes the parts along
        margins = _spared(column.contentsMargins())
        column.setContentsMargins(margins.left(), margins.top(), margins.right(), 0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, margins.bottom())
        whole.setSpacing(column.spacing())
        area = Room(page)
        whole.addWidget(area, 1)
        below = QVBoxLayout()
        below.setContentsMargins(margins.left(), 0, margins.right(), 0)
        whole.addLayout(below)
        if (part := foot.widget()) is not None:
            below.addWidget(part)
        elif (row := foot.layout()) is not None:
            row.setContentsMargins(_spared(row.contentsMargins()))
            below.addLayout(row)
        area.show()  # the layout would do it later, and nothing hidden takes the focus
        if focus is not None:
            focus.setFocus()


def _spared(margins: QMargins) -> QMargins:
    """Return narrower margins, as far as there are any."""
    sides = (margins.left(), margins.top(), margins.right(), margins.bottom())
    return QMargins(*(max(side - _SPARED, 0) for side in sides))


def _bar(widget: QWidget) -> int:
    return widget.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
