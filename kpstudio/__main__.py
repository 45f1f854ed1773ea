"""Makes ``python -m kpstudio`` the same as ``kpstudio``."""

from kpstudio.cli.main import entry

if __name__ == "__main__":
    entry()
