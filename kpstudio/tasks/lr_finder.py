"""Looking for a learning rate on a folder's training faces."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kpstudio.core.labelset import LabelSet
from kpstudio.core.splits import Split
from kpstudio.core.texts import say
from kpstudio.core.ticks import Rate
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.events import Event
from kpstudio.engine.rates import RateTried, Suggestion

if TYPE_CHECKING:
    from kpstudio.engine.control import Control


def find_rate(
    labels: LabelSet, config: TrainConfig, split: Split, control: Control | None = None
) -> Iterator[Event | RateTried]:
    """Try learning rates on the faces to train on; nothing is kept.

    Args:
        labels: The faces; must not change meanwhile.
        config: The settings to find a rate for.
        split: Which faces are trained on.
        control: To stop from another thread.

    Raises:
        InputError: If the settings do not fit, or there is no face to train on.
    """
    from kpstudio.engine.lr_finder import try_rates

    by_id = {face.id: face for face in labels}
    faces = [by_id[i] for i in split.training if i in by_id]
    return try_rates(config, faces, labels.root, labels.scheme, control)


def in_words(found: Suggestion | None) -> str:
    """Return one sentence about what a search came to."""
    if found is None:
        return say(
            "No rate from 1e-6 to 1 made the error fall within these steps: check the labels, try "
            "a larger batch, or keep the preset's rate."
        )
    return say(
        "Try a learning rate of {lr}: the error falls fastest at {steepest} and stays low up to "
        "{lowest}.",
        lr=Rate(found.lr),
        steepest=Rate.rounded(found.steepest),
        lowest=Rate.rounded(found.lowest),
    )
