from __future__ import annotations

import pytest

from kpstudio.core.persons import person_rule
from kpstudio.doctor.check_split import infer_persons


def shown(names: list[str]) -> set[str | None] | None:
    pattern = infer_persons(names)
    return None if pattern is None else {person_rule(pattern)(name) for name in names}


def test_names_that_show_persons() -> None:
    views = ["1m", "2m", "3m"]
    assert shown([f"{p:02}-{v}.jpg" for p in range(1, 6) for v in views]) == {
        f"{p:02}" for p in range(1, 6)
    }
    lfw = [f"{p}_{k:04}.jpg" for p in ("Ann_Lee", "Bo_Ek", "Cy_Oh", "Di_Fo") for k in range(3)]
    assert shown(lfw) == {"Ann_Lee", "Bo_Ek", "Cy_Oh", "Di_Fo"}
    folders = [f"{p}/{k}.png" for p in ("anna", "bert", "cora", "dora") for k in range(4)]
    assert shown(folders) == {"anna", "bert", "cora", "dora"}


@pytest.mark.parametrize(
    "names",
    [
        [f"image_{k:04}.jpg" for k in range(40)],
        [f"{k}.jpg" for k in range(40)],
        [f"london_{k:03}_03.jpg" for k in range(40)],
        [f"{year}_{k:06}.jpg" for k, year in enumerate([2007, 2008, 2009] * 5)],
        [f"{part}/{k}.jpg" for part in ("train", "test", "val") for k in range(10)],
        ["a.jpg"],
        [],
    ],
)
def test_names_that_show_nobody(names: list[str]) -> None:
    assert shown(names) is None
