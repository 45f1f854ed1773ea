"""The tags of some faces: what some have and others have not stays so unless it is ticked."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kpstudio.core.labelset import Face
from kpstudio.ui.dialogs.tags import TagsDialog

BOTH = Face("a#0", "a", tags=frozenset({"glasses", "far"}))
ONE = Face("b#0", "b", tags=frozenset({"glasses"}))


@pytest.fixture
def parent(qtbot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def tags_after(dialog: TagsDialog) -> dict[str, list[str]]:
    return {c.face_id: sorted(c.after.tags) for c in dialog.edit().changes if c.after}


def test_what_is_not_touched_stays(parent):
    dialog = TagsDialog([BOTH, ONE], ["glasses", "far", "hat"], parent)
    states = [dialog.list.item(row).checkState() for row in range(3)]
    full, partly, empty = Qt.CheckState.Checked, Qt.CheckState.PartiallyChecked, states[2]
    assert (states, empty) == ([full, partly, empty], Qt.CheckState.Unchecked)
    assert dialog.edit().changes == ()
    dialog.line.setText("new one, hat")
    assert tags_after(dialog) == {
        "a#0": ["far", "glasses", "hat", "new one"],
        "b#0": ["glasses", "hat", "new one"],
    }
    assert dialog.edit().verb == "tag as hat, new one"


def test_ticks_put_on_and_take_off(parent):
    dialog = TagsDialog([BOTH, ONE], ["glasses", "far"], parent)
    dialog.list.item(1).setCheckState(Qt.CheckState.Checked)
    assert tags_after(dialog) == {"b#0": ["far", "glasses"]}
    dialog.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert tags_after(dialog) == {"a#0": ["far"], "b#0": ["far"]}


def test_what_is_no_tag_is_told_while_it_is_typed(parent):
    dialog = TagsDialog([replace(ONE, tags=frozenset())], [], parent)
    dialog.line.setText("glasses, none")
    assert not dialog.done_button.isEnabled()
    assert "A tag cannot be called none" in dialog._problem.text()
    dialog.line.setText("glasses,")
    assert dialog.done_button.isEnabled()
    assert tags_after(dialog) == {"b#0": ["glasses"]}
