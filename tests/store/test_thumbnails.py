"""The store of thumbnails: what goes in comes out, the cap holds, damage and company do no harm."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpstudio.store import thumbnails
from kpstudio.store.thumbnails import Entry, ThumbnailStore, default_place

EDGES = (1.0, 2.0, 3.0, 4.0)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "thumbnails.sqlite"


@pytest.fixture
def store(path: Path) -> Iterator[ThumbnailStore]:
    made = ThumbnailStore(path)
    yield made
    made.close()


finite = st.floats(allow_nan=False, allow_infinity=False)
entries = st.dictionaries(
    st.text(max_size=20), st.tuples(st.tuples(finite, finite, finite, finite), st.binary())
)


@given(entries)
def test_what_goes_in_comes_out(tmp_path_factory: pytest.TempPathFactory, wanted) -> None:
    path = tmp_path_factory.mktemp("store") / "a.sqlite"
    for written in (True, False):  # the second time by another store of the same file
        store = ThumbnailStore(path)
        for key, (edges, data) in wanted.items():
            if written:
                store.put(key, edges, data)
            assert store.get(key) == Entry(edges, data)
        assert store.get("there is no such key, for it is too long") is None
        store.close()


def test_the_cap_holds_on_disk_and_the_unused_go_first(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [1_000_000.0]
    monkeypatch.setattr(thumbnails.time, "time", lambda: now[0])
    cap = 400_000
    store = ThumbnailStore(path, cap)
    store.put("loved", EDGES, b"x" * 2000)
    for number in range(600):
        now[0] += 4000
        store.put(f"{number}", EDGES, bytes([number % 256]) * 2000)
        assert store.get("loved") is not None
        assert store.size() <= cap
    assert store.get("599") is not None
    assert store.get("0") is None
    kept = sum(store.get(f"{number}") is not None for number in range(600))
    assert kept * 2000 > cap / 2
    store.close()
    assert path.stat().st_size < 1.3 * cap


def test_a_lower_cap_makes_room_with_the_next(store: ThumbnailStore) -> None:
    for number in range(100):
        store.put(f"{number}", EDGES, b"x" * 4000)
    store.cap = 100_000
    store.put("last", EDGES, b"x")
    assert store.size() <= 100_000
    assert store.get("last") is not None


def test_a_cap_that_nothing_fits_under_leaves_the_store_empty(path: Path) -> None:
    store = ThumbnailStore(path, cap=1)
    assert store.cap == 1
    store.put("a", EDGES, b"x" * 5000)
    assert store.get("a") is None
    store.close()


def test_clearing_gives_the_room_back(store: ThumbnailStore, path: Path) -> None:
    for number in range(300):
        store.put(f"{number}", EDGES, b"x" * 4000)
    assert store.size() > 1_000_000
    store.clear()
    assert store.get("1") is None
    assert path.stat().st_size < 50_000
    store.put("1", EDGES, b"again")
    assert store.get("1") == Entry(EDGES, b"again")


@pytest.mark.parametrize("damage", [b"no database at all" * 1000, b"", b"SQLite format 3\0junk"])
def test_a_damaged_database_is_made_anew(path: Path, damage: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(damage)
    store = ThumbnailStore(path)
    store.get("a")
    store.put("a", EDGES, b"1")
    store.put("a", EDGES, b"2")
    assert store.get("a") == Entry(EDGES, b"2")
    store.close()


def test_a_damaged_entry_is_none(store: ThumbnailStore, path: Path) -> None:
    for key in ("a", "b"):
        store.put(key, EDGES, b"whole")
    base = sqlite3.connect(path)
    base.execute("UPDATE thumbnail SET data = ? WHERE rowid = 1", (b"whol",))
    base.execute("UPDATE thumbnail SET edges = ? WHERE rowid = 2", (b"short",))
    base.commit()
    base.close()
    assert store.get("a") is None
    assert store.get("b") is None
    store.put("a", EDGES, b"whole")
    assert store.get("a") == Entry(EDGES, b"whole")


def test_where_nothing_can_be_written_the_store_is_empty(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    store = ThumbnailStore(tmp_path / "file" / "cache.sqlite")
    store.put("a", EDGES, b"1")
    assert store.get("a") is None
    assert store.size() == 0
    store.clear()
    store.close()


def test_a_closed_store_is_empty(store: ThumbnailStore) -> None:
    store.put("a", EDGES, b"1")
    store.close()
    store.put("b", EDGES, b"1")
    assert store.get("a") is None


def test_many_threads_share_one_store(store: ThumbnailStore) -> None:
    wrong: list[str] = []

    def work(name: int) -> None:
        for number in range(60):
            key = f"{name} {number % 20}"
            store.put(key, EDGES, key.encode())
            found = store.get(key)
            if found is None or found.data != key.encode():
                wrong.append(key)

    threads = [threading.Thread(target=work, args=(name,)) for name in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


OTHER_PROGRAM = """
import sys
from pathlib import Path
from kpstudio.store.thumbnails import ThumbnailStore

store = ThumbnailStore(Path(sys.argv[1]), 200_000)
for number in range(150):
    key = f"{number % 50}"
    store.put(key, (1.0, 2.0, 3.0, 4.0), key.encode() * 500)
    found = store.get(key)
    if found is not None and found.data != key.encode() * 500:
        sys.exit(f"{key} is {found.data[:20]!r}")
print(store.size())
store.close()
"""


def test_several_programs_share_one_database(path: Path) -> None:
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", OTHER_PROGRAM, str(path)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(3)
    ]
    for program in programs:
        said, error = program.communicate(timeout=120)
        assert (program.returncode, error) == (0, "")
        assert int(said) <= 200_000
    base = sqlite3.connect(path)
    assert base.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    base.close()


def test_it_lies_in_the_users_cache_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if sys.platform.startswith("linux"):
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
        assert default_place().parent == tmp_path / "kpstudio"
    assert default_place().suffix == ".sqlite"
