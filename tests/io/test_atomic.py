from __future__ import annotations

from pathlib import Path

import pytest

from kpstudio.core.errors import InputError
from kpstudio.io.atomic import replacing, write_bytes, write_text


def test_text_is_written_as_it_is_and_replaces_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "a.txt"
    write_text(path, "old")
    write_text(path, "ü\r\n")
    assert path.read_bytes() == "ü\r\n".encode()
    assert [p.name for p in path.parent.iterdir()] == ["a.txt"]


def test_the_longest_name_a_disk_takes_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / ("n" * 255)
    write_bytes(path, b"x")
    assert path.read_bytes() == b"x"


def test_a_failure_leaves_the_old_file_and_no_litter(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    write_text(path, "old")
    with pytest.raises(RuntimeError), replacing(path) as temporary:
        temporary.write_text("half")
        raise RuntimeError
    with pytest.raises(InputError, match=r"a\.txt.*No space left"), replacing(path) as temporary:
        temporary.write_text("half")
        raise OSError(28, "No space left on device")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_what_cannot_be_written_is_an_input_error_naming_the_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "folder").mkdir()
    for path in (tmp_path / "file" / "a.txt", tmp_path / "folder"):
        with pytest.raises(InputError, match=f"{path.name}: cannot be written"):
            write_text(path, "x")
    with pytest.raises(InputError, match="not valid Unicode"):
        write_text(tmp_path / "a.txt", "\udc80")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["file", "folder"]
