"""IMM Face Database (Nordstrøm et al. 2004); left and right are the subject's."""

from __future__ import annotations

import numpy as np

from kpstudio.core.schemes.base import Normaliser, PointSchema, chain, numbered


def imm58() -> PointSchema:
    """Return the scheme."""
    eye = {0: "outer", 4: "inner"}
    points = [
        *("chin" if k == 6 else f"jaw {k + 1}" for k in range(13)),
        *numbered("left eye", 8, eye),
        *numbered("right eye", 8, eye),
        *numbered("left brow", 5, {}),
        *numbered("right brow", 5, {}),
        *numbered("mouth", 8, {0: "right", 2: "top", 4: "left", 6: "bottom"}),
        *("under nose" if k == 5 else f"nose {k + 1}" for k in range(11)),
    ]
    mirror = np.r_[12:-1:-1, 21:29, 13:21, 34:39, 29:34, 43, 42, 41, 40, 39, 46, 45, 44, 57:46:-1]
    groups = {
        "jaw": range(13),
        "left eye": range(13, 21),
        "right eye": range(21, 29),
        "left brow": range(29, 34),
        "right brow": range(34, 39),
        "mouth": range(39, 47),
        "nose": range(47, 58),
        "nose tip": range(52, 53),
    }
    edges = (
        *chain(range(13)),
        *chain(range(13, 21), closed=True),
        *chain(range(21, 29), closed=True),
        *chain(range(29, 34)),
        *chain(range(34, 39)),
        *chain(range(39, 47), closed=True),
        *chain(range(47, 58)),
    )
    return PointSchema(
        "imm58",
        tuple(points),
        tuple(int(k) for k in mirror),
        edges,
        {name: tuple(group) for name, group in groups.items()},
        Normaliser("inter-ocular", (13,), (21,)),
    )
