"""Files that grow when they are read, run in a process of its own that may not take much memory.

Run as a program with a folder: every bomb is written there and read; printed is, for each, what the
reader said, how long it took and how much memory, as JSON.
"""

from __future__ import annotations

import io
import json
import struct
import sys
import time
import zlib
from collections.abc import Callable
from pathlib import Path

from PIL import Image

from kpstudio.core.errors import InputError
from kpstudio.io.images import read_shown
from kpstudio.io.registry import format_named, sniff

MB = 1_000_000


def chunk(kind: bytes, data: bytes) -> bytes:
    check_sum = zlib.crc32(kind + data)
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check_sum)


def png(width: int, height: int, pixels: bytes) -> bytes:
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    data = chunk(b"IDAT", zlib.compress(pixels, 9))
    return b"\x89PNG\r\n\x1a\n" + header + data + chunk(b"IEND", b"")


def tiff_tile(side: int) -> bytes:
    """A picture of one pixel in a tile of ``side`` squared."""
    data = zlib.compress(bytes(1_000_000), 9)
    tags = {256: 1, 257: 1, 258: 8, 259: 8, 262: 1, 277: 1, 322: side, 323: side, 324: 8,
            325: len(data)}  # fmt: skip
    table = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in tags.items())
    data += b"\0" * (len(data) % 2)
    head = b"II*\0" + struct.pack("<I", 8 + len(data))
    return head + data + struct.pack("<H", len(tags)) + table + bytes(4)


def jpeg_scans(side: int, scans: int) -> bytes:
    """A progressive picture that is gone over again and again, which takes few bytes each time."""
    buffer = io.BytesIO()
    Image.new("L", (64, 64), 128).save(buffer, "JPEG", progressive=True)
    data = buffer.getvalue()
    frame, scan = data.index(b"\xff\xc2"), data.index(b"\xff\xda")
    size = struct.pack(">HH", side, side)
    one = b"\xff\xda\0\x08\x01\x01\0\x01\x3f\0" + bytes(8)
    return data[: frame + 5] + size + data[frame + 9 : scan] + one * scans + b"\xff\xd9"


def colours_apart(side: int) -> bytes:
    """A JPEG whose colours come one after the other, which no program can decode coarsely."""
    buffer = io.BytesIO()
    Image.new("RGB", (16, 16)).save(buffer, "JPEG")
    data = buffer.getvalue()
    frame, scan = data.index(b"\xff\xc0"), data.index(b"\xff\xda")
    size = struct.pack(">HH", side, side)
    one = b"\xff\xda\0\x08\x01\x01\0\0\x3f\0" + bytes(8)
    return data[: frame + 5] + size + data[frame + 9 : scan] + one + b"\xff\xd9"


def labelme(shapes: list[dict[str, object]]) -> bytes:
    return json.dumps({"imagePath": "face.png", "shapes": shapes}).encode()


def point(label: str, group: int | None = None) -> dict[str, object]:
    return {"label": label, "points": [[5, 5]], "shape_type": "point", "group_id": group}


def rectangle() -> dict[str, object]:
    return {"label": "face", "points": [[1, 1], [9, 9]], "shape_type": "rectangle"}


def dlib(boxes: str, comment: str = "") -> bytes:
    images = f'<images><image file="face.png">{boxes}</image></images>'
    return f"<dataset><comment>{comment}</comment>{images}</dataset>".encode()


def dlib_box(name: object) -> str:
    return f'<box top="1" left="1" width="9" height="9"><part name="{name}" x="1" y="2"/></box>'


def animals(count: int) -> bytes:
    """DeepLabCut's table with ``count`` animals, each with a body part of its own."""
    numbers = [str(k // 2) for k in range(2 * count)]
    rows = [["scorer"] + ["a"] * 2 * count, ["individuals", *numbers], ["bodyparts", *numbers],
            ["coords", *"xy" * count], ["face.png"] + ["1"] * 2 * count]  # fmt: skip
    return "\n".join(map(",".join, rows)).encode()


def chain(count: int) -> bytes:
    """Label Studio's task in which one region is tied to all others."""
    ties = [{"from_id": "a", "to_id": str(k), "type": "relation"} for k in range(count)]
    return json.dumps([{"data": {"image": "face.png"}, "annotations": [{"result": ties}]}]).encode()


def laughs(outermost: str) -> bytes:
    entities = "".join(f'<!ENTITY l{k + 1} "{f"&l{k};" * 10}">' for k in range(12))
    head = f'<?xml version="1.0"?><!DOCTYPE {outermost} [<!ENTITY l0 "lol">{entities}]>'
    return f"{head}<{outermost}>&l12;</{outermost}>".encode()


def deep_xml(outermost: str) -> bytes:
    inside = "<image>" * 100_000 + "</image>" * 100_000
    return f"<{outermost}>{inside}</{outermost}>".encode()


LABELS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "millions of columns": ("csv", lambda: ("image," + "x0,y0," * MB + "\na.png").encode()),
    "a row without an end": ("csv", lambda: b"image,x0,y0\n" + b'"\n",' * MB),
    "lines of no use": ("csv", lambda: b"image,x0,y0\nface.png,1,2\n" + b"a\n" * 100_000),
    "a thousand million points": ("pts", lambda: b"version: 1\nn_points: 1000000000\n{\n1 2\n}\n"),
    "numbers of 299 digits": ("coco", lambda: b'{"annotations":[' + b"9" * 299 + b", 1" * 9
                              + (b"," + b"9" * 299) * 20_000 + b"]}"),
    "millions of lists": ("coco", lambda: b'{"annotations":[' + b"[]," * 17 * MB + b"1]}"),
    "a million parts": ("dlib", lambda: dlib(dlib_box(0) * 500, "kpstudio: 999999 points")),
    "a name for each face": ("dlib", lambda: dlib("".join(map(dlib_box, range(9000))))),
    "a body part for each animal": ("deeplabcut", lambda: animals(20_000)),
    "one label for all": ("labelme", lambda: labelme([point("a")] * 20_000)),
    "boxes and faces": ("labelme", lambda: labelme(
        [rectangle()] * 1500 + [point("a", k) for k in range(1500)])),
    "a chain of relations": ("labelstudio", lambda: chain(30_000)),
    "laughs of dlib": ("dlib", lambda: laughs("dataset")),
    "laughs of CVAT": ("cvat", lambda: laughs("annotations")),
    "deep dlib": ("dlib", lambda: deep_xml("dataset")),
    "deep CVAT": ("cvat", lambda: deep_xml("annotations")),
}  # fmt: skip

PICTURES: dict[str, Callable[[], bytes]] = {
    "100,000 squared": lambda: png(100_000, 100_000, bytes(1000)),
    "one pixel, 20 MB": lambda: png(1, 1, bytes(20 * MB)),
    "a comment without an end": lambda: b"P3\n#" + b"1" * 5 * MB,
    "a header without an end": lambda: b"\xff\xd8" + b"\xff" * 5 * MB,
    "text": lambda: b"P3\n8000 8000 255\n" + b"1 " * MB,
    "a tile of 40,000 squared": lambda: tiff_tile(40_000),
    "a thousand scans": lambda: jpeg_scans(6000, 1000),
    "colours apart": lambda: colours_apart(30_000),
}


def read_labels(form: str, path: Path) -> str:
    found = format_named(form)
    sniff(path)
    result = found.read([path], path.parent)
    assert len(result.problems) < 21_000
    return result.problems[0].message if result.problems else f"{len(result.faces)} faces"


def read_picture(path: Path) -> str:
    try:
        return str(read_shown(path, 400).pixels.shape)
    except InputError as error:
        return str(error)


def peak_mb() -> float:
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return int(next(line.split()[1] for line in lines if line.startswith("VmHWM"))) / 1024


def measured(read: Callable[[Path], str], path: Path, data: bytes) -> tuple[str, float, float]:
    """Return what a reader said, its seconds and its megabytes besides those that there were."""
    path.write_bytes(data)
    del data
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # forgets the peak
    before, began = peak_mb(), time.process_time()
    said = read(path)
    took = time.process_time() - began
    path.unlink()
    return said, took, peak_mb() - before


def main(folder: Path) -> None:
    Image.new("L", (64, 48)).save(folder / "face.png")
    found = {}
    for name, (form, make) in LABELS.items():
        path = folder / f"labels{format_named(form).suffixes[0]}"
        found[name] = measured(lambda p, form=form: read_labels(form, p), path, make())
    for name, make in PICTURES.items():
        found[name] = measured(read_picture, folder / "bomb.jpg", make())
    print(json.dumps(found))


if __name__ == "__main__":
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
    main(Path(sys.argv[1]))
