"""uv, as a person uses it, but without a network."""

from __future__ import annotations

import os
import shutil
import subprocess

import pytest

AS_STARTED = dict(os.environ)
"""With the person's own places: what uv fetched before lies in them."""


def run_uv(*words: str) -> None:
    """Run uv offline; skip the test where it is not here, or lacks what builds packages."""
    uv = shutil.which("uv")
    if uv is None:
        pytest.skip("uv is not here, which builds and installs packages")
    done = subprocess.run(
        [uv, *words, "--offline"], env=AS_STARTED, capture_output=True, text=True, check=False
    )
    if "network was disabled" in done.stderr or "not found in the cache" in done.stderr:
        pytest.skip("the build backend is not in uv's cache, and nothing is fetched here")
    assert done.returncode == 0, done.stderr
