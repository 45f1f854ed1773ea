"""What a project remembers of how its errors are measured."""

from __future__ import annotations

from kpstudio.core.errors import InputError
from kpstudio.core.metrics import FAILURE_THRESHOLD, Yardstick
from kpstudio.core.normalisers import normaliser_named
from kpstudio.core.schema import PointSchema
from kpstudio.store.project import Project

SETTING = "yardstick"
"""The project's setting: the normaliser's name, "" for the scheme's own, and the threshold."""


def remembered_yardstick(project: Project | None, scheme: PointSchema) -> Yardstick:
    """Return what errors are measured by in a project, as far as its points allow."""
    stored = None if project is None else project.setting(SETTING)
    stored = stored if isinstance(stored, dict) else {}
    try:
        normaliser = normaliser_named(scheme, str(stored.get("normaliser", "")))
    except InputError:  # the points are others by now
        normaliser = scheme.normaliser
    threshold = stored.get("threshold")
    if not (isinstance(threshold, float) and 0.0 < threshold < 1.0):
        threshold = FAILURE_THRESHOLD
    return Yardstick(normaliser, threshold)


def remember_yardstick(project: Project, yardstick: Yardstick, scheme: PointSchema) -> None:
    """Keep what errors are measured by from now on.

    Raises:
        InputError: If it cannot be written.
    """
    own = yardstick.normaliser == scheme.normaliser
    name = "" if own else yardstick.normaliser.name
    project.set_setting(SETTING, {"normaliser": name, "threshold": yardstick.threshold})
