"""What the pages say of training holds: commands, presets and options."""

from __future__ import annotations

import re
import shlex
from dataclasses import fields
from pathlib import Path

import pytest

from kpstudio.cli.network_commands import training_config
from kpstudio.cli.parsing import parse
from kpstudio.core.labelset import LabelSet
from kpstudio.core.schema import shipped_schemes
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.presets import PRESETS
from kpstudio.tasks.grid import combine, parse_grid
from tests.documents import PAGES, ROOT, command_lines, is_outline

TRAINING = (ROOT / "docs" / "TRAINING.md").read_text(encoding="utf-8")


TRAININGS = [
    line
    for line in dict.fromkeys(line for page in PAGES for line in command_lines(page))
    if re.match(r"kpstudio (train|find-lr) ", line) and not is_outline(line)
]


@pytest.mark.parametrize("line", [line for line in TRAININGS if "--resume" not in line])
def test_every_training_has_settings_that_go_together(line: str) -> None:
    arguments = parse(shlex.split(line)[1:])
    labels = LabelSet(Path("faces"), shipped_schemes()[0], ())
    config = training_config(arguments, labels)
    config.validate(labels.scheme)
    for trial in combine(config, parse_grid(getattr(arguments, "sweep", [])), labels.scheme):
        assert trial.config.preset == config.preset


def test_there_are_trainings_to_try() -> None:
    assert len(TRAININGS) >= 9


def test_every_preset_and_option_is_there() -> None:
    assert all(f"`{name}`" in TRAINING or name in TRAINING.lower() for name in PRESETS)
    options = {name.replace("-", "_") for name in re.findall(r"--(?:no-)?([a-z][a-z-]+)", TRAINING)}
    others = {"out", "preset", "help", "resume", "sweep", "points"}
    assert options - others <= {part.name for part in fields(TrainConfig)}
