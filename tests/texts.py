"""The marked texts of the sources; run as a module, it brings the catalogues up to them.

    python -m tests.texts

takes new texts into ``resources/translations/*.ts`` as unfinished, drops those that no source has
any more, and compiles the catalogues.
"""

from __future__ import annotations

import ast
import json
import string
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import PySide6

ROOT = Path(__file__).resolve().parent.parent
TRANSLATIONS = ROOT / "resources" / "translations"
CONTEXT = "kpstudio"
_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'


@dataclass(frozen=True)
class Text:
    """A marked text; of one that hangs on a number it is the form for many."""

    source: str
    counts: bool = False


@dataclass(frozen=True)
class Message:
    """What a catalogue says for a text, in each of its forms; empty while nobody has said it."""

    text: Text
    forms: tuple[str, ...]


def places(text: str) -> set[str]:
    """Return the named places of a text, with how their values are formatted."""
    parsed = string.Formatter().parse(text)
    return {f"{name}!{how or ''}:{form}" for _, name, form, how in parsed if name is not None}


# ---- the sources


def marked(sources: Iterable[str]) -> set[Text]:
    """Return what modules mark: what `tr`, `say` and `tr_count` get, and fields of tables.

    A field of a dataclass that is declared as ``Text`` marks every text that it is given.
    """
    trees = [ast.parse(source) for source in sources]
    fields: dict[str, list[tuple[str, bool]]] = {}
    for tree in trees:
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                own = [
                    (part.target.id, "Text" in ast.unparse(part.annotation))
                    for part in node.body
                    if isinstance(part, ast.AnnAssign) and isinstance(part.target, ast.Name)
                ]
                if any(is_text for _, is_text in own):
                    fields[node.name] = own
    return {text for tree in trees for call in _calls(tree) for text in _of_call(call, fields)}


def _calls(tree: ast.AST) -> Iterator[ast.Call]:
    yield from (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _of_call(call: ast.Call, fields: dict[str, list[tuple[str, bool]]]) -> Iterator[Text]:
    name = call.func.id if isinstance(call.func, ast.Name) else ""
    if name in ("tr", "say") and call.args:
        yield from map(Text, _literals(call.args[0]))
    elif name in ("tr_count", "say_count"):
        yield from (Text(source, True) for source in _literals(call.args[1]))
    elif name in fields:
        own = fields[name]
        given = {own[place][0]: value for place, value in enumerate(call.args)}
        given |= {word.arg: word.value for word in call.keywords if word.arg}
        texts = {field for field, is_text in own if is_text}
        for field in texts & given.keys():
            yield from map(Text, _literals(given[field]))


def _literals(node: ast.expr) -> Iterator[str]:
    """Yield the texts that an expression may come to; of (value, words) pairs the words."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from (*_literals(node.body), *_literals(node.orelse))
    elif isinstance(node, ast.Tuple) and all(isinstance(part, ast.Tuple) for part in node.elts):
        for part in node.elts:
            assert isinstance(part, ast.Tuple)
            yield from _literals(part.elts[1])


def texts() -> set[Text]:
    """Return all texts that the package marks."""
    paths = sorted((ROOT / "kpstudio").rglob("*.py"))
    return marked(path.read_text(encoding="utf-8") for path in paths) | _of_public_sets()


def _of_public_sets() -> set[Text]:
    """Return what the catalogue of public sets tells people of each."""
    sets = json.loads((ROOT / "resources/public/catalogue.json").read_text(encoding="utf-8"))
    told = ("holds", "scheme", "licence", "terms", "size", "by_hand", "note")
    return {Text(one[key]) for one in sets["sets"] for key in told if one[key]}


# ---- the catalogues


def read(path: Path) -> list[Message]:
    """Return what a catalogue holds; unfinished forms are empty."""
    found = []
    for message in ElementTree.parse(path).getroot().iter("message"):
        translation = message.find("translation")
        assert translation is not None
        counts = message.get("numerus") == "yes"
        said = [form.text or "" for form in translation] if counts else [translation.text or ""]
        unfinished = translation.get("type") is not None
        source = message.findtext("source") or ""
        forms = ("",) * len(said) if unfinished else tuple(said)
        found.append(Message(Text(source, counts), forms))
    return found


def write(path: Path, messages: Iterable[Message]) -> None:
    """Write a catalogue, its texts in the order of the alphabet."""
    root = ElementTree.Element("TS", version="2.1", language=path.stem.rpartition("_")[2])
    context = ElementTree.SubElement(root, "context")
    ElementTree.SubElement(context, "name").text = CONTEXT
    for message in sorted(messages, key=lambda one: (one.text.source, one.text.counts)):
        entry = ElementTree.SubElement(context, "message")
        ElementTree.SubElement(entry, "source").text = message.text.source
        translation = ElementTree.SubElement(entry, "translation")
        if not all(message.forms):
            translation.set("type", "unfinished")
        if message.text.counts:
            entry.set("numerus", "yes")
            for form in message.forms:
                ElementTree.SubElement(translation, "numerusform").text = form
        else:
            translation.text = message.forms[0]
    ElementTree.indent(root)
    body = ElementTree.tostring(root, encoding="unicode")
    path.write_text(f"{_HEAD}{body}\n", encoding="utf-8")


def compiled(path: Path, to: Path) -> Path:
    """Compile a catalogue with the tool that comes with PySide6."""
    tool = Path(PySide6.__file__).parent / "lrelease"
    tool = tool if tool.exists() else tool.with_suffix(".exe")
    done = subprocess.run(
        [str(tool), "-silent", str(path), "-qm", str(to)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return to


def update() -> list[Text]:
    """Bring every catalogue up to the sources; return what is not translated."""
    lacking = []
    for path in sorted(TRANSLATIONS.glob("*.ts")):
        known = {message.text: message for message in read(path)}
        nothing = {text: Message(text, ("", "") if text.counts else ("",)) for text in texts()}
        messages = [known.get(text, nothing[text]) for text in nothing]
        write(path, messages)
        compiled(path, path.with_suffix(".qm"))
        lacking += [message.text for message in messages if not all(message.forms)]
    return lacking


if __name__ == "__main__":
    sys.exit("\n".join(f"not translated: {text.source}" for text in update()) or 0)
