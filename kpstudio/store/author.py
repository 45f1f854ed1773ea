"""Who makes changes, as long as nobody says otherwise."""

from __future__ import annotations

import getpass


def system_author() -> str:
    """Return the name by which the system knows the user, or "" where it knows none."""
    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):  # no such variable, and no such user
        return ""
