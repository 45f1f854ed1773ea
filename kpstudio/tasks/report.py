"""Writing what a run does, and where it fails, as one HTML page to hand in."""

from __future__ import annotations

import io
import shlex
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import numpy as np

from kpstudio.core.breakdown import break_down, break_down_parts
from kpstudio.core.comparing import compare
from kpstudio.core.labelset import LabelSet
from kpstudio.core.landmarks import FloatArray
from kpstudio.core.metrics import FAILURE_THRESHOLD
from kpstudio.core.persons import PersonOf, person_of
from kpstudio.core.progress import Progress
from kpstudio.core.splits import Split
from kpstudio.core.ticks import Rate
from kpstudio.doctor.diagnose import Depth
from kpstudio.engine.config import TrainConfig
from kpstudio.io.atomic import write_text
from kpstudio.report import html, sections, words
from kpstudio.report.measured import Measured, judged
from kpstudio.report.plots import Curve
from kpstudio.store.runs import RunFolder
from kpstudio.tasks.contact_sheet import face_tile, worst_and_best
from kpstudio.tasks.doctor import Case
from kpstudio.tasks.evaluating import RunEvaluation, evaluate_run
from kpstudio.tasks.run_curves import RunCurve, curve_of
from kpstudio.tasks.second_labels import SecondLabels
from kpstudio.tasks.train_command import HELD_OUT_FILE, train_command

SHOWN = 8
"""Of the worst faces, and of the best, that are shown as pictures."""
_QUALITY = 85
_MOST_FINDINGS = 12


@dataclass(frozen=True)
class Asked:
    """What a report is to tell.

    Attributes:
        run: The run's folder.
        other: The folder of a run to compare it with, or None.
        normaliser: What errors are divided by, by name; "" is the scheme's own.
        threshold: NME above which a face fails, a fraction.
        persons: Tells who a picture shows.
        second: Another person's labels of the faces, or None.
    """

    run: Path
    other: Path | None = None
    normaliser: str = ""
    threshold: float = FAILURE_THRESHOLD
    persons: PersonOf = person_of
    second: SecondLabels | None = None


def write_report(
    asked: Asked, labels: LabelSet, case: Case, out: Path, progress: Progress | None = None
) -> Path:
    """Measure a run, and perhaps another, on labelled faces, and write the page.

    Args:
        asked: What to tell.
        labels: The faces.
        case: The same for the label doctor, with what was decided about them.
        out: The HTML file; one that is there is replaced.
        progress: Called with (done, total) while faces are predicted; False cancels.

    Returns:
        ``out``.

    Raises:
        InputError: If a run or the faces do not serve, or the file cannot be written.
        Cancelled: If ``progress`` asked for it.
    """
    run = RunFolder.open(asked.run)
    runs = [run] if asked.other is None else [run, RunFolder.open(asked.other)]
    found = [
        _evaluated(one, asked, labels, _part(progress, k, len(runs))) for k, one in enumerate(runs)
    ]
    people = np.empty(0)
    if asked.second is not None:
        normaliser = found[0].evaluation.yardstick.normaliser
        people = asked.second.offsets(labels, labels.scheme, normaliser).nme
        people = people[np.isfinite(people)]
    measured = [_measured(one, e, people) for one, e in zip(runs, found, strict=True)]
    main, other = measured[0], measured[1] if len(measured) > 1 else None
    title = f"{run.label} on {labels.root.name}"
    body = [
        f"<h1>{html.text(title)}</h1>",
        html.paragraph(_about(run, labels, main), "quiet"),
        sections.results(main, other),
        sections.where(main),
        _faces(found[0], main),
        sections.points(main),
        _compared(found, main, other),
        _doubtful(case),
        _training(run),
        _again(run, labels),
    ]
    write_text(out, html.page(title, body))
    return out


def _part(progress: Progress | None, number: int, count: int) -> Progress | None:
    """Return what tells the progress of one of ``count`` runs as that of all."""
    if progress is None:
        return None
    return lambda done, total: progress(number * total + done, count * total)


def _evaluated(
    run: RunFolder, asked: Asked, labels: LabelSet, progress: Progress | None
) -> RunEvaluation:
    return evaluate_run(
        run.path,
        labels,
        progress=progress,
        normaliser=asked.normaliser,
        threshold=asked.threshold,
        persons=asked.persons,
    )


def _measured(run: RunFolder, found: RunEvaluation, people: FloatArray) -> Measured:
    evaluation, facts = found.evaluation, found.facts
    offsets, threshold = evaluation.offsets, evaluation.yardstick.threshold
    faces = [found.labels[face_id] for face_id in offsets.ids]
    split = np.array([facts.split(face.id) for face in faces], dtype=np.str_)
    telling = judged(split)
    some = [face for face, tells in zip(faces, telling, strict=True) if tells]
    slices = (
        *break_down_parts(offsets.only(telling), facts.split, threshold),
        *break_down(some, facts, threshold=threshold),
    )
    mse = {face.face_id: face.mse for face in evaluation.per_face}
    return Measured(
        run.label,
        offsets,
        split,
        np.array([mse.get(face.id, np.nan) for face in faces]),
        np.array([facts.yaw(face) for face in faces]),
        slices,
        evaluation.yardstick,
        {face.id: Path(face.picture).name for face in faces},
        people,
    )


def _about(run: RunFolder, labels: LabelSet, main: Measured) -> str:
    scheme, split = labels.scheme, run.split
    others = int(np.count_nonzero(main.split == ""))
    told = (
        f"{words.count(len(main.nme), 'labelled face')} of {labels.root.name}, "
        f"{words.count(scheme.count, 'point')} (scheme {scheme.name}); trained on "
        f"{len(split.training)}, held out {len(split.validation)}{_by(split)}"
        f"{f', {others} more that the run knows nothing of' if others else ''}. "
    )
    began = run.started
    trained = f"Trained {began:%Y-%m-%d}. " if began is not None else ""
    return f"{told}{trained}Written {datetime.now():%Y-%m-%d}."


def _by(split: Split) -> str:
    if not split.validation:
        return ""
    return {"person": " (other persons)", "list": " (by a list)", "filter": " (by a search)"}.get(
        split.by, " (by picture)"
    )


def _faces(found: RunEvaluation, main: Measured) -> str:
    """Show the worst and the best of the faces that are judged."""
    worst, best = worst_and_best(found.sheet_faces(set(main.judged_ids)), SHOWN)
    parts = []
    for title, some in (("Worst", worst), ("Best", best)):
        tiles = []
        for face in some:
            stream = io.BytesIO()
            face_tile(face).save(stream, "JPEG", quality=_QUALITY)
            tiles.append((stream.getvalue(), face.name, words.percent(face.nme, 1)))
        parts += [f"<h3>{title}</h3>" if tiles else "", html.faces(tiles)]
    key = html.paragraph("Green discs: ground truth; red crosses: prediction.", "quiet")
    return html.section("Faces", key if worst else "", *parts)


def _compared(found: Sequence[RunEvaluation], main: Measured, other: Measured | None) -> str:
    if other is None:
        return ""
    new, old = found[0], found[1]
    both = set(main.judged_ids) & set(other.judged_ids)
    faces = [face for face in new.labels if face.id in both]
    comparison = compare(faces, old.predictions, new.predictions, new.labels.scheme, main.yardstick)
    return sections.compared(comparison, main, other)


def _doubtful(case: Case) -> str:
    """Tell what is odd about the labels, by the numbers alone."""
    findings = case.examine(Depth.NUMBERS)
    told = [f"{finding.sentence} {finding.remedy}".strip() for finding in findings]
    more = len(told) - _MOST_FINDINGS
    rest = html.paragraph(f"And {more} more.") if more > 0 else ""
    none = html.paragraph("Nothing odd was found in the numbers of the labels.")
    return html.section("Suspicious labels", html.bullets(told[:_MOST_FINDINGS]) or none, rest)


def _training(run: RunFolder) -> str:
    config, curve = TrainConfig.from_json(run.config), curve_of(run)
    seen = "face crops" if config.crop == "face" else "whole pictures"
    network = " ".join(part for part in (config.network, config.backbone, config.head) if part)
    rows = [
        ("network", network),
        ("sees", f"{seen}, {config.input_height}×{config.input_width}"),
        ("points", f"{len(config.points)}"),
        ("learning rate", f"{Rate(config.lr)}"),
        ("batch size", f"{config.batch_size}"),
        ("epochs", f"{config.epochs}"),
        ("loss", config.loss),
        ("optimiser, schedule", f"{config.optimiser}, {config.schedule}"),
        ("seed", f"{config.seed}"),
    ]
    return sections.training(_drawn(curve), rows, [t for t in (curve.caption, *curve.notices) if t])


def _drawn(curve: RunCurve) -> Curve:
    training, validation = (curve.train_x, curve.train_y), (curve.val_x, curve.val_y)
    return Curve(training, validation, curve.mean_shape_mse)


def _again(run: RunFolder, labels: LabelSet) -> str:
    config = TrainConfig.from_json(run.config)
    command = train_command(config, run.scheme, run.split, labels.root.name, run.name)
    measure = shlex.join(["kpstudio", "evaluate", run.name, labels.root.name])
    told = (
        html.paragraph(
            f"{HELD_OUT_FILE} has the pictures held out, one a line (split.json tells them)."
        )
        if run.split.by in ("list", "filter")
        else ""
    )
    rows = [(name, str(version)) for name, version in run.versions.items()]
    versions = html.table(("of", "version"), rows, kind="pairs")
    return html.section(
        "To repeat it", f"<pre>{html.text(command)}\n{html.text(measure)}</pre>", told, versions
    )
