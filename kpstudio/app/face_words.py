"""What is said of a face in the window's language: how far it is, and what a person said of it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from kpstudio.app.language import in_digits, tr, tr_count
from kpstudio.core.labelset import Face, FaceState
from kpstudio.core.review import Review, Verdict
from kpstudio.core.texts import Text, say

STATES: Mapping[FaceState, Text] = {
    FaceState.UNLABELLED: say("unlabelled"),
    FaceState.LABELLED: say("labelled"),
    FaceState.PREDICTED: say("predicted"),
    FaceState.CORRECTED: say("corrected"),
    FaceState.CHECKED: say("checked"),
    FaceState.REJECTED: say("rejected"),
}
"""How far a person has got with a face."""
_VERDICTS: Mapping[Verdict, tuple[Text, Text]] = {
    Verdict.APPROVED: (say("Approved"), say("Approved by {name}")),
    Verdict.RETURNED: (say("Returned"), say("Returned by {name}")),
}


def review_words(review: Review | None) -> str:
    """Return what a second person said, such as "Returned by Ada: the jaw"; "" for nobody."""
    if review is None:
        return ""
    alone, with_name = _VERDICTS[review.verdict]
    words = tr(with_name, name=review.by) if review.by else tr(alone)
    return f"{words}: {review.note}" if review.note else words


def left_out(why: Sequence[str]) -> str:
    """Return that faces were not changed with others, and why; of several, why the first was not.

    Args:
        why: A sentence for each.
    """
    return tr_count(
        "1 face was left out: {why}.",
        "{count} faces were left out. The first: {why}.",
        len(why),
        why=why[0],
    )


def turn_words(yaw: float) -> str:
    """Return a turn of the head in whole degrees: "+12°", "−12°", "0°"."""
    degrees = round(yaw)
    return f"{in_digits(degrees, '+d')}°" if degrees else "0°"


def read_out(face: Face, name: str, state: FaceState, nme: float, *odd: str) -> str:
    """Return what is read out of a face in the list.

    Args:
        face: The face.
        name: What it is called.
        state: How far it is.
        nme: Error of its prediction, a share of what errors are divided by; NaN where unknown.
        odd: What else is said of it; "" for nothing.
    """
    parts = (
        name,
        tr(STATES[state]),
        review_words(face.review) if face.verdict is not None else "",
        tr("NME {nme:.1f} percent", nme=100 * nme) if math.isfinite(nme) else "",
        tr("tagged {tags}", tags=", ".join(sorted(face.tags))) if face.tags else "",
        *odd,
    )
    return ", ".join(filter(None, parts))
