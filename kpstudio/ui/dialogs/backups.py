"""How many automatic copies of a project are kept, and for how long."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QSpinBox, QWidget

from kpstudio.store.backups import Keeping
from kpstudio.ui.panels.parts import quiet

_MOST_COPIES, _MOST_DAYS = 200, 3650
_WHAT = (
    "A copy is made when a folder with changes is opened, and every twenty minutes while you "
    "change something. The newest is always kept. File, Go back to a copy lists them."
)


class BackupDialog(QDialog):
    """Asks for both numbers."""

    def __init__(self, keeping: Keeping, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Automatic copies")
        self.count, self.days = (
            _number(keeping.count, 0, _MOST_COPIES),
            _number(keeping.days, 1, _MOST_DAYS),
        )
        self.count.setSpecialValueText("none")
        self.days.setSuffix(" days")
        words = quiet(_WHAT)
        words.setMinimumWidth(360)
        form = QFormLayout(self)
        form.setContentsMargins(16, 16, 16, 16)
        form.setSpacing(12)
        form.addRow(words)
        form.addRow("Keep at most", self.count)
        form.addRow("None older than", self.days)
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form.addRow(buttons)

    @property
    def keeping(self) -> Keeping:
        """What a person wants to be kept."""
        return Keeping(self.count.value(), self.days.value())


def _number(value: int, least: int, most: int) -> QSpinBox:
    box = QSpinBox()
    box.setRange(least, most)
    box.setValue(value)
    return box
