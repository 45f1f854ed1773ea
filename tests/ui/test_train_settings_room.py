"""The settings of a training in a narrow column: nothing is cut, and groups fold away."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QScrollArea, QStyle, QStyleOptionComboBox

from kpstudio.engine.augmentation import Augmentation
from kpstudio.ui.panels.augmentation_form import in_words
from kpstudio.ui.panels.train_settings import TrainSettings


def texts_of(field: QComboBox) -> list[str]:
    texts = [field.itemText(k) for k in range(field.count())]
    return [text for text in texts if "hour" not in text]  # its list is wider than the field


def test_nothing_is_clipped_in_a_narrow_column_and_train_stays_in_view(
    page: TrainSettings, qapp: QApplication
) -> None:
    for fold in (page._fold, *page.folds.values()):
        fold.button.setChecked(True)
    page.lr.setText("wrong")
    page.resize(340, 360)
    qapp.processEvents()
    for field in page.findChildren(QComboBox):
        if not field.isEditable():
            widest = max(map(field.fontMetrics().horizontalAdvance, texts_of(field)))
            option = QStyleOptionComboBox()
            field.initStyleOption(option)
            part = QStyle.SubControl.SC_ComboBoxEditField
            room = field.style().subControlRect(
                QStyle.ComplexControl.CC_ComboBox, option, part, field
            )
            assert widest <= room.width(), (field.accessibleName(), widest, room.width())
    scroll = page.findChild(QScrollArea)
    assert scroll is not None
    assert scroll.widget().width() <= scroll.viewport().width()
    assert scroll.verticalScrollBar().maximum() > 0
    bottom = page.train_button.mapTo(page, page.train_button.rect().bottomRight())
    assert page.rect().contains(bottom)


def test_the_wheel_scrolls_the_form_and_leaves_the_fields_alone(page: TrainSettings) -> None:
    before = page.epochs.value()
    page.lr.setFocus()
    event = QWheelEvent(
        QPointF(5, 5), QPointF(page.epochs.mapToGlobal(QPoint(5, 5))), QPoint(), QPoint(0, 120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase,
        False,
    )  # fmt: skip
    QApplication.sendEvent(page.epochs, event)
    assert page.epochs.value() == before


def test_the_groups_fold_away_but_stay_in_words(page: TrainSettings) -> None:
    page.preset.choose("bignet")
    assert not page.augmentation.isVisible()
    assert page._fold.note.text() == "±10°, shifts to 10 %"
    page._fold.button.setChecked(True)
    assert page.augmentation.isVisible()
    page.augmentation.set_value(Augmentation(flip=True))
    assert page._fold.note.text() == "mirrored"
    assert in_words(Augmentation()) == "none"
    assert [fold.note.text() for fold in page.folds.values()] == [
        "BigNet, 120×160",
        "new weights",
        "Adam, constant, squared error (MSE)",
        "automatic, seed 0",
    ]
