"""The language of the window: English, as it is written, or what a catalogue makes of it."""

from __future__ import annotations

from collections.abc import Sequence

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
    return said.format(**_in_words(values)) if values else said


def tr_count(one: str, many: str, count: int, /, **values: object) -> str:
    """Return a text, the form of which hangs on a number.

    Args:
        one: The English sentence for one.
        many: That for any other number; the catalogue has the forms of its language for it.
        count: The number; ``{count}`` in the sentences.
        values: What stands in other places.
    """
    return _counted(one, many, {"count": count, **values})


def _counted(one: str, many: str, values: dict[str, object]) -> str:
    count = values["count"]
    assert isinstance(count, int)
    said = QCoreApplication.translate(_CONTEXT, many, None, count)
    if said == many and count == 1:
        said = one
    return said.format(**_in_words(values))


def _in_words(values: dict[str, object]) -> dict[str, object]:
    return {name: tr(v) if isinstance(v, Said) else v for name, v in values.items()}


def system_languages() -> Sequence[str]:
    """Return the languages that the system prefers, best first: "de-AT", "de", "en"."""
    return QLocale.system().uiLanguages()


def spoken(preference: str) -> str:
    """Return the language that a preference ("system", "en", "de") comes to."""
    wanted = [preference] if preference != "system" else system_languages()
    for name in wanted:
        language = name.split("-")[0]
        if language in ("en", *_LANGUAGES):
            return language
    return "en"


def speak(app: QCoreApplication, preference: str) -> None:
    """Let all texts that are made from now on be in a language, Qt's own too, and in no other.

    Args:
        app: Owns the catalogues from then on.
        preference: "system", or the language's code.
    """
    for before in app.findChildren(QTranslator):
        app.removeTranslator(before)
        before.setParent(None)
    # Numbers have a point in every language, in fields as in tables, files and the search line.
    QLocale.setDefault(QLocale.c())
    language = spoken(preference)
    if language not in _LANGUAGES:
        return
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    ours = str(resources.path("translations"))
    for name, place in ((f"qtbase_{language}", qt), (f"kpstudio_{language}", ours)):
        catalogue = QTranslator(app)
        if catalogue.load(name, place):
            app.installTranslator(catalogue)
