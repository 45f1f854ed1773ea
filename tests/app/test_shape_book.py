"""What is known of the shapes of the open folder."""

from __future__ import annotations

from kpstudio.app.locks import Locks
from kpstudio.app.shape_book import NOTHING, ShapeBook
from tests.app.help import faces_folder


def test_it_learns_behind_the_window_at_opening(desk, tmp_path):
    book = ShapeBook(desk.session)
    assert book.known is NOTHING
    desk.open(faces_folder(tmp_path / "few", 2))
    assert "being learnt" in book.known.words
    desk.wait(lambda: book.known.prior is not None)
    assert "IMM" in book.known.words
    desk.open(faces_folder(tmp_path / "many", 41))
    desk.wait(lambda: "41 labelled faces" in book.known.words)
    desk.session.rescan()
    desk.wait(lambda: "being learnt" in book.known.words)
    desk.wait(lambda: "41 labelled faces" in book.known.words)


def test_locks_are_those_of_a_face_and_end_with_the_folder(desk, tmp_path):
    locks = Locks(desk.session)
    desk.open(faces_folder(tmp_path / "one", 2))
    heard = []
    locks.changed.connect(lambda: heard.append(True))
    assert locks.toggle("f0.png#0", [3, 5])
    assert locks.toggle("f0.png#0", [5, 7])  # one of them was not locked yet
    assert locks.of("f0.png#0") == {3, 5, 7} and locks.of("f1.png#0") == frozenset()
    assert not locks.toggle("f0.png#0", [3, 7])
    assert locks.of("f0.png#0") == {5}
    assert len(heard) == 3
    desk.open(faces_folder(tmp_path / "two", 2))
    assert locks.of("f0.png#0") == frozenset()
