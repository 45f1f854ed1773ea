"""The first page: what one can begin with, and what was open lately."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QGuiApplication, QIcon, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from kpstudio import resources
from kpstudio.app.language import tr
from kpstudio.core.texts import say
from kpstudio.ui import theme
from kpstudio.ui.panels.part_menu import PartMenu, add
from kpstudio.ui.panels.parts import Elided, quiet
from kpstudio.ui.panels.room import Room

_WIDTH, _ICON, _MOST = 560, 72, 6
_WHAT = say(
    "Train facial-keypoint networks, see where they fail, drag points into place, export them."
)
_DROP = say("Or drop a folder, a label file or pictures anywhere in this window.")


class Welcome(Room):
    """Shown until something is open.

    Signals:
        folder_wanted: a folder is to be asked for.
        sample_wanted: the synthetic sample faces are to be opened.
        tour_wanted: somebody wants to be shown around.
        recent_wanted: the `Path` of what was open lately.
        recent_shown: the same, whose folder is to be shown.
        recent_forgotten: the same, which is to be listed no more.
    """

    folder_wanted = Signal()
    sample_wanted = Signal()
    tour_wanted = Signal()
    recent_wanted = Signal(object)
    recent_shown = Signal(object)
    recent_forgotten = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.folder_button = QPushButton(tr("Open a folder…"))
        self.folder_button.setProperty("primary", True)
        self.sample_button = QPushButton(tr("Open sample faces"))
        self.tour_button = QPushButton(tr("Show me around"))
        self.folder_button.setToolTip(tr("Pictures of faces, with or without label files"))
        self.sample_button.setToolTip(tr("Synthetic faces with exact points, to try things out"))
        self.tour_button.setToolTip(tr("Five minutes: look, train, correct, export"))
        self.folder_button.clicked.connect(self.folder_wanted)
        self.sample_button.clicked.connect(self.sample_wanted)
        self.tour_button.clicked.connect(self.tour_wanted)
        self._heading = QLabel(tr("Recent"))
        theme.set_role(self._heading, "heading")
        self._recent = QVBoxLayout()
        self._recent.setSpacing(0)
        self.rows: list[QPushButton] = []
        self._lay_out()

    @property
    def wishes(self) -> tuple[SignalInstance, ...]:
        """What a person can ask for here."""
        begin = self.folder_wanted, self.sample_wanted, self.tour_wanted
        return *begin, self.recent_wanted, self.recent_shown, self.recent_forgotten

    def _lay_out(self) -> None:
        icon = QLabel()
        icon.setPixmap(QIcon(str(resources.path("icons/kpstudio.svg"))).pixmap(_ICON, _ICON))
        title = QLabel("kpstudio")
        theme.set_role(title, "title")
        what = QLabel(tr(_WHAT))
        what.setWordWrap(True)
        theme.set_role(what, "lead")
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addStretch(1)
        head.addWidget(title)
        head.addWidget(what)
        head.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(20)
        top.addWidget(icon)
        top.addLayout(head, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.folder_button, self.sample_button, self.tour_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        page = QWidget()
        page.setFixedWidth(_WIDTH)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(top)
        column.addSpacing(8)
        column.addLayout(buttons)
        column.addWidget(quiet(tr(_DROP)))
        column.addSpacing(12)
        column.addWidget(self._heading)
        column.addLayout(self._recent)
        ground = QWidget()
        ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        theme.set_role(ground, "canvas")
        whole = QVBoxLayout(ground)
        whole.addStretch(2)
        whole.addWidget(page, alignment=Qt.AlignmentFlag.AlignHCenter)
        whole.addStretch(3)
        self.setWidget(ground)

    def show_recent(self, paths: Sequence[Path]) -> None:
        """Offer what was open lately, latest first."""
        for row in self.rows:
            self._recent.removeWidget(row)
            row.deleteLater()
        self.rows = [self._row(path) for path in paths[:_MOST]]
        for row in self.rows:
            self._recent.addWidget(row)
        self._heading.setVisible(bool(self.rows))

    def _row(self, path: Path) -> QPushButton:
        row = QPushButton()
        row.setFlat(True)
        theme.set_role(row, "row")
        row.setAccessibleName(tr("Open {path}", path=path))
        row.setToolTip(str(path))
        name, where = QLabel(path.name or str(path)), Elided(Qt.TextElideMode.ElideMiddle)
        where.setText(_short(path.parent))
        name.setTextFormat(Qt.TextFormat.PlainText)
        for label in (name, where):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.set_role(where, "quiet")
        line = QHBoxLayout(row)
        line.setContentsMargins(8, 0, 8, 0)
        line.setSpacing(12)
        line.addWidget(name)
        line.addWidget(where, 1)
        row.setFixedHeight(theme.ROW)
        row.clicked.connect(partial(self._choose, path))
        PartMenu(row, partial(self._fill_menu, path))
        return row

    def _fill_menu(self, path: Path, menu: QMenu, _place: object) -> None:
        add(menu, tr("Open"), partial(self.recent_wanted.emit, path))
        add(menu, tr("Show in folder"), partial(self.recent_shown.emit, path))
        add(menu, tr("Copy its path"), partial(QGuiApplication.clipboard().setText, str(path)))
        menu.addSeparator()
        add(menu, tr("Remove from this list"), partial(self.recent_forgotten.emit, path))

    def _choose(self, path: Path, _checked: bool = False) -> None:
        self.recent_wanted.emit(path)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the arrow keys walk from button to button, as in a list."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)


def _short(path: Path) -> str:
    """Return a path with the home folder as "~"."""
    home = Path.home()
    return str(Path("~") / path.relative_to(home)) if path.is_relative_to(home) else str(path)
