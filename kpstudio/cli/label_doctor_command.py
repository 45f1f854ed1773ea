"""The command that examines labels for wrong conventions, orders and copies."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kpstudio.cli import console
from kpstudio.cli.doctor_options import OPEN
from kpstudio.cli.opening import open_given
from kpstudio.core.errors import InputError
from kpstudio.doctor.diagnose import BY_PICTURES, Depth
from kpstudio.doctor.finding import Finding
from kpstudio.doctor.proof import write_proofs
from kpstudio.tasks.doctor import Undone, case_on_disk, decide, take_back


def doctor_labels(arguments: argparse.Namespace) -> int:
    """Examine labels, and do what was decided."""
    undo = _keys(arguments.undo)
    if undo and (arguments.apply or arguments.dismiss):
        raise InputError("--undo stands alone: apply and dismiss with another call")
    opened = open_given(arguments.path, arguments)
    if undo:
        _tell_undone(take_back(opened.labels, undo), arguments.json)
        return 0
    progress = console.Progress("examining", quiet=arguments.json)
    depth = Depth.NUMBERS if arguments.quick else Depth.PICTURES
    findings = case_on_disk(opened).examine(depth, progress)
    progress.close()
    apply = _chosen(findings, arguments.apply, arguments.quick)
    dismiss = _chosen(findings, arguments.dismiss, arguments.quick)
    proofs = (
        [] if arguments.proof is None else write_proofs(opened.labels, findings, arguments.proof)
    )
    faces = sum(face.labelled for face in opened.labels)
    if apply or dismiss:
        decide(opened.labels, apply, dismiss)
    left = [finding for finding in findings if finding not in (*apply, *dismiss)]
    if arguments.json:
        console.say_json(
            {
                "faces": faces,
                "findings": [finding_json(finding) for finding in left],
                "applied": [finding.key for finding in apply],
                "dismissed": [finding.key for finding in dismiss],
                "proofs": [str(path) for path in proofs],
            }
        )
    else:
        _tell(faces, findings, apply, dismiss, proofs)
    return OPEN if any(finding.open for finding in left) else 0


def finding_json(finding: Finding) -> dict[str, Any]:
    """Return a finding as it stands in a JSON answer."""
    return {
        "key": finding.key,
        "severity": str(finding.severity),
        "sentence": finding.sentence,
        "remedy": finding.remedy,
        "open": finding.open,
        "can_apply": finding.repair is not None,
        "faces": list(finding.faces),
        "figures": dict(finding.figures),
    }


def _keys(text: str) -> list[str]:
    return list(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))


def _chosen(findings: Sequence[Finding], keys: str, quick: bool) -> list[Finding]:
    by_key = {finding.key: finding for finding in findings}
    chosen = []
    for key in _keys(keys):
        if key not in by_key:
            if quick and key in BY_PICTURES:
                raise InputError(f"{key} is not looked for with --quick: leave it out")
            told = f"what was found is {', '.join(by_key)}" if by_key else "nothing was found"
            raise InputError(f"{key} was not found in these labels: {told}")
        chosen.append(by_key[key])
    return chosen


def _tell_undone(undone: Sequence[Undone], as_json: bool) -> None:
    if as_json:
        console.say_json({"undone": [entry._asdict() for entry in undone]})
        return
    for key, faces, stay, forgotten in undone:
        if forgotten:
            console.say(f"{key} is no longer in the history: undone there, or too long ago")
            console.say("  no face was changed")
            continue
        console.say(f"{key} undone: {console.count(faces, 'face')} as before")
        if stay:
            how = "was changed afterwards and stays" if stay == 1 else "were changed and stay"
            console.say(f"  {console.count(stay, 'face')} {how} as now")


def _tell(
    faces: int,
    findings: Sequence[Finding],
    apply: Sequence[Finding],
    dismiss: Sequence[Finding],
    proofs: Sequence[Path],
) -> None:
    if not findings:
        console.say(f"no problems found in {console.count(faces, 'face')}")
    for finding in findings:
        done = "  applied" if finding in apply else "  dismissed" if finding in dismiss else ""
        console.say(f"{finding.severity}: {finding.key}{done}")
        console.say(f"  {finding.sentence}")
        console.say(f"  {finding.remedy}")
    for path in proofs:
        console.say(f"see {path}")
