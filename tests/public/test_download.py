"""Fetching from a server that breaks off, lies, changes its mind, dawdles or is not there."""

from __future__ import annotations

import hashlib
import io
import json
import shutil
import socket
import threading
import urllib.request
from http.client import HTTPMessage
from pathlib import Path

import pytest

from kpstudio.core.errors import Cancelled, InputError
from kpstudio.public import download as module
from kpstudio.public.catalogue import PublicFile
from kpstudio.public.download import Patience, Unavailable, download, waiting
from kpstudio.public.stream import Redirected, _OnlyTheWeb
from tests.public.server import Served, Server

CONTENT = bytes(range(256)) * 2000
OTHER = bytes(reversed(range(256))) * 2000
QUICK = Patience(timeout_s=10.0, pauses_s=(0.0, 0.0))


def file(
    server: Server, size: int | None = None, sha256: str | None = None, *more: str
) -> PublicFile:
    return PublicFile("faces.zip", (*more, server.url("faces.zip")), size, sha256)


def digest(content: bytes = CONTENT) -> str:
    return hashlib.sha256(content).hexdigest()


def left(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_file_comes_whole_and_tells_how_far_it_is(server: Server, tmp_path: Path) -> None:
    server.files["faces.zip"] = Served(CONTENT)
    told: list[tuple[int, int | None]] = []

    def progress(done: int, total: int | None) -> bool:
        told.append((done, total))
        return True

    got = download(file(server, len(CONTENT), digest()), tmp_path / "new", progress, QUICK)
    assert got.path == tmp_path / "new" / "faces.zip"
    assert got.path.read_bytes() == CONTENT
    assert (got.size, got.sha256) == (len(CONTENT), digest())
    assert told[-1] == (len(CONTENT), len(CONTENT))
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert not (tmp_path / "new" / "faces.zip.part").exists()


def test_what_came_is_not_fetched_again(server: Server, tmp_path: Path) -> None:
    server.files["faces.zip"] = Served(CONTENT)
    first = download(file(server), tmp_path, patience=QUICK)
    assert download(file(server), tmp_path, patience=QUICK) == first
    assert len(server.asked) == 1
    first.path.write_bytes(CONTENT[:-1] + b"?")  # it is no longer what came
    assert download(file(server), tmp_path, patience=QUICK).path.read_bytes() == CONTENT


def test_it_goes_on_where_it_broke_off(server: Server, tmp_path: Path) -> None:
    server.files["faces.zip"] = Served(CONTENT, breaks_after=200_000)
    assert download(file(server), tmp_path, patience=QUICK).sha256 == digest()
    ranges = [wanted for _, wanted in server.asked]
    assert ranges == [None, "bytes=200000-", "bytes=400000-"]


def test_it_goes_on_in_another_session(server: Server, tmp_path: Path) -> None:
    held = threading.Event()
    server.files["faces.zip"] = Served(CONTENT, held=held)
    with pytest.raises(Cancelled):
        download(file(server), tmp_path, lambda done, _: done < 1 << 16, QUICK)
    here = waiting(file(server), tmp_path)
    assert here == 1 << 16
    held.set()
    assert download(file(server), tmp_path, patience=QUICK).sha256 == digest()
    assert server.asked[-1] == ("faces.zip", f"bytes={here}-")


@pytest.mark.parametrize(
    "served",
    [
        Served(CONTENT, breaks_after=200_000, breaks=1, ranges=False),
        Served(CONTENT, breaks_after=200_000, breaks=1, tagged=False),
        Served(CONTENT, breaks_after=200_000, breaks=1, range_says="bytes 0-5/6"),
        Served(CONTENT, breaks_after=200_000, breaks=1, range_says="nonsense"),
        Served(CONTENT, breaks_after=200_000, breaks=1, chunked=True),
        Served(CONTENT, statuses=[503, 500]),
    ],
    ids=["no ranges", "no tag", "wrong range", "nonsense", "chunked", "busy"],
)
def test_what_it_cannot_go_on_with_it_begins_anew(
    server: Server, tmp_path: Path, served: Served
) -> None:
    server.files["faces.zip"] = served
    assert download(file(server), tmp_path, patience=QUICK).path.read_bytes() == CONTENT


def test_a_file_that_changed_meanwhile_is_not_glued_together(
    server: Server, tmp_path: Path
) -> None:
    held = threading.Event()
    server.files["faces.zip"] = Served(CONTENT, held=held)
    with pytest.raises(Cancelled):
        download(file(server), tmp_path, lambda done, _: done < 1 << 16, QUICK)
    held.set()
    server.files["faces.zip"] = Served(OTHER)
    assert download(file(server), tmp_path, patience=QUICK).path.read_bytes() == OTHER


def test_a_shorter_file_than_before_is_begun_anew(server: Server, tmp_path: Path) -> None:
    served = Served(CONTENT, breaks_after=200_000, breaks=1, tagged=False)
    server.files["faces.zip"] = served
    part = tmp_path / "faces.zip.part"
    part.write_bytes(CONTENT + b"more")
    note = {"address": server.url("faces.zip"), "validator": served.tag, "total": None}
    (tmp_path / "faces.zip.json").write_text(json.dumps(note))
    served.statuses = [416]
    assert download(file(server), tmp_path, patience=QUICK).path.read_bytes() == CONTENT


@pytest.mark.parametrize("note", ["", "[]", "{}", '{"address": 5}', "\xff"])
def test_a_note_that_makes_no_sense_is_passed_over(
    server: Server, tmp_path: Path, note: str
) -> None:
    server.files["faces.zip"] = Served(CONTENT)
    (tmp_path / "faces.zip.part").write_bytes(b"something else")
    (tmp_path / "faces.zip.json").write_text(note, encoding="latin-1")
    assert download(file(server), tmp_path, patience=QUICK).path.read_bytes() == CONTENT


def test_a_server_that_says_too_long_is_given_up_and_the_part_kept(
    server: Server, tmp_path: Path
) -> None:
    server.files["faces.zip"] = Served(CONTENT, declared=len(CONTENT) + 10, ranges=False)
    with pytest.raises(Unavailable, match=r"the connection was lost after 512\.0 kB of 512\.0 kB"):
        download(file(server), tmp_path, patience=QUICK)
    assert waiting(file(server), tmp_path) == len(CONTENT)
    assert len(server.asked) == 1 + len(QUICK.pauses_s)


def test_a_server_that_says_too_short_is_found_out_by_size_and_check_sum(
    server: Server, tmp_path: Path
) -> None:
    server.files["faces.zip"] = Served(CONTENT, declared=1000)
    with pytest.raises(Unavailable, match=r"1,000 bytes .* the catalogue says 512,000"):
        download(file(server, len(CONTENT)), tmp_path, patience=QUICK)
    with pytest.raises(Unavailable, match="SHA-256 differs"):
        download(file(server, None, digest()), tmp_path, patience=QUICK)
    assert left(tmp_path) == set()


def test_a_wrong_check_sum_is_thrown_away(server: Server, tmp_path: Path) -> None:
    server.files["faces.zip"] = Served(OTHER)
    with pytest.raises(Unavailable, match="is not the file in the catalogue"):
        download(file(server, len(CONTENT), digest()), tmp_path, patience=QUICK)
    assert left(tmp_path) == set()


def test_what_has_no_end_is_cut_off(server: Server, tmp_path: Path) -> None:
    server.files["faces.zip"] = Served(CONTENT, chunked=True)
    small = Patience(10.0, (), largest=100_000)
    with pytest.raises(InputError, match=r"larger than 100\.0 kB"):
        download(file(server), tmp_path, patience=small)
    server.files["faces.zip"].chunked = False
    with pytest.raises(InputError, match=r"larger than 100\.0 kB"):
        download(file(server), tmp_path, patience=small)
    assert left(tmp_path) == set()


@pytest.mark.parametrize(
    ("status", "words"),
    [(404, "no longer has faces.zip"), (403, "refuses to send faces.zip"), (500, "answers 500")],
)
def test_a_refusal_is_told(server: Server, tmp_path: Path, status: int, words: str) -> None:
    server.files["faces.zip"] = Served(CONTENT, statuses=[status] * 9)
    with pytest.raises(Unavailable, match=words) as error:
        download(file(server), tmp_path, patience=QUICK)
    assert "\n" not in str(error.value)
    assert len(server.asked) == (1 + len(QUICK.pauses_s) if status == 500 else 1)


def test_the_next_address_is_tried(server: Server, tmp_path: Path) -> None:
    server.files["faces.zip"] = Served(CONTENT)
    wanted = file(server, None, None, server.url("gone.zip"))
    got = download(wanted, tmp_path, patience=QUICK)
    assert got.address == server.url("faces.zip")


def test_where_no_address_answers_all_are_told(server: Server, tmp_path: Path) -> None:
    hosts = PublicFile("x", ("http://a.invalid/x", "http://b.invalid/x"), None, None)
    with pytest.raises(Unavailable, match=r"^a\.invalid and b\.invalid cannot be reached: check"):
        download(hosts, tmp_path, patience=QUICK)
    wanted = file(server, None, None, "http://a.invalid/x")
    with pytest.raises(
        Unavailable, match=r"a\.invalid cannot be reached.*; 127\.0\.0\.1 no longer"
    ):
        download(wanted, tmp_path, patience=QUICK)


def test_redirects_are_followed_on_the_web_alone(server: Server, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_bytes(CONTENT)
    server.files["whole.zip"] = Served(CONTENT)
    server.files["faces.zip"] = Served(redirect="/whole.zip")
    assert download(file(server), tmp_path / "a", patience=QUICK).sha256 == digest()
    for number, target in enumerate((secret.as_uri(), "ftp://127.0.0.1/x", "data:,x")):
        server.files["faces.zip"] = Served(redirect=target)
        with pytest.raises(Unavailable, match="an address that is not a web address"):
            download(file(server), tmp_path / str(number), patience=QUICK)
        assert left(tmp_path / str(number)) == set()
    server.files["faces.zip"] = Served(redirect="/faces.zip")
    with pytest.raises(Unavailable, match="in circles"):
        download(file(server), tmp_path / "b", patience=QUICK)


def test_the_proxy_of_the_system_is_used(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = "http://faces.invalid/faces.zip"
    server.files[address] = Served(CONTENT)
    monkeypatch.setenv("http_proxy", server.url(""))
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    got = download(PublicFile("faces.zip", (address,), None, None), tmp_path, patience=QUICK)
    assert got.sha256 == digest()


def test_only_addresses_of_the_web_are_asked(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_bytes(CONTENT)
    for address in (secret.as_uri(), "ftp://127.0.0.1/x", "http://me:word@127.0.0.1/x"):
        with pytest.raises(InputError, match="cannot be downloaded"):
            download(PublicFile("x", (address,), None, None), tmp_path, patience=QUICK)


def test_without_a_network_one_sentence_says_so(tmp_path: Path) -> None:
    with socket.socket() as taken:  # bound and not listening: it refuses
        taken.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{taken.getsockname()[1]}/faces.zip"
        with pytest.raises(Unavailable) as error:
            download(PublicFile("faces.zip", (address,), None, None), tmp_path, patience=QUICK)
    told = "127.0.0.1 cannot be reached: check this computer's network connection"
    assert str(error.value) == told
    with pytest.raises(Unavailable, match=r"nowhere\.invalid cannot be reached"):
        wanted = PublicFile("faces.zip", ("http://nowhere.invalid/x",), None, None)
        download(wanted, tmp_path, patience=QUICK)


def test_a_silent_server_can_be_left_at_once(server: Server, tmp_path: Path) -> None:
    server.files["faces.zip"] = Served(CONTENT, held=threading.Event(), block=10)
    calls = []

    def progress(done: int, total: int | None) -> bool:
        calls.append(done)
        return len(calls) < 6

    with pytest.raises(Cancelled):
        download(file(server), tmp_path, progress, Patience(timeout_s=3600.0))
    assert calls[-1] == 10


def test_a_server_that_stays_silent_is_given_up(server: Server, tmp_path: Path) -> None:
    server.files["faces.zip"] = Served(CONTENT, held=threading.Event(), ranges=False)
    with pytest.raises(Unavailable, match=r"no answer; 65\.5 kB are kept"):
        download(file(server), tmp_path, patience=Patience(0.2, (0.0,)))


def test_a_full_disk_is_told_beforehand(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.files["faces.zip"] = Served(CONTENT)
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(
        module.shutil, "disk_usage", lambda _: usage._replace(free=module.SPARE + 1000)
    )
    with pytest.raises(InputError, match=r"needs 512\.0 kB more, but only 200\.0 MB are free"):
        download(file(server), tmp_path, patience=QUICK)


def test_a_file_in_the_way_is_told(server: Server, tmp_path: Path) -> None:
    server.files["faces.zip"] = Served(CONTENT)
    (tmp_path / "faces.zip.part").mkdir()
    with pytest.raises(InputError, match="cannot be written"):
        download(file(server), tmp_path, patience=QUICK)


def test_encryption_is_not_given_up_on_the_way() -> None:
    headers = HTTPMessage()
    headers["Location"] = "http://example.org/faces.zip"
    request = urllib.request.Request("https://example.org/faces.zip")
    with pytest.raises(Redirected, match="without encryption"):
        _OnlyTheWeb().http_error_302(request, io.BytesIO(), 302, "Found", headers)
