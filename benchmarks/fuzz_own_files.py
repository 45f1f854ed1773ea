"""The readers of files of kpstudio's own kinds as functions of bytes: see `fuzz_readers`."""

from __future__ import annotations

import io
import json
import os
import shutil
import zlib
from contextlib import suppress
from pathlib import Path

import numpy as np
from fuzz_rules import Reader, Refused, check_problems, example, sentence

from kpstudio import resources
from kpstudio.core.edits import set_state
from kpstudio.core.errors import InputError
from kpstudio.core.labelset import Face, FaceState, face_id
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.schema import PointSchema, generic_scheme, scheme_named
from kpstudio.core.splits import Split
from kpstudio.io.formats import json_text
from kpstudio.io.opening import open_path
from kpstudio.io.registry import formats
from kpstudio.io.text import BrokenFileError
from kpstudio.public.catalogue import read_catalogue
from kpstudio.store import codec
from kpstudio.tasks.opening import read_names


def run(root: Path) -> Reader:
    """The files of a run's folder, one changed at a time."""
    from kpstudio.engine.config import TrainConfig
    from kpstudio.engine.events import EpochEnd, Started
    from kpstudio.store.runs import RunFolder
    from kpstudio.tasks.run_curves import curve_of

    config = TrainConfig("smallnet", (0, 2), 60, 80, "picture", 1e-3, 4, 1, seed=7)
    whole = RunFolder.create(
        root / "0001", config.to_json(), generic_scheme(3), Split(("a",), ("b",), "person"), {}, {}
    )
    whole.append_event(Started(1, 1, 0.5, "cpu", 1, 1).to_json())
    whole.append_event({"event": "batch", "epoch": 0.5, "train_mse": 1.0})
    whole.append_event(EpochEnd(1, 0.5, 0.4, 0.1, 1.0, True, 0.3).to_json())
    whole.set_state("stopped")
    whole.rename("first")
    kept = {p.name: p.read_bytes() for p in sorted((root / "0001").iterdir()) if p.suffix}
    names = list(kept)
    seeds = tuple(bytes([k]) + kept[name] for k, name in enumerate(names))

    def read(data: bytes) -> None:
        name = names[data[0] % len(names)] if data else names[0]
        path = root / "0001" / name
        path.write_bytes(data[1:])
        try:
            run = RunFolder.open(root / "0001")
            _ = run.label, run.state, run.started, run.message, run.resumable
            run.summary()
            _ = TrainConfig.from_json(run.config), run.scheme, run.split, run.versions, run.data
            curve_of(run)
            run.rewind(1, {})
        except InputError as error:
            sentence(str(error))
            raise Refused(str(error)) from error
        finally:
            for each, content in kept.items():
                (root / "0001" / each).write_bytes(content)

    return Reader("run", seeds, read)


def project_rows(_: Path) -> Reader:
    """What the project keeps of a face, a change and a setting, as JSON in its tables."""
    face = Face(
        face_id("face.png"), "face.png", Landmarks.of([(1.0, 2.0)]), state=FaceState.LABELLED
    )
    text = codec.face_to_text(face).encode()
    change = json.dumps({"before": json.loads(text), "after": {"state": "corrected"}}).encode()
    takers = (codec.face_from_text, codec.change_from_text, codec.landmarks_from_text,
              codec.scheme_change_from_text)  # fmt: skip
    marks = codec.landmarks_to_text(Landmarks.of([(1.0, 2.0)])).encode()
    seeds = (b"\0" + text, b"\1" + change, b"\2" + marks,
             b"\3" + json.dumps([None, generic_scheme(2).to_json()]).encode())  # fmt: skip

    def read(data: bytes) -> None:
        take = takers[data[0] % len(takers)] if data else takers[0]
        try:
            take(data[1:].decode("utf-8", "replace"))
        except InputError as error:
            assert "\n" not in str(error)
            raise Refused(str(error)) from error

    return Reader("project rows", seeds, read)


def project_file(root: Path) -> Reader:
    """The project's database as a whole."""
    from kpstudio.store.project import Project
    from kpstudio.tasks.opening import open_corrected

    os.environ["XDG_DATA_HOME"] = os.environ["XDG_CACHE_HOME"] = str(root / "user")
    pts = next(form for form in formats() if form.name == "pts")
    root.mkdir(parents=True)
    (root / "face.pts").write_bytes(example(pts, root)[0])
    labels = open_path(root).labels
    with Project.open(root) as project:
        for state in (FaceState.CORRECTED, FaceState.LABELLED, FaceState.CORRECTED):
            face = next(iter(labels))
            edit = set_state(face, state)
            edit.apply(labels)
            project.record(edit)
    path = root / ".kpstudio" / "project.sqlite"
    seed = path.read_bytes()

    def read(data: bytes) -> None:
        shutil.rmtree(path.parent, ignore_errors=True)
        path.parent.mkdir()
        path.write_bytes(data)
        try:
            check_problems(open_corrected(root).problems)
            with Project.open(root) as opened:
                check_problems(opened.problems)
                _ = opened.stored_faces(), opened.history.entries()
        except InputError as error:
            sentence(str(error))
            raise Refused(str(error)) from error

    return Reader("project file", (seed, zlib.compress(seed)), read)


def scheme(root: Path) -> Reader:
    """A scheme file, as the scheme editor reads it."""
    root.mkdir(parents=True)
    path = root / "scheme.json"
    seeds = tuple(json.dumps(scheme_named(name).to_json()).encode() for name in ("five5", "imm58"))

    def read(data: bytes) -> None:
        path.write_bytes(data)
        try:
            scheme = PointSchema.from_json(json_text.load(path))
            assert PointSchema.from_json(scheme.to_json()) == scheme
        except (InputError, BrokenFileError) as error:
            assert "\n" not in str(error)
            raise Refused(str(error)) from error

    return Reader("scheme", seeds, read)


def catalogue(root: Path) -> Reader:
    root.mkdir(parents=True)
    path = root / "catalogue.json"
    whole = resources.read_json("public/catalogue.json")
    seed = json.dumps({**whole, "sets": whole["sets"][:1]}).encode()

    def read(data: bytes) -> None:
        path.write_bytes(data)
        try:
            read_catalogue(path)
        except InputError as error:
            assert "\n" not in str(error)
            raise Refused(str(error)) from error

    return Reader("catalogue", (seed,), read)


def answers(root: Path) -> Reader:
    """What networks answered in the search for wrong labels (.npz)."""
    root.mkdir(parents=True)
    from kpstudio.tasks.suspecting import answers_in

    buffer = io.BytesIO()
    np.savez_compressed(buffer, looks=np.zeros((2, 3, 4, 2)), ids=np.array(["a", "b"]))

    def read(data: bytes) -> None:
        (root / "a.npz").write_bytes(data)
        try:
            answers_in(root)
        except InputError as error:
            assert "\n" not in str(error)
            raise Refused(str(error)) from error

    return Reader("answers", (buffer.getvalue(),), read)


def names(root: Path) -> Reader:
    """A list of file names, such as that of held-out faces."""
    root.mkdir(parents=True)
    path = root / "names.txt"

    def read(data: bytes) -> None:
        path.write_bytes(data)
        try:
            read_names(path)
        except InputError as error:
            sentence(str(error))
            raise Refused(str(error)) from error

    return Reader("names", (b"a.jpg\n# no\nb.png\n",), read)


def checkpoint(root: Path) -> Reader:
    """Weights, and what is dressed as such."""
    import torch

    from kpstudio.engine import checkpoint
    from kpstudio.engine.config import TrainConfig
    from kpstudio.engine.network import Network
    from kpstudio.engine.state import load_state

    root.mkdir(parents=True)
    path, cpu = root / "best.safetensors", torch.device("cpu")
    config = TrainConfig("smallnet", (0, 2), 60, 80, "picture", 1e-3, 4, 1, seed=7)
    checkpoint.save(Network.new(config, generic_scheme(3), cpu), path, epoch=3)
    whole = path.read_bytes()
    header = 8 + int.from_bytes(whole[:8], "little")

    def read(data: bytes) -> None:
        path.write_bytes(data + whole[header:])  # the numbers are many, and all alike
        for take in (load_state, checkpoint.facts_of):
            with suppress(InputError):
                take(path)
        try:
            checkpoint.load(path, cpu)
        except InputError as error:
            assert "\n" not in str(error)
            raise Refused(str(error)) from error

    return Reader("checkpoint", (whole[:header],), read)
