"""Every test behind the window: a small folder of faces, settings of its own, nothing left."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kpstudio.app.session import Session
from tests.app.help import Desk, faces_folder
from tests.qt_fixtures import collected_between, german, nothing_left, own_settings

__all__ = [
    "collected_between",
    "german",
    "nothing_left",
    "own_settings",
]  # pytest finds fixtures here


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Six labelled faces and a picture without labels."""
    return faces_folder(tmp_path / "faces", 6, unlabelled=1)


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    """A session and all that hangs on it, without a window."""
    made = Desk(qtbot)
    yield made
    made.close()


@pytest.fixture
def session(desk: Desk) -> Session:
    """The session of `desk`."""
    return desk.session
