"""Unpacking what a stranger made: nothing outside the folder, nothing without bounds."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import struct
import tarfile
import tempfile
import unicodedata
import zipfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpstudio.core.errors import Cancelled, InputError
from kpstudio.public.unpack import Limits, Unpacking, is_archive, safe_name

SQUEEZE: dict[str, Callable[[bytes], bytes]] = {
    "tar": bytes,
    "tar.gz": gzip.compress,
    "tar.bz2": bz2.compress,
    "tar.xz": lzma.compress,
}
PLAIN = {"faces/a.txt": b"one", "faces/b/c.jpg": b"two" * 1000, "read me.txt": b""}
HOSTILE = (
    *("../evil.txt", "faces/../../evil.txt", "/tmp/evil.txt", "C:/evil.txt", "c:evil.txt"),
    *("..\\evil.txt", "\\\\host\\share\\evil.txt", "faces/..", "nul", "faces/COM1.txt", "a.", "b "),
    *("x:stream", "line\nbreak", "tab\t", "what?", "n" * 300),
)


def member(name: str, content: bytes = b"", **fields: object) -> tuple[tarfile.TarInfo, bytes]:
    info = tarfile.TarInfo(name)
    info.size = len(content)
    for field, value in fields.items():
        setattr(info, field, value)
    return info, content


def tar_of(members: Iterable[tuple[tarfile.TarInfo, bytes]]) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as tar:
        for info, content in members:
            tar.addfile(info, io.BytesIO(content) if content else None)
    return buffer.getvalue()


def zip_of(members: Iterable[tuple[str, bytes]]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def unpacked(content: bytes, tmp_path: Path, limits: Limits | None = None) -> Path:
    archive = tmp_path / "set.archive"
    archive.write_bytes(content)
    folder = tmp_path / "folder"
    folder.mkdir()
    Unpacking(folder, limits or Limits()).add(archive)
    return folder


def refused(content: bytes, tmp_path: Path, limits: Limits | None = None) -> str:
    with pytest.raises(InputError) as error:
        unpacked(content, tmp_path, limits)
    told = str(error.value)
    assert told.startswith("set.archive was not unpacked: ")
    assert "\n" not in told
    return told


def files_in(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


@pytest.mark.parametrize("kind", [*SQUEEZE, "zip"])
def test_every_kind_comes_out_as_it_went_in(tmp_path: Path, kind: str) -> None:
    if kind == "zip":
        content = zip_of([("faces/", b""), *PLAIN.items()])
    else:
        folders = [member("./faces", type=tarfile.DIRTYPE, mode=0)]
        content = SQUEEZE[kind](
            tar_of([*folders, *(member(f"./{n}", c) for n, c in PLAIN.items())])
        )
    assert files_in(unpacked(content, tmp_path)) == PLAIN


def test_an_empty_archive_is_one(tmp_path: Path) -> None:
    assert files_in(unpacked(tar_of([]), tmp_path)) == {}


def test_archives_share_folders_and_no_file(tmp_path: Path) -> None:
    for name, inside in (("a.zip", "jpg/1.jpg"), ("b.zip", "jpg/2.jpg"), ("c.zip", "JPG/3.jpg")):
        (tmp_path / name).write_bytes(zip_of([(inside, name.encode())]))
    folder = tmp_path / "folder"
    folder.mkdir()
    unpacking = Unpacking(folder)
    assert [unpacking.add(tmp_path / name) for name in ("a.zip", "b.zip")] == [1, 1]
    assert files_in(folder) == {"jpg/1.jpg": b"a.zip", "jpg/2.jpg": b"b.zip"}
    with pytest.raises(InputError, match="which already exists"):
        unpacking.add(tmp_path / "a.zip")
    with pytest.raises(InputError, match="the same name on some systems"):
        unpacking.add(tmp_path / "c.zip")


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("kind", ["tar", "zip"])
def test_a_hostile_name_is_refused(tmp_path: Path, kind: str, name: str) -> None:
    content = tar_of([member(name, b"x")]) if kind == "tar" else zip_of([(name, b"x")])
    if kind == "zip":
        assert zipfile.ZipFile(io.BytesIO(content)).namelist() == [name]
    assert " a name that " in refused(content, tmp_path)
    assert files_in(tmp_path) == {"set.archive": content}


def test_a_name_that_is_no_unicode_is_refused(tmp_path: Path) -> None:
    content = tar_of([member("caf\udce9.txt", b"x")])
    assert "a name that not every disk allows" in refused(content, tmp_path)


@pytest.mark.parametrize(
    "names",
    [
        ("a/Face.jpg", "a/face.jpg"),
        ("Faces/a.jpg", "faces/b.jpg"),
        (unicodedata.normalize("NFC", "é.jpg"), unicodedata.normalize("NFD", "é.jpg")),
    ],
)
def test_names_that_some_systems_take_for_one_are_refused(
    tmp_path: Path, names: tuple[str, str]
) -> None:
    content = tar_of([member(name, b"x") for name in names])
    assert "the same name on some systems" in refused(content, tmp_path)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_that_stands_twice_is_refused(tmp_path: Path) -> None:
    twice = [("a.jpg", b"x"), ("a.jpg", b"y")]
    assert "'a.jpg' twice" in refused(zip_of(twice), tmp_path)
    (tmp_path / "more").mkdir()
    content = tar_of([member(name, content) for name, content in twice])
    assert "'a.jpg' twice" in refused(content, tmp_path / "more")


@pytest.mark.parametrize("names", [("a", "a/b.jpg"), ("a/b.jpg", "a")])
def test_a_file_that_is_a_folder_too_is_refused(tmp_path: Path, names: tuple[str, str]) -> None:
    refused(tar_of([member(name, b"x") for name in names]), tmp_path)


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE])
@pytest.mark.parametrize("target", ["../outside", "/etc/hosts", "a/../../outside", "C:\\x", "gone"])
def test_a_link_to_elsewhere_is_refused(tmp_path: Path, kind: bytes, target: str) -> None:
    (tmp_path / "outside").write_text("secret")
    content = tar_of([member("link", type=kind, linkname=target)])
    refused(content, tmp_path)
    assert files_in(tmp_path / "folder") == {}


def test_writing_through_a_link_is_refused(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    members = [
        member("link", type=tarfile.SYMTYPE, linkname=str(outside)),
        member("link/evil.txt", b"x"),
    ]
    refused(tar_of(members), tmp_path)
    assert list(outside.iterdir()) == []


@pytest.mark.parametrize(
    ("kind", "target"), [(tarfile.SYMTYPE, "../a.jpg"), (tarfile.LNKTYPE, "a.jpg")]
)
def test_a_link_to_a_file_inside_becomes_a_copy(tmp_path: Path, kind: bytes, target: str) -> None:
    members = [member("b/link.jpg", type=kind, linkname=target), member("a.jpg", b"face")]
    folder = unpacked(tar_of(members), tmp_path)
    assert files_in(folder) == {"a.jpg": b"face", "b/link.jpg": b"face"}
    assert not (folder / "b" / "link.jpg").is_symlink()


@pytest.mark.parametrize("kind", [tarfile.CHRTYPE, tarfile.BLKTYPE, tarfile.FIFOTYPE])
def test_a_device_is_refused(tmp_path: Path, kind: bytes) -> None:
    content = tar_of([member("device", type=kind)])
    assert "which is not a regular file" in refused(content, tmp_path)


def test_a_link_in_a_zip_and_a_locked_zip_are_refused(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        info = zipfile.ZipInfo("link")
        info.external_attr = 0o120777 << 16
        archive.writestr(info, "/etc/hosts")
    assert "which is not a regular file" in refused(buffer.getvalue(), tmp_path)
    (tmp_path / "more").mkdir()
    locked = bytearray(zip_of([("a.jpg", b"x")]))
    locked[6] |= 1  # in the file's own header and in the table of contents
    locked[locked.find(b"PK\x01\x02") + 8] |= 1
    assert "protected by a password" in refused(bytes(locked), tmp_path / "more")


@pytest.mark.parametrize("kind", ["tar.gz", "tar.bz2", "tar.xz", "zip"])
def test_a_bomb_is_refused_before_it_fills_the_disk(tmp_path: Path, kind: str) -> None:
    zeros = bytes(30_000_000)
    content = (
        zip_of([("a", zeros)]) if kind == "zip" else SQUEEZE[kind](tar_of([member("a", zeros)]))
    )
    limits = Limits(slack=1_000_000)
    assert "unpacks to more than" in refused(content, tmp_path, limits)
    assert sum(map(len, files_in(tmp_path / "folder").values())) < 10_000_000


def test_a_bomb_behind_the_end_of_a_tar_is_refused(tmp_path: Path) -> None:
    content = gzip.compress(tar_of([member("a", b"x")]) + bytes(30_000_000))
    assert "unpacks to more than" in refused(content, tmp_path, Limits(slack=1_000_000))


def test_a_name_of_gigabytes_is_refused(tmp_path: Path) -> None:
    info = tarfile.TarInfo("././@LongLink")
    info.type, info.size = tarfile.GNUTYPE_LONGNAME, 5_000_000_000
    header = info.tobuf(tarfile.GNU_FORMAT)
    assert "far too long" in refused(header + bytes(10_000), tmp_path)


def test_too_many_files_are_refused(tmp_path: Path) -> None:
    content = tar_of(member(f"{n}", b"") for n in range(60))
    assert "more than 50 files" in refused(content, tmp_path, Limits(files=50))
    (tmp_path / "more").mkdir()
    content = zip_of((f"{n}", b"") for n in range(60))
    assert "more than 50 files" in refused(content, tmp_path / "more", Limits(files=50))


def test_a_million_files_are_refused_unread(tmp_path: Path) -> None:
    entry = zip_of([("a.jpg", b"")])
    at, end = entry.find(b"PK\x01\x02"), entry.find(b"PK\x05\x06")
    table = entry[at:end] * 1_000_000
    tail = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 0xFFFF, 0xFFFF, len(table), at, 0)
    assert "more than 100,000 files" in refused(
        entry[:at] + table + tail, tmp_path, Limits(100_000)
    )


@pytest.mark.parametrize("kind", [*SQUEEZE, "zip"])
@pytest.mark.parametrize("part", [0.3, 0.6, 0.95])
def test_a_broken_off_archive_is_refused(tmp_path: Path, kind: str, part: float) -> None:
    noise = os.urandom(200_000)
    members = {f"{n}.jpg": noise[n * 10_000 :][:10_000] for n in range(20)}
    whole = (
        zip_of(members.items())
        if kind == "zip"
        else SQUEEZE[kind](tar_of(member(name, content) for name, content in members.items()))
    )
    assert "it is damaged" in refused(whole[: int(len(whole) * part)], tmp_path)


def test_a_tar_that_ends_between_two_files_is_refused(tmp_path: Path) -> None:
    whole = tar_of([member("a", b"x"), member("b", b"x")])
    assert "it is damaged" in refused(whole[:1024], tmp_path)


@pytest.mark.parametrize("kind", ["tar.gz", "zip"])
def test_a_wrong_check_sum_inside_is_refused(tmp_path: Path, kind: str) -> None:
    if kind == "zip":
        whole = bytearray(zip_of([("a.jpg", os.urandom(5000))]))
        whole[whole.find(b"PK\x01\x02") + 16] ^= 1
    else:
        whole = bytearray(gzip.compress(tar_of([member("a.jpg", os.urandom(5000))])))
        whole[-8] ^= 1
    assert "it is damaged" in refused(bytes(whole), tmp_path)


def test_a_zip_whose_file_has_no_name_is_refused(tmp_path: Path) -> None:
    """Found by fuzzing: Python's zipfile looks at the last letter of the name."""
    whole = zip_of([("a", b"b")])
    entry, end = whole.index(b"PK\x01\x02"), whole.index(b"PK\x05\x06")
    nameless = whole[entry : entry + 28] + b"\0\0" + whole[entry + 30 : entry + 46]
    size = struct.pack("<I", len(nameless))
    content = whole[:entry] + nameless + whole[end : end + 12] + size + whole[end + 16 :]
    assert "it is damaged" in refused(content, tmp_path)


def test_headers_that_only_say_that_another_follows_are_refused(tmp_path: Path) -> None:
    more = tarfile.TarInfo("././@LongLink")
    more.type, more.size = tarfile.GNUTYPE_LONGNAME, 1
    link = more.tobuf(tarfile.GNU_FORMAT) + b"a".ljust(tarfile.BLOCKSIZE, b"\0")
    assert "damaged" in refused(link * 3000 + bytes(2 * tarfile.BLOCKSIZE), tmp_path)


def test_a_web_page_is_no_archive(tmp_path: Path) -> None:
    page = tmp_path / "faces.zip"
    page.write_bytes(b"\n<!DOCTYPE html><title>Not found</title>")
    assert not is_archive(page)
    with pytest.raises(InputError, match=r"faces\.zip is a web page"):
        Unpacking(tmp_path).add(page)
    page.write_bytes(b"just words")
    with pytest.raises(InputError, match=r"faces\.zip is not a zip or tar archive"):
        Unpacking(tmp_path).add(page)


def test_it_can_be_cancelled(tmp_path: Path) -> None:
    archive = tmp_path / "a.zip"
    archive.write_bytes(zip_of([("a", b"x"), ("b", b"x")]))
    folder = tmp_path / "folder"
    folder.mkdir()
    with pytest.raises(Cancelled):
        Unpacking(folder, progress=lambda *_: False).add(archive)


names = st.text(
    st.one_of(
        st.sampled_from("./\\:ab~ \0\n"), st.characters(codec="utf-8", exclude_characters="\0")
    ),
    max_size=24,
)


@given(st.lists(st.tuples(names, st.sampled_from(["file", "link", "hard", "folder"]), names)))
def test_no_archive_whatever_lands_outside(members: list[tuple[str, str, str]]) -> None:
    kinds = {"link": tarfile.SYMTYPE, "hard": tarfile.LNKTYPE, "folder": tarfile.DIRTYPE}
    made = [
        member(name, b"x") if kind == "file" else member(name, type=kinds[kind], linkname=target)
        for name, kind, target in members
    ]
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place, "deep", "folder")
        folder.mkdir(parents=True)
        archive = Path(place, "set.tar")
        archive.write_bytes(tar_of(made))
        with suppress(InputError):
            Unpacking(folder).add(archive)
        outside = {path for path in Path(place).rglob("*") if not path.is_relative_to(folder)}
        assert outside == {archive, folder.parent}
        assert not any(path.is_symlink() for path in folder.rglob("*"))


@given(names)
def test_a_safe_name_stays_inside_on_every_system(name: str) -> None:
    try:
        path = safe_name(name)
    except InputError:
        return
    assert not path.is_absolute()
    assert ".." not in path.parts
    assert not set('\\:*?"<>|\0\n') & set(path.as_posix())
    assert all(part == part.rstrip(". ") for part in path.parts)
