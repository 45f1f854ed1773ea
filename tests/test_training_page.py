"""Commands that stand in the README and on docs/TRAINING.md are understood as they stand there."""

from __future__ import annotations

import re
import shlex
from dataclasses import fields
from pathlib import Path

import pytest

from kpstudio.cli.arguments import HEADLESS, parse
from kpstudio.cli.network_commands import training_config
from kpstudio.core.labelset import LabelSet
from kpstudio.core.schema import shipped_schemes
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.presets import PRESETS
from kpstudio.tasks.grid import combine, parse_grid

ROOT = Path(__file__).parents[1]
TRAINING = (ROOT / "docs" / "TRAINING.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")


def commands(page: str) -> list[str]:
    """Return the commands in blocks of code; outlines with [OPTIONAL] words are none."""
    blocks = "\n".join(re.findall(r"```\n(.*?)```", page, re.DOTALL))
    found = [line for line in blocks.splitlines() if line.startswith("kpstudio ")]
    return [line for line in found if not re.search(r"\[|\b[A-Z]{2,}\b", line)]


@pytest.mark.parametrize("line", dict.fromkeys(commands(TRAINING) + commands(README)))
def test_every_command_is_understood(line: str) -> None:
    arguments = parse(shlex.split(line)[1:])
    assert arguments.command in HEADLESS
    if arguments.command != "train" or arguments.resume:
        return
    labels = LabelSet(Path("faces"), shipped_schemes()[0], ())
    config = training_config(arguments, labels)
    config.validate(labels.scheme)
    for trial in combine(config, parse_grid(arguments.sweep), labels.scheme):
        assert trial.config.preset == config.preset


def test_there_are_commands_to_try() -> None:
    assert len(commands(TRAINING)) >= 9
    assert len(commands(README)) >= 4


def test_every_preset_and_option_is_there() -> None:
    assert all(f"`{name}`" in TRAINING or name in TRAINING.lower() for name in PRESETS)
    options = {name.replace("-", "_") for name in re.findall(r"--(?:no-)?([a-z][a-z-]+)", TRAINING)}
    others = {"out", "preset", "help", "resume", "sweep", "points"}
    assert options - others <= {part.name for part in fields(TrainConfig)}
