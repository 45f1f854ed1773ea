"""Where the knowledge of shapes comes from."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np

from kpstudio.core.known_shape import known_shape, shipped_prior
from kpstudio.core.labelset import Face, FaceState, LabelSet, face_id
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.mean_shape import shapes_of
from kpstudio.core.schema import generic_scheme, scheme_named
from kpstudio.core.shape_learning import ENOUGH
from tests.core.test_shape_learning import planted


def test_enough_labelled_faces_are_learnt_from():
    shapes, _ = planted(ENOUGH)
    scheme = generic_scheme(shapes.shape[1])
    known = known_shape(shapes, scheme)
    assert known.prior is not None and known.mean is known.prior.mean
    assert known.words == f"The shape model comes from {ENOUGH} labelled faces of this folder."


def test_of_too_few_the_shipped_shape_is_taken_where_the_points_are_its():
    imm = scheme_named("imm58")
    known = known_shape(np.empty((0, 58, 2)), imm)
    assert known.prior is shipped_prior(imm) and known.prior is not None
    assert known.words == "The shape model comes from the 240 faces of IMM."
    renamed = replace(imm, name="mine", points=tuple(f"p{k}" for k in range(58)))
    assert known_shape(np.empty((0, 58, 2)), renamed).prior is None
    assert known_shape(np.empty((0, 58, 2)), renamed, imm).prior is known.prior
    copied = known_shape(np.empty((0, 58, 2)), replace(imm, name="mine")).prior
    assert copied is not None and copied.origin == known.prior.origin


def test_else_there_is_a_mean_at_most_and_words_say_why():
    shapes, _ = planted(3)
    scheme = generic_scheme(shapes.shape[1])
    few = known_shape(shapes, scheme)
    assert few.prior is None and few.mean is not None
    assert few.words == (
        f"No shape model yet: it is learnt from {ENOUGH} labelled faces, and this folder has 3."
    )
    none = known_shape(shapes[:0], scheme)
    assert none.prior is None and none.mean is None


def test_only_what_is_labelled_is_learnt_from():
    shapes, _ = planted(3)
    faces = [
        Face(face_id(f"{k}.png"), f"{k}.png", Landmarks.of(xy), None, state)
        for k, (xy, state) in enumerate(
            zip(shapes, (FaceState.LABELLED, FaceState.PREDICTED, FaceState.CHECKED), strict=True)
        )
    ]
    labels = LabelSet(Path(), generic_scheme(shapes.shape[1]), faces)
    np.testing.assert_allclose(shapes_of(tuple(labels), labels.scheme.count), shapes[[0, 2]])


def test_the_shipped_shapes_are_of_radius_one():
    for name in ("imm58", "ibug68"):
        prior = shipped_prior(scheme_named(name))
        assert prior is not None
        assert (
            np.sqrt((prior.mean**2).sum(axis=1).mean()) == 1.0
            or abs(np.sqrt((prior.mean**2).sum(axis=1).mean()) - 1.0) < 1e-12
        )
        found = prior.usual(prior.mean)
        assert found is not None and found.percent < 1


def test_faces_without_a_scheme_teach_nothing():
    labels = LabelSet(Path(), generic_scheme(0), [Face("a.png#0", "a.png")])
    shapes = shapes_of(tuple(labels), labels.scheme.count)
    assert shapes.shape == (0, 0, 2)
    known = known_shape(shapes, labels.scheme, labels.own_scheme)
    assert known.prior is None and known.mean is None
