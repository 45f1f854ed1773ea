"""Training behind the window: start, pause, stop, failure, and work that goes on meanwhile."""

from __future__ import annotations

import threading

import numpy as np
import pytest

from kpstudio.core.edits import move_points
from kpstudio.core.labelset import FaceState
from kpstudio.engine.events import Batch, Done, EpochEnd, Started
from kpstudio.store.runs import INTERRUPTED, RunFolder
from tests.app.help import Desk, faces_folder, quick_config, stored_run


@pytest.fixture
def events(desk: Desk) -> list:
    """What arrives, and in which thread."""
    heard: list = []
    desk.training.events_arrived.connect(lambda some: heard.append((threading.get_ident(), some)))
    return heard


def ended(desk: Desk) -> None:
    desk.wait(lambda: not desk.training.running and not desk.runs.predicting)


def kinds(events: list) -> list[type]:
    return [type(event) for _, batch in events for event in batch]


def run_of(desk: Desk) -> RunFolder:
    return desk.runs.open_run(desk.training.run)


def test_a_run_from_begin_to_end(desk, folder, events):
    desk.open(folder)
    began = []
    desk.training.began.connect(began.append)
    desk.training.start(quick_config(epochs=2), 0.5)
    assert desk.training.running
    assert desk.runs.live
    desk.training.start(quick_config(), 0.5)  # one at a time
    ended(desk)
    assert began == [desk.training.run] == ["0001-smallnet"]
    assert {thread for thread, _ in events} == {threading.get_ident()}
    assert all(isinstance(batch, list) and batch for _, batch in events)
    found = kinds(events)
    assert found.index(Started) < found.index(Batch) < found.index(EpochEnd)
    assert found.count(EpochEnd) == 2
    assert found[-1] is Done
    assert run_of(desk).state == "done"
    assert run_of(desk).data == {"path": str(desk.session.path.resolve()), "choice": None}
    assert desk.runs.run == desk.training.run
    assert not desk.runs.live
    assert desk.session.project.predictions(desk.training.run).keys() == {
        face.id for face in desk.session.labels
    }
    assert {desk.runs.split_of(f"f{k}.png#0") for k in range(6)} == {"train", "val"}
    assert desk.runs.error("f0.png#0").pixels > 0
    assert desk.said == []


def test_the_face_in_view_is_predicted_after_each_epoch(desk, folder, events):
    desk.open(folder)
    desk.session.choose("f3.png#0")
    shown = []
    desk.runs.predictions_changed.connect(
        lambda ids: shown.append(ids) if desk.training.running else None
    )
    desk.training.start(quick_config(epochs=2), 0.5)
    ended(desk)
    assert [ids for ids in shown if ids is not None] == [("f3.png#0",)] * 2


def test_pause_resume_and_stop_keep_a_usable_run(desk, folder, events):
    desk.open(folder)
    desk.training.start(quick_config(epochs=10_000), 0.5)
    desk.training.pause()  # before the thread has even begun
    assert desk.training.paused
    desk.qtbot.wait(300)
    assert Batch not in kinds(events)
    desk.training.resume()
    assert not desk.training.paused
    desk.wait(lambda: EpochEnd in kinds(events))
    desk.training.pause()
    desk.training.stop()  # also while it is paused
    ended(desk)
    assert not desk.training.paused
    run = run_of(desk)
    assert run.state == "stopped"
    assert all((run.path / f"{name}.safetensors").is_file() for name in ("best", "last"))
    assert desk.runs.prediction("f0.png#0") is not None
    assert desk.said == []


def test_working_meanwhile_disturbs_neither(desk, folder, events):
    desk.open(folder)
    desk.training.start(quick_config(epochs=10_000), 0.5)
    desk.wait(lambda: EpochEnd in kinds(events))
    moved = []
    for number in range(6):
        face = desk.session.labels[f"f{number}.png#0"]
        desk.session.choose(face.id)
        assert desk.session.perform(move_points(face, (52,), [(5.0, 5.0)], "nose tip"))
        moved.append(desk.session.labels[face.id])
    desk.session.undo()
    epochs = kinds(events).count(EpochEnd)
    desk.wait(lambda: kinds(events).count(EpochEnd) > epochs + 3)
    desk.training.stop()
    ended(desk)
    assert run_of(desk).state == "stopped"
    assert [desk.session.labels[face.id] for face in moved[:5]] == moved[:5]
    assert desk.session.labels["f5.png#0"].state is FaceState.LABELLED
    # The curve goes on as if nothing had happened: the run has faces of its own.
    assert all(np.isfinite(e.val_mse) for _, b in events for e in b if isinstance(e, EpochEnd))
    assert desk.said == []


def test_unreadable_pictures_are_one_sentence_and_one_can_train_again(desk, folder, events):
    desk.open(folder)
    whole = {path: path.read_bytes() for path in folder.glob("f*.png")}
    for path in whole:
        path.write_bytes(b"no picture")
    desk.training.start(quick_config(), 0.5)
    failed = desk.training.run
    ended(desk)
    assert len(desk.said) == 1
    assert "can be read" in desk.said[0]
    assert desk.runs.open_run(failed).state == "failed"
    assert (desk.runs.run, desk.runs.live) == ("", False)
    for path, data in whole.items():
        path.write_bytes(data)
    desk.training.start(quick_config(), 0.5)
    assert desk.training.run != failed
    ended(desk)
    assert run_of(desk).state == "done"
    assert len(desk.said) == 1


def test_after_a_failure_the_run_before_is_shown_again(desk, folder):
    stored_run(folder, dict.fromkeys(range(6), 1.0))
    desk.open(folder)
    desk.runs.predict_missing = lambda: None  # the stored run has no weights
    desk.runs.use("0001-bignet")
    for path in folder.glob("f*.png"):
        path.write_bytes(b"no picture")
    desk.training.start(quick_config(), 0.5)
    assert desk.runs.prediction("f0.png#0") is None
    ended(desk)
    assert desk.runs.run == "0001-bignet"
    assert desk.runs.prediction("f0.png#0") is not None


def test_settings_and_faces_that_cannot_be_trained_leave_no_run(desk, folder, tmp_path):
    desk.training.start(quick_config(), 0.5)  # no folder is open
    desk.open(folder)
    wrong = quick_config(points=(57,))
    object.__setattr__(wrong, "points", (99,))
    desk.training.start(wrong, 0.5)
    desk.training.start(quick_config(), ["nobody.png"])
    desk.training.start(quick_config(), [f"f{k}.png" for k in range(6)])
    assert [sentence.split(" ")[0] for sentence in desk.said] == ["point", "the", "no"]
    desk.open(faces_folder(tmp_path / "plain", 0, unlabelled=2))
    desk.training.start(quick_config(), 0.5)
    assert len(desk.said) == 4
    assert not desk.training.running
    assert not list(folder.glob(".kpstudio/runs/*"))


def test_one_face_is_enough(desk, tmp_path, events):
    desk.open(faces_folder(tmp_path / "one", 1))
    desk.training.start(quick_config(), 0.2)
    ended(desk)
    assert run_of(desk).state == "done"
    ends = [event for _, batch in events for event in batch if isinstance(event, EpochEnd)]
    assert [end.val_mse for end in ends] == [None]
    assert desk.said == []


def test_another_folder_lets_go_of_the_run(desk, folder, tmp_path, events):
    other = faces_folder(tmp_path / "other", 4)
    stored_run(other, {0: 1.0}, name="0001-smallnet")  # called like the run being trained
    desk.open(folder)
    desk.training.start(quick_config(epochs=10_000), 0.5)
    trained = desk.runs.folder(desk.training.run)
    desk.wait(lambda: EpochEnd in kinds(events))
    over = []
    desk.training.ended.connect(over.append)
    desk.open(other)
    assert over == ["0001-smallnet"]
    heard = len(events)
    desk.training.start(quick_config(), 0.5)  # at once, while the other one still ends
    assert desk.training.run == "0002-smallnet"
    ended(desk)
    desk.wait(lambda: not desk.jobs._jobs)
    assert RunFolder.open(trained).state == "stopped"
    assert kinds(events[heard:]).count(Done) == 1
    assert desk.session.project.predictions("0001-smallnet").keys() == {"f0.png#0"}
    assert desk.runs.run == "0002-smallnet"


def test_shutting_down_ends_the_run_in_order(desk, folder, events):
    desk.open(folder)
    desk.training.start(quick_config(epochs=10_000), 0.5)
    desk.wait(lambda: EpochEnd in kinds(events))
    path = desk.runs.folder(desk.training.run)
    desk.jobs.shutdown()
    assert not desk.training.running
    desk.session.close()
    run = RunFolder.open(path)
    assert run.effective_state == "stopped"
    assert (path / "best.safetensors").is_file()


def test_a_run_cannot_be_deleted_while_it_is_trained(desk, folder, events):
    desk.open(folder)
    desk.training.start(quick_config(epochs=10_000), 0.5)
    desk.wait(lambda: EpochEnd in kinds(events))
    desk.runs.delete([desk.training.run])
    assert "is being trained" in desk.said.pop()
    assert desk.runs.live
    desk.runs.use(desk.training.run)  # what it has predicted by now is not kept for good
    desk.runs.predict([desk.session.labels["f1.png#0"]])
    desk.wait(lambda: not desk.runs.predicting)
    desk.training.stop()
    ended(desk)
    run = desk.training.run
    kept = desk.session.project.predictions(run)
    assert kept.keys() == {face.id for face in desk.session.labels}
    assert kept == {i: desk.runs.prediction(i) for i in kept}
    assert desk.said == []


def test_a_training_whose_folder_vanishes_can_go_on_when_it_is_back(desk, folder, tmp_path, events):
    desk.open(folder)
    desk.training.start(quick_config(epochs=10_000), 0.5)
    desk.wait(lambda: len(kinds(events)) > 20)
    away = folder.rename(tmp_path / "away")
    desk.wait(lambda: not desk.training.running)
    assert len(desk.said) == 1
    away.rename(folder)
    run = desk.runs.open_run(desk.training.run)
    assert run.effective_state == INTERRUPTED
    assert run.resumable
    events.clear()
    desk.training.go_on(run.name)
    desk.wait(lambda: len(kinds(events)) > 5)
    desk.training.stop()
    ended(desk)
    assert desk.runs.open_run(run.name).state == "stopped"
    assert len(desk.said) == 1
