"""Two runs on the picture, by the keys of the real window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kpstudio.ui.held_switch import HELD_MS
from kpstudio.ui.main_window import MainWindow
from tests.app.help import faces_folder, stored_run
from tests.ui.driver import Script, drive
from tests.ui.test_what_moved import NEW_RUN, OLD_RUN, two_runs


def shown(window: MainWindow) -> list[str]:
    face = window.canvas._content.face
    return [p.run if p is not None else "" for p in (face.prediction, face.other)]


def test_a_key_blinks_and_another_shows_both(tmp_path):
    root = faces_folder(tmp_path / "faces", 4)
    two_runs(root, dict.fromkeys(range(4), 9.0), dict.fromkeys(range(4), 1.0))

    def script(window: MainWindow) -> Script:
        canvas, act = window.canvas, window.actions_by_key
        yield lambda: canvas.has_picture
        canvas.setFocus()
        assert shown(window) == [NEW_RUN, ""]
        assert canvas._caption == ""
        QTest.keyClick(canvas, Qt.Key.Key_Q)  # the only other run is taken
        assert window.old_run.name == OLD_RUN
        assert shown(window) == [OLD_RUN, ""]
        assert canvas._caption.startswith("✕ run 1 · BigNet, NME ")
        QTest.keyClick(canvas, Qt.Key.Key_Q)
        assert shown(window) == [NEW_RUN, ""]
        assert canvas._caption == ""

        QTest.keyPress(canvas, Qt.Key.Key_Q)
        assert shown(window) == [OLD_RUN, ""]
        QTest.qWait(HELD_MS + 50)
        QTest.keyRelease(canvas, Qt.Key.Key_Q)
        assert shown(window) == [NEW_RUN, ""]  # it was held for a look

        QTest.keyClick(canvas, Qt.Key.Key_Q, Qt.KeyboardModifier.ShiftModifier)
        assert shown(window) == [NEW_RUN, OLD_RUN]
        assert "run 2" in canvas._caption.split("○")[0]
        assert "run 1" in canvas._caption.split("○")[1]
        with_rings = canvas.grab().toImage()
        QTest.keyClick(canvas, Qt.Key.Key_D)
        yield lambda: canvas.has_picture and canvas._caption
        assert shown(window) == [NEW_RUN, OLD_RUN]
        QTest.keyClick(canvas, Qt.Key.Key_A)
        yield lambda: canvas.has_picture
        QTest.keyClick(canvas, Qt.Key.Key_Q, Qt.KeyboardModifier.ShiftModifier)
        assert canvas.grab().toImage() != with_rings
        act["both_runs"].setChecked(True)
        window.old_run.choose("")
        assert not act["both_runs"].isChecked()
        assert canvas._caption == ""

    assert drive([str(root)], script) == 0


def test_without_another_run_it_says_so(tmp_path):
    root = faces_folder(tmp_path / "faces", 2)
    stored_run(root, {0: 1.0, 1: 1.0}, NEW_RUN)

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        window.runs.use(NEW_RUN)
        action = window.actions_by_key["swap_runs"]
        assert action.isEnabled()
        action.trigger()
        assert not action.isChecked()
        assert "no other run to compare with" in window.status.message.text()

    assert drive([str(root)], script) == 0
