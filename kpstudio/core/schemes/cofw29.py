"""COFW (Burgos-Artizzu, Perona and Dollár, ICCV 2013), 29 points; left and right are the subject's.

The order is LFPW's (Belhumeur et al. 2011). The mirror pairs are those of public training code for
COFW (mmpose), and names and pairs fit COFW's mean shape.
"""

from __future__ import annotations

import numpy as np

from kpstudio.core.schemes.base import Normaliser, PointSchema, chain

_POINTS = (
    *("right brow outer", "left brow outer", "right brow inner", "left brow inner"),
    *("right brow top", "right brow bottom", "left brow top", "left brow bottom"),
    *("right eye outer", "left eye outer", "right eye inner", "left eye inner"),
    *("right eye top", "right eye bottom", "left eye top", "left eye bottom"),
    *("right pupil", "left pupil", "right nostril", "left nostril", "nose tip", "under nose"),
    *("mouth right", "mouth left", "upper lip top", "upper lip bottom"),
    *("lower lip top", "lower lip bottom", "chin"),
)


def cofw29() -> PointSchema:
    """Return the scheme."""
    mirror = np.r_[
        1, 0, 3, 2, 6, 7, 4, 5, 9, 8, 11, 10, 14, 15, 12, 13, 17, 16, 19, 18, 20, 21, 23, 22, 24:29
    ]
    groups = {
        "right brow": (0, 2, 4, 5),
        "left brow": (1, 3, 6, 7),
        "right eye": (8, 10, 12, 13, 16),
        "left eye": (9, 11, 14, 15, 17),
        "nose": (18, 19, 20, 21),
        "mouth": (22, 23, 24, 25, 26, 27),
        "chin": (28,),
        "nose tip": (20,),
    }
    edges = (
        *chain((0, 4, 2, 5), closed=True),
        *chain((1, 6, 3, 7), closed=True),
        *chain((8, 12, 10, 13), closed=True),
        *chain((9, 14, 11, 15), closed=True),
        *chain((18, 21, 19, 20), closed=True),
        *chain((22, 24, 23, 27), closed=True),
        *chain((22, 25, 23, 26), closed=True),
    )
    ocular = Normaliser("inter-ocular", (8,), (9,))
    return PointSchema("cofw29", _POINTS, tuple(int(k) for k in mirror), edges, groups, ocular)
