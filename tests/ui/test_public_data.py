"""Getting a public set in the real window, from a server on this machine."""

from __future__ import annotations

import dataclasses
import json
import random
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QMessageBox

from kpstudio.public.catalogue import VARIABLE, read_catalogue, set_named
from kpstudio.tasks.getting import FETCHING, UNPACKING, Step, kept_in
from kpstudio.ui.dialogs import public_data
from kpstudio.ui.dialogs.public_data import Pace, PublicDataDialog
from kpstudio.ui.main_window import MainWindow
from tests.public.server import Served, Server, serving
from tests.public.test_unpack import zip_of
from tests.small_faces import write_faces
from tests.ui.driver import Script, dialog, drive, press

BLOCK = 1 << 16


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A mirror with two sets: one it serves, one of which a file must be fetched by hand."""
    folder = write_faces(tmp_path / "made")
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    members = [(path.relative_to(folder).as_posix(), path.read_bytes()) for path in paths]
    filler = random.Random(1).randbytes(500_000)
    with serving() as made:
        made.files["small.zip"] = Served(zip_of([*members, ("more.bin", filler)]))
        base = dataclasses.asdict(set_named("imm", read_catalogue()))
        file = {"size": None, "sha256": None}
        small = {"name": "small.zip", "addresses": [made.url("small.zip")], **file}
        hand = {"name": "hand.zip", "addresses": [], **file}
        told = {"home": "https://example.org/home", "terms_link": "https://example.org/terms"}
        sets = [
            base | told | {"name": "small", "title": "Small <b>faces</b>", "files": [small]},
            base | {"name": "byhand", "by_hand": "Ask them for it.", "files": [hand]},
        ]
        path = tmp_path / "catalogue.json"
        path.write_text(json.dumps({"sets": sets}), encoding="utf-8")
        monkeypatch.setenv(VARIABLE, str(path))
        yield made


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the person chooses to put sets in."""
    place = tmp_path / "sets"
    place.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(place))
    return place


def shown(window: MainWindow) -> Script:
    window.actions_by_key["public_data"].trigger()
    yield lambda: dialog(PublicDataDialog) is not None


def test_a_set_is_got_and_opens(server: Server, places: Path) -> None:
    def script(window: MainWindow) -> Script:
        yield from shown(window)
        ask = dialog(PublicDataDialog)
        assert not ask.get.isEnabled()
        assert any(label.text() == "Small <b>faces</b>" for label in ask.findChildren(QLabel))
        assert server.asked == []
        at = QPoint(8, ask.accept_terms.height() // 2)  # the words answer as the box does
        QTest.mouseClick(ask.accept_terms, Qt.MouseButton.LeftButton, pos=at)
        yield lambda: ask.get.isEnabled()
        press(ask, "Download to…")
        yield lambda: window.session.is_open
        assert dialog(PublicDataDialog) is None
        assert window.session.labels.root == places / "small"
        assert sum(face.labelled for face in window.session.labels)

    assert drive([], script) == 0
    assert not kept_in(places / "small").exists()


def test_a_cancelled_one_is_continued_in_another_session(server: Server, places: Path) -> None:
    held = threading.Event()
    server.files["small.zip"].held = held

    def cancelled(window: MainWindow) -> Script:
        yield from shown(window)
        ask = dialog(PublicDataDialog)
        ask.accept_terms.setChecked(True)
        press(ask, "Download to…")
        yield lambda: ask.note.text().startswith("small.zip: 65.5 kB of")
        assert not ask.accept_terms.isVisible()
        press(ask, "Cancel")
        yield lambda: ask.get.isVisible()
        assert ask.note.text().startswith("65.5 kB have already been downloaded to")
        assert not ask.accept_terms.isChecked()
        assert ask.get.text() == "Continue"

    def continued(window: MainWindow) -> Script:
        held.set()
        yield from shown(window)
        ask = dialog(PublicDataDialog)
        ask.accept_terms.setChecked(True)
        press(ask, "Continue")
        yield lambda: window.session.is_open

    assert drive([], cancelled) == 0
    assert not (places / "small").exists()
    assert drive([], continued) == 0
    assert [wanted for _, wanted in server.asked] == [None, f"bytes={BLOCK}-"]


def test_a_hidden_one_goes_on_and_asks_before_it_opens(server: Server, places: Path) -> None:
    held = threading.Event()
    server.files["small.zip"].held = held

    def script(window: MainWindow) -> Script:
        yield from shown(window)
        ask = dialog(PublicDataDialog)
        ask.accept_terms.setChecked(True)
        press(ask, "Download to…")
        yield lambda: ask.note.text().startswith("small.zip: 65.5 kB of")
        press(ask, "Hide")
        yield lambda: window.status.message.text().startswith("small.zip: 65.5 kB of")
        assert dialog(PublicDataDialog) is None
        yield from shown(window)
        assert dialog(PublicDataDialog) is ask
        assert ask.cancel.isVisible()
        ask.reject()
        held.set()
        yield lambda: dialog(QMessageBox) is not None
        assert not window.session.is_open
        press(dialog(QMessageBox), "Open")
        yield lambda: window.session.is_open

    assert drive([], script) == 0


def test_a_hidden_one_can_be_cancelled_below(server: Server, places: Path) -> None:
    server.files["small.zip"].held = threading.Event()

    def script(window: MainWindow) -> Script:
        yield from shown(window)
        ask = dialog(PublicDataDialog)
        ask.accept_terms.setChecked(True)
        press(ask, "Download to…")
        yield lambda: ask.cancel.isVisible()
        assert ask.focusWidget() is ask.close_button, "Enter hides it"
        ask.reject()
        yield lambda: window.status.cancel.isVisible()
        press(window.status, "Cancel")
        yield lambda: not window.status.progress.isVisible()
        yield from shown(window)
        ask = dialog(PublicDataDialog)
        assert ask.get.text() == "Continue"
        press(ask, "Discard")
        yield lambda: ask.get.text() == "Download to…"
        assert not kept_in(places / "small").exists()

    assert drive([], script) == 0


def test_the_window_can_close_over_a_download(server: Server, places: Path) -> None:
    server.files["small.zip"].held = threading.Event()

    def script(window: MainWindow) -> Script:
        yield from shown(window)
        ask = dialog(PublicDataDialog)
        ask.accept_terms.setChecked(True)
        press(ask, "Download to…")
        yield lambda: ask.note.text().startswith("small.zip: 65.5 kB of")

    assert drive([], script) == 0
    assert not (places / "small").exists()


def test_what_goes_wrong_is_told_below_the_card(server: Server, places: Path) -> None:
    server.files["small.zip"].statuses = [404]

    def script(window: MainWindow) -> Script:
        yield from shown(window)
        ask = dialog(PublicDataDialog)
        ask.accept_terms.setChecked(True)
        press(ask, "Download to…")
        yield lambda: "127.0.0.1 no longer has small.zip" in ask.note.text()
        assert ask.note.property("role") == "problem"
        assert ask.get.isVisible()
        assert not ask.get.isEnabled()
        assert ask.focusWidget() is ask.accept_terms

    assert drive([], script) == 0


def test_a_file_fetched_by_hand_is_opened(
    server: Server, places: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = tmp_path / "hand (1).zip"
    mine.write_bytes(server.files["small.zip"].content)
    chosen: list[list[str]] = [[], [str(mine)]]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (chosen.pop(0), ""))

    def script(window: MainWindow) -> Script:
        yield from shown(window)
        ask = dialog(PublicDataDialog)
        ask.list.setCurrentRow(1)
        assert ask.note.text() == "Ask them for it."
        ask.accept_terms.setChecked(True)
        press(ask, "Open the downloaded file…")
        yield lambda: len(chosen) == 1  # the person thinks better of it
        assert ask.get.isVisible()
        press(ask, "Open the downloaded file…")
        yield lambda: window.session.is_open
        assert window.session.labels.root == places / "byhand"

    assert drive([], script) == 0
    assert server.asked == []


def test_a_folder_that_is_there_is_left_alone(server: Server, places: Path) -> None:
    (places / "small").mkdir()
    (places / "small" / "mine.txt").write_text("mine")

    def script(window: MainWindow) -> Script:
        yield from shown(window)
        ask = dialog(PublicDataDialog)
        ask.accept_terms.setChecked(True)
        press(ask, "Download to…")
        yield lambda: "is not empty" in ask.note.text()

    assert drive([], script) == 0
    assert server.asked == []


def test_each_set_has_its_own_terms_to_accept(server: Server) -> None:
    def script(window: MainWindow) -> Script:
        yield from shown(window)
        ask = dialog(PublicDataDialog)
        ask.accept_terms.setChecked(True)
        ask.list.setCurrentRow(1)
        assert not ask.accept_terms.isChecked()
        assert not ask.get.isEnabled()
        yield lambda: True

    assert drive([], script) == 0


def test_a_catalogue_that_is_broken_is_told(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "gone.json"))

    def script(window: MainWindow) -> Script:
        window.actions_by_key["public_data"].trigger()
        yield lambda: dialog(QMessageBox) is not None
        assert f"see {VARIABLE}" in dialog(QMessageBox).text()
        dialog(QMessageBox).accept()

    assert drive([], script) == 0


class Browser(QObject):
    """Stands where the browser is."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toString())


def test_links_open_by_enter_and_the_citation_is_copied(server: Server) -> None:
    browser = Browser()
    QDesktopServices.setUrlHandler("https", browser, "open")

    def script(window: MainWindow) -> Script:
        yield from shown(window)
        card = dialog(PublicDataDialog).card
        links = [label for label in card.findChildren(QLabel) if "<a " in label.text()]
        assert browser.opened == []
        for label in links:
            label.setFocus(Qt.FocusReason.TabFocusReason)
            QTest.keyClick(label, Qt.Key.Key_Return)
        QTest.mouseClick(card.copy, Qt.MouseButton.LeftButton)
        assert "An Annotated Dataset of 240 Face Images" in QGuiApplication.clipboard().text()
        yield lambda: True

    try:
        assert drive([], script) == 0
    finally:
        QDesktopServices.unsetUrlHandler("https")
    assert browser.opened == ["https://example.org/terms", "https://example.org/home"]


def test_speed_and_time_left_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter((10.0, 12.0, 13.0))
    monkeypatch.setattr(public_data.time, "monotonic", lambda: next(clock))
    pace = Pace()
    assert pace.words(Step(FETCHING, "a.zip", 1, 2, 0, None)) == "a.zip (1 of 2): 0 bytes"
    told = pace.words(Step(FETCHING, "a.zip", 1, 2, 2_000_000, 92_000_000))
    assert told == "a.zip (1 of 2): 2.0 MB of 92.0 MB · 1.0 MB/s · 1:30 left"
    assert pace.words(Step(UNPACKING, "a.zip", 1, 1, 5, 10)) == (
        "Unpacking a.zip: 5 bytes of 10 bytes"
    )
