from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from kpstudio.core.errors import InputError
from kpstudio.core.labelset import FaceState, LabelSet
from kpstudio.core.landmarks import Landmarks
from kpstudio.engine import trainer
from kpstudio.engine.events import Done, EpochEnd, Event, Notice
from kpstudio.engine.failures import diverged
from kpstudio.engine.presets import preset
from kpstudio.store.runs import STATE_FILE, RunFolder
from kpstudio.tasks.training import choose_split, resume_run, train_run, usable_faces

EPOCH = EpochEnd(1, 0.2, 0.1, best=True, collapsed=False)
DONE = Done(0.1, 1, 2.0, 30.0)

Play = Callable[[Callable[[], Iterator[Event]]], Iterator[Event]]


@pytest.fixture
def play(labels: LabelSet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Play:
    """Return a function that records a made-up training into tmp_path/run."""

    def start(script: Callable[[], Iterator[Event]]) -> Iterator[Event]:
        monkeypatch.setattr(trainer, "train", lambda *_: script())
        config = preset("smallnet", labels.scheme)
        return train_run(labels, config, choose_split(labels, 0.2), tmp_path / "run")

    return start


def test_predicted_and_empty_faces_are_not_used(labels: LabelSet) -> None:
    ids = [face.id for face in labels]
    labels.put(replace(labels[ids[0]], state=FaceState.PREDICTED))
    labels.put(replace(labels[ids[1]], landmarks=None))
    labels.put(replace(labels[ids[2]], landmarks=Landmarks.of(np.full((58, 2), np.nan))))
    labels.put(replace(labels[ids[3]], state=FaceState.CORRECTED))
    assert [face.id for face in usable_faces(labels)] == ids[3:]
    split = choose_split(labels, 0.3)
    assert set(split.training) | set(split.validation) == set(ids[3:])


def test_a_fraction_keeps_persons_together_and_a_list_is_taken_as_it_is(labels: LabelSet) -> None:
    by_fraction = choose_split(labels, 0.2)
    assert by_fraction.by == "person"
    assert len(by_fraction.validation) == 2
    by_list = choose_split(labels, ["03-1m.png", "05-2m"])
    assert by_list.validation == ("03-1m.png#0", "05-2m.png#0")


def test_without_labels_there_is_nothing_to_split(tmp_path: Path, labels: LabelSet) -> None:
    with pytest.raises(InputError, match="no labelled faces"):
        choose_split(LabelSet(tmp_path, labels.scheme), 0.2)


def test_every_event_is_on_disk_before_it_is_handed_on(play: Play, tmp_path: Path) -> None:
    for number, event in enumerate(play(lambda: iter([Notice("hello"), EPOCH, DONE])), start=1):
        run = RunFolder.open(tmp_path / "run")
        assert len(run.events()) == number
        assert run.events()[-1] == event.to_json()
    assert run.state == "done"
    assert run.split.by == "person"
    assert run.scheme.count == 58
    assert run.config["network"] == "smallnet"
    assert {"python", "torch", "kpstudio"} <= set(run.versions)


def test_the_run_is_over_with_its_last_event(play: Play, tmp_path: Path) -> None:
    events = play(lambda: iter([EPOCH, DONE]))
    next(events), next(events)
    assert RunFolder.open(tmp_path / "run").effective_state == "done"
    events.close()  # type: ignore[attr-defined]
    assert RunFolder.open(tmp_path / "run").state == "done"


def test_a_training_that_was_stopped_says_so(play: Play, tmp_path: Path) -> None:
    list(play(lambda: iter([EPOCH, replace(DONE, stopped=True)])))
    assert RunFolder.open(tmp_path / "run").state == "stopped"


def test_letting_go_of_the_events_stops_the_trainer(play: Play, tmp_path: Path) -> None:
    ended = []

    def script() -> Iterator[Event]:
        try:
            yield EPOCH
            yield DONE
        finally:
            ended.append(True)

    events = play(script)
    next(events)
    events.close()  # type: ignore[attr-defined]
    assert ended
    assert RunFolder.open(tmp_path / "run").state == "stopped"


def test_a_failure_is_kept_with_its_reason(play: Play, tmp_path: Path) -> None:
    def script() -> Iterator[Event]:
        yield EPOCH
        raise InputError("the training error is no longer a number")

    with pytest.raises(InputError, match="no longer a number"):
        list(play(script))
    run = RunFolder.open(tmp_path / "run")
    assert run.state == "failed"
    assert run.message == "the training error is no longer a number"


def test_a_training_that_would_diverge_again_cannot_go_on(play: Play, tmp_path: Path) -> None:
    def script() -> Iterator[Event]:
        yield EPOCH
        raise diverged(0.5, 2)

    with pytest.raises(InputError, match=r"start again with a lower learning rate.*--start"):
        list(play(script))
    assert not RunFolder.open(tmp_path / "run").summary().resumable
    with pytest.raises(InputError, match="it would fail again"):
        list(resume_run(tmp_path / "run"))


@pytest.mark.parametrize("stopped", [False, True])
def test_what_training_goes_on_from_is_kept_until_its_end(
    stopped: bool, play: Play, tmp_path: Path
) -> None:
    def script() -> Iterator[Event]:
        (tmp_path / "run" / STATE_FILE).touch()
        yield EPOCH
        yield replace(DONE, stopped=stopped)

    list(play(script))
    assert (tmp_path / "run" / STATE_FILE).exists() == stopped


def test_what_an_older_kpstudio_left_is_not_touched(play: Play, tmp_path: Path) -> None:
    def script() -> Iterator[Event]:
        yield EPOCH
        yield replace(DONE, stopped=True)

    list(play(script))
    before = (tmp_path / "run" / "events.jsonl").read_bytes()
    with pytest.raises(InputError, match=r"cannot be resumed: it has no state"):
        list(resume_run(tmp_path / "run"))
    assert (tmp_path / "run" / "events.jsonl").read_bytes() == before


def test_a_run_that_is_deleted_while_it_is_trained_does_not_come_back(
    labels: LabelSet, tmp_path: Path
) -> None:
    config = replace(preset("smallnet", labels.scheme), epochs=3, device="cpu")
    events = train_run(labels, config, choose_split(labels, 0.2), tmp_path / "run")
    with pytest.raises(InputError, match=r"no longer there: the run was deleted$"):
        for event in events:
            if isinstance(event, EpochEnd):
                shutil.rmtree(tmp_path / "run")
    assert not (tmp_path / "run").exists()


def test_settings_that_do_not_fit_leave_no_folder(labels: LabelSet, tmp_path: Path) -> None:
    config = replace(preset("smallnet", labels.scheme), points=(58,))
    with pytest.raises(InputError, match="point 58"):
        next(train_run(labels, config, choose_split(labels, 0.2), tmp_path / "run"))
    assert not (tmp_path / "run").exists()


def test_a_folder_in_use_is_refused(labels: LabelSet, tmp_path: Path) -> None:
    (tmp_path / "run").mkdir()
    (tmp_path / "run" / "diary.txt").touch()
    config = preset("smallnet", labels.scheme)
    with pytest.raises(InputError, match="not empty"):
        next(train_run(labels, config, choose_split(labels, 0.2), tmp_path / "run"))
    assert [path.name for path in (tmp_path / "run").iterdir()] == ["diary.txt"]
