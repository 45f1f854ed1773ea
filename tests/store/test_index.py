"""The index of a folder: what is kept, what is passed over, and how much."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kpstudio.core.texts import say
from kpstudio.io.listing import Folder
from kpstudio.io.scan import Known
from kpstudio.store import index
from kpstudio.store.location import index_place


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


numbers = st.integers(0, 2**63)
names = st.text(min_size=1, max_size=8).filter(lambda name: "/" not in name)
folders = st.builds(
    Folder,
    st.none() | st.tuples(numbers, numbers, numbers),
    st.lists(names, max_size=4),
    st.lists(names, max_size=3),
)
recognised = st.tuples(numbers, numbers, st.sampled_from(["pts", "points"]))
headers = st.tuples(numbers, numbers, st.tuples(numbers, numbers) | st.text(max_size=9))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(names, folders), st.dictionaries(names, recognised))
def test_a_listing_comes_back_where_it_can_be_trusted(tmp_path, listed, texts):
    index.write_known(tmp_path, Known(listed, texts))
    back = index.read_known(tmp_path)
    trusted = {name: folder for name, folder in listed.items() if folder.stamp is not None}
    assert back == Known(trusted, texts)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(names, headers, max_size=9))
def test_headers_come_back(tmp_path, known):
    index.write_headers(tmp_path, known)
    assert index.read_headers(tmp_path) == known


def test_why_a_picture_has_no_size_can_still_be_translated(tmp_path):
    why = say("{path}: the picture does not exist", path=Path("a.png"))
    index.write_headers(tmp_path, {"a.png": (1, 2, why)})
    (_, _, back) = index.read_headers(tmp_path)["a.png"]
    assert (back, back.sentence) == (
        "a.png: the picture does not exist",
        "{path}: the picture does not exist",
    )


def test_names_that_are_no_unicode_come_back(tmp_path):
    odd = os.fsdecode(b"\xff\xfe.png")
    index.write_known(tmp_path, Known({"": Folder((1, 2, 3), [odd])}, {}))
    assert index.read_known(tmp_path).folders[""].files == [odd]


KNOWN = Known({"": Folder((1, 2, 3), ["a.png"], ["x"])}, {"a.pts": (1, 2, "pts")})


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_damaged_index_is_passed_over_or_whole(tmp_path, data):
    index.write_known(tmp_path, KNOWN)
    path = index_place(tmp_path) / "listing.jsonl"
    whole = path.read_bytes()
    end = data.draw(st.integers(0, len(whole) - 2))
    path.write_bytes(whole[:end] + data.draw(st.binary(max_size=5)))
    assert index.read_known(tmp_path) is None


@pytest.mark.parametrize(
    "row", ["3", "null", "[1]", '["folder","",5,"a","b"]', '["label","a",[],1,"pts"]', "{}", "["]
)
def test_rows_that_make_no_sense_are_passed_over(tmp_path, row):
    index.write_known(tmp_path, KNOWN)
    index.write_headers(tmp_path, {"a.png": (1, 2, (3, 4))})
    for name in ("listing.jsonl", "headers.jsonl"):
        path = index_place(tmp_path) / name
        head, *rows = path.read_text().splitlines()
        path.write_text("\n".join([head, row, *rows]) + "\n")
    assert index.read_known(tmp_path) is None
    assert index.read_headers(tmp_path) == {}


def test_an_index_of_another_folder_or_version_is_passed_over(tmp_path, monkeypatch):
    index.write_known(tmp_path, KNOWN)
    (tmp_path / "other").mkdir()
    index_place(tmp_path).rename(index_place(tmp_path / "other"))
    assert index.read_known(tmp_path / "other") is None
    assert index.read_known(tmp_path) is None
    index.write_known(tmp_path, KNOWN)
    monkeypatch.setattr(index, "VERSION", index.VERSION + 1)
    assert index.read_known(tmp_path) is None


def test_the_oldest_indexes_give_way(tmp_path, monkeypatch):
    folders = [tmp_path / name for name in "abc"]
    for moment, folder in enumerate(folders):
        folder.mkdir()
        index.write_known(folder, KNOWN)
        for path in index_place(folder).iterdir():
            os.utime(path, (1000 + moment, 1000 + moment))
    size = (index_place(folders[0]) / "listing.jsonl").stat().st_size
    monkeypatch.setattr(index, "CAP_BYTES", 2 * size + 20)
    index.write_known(folders[0], KNOWN)
    assert [index.read_known(folder) is not None for folder in folders] == [True, False, True]


def test_the_newest_index_stays_even_where_it_alone_is_too_large(tmp_path, monkeypatch):
    monkeypatch.setattr(index, "CAP_BYTES", 1)
    for name in "ab":
        (tmp_path / name).mkdir()
        index.write_known(tmp_path / name, KNOWN)
    assert index.read_known(tmp_path / "a") is None
    assert index.read_known(tmp_path / "b") is not None


def test_a_cache_that_cannot_be_written_is_no_trouble(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    index.write_known(tmp_path, KNOWN)
    assert index.read_known(tmp_path) is None
