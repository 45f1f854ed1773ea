"""Opening the window, or saying why it cannot open."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from kpstudio.cli import console
from kpstudio.cli.parsing import HEADLESS
from kpstudio.cli.screen import why_no_window


def open_window(arguments: argparse.Namespace) -> int:
    """Open the window on ``arguments.path``, or on its first page; return its exit code."""
    return show(arguments.path)


def show(path: Path | None = None, demo: bool = False) -> int:
    """Open the window; without a screen say what is missing and what works without one."""
    reason = why_no_window()
    if reason is not None:
        console.complain(f"the window cannot open: {reason}")
        print(
            f"Without a screen these work: kpstudio {', '.join(HEADLESS)} (kpstudio --help)",
            file=sys.stderr,
        )
        return 2
    from kpstudio.ui.main import run_window

    return run_window(path, demo=demo)
