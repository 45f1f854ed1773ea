"""Which of the system's libraries Qt lacks here, and which packages bring them.

The names of packages are those of Debian and Ubuntu (packages.debian.org), Fedora
(packages.fedoraproject.org) and conda-forge.
"""

from __future__ import annotations

import ctypes
import importlib.util
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

_MISSING = re.compile(r"^\s*(\S+\.so[.\d]*) => not found", re.MULTILINE)
_UNLOADED = re.compile(r"^(\S+\.so[.\d]*):")
_NEEDED = ("libQt6Widgets.so.6", "libQt6Svg.so.6", "libQt6XcbQpa.so.6")
"""Of Qt's own: what these rest on, a window rests on."""

PACKAGES: dict[str, tuple[str, str, str]] = {
    "libEGL.so.1": ("libegl1", "libglvnd-egl", "libegl"),
    "libGL.so.1": ("libgl1", "libglvnd-glx", "libgl"),
    "libOpenGL.so.0": ("libopengl0", "libglvnd-opengl", "libopengl"),
    "libGLX.so.0": ("libglx0", "libglvnd-glx", "libglx"),
    "libfontconfig.so.1": ("libfontconfig1", "fontconfig", "fontconfig"),
    "libfreetype.so.6": ("libfreetype6", "freetype", "libfreetype"),
    "libdbus-1.so.3": ("libdbus-1-3", "dbus-libs", "dbus"),
    "libglib-2.0.so.0": ("libglib2.0-0", "glib2", "libglib"),
    "libgthread-2.0.so.0": ("libglib2.0-0", "glib2", "libglib"),
    "libxkbcommon.so.0": ("libxkbcommon0", "libxkbcommon", "libxkbcommon"),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0", "libxkbcommon-x11", "libxkbcommon"),
    "libX11.so.6": ("libx11-6", "libX11", "xorg-libx11"),
    "libX11-xcb.so.1": ("libx11-xcb1", "libX11-xcb", "xorg-libx11"),
    "libxcb.so.1": ("libxcb1", "libxcb", "libxcb"),
    "libxcb-cursor.so.0": ("libxcb-cursor0", "xcb-util-cursor", "xcb-util-cursor"),
    "libxcb-icccm.so.4": ("libxcb-icccm4", "xcb-util-wm", "xcb-util-wm"),
    "libxcb-image.so.0": ("libxcb-image0", "xcb-util-image", "xcb-util-image"),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1", "xcb-util-keysyms", "xcb-util-keysyms"),
    "libxcb-randr.so.0": ("libxcb-randr0", "libxcb", "libxcb"),
    "libxcb-render.so.0": ("libxcb-render0", "libxcb", "libxcb"),
    "libxcb-render-util.so.0": (
        "libxcb-render-util0", "xcb-util-renderutil", "xcb-util-renderutil",
    ),
    "libxcb-shape.so.0": ("libxcb-shape0", "libxcb", "libxcb"),
    "libxcb-shm.so.0": ("libxcb-shm0", "libxcb", "libxcb"),
    "libxcb-sync.so.1": ("libxcb-sync1", "libxcb", "libxcb"),
    "libxcb-util.so.1": ("libxcb-util1", "xcb-util", "xcb-util"),
    "libxcb-xfixes.so.0": ("libxcb-xfixes0", "libxcb", "libxcb"),
    "libxcb-xkb.so.1": ("libxcb-xkb1", "libxcb", "libxcb"),
    "libz.so.1": ("zlib1g", "zlib", "zlib"),
}  # fmt: skip
"""By library: the package of Debian and Ubuntu, of Fedora, and of conda-forge."""

_INSTALLERS = ("apt install", "dnf install", "conda install -c conda-forge")


def missing_libraries() -> list[str]:
    """Return the system's libraries that windows need and that are not here; on Linux alone."""
    folder = qt_libraries()
    if not sys.platform.startswith("linux") or folder is None:
        return []
    missing: set[str] = set()
    for path in (folder / name for name in _NEEDED):
        if path.exists():
            missing |= _lacking(path)
    return sorted(missing)


def qt_libraries() -> Path | None:
    """Return the folder of the libraries that came with PySide6; None where it brought none."""
    spec = importlib.util.find_spec("PySide6")
    if spec is None or spec.origin is None:
        return None
    folder = Path(spec.origin).parent / "Qt" / "lib"
    return folder if folder.is_dir() else None


def _lacking(path: Path) -> set[str]:
    """Return what a library lacks: all by the system's `ldd`, else the first by loading it."""
    if shutil.which("ldd") is not None:
        done = subprocess.run(["ldd", str(path)], capture_output=True, text=True, check=False)
        return lacking_of(done.stdout)
    try:
        ctypes.CDLL(str(path))
    except OSError as error:
        found = _UNLOADED.match(str(error))
        return {found[1]} if found is not None else set()
    return set()


def lacking_of(told: str) -> set[str]:
    """Return the libraries that `ldd` told it does not find."""
    return set(_MISSING.findall(told))


def advice_for(missing: Sequence[str]) -> str:
    """Return what to install for the libraries that are missing."""
    known = [PACKAGES[name] for name in missing if name in PACKAGES]
    ways = [
        f"{installer} {' '.join(sorted({packages[place] for packages in known}))}"
        for place, installer in enumerate(_INSTALLERS)
        if known
    ]
    unknown = ", ".join(name for name in missing if name not in PACKAGES)
    rest = f"install the packages of your system that bring {unknown}" if unknown else ""
    return "; and ".join(part for part in ("; or ".join(ways), rest) if part)
