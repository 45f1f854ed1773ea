"""What figures say in sentences."""

from __future__ import annotations

import numpy as np

from kpstudio.core.analysis import Offsets, measure
from kpstudio.core.breakdown import By, Slice
from kpstudio.core.labelset import Face, FaceState
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.metrics import Yardstick, summarise
from kpstudio.core.query import All
from kpstudio.core.schema import scheme_named
from kpstudio.core.shapemodel import shipped_shape_model
from kpstudio.report import words
from kpstudio.report.measured import Measured, judged

SCHEME = scheme_named("imm58")


def offsets(errors: list[float]) -> Offsets:
    """One face for each error, all of whose points lie so far, in eye distances, to the right."""
    shape = 100 * shipped_shape_model("imm58").mean + 200
    faces = [
        Face(f"{k}", f"{k}.jpg", Landmarks.of(shape), state=FaceState.LABELLED)
        for k in range(len(errors))
    ]
    found = {f"{k}": Landmarks.of(shape + np.array([100 * e, 0.0])) for k, e in enumerate(errors)}
    return measure(faces, found, SCHEME)


def measured(errors: list[float], split: list[str], *slices: Slice) -> Measured:
    nan = np.full(len(errors), np.nan)
    yardstick = Yardstick(SCHEME.normaliser)
    split_of = np.array(split)
    return Measured("run", offsets(errors), split_of, nan, nan, slices, yardstick, {})


def piece(by: By, name: str, errors: list[float]) -> Slice:
    none = summarise([])
    return Slice(by, name, All(), summarise(errors), none, none)


def test_those_that_were_not_trained_on_are_judged_and_all_where_there_are_none() -> None:
    assert judged(np.array(["train", "val", ""])).tolist() == [False, True, True]
    assert judged(np.array(["train", "train"])).tolist() == [True, True]


def test_the_verdict_tells_the_mean_and_how_much_better_it_is_where_it_learnt() -> None:
    told = words.verdict(measured([0.01, 0.01, 0.04, 0.1], ["train", "train", "val", "val"]))
    assert "On the 2 faces that it has not seen, its points lie on average 7.00 %" in told
    assert "1 of 2 fails (50.0 %): a face fails where its mean error is above 8 %." in told
    assert "On the 2 faces it learnt from it is 1.00 %: 7.0 times less" in told
    alone = words.verdict(measured([0.02], ["train"]))
    assert "On the 1 face that it was trained on, for none was held out" in alone


def test_kinds_that_are_much_worse_are_named_the_worst_first() -> None:
    told = words.failures(
        measured(
            [0.02, 0.04],
            ["val", "val"],
            piece(By.TAG, "glasses", [0.05] * 3),
            piece(By.YAW, "+30° to +45°", [0.06] * 4),
            piece(By.PERSON, "07", [0.09] * 2),  # too few
            piece(By.PERSON, "08", [0.031] * 9),  # hardly worse
        )
    )
    assert told[0].startswith("Heads turned by +30° to +45° (positive is to picture right): 6.00 %")
    assert told[1].startswith("Faces tagged glasses: 5.00 %, 1.7 times the mean of all, over 3")
    assert not any("Person" in sentence for sentence in told)


def test_where_no_kind_is_worse_that_is_said() -> None:
    told = words.failures(measured([0.02], ["val"], piece(By.TAG, "hat", [0.02] * 5)))
    assert told[0].startswith("No pose, tag or person with 3 faces or more is 25 % worse")


def test_a_constant_offset_is_named_as_a_habit() -> None:
    told = words.failures(measured([0.05, 0.05], ["val", "val"]))
    habits = [sentence for sentence in told if "a habit of labels or network" in sentence]
    assert len(habits) == 3
    assert (
        "lies on average 5.0 % to picture right, which is most of its mean error of 5.0 %"
        in (habits[0])
    )


def test_a_few_faces_that_are_far_off_are_no_habit_and_are_named() -> None:
    told = words.failures(measured([0.01] * 9 + [0.9], ["val"] * 10))
    assert not any("a habit" in sentence for sentence in told)
    (few,) = [sentence for sentence in told if "few faces are far off" in sentence]
    assert "and 56 more points the mean error is at least twice the median" in few
    assert "most of all 9, " in few
