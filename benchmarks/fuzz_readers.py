"""Every reader of kpstudio as a function of bytes, with files to begin from.

A reader's function raises where the reader did what none should: anything but an `InputError` or a
`Problem` of one sentence, or a face that cannot be kept or written afterwards.
"""

from __future__ import annotations

import io
import json
import os
import shutil
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import numpy as np
from PIL import Image

from kpstudio import resources
from kpstudio.core.edits import set_state
from kpstudio.core.errors import InputError, Problem
from kpstudio.core.labelset import Face, FaceState, LabelSet, face_id
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.schema import PointSchema, generic_scheme, scheme_for_count, scheme_named
from kpstudio.core.splits import Split
from kpstudio.io.exporting import export
from kpstudio.io.formats import json_text
from kpstudio.io.formats.base import UNEXPECTED, Format, ReadResult
from kpstudio.io.images import read_grey, read_rgb, read_shown, read_size
from kpstudio.io.inside import pictures_inside
from kpstudio.io.opening import open_path
from kpstudio.io.registry import formats, sniff
from kpstudio.io.text import BrokenFileError, visible
from kpstudio.public.catalogue import read_catalogue
from kpstudio.public.unpack import Limits, Unpacking
from kpstudio.store import codec
from kpstudio.tasks.opening import read_names

CHECKED_FACES = 3
"""Of a file, whose way into the project and out again is tried."""
FAR = 1e9
PICTURE_KINDS = ("PNG", "JPEG", "GIF", "TIFF", "WEBP", "BMP", "PPM", "AVIF", "HEIF")


class Refused(Exception):  # noqa: N818 - what a reader ought to do
    """A reader said in one sentence why it does not take a file."""


@dataclass(frozen=True)
class Reader:
    """One of them.

    Attributes:
        name: What to call it.
        seeds: Files that it takes.
        read: Tries a file's content; raises `Refused` where the reader says no.
    """

    name: str
    seeds: tuple[bytes, ...] = field(repr=False)
    read: Callable[[bytes], None]


def readers() -> dict[str, Callable[[Path], Reader]]:
    """Return what makes each reader, in a folder that it uses."""
    makers = (
        *(_folder, _pictures, _table_of_pictures, _run, _project_rows, _project_file),
        *(_scheme, _archives, _catalogue, _answers, _names, _checkpoint),
    )
    others = {maker.__name__.strip("_").replace("_", " "): maker for maker in makers}
    return {form.name: partial(_format_reader, form) for form in formats()} | others


def sentence(text: str) -> None:
    """Check that a message is one for people."""
    assert text, "it says nothing"
    assert "\n" not in text.strip(), f"more than a line: {text[:200]!r}"
    assert visible(text) == text, f"cannot be shown: {text[:200]!r}"
    assert len(text) < 1000, f"{len(text)} letters long: {text[:200]!r}"
    assert UNEXPECTED not in text, text


def check_problems(problems: Sequence[Problem]) -> None:
    """Check that every problem is one sentence that says where."""
    for problem in problems:
        assert problem.where, f"says not where: {problem.message}"
        sentence(problem.message)


def check_faces(labels: LabelSet) -> None:
    """Check that what was read can be kept in a project, and comes back the same."""
    for name in labels.scheme.points:
        assert visible(name) == name, f"the point {name!r} cannot be shown"
    for face in list(labels)[:CHECKED_FACES]:
        text = codec.face_to_text(face)
        assert codec.face_to_text(codec.face_from_text(text)) == text
        text.encode()
        face.id.encode(errors="surrogateescape")
        if face.landmarks is not None:
            placed = face.landmarks.xy_image[face.landmarks.present]
            assert (np.abs(placed) <= FAR).all(), f"far away: {placed.max()}"


def example(form: Format, root: Path) -> list[bytes]:
    """Write a file of the format with its own pen, and return it."""
    Image.new("L", (64, 48), 128).save(root / "face.png")
    count = form.holds.points or 5
    scheme = scheme_named("wflw98") if count == 98 else scheme_for_count(count)
    xy = np.random.default_rng(0).uniform(1, 40, (2, count, 2))
    faces = [
        Face(face_id("face.png", k), "face.png", Landmarks.of(xy[k]), state=FaceState.LABELLED)
        for k in range(2 if form.holds.several_faces else 1)
    ]
    written = form.write(LabelSet(root, scheme, faces), faces, root)
    found = [path.read_bytes() for path in written]
    for path in written:
        path.unlink()
    return found


def _format_reader(form: Format, root: Path) -> Reader:
    root.mkdir(parents=True)
    path = root / f"face{form.suffixes[0]}"
    seeds = tuple(example(form, root))

    def read(data: bytes) -> None:
        path.write_bytes(data)
        sniff(path)
        result = form.read([path], root)
        check_problems(result.problems)
        if not result.faces:
            assert result.problems or result.pictures, "holds nothing, and none is told"
            raise Refused("; ".join(map(str, result.problems[:1])) or "pictures without faces")
        _take_further(result, form, root)

    return Reader(form.name, seeds, read)


def _take_further(result: ReadResult, form: Format, root: Path) -> None:
    labels = LabelSet(root, result.scheme, result.faces)
    check_faces(labels)
    out = root / "out"
    try:
        export(labels, result.faces[:CHECKED_FACES], form.name, out)
    except InputError as error:
        sentence(str(error))
    finally:
        shutil.rmtree(out, ignore_errors=True)


def _folder(root: Path) -> Reader:
    """Opening a folder with a file of any suffix in it, its pictures and points.csv."""
    root.mkdir(parents=True)
    seeds, names = [], []
    for form in formats():
        name = f"face{form.suffixes[0]}"
        if name not in names:
            names.append(name)
        seeds += [bytes([names.index(name)]) + data for data in example(form, root)]
    names.append("points.csv")
    seeds.append(bytes([len(names) - 1]) + b"name,mirror_index\na,1\nb,0\nc,2\nd,3\ne,4\n")

    def read(data: bytes) -> None:
        path = root / names[data[0] % len(names) if data else 0]
        path.write_bytes(data[1:])
        try:
            opened = open_path(root)
            check_problems(opened.problems)
            check_faces(opened.labels)
            read_alone = open_path(path)
            check_problems(read_alone.problems)
        except InputError as error:
            sentence(str(error))
            raise Refused(str(error)) from error
        finally:
            path.unlink()

    return Reader("folder", tuple(seeds), read)


def picture_bytes(kind: str, size: tuple[int, int] = (24, 16), **options: object) -> bytes:
    """Return a picture in a format of Pillow's."""
    if kind == "HEIF":
        import pillow_heif

        pillow_heif.register_heif_opener()
    buffer = io.BytesIO()
    noise = np.random.default_rng(0).integers(0, 255, (size[1], size[0], 3), np.uint8)
    Image.fromarray(noise).save(buffer, kind, **options)
    return buffer.getvalue()


def _pictures(root: Path) -> Reader:
    root.mkdir(parents=True)
    path = root / "face.jpg"
    exif = Image.Exif()
    exif[0x0112] = 6
    seeds = [picture_bytes(kind) for kind in PICTURE_KINDS]
    seeds += [picture_bytes("JPEG", progressive=True, exif=exif)]
    seeds += [picture_bytes("TIFF", compression="tiff_deflate"), picture_bytes("PNG", exif=exif)]

    def read(data: bytes) -> None:
        path.write_bytes(data)
        try:
            width, height = read_size(path)
            assert width > 0 < height
            read_shown(path, 16)
            read_rgb(path, 100)
            read_grey(path, 10)
        except InputError as error:
            sentence(str(error))
            raise Refused(str(error)) from error

    return Reader("pictures", tuple(seeds), read)


def _run(root: Path) -> Reader:
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


def _project_rows(_: Path) -> Reader:
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


def _project_file(root: Path) -> Reader:
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


def _table_of_pictures(root: Path) -> Reader:
    """Pictures that lie in a table."""
    root.mkdir(parents=True)
    path = root / "training.csv"
    grey = " ".join(str(k % 256) for k in range(64))
    seed = f"nose_x,nose_y,Image\n1,2,{grey}\n3,4,{grey}\n".encode()

    def read(data: bytes) -> None:
        path.write_bytes(data)
        try:
            inside = pictures_inside(path)
            for picture in inside[:2]:
                assert read_size(picture) == read_grey(picture).shape[::-1]
        except InputError as error:
            sentence(str(error))
            raise Refused(str(error)) from error

    return Reader("table of pictures", (seed,), read)


def _scheme(root: Path) -> Reader:
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


def _archives(root: Path) -> Reader:
    """Archives of public sets; nothing may be written outside the folder, nor a link anywhere."""
    root.mkdir(parents=True)
    folder, path = root / "out" / "in", root / "set.zip"
    limits = Limits(files=100, size=10_000_000)
    before = {root / "out", path}

    def read(data: bytes) -> None:
        path.write_bytes(data)
        folder.mkdir(parents=True)
        try:
            Unpacking(folder, limits).add(path)
        except InputError as error:
            sentence(str(error))
            raise Refused(str(error)) from error
        finally:
            outside = {*root.iterdir(), *(root / "out").iterdir()} - before - {folder}
            links = [p for p in folder.rglob("*") if not (p.is_file() or p.is_dir())]
            links += [p for p in folder.rglob("*") if p.is_symlink()]
            shutil.rmtree(root / "out")
            assert not outside, f"written outside: {outside}"
            assert not links, f"made: {links}"

    return Reader("archives", archives_of({"a/b.txt": b"hello", "c.pts": b"x" * 300}), read)


def archives_of(files: Mapping[str, bytes]) -> tuple[bytes, ...]:
    """Return a zip, a plain tar and three compressed ones with these files."""
    found = []
    for kind in ("", "gz", "bz2", "xz"):
        buffer = io.BytesIO()
        with tarfile.open(fileobj=buffer, mode=f"w:{kind}") as tar:
            for name, content in files.items():
                info = tarfile.TarInfo(name)
                info.size = len(content)
                tar.addfile(info, io.BytesIO(content))
        found.append(buffer.getvalue())
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return (buffer.getvalue(), *found)


def _catalogue(root: Path) -> Reader:
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


def _answers(root: Path) -> Reader:
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


def _names(root: Path) -> Reader:
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


def _checkpoint(root: Path) -> Reader:
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
