"""Makes ``python -m kpstudio`` the same as ``kpstudio``."""

from kpstudio.cli.main import entry

entry()
