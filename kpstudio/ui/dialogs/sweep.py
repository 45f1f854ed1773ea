"""Which settings to vary, with which values: how many trainings that makes, and how long."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kpstudio.app.language import tr, tr_count, translated
from kpstudio.core.errors import InputError
from kpstudio.core.schema import PointSchema
from kpstudio.core.texts import say
from kpstudio.engine.config import TrainConfig
from kpstudio.store.runs import RunFolder
from kpstudio.tasks.grid import SETTINGS, Setting, Trial, Varied, combine, suggested, varied
from kpstudio.tasks.sweep import estimate
from kpstudio.ui import theme
from kpstudio.ui.panels.naming import duration, in_capital, run_title
from kpstudio.ui.panels.network_form import has_setting
from kpstudio.ui.panels.parts import quiet
from kpstudio.ui.panels.room import Dialog
from kpstudio.ui.panels.settings_text import values_of, values_text

_NONE = say("nothing else")
_NAMES = (
    (say("First setting to vary"), say("Values of the first setting")),
    (say("Second setting to vary"), say("Values of the second setting")),
)
_FIRST, _SECOND = "lr", "batch-size"


class SweepDialog(Dialog):
    """Two settings, each with a line of values.

    Attributes:
        settings: The two fields that say what is varied.
        values: The two lines of values, as `values_of` reads them.
        start_button: The main action; it says how many runs there will be.
    """

    def __init__(
        self,
        config: TrainConfig,
        scheme: PointSchema,
        faces: int,
        runs: Sequence[RunFolder],
        parent: QWidget,
    ) -> None:
        """Create it.

        Args:
            config: The settings that stay.
            scheme: Of the faces.
            faces: How many are trained on.
            runs: The project's, to judge by how long it takes.
            parent: The window.
        """
        super().__init__(parent)
        self.setWindowTitle(tr("Vary settings"))
        self.setMinimumWidth(520)
        self._config, self._scheme, self._faces, self._runs = config, scheme, faces, runs
        self._trials: tuple[Trial, ...] = ()
        self.settings = (QComboBox(), QComboBox())
        self.values = (QLineEdit(), QLineEdit())
        self._problem = QLabel()
        self._problem.setWordWrap(True)
        theme.set_role(self._problem, "problem")
        self._sentence = quiet()
        self.start_button = QPushButton(tr("Train"))
        self._offer()
        self._lay_out()
        for place in (0, 1):
            self.settings[place].currentIndexChanged.connect(lambda _, k=place: self._suggest(k))
            self.values[place].textChanged.connect(self._check)
            self._suggest(place)

    def _offer(self) -> None:
        for place, (field, values) in enumerate(zip(self.settings, self.values, strict=True)):
            for widget, words in zip((field, values), _NAMES[place], strict=True):
                widget.setAccessibleName(tr(words))
            if place == 1:
                field.addItem(tr(_NONE), "")
            for option, setting in SETTINGS.items():
                if has_setting(self._config.network, option):
                    field.addItem(tr(setting.words), option)
            field.setMaxVisibleItems(16)
            field.setCurrentIndex(field.findData((_FIRST, _SECOND)[place]))

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        grid.addWidget(quiet(tr("Setting")), 0, 0)
        grid.addWidget(quiet(tr("Values, separated by commas")), 0, 1)
        for row, (field, values) in enumerate(zip(self.settings, self.values, strict=True), 1):
            grid.addWidget(field, row, 0)
            grid.addWidget(values, row, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        theme.set_role(self.start_button, "", primary=True)
        buttons.addButton(self.start_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(12)
        column.addWidget(
            quiet(
                tr(
                    "Every combination is trained, one run after another, on the same faces. "
                    "All other settings stay as they are on the page."
                )
            )
        )
        column.addLayout(grid)
        column.addWidget(self._problem)
        column.addWidget(self._sentence)
        column.addStretch(1)
        column.addWidget(buttons)
        self.start_button.setDefault(True)

    def _setting(self, place: int) -> Setting | None:
        return SETTINGS.get(str(self.settings[place].currentData()))

    def _suggest(self, place: int) -> None:
        """Fill in values around what the page says."""
        setting = self._setting(place)
        values = self.values[place]
        values.setEnabled(setting is not None)
        values.setText(values_text(suggested(setting, self._config)) if setting is not None else "")
        self._check()

    def _check(self, *_: object) -> None:
        problem, wrong = "", -1
        self._trials = ()
        try:
            self._trials = combine(self._config, self._grid(), self._scheme)
        except InputError as error:
            problem, wrong = self._blame(translated(error))
        for place, field in enumerate(self.values):
            if bool(field.property("invalid")) != (place == wrong):
                theme.set_role(field, "", invalid=place == wrong)
        count = len(self._trials)
        self._problem.setText(in_capital(problem))
        self._problem.setVisible(bool(problem))
        self._sentence.setText(self._in_words())
        self._sentence.setVisible(not problem)
        self.start_button.setEnabled(not problem)
        runs = tr_count("Train 1 run", "Train {count} runs", count)
        self.start_button.setText(runs if count else tr("Train"))

    def _blame(self, problem: str) -> tuple[str, int]:
        """Return what is wrong in plain words, and the line that it is about, or -1."""
        for place, field in enumerate(self.values):
            setting = self._setting(place)
            if setting is None:
                continue
            try:
                for value in varied(setting.option, values_of(field.text())).values:
                    setting.put(self._config, value).validate(self._scheme)
            except InputError as error:
                return translated(error).removeprefix(f"{setting.option}: "), place
        return problem, -1

    def _grid(self) -> list[Varied]:
        chosen = [
            (setting, values_of(field.text()))
            for place, field in enumerate(self.values)
            if (setting := self._setting(place)) is not None
        ]
        if len({setting.option for setting, _ in chosen}) < len(chosen):
            raise InputError(
                tr(
                    "{words} is selected twice: choose another second setting",
                    words=tr(chosen[0][0].words),
                )
            )
        return [varied(setting.option, text) for setting, text in chosen]

    def _in_words(self) -> str:
        count = len(self._trials)
        runs = tr_count("1 run", "{count} runs", count)
        found = estimate(self._trials, self._faces, self._runs)
        if found is None:
            return tr(
                "{runs}. The time needed can be estimated after a first run of this network.",
                runs=runs,
            )
        seconds, run = found
        return tr(
            "{runs}, about {duration}, judging by {run_title}.",
            runs=runs,
            duration=duration(seconds),
            run_title=run_title(run.name, run.label),
        )

    def trials(self) -> tuple[Trial, ...]:
        """Return the trainings that were asked for."""
        return self._trials
