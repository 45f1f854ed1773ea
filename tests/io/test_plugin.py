"""A format from another package, the one in the documentation, through its entry point."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path
from typing import cast

import pytest

from kpstudio.core import extensions
from kpstudio.core.errors import InputError
from kpstudio.core.extensions import Kind
from kpstudio.core.labelset import LabelSet
from kpstudio.core.schema import generic_scheme
from kpstudio.io import registry
from kpstudio.io.formats.base import Format
from kpstudio.io.formats.csv import Csv
from kpstudio.io.plugin import PluginFormat
from tests.io.helpers import add_pictures

EXAMPLE = Path(__file__).resolve().parents[2] / "docs/examples/format/example_format.py"
LABELS = "lines of points\na.png: 1.5,2.25 3,4\nb.png: 5,6 7,8.125\n"


def example() -> str:
    """Return the module with the class that the page shows."""
    return EXAMPLE.read_text(encoding="utf-8")


def install(folder: Path, entry: str, source: str) -> None:
    """Put a package with one entry point into ``folder``."""
    folder.mkdir(exist_ok=True)
    module = entry.partition(":")[0]
    (folder / f"{module}.py").write_text(source, encoding="utf-8")
    info = folder / f"{module}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {module}\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[kpstudio.formats]\n{module} = {entry}\n")


def kpstudio(folder: Path, *argv: object, code: int = 0) -> str:
    """Run the command line with ``folder`` among the packages; return what it says."""
    environment = os.environ | {"PYTHONPATH": str(folder), "HOME": str(folder)}
    done = subprocess.run(
        [sys.executable, "-m", "kpstudio", *map(str, argv)],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == code, done.stderr
    return done.stdout + done.stderr


@pytest.fixture
def faces(tmp_path: Path) -> Path:
    folder = tmp_path / "faces"
    add_pictures(folder, ["a.png", "b.png"])
    (folder / "mine.lines").write_text(LABELS)
    return folder


def test_the_format_of_the_page_is_listed_opened_and_exported(faces: Path, tmp_path: Path) -> None:
    packages = tmp_path / "packages"
    install(packages, "my_package:Lines", example())
    assert "lines" in kpstudio(packages, "convert", "--help")
    found = json.loads(kpstudio(packages, "info", faces, "--json"))
    assert (found["format"], found["labelled"], found["points"]) == ("lines", 2, 2)
    assert found["problems"] == []
    one = json.loads(kpstudio(packages, "info", faces / "mine.lines", "--json"))
    assert (one["format"], one["labelled"]) == ("lines", 2)
    there = json.loads(
        kpstudio(packages, "convert", faces, tmp_path / "out", "--to", "csv", "--json")
    )
    assert (there["faces"], there["worst_px"], there["problems"]) == (2, 0.0, [])
    (faces / "mine.lines").rename(tmp_path / "away.lines")
    (tmp_path / "out" / "labels.csv").rename(faces / "labels.csv")
    table = (faces / "labels.csv").read_text()
    (faces / "labels.csv").write_text(table.replace("../faces/", ""))
    back = json.loads(kpstudio(packages, "convert", faces, faces, "--to", "lines", "--json"))
    assert (back["faces"], back["worst_px"], back["problems"]) == (2, 0.0, [])
    text = (faces / "labels.lines").read_text()
    assert text == "lines of points\na.png: 1.5,2.25 3.0,4.0\nb.png: 5.0,6.0 7.0,8.125\n"


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("raise RuntimeError('no such luck')", "no such luck"),
        ("class Lines:\n    name = 'lines'\n", "it lacks title, suffixes"),
        ("class Other: pass", "has no attribute 'Lines'"),
        (None, "there is already a format called 'csv'"),
    ],
    ids=["raises", "lacks", "absent", "taken"],
)
def test_a_broken_one_is_told_and_harms_nothing(
    source: str | None, why: str, faces: Path, tmp_path: Path
) -> None:
    packages = tmp_path / "packages"
    taken = example().replace('"lines", "Lines of points"', '"csv", "Lines of points"')
    install(packages, "my_package:Lines", taken if source is None else source)
    (faces / "mine.lines").unlink()
    (faces / "labels.csv").write_text("image,x0,y0\na.png,1,2\nb.png,3,4\n")
    found = json.loads(kpstudio(packages, "info", faces, "--json"))
    assert (found["format"], found["labelled"]) == ("csv", 2)
    (problem,) = found["problems"]
    assert problem["where"] == "my_package:Lines (plug-in)"
    assert "this format cannot be used" in problem["message"]
    assert why in problem["message"]


def test_one_that_fails_at_work_hurts_its_own_files_only(faces: Path, tmp_path: Path) -> None:
    class Failing:
        name, title, suffixes, per_picture = "failing", "Failing lines", (".lines",), False
        holds = Csv.holds

        def __getattr__(self, name: str) -> Callable[..., object]:
            def fail(*_: object) -> object:
                raise ZeroDivisionError(f"{name} went wrong")

            return fail

    form = PluginFormat(cast(Format, Failing()))
    assert not form.sniff(faces / "mine.lines", b"lines of points")
    result = form.read([faces / "mine.lines"], faces)
    assert [str(p) for p in result.problems] == [
        "mine.lines: the plug-in for Failing lines cannot read it: read went wrong"
    ]
    labels = LabelSet(faces, generic_scheme(1))
    for act in (form.plan, partial(form.write, labels)):
        with pytest.raises(InputError, match="the plug-in for Failing lines cannot write"):
            act([], tmp_path)


def test_a_format_says_itself_what_is_wrong_with_the_faces(tmp_path: Path) -> None:
    class Refusing(Csv):
        def write(self, *_: object) -> list[Path]:
            raise InputError("too many faces")

    with pytest.raises(InputError, match=r"^too many faces$"):
        PluginFormat(Refusing()).write(LabelSet(tmp_path, generic_scheme(1)), [], tmp_path)


def test_entry_points_are_taken_in_once_and_broken_ones_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "of_tests.py").write_text(
        "from kpstudio.io.formats.csv import Csv\n"
        "class Mine(Csv):\n    name = 'mine'\n"
        "class Lacking:\n    name = 'lacking'\n"
        "def silent():\n    raise RuntimeError\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    entries = [
        EntryPoint(name, f"of_tests:{what}", Kind.FORMAT.group)
        for name, what in (("a", "Mine"), ("b", "Lacking"), ("c", "Mine"), ("d", "silent"))
    ]
    monkeypatch.setattr(extensions, "_all", lambda: EntryPoints(entries))
    registry._with_plugins.cache_clear()
    try:
        assert registry.formats()[-1].name == "mine"
        told = {p.where: p.message for p in registry.format_problems()}
    finally:
        registry._with_plugins.cache_clear()
    assert told["of_tests:Lacking (plug-in)"].startswith("this format cannot be used: it lacks")
    assert told["of_tests:Mine (plug-in)"].endswith("there is already a format called 'mine'")
    assert told["of_tests:silent (plug-in)"] == "this format cannot be used: RuntimeError"


def test_telling_the_format_of_a_file_that_is_gone_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"gone\.csv: cannot be read: No such file"):
        registry.sniff(tmp_path / "gone.csv")
