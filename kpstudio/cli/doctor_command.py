"""The command ``doctor``."""

from __future__ import annotations

import argparse

from kpstudio.cli import console
from kpstudio.cli.screen import why_no_window
from kpstudio.tasks.checkup import Check, Health, check_up

SICK = 3
_MARKS = {Health.GOOD: "ok", Health.ODD: "odd", Health.BAD: "BAD"}


def doctor(arguments: argparse.Namespace) -> int:
    """Look over the machine; say what is wrong and what helps."""
    checks: list[Check] = []
    for check in check_up(why_no_window):
        checks.append(check)
        if not arguments.json:
            _say(check)
    bad = any(check.health is Health.BAD for check in checks)
    if arguments.json:
        console.say_json({"works": not bad, "checks": [check.to_json() for check in checks]})
    else:
        console.say("something is missing" if bad else "kpstudio works here")
    return SICK if bad else 0


def _say(check: Check) -> None:
    console.say(f"{_MARKS[check.health]:>4}  {check.name}: {check.found}")
    if check.advice:
        console.say(f"      {check.advice}")
