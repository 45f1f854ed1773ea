"""The console script ``kpstudio``: finds the command, and turns every end into an exit code.

0: done. 1: a fault of ours. 2: bad input or usage, told in one line on stderr.
3: `doctor` found something bad, `doctor-labels` or `suspect-labels` something to decide.
130: interrupted.
"""

from __future__ import annotations

import argparse
import contextlib
import errno
import importlib
import io
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from typing import NoReturn

from kpstudio.cli import console
from kpstudio.core.errors import InputError
from kpstudio.engine import launch

BAD_INPUT = 2
FAULT = 1
INTERRUPTED = 130
PIPE_CLOSED = 141

# Imported only when asked for: `info` needs neither torch nor Qt.
_COMMANDS = {
    "window": "kpstudio.cli.window:open_window",
    "sample": "kpstudio.cli.data_commands:sample",
    "info": "kpstudio.cli.data_commands:info",
    "convert": "kpstudio.cli.data_commands:convert",
    "import": "kpstudio.cli.import_command:import_labels",
    "train": "kpstudio.cli.train_command:train",
    "find-lr": "kpstudio.cli.rate_command:find_lr",
    "evaluate": "kpstudio.cli.network_commands:evaluate",
    "agreement": "kpstudio.cli.agreement_command:agreement",
    "report": "kpstudio.cli.report_command:report",
    "predict": "kpstudio.cli.network_commands:predict",
    "next": "kpstudio.cli.next_command:label_next",
    "export-model": "kpstudio.cli.export_command:export",
    "demo": "kpstudio.cli.demo_command:demo",
    "menu-entry": "kpstudio.cli.menu_command:menu_entry",
    "doctor": "kpstudio.cli.doctor_command:doctor",
    "doctor-labels": "kpstudio.cli.label_doctor_command:doctor_labels",
    "suspect-labels": "kpstudio.cli.suspect_command:suspect_labels",
    "get": "kpstudio.cli.get_command:get_public",
}

# Ways in which a disk or a folder refuses: not our fault, and the person can mend them.
_REFUSALS = frozenset(
    {
        *(errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOSPC, errno.EDQUOT),
        *(errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.EEXIST, errno.ENAMETOOLONG, errno.ELOOP),
    }
)


def entry() -> NoReturn:
    """Run the command line of this process and exit."""
    for stream in (sys.stdout, sys.stderr):
        # A file name may hold what the terminal's encoding cannot show.
        getattr(stream, "reconfigure", lambda **_: None)(errors="backslashreplace")
    sys.exit(main(sys.argv[1:]))


def main(argv: Sequence[str]) -> int:
    """Run the command that ``argv`` (without the program's name) asks for; return the exit code."""
    try:
        arguments = _parsed(argv)
        if launch.processes() > 1 and arguments.command != "train":
            raise InputError(f"{arguments.command} runs in one process: start it without torchrun")
        return _command(arguments.command)(arguments)
    except SystemExit as stop:  # argparse ends the program after help and wrong usage
        return stop.code if isinstance(stop.code, int) else FAULT
    except InputError as error:
        if launch.leads() or isinstance(error, launch.LeaderLostError):  # of several one speaks
            console.complain(str(error))
        else:
            launch.let_leader_speak()
        return BAD_INPUT
    except KeyboardInterrupt:
        if launch.leads():
            console.complain("interrupted")
        return INTERRUPTED
    except BrokenPipeError:
        # The reader has gone; without this, Python complains once more when it flushes at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except OSError as error:
        if error.errno in _REFUSALS:
            where = f"{error.filename}: " if error.filename else ""
            console.complain(f"{where}{error.strerror}")
            return BAD_INPUT
        return _own_fault(error)
    except Exception as error:
        return _own_fault(error)


def _parsed(argv: Sequence[str]) -> argparse.Namespace:
    from kpstudio.cli.parsing import parse

    if launch.leads():
        return parse(argv)
    silence = io.StringIO()  # the leading process has said the same
    with contextlib.redirect_stdout(silence), contextlib.redirect_stderr(silence):
        return parse(argv)


def _own_fault(error: Exception) -> int:
    traceback.print_exc()
    console.complain(f"a fault of kpstudio itself ({type(error).__name__}); the lines above tell")
    return FAULT


def _command(name: str) -> Callable[..., int]:
    module, _, function = _COMMANDS[name].partition(":")
    command: Callable[..., int] = getattr(importlib.import_module(module), function)
    return command
