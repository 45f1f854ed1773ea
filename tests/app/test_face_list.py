"""The list of faces: its filter language, orders, scopes, and the ways from face to face."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester

from kpstudio.app import measuring_ahead
from kpstudio.app.face_list import FACE_ROLE, Scope
from kpstudio.app.face_order import Order, by_name
from kpstudio.core.edits import move_points, reject, set_state, set_tags, start_from
from kpstudio.core.errors import InputError, Problem
from kpstudio.core.labelset import Face, FaceState
from kpstudio.core.landmarks import Landmarks
from tests.app.help import add_photos, faces_folder, picture, predicted, stored_run


@pytest.fixture
def opened(desk, tmp_path):
    """Twelve faces, eight of them predicted: 0 to 3 trained on, the farther off the later."""
    root = faces_folder(tmp_path / "faces", 12, unlabelled=2)
    stored_run(root, {n: float(n + 1) for n in range(8)})
    desk.open(root)
    desk.runs._run, desk.runs.predict_missing = "", lambda: None  # the run has no weights
    desk.runs.use("0001-bignet")
    return desk


def shown(desk) -> list[str]:
    return [desk.faces.data(desk.faces.index(row)) for row in range(desk.faces.rowCount())]


def test_scopes_and_orders(opened):
    model = opened.faces
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert shown(opened)[:3] == ["f0.png", "f1.png", "f2.png"]
    assert shown(opened)[-4:] == ["f10.png", "f11.png", "plain0.png", "plain1.png"]
    model.show_scope(Scope.REVIEWED, Order.WORST, "val")
    assert shown(opened) == ["f7.png", "f6.png", "f5.png", "f4.png"]
    model.show_scope(Scope.REVIEWED, Order.WORST)
    assert shown(opened)[-1] == "f0.png"
    model.show_scope(Scope.PHOTOS, Order.NAME)
    assert shown(opened) == ["plain0.png", "plain1.png"]
    model.show_scope(Scope.ALL, Order.STATE)
    assert shown(opened)[:2] == ["plain0.png", "plain1.png"]


def test_what_is_asked_of_very_many_is_waited_for_and_without_patience_nothing_changes(
    opened, monkeypatch
):
    monkeypatch.setattr(measuring_ahead, "FEW", 1)
    waited, patience = [], [False]

    def wait(work, faces):
        waited.append(faces)
        return work(lambda *_: patience[0])

    monkeypatch.setattr(opened.session, "waited", wait)
    model, before = opened.faces, opened.faces.face_ids  # no row has been looked at
    acts = (
        (lambda: model.show_scope(Scope.REVIEWED, Order.NAME), 8),
        (lambda: model.sort_by(Order.WORST), 8),
        (lambda: model.filter("px>3"), 8),
        (lambda: model.sort_by(Order.YAW), 12),
        (lambda: model.filter("yaw>3"), 12),
    )
    for act, faces in acts:
        act()
        assert waited.pop() == faces
        assert (model.face_ids, model.text, model.scope) == (before, "", Scope.ALL)
    patience[0] = True
    for act, _ in acts:
        act()
    assert waited == [8, 12], "what is known is not waited for"
    assert (model.scope, model.text, model.order) == (Scope.REVIEWED, "yaw>3", Order.YAW)


def test_a_filter_that_means_nothing_leaves_the_list(opened, qtbot):
    with qtbot.waitSignal(opened.faces.counted) as counted:
        opened.faces.filter("split:val error>1")
    assert counted.args == [len(shown(opened)), 14]
    before = shown(opened)
    with pytest.raises(InputError):
        opened.faces.filter("state:nonsense")
    assert shown(opened) == before
    opened.faces.filter("F1 .png")
    assert shown(opened) == ["f1.png", "f10.png", "f11.png"]


def test_every_order_works_both_ways(opened):
    session, model = opened.session, opened.faces
    session.perform(set_tags([session.labels["f3.png#0"]], ["Glasses"]))
    session.perform(set_tags([session.labels["f1.png#0"]], ["far"]))
    session.take_findings({}, [Problem(f"{name}.png", "odd") for name in ("f4", "f6")], ())
    first = {}
    for order in Order:
        model.sort_by(order)
        there = shown(opened)
        model.sort_by(order, backwards=True)
        first[order] = (there[:2], shown(opened)[:2])
        assert sorted(shown(opened)) == sorted(there)
    assert first[Order.TAG] == (["f1.png", "f3.png"], ["f3.png", "f1.png"])
    assert first[Order.NAME] == (["f0.png", "f1.png"], ["plain1.png", "plain0.png"])
    assert first[Order.WORST] == (["f7.png", "f6.png"], ["f0.png", "f1.png"])
    assert first[Order.STATE][0] == ["plain0.png", "plain1.png"]
    assert first[Order.PROBLEMS] == (["f4.png", "f6.png"], ["f4.png", "f6.png"])
    # No name shows a person.
    assert first[Order.PERSON] == (["f0.png", "f1.png"], ["f0.png", "f1.png"])


def test_a_saved_filter_follows_its_search_and_its_folder(opened, tmp_path):
    model = opened.faces
    with pytest.raises(InputError, match="no filter @bad"):
        model.filter("@bad")
    model.filters.save("bad", "error>1 -f5")
    model.filter("@bad f")
    assert shown(opened) == ["f0.png", "f1.png", "f2.png", "f3.png", "f4.png", "f6.png", "f7.png"]
    model.filters.save("bad", "split:val")
    assert shown(opened) == ["f4.png", "f5.png", "f6.png", "f7.png"]
    model.filters.rename("bad", "held out")
    assert len(shown(opened)) == 14  # nothing is called so any more: all faces
    model.filter('@"held out"')
    opened.open(faces_folder(tmp_path / "other", 2))
    assert model.filters.filters == {}
    assert shown(opened) == ["f0.png", "f1.png"]
    opened.open(tmp_path / "faces")
    assert model.filters.filters == {"held out": "split:val"}
    model.filters.delete("held out")
    assert opened.session.project.setting("filters") == {}


@given(st.data())
def test_neighbours_stay_in_the_list(data):
    model = _Rows(data.draw(st.lists(st.text(min_size=1), max_size=6, unique=True)))
    face = data.draw(st.sampled_from([*model._rows, "elsewhere"]))
    step = data.draw(st.integers(-9, 9))
    there = model.neighbour(face, step)
    if not model._rows:
        assert there == ""
    elif face == "elsewhere":
        assert there == model._rows[0]
    else:
        wished = model._rows.index(face) + step
        assert model._rows.index(there) == min(max(wished, 0), len(model._rows) - 1)


class _Rows:
    """The part of the model that knows its rows."""

    from kpstudio.app.face_list import FaceListModel as _Model

    neighbour = _Model.neighbour

    def __init__(self, ids: list[str]) -> None:
        self._rows = ids
        self._row_of = {face_id: number for number, face_id in enumerate(ids)}


def test_the_next_unfinished_face_goes_round(opened):
    model, session = opened.faces, opened.session
    model.filter("f1")  # f1, f10, f11
    assert model.next_unfinished("f1.png#0") == "f10.png#0"
    assert model.next_unfinished("f11.png#0") == "f1.png#0"
    assert model.next_unfinished("f5.png#0") == "f1.png#0"  # not in the list
    for name in ("f1", "f10"):
        session.perform(set_state(session.labels[f"{name}.png#0"], FaceState.CHECKED))
    assert model.next_unfinished("f1.png#0") == "f11.png#0"
    assert model.next_unfinished("f11.png#0") == ""
    session.undo()
    session.perform(reject(session.labels["f10.png#0"]))
    assert model.next_unfinished("f1.png#0") == "f11.png#0"
    model.filter("nothing is called so")
    assert model.next_unfinished("f1.png#0") == ""


def test_a_row_follows_an_edit_and_stays_in_its_place(opened, qtbot):
    model, session = opened.faces, opened.session
    model.show_scope(Scope.REVIEWED, Order.WORST)
    face = session.labels["f7.png#0"]
    before = model.row(face.id)
    with qtbot.waitSignal(model.dataChanged) as changed:
        points = list(range(58))
        session.perform(move_points(face, points, opened.runs.prediction(face.id).xy_image, "all"))
    assert changed.args[0].row() == changed.args[1].row() == 0
    row = model.index(0).data(FACE_ROLE)
    assert row.face == session.labels[face.id]
    assert (row.state, row.error.nme) == (FaceState.CORRECTED, 0.0)
    assert before.error.nme > 0.05
    model.rebuild()
    assert model.row_of(face.id) == 7  # the best one now


def test_the_turn_follows_the_prediction(opened):
    photo = "plain0.png#0"
    assert math.isnan(opened.faces.row(photo).yaw)
    opened.runs._take({photo: predicted(0, 0.0, "0001-bignet")})
    row = opened.faces.row(photo)
    assert math.isfinite(row.yaw)
    assert row.state is FaceState.PREDICTED
    opened.runs._take({photo: predicted(0, 0.0, "0001-bignet", points=[52])})  # the nose alone
    assert math.isnan(opened.faces.row(photo).yaw)


def doubted(number: int, doubt: float) -> Landmarks:
    spread = np.tile([doubt, 0.0, doubt], (58, 1))
    return replace(predicted(number, 0.0, "0001-bignet"), spread=spread)


def test_the_most_doubtful_come_first_once_all_doubts_are_in(opened, tmp_path):
    model, runs = opened.faces, opened.runs
    model.show_scope(Scope.PHOTOS, Order.DOUBT)
    add_photos(opened.session, [picture(tmp_path / f"mine{k}.png", k) for k in range(2)])
    by_name = ["mine0.png", "mine1.png", "plain0.png", "plain1.png"]
    assert shown(opened) == by_name  # nothing is predicted yet
    ids = model.face_ids
    runs._queue._job = opened.jobs.job(lambda _: None)
    for number, face_id in enumerate(ids[:3], 1):
        runs._take({face_id: doubted(0, number)})
        assert shown(opened) == by_name  # it does not jump at each
    runs._queue._end()
    assert shown(opened) == ["plain0.png", "mine1.png", "mine0.png", "plain1.png"]
    runs._queue._job = opened.jobs.job(lambda _: None)
    runs._take({ids[0]: doubted(0, 9)})  # say, its box was drawn
    runs._queue._end()
    assert shown(opened)[0] == "plain0.png"  # who works on it keeps the place
    model.rebuild()
    assert shown(opened)[0] == "mine0.png"


def test_each_scope_keeps_the_order_that_a_person_chose(opened):
    model = opened.faces
    model.show_scope(Scope.PHOTOS, Order.DOUBT)
    model.sort_by(Order.NAME, backwards=True)
    model.show_scope(Scope.ALL, Order.NAME)
    assert (model.order, model.backwards) == (Order.NAME, False)
    model.show_scope(Scope.PHOTOS, Order.DOUBT)
    assert (model.order, model.backwards) == (Order.NAME, True)
    assert shown(opened) == ["plain1.png", "plain0.png"]


def test_removed_faces_leave_the_list(opened, tmp_path):
    mine = [picture(tmp_path / f"mine{k}.png", k) for k in range(2)]
    opened.faces.show_scope(Scope.PHOTOS, Order.NAME)
    add_photos(opened.session, mine)
    assert shown(opened) == ["mine0.png", "mine1.png", "plain0.png", "plain1.png"]
    opened.session.undo()
    assert shown(opened) == ["plain0.png", "plain1.png"]


def test_several_faces_of_a_picture_are_numbered(opened):
    session = opened.session
    first = session.labels["f3.png#0"]
    second = Face("f3.png#1", "f3.png", first.landmarks)
    edit = start_from(first, first.landmarks)
    session.perform(type(edit)("add a face", (type(edit.changes[0])(None, second),)))
    assert "f3.png (1)" in shown(opened)
    assert "f3.png (2)" in shown(opened)


def test_screen_readers_hear_state_and_error(opened):
    model: QAbstractItemModel = opened.faces
    text = model.index(3, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert text.startswith("f3.png, labelled, NME ")
    assert model.index(12, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "plain0.png, unlabelled"
    assert model.index(3, 0).data(Qt.ItemDataRole.ToolTipRole).endswith("f3.png")
    assert model.index(99, 0).data() is None
    face = opened.session.labels["plain0.png#0"]
    opened.session.perform(set_tags([face], ["far", "b"]))
    text = model.index(12, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert text == "plain0.png, unlabelled, tagged b, far"


@pytest.mark.parametrize("folders", [("",), ("", "b/"), ("b/", "a/")])
def test_what_is_read_in_order_is_listed_in_the_order_of_names(desk, tmp_path, folders):
    names = ["a10.png", "A9.png", "a09.png", "a9.png", "b.png", "Ab 2.png", "1.png"]
    for folder in folders:
        for number, name in enumerate(names):
            picture(tmp_path / "many" / folder / name, number)
    desk.open(tmp_path / "many")
    expected = sorted(desk.session.labels, key=by_name)
    assert desk.faces.face_ids == tuple(face.id for face in expected)
    assert len(expected) == len(names) * len(folders)
