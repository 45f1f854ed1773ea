"""Points outside the picture, wrong numbers of points, and faces that were labelled twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np

from kpstudio.core.labelset import Face
from kpstudio.core.texts import say, say_count
from kpstudio.doctor.finding import Finding, Repair, Severity
from kpstudio.doctor.material import Material

_COUNTS = re.compile(
    r"wrong number of points|announces \d+ points? but |\d+ points? (is|are) not the \d+"
    r"|has \d+ points? where most"
)
"""How the readers and the merging of label sets say it."""
_FAR = 0.05
_PROOF = 12
_TWICE = 0.12
"""Two faces of a picture whose points lie no farther apart, as a share of their size, are one."""


def check_outside(material: Material) -> Iterator[Finding]:
    """Look for points outside the picture: a few by a little are noted, others are doubtful."""
    near, far = [], []
    with np.errstate(all="ignore"):
        low = np.fmin.reduce(material.xy, axis=1)
        high = np.fmax.reduce(material.xy, axis=1)
    for n, face in enumerate(material.faces):
        size = material.size(face.picture)
        if size is None:
            continue
        beyond = float(np.nanmax([*(-0.5 - low[n]), *(high[n] - np.array(size) + 0.5)]))
        if beyond > _FAR * max(size):
            far.append(n)
        elif beyond > 0:
            near.append(n)
    for numbers, severity, where in (
        (far, Severity.DOUBT, say("far outside the picture")),
        (near, Severity.NOTE, say("just outside the picture")),
    ):
        if numbers:
            yield Finding(
                "outside" if severity is Severity.DOUBT else "at-the-edge",
                severity,
                say_count(
                    "1 face has points {where} ({first}).",
                    "{count:,} faces have points {where} ({first} …).",
                    len(numbers),
                    where=where,
                    first=material.faces[numbers[0]].picture,
                ),
                say(
                    "Nothing is changed: look at these faces, and drag the points where they "
                    "belong."
                ),
                material.ids(numbers),
                {say("faces"): float(len(numbers))},
                shown=material.ids(numbers[:_PROOF]),
            )


def check_counts(material: Material) -> Iterator[Finding]:
    """Report labels with a wrong number of points, and faces that lack most of theirs."""
    wrong = [problem for problem in material.problems if _COUNTS.search(problem.message)]
    if wrong:
        yield Finding(
            "wrong-count",
            Severity.DOUBT,
            say_count(
                "1 label has a different number of points from what it says or from most others: "
                "{first}.",
                "{count:,} labels have a different number of points from what they say or from "
                "most others: {first} (and more).",
                len(wrong),
                first=wrong[0],
            ),
            say("They are left out; correct the label files and open the folder again."),
            (),
            {say("labels"): float(len(wrong))},
        )
    if not material.xy.size:
        return  # pictures alone
    present = np.isfinite(material.xy).all(axis=2).mean(axis=1)
    poor = np.flatnonzero(present < 0.5)
    if len(poor) and (present > 0.99).mean() > 0.95:
        yield Finding(
            "missing-points",
            Severity.DOUBT,
            say_count(
                "1 face lacks most points, which nearly all others have ({first}).",
                "{count:,} faces lack most points, which nearly all others have ({first} …).",
                len(poor),
                first=material.faces[poor[0]].picture,
            ),
            say("Nothing is changed: place the points, or delete the faces."),
            material.ids(poor),
            {say("faces"): float(len(poor))},
            shown=material.ids(poor[:_PROOF]),
        )


def check_twice(material: Material) -> Iterator[Finding]:
    """Look for two faces of one picture that stand on the same subject."""
    by_picture: dict[str, list[int]] = {}
    for n, face in enumerate(material.faces):
        by_picture.setdefault(face.picture, []).append(n)
    again: dict[int, int] = {}
    for numbers in by_picture.values():
        for k, n in enumerate(numbers):
            for m in numbers[:k]:
                away = np.hypot(*(material.xy[n] - material.xy[m]).T)
                away = away[np.isfinite(away)]
                if len(away) and np.median(away) < _TWICE * material.extent[m] and m not in again:
                    again.setdefault(n, m)
    if not again:
        return
    extra = frozenset(material.faces[n].id for n in again)

    def mend(face: Face) -> Face | None:
        return None if face.id in extra else face

    pairs = [k for n, m in again.items() for k in (m, n)]
    count = len(again)
    yield Finding(
        "labelled-twice",
        Severity.DOUBT,
        say_count(
            "1 face is labelled twice in the same picture ({first}).",
            "{count:,} faces are labelled twice in the same picture ({first} …).",
            count,
            first=material.faces[next(iter(again))].picture,
        ),
        say("The first would stay; the other would be removed."),
        material.ids(list(again)),
        {say("faces"): float(count)},
        Repair("take out faces labelled twice", mend),
        material.ids(pairs[:_PROOF]),
    )
