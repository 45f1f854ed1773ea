from __future__ import annotations

import platform
import subprocess
import sys

import numpy as np

from kpstudio.store import versions


def test_versions_are_those_that_run() -> None:
    found = versions.versions()
    assert found["python"] == platform.python_version()
    assert found["numpy"] == np.__version__
    assert {"kpstudio", "torch"} <= set(found)


def test_a_package_that_is_not_installed_is_left_out(monkeypatch) -> None:
    monkeypatch.setattr(versions, "PACKAGES", ("numpy", "no-such-package-of-ours"))
    assert set(versions.versions()) == {"python", "system", "numpy"}


def test_asking_imports_nothing_heavy() -> None:
    script = """
import sys
from kpstudio.store.versions import versions
versions()
assert not {"torch", "torchvision"} & set(sys.modules)
"""
    subprocess.run([sys.executable, "-c", script], check=True)
