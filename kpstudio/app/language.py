"""The language of the window: English, as it is written, or what a catalogue makes of it."""

from __future__ import annotations

import string
from collections.abc import Mapping, Sequence
from numbers import Real
from typing import Any

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from kpstudio import resources
from kpstudio.core.texts import Said

_CONTEXT = "kpstudio"
_LANGUAGES = ("de",)
"""Those that `resources/translations` has a catalogue of, besides English."""


def tr(text: str, /, **values: object) -> str:
    """Return a text in the language of the window.

    Args:
        text: A whole English sentence, with named places such as ``{name}`` where there are
            values, or what `kpstudio.core.texts.say` made.
        values: What stands in the places.

    Returns:
        The translated sentence with its values; English where no catalogue has it.
    """
    if isinstance(text, Said):
        values = {**text.values, **values}
        if text.one:
            return _counted(text.one, text.sentence, values)
        text = text.sentence
    said = QCoreApplication.translate(_CONTEXT, text) if text else text
    return _put(values, said) if values else said


def tr_count(one: str, many: str, count: int, /, **values: object) -> str:
    """Return a text, the form of which hangs on a number.

    Args:
        one: The English sentence for one.
        many: That for any other number; the catalogue has the forms of its language for it.
        count: The number; ``{count}`` in the sentences, thousands told apart.
        values: What stands in other places.
    """
    return _counted(one, many, {"count": count, **values})


def _counted(one: str, many: str, values: dict[str, object]) -> str:
    count = values["count"]
    assert isinstance(count, int)
    said = QCoreApplication.translate(_CONTEXT, many, None, count)
    if said == many and count == 1:
        said = one
    return _put({**values, "count": _Count(count)}, said)


class _Count(int):
    """How many there are of something."""

    def __format__(self, form: str) -> str:
        return format(int(self), form or ",")


def translated(what: object) -> str:
    """Return what a value says: what `say` made in the language of the window, the rest as it is.

    Args:
        what: A text that may be a name, or an error or problem made with a text.
    """
    text = str(what)
    return tr(text) if isinstance(text, Said) else text


def in_digits(value: Real | float, form: str) -> str:
    """Return a number as the language of the window writes it: 1,234.5, or −1.234,5 in German.

    Args:
        value: The number.
        form: How it is written, as for `format`; with "," thousands are told apart.
    """
    text = numeral(format(value, form))
    return text.replace("-", "−", 1) if text.lstrip().startswith("-") else text


def numeral(text: str) -> str:
    """Return a number that Python wrote as the language of the window writes it."""
    locale = QLocale()
    return text.translate(str.maketrans(",.", locale.groupSeparator() + locale.decimalPoint()))


class _Places(string.Formatter):
    """Fills the places of a sentence, in the language of the window."""

    def convert_field(self, value: Any, conversion: str | None) -> Any:
        if conversion is None and not isinstance(value, Real):
            return translated(value)
        return super().convert_field(value, conversion)

    def format_field(self, value: Any, format_spec: str) -> str:
        if isinstance(value, Real):
            return in_digits(value, format_spec)
        return str(super().format_field(value, format_spec))


def _put(values: Mapping[str, object], sentence: str) -> str:
    return _Places().vformat(sentence, (), values)


def system_languages() -> Sequence[str]:
    """Return the languages that the system prefers, best first: "de-AT", "de", "en"."""
    return QLocale.system().uiLanguages()


def spoken(preference: str) -> str:
    """Return the language that a preference ("system", "en", "de") comes to."""
    wanted = [preference] if preference != "system" else system_languages()
    for name in wanted:
        known = name.split("-")[0]
        if known in ("en", *_LANGUAGES):
            return known
    return "en"


def language() -> str:
    """Return the language that texts are in: "en", or that of a catalogue."""
    name = QLocale().name().partition("_")[0]
    return name if name in _LANGUAGES else "en"


def speak(app: QCoreApplication, preference: str) -> None:
    """Let all texts that are made from now on be in a language, Qt's own too, and in no other.

    Args:
        app: Owns the catalogues from then on.
        preference: "system", or the language's code.
    """
    for before in app.findChildren(QTranslator):
        app.removeTranslator(before)
        before.setParent(None)
    wanted = spoken(preference)
    # In tables and fields; files, the search line and the command line have a point everywhere.
    QLocale.setDefault(QLocale(wanted) if wanted in _LANGUAGES else QLocale.c())
    if wanted not in _LANGUAGES:
        return
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    ours = str(resources.path("translations"))
    for name, place in ((f"qtbase_{wanted}", qt), (f"kpstudio_{wanted}", ours)):
        catalogue = QTranslator(app)
        if catalogue.load(name, place):
            app.installTranslator(catalogue)
