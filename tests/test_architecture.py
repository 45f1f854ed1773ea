"""The rules of the house: who may import whom, and how long a file and a function may be.

Every import counts, be it at the top, inside a function or for type checking only.
"""

from __future__ import annotations

import ast
import graphlib
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

import kpstudio
from tests.conftest import NO_QT

PACKAGE = Path(kpstudio.__file__).parent
LONGEST_FILE = 450
LONGEST_FUNCTION = 60

BELOW = {
    "core": set(),
    "io": {"core"},
    "sample": {"core", "io"},
    "doctor": {"core", "io"},
    "public": {"core"},
    "report": {"core"},
    "store": {"core", "io"},
    "engine": {"core", "io"},
    "tasks": {"core", "io", "sample", "doctor", "public", "report", "store", "engine"},
    "app": {"core", "io", "sample", "doctor", "public", "store", "engine", "tasks"},
    "ui": {"core", "io", "sample", "doctor", "public", "store", "engine", "tasks", "app"},
    "cli": {"core", "io", "sample", "doctor", "public", "store", "engine", "tasks", "app", "ui"},
    "api": {"core", "io", "sample", "doctor", "public", "store", "engine", "tasks"},
}
"""The layers of kpstudio that each layer may import, besides itself and the resources."""

QT = {"PySide6", "shiboken6", "pyqtgraph"}
TORCH = {"torch", "torchvision", "safetensors"}
OUTSIDE = {
    "core": {"numpy", "scipy"},
    "io": {"numpy", "PIL", "pillow_heif", "defusedxml"},
    "sample": {"numpy", "PIL"},
    "doctor": {"numpy", "scipy", "PIL"},
    "public": set(),
    "report": {"numpy"},
    "store": {"numpy", "platformdirs"},
    "engine": {"numpy", "PIL", *TORCH, "onnxruntime"},
    "tasks": {"numpy", "PIL", "platformdirs"},
    "app": {"numpy", "platformdirs", "PySide6"},
    "ui": {"numpy", *QT},
    "cli": {"numpy", "PySide6"},
    "api": {"numpy", "PIL"},
}
"""The packages, besides Python's own, that each layer may import."""

NETWORK = {
    *("urllib.request", "http.client", "http.server", "socket", "ssl", "ftplib", "smtplib"),
    *("PySide6.QtNetwork", "PySide6.QtWebEngineWidgets", "webbrowser", "xmlrpc.client"),
}
"""By these something could leave the machine or come to it."""
MAY_TALK = {
    "kpstudio.public.stream",  # public sets, when a person asks for one
    "kpstudio.public.download",
    "kpstudio.engine.fetching",  # ImageNet weights, when a person starts from them
    "kpstudio.cli.screen",  # whether an X server answers, on this machine
}

APP_QT = {"PySide6.QtCore", "PySide6.QtGui"}


@dataclass(frozen=True)
class Module:
    """One file of the package, by its dotted name."""

    name: str
    source: str
    is_package: bool = False

    @property
    def layer(self) -> str:
        """The part of the house it belongs to; the entry points belong to the command line."""
        parts = self.name.split(".")
        if len(parts) == 1:
            return "resources"  # the package itself: imports the Python interface at most
        return "cli" if parts[1] == "__main__" else parts[1]


def modules_in(package: Path) -> dict[str, Module]:
    """Return every module of a package on disk by its dotted name."""
    found = {}
    for path in sorted(package.rglob("*.py")):
        parts = path.relative_to(package.parent).with_suffix("").parts
        is_package = parts[-1] == "__init__"
        name = ".".join(parts[:-1] if is_package else parts)
        found[name] = Module(name, path.read_text(encoding="utf-8"), is_package)
    return found


def imported_names(module: Module) -> Iterator[tuple[str, str, int]]:
    """Yield (module, name taken from it or "", line) for every import of ``module``."""
    package = module.name.split(".") if module.is_package else module.name.split(".")[:-1]
    for node in ast.walk(ast.parse(module.source)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "", node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            source = ".".join([*base, *([node.module] if node.module else [])])
            yield from ((source, alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.Call) and node.args:
            called = node.func.attr if isinstance(node.func, ast.Attribute) else node.func
            called = called.id if isinstance(called, ast.Name) else called
            name = node.args[0]
            if called in ("import_module", "__import__", "importorskip") and isinstance(
                name, ast.Constant
            ):
                yield str(name.value), "", node.lineno


def imports_of(module: Module, known: Mapping[str, Module]) -> Iterator[tuple[str, int]]:
    """Yield (dotted name, line); a name taken from a package is a module where there is one."""
    for source, name, line in imported_names(module):
        whole = f"{source}.{name}" if name else source
        is_module = whole in known or source == "PySide6"
        yield (whole if is_module else source), line


def violations(modules: Mapping[str, Module]) -> list[str]:
    """Return every breach of the import rules, as "module:line what"."""
    found = []
    graph: dict[str, set[str]] = {name: set() for name in modules}
    for module in modules.values():
        if module.layer not in (*BELOW, "resources"):
            found.append(f"{module.name}:1 belongs to no layer")
            continue
        for imported, line in imports_of(module, modules):
            graph[module.name].add(imported)
            breach = (
                _breach_inside(module, imported, modules)
                if imported.split(".")[0] == "kpstudio"
                else _breach_outside(module, imported)
            )
            if breach:
                found.append(f"{module.name}:{line} {breach}")
    try:
        graphlib.TopologicalSorter(graph).prepare()
    except graphlib.CycleError as error:
        found.append(f"imports run in a circle: {' <- '.join(error.args[1])}")
    return found


def _breach_inside(module: Module, imported: str, modules: Mapping[str, Module]) -> str:
    if imported not in modules:
        return f"imports {imported}, which is not there"
    layer = modules[imported].layer
    if layer in ("resources", module.layer) or layer in BELOW.get(module.layer, set()):
        return ""
    if (module.name, layer) == ("kpstudio", "api"):
        return ""  # what a person who imports kpstudio finds in it
    return f"{module.layer} imports {layer} ({imported})"


def _breach_outside(module: Module, imported: str) -> str:
    top = imported.split(".")[0]
    if imported in NETWORK and module.name not in MAY_TALK:
        return f"imports {imported}, by which something may leave the machine"
    if top in sys.stdlib_module_names:
        return ""
    if top not in OUTSIDE.get(module.layer, set()):
        return f"{module.layer} imports {top}"
    if module.layer == "app" and top in QT and ".".join(imported.split(".")[:2]) not in APP_QT:
        return f"app imports {imported}"
    return ""


def too_long(module: Module) -> list[str]:
    """Return what of ``module`` is too long to take in, as "module:line what"."""
    found = []
    lines = len(module.source.splitlines())
    if lines > LONGEST_FILE:
        found.append(f"{module.name}:1 has {lines} lines")
    for node in ast.walk(ast.parse(module.source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > LONGEST_FUNCTION:
                found.append(f"{module.name}:{node.lineno} {node.name} has {length} lines")
    return found


# ---- the house as it is


def test_the_picture_of_layers_shows_every_layer_above_what_it_imports() -> None:
    picture = (PACKAGE.parent / "docs" / "layers.svg").read_text(encoding="utf-8")
    named = re.findall(r'<text x="\d+" y="(\d+)">(\w+)</text>', picture)
    height = {name: -int(y) for y, name in named if name in BELOW}
    assert set(height) == set(BELOW)
    for layer, below in BELOW.items():
        assert [other for other in below if height[other] >= height[layer]] == []


def test_the_house_is_seen_whole() -> None:
    layers = {module.layer for module in modules_in(PACKAGE).values()}
    assert layers == {*BELOW, "resources"}


def test_every_import_goes_down() -> None:
    assert violations(modules_in(PACKAGE)) == []


def test_no_file_and_no_function_is_too_long() -> None:
    breaches = [breach for module in modules_in(PACKAGE).values() for breach in too_long(module)]
    assert breaches == []


def modules_after(statements: str) -> set[str]:
    """Return the top-level packages that a fresh Python has loaded after ``statements``."""
    script = f"import sys\n{statements}\nprint(*{{name.split('.')[0] for name in sys.modules}})"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


@pytest.mark.skipif(NO_QT is not None, reason=str(NO_QT))
def test_the_window_opens_without_torch_and_scipy() -> None:
    loaded = modules_after("import kpstudio.ui.main_window")
    assert "PySide6" in loaded
    assert not loaded & (TORCH | {"scipy", "pillow_heif"})


def test_the_command_line_starts_without_qt_and_torch() -> None:
    loaded = modules_after("import kpstudio.cli.main")
    assert "kpstudio" in loaded
    assert not loaded & (TORCH | QT)


def test_the_python_interface_waits_with_torch_for_a_run() -> None:
    assert not modules_after("import kpstudio") & (TORCH | QT | {"numpy", "PIL"})
    loaded = modules_after("import kpstudio\nkpstudio.load")
    assert "numpy" in loaded
    assert not loaded & (TORCH | QT)


def test_what_lies_below_the_window_and_the_engine_loads_neither() -> None:
    names = [
        module.name
        for module in modules_in(PACKAGE).values()
        if module.layer in ("core", "io", "sample", "store", "resources")
    ]
    loaded = modules_after("\n".join(f"import {name}" for name in names))
    assert not loaded & (TORCH | QT)


# ---- the rules bite


def house(**files: str) -> dict[str, Module]:
    """A small sound house, with ``files`` ("layer__module" to source) added or replaced."""
    sources = {
        "kpstudio": "",
        "kpstudio.resources": "import json",
        "kpstudio.core.faces": "import numpy as np\nfrom kpstudio import resources",
        "kpstudio.io.files": "from PIL import Image\nfrom kpstudio.core import faces",
        "kpstudio.sample.face": "from kpstudio.io import files\nimport kpstudio.core.faces",
        "kpstudio.store.project": "import platformdirs, sqlite3\nfrom kpstudio.io import files",
        "kpstudio.engine.train": "import torch.nn as nn\nfrom kpstudio.core.faces import Face",
        "kpstudio.tasks.job": "from kpstudio.engine import train\nimport kpstudio.store.project",
        "kpstudio.app.session": "from PySide6 import QtCore\nfrom kpstudio.tasks import job",
        "kpstudio.ui.window": "import pyqtgraph as pg\nfrom kpstudio.app.session import Session",
        "kpstudio.cli.main": "def run():\n    from kpstudio.ui import window",
    } | {f"kpstudio.{name.replace('__', '.')}": source for name, source in files.items()}
    packages = {f"kpstudio.{layer}": Module(f"kpstudio.{layer}", "", True) for layer in BELOW}
    return packages | {
        name: Module(name, source, name == "kpstudio") for name, source in sources.items()
    }


def test_a_sound_house_has_no_violation() -> None:
    assert violations(house()) == []


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        (upper, lower)
        for lower in BELOW
        for upper in BELOW
        if upper != lower and upper not in BELOW[lower]
    ],
)
def test_an_import_upwards_or_sideways_is_found(upper: str, lower: str) -> None:
    files = {f"{upper}__extra": "", f"{lower}__planted": f"from kpstudio.{upper} import extra"}
    assert violations(house(**files)) == [
        f"kpstudio.{lower}.planted:1 {lower} imports {upper} (kpstudio.{upper}.extra)"
    ]


def test_engine_and_store_do_not_know_each_other() -> None:
    assert "engine" not in BELOW["store"]
    assert "store" not in BELOW["engine"]
    assert {layer for layer in BELOW if "sample" in BELOW[layer]} == {
        *("tasks", "app", "ui", "cli", "api")
    }


@pytest.mark.parametrize("layer", [layer for layer in BELOW if layer != "engine"])
@pytest.mark.parametrize("package", sorted(TORCH))
def test_torch_outside_the_engine_is_found(layer: str, package: str) -> None:
    found = violations(house(**{f"{layer}__planted": f"import {package}.nn"}))
    assert found == [f"kpstudio.{layer}.planted:1 {layer} imports {package}"]


@pytest.mark.parametrize(
    "source", ["import socket", "from urllib.request import urlopen", "import http.client as http"]
)
def test_what_could_leave_the_machine_is_found(source: str) -> None:
    (found,) = violations(house(app__planted=source))
    assert found.startswith("kpstudio.app.planted:1 imports ")
    assert found.endswith(", by which something may leave the machine")
    allowed = house(engine__fetching=source)
    assert violations(allowed) == []


@pytest.mark.parametrize("layer", ["core", "io", "sample", "store", "engine", "tasks"])
@pytest.mark.parametrize("package", ["PySide6", "pyqtgraph"])
def test_qt_below_the_app_is_found(layer: str, package: str) -> None:
    found = violations(house(**{f"{layer}__planted": f"from {package} import QtCore"}))
    assert found == [f"kpstudio.{layer}.planted:1 {layer} imports {package}"]


@pytest.mark.parametrize(
    ("source", "breach"),
    [
        ("from PySide6.QtWidgets import QWidget", "app imports PySide6.QtWidgets"),
        ("from PySide6 import QtCore, QtWidgets", "app imports PySide6.QtWidgets"),
        ("import PySide6.QtWidgets", "app imports PySide6.QtWidgets"),
        ("import PySide6", "app imports PySide6"),
        ("import pyqtgraph", "app imports pyqtgraph"),
    ],
)
def test_widgets_in_the_app_are_found(source: str, breach: str) -> None:
    assert violations(house(app__planted=source)) == [f"kpstudio.app.planted:1 {breach}"]


def test_the_package_itself_imports_the_python_interface_alone() -> None:
    both = "from kpstudio.api import load\nimport kpstudio.tasks"
    modules = house() | {
        "kpstudio": Module("kpstudio", both, True),
        "kpstudio.api": Module("kpstudio.api", "def load():\n    import kpstudio.engine.train"),
    }
    assert violations(modules) == ["kpstudio:2 resources imports tasks (kpstudio.tasks)"]


@pytest.mark.parametrize("package", ["PIL", "platformdirs", "defusedxml", "pandas"])
def test_anything_but_numpy_and_scipy_in_core_is_found(package: str) -> None:
    found = violations(house(core__planted=f"import {package}"))
    assert found == [f"kpstudio.core.planted:1 core imports {package}"]


@pytest.mark.parametrize(
    "source",
    [
        "def later():\n    import torch",
        "class Holder:\n    import torch",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from torch import Tensor",
        "try:\n    import torch\nexcept ImportError:\n    torch = None",
        "import importlib\nmodule = importlib.import_module('torch')",
        "from importlib import import_module\nmodule = import_module('torch.nn')",
        "module = __import__('torch')",
    ],
)
def test_a_hidden_import_is_found(source: str) -> None:
    (found,) = violations(house(store__planted=source))
    assert found.endswith("store imports torch")


@pytest.mark.parametrize(
    "source", ["from ..ui import window", "from ..ui.window import Window", "from .. import ui"]
)
def test_a_relative_import_is_found(source: str) -> None:
    (found,) = violations(house(io__planted=source))
    assert found.startswith("kpstudio.io.planted:1 io imports ui (kpstudio.ui")


def test_a_circle_is_found_however_it_is_closed() -> None:
    found = violations(
        house(
            io__a="from kpstudio.io.b import x",
            io__b="def late():\n    from kpstudio.io import c",
            io__c="from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from . import a",
        )
    )
    assert len(found) == 1
    assert found[0].startswith("imports run in a circle: kpstudio.io.")


def test_a_stray_module_and_a_stray_import_are_found() -> None:
    assert violations(house(helpers__tools="")) == ["kpstudio.helpers.tools:1 belongs to no layer"]
    (found,) = violations(house(cli__planted="import kpstudio.gone"))
    assert found == "kpstudio.cli.planted:1 imports kpstudio.gone, which is not there"
    (found,) = violations(house(resources="from kpstudio.core import faces", core__faces=""))
    assert found == "kpstudio.resources:1 resources imports core (kpstudio.core.faces)"


def test_the_modules_of_a_package_on_disk_are_found(tmp_path: Path) -> None:
    package = tmp_path / "kpstudio"
    (package / "core").mkdir(parents=True)
    for name in ("__init__.py", "__main__.py", "core/__init__.py"):
        (package / name).write_text("")
    (package / "core" / "planted.py").write_text("\nimport torch\n")
    found = modules_in(package)
    assert set(found) == {"kpstudio", "kpstudio.__main__", "kpstudio.core", "kpstudio.core.planted"}
    assert found["kpstudio.__main__"].layer == "cli"
    assert violations(found) == ["kpstudio.core.planted:2 core imports torch"]


def test_length_is_measured() -> None:
    function = "def long():\n" + "    x = 1\n" * LONGEST_FUNCTION
    method = "class A:\n    async def run(self):\n" + "        x = 1\n" * LONGEST_FUNCTION
    assert too_long(Module("m", function)) == ["m:1 long has 61 lines"]
    assert too_long(Module("m", method)) == ["m:2 run has 61 lines"]
    assert too_long(Module("m", function.removesuffix("    x = 1\n"))) == []
    assert too_long(Module("m", "\n" * LONGEST_FILE)) == []
    assert too_long(Module("m", "\n" * LONGEST_FILE + "x = 1")) == ["m:1 has 451 lines"]
