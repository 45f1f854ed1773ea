"""The command ``menu-entry``."""

from __future__ import annotations

import argparse

from kpstudio.cli import console
from kpstudio.tasks.menu_entry import add_to_menu, remove_from_menu


def menu_entry(arguments: argparse.Namespace) -> int:
    """Put kpstudio into the desktop's menu, or take it out."""
    changed = remove_from_menu() if arguments.remove else add_to_menu()
    verb = "took away" if arguments.remove else "wrote"
    for path in changed:
        console.say(f"{verb} {path}")
    if not changed:
        console.say("nothing of kpstudio was in the menu")
    return 0
