"""Draws the icons of the light theme after those of the dark one: ``python -m tests.icons``."""

from __future__ import annotations

from pathlib import Path

from kpstudio import resources
from kpstudio.ui import theme


def inks(look: theme.Theme) -> tuple[str, ...]:
    """Return what icons are drawn in."""
    return look.quiet, look.on_accent, look.accent, look.warning, look.danger


def files(look: theme.Theme) -> dict[str, Path]:
    """Return the icons of a theme by their names."""
    return {path.name: path for path in resources.path(f"icons/{look.name}").iterdir()}


def in_light(drawn: str) -> str:
    """Return an icon of the dark theme in the colours of the light one."""
    for dark, light in zip(inks(theme.DARK), inks(theme.LIGHT), strict=True):
        drawn = drawn.replace(dark, light)
    return drawn


if __name__ == "__main__":
    for name, path in files(theme.DARK).items():
        (resources.path("icons/light") / name).write_text(in_light(path.read_text("utf-8")))
