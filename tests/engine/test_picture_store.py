from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

import numpy as np
import pytest
import torch

from kpstudio.core.errors import InputError
from kpstudio.core.labelset import Face
from kpstudio.engine import data, picture_store
from kpstudio.engine.control import Control
from kpstudio.engine.picture_store import PictureStore, free_memory
from tests.engine.test_data import CONFIG, load

MakeFaces = Callable[[int], list[Face]]


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files, empty; no picture fits into memory."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.setattr(picture_store, "SHARE_OF_MEMORY", 0.0)
    return folder


def fill(count: int, room: int = 5) -> tuple[torch.Tensor, np.ndarray]:
    pictures = np.random.default_rng(0).integers(0, 256, (count, 6, 8), dtype=np.uint8)
    with PictureStore.opened(room, 6, 8) as store:
        for picture in pictures:
            store.add(picture)
        return store.tensor(), pictures


@pytest.mark.parametrize("count", [0, 1, 5])
def test_what_is_put_into_a_file_comes_out_again(scratch: Path, count: int) -> None:
    tensor, pictures = fill(count)
    assert tensor.shape == (count, 1, 6, 8)
    assert tensor.dtype == torch.uint8
    assert np.array_equal(tensor[:, 0].numpy(), pictures)
    assert list(scratch.iterdir()) == []


def test_what_fits_into_memory_makes_no_file(
    scratch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(picture_store, "SHARE_OF_MEMORY", 0.25)
    monkeypatch.delattr(tempfile, "TemporaryFile")
    tensor, pictures = fill(3)
    assert np.array_equal(tensor[:, 0].numpy(), pictures)


@pytest.mark.parametrize(("share", "in_file"), [(0.5, True), (0.6, False)])
def test_the_threshold_is_a_share_of_the_free_memory(
    monkeypatch: pytest.MonkeyPatch, share: float, in_file: bool
) -> None:
    monkeypatch.setattr(picture_store, "SHARE_OF_MEMORY", share)
    monkeypatch.setattr(picture_store, "free_memory", lambda: 450)
    with PictureStore.opened(5, 6, 8) as store:
        assert (store._file is not None) is in_file


def test_training_pictures_are_the_same_from_a_file(
    make_faces: MakeFaces, tmp_path: Path, scratch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    faces = make_faces(5)
    (tmp_path / faces[2].picture).write_bytes(b"")
    _, mapped = load(faces, tmp_path, margin=3)
    monkeypatch.setattr(picture_store, "SHARE_OF_MEMORY", 0.25)
    _, held = load(faces, tmp_path, margin=3)
    assert mapped is not None
    assert held is not None
    assert len(mapped) == 4
    chosen = torch.tensor([3, 0])
    assert torch.equal(mapped.pixels[chosen], held.pixels[chosen])
    assert torch.equal(mapped.inputs, held.inputs)


def test_the_file_is_gone_when_decoding_ends_early(
    make_faces: MakeFaces, tmp_path: Path, scratch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[IO[bytes]] = []
    make = tempfile.TemporaryFile

    def noted(**how: Any) -> IO[bytes]:
        made.append(make(**how))
        return made[-1]

    monkeypatch.setattr(tempfile, "TemporaryFile", noted)
    work = data.load(make_faces(4), tmp_path, CONFIG, 0, Control(), (0, 4))
    next(work)
    assert [file.closed for file in made] == [False]
    work.close()
    assert [file.closed for file in made] == [True]
    assert list(scratch.iterdir()) == []


class FullDisk:
    """A file on a disk without room."""

    def __init__(self, **_: object) -> None:
        self.closed = False

    def write(self, _: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def close(self) -> None:
        self.closed = True


def test_a_full_disk_is_said_in_one_sentence(
    scratch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = FullDisk()
    monkeypatch.setattr(tempfile, "TemporaryFile", lambda **_: disk)
    with pytest.raises(InputError) as raised:
        fill(2, room=100_000)
    assert str(raised.value).startswith(f"{scratch}: the training pictures need 5 MB there")
    assert os.strerror(errno.ENOSPC) in str(raised.value)
    assert disk.closed


def test_the_free_memory_is_less_than_a_terabyte_and_more_than_nothing() -> None:
    assert 2**20 < free_memory() < 2**50
