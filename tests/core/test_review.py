from __future__ import annotations

import pytest

from kpstudio.core.review import Review, Verdict


@pytest.mark.parametrize(
    ("review", "words"),
    [
        (Review(Verdict.APPROVED, "Änne"), "Approved by Änne"),
        (Review(Verdict.APPROVED), "Approved"),
        (Review(Verdict.RETURNED, "Änne", "the chin is too low"), "Returned by Änne: the chin"),
    ],
)
def test_a_review_reads_as_a_sentence(review: Review, words: str) -> None:
    assert str(review).startswith(words)
