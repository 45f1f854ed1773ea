from __future__ import annotations

import json

import numpy as np
import pytest

from kpstudio.core.errors import InputError
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.texts import Said, say
from kpstudio.engine.events import (
    Batch,
    Done,
    EpochEnd,
    Event,
    Notice,
    Preparing,
    Started,
    event_from_json,
)

EVENTS = [
    Preparing(3, 10),
    Started(192, 48, 0.004, "cpu", 24, 25),
    Batch(1, 0.04, 0.02, 200.5, 12.0),
    EpochEnd(1, 0.01, None, best=True, collapsed=False),
    Notice("one picture is left out"),
    Done(None, 0, 1.0, 0.0, stopped=True),
]


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.name)
def test_json_gives_the_same_event_back(event: Event) -> None:
    assert event_from_json(json.loads(json.dumps(event.to_json()))) == event


def test_a_notice_that_can_be_translated_can_be_after_a_restart() -> None:
    notice = Notice(say("{size} processes train together.", size=2))
    back = event_from_json(json.loads(json.dumps(notice.to_json())))
    assert isinstance(back, Notice)
    assert isinstance(back.message, Said)
    assert (back.message, back.message.values) == (notice.message, {"size": 2})


def test_done_has_the_keys_that_scripts_count_on() -> None:
    done = Done(0.001, 25, 3.1, 1500.0).to_json()
    promised = {"event", "best_val_mse", "epochs", "seconds", "images_per_second", "stopped"}
    assert set(done) >= promised
    assert done["event"] == "done"


def test_predictions_stay_out_of_the_json() -> None:
    landmarks = Landmarks.of(np.zeros((2, 2)))
    event = EpochEnd(2, 0.1, 0.2, best=False, collapsed=True, predictions={"a#0": landmarks})
    assert event.to_json() == {
        "event": "epoch",
        "epoch": 2,
        "train_mse": 0.1,
        "val_mse": 0.2,
        "best": False,
        "collapsed": True,
        "val_nme": None,
        "overfitting_since": None,
        "lr": None,
    }


@pytest.mark.parametrize("data", [{}, {"event": "party"}, {"event": "batch", "steps": 3}])
def test_json_that_is_no_event_is_refused(data: dict[str, object]) -> None:
    with pytest.raises(InputError, match="not an event"):
        event_from_json(data)
