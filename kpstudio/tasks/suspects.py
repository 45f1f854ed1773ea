"""The suspicious labels of a set, worst first, and as findings of the label doctor."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from kpstudio.core.disagreement import Scatter
from kpstudio.core.labelset import Face
from kpstudio.core.landmarks import FloatArray
from kpstudio.core.schema import PointSchema
from kpstudio.core.suspicion import LISTED, Reason, Suspicion, suspect
from kpstudio.core.texts import joined, say, say_count
from kpstudio.doctor.finding import Finding, Repair, Severity, reordering

KEYS: Mapping[Reason, str] = {
    Reason.SIDES: "suspect-sides",
    Reason.ORDER: "suspect-order",
    Reason.FACE: "suspect-face",
    Reason.POINT: "suspect-points",
}
"""What the doctor calls the findings."""

_SHOWN = 12
_TOLD = 3
_SAYS = {
    Reason.SIDES: say("left and right swapped"),
    Reason.ORDER: say("points in another order"),
    Reason.FACE: say("labels that may belong to another face"),
    Reason.POINT: say("points that are off"),
}
_LOOK = say("Nothing is changed: look at these faces, and drag the points where they belong.")
_REORDER = say("Each point would get the number that fits where it is; none would move.")


@dataclass(frozen=True, eq=False)
class Judges:
    """What networks said of faces that they never saw, and what is usual between it and labels.

    Attributes:
        answers: (L, K, 2) by face id, image frame.
        scatter: Learnt from the faces that were there.
    """

    answers: Mapping[str, FloatArray]
    scatter: Scatter

    @classmethod
    def of(
        cls, answers: Mapping[str, FloatArray], faces: Iterable[Face], scheme: PointSchema
    ) -> Judges | None:
        """Return the judges of ``faces``; None where nothing was answered about them.

        All answers are to as many looks; those about other points are left out.
        """
        fitting = {i: looks for i, looks in answers.items() if looks.shape[1] == scheme.count}
        known = _known(faces, fitting)
        if not known:
            return None
        return cls(fitting, Scatter.learn(*_arrays(known, fitting)))

    def judge(self, faces: Iterable[Face], scheme: PointSchema) -> dict[str, Suspicion]:
        """Return what is suspicious about the labels of ``faces`` as they are, by face id.

        Faces without labels or without an answer are left out.
        """
        known = _known(faces, self.answers)
        if not known:
            return {}
        told = suspect(*_arrays(known, self.answers), scheme, self.scatter)
        return {f.id: one for f, one in zip(known, told, strict=True) if one is not None}


def _known(faces: Iterable[Face], answers: Mapping[str, FloatArray]) -> list[Face]:
    return [face for face in faces if face.labelled and face.id in answers]


def _arrays(
    faces: Sequence[Face], answers: Mapping[str, FloatArray]
) -> tuple[FloatArray, FloatArray]:
    points = [face.landmarks.xy_image for face in faces if face.landmarks is not None]
    return np.array(points), np.array([answers[face.id] for face in faces])


def ranked(
    told: Mapping[str, Suspicion], right: frozenset[str] = frozenset()
) -> list[tuple[str, Suspicion]]:
    """Return the faces that are to be listed, worst first.

    Args:
        told: By face id.
        right: Faces of which a person said that their labels are right.
    """
    listed = [(i, one) for i, one in told.items() if one.score >= LISTED and i not in right]
    return sorted(listed, key=lambda pair: (-pair[1].score, pair[0]))


def as_findings(
    faces: Mapping[str, Face], listed: Sequence[tuple[str, Suspicion]]
) -> tuple[Finding, ...]:
    """Return the listed faces as findings, one for each reason that is met.

    Args:
        faces: By id.
        listed: As `ranked` gives them.
    """
    by_reason = {
        reason: [(faces[i], one) for i, one in listed if one.reason is reason] for reason in Reason
    }
    return tuple(_finding(reason, some) for reason, some in by_reason.items() if some)


def _finding(reason: Reason, some: Sequence[tuple[Face, Suspicion]]) -> Finding:
    orders = {face.id: (face, one.order) for face, one in some if one.order is not None}
    told = joined([joined((face.picture, one.words), ": ") for face, one in some[:_TOLD]], "; ")
    if some[_TOLD:]:
        told = say("{told}; and more", told=told)
    first = f"{some[0][0].picture}{' …' if some[1:] else ''}"
    sentence = say_count(
        "1 face has {what}, according to networks that never saw it ({first}).",
        "{count:,} faces have {what}, according to networks that never saw them ({first}).",
        len(some),
        what=_SAYS[reason],
        first=first,
    )
    ids = tuple(face.id for face, _ in some)
    return Finding(
        KEYS[reason],
        Severity.DOUBT,
        sentence,
        say("{told}. {remedy}", told=told, remedy=_REORDER if orders else _LOOK),
        ids,
        {"highest suspicion": some[0][1].score},
        Repair("put the points in order", reordering(orders)) if orders else None,
        ids[:_SHOWN],
    )
