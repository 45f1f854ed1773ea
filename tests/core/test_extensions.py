"""What packages bring, found by entry point and held off where it fails."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from kpstudio.core import extensions, rankings
from kpstudio.core.errors import InputError
from kpstudio.core.extensions import Kind
from kpstudio.core.facts import FaceFacts
from kpstudio.core.labelset import Face, LabelSet
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.schema import generic_scheme
from tests.extending import Bring


def test_each_kind_has_a_group_of_its_own() -> None:
    groups = [kind.group.partition(".")[2] for kind in Kind]
    assert groups == ["formats", "networks", "losses", "detectors", "rankings"]


def test_what_a_package_brings_is_called_by_both_and_loaded_when_used(bring: Bring) -> None:
    name = bring(Kind.LOSS, "far_off = brought_loss:loss", "def loss(): return 3\n")
    assert name == "of-tests-far-off:far_off"
    assert extensions.names(Kind.LOSS) == (name,)
    assert extensions.names(Kind.NETWORK) == ()
    assert extensions.is_foreign(name)
    assert not extensions.is_foreign("nme")
    assert extensions.title(name) == "far off (of-tests-far-off)"
    assert (extensions.title("nme"), extensions.word(name)) == ("nme", "far_off")
    assert extensions.load(Kind.LOSS, name)() == 3


@pytest.mark.parametrize(
    ("source", "why"),
    [("raise RuntimeError", "RuntimeError"), ("loss = 1 / 0", "division by zero"), ("", "'loss'")],
    ids=["raises", "fails", "lacks"],
)
def test_what_cannot_be_loaded_is_one_sentence(bring: Bring, source: str, why: str) -> None:
    name = bring(Kind.LOSS, "bad = brought_bad:loss", source)
    assert extensions.names(Kind.LOSS) == (name,), "its name is told without loading it"
    with pytest.raises(InputError, match="the loss 'bad' of the package 'of-tests-bad' failed"):
        extensions.load(Kind.LOSS, name)
    with pytest.raises(InputError, match=why):
        extensions.load(Kind.LOSS, name)


def test_a_missing_package_is_named() -> None:
    with pytest.raises(InputError, match="the network 'tiny' comes from the package 'faces-extra'"):
        extensions.load(Kind.NETWORK, "faces-extra:tiny")


def test_a_name_that_no_package_has_is_unknown(bring: Bring) -> None:
    with pytest.raises(
        InputError, match=r"no ranking called 'x': no installed package offers one$"
    ):
        extensions.require(Kind.RANKING, "x")
    extensions.forget()
    name = bring(Kind.RANKING, "a = brought_ranking:f", "")
    with pytest.raises(InputError, match=rf"no ranking called 'x': {name}$"):
        extensions.require(Kind.RANKING, "x")


def test_want_of_memory_is_not_blamed_on_a_package() -> None:
    with pytest.raises(MemoryError), extensions.held_off(Kind.LOSS, "a:b"):
        raise MemoryError


def test_a_ranking_tells_figures_of_the_faces_that_it_knows(bring: Bring, tmp_path: Path) -> None:
    source = (
        "def area(face, facts):\n"
        "    if face.landmarks is None: return None\n"
        "    return face.landmarks.xy_image[0, 0]\n"
    )
    name = bring(Kind.RANKING, "area = brought_area:area", source)
    assert rankings.rankings() == (name,)
    xs = {"a": 2.0, "b": np.nan, "c": 1.0}
    faces = [Face(k, f"{k}.png", Landmarks.of([[x, 0.0]])) for k, x in xs.items()]
    facts = FaceFacts(LabelSet(tmp_path, generic_scheme(1), faces), lambda _: None)
    found = rankings.figures(name, [*faces, Face("d", "d.png")], facts)
    assert found == {"a": 2.0, "c": 1.0}


def test_a_ranking_that_fails_is_one_sentence(bring: Bring, tmp_path: Path) -> None:
    name = bring(Kind.RANKING, "odd = brought_odd:odd", "def odd(face, facts): return 'large'\n")
    facts = FaceFacts(LabelSet(tmp_path, generic_scheme(1)), lambda _: None)
    with pytest.raises(InputError, match=r"the ranking 'odd' of the package .* failed: could not"):
        rankings.figures(name, [Face("a", "a.png")], facts)
