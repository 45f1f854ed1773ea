from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import platformdirs
import pytest

from kpstudio.store.project import Project


@pytest.fixture(autouse=True)
def user_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep the person's real data folder out of it."""
    place = tmp_path / "user data"
    monkeypatch.setattr(platformdirs, "user_data_dir", lambda *_, **__: str(place))
    return place


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "faces"
    path.mkdir()
    return path


@pytest.fixture
def project(folder: Path) -> Iterator[Project]:
    with Project.open(folder) as opened:
        yield opened
