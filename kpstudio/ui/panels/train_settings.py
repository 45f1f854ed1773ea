"""The settings of a training: choose a preset, change what you like, press Train."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from kpstudio.app.language import tr, translated
from kpstudio.core.errors import InputError
from kpstudio.core.query_parser import parse_query
from kpstudio.core.query_words import quoted
from kpstudio.core.schema import PointSchema
from kpstudio.core.texts import say
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.presets import PRESETS, SEED_PRESETS, preset, run_word
from kpstudio.ui.panels.augmentation_form import AugmentationForm, in_words
from kpstudio.ui.panels.computing_form import ComputingForm
from kpstudio.ui.panels.fields import Checked, Foldable, add_row, form_grid, line_of, typed, whole
from kpstudio.ui.panels.learning_form import LearningForm
from kpstudio.ui.panels.naming import PRESET_TITLES
from kpstudio.ui.panels.network_form import NetworkForm
from kpstudio.ui.panels.parts import hairline, quiet
from kpstudio.ui.panels.preset_choice import NOT_THE_PRESET_S, PresetChoice, changes, in_short
from kpstudio.ui.panels.settings_group import SettingsGroup
from kpstudio.ui.panels.settings_shell import SettingsShell
from kpstudio.ui.panels.settings_text import (
    parse_rate,
    points_in_words,
    points_of,
    points_text,
    rate_text,
    shown_name,
)
from kpstudio.ui.panels.start_form import StartForm
from kpstudio.ui.panels.validation_form import ValidationForm

_NO_FACES = say("No labelled faces here yet: open a folder with landmarks, or label some faces.")
_WRONG_FIELD = say("Correct what is marked in red, then train.")
_RUNNING = say("A run is being trained: stop it, or wait until it is done.")
_ALL = say("all labelled faces")
_ONE_OF_A_PAIR = say(
    "Some points are selected without their mirror point: select both, or do not mirror"
)


class TrainSettings(SettingsShell):
    """The form in the right-hand column of Train.

    Signals:
        train_requested: the button was pressed with valid settings.
        changed: a setting has changed.
        start_chosen: the folder of the run that a person chose to start from.
    """

    train_requested = Signal()
    changed = Signal()
    start_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scheme: PointSchema | None = None
        self._base: TrainConfig | None = None
        self._labelled = 0
        self._running = False
        self._filling = False
        self._check_search: Callable[[str], object] = parse_query
        self.preset = PresetChoice()
        self.points = typed(tr("Points to predict"))
        self.points.setToolTip(tr('A group, a point, numbers such as "0-12, mouth", or all'))
        self.faces = typed(tr("Faces to train on"))
        self.faces.addItem(tr(_ALL))
        self.faces.setToolTip(tr("All labelled faces, a saved filter such as @mine, or any search"))
        self.lr = QLineEdit()
        self.lr.setAccessibleName(tr("Learning rate"))
        self._points = Checked(line_of(self.points), self._parse_points, self.points)
        self._faces = Checked(line_of(self.faces), self._parse_faces, self.faces)
        self._lr = Checked(self.lr, parse_rate)
        self.batch_size = whole(1, 65536, tr("Batch size"))
        self.epochs = whole(1, 100000, tr("Epochs"))
        self.validation_form = ValidationForm()
        self.network_form, self.start_form = NetworkForm(), StartForm()
        self.learning_form, self.computing_form = LearningForm(), ComputingForm()
        self.augmentation = AugmentationForm()
        self._groups: tuple[SettingsGroup, ...] = (
            self.network_form, self.start_form, self.learning_form, self.computing_form,
        )  # fmt: skip
        self._checked: list[Checked[Any] | ValidationForm] = [
            self._points, self._faces, self._lr, self.validation_form,
            *(field for group in self._groups for field in group.checked),
        ]  # fmt: skip
        self._purpose, self._description = quiet(), quiet()
        self._form()
        self._connect()
        self._check()

    # Layout

    def _form(self) -> None:
        first, faces = QWidget(self), QWidget(self)
        grid = form_grid(first)
        add_row(grid, tr("Preset"), self.preset)
        for words in (self._purpose, self._description):
            grid.addWidget(words, grid.rowCount(), 0, 1, 2)
        add_row(grid, tr("Learning rate"), self.lr, self._lr.problem)
        add_row(grid, tr("Batch size"), self.batch_size)
        add_row(grid, tr("Epochs"), self.epochs)
        grid = form_grid(faces)
        add_row(grid, tr("Points"), self.points, self._points.problem)
        add_row(grid, tr("Faces"), self.faces, self._faces.problem)
        self.enclose(first, hairline(), faces, self.validation_form, hairline(), *self._folds())

    def _folds(self) -> list[Foldable]:
        self.folds = {group: Foldable(tr(group.heading), group) for group in self._groups}
        self._fold = Foldable(tr("Augmentation"), self.augmentation)
        *first, last = self.folds.values()
        return [*first, self._fold, last]

    def _connect(self) -> None:
        self.preset.currentIndexChanged.connect(self._choose_preset)
        for signal in (
            self._points.edit.textChanged,
            self._faces.edit.textChanged,
            self.lr.textChanged,
            self.batch_size.valueChanged,
            self.epochs.valueChanged,
            self.validation_form.changed,
            self.augmentation.changed,
            *(group.changed for group in self._groups),
        ):
            signal.connect(self._check)
        self.start_form.run_chosen.connect(self.start_chosen)
        self.reset_button.clicked.connect(self._choose_preset)
        self.train_button.clicked.connect(lambda: self.train_requested.emit())

    # Values

    def set_scheme(self, scheme: PointSchema, labelled_count: int) -> None:
        """Say which points there are to choose from, and how many labelled faces to train on.

        The settings stay while the scheme does, else they become the preset's own. A scheme
        without points, of pictures without labels, offers nothing to choose from.
        """
        self._labelled = labelled_count
        if not scheme.count:
            self._scheme = None
            self._description.clear()
            self._check()
            return
        if self._scheme is not None and scheme.points == self._scheme.points:
            if scheme.groups != self._scheme.groups:
                self._offer_points(scheme)
            self._scheme = scheme
            self._check()
            return
        self._scheme = scheme
        self._filling = True
        self._offer_points(scheme)
        self.points.setEditText("")
        self._filling = False
        self._choose_preset()

    def _offer_points(self, scheme: PointSchema) -> None:
        """List the groups of ``scheme``; what is typed stays."""
        typed = self.points.currentText()
        self.points.blockSignals(True)
        self.points.clear()
        self.points.addItems([shown_name(name) for name in ("all", *scheme.groups)])
        self.points.setEditText(typed)
        self.points.blockSignals(False)

    def config(self) -> TrainConfig:
        """Return the settings.

        Raises:
            InputError: If one of them is wrong; one sentence.
        """
        if self._base is None or self._scheme is None:
            raise InputError(tr("no folder is open: open one to train on"))
        validation = self.validation_form
        by_fraction = validation.kind.currentData() == "fraction"
        fraction = validation.fraction.value() / 100.0 if by_fraction else self._base.val_fraction
        values: dict[str, Any] = {}
        for group in self._groups:
            values |= group.values()
        config = replace(
            self._base,
            points=self._points.value(),
            lr=self._lr.value(),
            batch_size=self.batch_size.value(),
            epochs=self.epochs.value(),
            augmentation=self.augmentation.value(),
            val_fraction=round(fraction, 6),
            **values,
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
        self.faces.addItems([tr(_ALL), *(f"@{quoted(name)}" for name in filters)])
        self.faces.blockSignals(False)
        self.faces.setEditText(text)
        self._faces.check()
        self._check()

    def _parse_faces(self, text: str) -> str:
        if text in ("", tr(_ALL)):
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
        self._filling = True
        if run_word(config) in PRESETS:
            self.preset.choose(run_word(config))
        self._base = replace(config, preset=self.preset.name)
        self.points.setEditText(shown_name(points_text(config.points, self._scheme)))
        self.lr.setText(rate_text(config.lr))
        self.batch_size.setValue(config.batch_size)
        self.epochs.setValue(config.epochs)
        self._allow_mirroring()
        self.augmentation.set_value(config.augmentation)
        for group in self._groups:
            group.show_config(config)
        self.validation_form.set_value(config.val_fraction)
        self._filling = False
        self._check()

    def adopt_network(self, config: TrainConfig) -> None:
        """Take over the network of a run to start from and its input, but nothing else."""
        assert self._base is not None
        parts = (
            "network", "backbone", "head", "crop", "input_height", "input_width", "box_scale",
        )  # fmt: skip
        taken = {name: getattr(config, name) for name in parts}
        try:
            now = self.config()
        except InputError:
            now = self._base
        self.set_config(replace(now, start=self.start_form.values()["start"], **taken))

    def set_running(self, running: bool) -> None:
        """Say whether a run is being trained; there is one at a time."""
        self._running = running
        self._check()

    # The preset

    def _choose_preset(self, *_: object) -> None:
        if self._filling or self._scheme is None:
            return
        own = self._own_settings()
        if self._base is not None:  # what no preset says stays as the person set it
            kept = self._base
            try:
                kept = self.config()
            except InputError:
                kept = replace(kept, **self.computing_form.choices())  # type: ignore[arg-type]
            own = replace(own, **{name: getattr(kept, name) for name in NOT_THE_PRESET_S})
        listed = self.validation_form.kind.currentIndex()
        self.set_config(own)
        self.validation_form.kind.setCurrentIndex(listed)

    def _own_settings(self) -> TrainConfig:
        """Return the chosen preset's settings; the class project's say which points, too."""
        assert self._scheme is not None
        name = self.preset.name
        points = None if name in SEED_PRESETS else self._chosen_points()
        try:
            return preset(name, self._scheme, points)
        except InputError:  # the scheme names no nose tip: any point will do for a start
            return preset(name, self._scheme, points=(0,))

    def _chosen_points(self) -> tuple[int, ...] | None:
        """Return the points that a person chose; None where those of the project stand there."""
        came_from = self._base.preset if self._base is not None else ""
        if came_from in SEED_PRESETS and came_from != self.preset.name:
            return None
        try:
            return self._points.value()
        except InputError:
            return None

    def _parse_points(self, text: str) -> tuple[int, ...]:
        if self._scheme is None:
            return ()
        return points_of(text, self._scheme)

    # Checking

    def _check(self, *_: object) -> None:
        if self._filling:
            return
        self._adapt()
        problem = ""
        try:
            config = self.config()
            self.validation()
            self.which()
        except InputError as error:
            problem = translated(error)
        else:
            self._describe(config)
        self._mark_changes()
        for group, fold in self.folds.items():
            fold.set_note(group.words())
        self._fold.set_note(in_words(self.augmentation.value()))
        if self._running:
            problem = tr(_RUNNING)
        elif self._labelled == 0:
            problem = tr(_NO_FACES)
        elif any(field.wrong for field in self._checked):
            problem = tr(_WRONG_FIELD)
        self.show_form(self._scheme is not None)  # without points no preset fills it
        self.train_button.setEnabled(not problem)
        self.train_button.setText(tr("Training…") if self._running else tr("Train"))
        self.reason.setText(problem[:1].upper() + problem[1:])
        self.reason.setVisible(bool(problem) and self._scheme is not None)
        self.nothing.label.setText(self.reason.text())
        self.changed.emit()

    def _adapt(self) -> None:
        """Rule out what the points and the other groups do not allow."""
        self._filling = True
        self._allow_mirroring()
        self.network_form.set_mirroring(self.augmentation.flip.isChecked())
        network = self.network_form.values()
        self.start_form.set_network(str(network["network"]), str(network["backbone"]))
        self._filling = False

    def _allow_mirroring(self) -> None:
        if self._scheme is None:
            return
        paired, reason = self._scheme.paired, ""
        try:
            points = set(self._points.value())
        except InputError:
            points = set()
        if not all(self._scheme.mirror[k] in points for k in points):
            paired, reason = False, tr(_ONE_OF_A_PAIR)
        self.augmentation.allow_mirroring(paired, reason)

    def _mark_changes(self) -> None:
        changed: list[str] = []
        wrong = False
        if self._scheme is not None and self._base is not None:
            try:
                changed = changes(self.config(), self._own_settings())
            except InputError:
                changed, wrong = [tr("what is marked in red")], True
        title = PRESET_TITLES[self.preset.name]
        self.header.note.setText(tr("changed") if changed else "")
        self.changes.setText(tr("Changed: {what}.", what=in_short(changed)) if changed else "")
        self.changes.setVisible(bool(changed) and not wrong)  # the reason below says that
        self.changes.setToolTip(", ".join(changed))
        self.reset_button.setText(tr("Back to {title}", title=title))
        self.reset_button.setVisible(bool(changed))

    def _describe(self, config: TrainConfig) -> None:
        assert self._scheme is not None
        self._purpose.setText(self.preset.purpose)
        size = tr("{height}×{width} grey", height=config.input_height, width=config.input_width)
        words = points_in_words(config.points, self._scheme)
        self._description.setText(
            tr(
                say("{points} from the whole picture, {size}.")
                if config.crop == "picture"
                else say("{points} from a crop of each face, {size}."),
                points=f"{words[:1].upper()}{words[1:]}",
                size=size,
            )
        )
