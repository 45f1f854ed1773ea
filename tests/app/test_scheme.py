"""A person's scheme in the session: kept, announced, and seen again after rescanning."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kpstudio.core.errors import InputError
from kpstudio.core.schema import BOX_SIZE, generic_scheme
from tests.app.help import PATIENCE_MS, SCHEME, faces_folder, stored_run

MINE = replace(SCHEME, points=tuple(f"spot {k}" for k in range(58)), normaliser=BOX_SIZE)


@pytest.fixture
def root(tmp_path):
    return faces_folder(tmp_path / "faces", 3)


def test_a_scheme_is_announced_and_comes_back_with_the_folder(desk, root):
    desk.open(root)
    heard = []
    desk.session.scheme_changed.connect(lambda: heard.append(desk.session.labels.scheme))
    assert desk.session.set_scheme(MINE)
    assert heard == [MINE]
    desk.open(root)
    assert desk.session.labels.scheme == MINE
    assert desk.session.labels.own_scheme == SCHEME
    assert desk.said == []


def test_an_edited_scheme_is_undone_and_redone(desk, root):
    desk.open(root)
    session, heard = desk.session, []
    session.scheme_changed.connect(lambda: heard.append(session.labels.scheme))
    session.set_scheme(MINE)
    assert session.undo_verb == "edit the scheme"
    session.undo()
    assert session.labels.scheme == SCHEME
    desk.open(root)
    assert (session.labels.scheme, session.redo_verb) == (SCHEME, "edit the scheme")
    session.redo()
    assert heard == [MINE, SCHEME, MINE]
    desk.open(root)
    assert session.labels.scheme == MINE
    assert desk.said == []


def test_rescanning_keeps_the_scheme_and_what_could_be_undone(desk, root, qtbot):
    desk.open(root)
    desk.session.set_scheme(MINE)
    with qtbot.waitSignal(desk.session.reread, timeout=PATIENCE_MS):
        desk.session.rescan()
    assert desk.session.labels.scheme == MINE


def test_a_scheme_that_cannot_be_kept_is_one_sentence(desk, root, monkeypatch):
    desk.open(root)
    assert not desk.session.set_scheme(generic_scheme(5))
    assert len(desk.said) == 1

    def full(*_):
        raise InputError("the disk is full")

    monkeypatch.setattr(desk.session.project, "record", full)
    assert not desk.session.set_scheme(MINE)
    assert desk.said[1:] == ["the disk is full"]
    assert desk.session.labels.scheme == SCHEME
    monkeypatch.undo()


def test_errors_are_divided_anew(desk, root, monkeypatch):
    run = stored_run(root, {0: 1.0, 1: 2.0, 2: 3.0})
    desk.open(root)
    desk.runs.use(run)
    before = desk.runs.error("f0.png#0")
    desk.session.set_scheme(MINE)
    after = desk.runs.error("f0.png#0")
    assert after.pixels == before.pixels
    assert after.nme < before.nme
