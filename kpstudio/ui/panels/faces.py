"""The faces list: search, order, and rows that stay with you across the workspaces."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QListView,
    QMenu,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from kpstudio.app.face_list import FaceListModel, Scope
from kpstudio.app.face_order import ORDERS, AnyOrder, ByRanking, Order
from kpstudio.app.language import in_digits, tr, translated
from kpstudio.app.progress import Progress
from kpstudio.app.run_book import RunBook
from kpstudio.app.session import Session
from kpstudio.app.thumbnails import ThumbnailLoader
from kpstudio.core.errors import InputError
from kpstudio.core.labelset import FaceState
from kpstudio.core.order import natural_key
from kpstudio.core.rankings import rankings
from kpstudio.core.tags import tags_in_use
from kpstudio.core.texts import say
from kpstudio.ui import theme
from kpstudio.ui.panels.face_delegate import FaceDelegate
from kpstudio.ui.panels.parts import Elided
from kpstudio.ui.panels.progress_ring import ProgressRing
from kpstudio.ui.panels.room import Room
from kpstudio.ui.panels.search_box import SearchBox

_NO_MATCH = say("No face matches the search.")
_EMPTY = {
    Scope.ALL: say("No faces here yet. Open a folder of pictures."),
    Scope.REVIEWED: say("No errors to show yet. Train a network, or choose a run above."),
    Scope.PHOTOS: say("No photos yet. Add your own pictures, or drop them onto the window."),
}


_HELD_OUT_NONE = say(
    "This run held out no faces, so there is no telling how it does on faces it has not seen. "
    "Training, above, lists the faces it learnt from. To judge it, hold some out: in Train, under "
    "Validation."
)
_LEARNT_NONE = say("None of the faces this run learnt from has an error here. See Both.")


class FacesPanel(QWidget):
    """The list at the left.

    Signals:
        face_chosen: the id of the face a person put the list on.
        left: Esc was pressed in an empty search line, or the list that had the focus is empty:
            the picture is wanted.
    """

    face_chosen = Signal(str)
    left = Signal()

    def __init__(
        self,
        session: Session,
        runs: RunBook,
        model: FaceListModel,
        thumbnails: ThumbnailLoader,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._thumbnails = thumbnails
        self._part = "val"
        self._kept: tuple[str, ...] = ()
        self._kept_top: int | None = None
        self.view = QListView()
        self.view.setModel(model)
        self.view.setItemDelegate(FaceDelegate(session, runs, thumbnails, self.view))
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.view.setAccessibleName(tr("Faces"))
        self._session, self._runs = session, runs
        self.search_box = SearchBox(model.filters, self._values, self)
        self.search_box.left.connect(self.left)
        self.search = self.search_box.line
        self._count = Elided()
        theme.set_role(self._count, "quiet")
        self.ring = ProgressRing(Progress(session, runs, model), self)
        self.ring.state_wanted.connect(self._find_state)
        self._order = QPushButton(tr("name"))
        self._order.setFlat(True)
        self._parts = _parts_bar(self._choose_part)
        self._offers: dict[Scope, QAction] = {}
        self._folders: QAction | None = None
        self._shown = self._total = 0
        self._help = QPushButton()
        self._help.clicked.connect(self.help_out)
        self._help.hide()
        self._hint = QLabel()
        self._hint.setWordWrap(True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        theme.set_role(self._hint, "quiet")
        self._lay_out()
        self._make_order_menu()
        model.counted.connect(self._counted)
        model.rebuilding.connect(self._keep_selection)
        model.modelReset.connect(self._select_again)
        self.search.textChanged.connect(self._filter)
        session.opened.connect(self._search_again)
        model.filters.changed.connect(self._search_again)
        self.view.selectionModel().currentChanged.connect(self._row_changed)
        session.current_changed.connect(self.follow_current)
        runs.predictions_changed.connect(self.view.viewport().update)
        thumbnails.loaded.connect(self.view.viewport().update)
        thumbnails.dropped.connect(self.view.viewport().update)
        self.view.verticalScrollBar().valueChanged.connect(thumbnails.drop_waiting)
        model.modelReset.connect(thumbnails.drop_waiting)
        for source in (session.opened, session.reread):
            source.connect(thumbnails.clear)

    def _lay_out(self) -> None:
        heading = QLabel(tr("Faces"))
        theme.set_role(heading, "heading")
        header = QWidget()
        theme.set_role(header, "header")
        row = QHBoxLayout(header)
        row.setContentsMargins(12, 0, 4, 0)
        row.setSpacing(8)
        row.addWidget(heading)
        row.addWidget(self.ring)
        row.addWidget(self._count, 1)
        row.addWidget(self._order)
        header.setFixedHeight(36)
        tools = QVBoxLayout()
        tools.setContentsMargins(12, 8, 12, 8)
        tools.setSpacing(8)
        tools.addWidget(self._parts)
        tools.addWidget(self.search_box)
        body = QWidget()
        self._stack = QStackedLayout(body)
        self._stack.addWidget(self.view)
        empty = QWidget()
        inside = QVBoxLayout(empty)
        inside.setContentsMargins(12, 12, 12, 12)
        inside.setSpacing(12)
        inside.addWidget(self._hint)
        inside.addWidget(self._help)
        inside.addStretch(1)
        theme.set_role(empty, "pane")
        self._nothing = Room(empty, sideways=False)
        self._stack.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addLayout(tools)
        column.addWidget(body, 1)
        self._parts.hide()

    def _make_order_menu(self) -> None:
        menu = QMenu(self._order)
        group = QActionGroup(menu)
        orders: dict[QAction, AnyOrder] = {}
        for order in (*Order, *map(ByRanking, rankings())):
            named = tr(ORDERS[order]) if isinstance(order, Order) else order.value
            action = QAction(named, menu)
            action.setCheckable(True)
            orders[action] = order
            group.addAction(action)
            menu.addAction(action)
        menu.addSeparator()
        backwards = menu.addAction(tr("reversed"))
        backwards.setCheckable(True)
        model = self._model
        group.triggered.connect(lambda action: model.sort_by(orders[action]))
        backwards.triggered.connect(lambda on: model.sort_by(model.order, on))

        def tick() -> None:
            for action, order in orders.items():
                action.setChecked(order == model.order)
            backwards.setChecked(model.backwards)

        menu.aboutToShow.connect(tick)
        self._order.setMenu(menu)

    @property
    def part(self) -> str:
        """The part of the run that Review shows: "val", "train", or "" for both."""
        return self._part

    def show_parts(self, shown: bool) -> None:
        """Offer validation and training faces apart, as Review does."""
        self._parts.setVisible(shown)

    def _choose_part(self, part: str) -> str:
        """Show a part of the run; return the one shown, for a person may not want to wait."""
        before, self._part = self._part, part  # which an empty list asks for
        if self._model.show_scope(Scope.REVIEWED, self._model.order, part):
            self.choose_first()
        else:
            self._part = before
        return self._part

    def offer(self, scope: Scope, action: QAction) -> None:
        """Give the empty list the one button that helps there."""
        self._offers[scope] = action
        self._help.setText(action.iconText())
        action.changed.connect(self._show_help)

    def offer_folders(self, action: QAction) -> None:
        """Give the list the button that opens a folder, where without one it has another."""
        self._folders = action
        self._show_hint(0, 0)

    @property
    def _offered(self) -> QAction | None:
        return self._offers.get(self._model.scope) if self._session.is_open else self._folders

    def _show_help(self) -> None:
        """Offer what fills the list: other faces, or all of them where a search finds none."""
        action = self._offered
        if self._total:
            self._help.setText(tr("Clear the search"))
            self._help.setToolTip("")
            self._help.setEnabled(True)
        elif action is not None:
            self._help.setText(action.iconText())
            self._help.setToolTip(action.toolTip())
            self._help.setEnabled(action.isEnabled())
        self._help.setVisible(not self._shown and bool(self._total or action))

    @property
    def help_words(self) -> str:
        """What the button says that helps where no face is listed; "" where none does."""
        return "" if self._help.isHidden() or not self._help.isEnabled() else self._help.text()

    def help_out(self) -> None:
        """Do what helps where no face is listed."""
        if self._total:
            self.search.clear()
        elif (action := self._offered) is not None:
            action.trigger()

    def choose_first(self) -> None:
        """Put the first row in view."""
        if self._model.rowCount():
            first = self._model.index(0)
            known = self.view.currentIndex() == first
            self.view.setCurrentIndex(first)
            if known:  # the view has nothing to tell, and another face may be in view
                self.face_chosen.emit(self._model.face_ids[0])

    def selected(self) -> tuple[str, ...]:
        """Return the ids of the chosen rows, top to bottom."""
        # By ranges: of each single row the model would be asked whether it can be selected.
        chosen = self.view.selectionModel().selection().toList()
        ranges = sorted((of.top(), of.bottom()) for of in chosen)
        ids = self._model.face_ids
        return tuple(chain.from_iterable(ids[first : last + 1] for first, last in ranges))

    def _counted(self, shown: int, total: int) -> None:
        some, every = in_digits(shown, ","), in_digits(total, ",")
        text = tr("{shown} of {total}", shown=some, total=every) if shown != total else every
        self._count.setText(text)
        turned = " ↑" if self._model.backwards else ""
        self._order.setText(f"{tr(self._model.order.value)}{turned}")
        self._order.setToolTip(f"{tr('Sort the faces')}: {self._order.text()}")
        self._show_hint(shown, total)

    @property
    def why_empty(self) -> str:
        """Why no face is listed; "" where some are."""
        return "" if self._shown else self._hint.text()

    def _show_hint(self, shown: int, total: int) -> None:
        """Say why there is nothing to see, in place of the list."""
        no_match = "" if self.search_box.problem else tr(_NO_MATCH)
        self._hint.setText(no_match if total else self._why_empty())
        self._shown, self._total = shown, total
        self._show_help()  # hidden before the list comes, which would get its focus
        self._stack.setCurrentIndex(0 if shown else 1)
        if self._nothing.hasFocus():  # which does nothing with keys
            self.left.emit()

    def _why_empty(self) -> str:
        labels = self._session.labels
        if not self._session.is_open:
            return tr(_EMPTY[Scope.ALL])
        if self._model.scope is Scope.REVIEWED and self._part and self._runs.run:
            pairs = zip(labels.ids, self._runs.errors.of_all(labels.ids), strict=True)
            parts = {self._runs.split_of(i) for i, error in pairs if error is not None}
            if parts and self._part not in parts:
                return tr(_HELD_OUT_NONE) if self._part == "val" else tr(_LEARNT_NONE)
        return tr(_EMPTY[self._model.scope])

    def _filter(self, text: str) -> None:
        self.search_box.show_problem("")
        try:
            self._model.filter(text)
            if self._model.text != text:  # a person did not want to wait for it
                self.search.setText(self._model.text)
        except InputError as error:
            self.search_box.show_problem(translated(error))
            if not self._model.rowCount():  # the faces that were there before stay
                self._show_hint(0, 1)

    def _find_state(self, state: FaceState) -> None:
        self.search.setText(f"state:{state}")

    def _search_again(self) -> None:
        if self.search.text():
            self._filter(self.search.text())

    def _values(self, key: str) -> Sequence[str]:
        """Return the values in use, for completion."""
        if key == "@":
            return list(self._model.filters.filters)
        if key == "tag":
            return tags_in_use(self._session.labels)
        persons = self._model.facts.persons
        found = {persons(picture) or "" for picture in self._session.labels.pictures}
        return sorted(found - {""}, key=natural_key)

    def _row_changed(self, index: QModelIndex) -> None:
        if index.isValid():
            self.face_chosen.emit(self._model.face_ids[index.row()])

    def _keep_selection(self) -> None:
        self._kept = self.selected()
        place = self.view.visualRect(self.view.currentIndex())
        seen = self.view.viewport().rect().intersects(place)
        self._kept_top = place.top() if seen else None

    def _select_again(self) -> None:
        """Select what was selected before the list was made anew, as far as it is there.

        The face in view stays where it was on the screen, though others may stand beside it.
        """
        self.follow_current()
        current, bar = self.view.currentIndex(), self.view.verticalScrollBar()
        if current.isValid() and self._kept_top is not None:
            bar.setValue(bar.value() + self.view.visualRect(current).top() - self._kept_top)
        rows = sorted(row for row in map(self._model.row_of, self._kept) if row >= 0)
        if len(rows) < 2:
            return
        chosen = QItemSelection()
        for first, last in _runs(rows):
            chosen.select(self._model.index(first), self._model.index(last))
        self.view.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.Select)

    def follow_current(self) -> None:
        """Select the row of the session's current face, and scroll to it."""
        face = self._session.current
        row = self._model.row_of(face.id) if face is not None else -1
        selection = self.view.selectionModel()
        if row < 0:
            selection.clear()
            self.view.scrollToTop()
        elif selection.currentIndex().row() != row or not selection.hasSelection():
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            selection.setCurrentIndex(self._model.index(row), flag)
            self.view.scrollTo(self._model.index(row))


def _runs(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and last of each run of rows that follow each other."""
    first = last = rows[0]
    for row in rows[1:]:
        if row != last + 1:
            yield first, last
            first = row
        last = row
    yield first, last


def _parts_bar(choose: Callable[[str], str]) -> QWidget:
    """Return the buttons of the parts; ``choose`` returns the part that is shown then."""
    bar = QWidget()
    row = QHBoxLayout(bar)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    group = QButtonGroup(bar)
    buttons: dict[str, QPushButton] = {}

    def chosen(part: str) -> None:
        buttons[choose(part)].setChecked(True)

    for text, part in ((tr("Validation"), "val"), (tr("Training"), "train"), (tr("Both"), "")):
        button = QPushButton(text)
        button.setFlat(True)
        button.setCheckable(True)
        button.setChecked(part == "val")
        button.clicked.connect(lambda _=False, part=part: chosen(part))
        buttons[part] = button
        group.addButton(button)
        row.addWidget(button, 1)
    return bar
