"""What spinning costs: BigNet's training steps with each way torch's threads may wait.

    uv run python benchmarks/waiting_threads.py

Every figure is the median of interleaved runs, each in a process of its own, alone and beside
processes that only count.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time

WAYS = {
    "spin as torch has it": {"GOMP_SPINCOUNT": "", "OMP_NUM_THREADS": ""},
    "short spin": {"GOMP_SPINCOUNT": "1000", "OMP_NUM_THREADS": ""},
    "one thread": {"GOMP_SPINCOUNT": "", "OMP_NUM_THREADS": "1"},
}
BATCH = 4


def steps(seconds: float) -> float:
    """Return images/s of BigNet's steps in this process."""
    import torch

    from kpstudio.engine.config import TrainConfig
    from kpstudio.engine.models import build

    config = TrainConfig("bignet", tuple(range(58)), 120, 160, "picture", 1e-3, BATCH, 1)
    network = build(config)
    inputs, targets = torch.randn(BATCH, 1, 120, 160), torch.rand(BATCH, 58, 2)
    done, begun = 0, 0.0
    while not begun or time.perf_counter() - begun < seconds:
        network.zero_grad()
        torch.nn.functional.mse_loss(network(inputs).reshape(targets.shape), targets).backward()
        done += BATCH
        if not begun:  # the first step prepares much that stays
            done, begun = 0, time.perf_counter()
    return done / (time.perf_counter() - begun)


def measure(way: dict[str, str], seconds: float) -> float:
    """Return images/s of a process that waits in this way."""
    environment = {k: v for k, v in os.environ.items() if k not in way}
    # An empty value keeps kpstudio from setting its own, and means torch's to OpenMP.
    environment |= {k: v for k, v in way.items() if v or k == "GOMP_SPINCOUNT"}
    command = [sys.executable, __file__, "--child", "--seconds", str(seconds)]
    printed = subprocess.run(command, env=environment, capture_output=True, check=True, text=True)
    return float(printed.stdout)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=5.0, help="of each run")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--neighbours", type=int, nargs="+", default=[0, 2])
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.child:
        print(steps(given.seconds))
        return
    print(f"| images/s | {' | '.join(WAYS)} |\n|---|{'---|' * len(WAYS)}")
    for count in given.neighbours:
        counting = [subprocess.Popen([sys.executable, "-c", "while True: pass"])
                    for _ in range(count)]  # fmt: skip
        try:
            rounds = [[measure(way, given.seconds) for way in WAYS.values()]
                      for _ in range(given.runs)]  # fmt: skip
        finally:
            for process in counting:
                process.kill()
                process.wait()
        cells = " | ".join(f"{statistics.median(found):.0f}" for found in zip(*rounds, strict=True))
        print(f"| beside {count} other jobs | {cells} |", flush=True)


if __name__ == "__main__":
    main()
