from __future__ import annotations

import re

import numpy as np
import pytest

from kpstudio.core.errors import InputError
from kpstudio.core.metrics import normaliser_length
from kpstudio.core.normalisers import normaliser_named, normalisers_of
from kpstudio.core.schema import (
    BOX_DIAGONAL,
    BOX_SIZE,
    Normaliser,
    PointSchema,
    generic_scheme,
    scheme_named,
    shipped_schemes,
)
from kpstudio.core.shapemodel import shipped_shape_model

BOXES = [BOX_SIZE.name, BOX_DIAGONAL.name]


@pytest.mark.parametrize(
    ("scheme", "eyes"),
    [
        ("imm58", ["inter-ocular", "inter-pupil"]),
        ("ibug68", ["inter-ocular", "inter-pupil"]),
        ("wflw98", ["inter-ocular", "inter-pupil"]),
        ("muct76", ["inter-ocular", "inter-pupil"]),
        ("cofw29", ["inter-ocular", "inter-pupil"]),
        ("helen194", ["inter-pupil"]),
        ("kaggle15", ["inter-pupil", "inter-ocular"]),
        ("five5", ["inter-pupil"]),
    ],
)
def test_each_scheme_offers_what_its_points_allow_and_its_own_first(
    scheme: str, eyes: list[str]
) -> None:
    offered = normalisers_of(scheme_named(scheme))
    assert [normaliser.name for normaliser in offered] == eyes + BOXES
    assert offered[0] == scheme_named(scheme).normaliser


def test_points_without_names_have_a_box_alone() -> None:
    assert normalisers_of(generic_scheme(7)) == (BOX_SIZE, BOX_DIAGONAL)


def test_the_scheme_of_a_person_keeps_its_own_length_of_that_name() -> None:
    own = Normaliser("inter-pupil", (0,), (2,))
    scheme = PointSchema("mine", ("left eye outer", "right eye outer", "tip"), (1, 0, 2))
    assert normalisers_of(scheme)[1] == Normaliser("inter-ocular", (1,), (0,))
    mine = PointSchema("mine", scheme.points, scheme.mirror, normaliser=own)
    assert normaliser_named(mine, "inter-pupil") == own


def test_pupils_are_points_or_the_middle_of_the_eye() -> None:
    wflw, imm = scheme_named("wflw98"), scheme_named("imm58")
    assert normaliser_named(wflw, "inter-pupil") == Normaliser("inter-pupil", (96,), (97,))
    between = normaliser_named(imm, "inter-pupil")
    assert (between.a, between.b) == (imm.groups["right eye"], imm.groups["left eye"])
    model = shipped_shape_model("imm58")
    assert model is not None
    centres = [
        model.mean[list(imm.groups[f"{side} eye"])].mean(axis=0) for side in ("left", "right")
    ]
    apart = float(np.hypot(*np.subtract(*centres)))
    assert normaliser_length(model.mean, between) == pytest.approx(apart)
    assert 0.6 < apart < 0.8  # of the distance of the outer corners, which is 1


def test_the_ends_lie_on_the_side_that_their_scheme_says() -> None:
    for scheme in shipped_schemes():
        for normaliser in normalisers_of(scheme):
            ends = {scheme.mirror[k] for k in normaliser.a}
            assert not scheme.paired or ends == set(normaliser.b)


def test_a_name_finds_a_length_and_none_the_schemes_own() -> None:
    imm = scheme_named("imm58")
    assert normaliser_named(imm, "") == imm.normaliser
    for normaliser in normalisers_of(imm):
        assert normaliser_named(imm, normaliser.name) is normaliser or normaliser
    with pytest.raises(InputError, match=re.escape("use inter-ocular, inter-pupil, box size")):
        normaliser_named(imm, "inter-planetary")
