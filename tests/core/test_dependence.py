from __future__ import annotations

import numpy as np
import pytest

from kpstudio.core.dependence import Dependence
from kpstudio.core.geometry import Box

BOX = Box(0.0, 0.0, 20.0, 10.0)


def test_a_point_depends_on_what_moves_it() -> None:
    plain = np.array([[3.0, 4.0], [1.0, 1.0], [np.nan, np.nan]])
    covered = np.tile(plain, (2, 3, 1, 1))
    covered[1, 2, 0] += (3.0, 4.0)
    of = Dependence.of(BOX, plain, covered)
    assert of.map([0])[1, 2] == pytest.approx(5.0)
    assert np.count_nonzero(of.map([0])) == 1
    assert not of.map([1]).any()
    assert np.isnan(of.map([2])).all()  # it is not predicted
    assert of.map()[1, 2] == pytest.approx(2.5)  # the mean over those that are
    assert of.map([0, 2])[1, 2] == pytest.approx(5.0)


def test_of_no_points_nothing_is_known() -> None:
    of = Dependence(BOX, np.zeros((2, 2, 0)))
    assert np.isnan(of.map()).all()
    assert of.map().shape == (2, 2)
