"""The catalogues: of all that the sources mark, whole, and compiled from what is read in review."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable

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
WRITTEN = (
    *("report/", "sample/", "tasks/checkup.py", "tasks/contact_sheet.py", "tasks/demo.py"),
    *("tasks/evaluating.py", "tasks/getting.py", "tasks/model_card.py", "tasks/report.py"),
    *("tasks/second_labels.py", "tasks/system_libraries.py"),
)
"""Modules with sentences for files and the command line, which stay English."""
VERBS = {"{} with its neighbours", "go back to the copy of {}"}
"""Verbs of edits, which are stored in English and said by `app/edit_words.py`."""
REFUSALS = {
    *("InputError", "TrainingError", "DivergedError", "RunGoneError", "HeldElsewhereError"),
    *("BrokenFileError", "DetectorError", "Unavailable", "of_file", "__init__"),
    *("_wrong", "_add_odd", "_some", "Redirected"),
}
TOLD = {name: slice(-1, None) for name in REFUSALS} | {
    "Problem": slice(0, 2),
    "Finding": slice(2, 4),
}
"""Which arguments are words for a person."""


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
    """Return the lines of a module at which a refusal, problem or finding is told unmarked."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            told = node.args[TOLD[name]] if name in TOLD else []
            found += [node.lineno] * any(map(plain, told))
    return found


def sentences(node: ast.expr | None) -> list[str]:
    """Return the texts of three words or more that a value may come to, with {} for places."""
    match node:
        case ast.IfExp(body=one, orelse=other) | ast.BinOp(left=one, right=other):
            return sentences(one) + sentences(other)
        case ast.List(elts=values):
            return [text for value in values for text in sentences(value)]
        case ast.Constant(value=str(text)):
            pass
        case ast.JoinedStr(values=values):
            text = "".join(p.value if isinstance(p, ast.Constant) else "{}" for p in values)
        case _:
            return []
    words = re.findall(r"(?:^| )[a-z]{2,}(?=[ ,.;:]|$)", text)
    return [text] if len(words) > 2 and "SELECT" not in text else []


def told_on(source: str) -> list[tuple[int, str]]:
    """Return the sentences that functions of a module return or keep, and their lines."""
    return [
        (node.lineno, text)
        for function in ast.walk(ast.parse(source))
        if isinstance(function, ast.FunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Return | ast.Assign | ast.AnnAssign | ast.AugAssign)
        for text in sentences(node.value)
    ]


def found_in_package(look: Callable[[str], list[object]], but: tuple[str, ...]) -> list[str]:
    """Return what is found in the modules of the package, other than those that begin so."""
    package = ROOT / "kpstudio"
    return [
        f"{place}: {found}"
        for path in sorted(package.rglob("*.py"))
        if not (place := path.relative_to(package).as_posix()).startswith(but)
        for found in look(path.read_text(encoding="utf-8"))
    ]


def test_refusals_that_the_window_shows_can_be_translated():
    assert found_in_package(unmarked, IN_ENGLISH) == []


def test_sentences_that_are_told_on_can_be_translated():
    known = {text.source for text in texts.texts()} | VERBS

    def lost(source: str) -> list[tuple[int, str]]:
        return [one for one in told_on(source) if one[1] not in known]

    assert found_in_package(lost, (*IN_ENGLISH, *WRITTEN)) == []


SHOWS = re.compile(
    "set(Text|ToolTip|WindowTitle|PlaceholderText|Accessible(Name|Description)|Title|Html|Markdown"
    "|PlainText|TabText|TabToolTip|ItemText|Suffix|Prefix|SpecialValueText|InformativeText|Label|"
    "(Horizontal)?HeaderLabels)|add(Action|Menu|Item|Items|Tab|Button|Row|_button)|insert(Tab|Item)|"
    "say|warn|hint|show_progress|showMessage|tell(_and_wait)?|sure|question|may_stop|ask_\\w+|"
    "Q?(Label|PushButton|CheckBox|RadioButton|Action|Menu|GroupBox|ToolButton|TableWidgetItem)|"
    "Heading|Elided"
)
"""What shows the words that it is given."""
AS_THEY_ARE = {
    " or ",  # between the parts of a search
    " – kpstudio",
    "kpstudio",
    "@mine, state:checked -tag:glasses…",
    "person:07 | @mine",
    "state:",
    "validation.txt",
    " px",
    "&nbsp; &nbsp;",
    "<style>a { color: ",
    " }</style>",
}
"""Words that are the same in every language."""


def shown_plainly(source: str) -> list[tuple[int, str]]:
    """Return the words that a module shows without looking them up, and their lines."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            marks = isinstance(node.func, ast.Name) and name == "say"
            if SHOWS.fullmatch(name) and not marks:
                given = (*node.args, *(word.value for word in node.keywords))
                found += [(node.lineno, word) for part in given for word in words_in(part)]
    return [(line, word) for line, word in found if word not in AS_THEY_ARE]


def words_in(node: ast.expr) -> list[str]:
    """Return the literal texts with words that an expression is put together of."""
    match node:
        case ast.Constant(value=str(text)):
            return [text] if re.search("[A-Za-z]{2}", text) else []
        case ast.JoinedStr(values=parts) | ast.BoolOp(values=parts):
            pass
        case ast.List(elts=parts) | ast.Tuple(elts=parts):
            pass
        case ast.BinOp(left=one, right=other) | ast.IfExp(body=one, orelse=other):
            parts = [one, other]
        case ast.Call(func=ast.Attribute(value=text, attr="join" | "format"), args=given):
            parts = [text, *given]
        case _:
            return []
    return [word for part in parts for word in words_in(part)]


def test_what_widgets_are_given_can_be_translated():
    below = tuple(f"{name}/" for name in ("cli", "core", "doctor", "engine", "io", "public"))
    others = ("report/", "sample/", "store/", "tasks/", "api.py", "app/")
    assert found_in_package(shown_plainly, (*below, *others)) == []


def test_what_is_shown_plainly_is_seen():
    source = """
label.setText("Saved"); QLabel(f"{n} faces"); status.say("Done" if x else tr("Not done"))
menu.addAction(" or ".join(["one", tr("two")])); box.setToolTip(tr("a") + ": bad")
say("marked"); label.setText(tr("good")); name.setObjectName("plain"); bar.setText(f"{x} px")
"""
    words = ["Saved", " faces", "Done", "one", ": bad"]
    assert sorted(word for _, word in shown_plainly(source)) == sorted(words)


def test_what_no_catalogue_finds_is_seen():
    source = """
InputError("a b"); InputError(f"{x} c"); Problem(where, "d"); Problem(where, f"{x}: {y} e")
InputError("f" if x else say("g")); InputError("h" + i); super().__init__(f"{x} i")
InputError(say("j")); Problem(f"{where}, {x}", say("k")); InputError(f"{x}: {y}")
InputError(str(error)); InputError(); Other("l"); Finding("m", 1, say("n"), say("o"), ids)
Problem(f"{where}, line 1", say("p")); Finding(key, 1, f"{x} q", say("r"), ids)
"""
    assert unmarked(source) == [2, 2, 2, 2, 3, 3, 3, 6, 6]


def test_what_is_told_on_is_seen():
    source = """
def why(x):
    if x:
        return f"{x} is no face"
    odd = ["has no points at all"] if x else []
    words = "two words"
    x += say("that is known well") + "and this is not"
    query = "SELECT id FROM faces where it is"
    return say("what it is called")
"""
    told = {"{} is no face", "has no points at all", "and this is not"}
    assert {text for _, text in told_on(source)} == told


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
