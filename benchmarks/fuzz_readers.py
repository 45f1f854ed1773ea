"""Every reader of kpstudio as a function of bytes, with files to begin from.

A reader's function raises where the reader did what none should: anything but an `InputError` or a
`Problem` of one sentence, or a face that cannot be kept or written afterwards.
"""

from __future__ import annotations

import io
import shutil
import tarfile
import zipfile
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import fuzz_own_files
import numpy as np
from fuzz_rules import (
    CHECKED_FACES,
    Reader,
    Refused,
    check_faces,
    check_problems,
    example,
    sentence,
)
from PIL import Image

from kpstudio.core.errors import InputError
from kpstudio.core.labelset import LabelSet
from kpstudio.io.exporting import export
from kpstudio.io.formats.base import Format, ReadResult
from kpstudio.io.images import read_grey, read_rgb, read_shown, read_size
from kpstudio.io.inside import pictures_inside
from kpstudio.io.opening import open_path
from kpstudio.io.registry import formats, sniff
from kpstudio.public.unpack import Limits, Unpacking

PICTURE_KINDS = ("PNG", "JPEG", "GIF", "TIFF", "WEBP", "BMP", "PPM", "AVIF", "HEIF")


def readers() -> dict[str, Callable[[Path], Reader]]:
    """Return what makes each reader, in a folder that it uses."""
    own = fuzz_own_files
    makers = (
        *(_folder, _pictures, _table_of_pictures, own.run, own.project_rows, own.project_file),
        *(own.scheme, _archives, own.catalogue, own.answers, own.names, own.checkpoint),
    )
    others = {maker.__name__.strip("_").replace("_", " "): maker for maker in makers}
    return {form.name: partial(_format_reader, form) for form in formats()} | others


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
