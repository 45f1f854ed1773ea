from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from kpstudio.core.edits import move_points, set_tags
from kpstudio.core.errors import InputError
from kpstudio.core.filters import SETTING
from kpstudio.core.landmarks import Landmarks, Source
from kpstudio.core.persons import SETTING as PERSONS
from kpstudio.core.splits import Split
from kpstudio.engine.presets import preset
from kpstudio.store.project import Project
from kpstudio.store.runs import RunFolder
from kpstudio.tasks.choosing import Chooser, chosen_only, require_some
from kpstudio.tasks.opening import open_corrected
from kpstudio.tasks.training import choose_split


def store_run(folder: Path, number: int, off_px: float) -> str:
    """Write a run that predicts person 01 alone, ``off_px`` beside the points."""
    labels = open_corrected(folder).labels
    name = f"{number:04}-bignet"
    with Project.open(folder) as project:
        run = RunFolder.create(
            project.runs_folder / name,
            preset("bignet", labels.scheme).to_json(),
            labels.scheme,
            Split(("01-1m.png#0",), ("01-2m.png#0",), "picture"),
            {},
        )
        run.set_state("done")
        run.rename(f"run {number}")
        found = {face_id: labels[face_id].landmarks for face_id in run.split.training}
        found |= {face_id: labels[face_id].landmarks for face_id in run.split.validation}
        moved = {i: np.add(p.xy_image, (off_px, 0)) for i, p in found.items() if p is not None}
        project.save_predictions(
            name, {i: Landmarks.of(xy, Source.PREDICTION, name) for i, xy in moved.items()}
        )
    return name


def names(chooser: Chooser, text: str) -> list[str]:
    return [face.picture for face in chooser.choose(text).faces]


def test_tags_and_saved_filters_of_the_project_count(faces: Path) -> None:
    labels = open_corrected(faces).labels
    with Project.open(faces) as project:
        project.record(set_tags([labels["03-1m.png#0"]], ["glasses"]))
        project.set_setting(SETTING, {"mine": "tag:glasses | person:01"})
        chooser = Chooser(open_corrected(faces))  # while a window has it open
        assert names(chooser, "@mine -2m") == ["01-1m.png", "03-1m.png"]
    assert chooser.choose("-@mine").where == "-(tag:glasses | person:01)"
    assert names(chooser, "tag:nothing") == []


def test_a_folder_without_a_project_is_searched_too(faces: Path) -> None:
    chooser = Chooser(open_corrected(faces))
    assert len(names(chooser, "state:labelled yaw<90")) == 10
    with pytest.raises(InputError, match="error>8 needs predictions, and no run has any for"):
        chooser.choose("-(a error>8)")
    with pytest.raises(InputError, match="none has been saved here"):
        chooser.choose("@mine")
    assert not (faces / ".kpstudio").exists()


def test_errors_are_those_of_the_newest_run_or_the_one_named(faces: Path) -> None:
    store_run(faces, 1, 9.0)
    store_run(faces, 2, 1.0)
    opened = open_corrected(faces)
    assert names(Chooser(opened), "px>5") == []
    assert names(Chooser(opened), "px<5") == ["01-1m.png", "01-2m.png"]
    assert names(Chooser(opened, "0001-bignet"), "px>5 split:val") == ["01-2m.png"]
    assert names(Chooser(opened, "run 1"), "px>5 split:train") == ["01-1m.png"]
    assert len(names(Chooser(opened), "split:none -has:prediction")) == 8
    with pytest.raises(InputError, match=r"no run 'third' .* are 0001-bignet, 0002-bignet"):
        Chooser(opened, "third").choose("px>5")


def test_only_the_chosen_faces_and_their_pictures_stay(faces: Path) -> None:
    opened = open_corrected(faces)
    chosen = Chooser(opened).choose("person:02")
    only = chosen_only(opened, require_some(chosen, faces))
    assert only.labels.pictures == ("02-1m.png", "02-2m.png")
    assert [face.id for face in only.labels] == ["02-1m.png#0", "02-2m.png#0"]
    assert only.labels.scheme == opened.labels.scheme
    with pytest.raises(InputError, match=r"no face of .* fits 'tag:x'"):
        require_some(Chooser(opened).choose("tag:x"), faces)


def test_a_split_is_made_within_what_was_chosen(faces: Path) -> None:
    opened = open_corrected(faces)
    chooser = Chooser(opened)
    chosen = chooser.choose("-person:05")
    split = choose_split(opened.labels, 0.25, chosen=chosen, persons=chooser.persons)
    assert (split.by, split.where) == ("person", "-person:05")
    assert len(split.training) == 6
    assert len(split.validation) == 2
    held_out = choose_split(opened.labels, chooser.choose("person:02 | person:05"), chosen=chosen)
    assert held_out.validation == ("02-1m.png#0", "02-2m.png#0")
    assert (held_out.by, len(held_out.training)) == ("filter", 6)
    for validation, why in (("person:05", "finds no labelled face"), ("m", "no labelled faces")):
        with pytest.raises(InputError, match=why):
            choose_split(opened.labels, chooser.choose(validation), chosen=chosen)
    with pytest.raises(InputError, match="no face that matches 'tag:x' is labelled"):
        choose_split(opened.labels, 0.2, chosen=chooser.choose("tag:x"))


def test_a_project_says_who_is_who(faces: Path) -> None:
    with Project.open(faces) as project:
        project.set_setting(PERSONS, r"^\d+-(\d)m")
        labels = open_corrected(faces).labels
        project.record(move_points(labels["01-1m.png#0"], [0], [[1, 1]], "a point"))
    chooser = Chooser(open_corrected(faces))
    assert len(names(chooser, "person:2")) == 5
    assert names(chooser, "has:correction") == ["01-1m.png"]
    split = choose_split(chooser.facts.labels, 0.5, persons=chooser.persons)
    assert (split.by, len(split.validation)) == ("person", 5)
