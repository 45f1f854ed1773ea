"""Every example on the page about searching does what the page says, on the page's own faces."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import numpy as np
import pytest

from kpstudio.cli.parsing import parse
from kpstudio.core.errors import Problem
from kpstudio.core.facts import FaceError, FaceFacts
from kpstudio.core.labelset import Face, FaceState, LabelSet
from kpstudio.core.landmarks import Landmarks, Source
from kpstudio.core.matching import compile_query
from kpstudio.core.query_parser import parse_query
from kpstudio.core.query_words import FIGURES, KINDS
from kpstudio.core.review import Review, Verdict
from kpstudio.core.schema import generic_scheme
from kpstudio.core.tags import parse_tags

PAGE = (Path(__file__).parents[1] / "docs" / "SEARCH.md").read_text(encoding="utf-8")
POINTS = 8
HARD = {"hard": "error>8 | yaw>20"}


def tables() -> list[list[list[str]]]:
    """Return the cells of the page's tables, without their headings."""
    blocks = re.findall(r"(?m)(?:^\|.*\n)+", PAGE)
    cut = re.compile(r"(?<!\\)\|")
    return [
        [[c.strip().replace("\\|", "|") for c in cut.split(line)[1:-1]] for line in lines[2:]]
        for lines in (block.strip().split("\n") for block in blocks)
    ]


FACES, *EXAMPLES = tables()
ROWS = [row for table in EXAMPLES for row in table]


def page_facts() -> FaceFacts:
    faces, errors, split, figures = [], {}, {}, {}
    problems = []
    for number, row in enumerate(FACES):
        picture, state, part, nme, px, yaw, missing, tags, problem, said, *more = row
        face_id = f"{picture}#{number}"
        landmarks = None
        if missing:
            xy = np.arange(2.0 * POINTS).reshape(-1, 2)
            xy[: int(missing)] = np.nan
            corrected = state == "corrected"
            landmarks = Landmarks.of(xy, Source.PERSON if corrected else Source.FILE)
        stored = FaceState.UNLABELLED if state == "predicted" else FaceState(state)
        review = Review(Verdict(said)) if said else None
        tagged = parse_tags(tags)
        face = Face(face_id, picture, landmarks, state=stored, tags=tagged, review=review)
        faces.append(face)
        errors[face_id] = FaceError(float(px), float(nme) / 100) if nme else None
        figures[face_id] = [float(figure or "nan") for figure in (yaw, *more)]
        split[face_id] = part
        problems += [Problem(picture, "odd")] if problem else []
    predicted = {face.id for face, row in zip(faces, FACES, strict=True) if row[1] == "predicted"}
    facts = FaceFacts(
        LabelSet(Path(), generic_scheme(POINTS), faces),
        lambda i: Landmarks.of(np.zeros((POINTS, 2))) if i in predicted or errors[i] else None,
        split.__getitem__,
        lambda ids: [errors[i] for i in ids],
        problems=problems,
    )
    for column, name in enumerate(("yaw", "doubt", "unusual", "pitch", "roll", "suspicious")):
        setattr(facts, name, lambda face, column=column: figures[face.id][column])
    return facts


@pytest.mark.parametrize(("search", "_does", "found"), ROWS, ids=[row[0] for row in ROWS])
def test_an_example_finds_what_the_page_says(search: str, _does: str, found: str) -> None:
    facts = page_facts()
    test = compile_query(search.strip("`"), facts, HARD)
    assert ", ".join(face.picture for face in facts.labels if test(face)) == found


def test_the_page_names_every_word() -> None:
    for word in KINDS:
        assert f"`{word}:" in PAGE
        for value in KINDS[word].values:
            assert value in PAGE
    for figure in FIGURES:
        assert re.search(rf"`{figure}[<>=]", PAGE)


def test_the_command_lines_of_the_page_are_understood() -> None:
    (block,) = re.findall(r"```\n(.*?)```", PAGE, re.DOTALL)
    lines = block.strip().split("\n")
    assert len(lines) == 5
    for line in lines:
        arguments = parse(shlex.split(line)[1:])
        assert parse_query(arguments.where) is not None
