"""The catalogue: kpstudio's own is sound, and a lab's own is read strictly."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from kpstudio import resources
from kpstudio.core.errors import InputError
from kpstudio.io.registry import formats
from kpstudio.public.catalogue import (
    NOT_STATED,
    VARIABLE,
    PublicFile,
    PublicSet,
    read_catalogue,
    set_named,
    size_words,
)

PAGE = Path(__file__).parents[2] / "docs" / "PUBLIC_DATA.md"


def entry(**changes: Any) -> dict[str, Any]:
    """A sound entry of a catalogue, with changes."""
    found: dict[str, Any] = resources.read_json("public/catalogue.json")["sets"][0]
    return found | changes


def written(tmp_path: Path, *entries: Any) -> Path:
    path = tmp_path / "catalogue.json"
    path.write_text(json.dumps({"sets": list(entries)}), encoding="utf-8")
    return path


def wrong(tmp_path: Path, *entries: Any) -> str:
    with pytest.raises(InputError) as error:
        read_catalogue(written(tmp_path, *entries))
    assert "\n" not in str(error.value)
    return str(error.value)


def test_the_own_catalogue_has_the_sets_that_people_ask_for() -> None:
    sets = read_catalogue()
    assert {"imm", "300w-large", "london", "muct", "wflw"} <= {one.name for one in sets}
    for one in sets:
        assert one.terms_link is not None
        assert one.citation is not None
        assert one.files


def test_formats_are_those_that_kpstudio_knows() -> None:
    known = {form.name for form in formats()}
    named = {one.format for one in read_catalogue() if one.format is not None}
    assert named <= known


def test_the_page_lists_exactly_the_sets_and_their_licences() -> None:
    text = PAGE.read_text(encoding="utf-8")
    rows = re.findall(
        r"^\| `([a-z0-9-]+)` \| \[(.+?)\]\((.+?)\) \|.*\| (.+?) \|$", text, re.MULTILINE
    )
    assert rows == [
        (one.name, one.title, one.home, one.licence or NOT_STATED) for one in read_catalogue()
    ]


def test_another_catalogue_can_be_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, entry(name="ours"))
    monkeypatch.setenv(VARIABLE, str(path))
    (one,) = read_catalogue()
    assert set_named("ours", [one]) is one
    with pytest.raises(InputError, match="the catalogue has no public set 'imm': it has ours"):
        set_named("imm", [one])
    monkeypatch.setenv(VARIABLE, str(tmp_path / "gone.json"))
    with pytest.raises(InputError, match=rf"cannot be read .* see {VARIABLE}"):
        read_catalogue()


@pytest.mark.parametrize("text", ["", "[1", "[]", "{}", '{"sets": {}}'])
def test_what_is_no_catalogue_is_told(tmp_path: Path, text: str) -> None:
    path = tmp_path / "catalogue.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=re.escape(str(path))):
        read_catalogue(path)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"name": "../x"}, '"name" cannot be'),
        ({"title": None}, '"title" is required'),
        ({"title": 5}, '"title" must be a text'),
        ({"terms": " "}, '"terms" must be a text'),
        ({"points": "58"}, '"points" must be a whole number'),
        ({"points": True}, '"points" must be a whole number'),
        ({"home": "file:///etc/hosts"}, "not an http or https address"),
        ({"home": "javascript:alert(1)"}, "not an http or https address"),
        ({"terms_link": "https://"}, "not an http or https address"),
        ({"terms_link": "https://me:word@example.org/"}, "contains a user name"),
        ({"terms_link": "https://example.org/a b"}, "contains a space"),
        ({"licnse": "CC BY 4.0"}, '"licnse" is not a field of a catalogue'),
        ({"files": []}, '"files" must be a list'),
        ({"by_hand": "Ask."}, '"by_hand" is for sets with'),
    ],
)
def test_a_mistake_is_told_with_its_place(
    tmp_path: Path, changes: dict[str, Any], told: str
) -> None:
    message = wrong(tmp_path, entry(name="first"), entry(**changes))
    assert told in message
    assert "set 2" in message or "set imm" in message


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"name": "../x.zip"}, '"name" cannot be'),
        ({"name": "a/b.zip"}, '"name" cannot be'),
        ({"addresses": "https://example.org/x"}, '"addresses" must be a list'),
        ({"addresses": ["ftp://example.org/x"]}, "not an http or https address"),
        ({"addresses": [None]}, "an address is missing"),
        ({"sha256": "abc"}, '"sha256" cannot be'),
        ({"size": -1}, '"size" must be'),
        ({"md5": "x"}, '"md5" is not a field'),
    ],
)
def test_a_mistake_in_a_file_is_told(tmp_path: Path, changes: dict[str, Any], told: str) -> None:
    file = entry()["files"][0] | changes
    message = wrong(tmp_path, entry(files=[file]))
    assert told in message
    assert "set imm, file 1" in message


def test_what_is_missing_and_what_stands_twice_is_told(tmp_path: Path) -> None:
    lacking = entry()
    del lacking["citation"]
    assert '"citation" is missing (null means not stated)' in wrong(tmp_path, lacking)
    assert "its name occurs twice" in wrong(tmp_path, entry(), entry())
    assert "must be an object" in wrong(tmp_path, 5)
    files = entry()["files"]
    assert "the same name" in wrong(tmp_path, entry(files=files * 2))


def test_sizes_are_said_as_people_say_them(tmp_path: Path) -> None:
    said = [size_words(n) for n in (0, 999, 1000, 28_000_000, 1_740_000_000, 60 * 10**12)]
    assert said == ["0 bytes", "999 bytes", "1.0 kB", "28.0 MB", "1.7 GB", "60,000.0 GB"]
    file = PublicFile("a.zip", ("http://example.org/a.zip",), 2_000_000, None)
    (one,) = read_catalogue(written(tmp_path, entry()))
    known = PublicSet(**{**one.__dict__, "files": (file, file)})
    assert (known.size_words, known.unencrypted) == ("4.0 MB", ("example.org",))
    assert one.size_words == NOT_STATED
