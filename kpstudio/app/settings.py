"""What the program remembers of a person: theme, keys, window, folders; each in one line here."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

from kpstudio.app.preferences import BY_KEY, Value
from kpstudio.core.adjustment import Adjustment
from kpstudio.store.author import system_author
from kpstudio.store.retention import Retention

RECENT_LIMIT = 8


class Settings(QObject):
    """Typed access to the settings of this user; what makes no sense reads as the default.

    Signals:
        changed: the key of a preference that has another value.
    """

    changed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        # The default format is the system's own, unless somebody (a test) says otherwise.
        form, scope = QSettings.defaultFormat(), QSettings.Scope.UserScope
        self._store = QSettings(form, scope, "kpstudio", "kpstudio")

    # Preferences

    def value(self, key: str) -> Value:
        """Return what a person prefers, by the key of the table of preferences."""
        return BY_KEY[key].sensible(self._store.value(key, BY_KEY[key].default))

    def set_value(self, key: str, value: Value) -> None:
        """Remember what a person prefers."""
        before = self.value(key)
        self._store.setValue(key, ("false", "true")[value] if isinstance(value, bool) else value)
        if self.value(key) != before:
            self.changed.emit(key)

    @property
    def theme(self) -> str:
        """Return "system", "dark" or "light"."""
        return str(self.value("theme"))

    @property
    def thumbnail_cap(self) -> int:
        """Bytes that thumbnails may take on disk."""
        return int(self.value("thumbnail_megabytes")) * 10**6

    @property
    def keeping(self) -> Retention:
        """How many automatic copies of a project are kept, and for how long."""
        return Retention(int(self.value("backup_count")), int(self.value("backup_days")))

    @property
    def author(self) -> str:
        """The name that is written to the changes this person makes."""
        return str(self.value("author")) or system_author()

    # What is remembered besides

    @property
    def adjustment(self) -> Adjustment:
        """Brightness, contrast and gamma of the picture to look at."""
        return Adjustment.of_text(str(self._store.value("adjustment", "")))

    @adjustment.setter
    def adjustment(self, value: Adjustment) -> None:
        self._store.setValue("adjustment", value.text)

    @property
    def geometry(self) -> QByteArray | None:
        """The window's place and size, as Qt saves it."""
        value = self._store.value("geometry")
        return value if isinstance(value, QByteArray) else None

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._store.setValue("geometry", value)

    @property
    def help_geometry(self) -> QByteArray | None:
        """The place and size of the window of help, as Qt saves it."""
        value = self._store.value("help_geometry")
        return value if isinstance(value, QByteArray) else None

    @help_geometry.setter
    def help_geometry(self, value: QByteArray) -> None:
        self._store.setValue("help_geometry", value)

    @property
    def arrangement(self) -> dict[str, list[int]]:
        """Pixels of the parts between the window's borders, by the name of the splitter."""
        kept = self._json("arrangement")
        return {
            name: sizes
            for name, sizes in kept.items()
            if isinstance(sizes, list) and all(type(size) is int and size >= 0 for size in sizes)
        }

    @arrangement.setter
    def arrangement(self, value: Mapping[str, Sequence[int]]) -> None:
        self._store.setValue("arrangement", json.dumps({k: list(v) for k, v in value.items()}))

    @property
    def folded(self) -> list[str]:
        """Names of the parts of the window that were folded by hand."""
        return self._texts("folded")

    @folded.setter
    def folded(self, value: Sequence[str]) -> None:
        self._store.setValue("folded", list(value))

    @property
    def keys(self) -> dict[str, tuple[str, ...]]:
        """The keys a person gave to actions, in Qt's portable text, by the actions' names."""
        return {
            name: tuple(key for key in keys if isinstance(key, str))
            for name, keys in self._json("keys").items()
            if isinstance(keys, list)
        }

    @keys.setter
    def keys(self, value: Mapping[str, Sequence[str]]) -> None:
        self._store.setValue("keys", json.dumps({name: list(keys) for name, keys in value.items()}))

    @property
    def commands(self) -> list[str]:
        """What was chosen in the command palette lately, latest first."""
        return self._texts("commands")

    @commands.setter
    def commands(self, value: Sequence[str]) -> None:
        self._store.setValue("commands", list(value))

    @property
    def public_place(self) -> Path:
        """The folder in which public sets were last put; the home folder before the first."""
        value = self._store.value("public_place")
        return Path(value) if isinstance(value, str) and value else Path.home()

    @public_place.setter
    def public_place(self, value: Path) -> None:
        self._store.setValue("public_place", str(value))

    @property
    def recent(self) -> list[Path]:
        """Folders and files opened lately, latest first; those that are gone are left out."""
        return [path for path in self._remembered() if os.path.exists(path)]  # noqa: PTH110

    def add_recent(self, path: Path) -> None:
        """Remember that ``path`` was opened."""
        # One on a drive that is not there now is kept: it may come back.
        others = [other for other in self._remembered() if other != path]
        self._store.setValue("recent", [str(p) for p in (path, *others)][:RECENT_LIMIT])

    def forget_recent(self, path: Path) -> None:
        """List ``path`` no more among what was opened lately."""
        self._store.setValue("recent", [str(p) for p in self._remembered() if p != path])

    def _remembered(self) -> list[Path]:
        return [Path(text) for text in self._texts("recent")]

    def _json(self, name: str) -> dict[str, Any]:
        try:
            kept = json.loads(str(self._store.value(name, "{}")))
        except (ValueError, RecursionError):
            return {}
        return kept if isinstance(kept, dict) else {}

    def _texts(self, name: str) -> list[str]:
        value = self._store.value(name, [])
        texts = [value] if isinstance(value, str) else value if isinstance(value, list) else []
        return [text for text in texts if isinstance(text, str) and text]
