"""Plant faults into labels and count what the label doctor finds, as Markdown tables.

    uv run python benchmarks/label_doctor.py                    on sample faces, made on the spot
    uv run python benchmarks/label_doctor.py SET[:LABELS[:BOXES]] ...   on folders of one's own

SET is a folder; LABELS and BOXES name label sets in it where it has several, as the options
--labels and --boxes of the program do ("+" between several). Faults are planted into the set as it
is; only what the doctor calls a fault of all its faces (a set that counts y upwards) is put right
first, since a second one cannot be planted on top. Each fault is planted several times: a random
share of the faces is kept, and all of these get it (a convention is that of all faces), or one in
twenty does (a slip is that of some). A hit is a finding of the fault's own key that names a wrong
face; any other that the kept faces do not have without the fault is a false alarm. A cell says how
often the fault was found, how many of the wrong faces were named, and how many of these came back
exactly where not all did; false alarms follow after "also". Shifts have a table of their own: the
shift measured before and after planting, and what is told of it. Nothing is written into SET.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from label_faults import SHIFTS, SOME, WHOLE, Fault, plant

from kpstudio.core.labelset import LabelSet
from kpstudio.core.splits import Split
from kpstudio.doctor.diagnose import diagnose
from kpstudio.doctor.finding import Finding, Severity
from kpstudio.doctor.material import Material
from kpstudio.doctor.reference import reference_of
from kpstudio.doctor.symmetry import measure_shift
from kpstudio.io.choosing import LabelChoice
from kpstudio.io.opening import open_path
from kpstudio.sample import write_sample

SHARE = 0.7
SLIPS = 0.05


@dataclass
class Tally:
    """What became of one fault in one set."""

    planted: int = 0
    found: int = 0
    faces: int = 0
    right: int = 0
    exact: int = 0
    alarms: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)

    def cell(self, mends: bool) -> str:
        """Found of planted; faces named of those planted, and how many came back exactly."""
        if not self.planted:
            return "-"
        if self.told:
            return "<br>".join(self.told)
        text = f"{self.found}/{self.planted}"
        if self.faces:
            text += f"; {self.right}/{self.faces} faces"
        if mends and self.right > self.exact:
            text += f", {self.exact} exactly"
        return text + (f"; also {', '.join(sorted(set(self.alarms)))}" if self.alarms else "")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sets", nargs="*", metavar="SET", help="default: the sample faces")
    parser.add_argument("--seeds", type=int, default=3, help="how often each fault is planted")
    parser.add_argument("--faces", type=int, default=10**9, help="take so many of a set, spread")
    parser.add_argument("--only", default="", help="only faults whose name contains this")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        names = given.sets or [str(write_sample(work / "sample") / "faces")]
        faults = [fault for fault in (*SHIFTS, *WHOLE, *SOME) if given.only in fault.name]
        sets, clean = [], []
        tallies: dict[tuple[str, Fault], Tally] = {}
        for name in names:
            labels, where = opened(name, given.faces)
            count = len(labels)
            labels, told = turned_right(labels)
            _usual.clear()
            sets.append(where)
            clean.append(f"| {where} | {count} | {told} |")
            for fault in faults:
                print(f"{where}: {fault.name}", file=sys.stderr)
                tally = tallies[where, fault] = Tally()
                for seed in range(given.seeds):
                    try_once(tally, labels, fault, seed, work)
    print("| set | faces | findings as it is |\n|---|---|---|")
    print("\n".join(clean))
    for title, of in (("all faces", WHOLE), ("one face in twenty", SOME), ("shifts", SHIFTS)):
        print(f"\n| {title} | {' | '.join(sets)} |\n|---|{'---|' * len(sets)}")
        for fault in (fault for fault in of if fault in faults):
            cells = " | ".join(tallies[where, fault].cell(fault.mends) for where in sets)
            print(f"| {fault.name} | {cells} |")


def opened(name: str, most: int) -> tuple[LabelSet, str]:
    folder, _, rest = name.partition(":")
    points, _, boxes = rest.partition(":")
    choice = LabelChoice(tuple(points.split("+")), tuple(boxes.split()) if boxes else ())
    labels = open_path(Path(folder), choice=choice if points else None).labels
    faces = [face for face in labels if face.labelled]
    kept = np.unique(np.linspace(0, len(faces) - 1, min(most, len(faces))).astype(int))
    return LabelSet(labels.root, labels.scheme, [faces[k] for k in kept]), Path(folder).name


def turned_right(labels: LabelSet) -> tuple[LabelSet, str]:
    """Return the set without a fault of all its faces, and what was told of it as it is."""
    found = look(labels)
    told = "; ".join(f"{f.severity} `{f.key}`: {f.sentence}" for f in found) or "none"
    for finding in found:
        whole = len(finding.faces) == len(labels) and finding.severity is Severity.FAULT
        if whole and finding.repair is not None:
            finding.repair.edit(list(labels)).apply(labels)
    return labels, told


def look(labels: LabelSet, split: Split | None = None) -> tuple[Finding, ...]:
    return diagnose(Material(labels, (), split))


def try_once(tally: Tally, labels: LabelSet, fault: Fault, seed: int, work: Path) -> None:
    """Plant a fault once and count what is found."""
    random = np.random.default_rng(seed)
    ids = [face.id for face in labels]
    share = SHARE if fault.whole else 1.0
    kept = sorted(random.choice(len(ids), max(1, round(share * len(ids))), replace=False))
    faces = [labels[ids[k]] for k in kept]
    count = len(faces) if fault.whole else max(1, round(SLIPS * len(faces)))
    wrong = {faces[k].id for k in random.choice(len(faces), count, replace=False)}
    before = LabelSet(labels.root, labels.scheme, faces)
    folder = work / f"planted-{seed}"
    planted = plant(before, fault, wrong, random, folder)
    if planted is None:
        return
    after, split = planted
    found = {finding.key: finding for finding in look(after, split)}
    tally.planted += 1
    if fault in SHIFTS:
        tally.told.append(shift_told(before, after, found))
    else:
        usual = usually(tuple(face.id for face in before), before)
        tally.alarms += [key for key in found if key != fault.key and key not in usual]
        tally.faces += 0 if fault.whole else len(wrong)
        if fault.key in found:
            earlier = usual.get(fault.key, frozenset())
            count_faces(tally, before, after, found[fault.key], wrong, earlier, fault)
    shutil.rmtree(folder, ignore_errors=True)


_usual: dict[tuple[str, ...], dict[str, frozenset[str]]] = {}


def usually(ids: tuple[str, ...], before: LabelSet) -> dict[str, frozenset[str]]:
    """Return the faces of each finding without a fault, looked for once for the same faces."""
    if ids not in _usual:
        _usual[ids] = {finding.key: frozenset(finding.faces) for finding in look(before)}
    return _usual[ids]


def shift_told(before: LabelSet, after: LabelSet, found: dict[str, Finding]) -> str:
    """Return the shift measured before and after planting, and what is told of the latter."""
    measured = []
    for labels in (before, after):
        material = Material(labels)
        reference = reference_of(material)
        assert reference.mirror is not None
        assert reference.own is not None
        shift = measure_shift(material, reference.mirror, reference.own)
        measured.append("?" if shift is None else f"{shift.pixels:.2f}")
    hit = found.get("one-pixel") or found.get("half-pixel")
    text = f"{measured[0]} → {measured[1]}: "
    if hit is None:
        return text + "nothing"
    return text + str(hit.severity) + (", move offered" if hit.repair is not None else "")


def count_faces(
    tally: Tally,
    before: LabelSet,
    after: LabelSet,
    hit: Finding,
    wrong: set[str],
    earlier: frozenset[str],
    fault: Fault,
) -> None:
    """Count which faces were named, and which are as they were after the repair.

    Those that are found ``earlier``, without the fault, are no false alarm.
    """
    named = set(hit.faces)
    if fault.needs == "persons":
        tally.found += 1
        tally.right += min(len(named), len(wrong))
        return
    if fault.needs in ("copy", "again", "twice"):
        added = {face.id for face in after} - {face.id for face in before}
        tally.faces += len(added) - len(wrong)  # a copied picture has all its faces
        wrong = added
        tally.exact += len(added & named)
    tally.found += bool(named & wrong)
    tally.right += len(named & wrong)
    if others := named - wrong - earlier:
        tally.alarms.append(f"{len(others)} other faces")
    if hit.repair is None or fault.needs in ("copy", "again", "twice"):
        return
    for i in named & wrong:
        mended = hit.repair.mend(after[i])
        was = before[i].landmarks
        if mended is not None and mended.landmarks is not None and was is not None:
            apart = np.abs(mended.landmarks.xy_image - was.xy_image)
            tally.exact += bool(np.nanmax(apart, initial=0.0) < 1e-6)


if __name__ == "__main__":
    main()
