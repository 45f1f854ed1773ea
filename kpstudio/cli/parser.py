"""How every command line of the program complains."""

from __future__ import annotations

import argparse
from typing import NoReturn


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one line; the usage is a `--help` away."""

    def error(self, message: str) -> NoReturn:
        """End the program with ``message`` and the exit code for wrong usage."""
        self.exit(2, f"kpstudio: {message} (see {self.prog} --help)\n")
