"""What stays as it is in every language of the window, and where it may stand."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from kpstudio.core.schema import shipped_schemes
from kpstudio.io.registry import formats
from kpstudio.public.catalogue import read_catalogue
from kpstudio.ui.help_pages import help_pages
from kpstudio.ui.panels.naming import BACKBONE_TITLES, PRESET_TITLES
from tests.ui.shown_texts import outside, texts_of


class Alike(NamedTuple):
    """Texts that stay.

    Attributes:
        where: The places, as `escapes` names them: a pattern to search in their names.
        what: The texts: a pattern.
    """

    where: str
    what: str


def whole(*texts: str) -> str:
    """Return a pattern of texts as they are, not inside other words."""
    longest_first = sorted(map(re.escape, filter(None, texts)), key=len, reverse=True)
    return rf"(?<!\w)(?:{'|'.join(longest_first)})(?!\w)"


ANYWHERE = ""
NAMES = set(PRESET_TITLES.values()) | set(BACKBONE_TITLES.values())
WORDS_AS_NAMES = {"Best", "Fast", "Thorough"}
SETS = [
    str(value)
    for one in read_catalogue()
    for value in (one.title, one.citation, one.home, one.terms_link, *one.unencrypted)
]
SCHEMES = shipped_schemes()
ALIKE = (
    Alike(ANYWHERE, whole(*(form.title for form in formats()))),
    Alike(ANYWHERE, r"(?<![a-z])(?:px|NME|MSE|AUC|MB|GB|GPU|CPU|CUDA|bf16|fp16|fp32|kpstudio)\b"),
    Alike(ANYWHERE, whole(*(NAMES - WORDS_AS_NAMES))),
    Alike("PresetChoice|_View|RunChoice|Header", whole(*WORDS_AS_NAMES)),
    Alike(ANYWHERE, r"(?<!\w)[\w*-]+\.(?:png|jpg|pts|asf|xml)(?:#\d)?(?!\w)"),
    Alike("_View.cell|QLabel.text", r"\b\d{4}-(?:best|bignet)\b"),  # folders of runs
    Alike("SchemeChoice", r"300-W \(iBUG\)|\b(?:IMM|COFW|HELEN|MUCT|WFLW)\b"),
    Alike("SchemeEditor.*QAction", whole(*(scheme.name for scheme in SCHEMES))),
    Alike("SchemeEditor", whole(*(n for s in SCHEMES for n in (*s.points, *s.groups)))),
    Alike("ExportDialog.*placeholder", "@mine, state:checked -tag:glasses"),
    Alike("MainWindow.*placeholder", r"person:07 \| @mine|validation\.txt"),
    Alike("HelpDialog: QWidget > QListWidget", whole(*(page.title for page in help_pages()))),
    Alike("PublicDataDialog", whole(*SETS)),
)  # fmt: skip
"""Units and figures; names of formats, networks, presets, schemes, points, files; the search
language; pages of help, which are files of their own; what public sets are called and cited by."""


def rest(where: str, text: str, more: Iterable[Alike] = ()) -> list[str]:
    """Return the words of a text that were not translated, and may not stay so there."""
    for alike in (*more, *ALIKE):
        if re.search(alike.where, where):
            text = re.sub(alike.what, " ", text)
    return outside(text)


def escapes(root: QWidget, more: Iterable[Alike] = ()) -> list[str]:
    """Return the texts of a widget with words that escaped, and where they are shown."""
    return sorted({f"{where}: {text}" for where, text in texts_of(root) if rest(where, text, more)})
