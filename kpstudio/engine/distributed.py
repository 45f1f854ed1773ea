"""Several processes that train one network together, as torchrun starts them.

Every process holds all faces and draws the same random numbers. Of each batch it takes its own
share, and torch's DistributedDataParallel averages the gradients. Each divides its loss by the
weight of the whole batch, so that the average is the gradient that one process would have.

The process of rank 0 leads: it opens the data, validates, writes and speaks. What it decides is
sent to the others. Where one process fails the others lose their connection to it, and end too.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, TypeVar

import torch
from torch import Tensor, distributed
from torch.distributed.rendezvous import rendezvous

from kpstudio.core.errors import InputError
from kpstudio.engine import launch
from kpstudio.engine.control import Control
from kpstudio.engine.device import choose_device
from kpstudio.engine.failures import TrainingError
from kpstudio.engine.network import Network

TIMEOUT = timedelta(minutes=30)
"""How long one process waits for another that is there but does not answer; opening a large folder
and validating take their time. One that has died is noticed at once."""

REASON_SECONDS = 2.0
"""How long the leader waits for the others to say why they failed."""

_REASON = "why it failed"
_LOST = ("gloo", "nccl", "connection", "timed out", "timeout", "peer", "broken pipe")
"""Words in torch's complaints about other processes, for which it has no exception of its own."""

T = TypeVar("T")


class PartnerLostError(TrainingError):
    """Another process of the training has ended, or no longer answers."""


@dataclass(frozen=True)
class Team:
    """The processes of one training, seen from one of them.

    Attributes:
        rank: Which one this is, from 0.
        size: How many there are.
    """

    rank: int = 0
    size: int = 1

    @property
    def leads(self) -> bool:
        """Whether this is the one that validates, writes and speaks."""
        return self.rank == 0

    def share(self, count: int) -> slice:
        """Return which of ``count`` faces in a batch are this process's: every size-th.

        Empty where there are fewer faces than processes.
        """
        return slice(self.rank, None, self.size) if self.size > 1 else slice(0, count)

    def total(self, values: Tensor) -> Tensor:
        """Return the sum of everybody's (K,) ``values``, float64 on the CPU."""
        summed = values.detach().to("cpu", torch.float64, copy=True)
        if self.size > 1:
            distributed.all_reduce(summed)
        return summed

    def any(self, flag: bool) -> bool:
        """Return whether anybody's ``flag`` is up."""
        return flag if self.size == 1 else bool(self.total(torch.tensor([float(flag)])) > 0)

    def decided(self, decide: Callable[[], T]) -> T:
        """Return what ``decide`` returns in the leading process; it is called there alone."""
        if self.size == 1:
            return decide()
        sent: list[Any] = [decide() if self.leads else None]
        distributed.broadcast_object_list(sent, src=0)
        result: T = sent[0]
        return result

    def require_same(self, value: str, what: str) -> None:
        """Check that every process has the same ``value``.

        Raises:
            InputError: If one has not, in all of them.
        """
        if self.any(value != self.decided(lambda: value)):
            raise InputError(
                f"the processes that train together do not have the same {what}: give all machines "
                "the same pictures at the same path, and the same kind of device"
            )

    def device(self, name: str) -> torch.device:
        """Return the device called ``name`` as `choose_device` does; of several GPUs one's own.

        Raises:
            InputError: If there is none for this process.
        """
        device = choose_device(name)
        if self.size == 1 or device.type == "cpu":
            return device
        if device.type != "cuda":
            if name == "auto":
                return torch.device("cpu")
            raise InputError(f"device {name} trains in one process alone: use cpu, or no torchrun")
        own = launch.place_on_machine()
        if own >= torch.cuda.device_count():
            raise InputError(
                f"there are more processes on this machine than its {torch.cuda.device_count()} "
                "GPUs: start one for each (--nproc-per-node), or use --device cpu"
            )
        torch.cuda.set_device(own)
        return torch.device("cuda", own)

    def parallel(self, network: Network) -> Network:
        """Return ``network`` so that its gradients become the mean over all processes.

        The leader's weights go to everybody now, and its statistics of norms at each step.
        """
        if self.size == 1:
            return network
        from torch.nn.parallel import DistributedDataParallel

        return replace(network, model=DistributedDataParallel(network.model))

    def control(self, own: Control) -> Control:
        """Return a switch that is ``own``, and stops everybody at the same step."""
        return own if self.size == 1 else _SharedControl(self, own)

    def own_control(self, control: Control) -> Control:
        """Return the switch behind ``control``, for what this process does without the others."""
        return control.own if isinstance(control, _SharedControl) else control


class _SharedControl(Control):
    """Asks every process before each step whether it was told to stop.

    `stopped` tells what they agreed on, so that all come to the same end.
    """

    def __init__(self, team: Team, own: Control) -> None:
        super().__init__()
        self._team, self.own = team, own

    @property
    def paused_seconds(self) -> float:
        """How long the training has been held in this process."""
        return self.own.paused_seconds

    def wait(self) -> bool:
        """Return whether everybody goes on; every process calls this equally often."""
        if not self.stopped and self._team.any(not self.own.wait()):
            self.stop()
        return not self.stopped


ALONE = Team()


def here() -> Team:
    """Return the processes that this one has joined; `ALONE` where there are none."""
    if not (distributed.is_available() and distributed.is_initialized()):
        return ALONE
    return Team(distributed.get_rank(), distributed.get_world_size())


@contextmanager
def joined() -> Iterator[Team]:
    """Join the processes that torchrun started, and leave them after the block.

    NCCL carries what is on GPUs, gloo all else.

    Raises:
        InputError: If they cannot reach each other.
        PartnerLostError: If one of them fails; in the leader it says why, as far as that is known.
    """
    backend = "cpu:gloo,cuda:nccl" if torch.cuda.is_available() else "gloo"
    try:
        store, rank, size = next(rendezvous("env://", timeout=TIMEOUT))
        distributed.init_process_group(
            backend, store=store, rank=rank, world_size=size, timeout=TIMEOUT
        )
    except (RuntimeError, ValueError) as error:
        raise InputError(
            f"the processes that are to train together cannot reach each other ({error}): check "
            "torchrun's --rdzv-endpoint, and that no firewall is between the machines"
        ) from error
    team = here()
    try:
        with _partners_watched():
            yield team
    except PartnerLostError as error:
        if team.leads:
            raise PartnerLostError(f"{error}{_reason(store)}") from error
        raise
    except Exception as error:
        if not team.leads:
            _tell(store, team, error)
        raise
    finally:
        with contextlib.suppress(RuntimeError):  # those that failed do not take leave
            distributed.destroy_process_group()


@contextmanager
def _partners_watched() -> Iterator[None]:
    try:
        yield
    except RuntimeError as error:
        lost = isinstance(error, distributed.DistError)
        if not lost and not any(word in str(error).lower() for word in _LOST):
            raise
        raise PartnerLostError(
            "another process of this training has ended or no longer answers; weights saved "
            "before are kept, and --resume goes on from them"
        ) from error


def _tell(store: Any, team: Team, error: Exception) -> None:
    """Leave word for the leader; what keeps it is torchrun, which outlives us."""
    with contextlib.suppress(RuntimeError):
        store.set(_REASON, f"process {team.rank} said: {str(error) or type(error).__name__}")


def _reason(store: Any) -> str:
    with contextlib.suppress(RuntimeError):
        store.wait([_REASON], timedelta(seconds=REASON_SECONDS))
        return f" ({store.get(_REASON).decode()})"
    return ""
