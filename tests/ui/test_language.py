"""The window in another language: German where it is wanted, and no text that no catalogue sees."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QWidget

from kpstudio.app.language import language, speak, tr
from kpstudio.app.settings import Settings
from kpstudio.core.analysis import parts_of
from kpstudio.engine.events import Batch, EpochEnd, Started
from kpstudio.engine.notices import summary_in_words
from kpstudio.io.exporting import export
from kpstudio.io.opening import open_path
from kpstudio.io.registry import formats
from kpstudio.public.catalogue import read_catalogue
from kpstudio.ui.dialogs.import_labels import ImportDialog
from kpstudio.ui.dialogs.label_choice import LabelChoiceDialog
from kpstudio.ui.dialogs.persons import PersonsDialog
from kpstudio.ui.dialogs.scheme_choice import SchemeChoice
from kpstudio.ui.help_pages import help_pages
from kpstudio.ui.main_window import MainWindow
from kpstudio.ui.panels.naming import BACKBONE_TITLES, PRESET_TITLES
from kpstudio.ui.panels.training_strip import TrainingStrip
from kpstudio.ui.tour import STEPS, Tour
from tests.app.help import faces_folder, quick_config, stored_run
from tests.ui.all_dialogs import see_dialogs
from tests.ui.driver import Script, dialog, drive, later
from tests.ui.shown_texts import Bracketed, outside, texts_of
from tests.ui.test_importing import labels_alone
from tests.ui.test_what_moved import NEW_RUN, OLD_RUN, two_runs

DATA: dict[str, Iterable[str]] = {
    "units, and figures that have no other name": (
        "px NME MSE AUC MB GB GPU CPU CUDA bf16 fp16 fp32 kpstudio",
    ),
    "keys, as the system writes them": (
        "Ctrl Shift Alt Return Enter Backspace Del Esc Left Right Up Down Home End PgUp PgDown Tab "
        "Space",
    ),
    "names of formats": [form.title for form in formats()],
    "names of networks and presets": (*PRESET_TITLES.values(), *BACKBONE_TITLES.values()),
    "names of schemes": ("iBUG COFW HELEN",),
    "the search language": ("mine state checked tag glasses person error",),
    "names of files": ("png jpg pts txt", "validation.txt plain odd", OLD_RUN, NEW_RUN),
    "what public sets are called, and how they are cited": [
        str(value)
        for one in read_catalogue()
        for value in (one.title, one.citation, one.home, one.terms_link, *one.unencrypted)
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


def test_no_text_of_the_window_escapes_translation(tmp_path, in_brackets):
    folder = faces_folder(tmp_path / "in", 4)
    stored_run(folder, {0: 1.0, 1: 2.0})
    found: list[str] = []

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        scheme = window.session.labels.scheme
        files = (str(folder), "others", "labels.xml", "*.pts")
        pages = [page.title for page in help_pages()]
        data = (*files, *scheme.points, scheme.name, *scheme.groups, *pages)
        for key in ("show_train", "show_review", "show_photos", "show_label", "gallery"):
            window.actions_by_key[key].trigger()
            yield lambda: True
            found.extend(escaped(window, data))
        yield from see_dialogs(window, lambda shown: found.extend(escaped(shown, data)))
        assert sorted(set(found)) == []

    assert drive([str(folder)], script) == 0


def test_no_text_of_what_is_met_on_the_way_escapes(tmp_path, in_brackets):
    folder, bare = faces_folder(tmp_path / "in", 4), faces_folder(tmp_path / "bare", 0, 2)
    two_runs(folder, dict.fromkeys(range(4), 9.0), dict.fromkeys(range(4), 1.0))
    (folder / "odd.pts").write_text("3")
    theirs = labels_alone(tmp_path / "theirs")
    found: list[str] = []

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        scheme, act = window.session.labels.scheme, window.actions_by_key
        pages = [page.title for page in help_pages()]
        data = (str(folder), str(bare), str(theirs), *scheme.points, scheme.name, *scheme.groups)
        data += tuple(parts_of(scheme))

        def look(*roots: QWidget) -> None:
            found.extend(text for root in roots for text in escaped(root, (*data, *pages)))

        window.imports.take(theirs)
        yield lambda: dialog(ImportDialog)
        look(dialog(ImportDialog))
        dialog(ImportDialog).reject()
        later(window.faces.search_box.persons_asked.emit)
        yield lambda: dialog(PersonsDialog)
        look(dialog(PersonsDialog))
        dialog(PersonsDialog).reject()
        yield from see_dialogs(window, look, ("problems", "help"))
        tour = window.findChild(Tour)
        for number in range(len(STEPS)):
            tour.show(number)
            look(window.tour_bar)
        tour.end()
        act["show_review"].trigger()
        window.side.setCurrentWidget(window.what_moved)
        window.old_run.choose(OLD_RUN)
        yield lambda: window.what_moved.faces.rows.rowCount()
        look(window.what_moved, window.canvas)
        _train(window.strip, scheme.count)
        look(window.strip)
        window.files.open(bare)
        yield lambda: window.session.is_open and not window.session.labels.scheme.count
        later(act["edit_scheme"].trigger)
        yield lambda: dialog(SchemeChoice)
        look(dialog(SchemeChoice), window)
        dialog(SchemeChoice).reject()
        assert sorted(set(found)) == []

    assert drive([str(folder)], script) == 0


def _train(strip: TrainingStrip, points: int) -> None:
    """Let a strip tell of a training, as far as it tells of one."""
    strip.begin(NEW_RUN, quick_config(points=list(range(points))))
    strip.show_preparing(1, 4)
    strip.show_started(Started(3, 1, 0.01, "cpu", 2, 9))
    strip.show_batch(Batch(1, 0.5, 0.02, 1234.5, 100.0))
    end = EpochEnd(1, 0.02, 0.03, True, True, 0.1)
    strip.show_summary(tr(summary_in_words([end, end])))
    strip.set_paused(True)


def test_no_text_of_the_choice_between_labels_escapes(sample_faces, in_brackets):
    opened = open_path(sample_faces)
    export(opened.labels, tuple(opened.labels)[:20], "dlib", sample_faces)
    found: list[str] = []

    def script(window: MainWindow) -> Script:
        yield lambda: dialog(LabelChoiceDialog)
        found.extend(escaped(dialog(LabelChoiceDialog), (str(sample_faces), "labels.xml")))
        dialog(LabelChoiceDialog).reject()
        assert sorted(set(found)) == []

    assert drive([str(sample_faces)], script) == 0


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
        commands = [action.text() for action in window.actions_by_key.values()]
        assert {text for text in commands if commands.count(text) > 1} == set()
        scale = window.train_settings.network_form.box_scale
        scale.setValue(1.5)
        assert scale.text().startswith("1,5")
        scale.lineEdit().setText("1.25")
        assert scale.value() == 1.25
        assert help_pages(language())[0].title == "Hilfe"
        yield lambda: True

    assert drive([], script) == 0
