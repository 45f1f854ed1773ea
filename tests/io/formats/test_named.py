"""Faces made of named points."""

from __future__ import annotations

from kpstudio.core.errors import Problem
from kpstudio.io.formats import named


def test_names_that_hardly_repeat_are_no_scheme(monkeypatch) -> None:
    faces = []
    for number in range(3):
        faces.append(named.NamedFace(f"{number}.png"))
        faces[-1].put(f"point {number}", (1.0, 2.0))
    told: list[Problem] = []
    assert named.result_of("mine", faces, ["0.png"], told).scheme.count == 3
    monkeypatch.setattr(named, "MOST_CELLS", 8)
    result = named.result_of("mine", faces, ["0.png"], told)
    assert (result.faces, result.scheme.count, result.pictures) == ((), 0, ("0.png",))
    assert (
        result.problems[-1].message
        == "3 differently named points do not make a scheme; all left out"
    )
