"""The ring above the list: full as faces are finished, with the counts behind it."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor

from kpstudio.core.edits import set_states
from kpstudio.core.labelset import FaceState
from kpstudio.ui.main_window import MainWindow
from kpstudio.ui.panels.progress_ring import colour_of
from tests.ui.driver import Script, drive


def colour_at(ring, x: int, y: int) -> QColor:
    picture = ring.grab().toImage()
    ratio = picture.devicePixelRatio()
    place = QPoint(round(x * ratio), round(y * ratio))
    return picture.pixelColor(place)


def near(one: QColor, other: QColor) -> bool:
    return all(abs(a - b) < 24 for a, b in zip(one.getRgb()[:3], other.getRgb()[:3], strict=True))


def test_the_ring_fills_and_its_counts_find_faces(sample_faces):
    def script(window: MainWindow) -> Script:
        yield lambda: window.session.is_open
        ring, session = window.faces.ring, window.session
        yield ring.isVisible
        faces = list(session.labels)
        assert ring.toolTip() == "0 of 24 faces finished\n24 labelled"
        assert near(colour_at(ring, 22, 14), colour_of(FaceState.LABELLED))
        session.perform(set_states(faces[:12], FaceState.CHECKED))
        assert ring.toolTip() == "12 of 24 faces finished\n12 checked\n12 labelled"
        assert ring.accessibleName() == "12 of 24 faces finished"
        assert near(colour_at(ring, 22, 14), colour_of(FaceState.CHECKED))
        assert near(colour_at(ring, 6, 14), colour_of(FaceState.LABELLED))

        ring.menu().aboutToShow.emit()
        counts = {action.text(): action for action in ring.menu().actions()}
        assert list(counts)[:2] == ["Checked\t12", "Rejected\t0"]
        assert not counts["Rejected\t0"].isEnabled()
        counts["Checked\t12"].trigger()
        assert window.faces.search.text() == "state:checked"
        yield lambda: window.faces_model.rowCount() == 12
        assert ring.accessibleName() == "12 of 24 faces finished"

    assert drive([str(sample_faces)], script) == 0


def test_without_faces_there_is_no_ring():
    def script(window: MainWindow) -> Script:
        yield lambda: window.isVisible()
        assert not window.faces.ring.isVisible()

    assert drive([], script) == 0
