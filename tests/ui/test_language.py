"""The window in another language: German where it is wanted, and no text that no catalogue sees."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from kpstudio.app.language import speak
from kpstudio.app.settings import Settings
from kpstudio.io.registry import formats
from kpstudio.public.catalogue import read_catalogue
from kpstudio.ui.main_window import MainWindow
from kpstudio.ui.panels.naming import BACKBONE_TITLES, PRESET_TITLES
from tests.app.help import faces_folder, stored_run
from tests.ui.driver import Script, drive, later
from tests.ui.shown_texts import Bracketed, outside, texts_of

DIALOGS = (
    "settings", "keys", "export", "problems", "edit_scheme", "tags", "sweep", "find_rate",
    "check_labels", "palette", "public_data", "about", "author", "give_back", "second_labels",
    "import_labels", "find_suspects",
)  # fmt: skip

DATA: dict[str, Iterable[str]] = {
    "units, and figures that have no other name": (
        "px NME MSE AUC MB GB GPU CPU CUDA bf16 fp16 fp32 kpstudio",
    ),
    "keys, as the system writes them": (
        "Ctrl Shift Alt Return Enter Backspace Del Esc Left Right Up Down Home End PgUp PgDown Tab "
        "Space",
    ),
    "names of formats": [form.title for form in formats()],
    "names of networks, presets, and lengths that errors are divided by": (
        *PRESET_TITLES.values(), *BACKBONE_TITLES.values(), "inter-ocular inter-pupil",
    ),
    "the search language": ("mine state checked tag glasses person all",),
    "names of files": ("png txt validation", "0001-bignet"),
    "what is told of public sets, in their catalogue": [
        str(value) for one in read_catalogue() for value in vars(one).values()
    ],
}  # fmt: skip
"""What a shown text may have outside the brackets, by the reason; words."""


@pytest.fixture
def in_brackets(monkeypatch: pytest.MonkeyPatch) -> Iterable[None]:
    """Start the window in the language of `Bracketed`."""
    made = []

    def speak(app: QCoreApplication, _preference: str) -> None:
        made.append(Bracketed(app))
        app.installTranslator(made[-1])

    monkeypatch.setattr("kpstudio.ui.main.speak", speak)
    yield
    for translator in made:
        QCoreApplication.removeTranslator(translator)
        translator.setParent(None)


def escaped(root: QWidget, data: Iterable[str]) -> list[str]:
    """Return the texts of a widget with words that are neither translated nor data."""
    parts = [part for parts in (*DATA.values(), data) for part in parts]
    known = {word for part in parts for word in re.findall(r"[^\W\d_]+", part)}
    return sorted(
        {f"{where}: {text}" for where, text in texts_of(root) if set(outside(text)) - known}
    )


def see_dialogs(window: MainWindow, keys: Iterable[str], look: Callable[[QDialog], None]) -> Script:
    """Open the dialogs of actions one after the other, look at each, and close it."""
    for key in keys:
        seen: list[QDialog] = []

        def shown(seen=seen) -> bool:
            top = [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog)]
            top = [w for w in top if w.isVisible()]
            if top and not seen:
                seen.append(top[0])
                look(top[0])
                top[0].reject()
            return bool(seen) and not top

        later(window.actions_by_key[key].trigger)
        yield shown


def test_no_text_of_the_window_escapes_translation(tmp_path, in_brackets):
    folder = faces_folder(tmp_path / "in", 4)
    stored_run(folder, {0: 1.0, 1: 2.0})
    found: list[str] = []

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        scheme = window.session.labels.scheme
        data = (str(folder), *scheme.points, scheme.name, *scheme.groups)
        for key in ("show_train", "show_review", "show_photos", "show_label", "gallery"):
            window.actions_by_key[key].trigger()
            yield lambda: True
            found.extend(escaped(window, data))
        yield from see_dialogs(window, DIALOGS, lambda shown: found.extend(escaped(shown, data)))
        assert sorted(set(found)) == []

    assert drive([str(folder)], script) == 0


@pytest.fixture
def english_again(qapp: QApplication) -> Iterable[None]:
    """Let the tests that follow find the program in English."""
    yield
    speak(qapp, "en")


def test_the_window_speaks_german(english_again):
    Settings().set_value("language", "de")

    def script(window: MainWindow) -> Script:
        titles = [menu.title().replace("&", "") for menu in window.menus.values()]
        assert titles[:3] == ["Datei", "Bearbeiten", "Ansicht"]
        assert len({title[0] for title in titles}) == len(titles)
        yield lambda: True

    assert drive([], script) == 0
