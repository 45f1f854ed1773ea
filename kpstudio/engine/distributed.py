"""Several processes that train one network together, as torchrun starts them.

Every process holds all faces and draws the same random numbers. Of each batch it takes its own
share, and torch's DistributedDataParallel averages the gradients. Each divides its loss by the
weight of the whole batch, so that the average is the gradient that one process would have.

The process of rank 0 leads: it opens the data, validates, writes and speaks. What it decides is
sent to the others. Where one process fails the others lose their connection to it, and end too;
before it goes it leaves word in the store where torchrun keeps what they share.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
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
from kpstudio.engine.launch import LeaderLostError
from kpstudio.engine.network import Network

TIMEOUT = timedelta(minutes=30)
"""How long one process waits for another that is there but does not answer; opening a large folder
and validating take their time. One that has died is noticed at once."""

MEETING = timedelta(minutes=5)
"""How long they wait for each other at the start. torchrun starts them at once, but they may load
torch from a slow disk."""

REASON_SECONDS = 2.0
"""How long the leader waits for the others to say why they failed."""

SPEAKING_SECONDS = 10.0
"""How long the others wait for the leader to say what happened; it may have to save first."""

_REASON, _SPOKEN, _SPEAKERS = "why it failed", "the leader has spoken", "speakers in its place"
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
        store: What they leave word in; it outlives them where torchrun started them.
    """

    rank: int = 0
    size: int = 1
    store: Any = field(default=None, repr=False, compare=False)

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

    def first_unlike(self, values: Tensor, tolerance: float) -> int | None:
        """Return the first row of (N, K) ``values`` that is not the leader's in every process.

        None where all are, but for ``tolerance``. Every process must give as many.
        """
        if self.size == 1:
            return None
        of_leader = self.decided(lambda: values)
        unlike = self.total(((values - of_leader).abs() > tolerance).any(dim=1)).nonzero()
        return int(unlike[0]) if len(unlike) else None

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

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Notice inside the block that another process has failed.

        Raises:
            PartnerLostError: If one has; in the leader it says why, as far as that is known.
        """
        try:
            yield
        except RuntimeError as error:
            lost = isinstance(error, distributed.DistError)
            lost = lost or any(word in str(error).lower() for word in _LOST)
            if self.size == 1 or not lost:
                raise
            reason = self._heard(_REASON, REASON_SECONDS) if self.leads else None
            raise PartnerLostError(
                "another process of this training has ended or no longer answers"
                f"{f' ({reason})' if reason else ''}: what was saved is kept, and --resume goes on "
                "from it"
            ) from error

    def take_leave(self, error: BaseException) -> None:
        """Leave word of the ``error`` that ends this process: the leader says it, once.

        Raises:
            LeaderLostError: If the leader cannot, and this process is the one to speak.
        """
        if self.leads:
            self._leave(_SPOKEN, "")
        elif not isinstance(error, PartnerLostError):
            said = str(error) or type(error).__name__
            self._leave(_REASON, f"process {self.rank} said: {said}")
        elif self._heard(_SPOKEN, SPEAKING_SECONDS) is None and self._is_first_to_speak():
            raise LeaderLostError(
                "the leading process of this training has ended or no longer answers: see what it "
                "said last; what it saved is kept, and --resume goes on from it"
            ) from error

    def _leave(self, key: str, word: str) -> None:
        with contextlib.suppress(RuntimeError):
            self.store.set(key, word)

    def _heard(self, key: str, seconds: float) -> str | None:
        """Return the word left under ``key``; None where there is none in time, or no store."""
        until = time.monotonic() + seconds
        with contextlib.suppress(RuntimeError):
            while not self.store.check([key]):  # its own wait complains in words of its own
                if time.monotonic() > until:
                    return None
                time.sleep(0.05)
            return str(self.store.get(key).decode())
        return None

    def _is_first_to_speak(self) -> bool:
        try:
            return bool(self.store.add(_SPEAKERS, 1) == 1)
        except RuntimeError:
            return True  # nobody can be asked: the leader kept the store, as without torchrun

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

_HERE: ContextVar[Team] = ContextVar("the processes that this one has joined", default=ALONE)


def here() -> Team:
    """Return the processes that this one has joined; `ALONE` where there are none."""
    return _HERE.get()


@contextmanager
def joined() -> Iterator[Team]:
    """Join the processes that torchrun started, and leave them after the block.

    NCCL carries what is on GPUs, gloo all else.

    Raises:
        InputError: If they cannot reach each other.
        PartnerLostError: If one of them fails; in the leader it says why, as far as that is known.
        LeaderLostError: If the leader fails without a word, in one of the others.
    """
    backend = "cpu:gloo,cuda:nccl" if torch.cuda.is_available() else "gloo"
    try:
        store, rank, size = next(rendezvous("env://", timeout=MEETING))
        distributed.init_process_group(
            backend, store=store, rank=rank, world_size=size, timeout=TIMEOUT
        )
    except (RuntimeError, ValueError) as error:
        raise InputError(
            f"the processes that are to train together cannot reach each other ({error}): check "
            "torchrun's --rdzv-endpoint, and that no firewall is between the machines"
        ) from error
    team = Team(rank, size, store)
    place = _HERE.set(team)
    try:
        with team.watched():
            yield team
    except BaseException as error:
        team.take_leave(error)
        raise
    finally:
        _HERE.reset(place)
        with contextlib.suppress(RuntimeError):  # those that failed do not take leave
            distributed.destroy_process_group()
