"""What other packages bring, in the window: offered, used, and held off where it fails."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

from kpstudio.app.face_order import ByRanking, Order
from kpstudio.core.extensions import Kind
from kpstudio.engine import trainer
from kpstudio.ui.main_window import MainWindow
from kpstudio.ui.workspaces import Workspace
from tests.app.help import faces_folder
from tests.extending import Bring
from tests.ui.driver import Script, drive

FAILING = "def make(*_):\n    raise ZeroDivisionError('it divides')\n"


def said() -> str:
    """Return what the window complains about, and close that."""
    for box in QApplication.topLevelWidgets():
        if isinstance(box, QMessageBox) and box.isVisible():
            box.accept()
            return box.text()
    return ""


def test_rankings_and_networks_are_offered_and_may_fail(bring: Bring, tmp_path) -> None:
    upside_down = "def make(face, facts): return -int(face.picture[1:-4])\n"
    good = bring(Kind.RANKING, "last_first = brought_last:make", upside_down)
    bad = bring(Kind.RANKING, "wrong = brought_wrong:make", FAILING)
    network = bring(Kind.NETWORK, "failing = brought_failing:make", FAILING)
    loss = bring(Kind.LOSS, "some_loss = brought_loss:make", FAILING)
    detector = bring(Kind.DETECTOR, "some_eyes = brought_eyes:make", FAILING)
    folder = faces_folder(tmp_path / "in", 4)
    assert trainer.train, "torch is loaded before the window waits for it"

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        faces = window.faces_model
        button = next(b for b in window.faces.findChildren(QPushButton) if b.text() == "name")
        by_text = {action.text(): action for action in button.menu().actions()}
        by_text["last first (of-tests-last-first)"].trigger()
        assert faces.order == ByRanking(good)
        assert faces.face_ids[0].startswith("f3.png")
        by_text["wrong (of-tests-wrong)"].trigger()
        assert faces.order is Order.NAME
        assert faces.face_ids[0].startswith("f0.png")
        told = said()
        assert "the ranking 'wrong' of the package 'of-tests-wrong' failed: it divides" in told
        assert bad not in window.status.message.text()

        window.show_workspace(Workspace.TRAIN)
        page = window.train_settings
        network_form, learning = page.network_form, page.learning_form
        form = [network_form.network, learning.loss, network_form.detector]
        for field, name in zip(form, (network, loss, detector), strict=True):
            field.setCurrentIndex(field.findData(name))
        assert [f.currentText() for f in form] == [
            "failing (of-tests-failing)",
            "some loss (of-tests-some-loss)",
            "some eyes (of-tests-some-eyes)",
        ]
        config = page.config()
        assert (config.network, config.loss, config.detector) == (network, loss, detector)
        assert not network_form.backbone.isVisibleTo(network_form)
        page.train_button.click()
        yield lambda: "failing" in (told := said()) and "it divides" in told
        yield lambda: not window.desk.running
        assert page.train_button.isEnabled()

    assert drive([str(folder)], script) == 0


def test_without_a_package_there_is_no_field_for_the_detector(tmp_path) -> None:
    folder = faces_folder(tmp_path / "in", 1)

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        form = window.train_settings.network_form
        assert not form.detector.isVisibleTo(form)
        assert window.settings.value("detector") == "kpstudio"

    assert drive([str(folder)], script) == 0
