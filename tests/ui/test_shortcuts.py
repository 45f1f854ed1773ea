"""Which keys the actions have: the table's, a person's own, and what is refused."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from kpstudio.app.settings import Settings
from kpstudio.core.errors import InputError
from kpstudio.ui.actions import ACTIONS
from kpstudio.ui.fixed_keys import FIXED, RETURNS
from kpstudio.ui.shortcuts import PLACES, Shortcuts, native


@pytest.fixture
def parent(qtbot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def shortcuts(parent) -> Shortcuts:
    return made(parent)


def made(parent: QObject) -> Shortcuts:
    """Return the keys as a program that has just been started has them."""
    return Shortcuts(Settings(), {spec.key: QAction(spec.text, parent) for spec in ACTIONS}, parent)


def test_the_table_and_what_is_fixed_do_not_clash(shortcuts):
    fixed = {key for one in FIXED for key in one.keys if key not in RETURNS}
    assert "" not in {native(key) for key in fixed}
    for spec in ACTIONS:
        keys = shortcuts.keys_of(spec.key)
        assert len(keys) == len(spec.shortcuts) <= PLACES, spec.key
        assert fixed.isdisjoint(keys), spec.key


def test_a_key_is_given_moved_and_taken_away(shortcuts, parent):
    said = []
    shortcuts.changed.connect(lambda: said.append(shortcuts.keys_of("redo")))
    shortcuts.set_key("redo", 1, "Ctrl+Alt+R")
    shortcuts.set_key("redo", 0, "Ctrl+Alt+R")  # from the second place to the first
    shortcuts.set_key("redo", 0, "Ctrl+Alt+R")  # as it is
    shortcuts.set_key("redo", 0, "")
    assert said == [("Ctrl+Shift+Z", "Ctrl+Alt+R"), ("Ctrl+Alt+R",), ()]
    assert shortcuts._actions["redo"].shortcuts() == []
    assert shortcuts._actions["redo"].toolTip() == "Redo"
    assert made(parent).keys_of("redo") == ()
    shortcuts.set_key("undo", 1, "Ctrl+Y")  # is free now
    with pytest.raises(InputError, match=r"Ctrl\+Y is already used for “Undo” in the menu Edit"):
        shortcuts.restore("redo")
    assert shortcuts.keys_of("redo") == ()
    shortcuts.restore("undo")
    shortcuts.restore("redo")
    assert not shortcuts.any_changed
    assert shortcuts.keys_of("redo") == ("Ctrl+Shift+Z", "Ctrl+Y")


def test_giving_the_key_of_the_table_by_hand_is_no_change(shortcuts):
    shortcuts.set_key("fit", 0, "J")
    assert shortcuts.is_changed("fit")
    shortcuts.set_key("fit", 0, "F")
    assert not shortcuts.any_changed
    assert Settings().keys == {}


@pytest.mark.parametrize(
    ("key", "sentence"),
    [
        ("Ctrl+O", "Ctrl+O is already used for “Open folder…” in the menu File: give that another"),
        ("Ctrl+Y", "Ctrl+Y is already used for “Redo” in the menu Edit"),
        ("Shift+Left", "Shift+Left is reserved (Move the selected points by 10 px)"),
        ("Esc", "Esc is reserved"),
        ("Alt+P", "Alt+P is reserved (Open that menu)"),
        ("Return", "Return is already used for “Mark as checked, go to next” in the menu Points"),
    ],
)
def test_what_means_something_else_is_refused(shortcuts, key, sentence):
    with pytest.raises(InputError) as refused:
        shortcuts.set_key("fit", 0, key)
    assert str(refused.value).startswith(sentence)
    assert shortcuts.keys_of("fit") == ("F",)
    assert Settings().keys == {}


def test_return_is_no_key_for_the_whole_window(shortcuts):
    shortcuts.set_key("checked", 0, "")
    shortcuts.set_key("checked", 0, "")  # Enter, which has moved up
    with pytest.raises(InputError, match="Return presses buttons and ends typing, so “Fit"):
        shortcuts.set_key("fit", 0, "Return")
    shortcuts.set_key("ten_on", 0, "Return")  # at the faces alone
    shortcuts.set_key("all_points", 1, "Enter")  # at the picture alone
    assert shortcuts.keys_of("ten_on") == ("Return", "Ctrl+Down")
    assert shortcuts.keys_of("all_points") == ("Ctrl+A", "Enter")


def test_of_kept_keys_what_makes_no_sense_is_left_out(parent):
    Settings().keys = {
        "fit": ("J", "Ctrl+O", "K"),
        "offsets": ("J", "no key at all"),
        "gone": ("Ctrl+U",),
        "redo": ("Esc", "Ctrl+K, Ctrl+Z"),
        "edges": (),
    }
    shortcuts = made(parent)
    assert shortcuts.keys_of("fit") == ("J", "Ctrl+O")
    assert shortcuts.keys_of("open_folder") == ()  # its key was taken
    assert shortcuts.keys_of("offsets") == ("O",)
    assert shortcuts.keys_of("redo") == ("Ctrl+Shift+Z", "Ctrl+Y")
    assert shortcuts.keys_of("edges") == ()
    shortcuts.restore_all()
    assert shortcuts.keys_of("open_folder") == ("Ctrl+O",)
    assert Settings().keys == {}


NAMES = st.sampled_from(["fit", "open_folder", "checked", "undo", "redo", "all_points", "about"])
KEYS = st.sampled_from(["", "F", "J", "Ctrl+O", "Ctrl+Y", "Return", "Ctrl+A", "Esc"])


@given(
    kept=st.dictionaries(NAMES, st.lists(KEYS | st.just("nonsense"), max_size=3)),
    steps=st.lists(st.tuples(NAMES, st.sampled_from([0, 1, None]), KEYS), max_size=12),
)
@settings(max_examples=60)
def test_no_two_actions_ever_have_the_same_key(qapp, kept, steps):
    parent = QObject()
    Settings().keys = kept
    shortcuts = made(parent)
    for name, place, key in steps:
        with contextlib.suppress(InputError):
            if place is None:
                shortcuts.restore(name)
            else:
                shortcuts.set_key(name, place, key)
        keys = [key for spec in ACTIONS for key in shortcuts.keys_of(spec.key)]
        assert len(keys) == len(set(keys))
        again = made(parent)  # as after a restart
        assert {spec.key: again.keys_of(spec.key) for spec in ACTIONS} == {
            spec.key: shortcuts.keys_of(spec.key) for spec in ACTIONS
        }
