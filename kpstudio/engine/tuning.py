"""Choose how to compute: fp32 or half as many bits, and with how many CPU threads.

bf16 doubles the speed of dense convolutions on CPUs that have it, and halves it on others and for
depthwise ones; a second thread nearly doubles the speed on a free machine and costs most of it on
a busy one. Neither can be told from a name, so that a few steps are timed.
"""

from __future__ import annotations

import contextlib
import copy
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace

import torch

from kpstudio.core.errors import InputError
from kpstudio.core.texts import say, say_count
from kpstudio.engine.config import FIXED_INPUT
from kpstudio.engine.device import threads_kept, use_threads
from kpstudio.engine.network import Network

CLEARLY = 1.2
"""How many times as fast something must be before it is preferred to fp32 on every core: so the
same machine chooses the same again, and the same choice gives the same numbers."""

LONGEST = 1.0
"""Seconds after which nothing is timed once more."""

SPELL, SHORT_SPELL = 0.06, 0.02
"""Seconds of steps that are timed in one go; short for networks that train in seconds."""

TURNS = 4
"""Times that each way is timed, in turns; the fastest counts: what disturbs comes and goes."""

FEWEST = 4
"""Pictures in a timed step: below, turning the weights into another type takes most of it."""

Clock = Callable[[], float]
Way = tuple[str, int]
"""(precision, threads)"""

_KINDS = {"fp32": torch.float32, "bf16": torch.bfloat16, "fp16": torch.float16}
_POSSIBLE = {"cpu": ("fp32", "bf16"), "cuda": ("fp32", "bf16", "fp16"), "mps": ("fp32", "fp16")}


@dataclass(frozen=True)
class Tuned:
    """How a training computes.

    Attributes:
        precision: "fp32", "bf16" or "fp16"; the last needs its loss scaled against underflow.
        threads: CPU threads.
        sentence: What was chosen, and why.
    """

    precision: str
    threads: int
    sentence: str


def autocast(device: torch.device, precision: str) -> AbstractContextManager[None]:
    """Return the context for a network's forward pass in ``precision``.

    Weights, gradients and the optimiser stay float32. Outputs may come in half precision: make
    them float32 before taking the loss.
    """
    if precision == "fp32":
        return contextlib.nullcontext()
    return torch.autocast(device.type, dtype=_KINDS[precision])


def tune(
    network: Network, batch_size: int, threads: int | None = None, precision: str = "auto"
) -> Tuned:
    """Choose how to train ``network``, by timing a few steps for less than about a second.

    A copy is timed on random pictures: weights, statistics, torch's random state and its count of
    threads stay as they are. With ``threads`` and ``precision`` given nothing is timed.

    Args:
        network: As it will be trained.
        batch_size: Faces in one step.
        threads: CPU threads to use; None chooses one, or as many as torch uses now.
        precision: "fp32", "bf16", "fp16", or "auto" to choose.

    Raises:
        InputError: If ``threads`` is less than 1, or the device cannot compute in ``precision``.
    """
    kind = network.device.type
    if precision != "auto":
        _check(precision, network.device)
    if threads is not None and threads < 1:
        raise InputError(say("{threads} threads are too few: use 1 or more", threads=threads))
    if kind == "cuda" and precision == "auto":
        precision = _cuda_precision(network)
    most = torch.get_num_threads()
    if threads is None and (kind != "cpu" or most == 1):
        threads = most
    why: list[str] = []
    if precision == "auto" and network.config.network in FIXED_INPUT:
        precision = "fp32"  # too small to gain
    elif precision == "auto" and kind == "cpu" and not cpu_has_bf16():
        precision = "fp32"
        why.append(say("this processor does not support bf16"))
    if threads is not None and precision != "auto":
        return Tuned(precision, threads, _sentence(precision, threads, why))
    return _timed(network, batch_size, threads, precision, why)


def cpu_has_bf16() -> bool:
    """Whether torch's convolutions use this processor's own bf16.

    Elsewhere it is imitated: right, but one step may take longer than all that is timed here.
    """
    return bool(torch.ops.mkldnn._is_mkldnn_bf16_supported())


def precisions(device: torch.device) -> tuple[str, ...]:
    """Return what a network can be trained in on ``device``."""
    if device.type == "cuda" and not torch.cuda.is_bf16_supported(including_emulation=False):
        return ("fp32", "fp16")
    return _POSSIBLE.get(device.type, ("fp32",))


def _check(precision: str, device: torch.device) -> None:
    possible = precisions(device)
    if precision not in possible:
        raise InputError(
            say(
                "this computer's {type} does not train in {precision}: use auto, {names}",
                type=device.type,
                precision=precision,
                names=" or ".join(possible),
            )
        )


def _cuda_precision(network: Network) -> str:
    if network.config.network in FIXED_INPUT:
        return "fp32"
    return "bf16" if torch.cuda.is_bf16_supported(including_emulation=False) else "fp16"


def _timed(
    network: Network, batch_size: int, threads: int | None, precision: str, why: list[str]
) -> Tuned:
    most = torch.get_num_threads()
    with _undisturbed(network.device):
        first = "fp32" if precision == "auto" else precision
        trial = _Trial(network, batch_size, (first, threads or 1))
        if threads is None:
            gain = trial.gain((first, most), (first, 1), time.perf_counter)
            threads = 1 if gain >= CLEARLY else most
            if threads == 1:
                why.append(
                    say(
                        "{most} threads are {gain:.1f} times slower right now", most=most, gain=gain
                    )
                )
        if precision == "auto":
            half = "fp16" if network.device.type == "mps" else "bf16"
            # What other work takes away does not count here, so that the choice is the same again.
            clock = time.thread_time if network.device.type == "cpu" else time.perf_counter
            gain = trial.gain(("fp32", 1), (half, 1), clock)
            precision = half if gain >= CLEARLY else "fp32"
            why.append(
                say("fp32 is {gain:.1f} times slower", gain=gain)
                if precision == half
                else say("{half} is hardly faster here", half=half)
            )
    return Tuned(precision, threads, _sentence(precision, threads, why))


def _sentence(precision: str, threads: int, why: list[str]) -> str:
    count = say_count("1 thread", "{count} threads", threads)
    if not why:
        return say("Training in {precision} on {threads}.", precision=precision, threads=count)
    return say(
        "Training in {precision} on {threads} ({why}).",
        precision=precision,
        threads=count,
        why=why[0] if len(why) == 1 else say("{first} and {last}", first=why[0], last=why[-1]),
    )


@contextmanager
def _undisturbed(device: torch.device) -> Iterator[None]:
    """Put torch's random states and count of threads back after the block."""
    others = [] if device.type == "cpu" else [device]
    kind = device.type if others else "cuda"
    with threads_kept(), torch.random.fork_rng(others, device_type=kind):
        yield


class _Trial:
    """A copy of a network that takes steps to nowhere."""

    def __init__(self, network: Network, batch_size: int, first: Way) -> None:
        self._network = replace(network, model=copy.deepcopy(network.model).train())
        self._spell = SHORT_SPELL if network.config.network in FIXED_INPUT else SPELL
        self._until = time.perf_counter() + LONGEST
        self._grey = self._pictures(FEWEST)
        self._step(first)  # prepares much that stays
        seconds = self._seconds_of_step(first, 0.0, time.perf_counter)
        count = round(self._spell / seconds * len(self._grey))
        self._grey = self._pictures(max(FEWEST, min(count, batch_size)))

    def gain(self, usual: Way, other: Way, clock: Clock) -> float:
        """Return how many times as fast as the ``usual`` way the ``other`` is, by ``clock``."""
        # A first step prepares its kernels; it counts only where there is no time for a second.
        fastest = {way: self._seconds_of_step(way, 0.0, clock) for way in (other, usual)}
        for turn in range(TURNS):
            if time.perf_counter() > self._until:
                break
            for way in fastest:
                seconds = self._seconds_of_step(way, self._spell, clock)
                fastest[way] = min(fastest[way], seconds) if turn else seconds
        return fastest[usual] / fastest[other]

    def _seconds_of_step(self, way: Way, spell: float, clock: Clock) -> float:
        """Return the mean over as many steps as ``spell`` seconds hold, at least one."""
        begun, steps = clock(), 0
        while not steps or clock() - begun < spell:
            self._step(way)
            steps += 1
        return (clock() - begun) / steps

    def _step(self, way: Way) -> None:
        precision, threads = way
        use_threads(threads)
        self._network.model.zero_grad()
        with autocast(self._network.device, precision):
            outputs = self._network(self._grey)
        outputs.float().square().mean().backward()  # type: ignore[no-untyped-call]
        if self._network.device.type == "mps":
            torch.mps.synchronize()

    def _pictures(self, count: int) -> torch.Tensor:
        config = self._network.config
        shape = (count, 1, config.input_height, config.input_width)
        return torch.randint(0, 256, shape, dtype=torch.uint8)
