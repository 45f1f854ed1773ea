"""Pictures of 30,000 x 30,000 pixels: refused or reduced in one sentence's time, within memory."""

from __future__ import annotations

import io
import struct
import subprocess
import sys
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from kpstudio.core.errors import InputError
from kpstudio.io import images
from kpstudio.io.images import read_grey, read_rgb, read_shown, read_size

SIDE = 30_000
MOST_MB = 600

# What a child inherits counts into ru_maxrss on Linux, so /proc is asked where it is there.
CHILD = """
import sys
from pathlib import Path
from kpstudio.core.errors import InputError
from kpstudio.io import images

try:
    {call}
except InputError as error:
    print(error)
try:
    lines = Path("/proc/self/status").read_text().splitlines()
    print(next(line.split()[1] for line in lines if line.startswith("VmHWM")))
except OSError:
    import resource
    unit = 1024 if sys.platform == "darwin" else 1
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // unit)
"""

needs_peak = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no getrusage")


def run(call: str) -> tuple[str, float]:
    """Return what a program of its own said, and the most memory it took, in MB."""
    done = subprocess.run(
        [sys.executable, "-c", CHILD.format(call=call)], capture_output=True, text=True, check=True
    )
    *said, peak = done.stdout.splitlines()
    return "\n".join(said), int(peak) / 1024


@pytest.fixture(scope="module")
def huge(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with h.png and h.jpg, made row by row: bright at the left, dark at the right."""
    folder = tmp_path_factory.mktemp("huge")
    row = Image.new("L", (SIDE, 16), 90)
    row.paste(200, (0, 0, SIDE // 2, 16))
    (folder / "h.png").write_bytes(tall_png(row.crop((0, 0, SIDE, 1)).tobytes()))
    (folder / "h.jpg").write_bytes(tall_jpeg(row))
    return folder


def tall_png(row: bytes) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        checksum = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + checksum

    packer = zlib.compressobj(1)
    pixels = b"".join(packer.compress(b"\0" + row) for _ in range(SIDE)) + packer.flush()
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", SIDE, SIDE, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def tall_jpeg(rows: Image.Image) -> bytes:
    """Repeat the first 8 rows of a grey picture; between restart markers all blocks are alike."""
    buffer = io.BytesIO()
    rows.save(buffer, "JPEG", quality=50, restart_marker_rows=1)
    data = buffer.getvalue()
    frame, scan = data.index(b"\xff\xc0"), data.index(b"\xff\xda")
    begin = scan + 2 + int.from_bytes(data[scan + 2 : scan + 4], "big")
    blocks = data[begin : data.index(b"\xff\xd0", begin)]
    header = data[: frame + 5] + SIDE.to_bytes(2, "big") + data[frame + 7 : begin]
    last = SIDE // 8 - 1
    marks = (bytes([0xFF, 0xD0 + k % 8]) if k < last else b"\xff\xd9" for k in range(last + 1))
    return header + b"".join(blocks + mark for mark in marks)


@needs_peak
@pytest.mark.parametrize("call", ["read_size(p)", "read_rgb(p)", "read_shown(p, 800)"])
def test_a_huge_png_is_refused_before_it_is_decoded(huge: Path, call: str) -> None:
    said, peak = run(f"p = Path({str(huge / 'h.png')!r}); images.{call}")
    assert "h.png: 30000 x 30000 pixels are too many for kpstudio" in said
    assert peak < MOST_MB


@needs_peak
@pytest.mark.parametrize(
    ("call", "expected"),
    [
        ("images.read_size(p)", "(30000, 30000)"),
        ("s.width, s.height, s.pixels.shape, s.pixels[-9, 9, 0], s.pixels[9, -9, 0]",
         "30000 30000 (1875, 1875, 3) 200 90"),
        ("images.read_grey(p, 500)[[-9, 9], [9, -9]].tolist()", "[200, 90]"),
    ],
)  # fmt: skip
def test_a_huge_jpeg_is_shown_reduced(huge: Path, call: str, expected: str) -> None:
    first = "s = images.read_shown(p, 1000); " if call.startswith("s.") else ""
    said, peak = run(f"p = Path({str(huge / 'h.jpg')!r}); {first}print({call})")
    assert said == expected
    assert peak < MOST_MB


@needs_peak
def test_all_that_the_screen_gets_of_a_huge_jpeg_fits_in_memory(huge: Path) -> None:
    path = str(huge / "h.jpg")
    said, peak = run(f"print(images.read_shown(Path({path!r}), None).pixels.shape)")
    assert said == "(3750, 3750, 3)"
    assert peak < MOST_MB


def test_a_huge_jpeg_in_full_is_refused(huge: Path) -> None:
    with pytest.raises(InputError, match=r"h\.jpg: 30000 x 30000 pixels are too many"):
        read_rgb(huge / "h.jpg")


def test_a_progressive_jpeg_is_held_in_full_and_so_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(images, "MAX_PIXELS", 10_000)
    picture = Image.new("L", (200, 100))
    picture.save(tmp_path / "plain.jpg")
    picture.save(tmp_path / "progressive.jpg", progressive=True)
    assert read_shown(tmp_path / "plain.jpg", 50).pixels.shape == (25, 50, 3)
    with pytest.raises(InputError, match=r"progressive\.jpg: 200 x 100 pixels"):
        read_size(tmp_path / "progressive.jpg")


@pytest.mark.parametrize("mode", ["RGB", "L", "RGBA", "P", "I;16"])
@pytest.mark.parametrize("size", [(96, 64), (101, 67), (67, 101)])
def test_what_is_reduced_in_strips_lies_right(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mode: str, size: tuple[int, int]
) -> None:
    y, x = np.mgrid[: size[1], : size[0]]
    grey = (x + y).astype(np.uint8)
    picture = Image.fromarray(grey.astype(np.uint16) * 257 if mode == "I;16" else grey)
    (picture if mode == "I;16" else picture.convert(mode)).save(tmp_path / "a.png")
    sharp = read_grey(tmp_path / "a.png", max_side=40).astype(int)
    assert read_shown(tmp_path / "a.png", 20).whole
    monkeypatch.setattr(images, "SCREEN_PIXELS", 4000)
    monkeypatch.setattr("kpstudio.io.flatten.STRIP_PIXELS", 700)
    shown = read_shown(tmp_path / "a.png", None)
    assert (shown.width, shown.height) == size
    assert shown.pixels.shape[:2] == (-(-size[1] // 2), -(-size[0] // 2))
    rows, columns = shown.pixels.shape[:2]
    x_image = (np.arange(columns) + 0.5) * size[0] / columns - 0.5
    y_image = (np.arange(rows) + 0.5) * size[1] / rows - 0.5
    off = shown.pixels[..., 0].astype(float) - (x_image[None] + y_image[:, None])
    assert np.abs(off[1:-1, 1:-1]).max() <= 1.5
    strips = read_grey(tmp_path / "a.png", max_side=40).astype(int)
    assert np.abs(strips - sharp)[1:-1, 1:-1].max() <= 2
