"""docs/FORMATS.md tells every format that the program has, under the names that it has here."""

from __future__ import annotations

from pathlib import Path

import pytest

from kpstudio.io.registry import _BUILT_IN, Format

PAGE = (Path(__file__).parents[2] / "docs" / "FORMATS.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("form", _BUILT_IN, ids=lambda form: form.name)
def test_a_format_has_its_row_and_its_section(form: Format) -> None:
    (row,) = [line for line in PAGE.splitlines() if f"| `{form.name}` |" in line]
    cells = [cell.strip() for cell in row.strip("|").split("|")]
    assert cells[0] == form.title
    count = "one a picture" if form.per_picture else "one"
    assert cells[2] == f"{count}: " + ", ".join(f"`{suffix}`" for suffix in form.suffixes)
    missing, occluded, several, boxes = cells[6:10]
    assert several.startswith("yes") == form.holds.several_faces
    assert boxes.startswith("yes") == form.holds.boxes
    assert boxes.endswith("always") == form.holds.needs_box
    assert (missing != "no") == form.holds.missing
    assert (occluded != "no") == form.holds.visibility
    assert f"\n## {form.title}\n" in PAGE
