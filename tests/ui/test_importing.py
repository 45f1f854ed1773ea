"""Importing labels in the window: the difference is shown, chosen from, taken and undone."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QStyle, QStyleOptionViewItem

from kpstudio.core.edits import move_points
from kpstudio.core.importing import Fate
from kpstudio.ui.dialogs.import_labels import ImportDialog
from kpstudio.ui.dialogs.import_table import NAME
from kpstudio.ui.main_window import MainWindow
from tests.app.help import face_xy, faces_folder, pts_text
from tests.ui.driver import Script, dialog, drive, press
from tests.ui.test_dialogs import answer


def labels_alone(folder: Path) -> Path:
    """Two faces moved, of which one will have been corrected, and one new."""
    folder.mkdir()
    for name, number, off in (("f0", 0, 3.0), ("f1", 1, 2.0), ("plain0", 2, 0.0)):
        (folder / f"{name}.pts").write_text(pts_text(face_xy(number) + np.array([off, 0.0])))
    return folder


def tick(asked: ImportDialog, row: int) -> None:
    """Click the box of a row."""
    view, index = asked.table, asked.model.index(row, NAME)
    option = QStyleOptionViewItem()
    view.initViewItemOption(option)
    option.rect = view.visualRect(index)
    option.features |= QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
    box = view.style().subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, option, view)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(box.center()))


def test_the_difference_is_shown_and_taken_as_one_step(tmp_path, monkeypatch):
    mine = faces_folder(tmp_path / "mine", 3, unlabelled=1)
    theirs = labels_alone(tmp_path / "theirs")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(theirs))

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        session = window.session
        session.perform(move_points(session.labels["f0.png#0"], (7,), [(10.0, 20.0)], "chin"))
        answer("Folder…")
        window.actions_by_key["import_labels"].trigger()
        yield lambda: dialog(ImportDialog)
        asked = dialog(ImportDialog)
        words = {fate: box.text() for fate, box in asked.kinds.items()}
        assert words[Fate.NEW] == "1 face without labels here"
        assert words[Fate.MOVED] == "1 face whose points would move, up to 2.0 px away"
        assert words[Fate.DISPUTED].startswith("1 face edited or removed here")
        assert asked.import_button.text() == "Import 2 faces"
        yield lambda: asked.preview.canvas.has_picture

        tick(asked, 0)
        assert asked.import_button.text() == "Import 3 faces"
        asked.kinds[Fate.DISPUTED].click()
        asked.kinds[Fate.MOVED].click()
        assert asked.import_button.text() == "Import 1 face"
        asked.kinds[Fate.MOVED].click()
        press(asked, "Import 2 faces")
        yield lambda: session.undo_verb.startswith("import")
        assert session.labels["plain0.png#0"].labelled
        right = face_xy(1) + np.array([2.0, 0.0])
        assert np.allclose(session.labels["f1.png#0"].landmarks.xy_image, right, atol=0.01)
        assert session.labels["f0.png#0"].landmarks.xy_image[7].tolist() == [10.0, 20.0]
        assert "2 faces were imported from theirs" in window.status.message.text()
        assert session.undo_verb == "import 2 faces from theirs"
        session.undo()
        assert not session.labels["plain0.png#0"].labelled

    assert drive([str(mine)], script) == 0


def test_pictures_without_points_get_a_scheme_and_lose_it_again(tmp_path):
    bare = faces_folder(tmp_path / "bare", 0, unlabelled=3)
    theirs = labels_alone(tmp_path / "theirs")

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        session = window.session
        assert session.labels.scheme.count == 0
        window.imports.take(theirs / "plain0.pts")
        yield lambda: dialog(ImportDialog)
        press(dialog(ImportDialog), "Import 1 face")
        yield lambda: session.undo_verb
        assert session.labels.scheme.count == 58
        assert window.points.table.model().rowCount() == 58
        session.choose("plain1.png#0")
        assert window.actions_by_key["place_points"].isEnabled()
        window.actions_by_key["place_like"].trigger()
        assert session.labels["plain1.png#0"].landmarks.count == 58
        session.undo()
        session.undo()
        assert session.labels.scheme.count == 0
        assert window.points.table.model().rowCount() == 0

    assert drive([str(bare)], script) == 0


def test_nothing_new_is_said_and_what_cannot_be_read_too(tmp_path, monkeypatch):
    mine = faces_folder(tmp_path / "mine", 2)
    told: list[str] = []
    monkeypatch.setattr(MainWindow, "warn", lambda _, message: told.append(message))

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        window.imports.take(mine)
        yield lambda: "contains nothing new" in window.status.message.text()
        window.imports.take(tmp_path / "nowhere")
        yield lambda: told
        assert told[0].startswith("Nothing was imported: ")
        assert "there is no label file here that kpstudio knows" in told[0]

    assert drive([str(mine)], script) == 0
