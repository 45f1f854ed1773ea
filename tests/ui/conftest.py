"""Every test of the window: the sample faces, settings of its own, and nothing left behind."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kpstudio.app.language import speak
from kpstudio.app.settings import Settings
from kpstudio.core.schema import shipped_schemes
from kpstudio.sample import write_sample
from kpstudio.ui import theme
from kpstudio.ui.panels.train_settings import TrainSettings
from tests.qt_fixtures import collected_between, german, nothing_left, own_settings
from tests.ui.shown_texts import Bracketed

__all__ = [
    "collected_between",
    "german",
    "nothing_left",
    "own_settings",
]  # pytest finds fixtures here


@pytest.fixture(scope="session")
def rendered_faces(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four of the sample's persons, drawn once."""
    return write_sample(tmp_path_factory.mktemp("rendered") / "sample", persons=range(1, 5))


@pytest.fixture
def sample_faces(rendered_faces: Path, tmp_path: Path) -> Path:
    """A folder of 24 labelled sample faces, for this test to change."""
    return Path(shutil.copytree(rendered_faces / "faces", tmp_path / "faces"))


@pytest.fixture
def page(qapp: QApplication, qtbot: QtBot) -> TrainSettings:
    """The settings of a training on 240 faces of IMM's scheme, in a narrow column."""
    theme.apply(qapp, theme.DARK)
    widget = TrainSettings()
    qtbot.addWidget(widget)
    widget.resize(340, 600)
    widget.show()
    qtbot.waitExposed(widget)
    widget.set_scheme(shipped_schemes()[0], 240)
    return widget


@pytest.fixture(params=["en", "de"])
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    """Each language, in which a window that is made then speaks."""
    Settings().set_value("language", request.param)
    yield request.param
    speak(qapp, "en")


@pytest.fixture
def in_brackets(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Start the window in the language of `Bracketed`."""
    made = []

    def bracket(app: QCoreApplication, _preference: str) -> None:
        made.append(Bracketed(app))
        app.installTranslator(made[-1])

    monkeypatch.setattr("kpstudio.ui.main.speak", bracket)
    yield
    for translator in made:
        QCoreApplication.removeTranslator(translator)
        translator.setParent(None)
