"""The settings of a training: choose a network, change what you like, press Train."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kpstudio.core.errors import InputError
from kpstudio.core.query_parser import parse_query
from kpstudio.core.query_words import quoted
from kpstudio.core.schema import PointSchema
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.presets import PRESETS, preset
from kpstudio.ui import theme
from kpstudio.ui.panels.augmentation_form import AugmentationForm, in_words
from kpstudio.ui.panels.fields import Checked, Foldable, add_row, calm, choice, whole
from kpstudio.ui.panels.naming import NETWORK_TITLES
from kpstudio.ui.panels.parts import Header, hairline, quiet
from kpstudio.ui.panels.settings_text import (
    parse_rate,
    parse_seed,
    points_in_words,
    points_text,
    rate_text,
)
from kpstudio.ui.panels.validation_form import ValidationForm

_DEVICES = [
    ("auto", "automatic"),
    ("cpu", "CPU"),
    ("cuda", "CUDA (NVIDIA)"),
    ("mps", "MPS (Apple)"),
]
_NO_FACES = "No labelled faces here yet: open a folder with landmarks, or correct some faces."
_WRONG_FIELD = "Correct what is marked in red, then train."
_RUNNING = "A run is being trained: stop it, or wait for its end."
_IN_LINE = "QAbstractSpinBox { qproperty-alignment: 'AlignLeft|AlignVCenter'; }"
"""Numbers stand in one line with what is typed and chosen in the other fields."""
_DEFAULT_NETWORK = "bignet"
_ALL = "all labelled faces"


class TrainSettings(QWidget):
    """The form in the right-hand column of Train.

    Signals:
        train_requested: the button was pressed with valid settings.
        changed: a setting has changed.
    """

    train_requested = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scheme: PointSchema | None = None
        self._base: TrainConfig | None = None
        self._labelled = 0
        self._running = False
        self._filling = False
        self._check_search: Callable[[str], object] = parse_query
        self.network = choice([(n, NETWORK_TITLES[n]) for n in PRESETS], "Network")
        self.network.setCurrentIndex(self.network.findData(_DEFAULT_NETWORK))
        self.points = QComboBox()
        self.points.setEditable(True)
        self.points.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.points.setAccessibleName("Points to predict")
        self.points.setToolTip('A group, a point, numbers such as "0-12, mouth", or all')
        calm(self.points)
        self.faces = QComboBox()
        self.faces.setEditable(True)
        self.faces.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.faces.addItem(_ALL)
        self.faces.setAccessibleName("Faces to train on")
        self.faces.setToolTip("All labelled faces, a saved filter such as @mine, or any search")
        calm(self.faces)
        self.lr, self.seed = QLineEdit(), QLineEdit()
        self.lr.setAccessibleName("Learning rate")
        self.seed.setAccessibleName("Seed")
        points_edit = self.points.lineEdit()
        assert points_edit is not None
        self._points = Checked(points_edit, self._parse_points, self.points)
        faces_edit = self.faces.lineEdit()
        assert faces_edit is not None
        self._faces = Checked(faces_edit, self._parse_faces, self.faces)
        self._lr = Checked(self.lr, parse_rate)
        self._seed = Checked(self.seed, parse_seed)
        self._checked: list[Checked[Any] | ValidationForm] = [
            self._points,
            self._faces,
            self._lr,
            self._seed,
        ]
        self.batch_size = whole(1, 65536, "Batch size")
        self.epochs = whole(1, 100000, "Epochs")
        self.validation_form = ValidationForm()
        self._checked.append(self.validation_form)
        self.augmentation = AugmentationForm()
        self.device = choice(_DEVICES, "Device")
        self.train_button = QPushButton("Train")
        self.reset_button = QPushButton("Reset")
        self._description, self._reason = quiet(), quiet()
        self._lay_out()
        self._connect()
        self._check()

    # Layout

    def _lay_out(self) -> None:
        self.header = Header("Settings")
        self.reset_button.setFlat(True)
        self.reset_button.setToolTip("Back to the network's own settings")
        self.header.row.addWidget(self.reset_button)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._fields = self._form()
        scroll.setWidget(self._fields)
        self.train_button.setProperty("primary", "true")
        footer = QFrame()
        theme.set_role(footer, "footer")
        bottom = QVBoxLayout(footer)
        bottom.setContentsMargins(12, 12, 12, 12)
        bottom.setSpacing(8)
        bottom.addWidget(self._reason)
        bottom.addWidget(self.train_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(scroll, 1)
        column.addWidget(footer)
        self.setMinimumWidth(280)

    def _form(self) -> QWidget:
        form = QWidget()
        theme.set_role(form, "pane")
        form.setStyleSheet(_IN_LINE)
        column = QVBoxLayout(form)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(12)
        grid = _grid()
        add_row(grid, "Network", self.network, self._description)
        add_row(grid, "Faces", self.faces, self._faces.problem)
        add_row(grid, "Points", self.points, self._points.problem)
        add_row(grid, "Learning rate", self.lr, self._lr.problem)
        add_row(grid, "Batch size", self.batch_size)
        add_row(grid, "Epochs", self.epochs)
        add_row(grid, "Seed", self.seed, self._seed.problem)
        self._fold = Foldable("Augmentation", self.augmentation)
        device = _grid()
        add_row(device, "Device", self.device)
        column.addLayout(grid)
        column.addWidget(hairline())
        column.addWidget(self.validation_form)
        column.addWidget(hairline())
        column.addWidget(self._fold)
        column.addWidget(hairline())
        column.addLayout(device)
        column.addStretch(1)
        return form

    def _connect(self) -> None:
        self.network.currentIndexChanged.connect(self._choose_preset)
        for signal in (
            self._points.edit.textChanged,
            self._faces.edit.textChanged,
            self.lr.textChanged,
            self.seed.textChanged,
            self.batch_size.valueChanged,
            self.epochs.valueChanged,
            self.validation_form.changed,
            self.augmentation.changed,
            self.device.currentIndexChanged,
        ):
            signal.connect(self._check)
        self.reset_button.clicked.connect(self._choose_preset)
        self.train_button.clicked.connect(lambda: self.train_requested.emit())

    # Values

    def set_scheme(self, scheme: PointSchema, labelled_count: int) -> None:
        """Say which points there are to choose from, and how many labelled faces to train on.

        The settings stay while the scheme does, else they become the network's own. A scheme
        without points, of pictures without labels, offers nothing to choose from.
        """
        self._labelled = labelled_count
        if not scheme.count:
            self._scheme = None
            self._description.clear()
            self._check()
            return
        self.augmentation.allow_mirroring(scheme.paired)
        if self._scheme is not None and scheme.points == self._scheme.points:
            if scheme.groups != self._scheme.groups:
                self._offer_points(scheme)
            self._scheme = scheme
            self._check()
            return
        self._scheme = scheme
        self._filling = True
        self._offer_points(scheme)
        self._filling = False
        self._choose_preset()

    def _offer_points(self, scheme: PointSchema) -> None:
        """List the groups of ``scheme``; what is typed stays."""
        typed = self.points.currentText()
        self.points.blockSignals(True)
        self.points.clear()
        self.points.addItems(["all", *scheme.groups])
        self.points.setEditText(typed)
        self.points.blockSignals(False)

    def config(self) -> TrainConfig:
        """Return the settings.

        Raises:
            InputError: If one of them is wrong; one sentence.
        """
        if self._base is None or self._scheme is None:
            raise InputError("no faces are open: open a folder to train on")
        validation = self.validation_form
        by_fraction = validation.kind.currentData() == "fraction"
        fraction = validation.fraction.value() / 100.0 if by_fraction else self._base.val_fraction
        config = replace(
            self._base,
            points=self._points.value(),
            lr=self._lr.value(),
            batch_size=self.batch_size.value(),
            epochs=self.epochs.value(),
            seed=self._seed.value(),
            augmentation=self.augmentation.value(),
            val_fraction=round(fraction, 6),
            device=str(self.device.currentData()),
        )
        config.validate(self._scheme)
        return config

    def which(self) -> str:
        """Return the search for the faces to train on and to hold out; "" for all.

        Raises:
            InputError: If it is wrong.
        """
        return self._faces.value()

    def set_search(self, check: Callable[[str], object], filters: Sequence[str]) -> None:
        """Say how searches are checked, and which saved filters there are to choose from."""
        self._check_search = self.validation_form.check_search = check
        text = self.faces.currentText()
        self.faces.blockSignals(True)
        self.faces.clear()
        self.faces.addItems([_ALL, *(f"@{quoted(name)}" for name in filters)])
        self.faces.blockSignals(False)
        self.faces.setEditText(text)
        self._faces.check()
        self._check()

    def _parse_faces(self, text: str) -> str:
        if text in ("", _ALL):
            return ""
        self._check_search(text)
        return text

    def validation(self) -> float | tuple[str, ...] | str:
        """Return the fraction of faces to hold out, the names of the pictures, or a search.

        Raises:
            InputError: If the list of pictures cannot be read, or the search is wrong.
        """
        return self.validation_form.value()

    def set_config(self, config: TrainConfig) -> None:
        """Show the settings of ``config``, such as those of an earlier run."""
        self._base = config
        self._filling = True
        self.network.setCurrentIndex(self.network.findData(config.network))
        self.points.setEditText(points_text(config.points, self._scheme))
        self.lr.setText(rate_text(config.lr))
        self.batch_size.setValue(config.batch_size)
        self.epochs.setValue(config.epochs)
        self.seed.setText(str(config.seed))
        self.augmentation.set_value(config.augmentation)
        self.validation_form.set_value(config.val_fraction)
        self.device.setCurrentIndex(self.device.findData(config.device))
        self._filling = False
        self._check()

    def set_running(self, running: bool) -> None:
        """Say whether a run is being trained; there is one at a time."""
        self._running = running
        self._check()

    # Checking

    def _choose_preset(self, *_: object) -> None:
        if self._filling or self._scheme is None:
            return
        own = self._own_settings()
        if self._base is not None:  # what no preset says stays as the person set it
            kept = self._base
            try:
                kept = self.config()
            except InputError:
                kept = replace(kept, device=str(self.device.currentData()))
            own = replace(own, seed=kept.seed, device=kept.device, val_fraction=kept.val_fraction)
        listed = self.validation_form.kind.currentIndex()
        self.set_config(own)
        self.validation_form.kind.setCurrentIndex(listed)

    def _own_settings(self) -> TrainConfig:
        assert self._scheme is not None
        network = str(self.network.currentData())
        try:
            return preset(network, self._scheme)
        except InputError:  # the scheme names no nose tip: any point will do for a start
            return preset(network, self._scheme, points=(0,))

    def _parse_points(self, text: str) -> tuple[int, ...]:
        if self._scheme is None:
            return ()
        return self._scheme.choose(text)

    def _check(self, *_: object) -> None:
        if self._filling:
            return
        problem = ""
        try:
            config = self.config()
            self.validation()
            self.which()
        except InputError as error:
            problem = str(error)
        else:
            self._describe(config)
        self._mark_modified(problem)
        self._fold.set_note(in_words(self.augmentation.value()))
        if self._running:
            problem = _RUNNING
        elif self._labelled == 0:
            problem = _NO_FACES
        elif any(field.wrong for field in self._checked):
            problem = _WRONG_FIELD
        self._fields.setEnabled(self._scheme is not None)
        self.train_button.setEnabled(not problem)
        self.train_button.setText("Training…" if self._running else "Train")
        self._reason.setText(problem[:1].upper() + problem[1:])
        self._reason.setVisible(bool(problem))
        self.changed.emit()

    def _mark_modified(self, problem: str) -> None:
        modified = False
        if self._scheme is not None and self._base is not None:
            own = self._own_settings()
            if not problem:
                now = self.config()
                own = replace(own, seed=now.seed, device=now.device, val_fraction=now.val_fraction)
                modified = now != own
            else:
                modified = True
        self.header.note.setText("modified" if modified else "")
        self.reset_button.setVisible(modified)

    def _describe(self, config: TrainConfig) -> None:
        assert self._scheme is not None
        where = "the whole picture" if config.crop == "picture" else "a crop of each face"
        size = f"{config.input_height}×{config.input_width} grey"
        self._description.setText(
            f"{points_in_words(config.points, self._scheme)} from {where}, {size}"
        )


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(8)
    grid.setColumnStretch(1, 1)
    return grid
