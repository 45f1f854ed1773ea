"""The pages of help: what they are, what they say with a person's own keys, and where to begin."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from kpstudio import resources
from kpstudio.app.language import tr
from kpstudio.ui.actions import ACTIONS
from kpstudio.ui.workspaces import Workspace

START = "index"
FOLDER = "help"

MENTION = re.compile(r"\*(?P<menu>[A-Z]\w+) > (?P<text>[^*]+)\*(?:\s\((?P<key>[^\s)]+)\))?")
"""An action as pages write it: ``*Train > Find a learning rate* (Ctrl+Shift+F)``."""

_LINK = re.compile(r"\(([a-z-]+)\.md\)")
_SPECS = {spec.key: spec for spec in ACTIONS}
_NAMES = {(spec.menu, spec.text.removesuffix("…")): spec.key for spec in ACTIONS}

OF_WORKSPACES = {
    Workspace.LABEL: "correct",
    Workspace.TRAIN: "train",
    Workspace.REVIEW: "review",
    Workspace.PHOTOS: "photos",
}
OF_DIALOGS = {
    "ExportDialog": "export",
    "ImportDialog": "export",
    "LabelChoiceDialog": "open",
    "LabelDoctorDialog": "doctor",
    "Palette": "keys",
    "PersonsDialog": "train",
    "PreferencesDialog": "keys",
    "PublicDataDialog": "open",
    "RateFinderDialog": "train",
    "SchemeChoice": "label",
    "SchemeEditor": "label",
    "ShortcutsDialog": "keys",
    "SweepDialog": "train",
    "TableDialog": "troubleshooting",
    "TagsDialog": "label",
}
"""The page about a dialog, by the name of its class."""


@dataclass(frozen=True)
class HelpPage:
    """One page.

    Attributes:
        name: What its file is called, without the suffix.
        title: Its heading.
        text: Markdown, with the keys of the action table.
    """

    name: str
    title: str
    text: str

    def fits(self, search: str) -> bool:
        """Whether every word of a search stands on the page, in part at least."""
        text = with_keys(self.text, _usual_key).lower()
        return all(word in text for word in search.lower().split())


@cache
def help_pages(language: str = "en") -> tuple[HelpPage, ...]:
    """Return all pages: the first one, then in the order in which it names them.

    Args:
        language: Of the pages; those that are not in English name menus in English all the same,
            for `with_keys` to translate.
    """
    first = _page(START, language)
    names = dict.fromkeys(_LINK.findall(first.text))
    return (first, *(_page(name, language) for name in names))


def _page(name: str, language: str) -> HelpPage:
    folder = FOLDER if language == "en" else f"{FOLDER}/{language}"
    text = resources.read_text(f"{folder}/{name}.md")
    return HelpPage(name, text.partition("\n")[0].removeprefix("# "), text)


def action_named(menu: str, text: str) -> str | None:
    """Return the key in the action table of what a menu offers, or None for what it lacks."""
    return _NAMES.get((menu, text))


def _usual_key(name: str) -> str:
    return "".join(_SPECS[name].shortcuts[:1])


def with_keys(text: str, keys_of: Callable[[str], str]) -> str:
    """Return a page's text with the keys that its actions have now, and menus as the window says.

    Args:
        text: The Markdown of a page.
        keys_of: Gives the key of an action as people write it, "" where it has none.
    """

    def now(found: re.Match[str]) -> str:
        name = action_named(found["menu"], found["text"])
        way = [tr(found["menu"]), tr(found["text"])]
        if name:
            inside = _SPECS[name].inside
            way[1:] = [*([tr(inside)] if inside else []), tr(_SPECS[name].text).removesuffix("…")]
        key = keys_of(name) if name and found["key"] else ""
        return f"*{' > '.join(way)}*" + (f" ({key})" if key else "")

    return MENTION.sub(now, text)
