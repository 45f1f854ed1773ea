"""What a person may prefer, in one table that settings page and stored values follow from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kpstudio.app.language import tr
from kpstudio.core.texts import Text
from kpstudio.store.retention import Retention
from kpstudio.store.thumbnails import DEFAULT_CAP

Value = bool | int | str
Choices = tuple[tuple[Value, Text], ...]
_TEXT = 100
_MEGABYTE = 10**6


@dataclass(frozen=True)
class Preference:
    """One thing that a person may prefer; the kind of its default says what kind of thing.

    Attributes:
        key: Its name in code, and in what is stored.
        group: What it belongs to.
        words: What it is called.
        default: A switch, a number or a text.
        tip: What it does, where the words do not say it all.
        choices: What there is to choose from, with words for each; empty where anything goes.
        more: Returns what there is to choose from besides, once that is asked for.
        least: The smallest number.
        most: The largest number.
        unit: What stands behind the number.
        least_words: What stands for the smallest number.
    """

    key: str
    group: Text
    words: Text
    default: Value
    tip: Text = ""
    choices: tuple[tuple[Value, Text], ...] = ()
    more: Callable[[], Choices] = tuple
    least: int = 0
    most: int = 0
    unit: Text = ""
    least_words: Text = ""

    @property
    def whole(self) -> str:
        """What is looked in for typed letters."""
        said = (self.words, self.group, self.tip, *(words for _, words in self.all_choices))
        return " ".join(f"{words} {tr(words)}" for words in said)

    @property
    def offered(self) -> bool:
        """Whether there is anything to choose."""
        return len(self.all_choices) != 1

    @property
    def all_choices(self) -> Choices:
        """What there is to choose from, with words for each."""
        return (*self.choices, *self.more())

    def sensible(self, stored: object) -> Value:
        """Return what was stored as this preference's kind of value, or the default."""
        value = self._read(stored)
        if self.choices and value not in [choice for choice, _ in self.all_choices]:
            return self.default
        return value

    def _read(self, stored: object) -> Value:
        if isinstance(self.default, bool):
            known = {True: True, "true": True, False: False, "false": False}
            return (
                known.get(stored, self.default) if isinstance(stored, bool | str) else self.default
            )
        text = str(stored) if isinstance(stored, str | int) else ""
        if isinstance(self.default, str):
            return " ".join(text.split())
        if not (text.isascii() and text.isdecimal() and len(text) < 10):
            return self.default
        return int(text) if self.choices else min(max(int(text), self.least), self.most)


_USUAL = Retention()


def _brought_detectors() -> Choices:
    from kpstudio.core import extensions  # not before the first page is shown

    return tuple(
        (name, extensions.title(name)) for name in extensions.names(extensions.Kind.DETECTOR)
    )


PREFERENCES = (
    Preference(
        "theme", "Appearance", "Theme", "system",
        choices=(("system", "Same as the system"), ("dark", "Dark"), ("light", "Light")),
    ),
    Preference(
        "text_percent", "Appearance", "Text size", _TEXT,
        choices=(
            (90, "Smaller"), (_TEXT, "Normal"), (110, "Larger"),
            (120, "Much larger, for wide screens"), (150, "Largest, for very wide screens"),
        ),
        tip="Changes text only; the system's own scaling makes everything larger",
    ),
    Preference(
        "language", "Appearance", "Language", "system",
        choices=(("system", "Same as the system"), ("en", "English"), ("de", "Deutsch")),
        tip="Takes effect at the next start",
    ),
    Preference(
        "colour_blind", "Appearance", "Colours for colour-blind eyes", False,
        tip="Blue points and orange crosses in place of green and red",
    ),
    Preference(
        "loupe", "Picture", "Loupe while dragging", True,
        tip="Magnify the area under a dragged point, beside the pointer",
    ),
    Preference(
        "detector", "Photos", "Find faces with", "kpstudio",
        choices=(("kpstudio", "kpstudio"),), more=_brought_detectors,
        tip="What finds faces in added photos; installed packages may offer more",
    ),
    Preference(
        "author", "You", "Your name", "",
        tip="Shown beside your changes in the history; if empty, your system user name is used",
    ),
    Preference(
        "notify", "You", "Notify when a long training ends", True,
        tip="Shows a system notification while another window is in front",
    ),
    Preference(
        "backup_count", "Copies", "Automatic copies to keep", _USUAL.count, most=1000,
        least_words="none",
        tip="The project is copied when a folder with changes is opened and after every twenty "
            "minutes of work; File, Go back to a copy restores one",
    ),
    Preference(
        "backup_days", "Copies", "Delete automatic copies after", _USUAL.days,
        least=1, most=36500, unit=" days",
        tip="The newest three copies are kept, however old they are",
    ),
    Preference(
        "thumbnail_megabytes", "Disk space", "Thumbnails", DEFAULT_CAP // _MEGABYTE,
        least=10, most=100_000, unit=" MB",
        tip="Thumbnails make long lists fast; beyond this size the oldest are deleted",
    ),
)  # fmt: skip

BY_KEY = {preference.key: preference for preference in PREFERENCES}
