"""The pages of help say what is true of the program, and have all that they show."""

from __future__ import annotations

import re

import pytest
from PIL import Image

from kpstudio import resources
from kpstudio.ui.actions import ACTIONS
from kpstudio.ui.help_pages import (
    FOLDER,
    MENTION,
    OF_DIALOGS,
    OF_WORKSPACES,
    HelpPage,
    action_named,
    help_pages,
    with_keys,
)
from kpstudio.ui.workspaces import Workspace
from tests.ui.all_dialogs import kinds

SPECS = {spec.key: spec for spec in ACTIONS}
MENUS_INSIDE = {
    ("File", "Go back to a copy"),
    ("Review", "Errors relative to"),
    ("Review", "Failure above"),
}
"""Menus in menus, which the table does not have; test_help.py looks whether they are there."""
QUESTIONS = {"en": "\n## How do I ", "de": "\n## Wie "}
LANGUAGES = pytest.mark.parametrize("language", QUESTIONS)
PAGES = pytest.mark.parametrize(
    ("language", "page"),
    [(language, page) for language in QUESTIONS for page in help_pages(language)],
    ids=lambda part: part if isinstance(part, str) else part.name,
)


@LANGUAGES
def test_the_first_page_names_all_others(language: str):
    folder = FOLDER if language == "en" else f"{FOLDER}/{language}"
    files = {path.stem for path in resources.path(folder).glob("*.md")}
    assert {page.name for page in help_pages(language)} == files
    assert len(files) == len(help_pages(language)) >= 10
    assert {*OF_WORKSPACES.values(), *OF_DIALOGS.values()} <= files
    assert set(OF_WORKSPACES) == set(Workspace)


def test_every_dialog_has_a_page():
    assert kinds() - {"HelpDialog"} == set(OF_DIALOGS)


@PAGES
def test_menus_and_keys_are_those_of_the_program(language: str, page: HelpPage):
    for found in MENTION.finditer(page.text):
        name = action_named(found["menu"], found["text"])
        if name is None:
            assert (found["menu"], found["text"]) in MENUS_INSIDE, found[0]
        elif found["key"] is not None:
            assert found["key"] in SPECS[name].shortcuts[:1], found[0]
    assert len(re.findall(r"\*\w+ > ", page.text)) == len(MENTION.findall(page.text))


@PAGES
def test_a_page_is_short_and_answers(language: str, page: HelpPage):
    assert page.text.startswith(f"# {page.title}\n")
    assert len(page.text.split()) < 600
    assert page.name in ("index", "troubleshooting") or QUESTIONS[language] in page.text


@PAGES
def test_pictures_are_there_in_both_themes_and_small(language: str, page: HelpPage):
    for name in re.findall(r"!\[[^]]+\]\((?:\.\./)?([^)]+)\)", page.text):
        assert name.endswith("-light.webp")
        assert name.startswith("pictures/de/") is (language == "de")
        for theme in ("-light.", "-dark."):
            path = resources.path(f"{FOLDER}/{name.replace('-light.', theme)}")
            assert path.stat().st_size < 80_000
            with Image.open(path) as picture:
                assert picture.width <= 1280


@pytest.mark.parametrize("page", help_pages("de"), ids=lambda page: page.name)
def test_a_german_page_has_what_the_english_one_has(page: HelpPage):
    (same,) = (one for one in help_pages() if one.name == page.name)
    for part in (
        MENTION,  # menus and keys
        re.compile(r"(?<=[(/])[\w-]+\.(md|webp)(?=\))"),  # links and pictures
        re.compile(r"^#+ ", re.MULTILINE),
        re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL),
    ):
        found, wanted = (sorted(m[0] for m in part.finditer(p.text)) for p in (page, same))
        assert [" ".join(one.split()) for one in found] == [" ".join(one.split()) for one in wanted]


def test_a_page_names_the_menu_inside_a_menu():
    text = "*View > Zoom in* (Ctrl++) and *Points > Mirror face*"
    now = "*View > Picture > Zoom in* (Ctrl++) and *Points > Whole face > Mirror face*"
    assert with_keys(text, lambda name: SPECS[name].shortcuts[0]) == now


def test_a_page_shows_the_keys_that_actions_have_now():
    text = "*Train > Start training* (Ctrl+T), *Edit > Undo*\n(Ctrl+Z), *File > Go back to a copy*."
    own = {"train": "F5", "undo": ""}
    now = "*Train > Start training* (F5), *Edit > Undo*, *File > Go back to a copy*."
    assert with_keys(text, own.__getitem__) == now


def test_a_search_finds_every_word_in_any_case():
    (page,) = (page for page in help_pages() if page.name == "train")
    assert page.fits("")
    assert page.fits("CURVE learning-") is page.fits("learning- curve")
    assert page.fits("curve dash")
    assert not page.fits("curve zebra")
