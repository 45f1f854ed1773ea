"""kpstudio in the menu of a Linux desktop: entry, icon, kind of file (freedesktop.org's places)."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from kpstudio import resources
from kpstudio.core.errors import InputError
from kpstudio.io.atomic import write_text

_PLACES = {
    "desktop/kpstudio.desktop": "applications/kpstudio.desktop",
    "desktop/kpstudio.metainfo.xml": "metainfo/kpstudio.metainfo.xml",
    "desktop/kpstudio-mime.xml": "mime/packages/kpstudio.xml",
    "icons/kpstudio.svg": "icons/hicolor/scalable/apps/kpstudio.svg",
}
"""Resources, and where they go below the person's folder of shared data."""

_PLAIN = re.compile(r"[\w%@+=:,./-]+", re.ASCII)

_REFRESH = (("update-mime-database", "mime"), ("update-desktop-database", "applications"))


def data_home() -> Path:
    """Return the person's folder of shared data, as the XDG base directory specification has it."""
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")


def add_to_menu(home: Path | None = None) -> list[Path]:
    """Put kpstudio, as it is started now, into the desktop's menu; return the files written.

    Args:
        home: The folder of shared data; None for the person's.

    Raises:
        InputError: If this is not Linux, or a file cannot be written.
    """
    home = _home(home)
    written = []
    for name, place in _PLACES.items():
        text = resources.read_text(name)
        if place.endswith(".desktop"):
            text = text.replace("Exec=kpstudio-window", f"Exec={_command()}")
        write_text(home / place, text)
        written.append(home / place)
    _refresh(home)
    return written


def remove_from_menu(home: Path | None = None) -> list[Path]:
    """Take kpstudio out of the desktop's menu; return the files taken away.

    Raises:
        InputError: If this is not Linux, or a file cannot be taken away.
    """
    home = _home(home)
    there = [path for place in _PLACES.values() if (path := home / place).exists()]
    for path in there:
        try:
            path.unlink()
        except OSError as error:
            raise InputError(f"{path} cannot be taken away: {error.strerror}") from error
    _refresh(home)
    return there


def _home(home: Path | None) -> Path:
    if not sys.platform.startswith("linux"):
        raise InputError("menus are written on Linux alone: make a shortcut to kpstudio-window")
    return data_home() if home is None else home


def _command() -> str:
    """Return how the window is started, whatever the desktop knows of paths."""
    beside = Path(sys.executable).with_name("kpstudio-window")
    parts = [str(beside)] if beside.exists() else [sys.executable, "-m", "kpstudio"]
    return " ".join(map(_quoted, parts)).replace("%", "%%")


def _quoted(part: str) -> str:
    """Quote a part of a command as the desktop entry specification has it."""
    if _PLAIN.fullmatch(part):
        return part
    quoted = re.sub(r'(["`$\\])', r"\\\1", part)
    return f'"{quoted}"'.replace("\\", "\\\\")  # the file's own escapes come around that


def _refresh(home: Path) -> None:
    """Let the desktop notice, where it has the programs for that; it does so itself in time."""
    for program, folder in _REFRESH:
        if shutil.which(program) is not None and (home / folder).is_dir():
            subprocess.run([program, str(home / folder)], capture_output=True, check=False)
