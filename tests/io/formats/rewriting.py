"""Reading a file of another tool, and writing it again: what did not change must be the same."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from kpstudio.core.labelset import LabelSet
from kpstudio.io.formats.base import ReadResult
from kpstudio.io.registry import Format, formats, sniff
from tests.io.helpers import add_pictures


def read_text(form: Format, folder: Path, name: str, text: str) -> ReadResult:
    """Write a file, check that only its format takes it for its own, and read it."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    assert sniff(path) is form
    head = path.read_bytes()[:16_384]
    assert [f.name for f in formats() if f.sniff(path, head)] == [form.name]
    return form.read([path], folder)


def rewritten(form: Format, folder: Path, name: str, text: str) -> str:
    """Return the text that reading and writing a file gives; its pictures are made."""
    result = read_text(form, folder, name, text)
    assert result.problems == ()
    labels = LabelSet(folder, result.scheme, result.faces)
    (written,) = form.write(labels, list(labels), folder)
    return written.read_text(encoding="utf-8")


def xy(result: ReadResult, number: int = 0) -> list[Any]:
    """Return the points of a face as lists."""
    marks = result.faces[number].landmarks
    assert marks is not None
    return marks.xy_image.tolist()


__all__ = ["add_pictures", "read_text", "rewritten", "xy"]
