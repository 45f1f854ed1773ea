"""The command that takes a network out of the program."""

from __future__ import annotations

import argparse

from kpstudio.cli import console
from kpstudio.tasks.export_model import export_model


def export(arguments: argparse.Namespace) -> int:
    """Write the network of a run as a file that other programs run."""
    exported = export_model(arguments.run, arguments.out, arguments.to, arguments.overwrite)
    if arguments.json:
        console.say_json(exported.to_json())
    else:
        console.say(exported.sentence())
    return 0
