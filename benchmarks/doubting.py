"""Tell how well a run's doubt, measured without labels, says where it is wrong.

    uv run python benchmarks/doubting.py IMM RUN --val-list VAL.txt

The held-out faces are given to the run with their boxes, but without their points. Doubt is how far
its answers to small shifts, scales and mirrored looks scatter; "unusual" is how far the predicted
shape lies from what faces do. Both are compared with the true error: by Spearman's rank
correlation over the faces (and, for doubt, over all points), and by how many of the worst tenth of
the faces a person meets who works through the fifth that is doubted most; by chance a fifth.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import trials
from scipy.stats import spearmanr

from kpstudio.core.facts import doubt
from kpstudio.core.known_shape import known_shape
from kpstudio.core.landmarks import FloatArray, Landmarks
from kpstudio.core.mean_shape import shapes_of
from kpstudio.core.metrics import nme, point_errors
from kpstudio.engine.predict import Predictor

WORST, SEEN = 0.1, 0.2


def met(told: FloatArray, error: FloatArray) -> float:
    """Return which share of the worst faces are among those that are told first."""
    worst = np.argsort(-error)[: max(1, round(WORST * len(error)))]
    first = np.argsort(-told)[: max(1, round(SEEN * len(told)))]
    return float(np.isin(worst, first).mean())


def row(name: str, told: FloatArray, error: FloatArray) -> str:
    known = np.isfinite(told) & np.isfinite(error)
    rank = float(spearmanr(told[known], error[known]).statistic)
    return f"| {name} | {rank:.2f} | {100 * met(told[known], error[known]):.0f} % |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    trials.faces_options(parser)
    parser.add_argument("run", type=Path, help="a run that has not seen the held-out faces")
    parser.add_argument("--weights", choices=("best", "last"), default="last")
    given = parser.parse_args()
    labels, split = trials.material(given)
    held_out = [labels[i] for i in split.validation]
    predictor = Predictor.load(given.run, given.weights)
    shown = [trials.only_box(face) for face in held_out]
    found = [points for _, points in predictor.predict(shown, labels.root)]
    told = [points for points in found if isinstance(points, Landmarks)]
    if len(told) < len(found):
        raise SystemExit("not every face could be predicted")
    length = labels.scheme.normaliser
    truth = [face.landmarks.xy_image for face in held_out if face.landmarks is not None]
    pairs = list(zip(told, truth, strict=True))
    error = np.array([nme(points.xy_image, xy, length) for points, xy in pairs])
    seen = shapes_of([labels[i] for i in split.training], labels.scheme.count)
    prior = known_shape(seen, labels.scheme).prior
    doubts = np.array([doubt(points, length) for points in told])
    spreads = np.stack([points.spread for points in told if points.spread is not None])
    radii = np.sqrt(spreads[..., 0] + spreads[..., 2]).ravel()
    distances = np.concatenate([point_errors(points.xy_image, xy) for points, xy in pairs])
    print(f"{len(error)} faces, mean NME {100 * error.mean():.2f} %\n")
    print("| | rank correlation with the error | of the worst tenth, in the first fifth |")
    print("|---|---|---|")
    print(row("doubt of a face", doubts, error))
    if prior is not None:
        shapes = np.array([prior.usual(points.xy_image).excess for points in told])
        print(row("unusual shape", shapes, error))
        ranks = [np.argsort(np.argsort(one)) for one in (doubts, shapes)]
        print(row("the larger rank of both", np.maximum(*ranks).astype(float), error))
    print(row("doubt of a point", radii, distances))


if __name__ == "__main__":
    main()
