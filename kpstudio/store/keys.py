"""Names of files and faces as the database holds them."""

from __future__ import annotations


def as_key(text: str) -> str | bytes:
    """Return a text as it is stored where it may name a file."""
    # File names that are not Unicode (lone surrogates in Python) fit no SQLite text.
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode(errors="surrogatepass")
    return text


def from_key(key: str | bytes) -> str:
    """Undo `as_key`."""
    return key if isinstance(key, str) else key.decode(errors="surrogatepass")
