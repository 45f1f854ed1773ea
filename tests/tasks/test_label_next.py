from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from kpstudio.core.facts import FaceFacts
from kpstudio.core.labelset import FaceState, LabelSet
from kpstudio.tasks.label_next import Before, Features, may_be_labelled, nearest_faces, rank_faces


def features(labels: LabelSet) -> dict[str, Features]:
    rng = np.random.default_rng(2)
    return {face.id: rng.normal(size=5).astype(np.float32) for face in labels}


def without_some(labels: LabelSet, count: int) -> LabelSet:
    faces = list(labels)
    bare = [replace(f, landmarks=None, state=FaceState.UNLABELLED) for f in faces[:count]]
    return LabelSet(labels.root, labels.scheme, [*bare, *faces[count:]])


def test_only_faces_that_wait_for_labels_and_were_seen_are_ranked(labels: LabelSet) -> None:
    some = without_some(labels, 4)
    ids = list(some.ids)
    rejected = replace(some[ids[0]], state=FaceState.REJECTED)
    some = LabelSet(some.root, some.scheme, [rejected, *list(some)[1:]])
    seen = features(some)
    del seen[ids[1]]  # its picture could not be read
    picks = rank_faces(Before.of(some, FaceFacts(some)), seen, 100)
    assert {pick.id for pick in picks} == {ids[2], ids[3]}
    assert not may_be_labelled(rejected)
    assert rank_faces(Before.of(labels, FaceFacts(labels)), features(labels), 100) == ()


def test_where_nothing_is_labelled_yet_faces_are_ranked_all_the_same(labels: LabelSet) -> None:
    bare = without_some(labels, len(list(labels)))
    picks = rank_faces(Before.of(bare, FaceFacts(bare)), features(bare), 3)
    assert len(picks) == 3


def test_the_nearest_faces_are_those_that_the_network_sees_alike(labels: LabelSet) -> None:
    seen = features(labels)
    first, second, *others = seen
    seen[second] = seen[first] + np.float32(0.01)
    away = nearest_faces(seen, first)
    assert away[first] == pytest.approx(0.0)
    assert sorted(away, key=lambda i: away[i])[:2] == [first, second]
    assert all(0.0 <= away[other] <= 2.0 for other in others)
