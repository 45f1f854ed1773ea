"""WFLW (Wu et al., "Look at Boundary", CVPR 2018), 98 points; left and right are the subject's.

The order is that of the data set's annotation figure; the mirror pairs are those that public
training code for WFLW uses (mmpose, HRNet facial landmarks), and they fit WFLW's mean shape.
"""

from __future__ import annotations

import numpy as np

from kpstudio.core.schemes.base import Normaliser, PointSchema, chain, numbered


def wflw98() -> PointSchema:
    """Return the scheme."""
    points = [
        *("chin" if k == 16 else f"jaw {k + 1}" for k in range(33)),
        *numbered("right brow", 9, {0: "outer", 4: "inner top", 5: "inner bottom"}),
        *numbered("left brow", 9, {0: "inner top", 4: "outer", 8: "inner bottom"}),
        *("nose tip" if k == 3 else f"nose bridge {k + 1}" for k in range(4)),
        *("under nose" if k == 2 else f"nostril {k + 1}" for k in range(5)),
        *numbered("right eye", 8, {0: "outer", 2: "top", 4: "inner", 6: "bottom"}),
        *numbered("left eye", 8, {0: "inner", 2: "top", 4: "outer", 6: "bottom"}),
        *numbered("outer lip", 12, {0: "right", 3: "top", 6: "left", 9: "bottom"}),
        *numbered("inner lip", 8, {0: "right", 2: "top", 4: "left", 6: "bottom"}),
        "right pupil",
        "left pupil",
    ]
    mirror = np.r_[
        32:-1:-1, 46:41:-1, 50:46:-1, 37:32:-1, 41:37:-1, 51:55, 59:54:-1,
        72:67:-1, 75:72:-1, 64:59:-1, 67:64:-1, 82:75:-1, 87:82:-1, 92:87:-1, 95:92:-1, 97, 96,
    ]  # fmt: skip
    groups = {
        "jaw": range(33),
        "right brow": range(33, 42),
        "left brow": range(42, 51),
        "nose": range(51, 60),
        "right eye": (*range(60, 68), 96),
        "left eye": (*range(68, 76), 97),
        "mouth": range(76, 96),
        "nose tip": range(54, 55),
    }
    edges = (
        *chain(range(33)),
        *chain(range(33, 42), closed=True),
        *chain(range(42, 51), closed=True),
        *chain(range(51, 55)),
        *chain(range(55, 60)),
        *chain(range(60, 68), closed=True),
        *chain(range(68, 76), closed=True),
        *chain(range(76, 88), closed=True),
        *chain(range(88, 96), closed=True),
    )
    return PointSchema(
        "wflw98",
        tuple(points),
        tuple(int(k) for k in mirror),
        edges,
        {name: tuple(group) for name, group in groups.items()},
        Normaliser("inter-ocular", (60,), (72,)),
    )
