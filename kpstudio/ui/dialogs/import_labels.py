"""What labels from elsewhere would change, shown before anything is changed."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace
from functools import partial

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialogButtonBox,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kpstudio.app.language import tr, tr_count
from kpstudio.app.pictures import PictureLoader
from kpstudio.core.importing import Fate, Incoming
from kpstudio.core.labelset import LabelSet
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.texts import say
from kpstudio.tasks.importing import IN_WORDS, Import
from kpstudio.ui import theme
from kpstudio.ui.canvas.content import FaceView
from kpstudio.ui.dialogs.face_preview import FacePreview
from kpstudio.ui.dialogs.import_table import NAME, WIDTHS, ImportModel
from kpstudio.ui.dialogs.tables import problems_dialog
from kpstudio.ui.panels.dense_table import DenseTable
from kpstudio.ui.panels.part_menu import add
from kpstudio.ui.panels.parts import plain
from kpstudio.ui.panels.room import Dialog, give_size

_NEVER = say(
    "Labelled points are never removed; points missing from the file are kept. Points that are "
    "only predicted are removed."
)
_NAMES, _MARK = 152, 24
"""So wide the names of the faces are at least, with what ticks them."""


class ImportDialog(Dialog):
    """Tells what would come, lets a person choose, and shows each face before and after."""

    def __init__(
        self, labels: LabelSet, found: Import, pictures: PictureLoader, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Import labels"))
        give_size(self, 1000, 640)
        self._labels, self._found = labels, found
        self.model = ImportModel(found.difference.incoming)
        self.table = DenseTable(self.model, WIDTHS)
        self.table.setMinimumWidth(sum(WIDTHS) + _NAMES)
        self.table.setAccessibleName(tr("Faces that would change"))
        self.preview = FacePreview(pictures)
        self.preview.name(tr("here"), found.path.name)
        self.kinds = {fate: QCheckBox() for fate in Fate if found.difference.of(fate)}
        self.import_button = QPushButton()
        self._lay_out()
        for fate, box in self.kinds.items():
            box.clicked.connect(lambda on, fate=fate: self.model.take(fate, on))
        self.model.ticked.connect(self._count)
        self.table.chosen.connect(self._show)
        self.table.offered.connect(self._offer)
        self._count()
        if self.model.rows:
            first = self.model.key_at(0)
            self.table.mark(first)
            self._show(first)

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(8)
        source = plain(tr("{path} would change faces here:", path=self._found.path.name))
        source.setToolTip(str(self._found.path))
        side.addWidget(source)
        for box in self.kinds.values():
            side.addWidget(box)
        side.addWidget(self.table, 1)
        for line in (tr(self._found.rest), tr(_NEVER)):
            if line:
                side.addWidget(plain(line, "quiet"))
        body = QHBoxLayout()
        body.setSpacing(16)
        body.addLayout(side, 1)
        body.addWidget(self.preview, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        theme.set_role(self.import_button, "", primary=True)
        buttons.addButton(self.import_button, QDialogButtonBox.ButtonRole.AcceptRole)
        if self._found.problems:
            odd = QPushButton(tr("Problems found ({count})…", count=len(self._found.problems)))
            odd.setAutoDefault(False)
            odd.clicked.connect(self._show_problems)
            buttons.addButton(odd, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 20, 20, 20)
        whole.setSpacing(16)
        whole.addLayout(body, 1)
        whole.addWidget(buttons)
        self.import_button.setDefault(True)

    @property
    def chosen(self) -> tuple[Incoming, ...]:
        """The faces that are to be imported."""
        return self.model.chosen

    def _offer(self, menu: QMenu, face_id: Hashable) -> None:
        row, checked = self.model.row_of(face_id), Qt.CheckState.Checked
        if row >= 0:
            index, tick = self.model.index(row, NAME), Qt.ItemDataRole.CheckStateRole
            taken = index.data(tick) == checked
            words = tr("Skip this face") if taken else tr("Import this face")
            other = Qt.CheckState.Unchecked if taken else checked
            add(menu, words, lambda: self.model.setData(index, other, tick))
        for words, on in ((tr("Select all faces"), True), (tr("Select no faces"), False)):
            able = any((self.model.state(fate) is checked) != on for fate in self.kinds)
            add(menu, words, partial(self._take_all, on), able)

    def _take_all(self, on: bool) -> None:
        for fate in self.kinds:
            self.model.take(fate, on)

    def _count(self) -> None:
        for fate, box in self.kinds.items():
            some = self._found.difference.of(fate)
            taken = sum(one.fate is fate for one in self.chosen)
            far = max(one.largest_px for one in some)
            what = tr(IN_WORDS[fate])
            words = [tr_count("1 face {what}", "{count} faces {what}", len(some), what=what)]
            words += [tr("{taken} of them selected", taken=taken)] if 0 < taken < len(some) else []
            words += [tr("up to {far:.1f} px away", far=far)] if far else []
            line = ", ".join(words)
            wide = box.fontMetrics().horizontalAdvance(line) > self.table.minimumWidth() - _MARK
            box.setText(",\n".join(words) if wide else line)
            state = self.model.state(fate)
            box.setTristate(state is Qt.CheckState.PartiallyChecked)
            box.setCheckState(state)
        count = len(self.chosen)
        self.import_button.setText(tr_count("Import 1 face", "Import {count} faces", count))
        self.import_button.setEnabled(count > 0)

    def _show(self, face_id: object) -> None:
        one = self.model.rows[self.model.row_of(face_id)]
        before = one.change.before
        here = before.landmarks if before is not None and before.labelled else None
        view = FaceView(one.face.id, here, _new(here, one), one.face.box)
        self.preview.show_faces(self._labels.picture_path(one.face.picture), [view])

    def _show_problems(self) -> None:
        dialog = problems_dialog(self._found.problems, self)
        dialog.exec()
        dialog.deleteLater()


def _new(here: Landmarks | None, one: Incoming) -> Landmarks | None:
    """Return the points that an import would bring or move; the others would hide what they are."""
    after = one.face.landmarks
    if here is None or after is None:
        return after
    same = (after.xy_image == here.xy_image).all(axis=1) & (after.visibility == here.visibility)
    return replace(after, xy_image=np.where(same[:, None], np.nan, after.xy_image), spread=None)
