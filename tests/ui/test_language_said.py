"""What the window says in another language: status bar, boxes, notices, file dialogs."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from kpstudio.app import log_file
from kpstudio.app.settings import Settings
from kpstudio.core.edits import set_state
from kpstudio.core.labelset import FaceState, face_id
from kpstudio.store.project import Project
from kpstudio.ui import asking, notifying
from kpstudio.ui.actions import ACTIONS
from kpstudio.ui.canvas.message import Message
from kpstudio.ui.main_window import MainWindow
from kpstudio.ui.panels.notice_bar import NoticeBar
from kpstudio.ui.status import StatusBar
from kpstudio.ui.workspaces import Workspace
from tests.app.help import faces_folder, predicted
from tests.app.test_crashes import ended
from tests.ui.driver import Script, dialog, drive, later
from tests.ui.test_notifying import Desk
from tests.ui.test_what_moved import NEW_RUN, two_runs
from tests.ui.untranslated import ANYWHERE, Alike, escapes, rest

ELSEWHERE = {"quit", "open_sample", "tour", "train", "retrain"}
"""Actions that end the walk, or take long."""
WALK = (
    *((Workspace.LABEL, picture) for picture in ("f0.png", "f1.png", "plain0.png")),
    *((workspace, "") for workspace in (Workspace.REVIEW, Workspace.TRAIN, Workspace.PHOTOS)),
)
"""Where actions are tried until they are able: faces with points, checked, and predicted alone."""
NEVER = {"pause", "stop", "resume", "choose_labels", "labels_right"}
"""Those that nothing here makes able."""


class Heard:
    """All that is said, wherever that is shown.

    Attributes:
        said: Pairs of (where, text).
    """

    def __init__(self, patch: pytest.MonkeyPatch, folder: Path) -> None:
        self.said: list[tuple[str, str]] = []
        for kind, method in (
            (StatusBar, "_show"),
            (NoticeBar, "say"),
            (Message, "say"),
            (notifying.EndOfTraining, "tell"),
        ):
            self._listen(patch, kind, method)
        for name, answer in {
            "getExistingDirectory": "",
            "getOpenFileName": ("", ""),
            "getOpenFileNames": ([], ""),
            "getSaveFileName": (str(folder / "written"), ""),
        }.items():

            def ask(_parent: object, *words: str, answer=answer, name=name) -> object:
                self.said.extend((f"QFileDialog.{name}", text) for text in words)
                return answer

            patch.setattr(QFileDialog, name, ask)

    def _listen(self, patch: pytest.MonkeyPatch, kind: type, method: str) -> None:
        does = getattr(kind, method)

        def say(me: object, *words: object) -> object:
            texts = [text for text in words if isinstance(text, str)]
            self.said.extend((f"{kind.__name__}.{method}", text) for text in texts)
            return does(me, *words)

        patch.setattr(kind, method, say)

    def escaped(self, more: Iterable[Alike]) -> list[str]:
        """Return what was said with words that were not translated."""
        return sorted({f"{w}: {text}" for w, text in self.said if rest(w, text, more)})


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Heard:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    return Heard(monkeypatch, tmp_path)


def test_what_actions_say_is_translated(tmp_path: Path, in_brackets: None, heard: Heard) -> None:
    folder = faces_folder(tmp_path / "mappe", 4, 1)
    two_runs(folder, dict.fromkeys(range(4), 9.0), dict.fromkeys(range(4), 1.0))
    with Project.open(folder) as project:
        project.save_predictions(NEW_RUN, {face_id("plain0.png"): predicted(4, 1.0, NEW_RUN)})
    own = (
        Alike(ANYWHERE, rf"{tmp_path}[\w/.#*-]*|mappe"),
        Alike("QFileDialog", r"\*\.\w+|[\w-]+\.(?:onnx|html)"),
        Alike("StatusBar", "Error while deserializing header: header too small"),  # of safetensors
    )
    found: list[str] = []
    done: set[str] = set()

    def script(window: MainWindow) -> Script:
        def quiet() -> bool:
            """Read and close what is open; return whether nothing is, and nothing goes on."""
            tops = [top for top in QApplication.topLevelWidgets() if top.isVisible()]
            open_ = [top for top in tops if isinstance(top, QDialog)]
            for top in open_:
                found.extend(escapes(top, own))
                top.reject()
            if popup := QApplication.activePopupWidget():
                popup.close()
            return not open_ and not window.status.progress.isVisible()

        yield lambda: window.canvas.has_picture
        session = window.session
        session.perform(set_state(session.labels[face_id("f1.png")], FaceState.CHECKED))
        for workspace, picture in WALK:
            for spec in ACTIONS:
                if spec.key in ELSEWHERE | done:
                    continue
                window.show_workspace(workspace)
                if picture and session.current.picture != picture:
                    session.choose(face_id(picture))
                    yield lambda: window.canvas.has_picture
                action = window.actions_by_key[spec.key]
                if action.isEnabled():
                    later(action.trigger)
                    done.add(spec.key)
                    yield lambda: True
                    yield quiet
        assert "\n".join(found) == ""
        assert "\n".join(heard.escaped(own)) == ""

    assert drive([str(folder)], script) == 0
    assert {spec.key for spec in ACTIONS} - done - ELSEWHERE == NEVER


def test_what_a_breakdown_left_is_told(tmp_path: Path, in_brackets: None) -> None:
    faces = faces_folder(tmp_path / "mappe", 2)
    ended(log_file.place(), faces, "os.abort()")
    trace = Alike("CrashBar > QLabel.toolTip", r"(?s)\S*/mappe\n.*")

    def script(window: MainWindow) -> Script:
        yield window.crash_bar.isVisible
        assert "mappe" in window.crash_bar.words.text()
        assert escapes(window.crash_bar, (trace, Alike("CrashBar > QLabel.text", "mappe"))) == []

    assert drive([], script) == 0


def end_one(window: MainWindow) -> None:
    """Let a long training end, while another window is in front."""
    desk = Desk(window)
    teller = notifying.EndOfTraining(window, desk, Settings())
    desk.began.emit("0001-best")
    desk.failed.emit("")
    desk.ended.emit("0001-best")
    teller.deleteLater()


def test_the_end_of_a_training_and_stopping_it_are_told(
    tmp_path: Path, in_brackets: None, heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = faces_folder(tmp_path / "mappe", 2)
    monkeypatch.setattr(notifying, "LONG_S", 0.0)
    monkeypatch.setattr(MainWindow, "isActiveWindow", lambda _: False)
    monkeypatch.setattr(notifying.EndOfTraining, "_on_desktop", lambda *_: True)
    asked: list[str] = []

    def script(window: MainWindow) -> Script:
        def answered() -> bool:
            box = dialog(asking.MessageBox)
            if box is not None:
                asked.extend(escapes(box))
                box.reject()
                heard.said.append(("MessageBox", box.text()))
            return box is not None

        yield lambda: window.canvas.has_picture
        end_one(window)
        with monkeypatch.context() as patch:
            patch.setattr(type(window.desk), "running", property(lambda _: True))
            for act in (window.close, lambda: window.files.open(folder)):
                later(act)
                yield answered
        told = [where for where, _ in heard.said]
        assert "EndOfTraining.tell" in told
        assert told.count("MessageBox") == 2
        assert asked == []
        assert heard.escaped((Alike(ANYWHERE, r"\d{4}-best"),)) == []

    assert drive([str(folder)], script) == 0


def test_the_same_in_german(tmp_path: Path, german: None, monkeypatch: pytest.MonkeyPatch) -> None:
    Settings().set_value("language", "de")
    folder = faces_folder(tmp_path / "mappe", 2)
    ended(log_file.place(), folder, "os.abort()")
    told: list[str] = []
    monkeypatch.setattr(notifying, "LONG_S", 0.0)
    monkeypatch.setattr(MainWindow, "isActiveWindow", lambda _: False)
    monkeypatch.setattr(notifying.EndOfTraining, "tell", lambda _, words: told.append(words))

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        bar = window.crash_bar.words
        assert bar.text().startswith("Beim letzten Mal, mit mappe offen, ist kpstudio abgestürzt.")
        window.actions_by_key["save_copy"].trigger()
        yield lambda: window.status.message.text().startswith("Kopie vom 20")
        end_one(window)
        assert told == ["Das Training von 0001-best ist zu Ende."]
        window.files.open(tmp_path / "fort")
        yield lambda: dialog(asking.MessageBox) is not None
        box = dialog(asking.MessageBox)
        words = [button.text().replace("&", "") for button in box.buttons()]
        assert set(words) == {"Einzelheiten kopieren", "OK"}
        assert box.text().endswith("/fort: keine solche Datei und kein solcher Ordner")
        box.reject()

    assert drive([str(folder)], script) == 0
