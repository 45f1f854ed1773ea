"""Time training steps as they are and through torch.compile, and tell whether compiling would pay.

    uv run python benchmarks/compiling.py --presets best bignet --threads 2

It needs a C++ compiler. Steps are forward and backward passes at the preset's batch and input size,
on random pictures, in turns; the fastest turn counts. The cost is the first compiled step, with
what torch loads for it. The last column is what a whole training on --faces faces would gain.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable

import torch
from torch import Tensor

from kpstudio.core.schemes.imm58 import imm58
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.device import use_threads
from kpstudio.engine.models import build
from kpstudio.engine.presets import PRESETS, preset

HEADER = (
    "| preset | ms a step | ms compiled | ratio | compiling, s | a training gains, s |\n"
    "|---|---|---|---|---|---|"
)


def step_of(model: Callable[[Tensor], Tensor], config: TrainConfig) -> Callable[[], None]:
    """Return one step without its optimiser."""
    shape = (config.batch_size, 1, config.input_height, config.input_width)
    inputs = torch.randn(shape).contiguous(memory_format=torch.channels_last)

    def step() -> None:
        model(inputs).square().mean().backward()  # type: ignore[no-untyped-call]

    return step


def seconds_of(step: Callable[[], None], spell: float = 0.0) -> float:
    """Return the mean over as many steps as ``spell`` seconds hold, at least one."""
    begun, steps = time.perf_counter(), 0
    while not steps or time.perf_counter() - begun < spell:
        step()
        steps += 1
    return (time.perf_counter() - begun) / steps


def row(name: str, faces: int, turns: int) -> str:
    """Time the preset ``name`` both ways."""
    config = preset(name, imm58())
    model = build(config).train().to(memory_format=torch.channels_last)
    eager = step_of(model, config)
    seconds_of(eager)
    compiled = step_of(torch.compile(model), config)
    compiling = seconds_of(compiled)
    pairs = [(seconds_of(eager, 1.0), seconds_of(compiled, 1.0)) for _ in range(turns)]
    usual, fast = (min(way) for way in zip(*pairs, strict=True))
    steps = config.epochs * -(-faces // config.batch_size)
    return (
        f"| {name} | {1e3 * usual:.1f} | {1e3 * fast:.1f} | {usual / fast:.2f} "
        f"| {compiling:.0f} | {steps * (usual - fast) - compiling:+.0f} |"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--presets", nargs="+", choices=list(PRESETS), default=["best", "fast"])
    parser.add_argument("--faces", type=int, default=200)
    parser.add_argument("--threads", type=int, default=None)
    parser.add_argument("--turns", type=int, default=4)
    given = parser.parse_args()
    use_threads(given.threads)
    print(HEADER)
    for name in given.presets:
        print(row(name, given.faces, given.turns), flush=True)


if __name__ == "__main__":
    main()
