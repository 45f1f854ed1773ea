"""Give every reader files that no program writes, guided by which code they reach; count faults.

    uv run --group fuzz python benchmarks/fuzzing.py --seconds 60

Each reader is tried in a process of its own for so many seconds: files that it takes are changed by
byte and by word (`fuzz_changes`), and those that reach new code are changed further (atheris). A
fault is whatever `fuzz_rules` forbids, or a case that takes longer than two seconds. Printed are
cases, how many were refused with a sentence, the slowest case, the most memory, and the faults,
whose files are kept in --findings.
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import random
import subprocess
import sys
import tempfile
import time
import traceback
import warnings
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path

SLOW_S = 2.0
MOST_BYTES = 1 << 16
OF_OURS = 0.7
"""How often a case is changed by word rather than by atheris's own hand."""


@dataclass
class Tally:
    """What came of trying one reader."""

    reader: str
    cases: int = 0
    refused: int = 0
    slowest_s: float = 0.0
    peak_mb: int = 0
    faults: dict[str, str] = field(default_factory=dict)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seconds", type=float, default=60.0, help="for each reader")
    parser.add_argument("--readers", nargs="*", default=[], help="only these")
    parser.add_argument("--findings", type=Path, default=Path("fuzz-findings"))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--one", help=argparse.SUPPRESS)
    chosen = parser.parse_args(arguments)
    try:
        import atheris  # noqa: F401
    except ImportError:
        print("atheris is not installed: run this with uv run --group fuzz, on Linux")
        return 2
    if chosen.one:
        _fuzz(chosen.one, chosen.seconds, chosen.findings, chosen.seed)
    from fuzz_readers import readers

    tallies = [
        _in_a_process(name, chosen.seconds, chosen.findings, chosen.seed)
        for name in chosen.readers or readers()
    ]
    print(
        f"{sum(one.cases for one in tallies):,} cases, {sum(len(o.faults) for o in tallies)} faults"
    )
    return int(any(one.faults for one in tallies))


def _in_a_process(name: str, seconds: float, findings: Path, seed: int) -> Tally:
    """Try one reader and say what came of it."""
    command = [sys.executable, __file__, "--one", name, "--seconds", str(seconds)]
    command += ["--findings", str(findings), "--seed", str(seed)]
    done = subprocess.run(command, capture_output=True, text=True, errors="replace")
    said = [line for line in done.stdout.splitlines() if line.startswith("{")]
    tally = Tally(**json.loads(said[-1])) if said else Tally(name)
    if done.returncode != 0 or not said:
        tally.faults[f"the process ended with {done.returncode}"] = done.stderr[-2000:]
    print(
        f"{name:>18}: {tally.cases:9,} cases, {tally.refused:9,} refused, "
        f"slowest {tally.slowest_s:5.2f} s, {tally.peak_mb:5} MB, {len(tally.faults)} faults"
    )
    for where, what in tally.faults.items():
        print(f"    {where}: {what}")
    sys.stdout.flush()
    return tally


def _fuzz(name: str, seconds: float, findings: Path, seed: int) -> None:
    """Try one reader until the time is over, and end the process."""
    import atheris

    with atheris.instrument_imports(include=["kpstudio", "PIL", "defusedxml", "csv", "json"]):
        from fuzz_changes import changed
        from fuzz_readers import readers

    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    place = "/dev/shm" if Path("/dev/shm").is_dir() else None
    work = Path(tempfile.mkdtemp(prefix="kpstudio-fuzz-", dir=place))
    reader = readers()[name](work / "work")
    for data in reader.seeds:  # what is loaded at first use takes time, and is no fault
        with suppress(Exception):
            reader.read(data)
    trial = _Trial(reader, findings, time.monotonic() + seconds)
    corpus = work / "seeds"
    corpus.mkdir()
    for number, data in enumerate(reader.seeds):
        (corpus / str(number)).write_bytes(data)

    def change(data: bytes, most: int, number: int) -> bytes:
        chance = random.Random(number)
        if chance.random() > OF_OURS:
            return bytes(atheris.Mutate(data, most))
        return changed(data, chance, most)

    options = [f"-seed={seed}", f"-max_len={MOST_BYTES}", "-rss_limit_mb=0", "-timeout=120"]
    options += ["-mutate_depth=1", "-len_control=0", "-verbosity=0"]
    atheris.Setup(
        [sys.argv[0], *options, str(corpus)],
        trial.take,
        custom_mutator=change,
        enable_python_coverage=True,
    )
    atheris.Fuzz()


class _Trial:
    """Takes cases until the time is over; faults do not end it."""

    def __init__(self, reader: object, findings: Path, until: float) -> None:
        self._reader = reader
        self._findings = findings
        self._until = until
        self._tally = Tally(reader.name)  # type: ignore[attr-defined]

    def take(self, data: bytes) -> None:
        from fuzz_rules import Refused

        tally = self._tally
        began = time.monotonic()
        try:
            self._reader.read(data)  # type: ignore[attr-defined]
        except Refused:
            tally.refused += 1
        except Exception as error:
            last = traceback.extract_tb(error.__traceback__)[-3:]
            steps = " < ".join(f"{Path(s.filename).name}:{s.lineno}" for s in reversed(last))
            self._found(f"{type(error).__name__} at {steps}", str(error)[:300], data)
        took = time.monotonic() - began
        if took > SLOW_S:
            self._found("too slow", f"{took:.1f} s", data)
        tally.cases += 1
        tally.slowest_s = max(tally.slowest_s, took)
        if time.monotonic() > self._until:
            tally.peak_mb = _peak_mb()
            print("\n" + json.dumps(asdict(tally)), flush=True)
            os._exit(0)  # atheris gives nothing back

    def _found(self, where: str, what: str, data: bytes) -> None:
        faults = self._tally.faults
        if where not in faults:
            faults[where] = what
            self._findings.mkdir(parents=True, exist_ok=True)
            name = f"{self._tally.reader.replace(' ', '-')}-{len(faults)}"
            (self._findings / name).write_bytes(data)


def _peak_mb() -> int:
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    sys.exit(main())
