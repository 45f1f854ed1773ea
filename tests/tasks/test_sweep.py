from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import pytest

from kpstudio.core.schema import shipped_schemes
from kpstudio.core.splits import Split
from kpstudio.engine.presets import preset
from kpstudio.store.runs import RunFolder
from kpstudio.tasks.grid import Trial
from kpstudio.tasks.sweep import estimate


def test_a_run_from_before_backbones_judges_how_long_its_network_takes(tmp_path: Path) -> None:
    scheme = shipped_schemes()[0]
    config = preset("bignet", scheme)
    old = {
        name: value for name, value in asdict(config).items() if name not in ("backbone", "head")
    }
    run = RunFolder.create(tmp_path / "old", old, scheme, Split(("a", "b"), ("c",), "list"), {})
    for epoch in (1, 2):
        run.append_event({"event": "epoch", "epoch": epoch, "train_mse": 1.0, "val_mse": 1.0})
    run.append_event({"event": "done", "best_val_mse": 1.0, "epochs": 2, "seconds": 8.0})
    found = estimate([Trial("lr=1", config)], 10, [run])
    assert found is not None
    assert found[0] == pytest.approx(8.0 / (2 * 2) * config.epochs * 10)
    assert found[1] is run
    assert estimate([Trial("best", preset("best", scheme))], 10, [run]) is None
