"""300-W (Sagonas et al. 2013); left and right are the subject's."""

from __future__ import annotations

import numpy as np

from kpstudio.core.schemes.base import Normaliser, PointSchema, chain, numbered


def ibug68() -> PointSchema:
    """Return the scheme."""
    lip = {0: "right", 3: "top", 6: "left", 9: "bottom"}
    points = [
        *("chin" if k == 8 else f"jaw {k + 1}" for k in range(17)),
        *numbered("right brow", 5, {}),
        *numbered("left brow", 5, {}),
        *("nose tip" if k == 3 else f"nose bridge {k + 1}" for k in range(4)),
        *("under nose" if k == 2 else f"nostril {k + 1}" for k in range(5)),
        *numbered("right eye", 6, {0: "outer", 3: "inner"}),
        *numbered("left eye", 6, {0: "inner", 3: "outer"}),
        *numbered("outer lip", 12, lip),
        *numbered("inner lip", 8, {0: "right", 2: "top", 4: "left", 6: "bottom"}),
    ]
    mirror = np.r_[
        16:-1:-1, 26:16:-1, 27:31, 35:30:-1, 45:41:-1, 47, 46, 39:35:-1, 41, 40,
        54:47:-1, 59:54:-1, 64:59:-1, 67, 66, 65,
    ]  # fmt: skip
    groups = {
        "jaw": range(17),
        "right brow": range(17, 22),
        "left brow": range(22, 27),
        "nose": range(27, 36),
        "right eye": range(36, 42),
        "left eye": range(42, 48),
        "mouth": range(48, 68),
        "nose tip": range(30, 31),
    }
    edges = (
        *chain(range(17)),
        *chain(range(17, 22)),
        *chain(range(22, 27)),
        *chain(range(27, 31)),
        *chain(range(31, 36)),
        *chain(range(36, 42), closed=True),
        *chain(range(42, 48), closed=True),
        *chain(range(48, 60), closed=True),
        *chain(range(60, 68), closed=True),
    )
    return PointSchema(
        "ibug68",
        tuple(points),
        tuple(int(k) for k in mirror),
        edges,
        {name: tuple(group) for name, group in groups.items()},
        Normaliser("inter-ocular", (36,), (45,)),
    )
