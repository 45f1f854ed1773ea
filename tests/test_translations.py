"""The catalogues: of all that the sources mark, whole, and compiled from what is read in review."""

from __future__ import annotations

import ast

import pytest

from tests import texts
from tests.texts import ROOT, TRANSLATIONS, Text, marked, places

CATALOGUES = sorted(TRANSLATIONS.glob("*.ts"))


def test_there_is_a_german_catalogue():
    assert [path.name for path in CATALOGUES] == ["kpstudio_de.ts"]


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_a_catalogue_says_every_text_and_no_other(path):
    said = {message.text for message in texts.read(path)}
    wanted = texts.texts()
    assert sorted(one.source for one in wanted - said) == [], "run python -m tests.texts"
    assert sorted(one.source for one in said - wanted) == [], "run python -m tests.texts"


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_every_text_is_translated_with_the_same_places(path):
    for message in texts.read(path):
        source, forms = message.text.source, message.forms
        assert all(forms), f"not translated: {source}"
        assert len(forms) == (2 if message.text.counts else 1), source
        assert places(forms[-1]) == places(source), source
        assert places(forms[0]) <= places(source), source
        for form in forms:
            assert [form[:1] == " ", form[-1:] == " "] == [source[:1] == " ", source[-1:] == " "]


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_the_compiled_catalogue_is_made_of_the_source(path, tmp_path):
    fresh = texts.compiled(path, tmp_path / "fresh.qm")
    assert path.with_suffix(".qm").read_bytes() == fresh.read_bytes(), "run python -m tests.texts"


def test_no_text_is_counted_here_and_plain_there():
    sources = [text.source for text in texts.texts()]
    assert len(sources) == len(set(sources))


def test_texts_are_marked_as_they_are_and_not_put_together_first():
    """A sentence is looked up before its values are put in: an f-string would never be found."""
    wrong = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in sorted((ROOT / "kpstudio").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("tr", "say", "tr_count")
        and any(isinstance(argument, ast.JoinedStr) for argument in node.args[:2])
    ]
    assert wrong == []


IN_ENGLISH = (
    *("api.py", "cli/", "tasks/choosing.py", "tasks/converting.py", "tasks/doctor.py"),
    *("tasks/menu_entry.py", "engine/distributed.py", "engine/launch.py"),
    "engine/events.py",  # of events that cannot be read none is shown
)
"""Modules with refusals that are never shown in the window."""
REFUSALS = {
    *("InputError", "TrainingError", "DivergedError", "RunGoneError", "HeldElsewhereError"),
    *("BrokenFileError", "DetectorError", "Unavailable", "Problem", "of_file"),
}


def plain(node: ast.expr) -> bool:
    """Whether an argument is words that no catalogue finds."""
    if isinstance(node, ast.BinOp):
        return plain(node.left) or plain(node.right)
    if isinstance(node, ast.IfExp):
        return plain(node.body) or plain(node.orelse)
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    words = [part.value for part in parts if isinstance(part, ast.Constant)]
    return any(isinstance(word, str) and any(map(str.isalpha, word)) for word in words)


def unmarked(source: str) -> list[int]:
    """Return the lines of a module at which a refusal or problem is told unmarked."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in REFUSALS
        and node.args
        and plain(node.args[-1])
    ]


def test_refusals_that_the_window_shows_can_be_translated():
    package = ROOT / "kpstudio"
    wrong = [
        f"{place}:{line}"
        for path in sorted(package.rglob("*.py"))
        if not (place := path.relative_to(package).as_posix()).startswith(IN_ENGLISH)
        for line in unmarked(path.read_text(encoding="utf-8"))
    ]
    assert wrong == []


def test_what_no_catalogue_finds_is_seen():
    source = """
InputError("a b"); InputError(f"{x} c"); Problem(where, "d"); Problem(where, f"{x}: {y} e")
InputError("f" if x else say("g")); InputError("h" + i)
InputError(say("j")); Problem(f"{where}, line 1", say("k")); InputError(f"{x}: {y}")
InputError(str(error)); InputError(); Other("l")
"""
    assert unmarked(source) == [2, 2, 2, 2, 3, 3]


def test_what_marks_a_text_is_seen():
    source = """
class Spec:
    key: str
    words: Text
    choices: tuple[tuple[int, Text], ...] = ()
    tip: Text = ""

say("a"); tr("b" if x else "c", y=1); tr_count("1 d", "{count} d", n); tr(known); other("no")
Spec("key", "e", ((1, "f"), (2, "g")), tip="h"); Spec("key", words="i")
"""
    plain = {text.source for text in marked([source]) if not text.counts}
    assert plain == set("abcefghi")
    assert {text for text in marked([source]) if text.counts} == {Text("{count} d", True)}


def test_places_are_told_with_their_formats():
    assert places("{name} · {offset:.1f} px, {text!r}") == {"name!:", "offset!:.1f", "text!r:"}
    assert places("{{no}}") == set()
