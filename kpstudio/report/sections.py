"""The sections of a report."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from kpstudio.core.analysis import by_point
from kpstudio.core.breakdown import By
from kpstudio.core.comparing import Comparison, Outcome
from kpstudio.core.metrics import NmeSummary, mean_known, summarise
from kpstudio.report import html, plots, words
from kpstudio.report.measured import Measured

_WORST_POINTS = 10
_LISTED = 12
_BY = {
    By.PART: "part of the face",
    By.YAW: "turn to picture right",
    By.PITCH: "nod upwards",
    By.ROLL: "lean clockwise",
    By.TAG: "tag",
    By.PERSON: "person",
}


def training(curve: plots.Curve, settings: Sequence[tuple[str, str]], told: Sequence[str]) -> str:
    """Tell how the run was trained.

    Args:
        curve: Its errors over the epochs.
        settings: Name and value of the chief settings.
        told: Sentences on how it went.
    """
    drawn = plots.learning(curve)
    keys = [
        key
        for key, known in (
            (("training", "accent"), True),
            (("validation", "validation"), np.size(curve.validation[1]) > 0),
            (("mean shape", "mean"), math.isfinite(curve.mean_shape)),
        )
        if known
    ]
    caption = "Mean squared error, logarithmic; the mean shape is what always answering it gives."
    return html.section(
        "Training",
        html.table(("setting", "value"), settings, kind="pairs"),
        html.bullets(told),
        html.figure(drawn, caption, keys) if drawn else "",
    )


def results(run: Measured, other: Measured | None) -> str:
    """Tell how well the run does, beside another one where that is given."""
    groups = [("not trained on" if run.held_out else "all faces", run.judged)]
    if not run.judged.all():
        groups.append(("trained on", ~run.judged))
    head = (
        "faces",
        "count",
        "NME mean",
        "median",
        f"above {100 * run.threshold:g} %",
        "AUC",
        "px",
        "MSE",
    )
    rows = [_row(name, run.summary(which), run, which) for name, which in groups]
    if other is not None:
        rows.append(_row(f"{other.name}, {groups[0][0]}", other.summary(), other, other.judged))
    keys = [(run.name, "accent"), *([(other.name, "other")] if other is not None else [])]
    if len(run.people):
        rows.append(_people_row(run))
        keys.append(("between two people", "mean"))
    limit = f"{100 * run.threshold:g} %"
    return html.section(
        "Results",
        html.paragraph(words.verdict(run)),
        html.paragraph(words.people(run)) if len(run.people) else "",
        html.table(
            head, rows, f"NME in % of the {run.yardstick.normaliser.in_words}; AUC up to {limit}"
        ),
        html.figure(plots.cumulative(run, other), "Cumulative error of the faces judged", keys),
    )


def _row(
    name: str, summary: NmeSummary, run: Measured, which: NDArray[np.bool_]
) -> tuple[str, ...]:
    pixels, mse = (
        float(mean_known(values[which], axis=0)) for values in (run.offsets.pixels, run.mse)
    )
    return (
        name,
        f"{summary.count}",
        words.percent(summary.mean),
        words.percent(summary.median),
        words.percent(summary.failure_rate, 1),
        f"{summary.auc:.3f}",
        f"{pixels:.1f}" if math.isfinite(pixels) else "–",
        f"{mse:.5f}" if math.isfinite(mse) else "–",
    )


def _people_row(run: Measured) -> tuple[str, ...]:
    summary = summarise(run.people, run.threshold)
    return (
        "between two people",
        f"{summary.count}",
        words.percent(summary.mean),
        words.percent(summary.median),
        words.percent(summary.failure_rate, 1),
        f"{summary.auc:.3f}",
        "–",
        "–",
    )


def where(run: Measured) -> str:
    """Tell where the run fails: in words, by turn of the head, and by kind of face."""
    turn = plots.by_turn(run)
    keys = (("trained on", "accent"), ("not seen", "validation"))
    tables = [
        html.table(
            (_BY[kind], "faces", "NME mean", "median", f"above {100 * run.threshold:g} %"),
            [
                (
                    one.name,
                    f"{s.count}",
                    words.percent(s.mean),
                    words.percent(s.median),
                    words.percent(s.failure_rate, 1),
                )
                for one in run.slices
                if one.by is kind and (s := one.every).count
            ],
            kind="slices",
        )
        for kind in _BY
    ]
    return html.section(
        "Where it fails",
        html.bullets(words.failures(run)),
        html.figure(turn, "Error by the turn of the head", keys) if turn else "",
        *tables,
    )  # fmt: skip


def points(run: Measured) -> str:
    """Tell which points are how far off, drawn on the mean face and as a table of the worst."""
    sums = by_point(run.offsets.only(run.judged))
    order = [int(k) for k in np.argsort(-sums.mean) if np.isfinite(sums.mean[k])]
    bias, scatter = 100 * sums.bias, 100 * np.sqrt(np.einsum("kii->ki", sums.covariance))
    rows = [
        (
            run.offsets.scheme.points[k],
            words.percent(float(sums.mean[k])),
            f"{bias[k, 0]:+.2f}, {bias[k, 1]:+.2f}",
            f"{scatter[k, 0]:.2f}, {scatter[k, 1]:.2f}",
        )
        for k in order[:_WORST_POINTS]
    ]
    head = ("worst points", "mean error", "bias right, down", "scatter right, down")
    told = "In % of the same length, in the upright frame of each face."
    drawn, scale = plots.mean_face(run)
    caption = (
        "On the mean face. Circle: mean error of a point. Line: from the point to where its "
        "predictions lie on average. Ellipse: how they scatter about that, one standard deviation "
        f"to each side. Errors are {scale}."
    )
    return html.section(
        "Points",
        html.figure(drawn, caption, kind="face") if drawn else "",
        html.table(head, rows, told),
    )


def compared(comparison: Comparison, run: Measured, other: Measured) -> str:
    """Tell what changed from another run to this one, face by face."""
    before, after = comparison.means
    told = (
        f"On the {words.count(len(comparison.faces), 'face')} of both, the mean NME went from "
        f"{words.percent(before)} ({other.name}) to {words.percent(after)}."
    )
    half = comparison.uncertainty
    if math.isfinite(half):
        told += (
            f" The 95 % confidence interval of the mean of the paired changes is its value ± "
            f"{words.percent(half)}."
        )
    parts = []
    for outcome, title in ((Outcome.FIXED, "Fixed"), (Outcome.BROKEN, "Broken")):
        found = [(i, s) for i, s in comparison.faces.items() if s.outcome is outcome]
        found.sort(key=lambda pair: pair[1].change, reverse=outcome is Outcome.BROKEN)
        rows = [
            (run.names.get(i, i), words.percent(s.before), words.percent(s.after))
            for i, s in found[:_LISTED]
        ]
        more = f", the first {_LISTED}" if len(found) > _LISTED else ""
        head = f"{title}: {len(found)}{more}"
        parts.append(
            html.table((head, "before", "after"), rows) or html.paragraph(f"{title}: none.")
        )
    return html.section(f"Compared with {other.name}", html.paragraph(told), *parts)
