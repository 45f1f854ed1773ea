from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kpstudio.core.metrics import FAILURE_THRESHOLD, Yardstick
from kpstudio.core.normalisers import normaliser_named
from kpstudio.core.schema import BOX_DIAGONAL, BOX_SIZE, generic_scheme, scheme_named
from kpstudio.store.project import Project
from kpstudio.tasks.measuring import SETTING, remember_yardstick, remembered_yardstick

IMM, LONE = scheme_named("imm58"), generic_scheme(7)
PUPILS = normaliser_named(IMM, "inter-pupil")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    with Project.open(tmp_path) as opened:
        yield opened


def test_a_project_that_was_told_nothing_measures_by_its_scheme(project: Project) -> None:
    for known in (None, project):
        assert remembered_yardstick(known, IMM) == Yardstick(IMM.normaliser, FAILURE_THRESHOLD)


def test_a_project_remembers_what_errors_are_measured_by(project: Project) -> None:
    remember_yardstick(project, Yardstick(PUPILS, 0.10), IMM)
    assert remembered_yardstick(project, IMM) == Yardstick(PUPILS, 0.10)
    # Points that allow no such length are measured by their own; the threshold stays.
    assert remembered_yardstick(project, LONE) == Yardstick(BOX_SIZE, 0.10)
    remember_yardstick(project, Yardstick(IMM.normaliser), IMM)
    assert remembered_yardstick(project, scheme_named("five5")).normaliser.name == "inter-pupil"


@pytest.mark.parametrize(
    "stored",
    [3, {"normaliser": 4, "threshold": "high"}, {"threshold": 0.0}, {"threshold": 8}, {}],
)
def test_what_cannot_be_read_counts_as_never_told(project: Project, stored: Any) -> None:
    project.set_setting(SETTING, stored)
    assert remembered_yardstick(project, IMM) == Yardstick(IMM.normaliser)


def test_the_threshold_stays_without_a_length(project: Project) -> None:
    project.set_setting(SETTING, {"normaliser": "box diagonal", "threshold": 0.05})
    assert remembered_yardstick(project, IMM) == Yardstick(BOX_DIAGONAL, 0.05)
