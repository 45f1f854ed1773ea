"""End each of kpstudio's saves at every one of its writing system calls; look at what is left.

    uv run python benchmarks/stages.py

Linux on x86-64 alone. Each save (`saves.py`) runs in a process that is traced: once to count the
calls that write, then once for each of them, and is killed (SIGKILL) before it; once more for each
write, of which only half reaches the file before the kill; and once for each call from which on the
disk is full. Afterwards the project must open with every step that was told as finished, and no
file may be half written; after a full disk the process must have gone on with a sentence.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from saves import Save, all_saves
from stopping import Call, Fate, run_until

_KINDS = (
    (r"lock(-journal)?", "lock"),
    (r"\.kpstudio|runs|copies|backups", "folder"),
    (r"\.sqlite.*-journal", "journal of a database"),
    (r"project\.sqlite", "project"),
    (r".*\.half", "copy, not yet named"),
    (r".*\.repaired", "repaired project, not yet named"),
    (r".*\.sqlite", "copy"),
    (r"\.[0-9a-f]{12}\.tmp", "file, not yet named"),
    (r"events\.jsonl", "events of a run"),
)


@dataclass
class Tally:
    """What came of ending saves.

    Attributes:
        ends: How many there were, by their fate.
        stages: How many kills there were, by what the call would have done.
        steps: Steps that were told as finished.
        harm: What was found otherwise than it should be, a sentence for each.
    """

    ends: Counter[Fate] = field(default_factory=Counter)
    stages: Counter[str] = field(default_factory=Counter)
    steps: int = 0
    harm: list[str] = field(default_factory=list)


def end_everywhere(
    save: Save, folder: Path, every: int = 1, fates: tuple[Fate, ...] = tuple(Fate)
) -> Tally:
    """End ``save`` at every call, or every n-th, by each fate.

    Args:
        save: What is done.
        folder: Empty; also takes what kpstudio writes elsewhere: its environment must say so.
        every: Which calls.
        fates: How it is ended.
    """
    before, now = folder / "before", folder / "now"
    now.mkdir()
    save.prepare(now)
    now.rename(before)
    work = partial(save.work, now)
    _anew(before, now)
    work(lambda _: None)  # what is only loaded now would be loaded, and cached, in each process
    _anew(before, now)
    whole = run_until(work)
    tally = Tally(harm=_harm(save, now, whole.told, whole.ended))
    for fate in fates:
        for number, call in enumerate(whole.calls, start=1):
            if number % every or (fate is Fate.TORN and call.does != "write"):
                continue
            _anew(before, now)
            outcome = run_until(work, fate, number)
            tally.ends[fate] += 1
            tally.steps += len(outcome.told)
            if fate is not Fate.FULL:
                tally.stages[stage(call)] += 1
                outcome.ended += 9  # as it should be
            harm = _harm(save, now, outcome.told, outcome.ended)
            place = f"{save.name}, {fate.value} ({number}: {call.does} {call.file})"
            tally.harm += [f"{place}: {one}" for one in harm]
    return tally


def _anew(before: Path, now: Path) -> None:
    shutil.rmtree(now, ignore_errors=True)
    shutil.copytree(before, now)


def _harm(save: Save, root: Path, lines: list[str], ended: int) -> list[str]:
    faults = [line for line in lines if line.startswith("fault: ")]
    if ended:
        faults.append(f"it ended with {ended}")
    try:
        return faults + save.check(root, [line for line in lines if line not in faults])
    except Exception as error:  # what is looked for: after this, nothing opens any more
        return [*faults, f"{type(error).__name__}: {error}"]


def stage(call: Call) -> str:
    """Return in words what a call does to what kind of file."""
    kind = next((kind for name, kind in _KINDS if re.search(f"{name}$", call.file)), "other file")
    return f"{call.does}: {kind}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", default="", help="saves whose name begins so")
    arguments = parser.parse_args()
    stages: Counter[str] = Counter()
    harm: list[str] = []
    print("| save | killed | killed in mid write | disk full | steps finished | lost or harmed |")
    print("|---|---|---|---|---|---|")
    for save in all_saves():
        if save.name.startswith(arguments.only):
            with tempfile.TemporaryDirectory() as name:
                for kind in ("CONFIG", "DATA", "CACHE", "STATE"):
                    os.environ[f"XDG_{kind}_HOME"] = f"{name}/now/home"
                tally = end_everywhere(save, Path(name))
            ends = " | ".join(str(tally.ends[fate]) for fate in Fate)
            print(f"| {save.name} | {ends} | {tally.steps} | {len(tally.harm)} |", flush=True)
            stages += tally.stages
            harm += tally.harm
    print("\n| a kill before or in the middle of | kills |\n|---|---|")
    for what, count in sorted(stages.items()):
        print(f"| {what} | {count} |")
    print("".join(f"\n{one}" for one in harm))


if __name__ == "__main__":
    main()
