from __future__ import annotations

from pathlib import Path

import platformdirs
import pytest

from kpstudio.core.labelset import LabelSet
from kpstudio.tasks.opening import open_corrected
from tests.small_faces import write_faces


@pytest.fixture(autouse=True)
def user_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep the person's real data folder out of it."""
    place = tmp_path / "user data"
    monkeypatch.setattr(platformdirs, "user_data_dir", lambda *_, **__: str(place))
    return place


@pytest.fixture
def faces(tmp_path: Path) -> Path:
    return write_faces(tmp_path / "faces")


@pytest.fixture
def labels(faces: Path) -> LabelSet:
    return open_corrected(faces).labels
