from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kpstudio.core.labelset import FaceState, LabelSet
from kpstudio.core.splits import Split
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.events import Done, EpochEnd, Event, Notice, Started
from kpstudio.engine.presets import preset
from kpstudio.store.runs import RunFolder
from kpstudio.store.versions import versions
from kpstudio.tasks import model_card
from kpstudio.tasks.model_card import FILE, with_card
from kpstudio.tasks.training import choose_split, train_run
from tests.small_faces import write_face

STARTED = Started(8, 2, 0.005, "cpu", 1, 3)
BEST = EpochEnd(2, 0.01, 0.00123, best=True, collapsed=False, val_nme=0.0456)
LAST = EpochEnd(3, 0.01, 0.002, best=False, collapsed=False, val_nme=0.09)
DONE = Done(0.00123, 3, 61.4, 30.0)


def card_of(
    labels: LabelSet,
    folder: Path,
    config: TrainConfig | None = None,
    split: Split | None = None,
    events: tuple[Event, ...] = (STARTED, BEST, LAST, DONE),
) -> str:
    """Play a made-up training into ``folder`` and return the card it leaves."""
    config = config or preset("bignet", labels.scheme)
    split = split or choose_split(labels, 0.2)
    run = RunFolder.create(folder, config.to_json(), labels.scheme, split, versions())
    for event in with_card(run, labels, iter(events)):
        run.append_event(event.to_json())
    assert run.events()[-1] == events[-1].to_json()
    return (folder / FILE).read_text(encoding="utf-8")


def test_it_tells_what_is_predicted_from_whom_and_how_well(
    labels: LabelSet, tmp_path: Path
) -> None:
    card = card_of(labels, tmp_path / "first")
    assert card.startswith("# Model card: first\n")
    assert "A bignet that predicts 58 points of the scheme imm58" in card
    assert ", ".join(labels.scheme.points) in card
    assert "- Folder: faces.\n" in card
    assert "- Trained on: 8 faces of 4 persons.\n" in card
    assert "- Held out: 2 faces of 1 person, held out by person: nobody is on both sides." in card
    assert re.search(r"turned from -?\d+° to -?\d+° sideways", card)
    assert "- 3 of 12 epochs, in 61 seconds on cpu.\n" in card
    assert "Validation MSE: 0.00123 " in card
    assert "the mean shape would give 0.005." in card
    assert "mean 4.56% of the inter-ocular length" in card
    assert "`kpstudio evaluate first FOLDER --list FILE`" in card
    assert "not made to tell who somebody is" in card
    assert "kpstudio train faces --preset bignet --out first\n" in card
    assert 'net = kpstudio.load("first")' in card
    assert f"| torch | {versions()['torch']} |" in card
    assert "| batch size | 4 |" in card
    assert "| augmentation: rotation degrees | 10.0 |" in card


def test_it_does_not_tell_where_anything_lies(labels: LabelSet, tmp_path: Path) -> None:
    config = replace(preset("bignet", labels.scheme), start=str(tmp_path / "before"))
    card = card_of(labels, tmp_path / "run", config)
    assert "--start before" in card
    assert str(tmp_path) not in card
    assert "/" not in re.sub(r"[\w.]*https?://\S+", "", card).replace("and/or", "")


def test_it_counts_corrections_and_says_who_is_on_both_sides(
    labels: LabelSet, tmp_path: Path
) -> None:
    first = next(iter(labels))
    labels.put(replace(first, state=FaceState.CORRECTED))
    split = choose_split(labels, ["01-1m.png"])
    card = card_of(labels, tmp_path / "run", split=split)
    assert "1 face corrected or checked" in card
    assert "1 person both among those trained on and those held out" in card
    assert "1 face held out: their mean error is a rough figure" in card
    assert "--val-list held-out.txt" in card
    assert "split.json" in card


def test_without_faces_held_out_it_says_that_nothing_is_known(
    labels: LabelSet, tmp_path: Path
) -> None:
    write_face(labels.root, "stranger.png", 5)
    done = Done(None, 1, 2.0, 30.0, stopped=True)
    events = (STARTED, replace(BEST, val_mse=None, val_nme=None), done)
    card = card_of(labels, tmp_path / "run", split=choose_split(labels, 0.0), events=events)
    assert "No face was held out: nothing here tells how well it does" in card
    assert "1 of 12 epochs, then stopped, in 2 seconds" in card
    assert "MSE" not in card


def test_stopped_before_an_epoch_it_does_not_say_that_no_face_was_held_out(
    labels: LabelSet, tmp_path: Path
) -> None:
    card = card_of(labels, tmp_path / "run", events=(Done(None, 0, 2.0, 0.0, stopped=True),))
    assert "- Held out: 2 faces" in card
    assert "0 of 12 epochs, then stopped" in card
    assert "Its error on the faces held out is not known" in card
    assert "No face was held out" not in card


def test_a_training_that_fails_leaves_one(labels: LabelSet, tmp_path: Path) -> None:
    def failing() -> Iterator[Event]:
        yield STARTED
        raise ValueError("a fault")

    config = preset("bignet", labels.scheme).to_json()
    split = choose_split(labels, 0.2)
    run = RunFolder.create(tmp_path / "run", config, labels.scheme, split, versions())
    with pytest.raises(ValueError, match="a fault"):
        list(with_card(run, labels, failing()))
    card = (run.path / FILE).read_text("utf-8")
    assert "Training for 12 epochs on cpu had not ended when this was written" in card
    assert "Trained on: 8 faces of 4 persons" in card
    run.set_state("failed")


def test_a_collapsed_network_is_called_so(labels: LabelSet, tmp_path: Path) -> None:
    events = (STARTED, replace(BEST, collapsed=True), DONE)
    assert "It has collapsed" in card_of(labels, tmp_path / "run", events=events)


def test_every_training_leaves_one(labels: LabelSet, tmp_path: Path) -> None:
    config = replace(preset("smallnet", labels.scheme), epochs=1, device="cpu")
    *_, done = train_run(labels, config, choose_split(labels, 0.2), tmp_path / "run")
    assert isinstance(done, Done)
    card = (tmp_path / "run" / FILE).read_text(encoding="utf-8")
    assert f"Validation MSE: {done.best_val_mse:.4g} " in card
    assert "predicts 1 point of the scheme imm58" in card


@pytest.mark.parametrize("error", [OSError("no space left on device"), ValueError("a fault")])
def test_a_card_that_cannot_be_written_is_a_notice_and_the_training_is_done(
    error: Exception, labels: LabelSet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise error

    monkeypatch.setattr(model_card, "write_text", full)
    config = replace(preset("smallnet", labels.scheme), epochs=1, device="cpu")
    *_, notice, done = train_run(labels, config, choose_split(labels, 0.2), tmp_path / "run")
    assert isinstance(done, Done)
    assert isinstance(notice, Notice)
    assert f"{FILE} was not written ({error})" in notice.message
    run = RunFolder.open(tmp_path / "run")
    assert run.state == "done"
    assert run.events()[-2:] == [notice.to_json(), done.to_json()]


def test_closing_it_closes_the_training(labels: LabelSet, tmp_path: Path) -> None:
    closed = []

    def script() -> Iterator[Event]:
        try:
            yield STARTED
            yield DONE
        finally:
            closed.append(True)

    config = preset("bignet", labels.scheme).to_json()
    split = choose_split(labels, 0.2)
    run = RunFolder.create(tmp_path / "run", config, labels.scheme, split, versions())
    events = with_card(run, labels, script())
    assert next(events) is STARTED
    events.close()  # type: ignore[attr-defined]
    assert closed
    assert "had not ended when this was written" in (run.path / FILE).read_text("utf-8")
    run.set_state("stopped")
