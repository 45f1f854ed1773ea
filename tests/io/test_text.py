from __future__ import annotations

from pathlib import Path

import pytest

from kpstudio.io import text
from kpstudio.io.text import BrokenFileError, decode, decode_head, lines_of, read_text, visible


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1"])
def test_encodings_are_told_apart(encoding: str) -> None:
    assert decode("größe\n".encode(encoding)) == "größe\n"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_head_may_end_within_a_character(encoding: str) -> None:
    assert decode_head("abü".encode(encoding)[:-1]).startswith("ab")


def test_lines_end_where_every_system_ends_them_and_nowhere_else() -> None:
    assert lines_of("a\r\nb\nc\rd\u2028\x0be") == ["a", "b", "c", "d\u2028\x0be"]


def test_a_file_that_is_not_text_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"ab\0c")
    with pytest.raises(BrokenFileError, match="not a text file"):
        read_text(path)
    with pytest.raises(BrokenFileError, match="cannot be read"):
        read_text(tmp_path / "gone")
    monkeypatch.setattr(text, "MAX_BYTES", 3)
    with pytest.raises(BrokenFileError, match="too much"):
        read_text(path)


def test_bytes_that_are_no_unicode_are_shown_as_escapes() -> None:
    assert visible("a\udcffü") == "a\\udcffü"
