from __future__ import annotations

import json
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kpstudio.cli import console
from kpstudio.cli.main import main
from kpstudio.core.edits import move_points
from kpstudio.io.opening import open_path
from kpstudio.store.project import Project
from kpstudio.store.runs import RunFolder
from tests.cli.conftest import Run
from tests.small_faces import draw_picture, write_faces

Json = Callable[..., Any]
Refused = Callable[..., str]

QUICK = ("--epochs", "2", "--device", "cpu")


@pytest.fixture(scope="module")
def run_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """BigNet after two epochs on ten small faces, two of them held out by a list."""
    folder = tmp_path_factory.mktemp("trained")
    write_faces(folder / "faces")
    (folder / "held-out.txt").write_text("01-1m.png\n01-2m.png\n")
    out = folder / "run"
    held_out = ("--val-list", str(folder / "held-out.txt"))
    command = ["train", str(folder / "faces"), "--preset", "bignet", "--out", str(out)]
    assert main([*command, *held_out, *QUICK]) == 0
    return out


def train(faces: Path, out: Path, *more: object, preset: str = "smallnet") -> tuple[object, ...]:
    return ("train", faces, "--preset", preset, "--out", out, *QUICK, *more)


def test_every_event_is_a_line_of_json(kpstudio: Run, faces: Path, tmp_path: Path) -> None:
    code, out, err = kpstudio(*train(faces, tmp_path / "run", "--json"))
    assert (code, err) == (0, "")
    events = [json.loads(line) for line in out.splitlines()]
    assert [event["event"] for event in events if event["event"] == "epoch"] == ["epoch"] * 2
    done = events[-1]
    assert done["event"] == "done"
    assert {"best_val_mse", "epochs", "seconds", "images_per_second"} <= set(done)
    assert done["epochs"] == 2
    run = RunFolder.open(tmp_path / "run")
    assert run.events() == events
    assert run.state == "done"
    assert {"best.safetensors", "last.safetensors"} <= {p.name for p in run.path.iterdir()}


def test_without_json_progress_goes_to_stderr(kpstudio: Run, faces: Path, tmp_path: Path) -> None:
    code, out, err = kpstudio(*train(faces, tmp_path / "run"))
    assert code == 0
    assert out == f"the run is in {tmp_path / 'run'}\n"
    assert "8 faces to train on, 2 held out, 1 point, on cpu" in err
    assert "epoch 2/2" in err
    assert "trained 2 epochs" in err


def test_options_reach_the_run(kpstudio: Run, faces: Path, tmp_path: Path) -> None:
    options = ("--lr", "0.002", "--batch-size", "3", "--seed", "7", "--points", "mouth,52")
    more = (*options, "--val-fraction", "0.4")
    assert kpstudio(*train(faces, tmp_path / "run", *more, preset="bignet"))[0] == 0
    run = RunFolder.open(tmp_path / "run")
    assert run.config["lr"] == 0.002
    assert run.config["batch_size"] == 3
    assert run.config["seed"] == 7
    assert run.config["epochs"] == 2
    assert run.config["points"] == [*range(39, 47), 52]
    assert len(run.split.validation) == 4


def test_other_seeds_are_judged_on_the_same_faces(
    kpstudio: Run, faces: Path, tmp_path: Path
) -> None:
    splits = set()
    for seed in (0, 1, 2):
        out = tmp_path / f"run{seed}"
        kpstudio(
            "train", faces, "--preset", "smallnet", "--out", out, "--epochs", "1", "--seed", seed
        )
        splits.add(RunFolder.open(out).split.validation)
    assert len(splits) == 1


def test_corrected_points_are_what_is_trained_on(
    kpstudio: Run, faces: Path, tmp_path: Path
) -> None:
    labels = open_path(faces).labels
    with Project.open(faces) as project:
        for face in labels:
            project.record(move_points(face, [52], [[2.0, 3.0]], "nose tip"))
    assert kpstudio(*train(faces, tmp_path / "run"))[0] == 0
    started = RunFolder.open(tmp_path / "run").events()
    # All noses on one spot: their mean is perfect.
    assert [e["mean_shape_mse"] for e in started if e["event"] == "started"] == [0.0]


def test_ctrl_c_stops_the_training_and_keeps_what_it_has(
    kpstudio: Run, faces: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    say_json = console.say_json

    def interrupt(event: dict[str, object]) -> None:
        say_json(event)
        if event["event"] == "epoch":
            signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(console, "say_json", interrupt)
    before = signal.getsignal(signal.SIGINT)
    out = tmp_path / "run"
    code, printed, _ = kpstudio(
        "train", faces, "--preset", "smallnet", "--out", out, "--epochs", "500", "--json"
    )
    assert code == 130
    assert signal.getsignal(signal.SIGINT) is before
    last = json.loads(printed.splitlines()[-1])
    assert (last["event"], last["stopped"], last["epochs"]) == ("done", True, 1)
    assert RunFolder.open(out).state == "stopped"
    monkeypatch.undo()
    assert kpstudio("evaluate", out, faces)[0] == 0


def test_evaluate_has_the_agreed_keys(kpstudio_json: Json, run_folder: Path) -> None:
    faces, held_out = run_folder.parent / "faces", run_folder.parent / "held-out.txt"
    found = kpstudio_json("evaluate", run_folder, faces, "--list", held_out)
    agreed = {"faces", "mse", "nme", "failure_rate", "auc", "per_face"}
    assert set(found) == agreed | {"threshold", "groups", "points", "jaw", "slices"}
    assert found["faces"] == 2
    assert set(found["nme"]) == {"mean", "median", "normaliser"}
    assert found["nme"]["normaliser"] == "inter-ocular"
    assert [set(face) for face in found["per_face"]] == [{"image", "nme", "mse", "px"}] * 2
    assert [face["image"] for face in found["per_face"]] == ["01-1m.png", "01-2m.png"]
    best = RunFolder.open(run_folder).events()[-1]["best_val_mse"]
    assert found["mse"] == pytest.approx(best, rel=1e-3)


def test_evaluate_says_what_was_trained_on(kpstudio: Run, run_folder: Path) -> None:
    code, out, _ = kpstudio("evaluate", run_folder, run_folder.parent / "faces")
    assert code == 0
    assert "10 faces" in out
    assert "8 of them the run was trained on" in out
    assert "failures (NME over 8%)" in out
    assert "by split" in out and "train" in out
    assert max(map(len, out.splitlines())) < 160


def test_evaluate_measures_by_what_it_is_told(
    kpstudio: Run, kpstudio_json: Json, refused: Refused, run_folder: Path
) -> None:
    faces = run_folder.parent / "faces"
    plain = kpstudio_json("evaluate", run_folder, faces)
    told = ("--normaliser", "box diagonal", "--threshold", "0.1")
    found = kpstudio_json("evaluate", run_folder, faces, *told)
    assert (plain["threshold"], found["threshold"]) == (0.08, 0.1)
    assert found["nme"]["normaliser"] == "box diagonal"
    assert found["nme"]["mean"] < plain["nme"]["mean"]
    for one, other in zip(found["per_face"], plain["per_face"], strict=True):
        assert one["px"] == other["px"]
    assert "box diagonal" in kpstudio("evaluate", run_folder, faces, *told)[1]
    assert "use inter-ocular, inter-pupil" in refused(
        "evaluate", run_folder, faces, "--normaliser", "nose"
    )


def test_evaluate_breaks_the_figures_down(kpstudio_json: Json, run_folder: Path) -> None:
    found = kpstudio_json("evaluate", run_folder, run_folder.parent / "faces")
    parts = {"jaw", "jaw along", "jaw across", "eyes", "brows", "nose", "mouth"}
    assert set(found["groups"]) == parts
    assert len(found["points"]) == 58
    assert len(found["jaw"]["across"]) == 13
    split = {one["name"]: one for one in found["slices"] if one["by"] == "split"}
    assert (split["train"]["faces"], split["val"]["faces"]) == (8, 2)
    assert split["train"]["training"]["faces"] == 8
    every = [one for one in found["slices"] if one["by"] == "person"]
    assert sum(one["faces"] for one in every) == 10
    assert every[0]["where"] == f"person:{every[0]['name']}"


@pytest.mark.parametrize("to", ["asf", "pts", "dlib", "csv", "json"])
def test_predict_pictures_and_folders(
    kpstudio_json: Json, run_folder: Path, tmp_path: Path, to: str
) -> None:
    (tmp_path / "in").mkdir()
    draw_picture(tmp_path / "in" / "a.png", seed=1)
    draw_picture(tmp_path / "b.png", seed=2)
    paths = (tmp_path / "in", tmp_path / "b.png")
    report = kpstudio_json("predict", run_folder, *paths, "--to", to, "--out", tmp_path / "out")
    assert (report["faces"], report["points"]) == (2, 116)
    assert report["problems"] == []
    assert all(Path(path).is_file() for path in report["files"])


def test_predict_writes_the_points_of_another_scheme(
    kpstudio_json: Json, refused: Refused, run_folder: Path, tmp_path: Path
) -> None:
    draw_picture(tmp_path / "a.png", seed=1)
    given = ("predict", run_folder, tmp_path / "a.png", "--to", "csv", "--out", tmp_path / "out")
    report = kpstudio_json(*given, "--scheme", "five5")
    assert report["points"] == 5
    assert (tmp_path / "out" / "labels.csv").read_text().startswith("image,right eye_x")
    assert "helen194" in refused(*given, "--scheme", "helen194")


def test_predict_goes_on_past_a_broken_picture(
    kpstudio: Run, run_folder: Path, tmp_path: Path
) -> None:
    draw_picture(tmp_path / "a.png", seed=1)
    (tmp_path / "b.png").write_bytes(b"broken")
    paths = (tmp_path / "a.png", tmp_path / "b.png")
    command = ("predict", run_folder, *paths, "--to", "pts", "--out", tmp_path / "out")
    code, out, err = kpstudio(*command)
    assert code == 0
    assert "1 face, with 58 points" in out
    assert "b.png" in err
    code, _, err = kpstudio(*command)
    assert code == 2
    assert "a.pts already exists" in err


def test_a_network_for_other_points_cannot_be_evaluated(
    refused: Refused, run_folder: Path, tmp_path: Path
) -> None:
    draw_picture(tmp_path / "a.png", seed=1)
    draw_picture(tmp_path / "without-labels.png", seed=2)
    (tmp_path / "a.pts").write_text("version: 1\nn_points: 2\n{\n1 1\n5 5\n}\n")
    line = refused("evaluate", run_folder, tmp_path)
    assert "58 points" in line


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--lr", "abc"),
        ("--lr", "-1"),
        ("--lr", "0"),
        ("--lr", "nan"),
        ("--lr", "1e9"),
        ("--batch-size", "0"),
        ("--batch-size", "2.5"),
        ("--epochs", "-3"),
        ("--seed", "-1"),
        ("--val-fraction", "1"),
        ("--val-fraction", "much"),
        ("--points", "wings"),
        ("--points", "0-58"),
        ("--points", ""),
        ("--device", "abacus"),
        ("--preset", "hugenet"),
    ],
)
def test_settings_out_of_range(
    refused: Refused, faces: Path, tmp_path: Path, option: str, value: str
) -> None:
    refused("train", faces, "--preset", "smallnet", "--out", tmp_path / "run", option, value)
    assert not (tmp_path / "run").exists()


def test_lists_that_do_not_fit(refused: Refused, faces: Path, tmp_path: Path) -> None:
    names = tmp_path / "names.txt"
    command = train(faces, tmp_path / "run", "--val-list", names)
    assert "names.txt" in refused(*command)
    names.write_text("01-1m.png\nstranger.png\n")
    assert "stranger.png" in refused(*command)
    names.write_text("".join(f"{path.name}\n" for path in faces.glob("*.png")))
    assert "no labelled faces are left" in refused(*command)
    assert "not allowed with" in refused(*command, "--val-fraction", "0.2")
    assert not (tmp_path / "run").exists()


def test_a_run_is_never_overwritten(refused: Refused, run_folder: Path, faces: Path) -> None:
    before = (run_folder / "best.safetensors").read_bytes()
    assert "already exists" in refused(*train(faces, run_folder))
    assert (run_folder / "best.safetensors").read_bytes() == before


def test_nothing_to_train_on(refused: Refused, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for name in ("gone", "empty"):
        assert name in refused(*train(tmp_path / name, tmp_path / "run"))
    (tmp_path / "photos").mkdir()
    draw_picture(tmp_path / "photos" / "a.png", seed=1)
    for preset in ("smallnet", "bignet"):
        line = refused(*train(tmp_path / "photos", tmp_path / "run", preset=preset))
        assert "no labelled faces" in line


def test_what_is_no_run(refused: Refused, faces: Path, tmp_path: Path) -> None:
    for name in ("gone", "faces"):
        assert "not a run" in refused("evaluate", tmp_path / name, faces)
        command = ("predict", tmp_path / name, faces, "--to", "pts", "--out", tmp_path / "out")
        assert "not a run" in refused(*command)


def test_damaged_weights(refused: Refused, run_folder: Path, faces: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    copy.mkdir()
    for path in run_folder.glob("*.json"):
        (copy / path.name).write_bytes(path.read_bytes())
    assert "best.safetensors" in refused("evaluate", copy, faces)
    (copy / "best.safetensors").write_bytes(b"\x00" * 64)
    assert "best.safetensors" in refused("evaluate", copy, faces)


def test_predict_complains_before_it_computes(
    refused: Refused, run_folder: Path, tmp_path: Path
) -> None:
    draw_picture(tmp_path / "a.png", seed=1)
    out = ("--out", tmp_path / "out")
    assert "word" in refused("predict", run_folder, tmp_path / "a.png", "--to", "word", *out)
    assert "gone.png" in refused("predict", run_folder, tmp_path / "gone.png", "--to", "pts", *out)
