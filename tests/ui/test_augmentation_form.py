from __future__ import annotations

from dataclasses import asdict, fields

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QDoubleSpinBox, QLabel
from pytestqt.qtbot import QtBot

from kpstudio.engine.augmentation import SEED_AUGMENTATION, Augmentation
from kpstudio.engine.presets import PRESETS
from kpstudio.ui.panels.augmentation_form import AugmentationForm, in_words

PERMILLE = st.integers(0, 990).map(lambda k: k / 1000)
"""What a field of percent with one decimal can show."""


@pytest.fixture
def form(qtbot: QtBot) -> AugmentationForm:
    widget = AugmentationForm()
    qtbot.addWidget(widget)
    widget.allow_mirroring(True)
    return widget


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.builds(
        Augmentation,
        rotation_degrees=st.integers(0, 1800).map(lambda k: k / 10),
        flip=st.booleans(),
        **{
            part.name: PERMILLE
            for part in fields(Augmentation)
            if part.name not in ("rotation_degrees", "flip")
        },
    )
)
def test_every_change_that_is_shown_comes_back(
    form: AugmentationForm, changes: Augmentation
) -> None:
    form.set_value(changes)
    assert form.value() == changes


@pytest.mark.parametrize("name", [name for name in PRESETS if "augmentation" in PRESETS[name]])
def test_a_preset_s_changes_are_not_rounded(form: AugmentationForm, name: str) -> None:
    form.set_value(PRESETS[name]["augmentation"])
    assert form.value() == PRESETS[name]["augmentation"]


def test_each_field_changes_its_own_setting_and_says_so(
    form: AugmentationForm, qtbot: QtBot
) -> None:
    inputs = {
        "rotation_degrees": form.rotation,
        "scale": form.scale,
        **{f"shift_{side}": field for side, field in form.shifts.items()},
        **form.repainted,
    }
    assert set(inputs) | {"flip"} == {part.name for part in fields(Augmentation)}
    for name, field in inputs.items():
        form.set_value(Augmentation())
        with qtbot.waitSignal(form.changed, timeout=1000):
            field.setValue(12.5)
        wanted = 12.5 if name == "rotation_degrees" else 0.125
        assert asdict(form.value()) == {**asdict(Augmentation()), name: wanted}
    form.set_value(Augmentation())
    with qtbot.waitSignal(form.changed, timeout=1000):
        form.flip.setChecked(True)
    assert form.value() == Augmentation(flip=True)


def test_every_field_and_its_label_say_what_it_does(form: AugmentationForm) -> None:
    tips = [field.toolTip() for field in form.findChildren(QDoubleSpinBox)]
    assert len(tips) == len(set(tips)) == 10
    assert sorted(label.toolTip() for label in form.findChildren(QLabel)) == sorted(tips)
    assert min(map(len, [*tips, form.flip.toolTip()])) > 20


def test_mirroring_comes_back_when_it_is_allowed_again(form: AugmentationForm) -> None:
    form.set_value(Augmentation(flip=True))
    form.allow_mirroring(False, "Not with these points")
    assert not form.flip.isEnabled()
    assert form.flip.toolTip() == "Not with these points"
    assert not form.value().flip
    form.allow_mirroring(True)
    assert form.flip.isEnabled()
    assert form.value().flip
    form.allow_mirroring(False)
    assert "mirror pairs" in form.flip.toolTip()


def test_a_few_words_tell_what_is_changed() -> None:
    assert in_words(Augmentation()) == "none"
    assert in_words(SEED_AUGMENTATION) == "±10°, shifts to 10 %"
    assert in_words(Augmentation(scale=0.15, flip=True, noise=0.02)) == (
        "scale ±15 %, mirrored, noise"
    )
    every = Augmentation(25, 0.1, 0.1, 0.1, 0.1, 0.2, True, 0.3, 0.2, 0.1, 0.3)
    assert in_words(every) == "±25° and 7 more"
