"""Small files that would fill the memory or take minutes, each read in about a second."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.io.bombs import LABELS, PICTURES

MOST_MB = 400
MOST_S = 6.0
"""Of a processor that others use as well; what these files took before was minutes."""

SAID = {
    "a row without an end": "more than 100,000 columns",
    "a thousand million points": "announces 100000000 points but lists 1",
    "millions of lists": "too many to read",
    "a million parts": "do not make a scheme; all left out",
    "a name for each face": "do not make a scheme; all left out",
    "a body part for each animal": "has more faces and points than can be read",
    "one label for all": "1 faces",
    "boxes and faces": "3000 faces",
    "laughs of dlib": "defines XML entities",
    "laughs of CVAT": "defines XML entities",
    "deep dlib": "is nested more than 64 levels deep",
    "deep CVAT": "is nested more than 64 levels deep",
    "100,000 squared": "100000 x 100000 pixels are too many for kpstudio",
    "one pixel, 20 MB": "(1, 1, 3)",
    "a comment without an end": "its header never ends",
    "a header without an end": "its header never ends",
    "text": "save it as PNG",
    "a tile of 40,000 squared": "TIFFs in tiles of 40000 x 40000 are not supported",
    "a thousand scans": "of more than 100 scans",
    "colours apart": "30000 x 30000 pixels are too many for kpstudio",
}


@pytest.mark.skipif(sys.platform != "linux", reason="memory is measured by /proc")
def test_a_bomb_goes_off_as_one_sentence(tmp_path: Path) -> None:
    """In one process, which is stopped at 4 GB of addresses."""
    command = [sys.executable, "-m", "tests.io.bombs", str(tmp_path)]
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-3000:]
    found = json.loads(done.stdout)
    assert found.keys() == LABELS.keys() | PICTURES.keys()
    for name, (said, seconds, megabytes) in found.items():
        assert SAID.get(name, "") in said, name
        assert seconds < MOST_S, name
        assert megabytes < MOST_MB, name
    assert [path.name for path in tmp_path.iterdir()] == ["face.png"]
