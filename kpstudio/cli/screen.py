"""Whether a window can be opened here, found out before Qt would abort the program."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import socket
import sys
from collections.abc import Mapping
from pathlib import Path


def why_no_window(environment: Mapping[str, str] = os.environ) -> str | None:
    """Return in one sentence what a window lacks here, or None when it can open.

    Args:
        environment: The variables that name the screen.
    """
    asked = environment.get("QT_QPA_PLATFORM", "")
    platforms = [part.partition(":")[0] for part in asked.split(";") if part]
    if not platforms:
        if not sys.platform.startswith("linux"):
            return _why_no_qt()
        named = (("wayland", "WAYLAND_DISPLAY"), ("xcb", "DISPLAY"))
        platforms = [platform for platform, name in named if environment.get(name)]
        if not platforms:
            return "there is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set)"
    reason = _why_no_qt()
    if reason is not None:
        return reason
    reasons = [_why_no_platform(platform, environment) for platform in platforms]
    # Qt takes the first of the list that works.
    return None if None in reasons else "; ".join(reason for reason in reasons if reason)


def _why_no_qt() -> str | None:
    try:
        importlib.import_module("PySide6.QtWidgets")
    except ImportError as error:
        return f"Qt cannot be loaded ({error})"
    return None


def _why_no_platform(platform: str, environment: Mapping[str, str]) -> str | None:
    if sys.platform.startswith("linux"):
        reason = _why_no_plugin(platform)
        if reason is not None:
            return reason
    if platform == "xcb":
        return _why_no_x(environment.get("DISPLAY", ""))
    if platform == "wayland" or platform.startswith("wayland-"):
        return _why_no_wayland(environment)
    return None


def _why_no_plugin(platform: str) -> str | None:
    """Load Qt's plugin as Qt will: the loader then names the system library that is missing."""
    spec = importlib.util.find_spec("PySide6")
    if spec is None or spec.origin is None:
        return "PySide6 is not installed"
    plugins = Path(spec.origin).parent / "Qt" / "plugins" / "platforms"
    if not plugins.is_dir():
        return None  # a system's own PySide6 keeps them elsewhere, with their libraries
    found = sorted(plugins.glob(f"libq{platform}*.so"))
    if not found:
        return f"Qt has no platform {platform!r} (QT_QPA_PLATFORM)"
    try:
        ctypes.CDLL(str(found[0]))
    except OSError as error:
        return f"a system library for windows is missing ({error})"
    return None


def _why_no_x(display: str) -> str | None:
    """Ask the X server for a connection, as libxcb does for Qt; this covers its access rules too.

    A connection that libxcb could not make is an object with an error number, never a null.
    """
    if not display:
        return "there is no X screen here (DISPLAY is not set)"
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError as error:
        return f"a system library for windows is missing ({error})"
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(os.fsencode(display), None)
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return f"the screen {display} (DISPLAY) cannot be reached" if failed else None


def _why_no_wayland(environment: Mapping[str, str]) -> str | None:
    name = environment.get("WAYLAND_DISPLAY") or "wayland-0"
    address = Path(environment.get("XDG_RUNTIME_DIR", "")) / name  # an absolute name wins
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
            connection.settimeout(2.0)
            connection.connect(str(address))
    except OSError as error:
        return f"the screen {name} (WAYLAND_DISPLAY) cannot be reached ({error.strerror or error})"
    return None
