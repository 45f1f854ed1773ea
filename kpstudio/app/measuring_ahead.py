"""Measuring what a list of very many faces is about to ask of them, behind the window."""

from __future__ import annotations

from kpstudio.app.behind import FEW, in_portions
from kpstudio.app.prediction_errors import PredictionErrors
from kpstudio.app.session import Session
from kpstudio.core.errors import Cancelled
from kpstudio.core.facts import FaceFacts
from kpstudio.core.matching import figures_in
from kpstudio.core.progress import Progress
from kpstudio.core.query import Query
from kpstudio.core.query_words import ERRORS, SIGNED


def measure_ahead(
    session: Session,
    errors: PredictionErrors,
    facts: FaceFacts,
    query: Query,
    errors_wanted: bool = False,
    poses_wanted: bool = False,
) -> bool:
    """Measure what is not known of the faces; few are left to who asks for them.

    Args:
        session: Has the faces, and waits.
        errors: Is to know their errors, where these are asked for.
        facts: Is to know how their heads are turned, likewise.
        query: A search that may ask for either.
        errors_wanted: Whether errors are asked for besides.
        poses_wanted: Whether turns are.

    Returns:
        False if a person cancelled it.
    """
    labels, compared = session.labels, figures_in(query)
    far = errors.unknown(labels.ids) if errors_wanted or not compared.isdisjoint(ERRORS) else []
    posed = facts.unposed(labels) if poses_wanted or not compared.isdisjoint(SIGNED) else []
    total = len(far) + len(posed)

    def work(progress: Progress) -> bool:
        for ids in in_portions(far, progress, 0, total):
            errors.of_all(ids)
        for faces in in_portions(posed, progress, len(far), total):
            facts.measure_poses(faces)
        return True

    try:
        return total <= FEW or session.waited(work, total)
    except Cancelled:
        return False
