"""What a killed program left: is every finished gesture there, and every file whole?"""

from __future__ import annotations

import contextlib
import hashlib
import json
import sqlite3
from collections import Counter
from pathlib import Path

from safetensors import SafetensorError, safe_open

from kpstudio.core.edits import Edit
from kpstudio.core.errors import InputError
from kpstudio.core.labelset import LabelSet
from kpstudio.core.walking import walk
from kpstudio.io.exporting import labels_of
from kpstudio.io.losses import fit
from kpstudio.io.pictures import Pictures
from kpstudio.io.registry import Format, formats
from kpstudio.store import codec
from kpstudio.store.copy_files import Kind, moments_in, path_of
from kpstudio.store.event_file import event_of
from kpstudio.store.location import for_reading
from kpstudio.store.project import Project
from kpstudio.store.runs import RunFolder, list_runs
from kpstudio.tasks.opening import open_corrected

Found = tuple[Counter[str], list[str]]
"""How many files of each kind are whole, and a sentence for each that is not."""


def told(labels: LabelSet) -> str:
    """Return what stands for every face, and the names of the points, as they are now."""
    texts = sorted(codec.face_to_text(face) for face in labels)
    scheme = codec.dumps(labels.scheme.to_json())
    return hashlib.sha256("\n".join([*texts, scheme]).encode()).hexdigest()


def look(root: Path, last: str) -> tuple[str, ...]:
    """Return what is wrong in the project of ``root`` after a kill; ``last`` was told by then."""
    harm = []
    labels = open_corrected(root).labels
    with Project.open(root) as project:
        history = project.history
        harm += [str(problem) for problem in project.problems]
        if told(labels) != last:
            ends = (history.last_done, True), (history.first_undone, False)
            steps = ((history.edit(end.id), back) for end, back in ends if end is not None)
            one_less = {_after(labels, edit.inverse() if back else edit) for edit, back in steps}
            if last not in one_less:
                harm.append("a finished gesture is lost")
        done = [entry.id for entry in history.entries() if not entry.undone]
        way = walk(labels, (history.edit(number).inverse() for number in reversed(done)))
        harm += [f"“{left.verb}” can no longer be undone" for left in way.left_out]
    return tuple(harm)


def _after(labels: LabelSet, edit: Edit) -> str:
    """Return what would be told of ``labels`` after ``edit``."""
    if walk(labels, [edit]).left_out:
        return ""
    inverse = edit.apply(labels)
    said = told(labels)
    inverse.apply(labels)
    return said


def halves(labels: LabelSet, exported: Path) -> Found:
    """Look at all that lies around a project that nobody has open.

    Args:
        labels: As they are now.
        exported: The folder with one folder for each format.
    """
    whole: Counter[str] = Counter()
    harm: list[str] = []
    where = for_reading(labels.root)
    assert where is not None
    looks = [_exported(labels, form, exported / form.name) for form in formats()]
    looks += [copies(where.folder)]
    looks += [run_files(run) for run in list_runs(where.folder / "runs")]
    for count, found in looks:
        whole += count
        harm += found
    return whole, harm


def _exported(labels: LabelSet, form: Format, folder: Path) -> Found:
    kept, _ = fit(labels, tuple(labels), form)
    planned = form.plan(kept, folder)
    there = [path for path in planned if path.is_file()]
    pictures = Pictures(labels.root, labels_of=labels_of(form, kept, planned))
    problems = form.read(there, labels.root, pictures).problems if there else ()
    harm = [f"{form.name}: {problem}" for problem in problems]
    return Counter({"exported files": len(there) - len(harm)}), harm


def copies(location: Path) -> Found:
    """Look at the copies of the project in a folder."""
    paths = [path_of(location, kind, m) for kind in Kind for m in moments_in(location, kind)]
    harm = [f"the copy {path} is not whole" for path in paths if not _is_whole(path)]
    return Counter({"copies": len(paths) - len(harm)}), harm


def _is_whole(path: Path) -> bool:
    with contextlib.suppress(sqlite3.Error), contextlib.closing(sqlite3.connect(path)) as base:
        base.execute("SELECT count(*) FROM edits").fetchone()
        return bool(base.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")
    return False


def run_files(run: RunFolder) -> Found:
    """Look at a run that no process trains any more."""
    harm = []
    if run.effective_state == "running":
        harm.append(f"{run.name} is called running")
    run.summary()
    try:
        _ = run.config, run.scheme, run.split, run.versions
    except InputError as error:
        harm.append(str(error))
    weights = [path for path in run.path.rglob("*.safetensors") if not path.name.startswith(".")]
    harm += [f"{path} is half a file" for path in weights if not _has_tensors(path)]
    texts = [path for path in run.path.glob("*.json") if not path.name.startswith(".")]
    harm += [f"{path} is half a file" for path in texts if not _is_json(path)]
    events = run.path / "events.jsonl"
    lines = events.read_bytes().split(b"\n") if events.is_file() else [b""]
    # The last one may be torn by the kill, and is passed over then.
    harm += [f"{events} is torn" for line in lines[:-1] if event_of(line) is None]
    return Counter({"files of runs": len(weights) + len(texts), "runs": 1}), harm


def _has_tensors(path: Path) -> bool:
    with contextlib.suppress(SafetensorError, OSError), safe_open(path, framework="numpy"):
        return True
    return False


def _is_json(path: Path) -> bool:
    with contextlib.suppress(ValueError):
        json.loads(path.read_text(encoding="utf-8"))
        return True
    return False
