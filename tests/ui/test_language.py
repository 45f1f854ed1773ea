"""The window in another language: German where it is wanted, and no text that no catalogue sees."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from kpstudio.app.language import language, speak, tr
from kpstudio.app.settings import Settings
from kpstudio.core.filters import SETTING
from kpstudio.engine.events import Batch, EpochEnd, Started
from kpstudio.engine.notices import summary_in_words
from kpstudio.io.exporting import export
from kpstudio.io.opening import open_path
from kpstudio.store.copies import copy
from kpstudio.store.copy_files import Kind
from kpstudio.store.project import Project
from kpstudio.ui.dialogs.import_labels import ImportDialog
from kpstudio.ui.dialogs.label_choice import LabelChoiceDialog
from kpstudio.ui.dialogs.scheme_choice import SchemeChoice
from kpstudio.ui.help_pages import help_pages
from kpstudio.ui.main_window import MainWindow
from kpstudio.ui.panels.part_menu import PartMenu
from kpstudio.ui.panels.training_strip import TrainingStrip
from kpstudio.ui.tour import STEPS, Tour
from tests.app.help import faces_folder, quick_config, stored_run
from tests.ui.all_dialogs import see_dialogs
from tests.ui.driver import Script, dialog, drive, later
from tests.ui.test_importing import labels_alone
from tests.ui.test_what_moved import NEW_RUN, OLD_RUN, two_runs
from tests.ui.untranslated import ANYWHERE, Alike, escapes, whole


def of_this(*paths: Path) -> tuple[Alike, ...]:
    """Return what a test has of its own: paths, and names of folders where they stand alone."""
    below = "|".join(rf"{re.escape(str(path))}[\w/.#*-]*" for path in paths)
    names = whole(*(path.name for path in paths))
    return (
        Alike(ANYWHERE, rf"{below}|(?<=“⟧){names}(?=⟦”)|^{names}(?= – kpstudio$)"),
        Alike("ImportDialog", rf"(?<=</span> ){names}|^{names}(?=⟦ would)"),
    )


def fill_menus(window: MainWindow) -> list[QMenu]:
    """Let every menu be filled as if it were opened; return those that were made for that."""
    for menu in window.findChildren(QMenu):
        menu.aboutToShow.emit()
    return [part.made() for part in window.findChildren(PartMenu)]


def test_no_text_of_the_window_escapes_translation(tmp_path, in_brackets):
    folder = faces_folder(tmp_path / "mappe", 4)
    stored_run(folder, {0: 1.0, 1: 2.0})
    search = "error>8 state:unchecked"
    with Project.open(folder) as project:
        project.set_setting(SETTING, {"schwer": search})
    found: list[str] = []
    menus_read: list[int] = []
    own = (
        *of_this(folder, tmp_path / "bare", tmp_path / "others"),
        Alike(ANYWHERE, "@schwer"),
        Alike("Menu > QAction", whole(search, folder.name)),
    )

    def look(root: QWidget) -> None:
        found.extend(escapes(root, own))

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        for kind in Kind:
            copy(window.session.project.location, kind, datetime.now(UTC))
        for key in ("show_train", "show_review", "show_photos", "show_label", "gallery"):
            window.actions_by_key[key].trigger()
            yield lambda: True
            made = fill_menus(window)
            menus_read.append(len(made))
            look(window)
            for menu in made:
                menu.deleteLater()
        assert min(menus_read) > 10
        copies = [action.text() for action in window.copies.menu.actions()]
        assert sum(text[:1].isdigit() for text in copies) == 2
        filters = [action.text() for action in window.faces.search_box.menu.actions()]
        assert "@schwer" in filters
        yield from see_dialogs(window, look)
        assert "\n".join(sorted(set(found))) == ""

    assert drive([str(folder)], script) == 0


def test_no_text_of_what_is_met_on_the_way_escapes(tmp_path, in_brackets):
    folder, bare = faces_folder(tmp_path / "mappe", 4), faces_folder(tmp_path / "leer", 0, 2)
    two_runs(folder, dict.fromkeys(range(4), 9.0), dict.fromkeys(range(4), 1.0))
    (folder / "odd.pts").write_text("3")
    theirs = labels_alone(tmp_path / "ihre")
    found: list[str] = []
    own = of_this(folder, bare, theirs)

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        scheme, act = window.session.labels.scheme, window.actions_by_key

        def look(*roots: QWidget) -> None:
            found.extend(text for root in roots for text in escapes(root, own))

        window.imports.take(theirs)
        yield lambda: dialog(ImportDialog)
        look(dialog(ImportDialog))
        dialog(ImportDialog).reject()
        yield from see_dialogs(window, look, ("problems", "persons"))
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
        assert "\n".join(sorted(set(found))) == ""

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
        found.extend(escapes(dialog(LabelChoiceDialog), of_this(sample_faces)))
        dialog(LabelChoiceDialog).reject()
        assert "\n".join(sorted(set(found))) == ""

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
