"""Makes ``python -m kpstudio`` the same as ``kpstudio``, and starts the bundled application."""

import sys
from multiprocessing import freeze_support

from kpstudio.cli.main import entry


def start() -> None:
    """Do what this process was started for.

    A bundle is its own Python: what asks another process for something (drawing, exporting, trying
    whether torch loads) starts the bundle anew, in the words that it would start Python with.
    """
    freeze_support()
    if getattr(sys, "frozen", False) and sys.argv[1:2] == ["-c"]:
        exec(sys.argv[2], {"__name__": "__main__"})
        return
    entry()


if __name__ == "__main__":
    start()
