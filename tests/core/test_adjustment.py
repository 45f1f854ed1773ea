from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpstudio.core.adjustment import BRIGHTNESS, CONTRAST, GAMMA, Adjustment

adjustments = st.builds(
    Adjustment, st.integers(*BRIGHTNESS), st.integers(*CONTRAST), st.integers(*GAMMA)
)


@given(adjustments)
def test_lighter_stays_lighter(adjustment: Adjustment) -> None:
    table = np.frombuffer(adjustment.table(), np.uint8).astype(int)
    assert len(table) == 256
    assert (np.diff(table) >= 0).all()


@given(adjustments)
def test_what_is_written_is_read(adjustment: Adjustment) -> None:
    assert Adjustment.of_text(adjustment.text) == adjustment


@pytest.mark.parametrize("text", ["", "1 2", "a b c", "0 0 0", "500 0 100", "0 0 100 4"])
def test_nonsense_reads_as_neutral(text: str) -> None:
    assert Adjustment.of_text(text).neutral


def test_each_number_does_what_its_name_says() -> None:
    assert Adjustment().table() == bytes(range(256))
    assert Adjustment(brightness=20).table()[100] > 100
    flat, steep = Adjustment(contrast=-100).table(), Adjustment(contrast=50).table()
    assert set(flat) == {128}
    assert steep[64] < 64 and steep[192] > 192
    assert Adjustment(gamma=200).table()[64] == round(255 * (64 / 255) ** 0.5)
