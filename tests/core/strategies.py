"""What hypothesis draws landmarks, faces and label sets from."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face, FaceState, LabelSet, face_id
from kpstudio.core.landmarks import Landmarks, Source, Visibility
from kpstudio.core.review import Review, Verdict
from kpstudio.core.schema import generic_scheme

POINTS = 4
SCHEME = generic_scheme(POINTS)

pixels = st.floats(-1e5, 1e5, allow_nan=False)
"""Coordinates that a picture may have."""

plain_json = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**60), 2**60) | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(st.text(max_size=4) | st.just("$"), inner, max_size=3)
    ),
    max_leaves=6,
)
"""What readers may keep in a face's extras."""


@st.composite
def landmarks(draw: st.DrawFn, count: int = POINTS) -> Landmarks:
    """Any landmarks: missing and occluded points, scores or none, every source."""
    xy = draw(hnp.arrays(np.float64, (count, 2), elements=st.floats(width=64)))
    kinds = st.sampled_from([int(kind) for kind in Visibility])
    visibility = draw(hnp.arrays(np.uint8, count, elements=kinds))
    unit = st.floats(0, 1) | st.just(float("nan"))
    score = draw(st.none() | hnp.arrays(np.float64, count, elements=unit))
    source = draw(st.sampled_from(Source))
    return Landmarks(xy, visibility, score, source, draw(st.text(max_size=8)))


boxes = st.builds(Box, pixels, pixels, pixels, pixels)


reviews = st.builds(Review, st.sampled_from(Verdict), st.text(max_size=4), st.text(max_size=4))


@st.composite
def faces(draw: st.DrawFn, picture: str | None = None, number: int = 0) -> Face:
    """Any face; its extras are compared by their text, for NaN equals nothing."""
    where = draw(st.text(min_size=1, max_size=12)) if picture is None else picture
    return Face(
        face_id(where, number),
        where,
        draw(st.none() | landmarks()),
        draw(st.none() | boxes),
        draw(st.sampled_from(FaceState)),
        draw(st.booleans()),
        draw(st.dictionaries(st.text(max_size=4), st.integers() | st.text(max_size=3), max_size=2)),
        frozenset(draw(st.sets(st.text(min_size=1, max_size=4), max_size=2))),
        draw(st.none() | reviews),
    )


@st.composite
def label_sets(draw: st.DrawFn) -> LabelSet:
    """A folder of up to four pictures with up to two faces each."""
    pictures = [f"{name}.jpg" for name in draw(st.sets(st.sampled_from("abcd")))]
    members = [
        draw(faces(picture, number))
        for picture in sorted(pictures)
        for number in range(draw(st.integers(0, 2)))
    ]
    return LabelSet(Path("pictures"), SCHEME, members, sorted(pictures))
