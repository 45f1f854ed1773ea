from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from kpstudio.core.edits import move_points
from kpstudio.core.errors import InputError
from kpstudio.core.labelset import Face, FaceState, LabelSet
from kpstudio.core.schema import generic_scheme
from kpstudio.core.splits import Split
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.presets import preset
from kpstudio.store.project import Project
from kpstudio.store.runs import RunFolder
from kpstudio.tasks.opening import open_corrected
from kpstudio.tasks.retraining import CORRECTED_WEIGHT, corrected_since, next_round
from kpstudio.tasks.training import choose_split
from tests.small_faces import write_face


def stored(
    path: Path, labels: LabelSet, split: Split | None = None, weights: bool = True, **more: object
) -> Path:
    """Write a run as a training leaves it, without training."""
    config = replace(preset("smallnet", labels.scheme), epochs=30, lr=1e-3, **more)
    kept(path, config, labels, split or choose_split(labels, 0.2))
    if not weights:
        (path / "best.safetensors").unlink()
    return path


def kept(path: Path, config: TrainConfig, labels: LabelSet, split: Split) -> Path:
    """Write a run as a training with these settings leaves it."""
    RunFolder.create(path, config.to_json(), labels.scheme, split, {}).set_state("done")
    (path / "best.safetensors").write_bytes(b"")
    return path


def test_it_starts_from_the_run_shorter_and_gentler(tmp_path: Path, labels: LabelSet) -> None:
    run = stored(tmp_path / "first", labels)
    config, split = next_round(run, labels)
    assert config.start == str(run)
    assert (config.epochs, config.lr) == (10, pytest.approx(3e-4))
    assert config.corrected_weight == CORRECTED_WEIGHT
    assert split == choose_split(labels, 0.2)
    config.validate(labels.scheme)


def test_weights_learnt_before_are_those_of_the_run(tmp_path: Path, labels: LabelSet) -> None:
    first = preset("best", labels.scheme)
    assert first.starts_drawn
    run = kept(tmp_path / "first", first, labels, choose_split(labels, 0.2))
    config, _ = next_round(run, labels)
    assert (config.pretrained, config.drawn_start, config.start) == (False, False, str(run))


def test_every_round_is_as_long_as_the_first(tmp_path: Path, labels: LabelSet) -> None:
    run = stored(tmp_path / "0001-smallnet", labels, corrected_weight=5.0)
    for number in range(2, 6):
        config, split = next_round(run, labels)
        assert (config.epochs, config.lr) == (10, pytest.approx(3e-4))
        assert config.start == str(run)
        assert config.corrected_weight == 5.0
        run = kept(tmp_path / f"000{number}-smallnet", config, labels, split)
    other = replace(config, epochs=60, lr=1e-2)  # what a person chose begins a row of its own
    config, _ = next_round(kept(tmp_path / "0006-smallnet", other, labels, split), labels)
    assert (config.epochs, config.lr) == (20, pytest.approx(3e-3))


def test_a_round_trains_three_epochs_at_least(tmp_path: Path, labels: LabelSet) -> None:
    first = replace(preset("smallnet", labels.scheme), epochs=1)
    run = kept(tmp_path / "first", first, labels, choose_split(labels, 0.2))
    assert next_round(run, labels)[0].epochs == 3


def test_held_out_faces_stay_so_and_with_them_their_persons(
    tmp_path: Path, faces: Path, labels: LabelSet
) -> None:
    split = choose_split(labels, 0.2)
    assert split.by == "person"
    held = split.validation[0][:2]
    other = split.training[0][:2]
    run = stored(tmp_path / "first", labels, split)
    write_face(faces, f"{held}-9m.png", 1)
    write_face(faces, f"{other}-9m.png", 2)
    write_face(faces, "77-1m.png", 3)
    _, grown = next_round(run, open_corrected(faces).labels)
    assert set(grown.validation) == {*split.validation, f"{held}-9m.png#0"}
    assert set(grown.training) == {*split.training, f"{other}-9m.png#0", "77-1m.png#0"}


def test_a_second_face_of_a_held_out_picture_is_held_out(tmp_path: Path, labels: LabelSet) -> None:
    whole = choose_split(labels, 0.2)
    split = replace(whole, by="picture")
    run = stored(tmp_path / "first", labels, split)
    first = labels[split.validation[0]]
    more = [*labels, replace(first, id=f"{first.picture}#1")]
    _, grown = next_round(run, LabelSet(labels.root, labels.scheme, more))
    assert f"{first.picture}#1" in grown.validation


def test_faces_chosen_by_a_search_stay_those(tmp_path: Path, labels: LabelSet) -> None:
    whole = choose_split(labels, 0.2)
    split = replace(whole, training=whole.training[:2], where="tag:glasses")
    _, grown = next_round(stored(tmp_path / "first", labels, split), labels)
    assert grown == split


def test_what_is_no_longer_labelled_is_left_out(tmp_path: Path, labels: LabelSet) -> None:
    split = choose_split(labels, 0.2)
    run = stored(tmp_path / "first", labels, split)
    gone = split.training[0]

    def without(face: Face) -> Face:
        return replace(face, state=FaceState.REJECTED) if face.id == gone else face

    _, grown = next_round(run, LabelSet(labels.root, labels.scheme, map(without, labels)))
    assert grown.training == split.training[1:]


def test_what_cannot_go_on_is_said(tmp_path: Path, labels: LabelSet) -> None:
    with pytest.raises(InputError, match="no weights to continue from"):
        next_round(stored(tmp_path / "bare", labels, weights=False), labels)
    run = stored(tmp_path / "first", labels)
    five = LabelSet(labels.root, generic_scheme(5), [])
    with pytest.raises(InputError, match="predicts 58 points, but the faces here have 5"):
        next_round(run, five)
    held = [labels[face_id] for face_id in choose_split(labels, 0.2).validation]
    with pytest.raises(InputError, match="label or correct some faces first"):
        next_round(run, LabelSet(labels.root, labels.scheme, held))


def test_corrections_since_the_run_began_are_counted(tmp_path: Path, faces: Path) -> None:
    labels = open_corrected(faces).labels
    first, second, third = list(labels)[:3]
    run = stored(tmp_path / "first", labels)
    began = RunFolder.open(run).started
    assert began is not None
    with Project.open(faces) as project:
        assert corrected_since(run, labels, project) == 0
        for face in (first, second):
            edit = move_points(face, [0], [(5.0, 5.0)], "nose tip")
            edit.apply(labels)
            project.record(edit)
        assert corrected_since(run, labels, project) == 2
        assert corrected_since(run, [labels[first.id], labels[third.id]], project) == 1
        state = run / "state.json"
        later = (began + timedelta(hours=1)).isoformat()
        state.write_text(state.read_text().replace(began.isoformat(timespec="seconds"), later))
        assert corrected_since(run, labels, project) == 0
