"""The undo stack: any walk over it leaves the label set where it should be."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from kpstudio.app.undo import UndoStack
from kpstudio.core.edits import move_points
from kpstudio.core.labelset import Face, LabelSet
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.schema import generic_scheme


def labels() -> LabelSet:
    faces = [Face(f"{k}.png#0", f"{k}.png", Landmarks.of(np.full((3, 2), k))) for k in range(2)]
    return LabelSet(Path(), generic_scheme(3), faces)


def state(labels: LabelSet) -> list[Face]:
    return list(labels)


def move(labels: LabelSet, face: int, point: int, key: str = ""):
    chosen = labels[f"{face}.png#0"]
    to = chosen.landmarks.xy_image[[point]] + 1.0
    return move_points(chosen, (point,), to, "point", key)


@given(st.lists(st.sampled_from(["do 0", "do 1", "undo", "redo"]), max_size=30))
def test_every_walk_equals_its_history(steps: list[str]) -> None:
    current, stack = labels(), UndoStack()
    history, place = [state(current)], 0
    for step in steps:
        if step.startswith("do"):
            edit = move(current, int(step[-1]), 0)
            edit.apply(current)
            stack.push(edit)
            history[place + 1 :] = [state(current)]
            place += 1
        elif step == "undo" and stack.undo_edit is not None:
            stack.undo_edit.inverse().apply(current)
            stack.stepped_back()
            place -= 1
        elif step == "redo" and stack.redo_edit is not None:
            stack.redo_edit.apply(current)
            stack.stepped_forward()
            place += 1
        assert state(current) == history[place]
        assert (stack.undo_edit is None) == (place == 0)
        assert (stack.redo_edit is None) == (place == len(history) - 1)


def test_neighbouring_nudges_merge_and_others_do_not() -> None:
    current, stack = labels(), UndoStack()
    before = state(current)
    for point, key in ((0, "nudge 0"), (0, "nudge 0"), (1, "nudge 1")):
        edit = move(current, 0, point, key)
        edit.apply(current)
        stack.push(edit)
    for _ in range(2):
        stack.undo_edit.inverse().apply(current)
        stack.stepped_back()
    assert stack.undo_edit is None
    assert state(current) == before


def test_clear_forgets() -> None:
    current, stack = labels(), UndoStack()
    edit = move(current, 0, 0)
    edit.apply(current)
    stack.push(edit)
    stack.clear()
    assert stack.undo_edit is None
    assert stack.redo_edit is None
