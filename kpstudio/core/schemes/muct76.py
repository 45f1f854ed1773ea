"""MUCT (Milborrow, Morkel and Nicolls 2010), 76 points; left and right are the subject's.

The first 68 are those of XM2VTS as the landmark table of Stasm 3 names them, which has no names for
19, 20, 25 and 26 (the lower rims of the brows, by their place in the ring), nor for single points
of the inner lip. The last eight lie halfway between the four points of each eyelid. The mirror
pairs are those of public code that trains on MUCT.
"""

from __future__ import annotations

import numpy as np

from kpstudio.core.schemes.base import Normaliser, PointSchema, chain, numbered

_BROW = ("outer", "top outer", "top inner", "inner", "bottom inner", "bottom outer")
_EYE = ("outer", "top", "inner", "bottom", "pupil")
_LIDS = ("top outer", "top inner", "bottom inner", "bottom outer")


def muct76() -> PointSchema:
    """Return the scheme."""
    points = [
        *("chin" if k == 7 else f"jaw {k + 1}" for k in range(15)),
        *(f"{side} brow {part}" for side in ("left", "right") for part in _BROW),
        *(f"{side} eye {part}" for side in ("right", "left") for part in _EYE),
        *("under nose" if k == 4 else f"nose {k + 1}" for k in range(9)),
        *("right nostril", "left nostril"),
        *numbered("outer lip", 12, {0: "right", 3: "top", 6: "left", 9: "bottom"}),
        *numbered("inner lip", 6, {}),
        *("mouth centre", "nose tip"),
        *(f"{side} eye {part}" for side in ("right", "left") for part in _LIDS),
    ]
    mirror = np.r_[
        14:-1:-1, 21:27, 15:21, 32:37, 27:32, 45:36:-1, 47, 46,
        54:47:-1, 59:54:-1, 62, 61, 60, 65, 64, 63, 66, 67, 72:76, 68:72,
    ]  # fmt: skip
    groups = {
        "jaw": range(15),
        "left brow": range(15, 21),
        "right brow": range(21, 27),
        "right eye": (*range(27, 32), *range(68, 72)),
        "left eye": (*range(32, 37), *range(72, 76)),
        "nose": (*range(37, 48), 67),
        "mouth": range(48, 67),
        "nose tip": (67,),
    }
    edges = (
        *chain(range(15)),
        *chain(range(15, 21), closed=True),
        *chain(range(21, 27), closed=True),
        *chain((27, 68, 28, 69, 29, 70, 30, 71), closed=True),
        *chain((32, 72, 33, 73, 34, 74, 35, 75), closed=True),
        *chain(range(37, 46)),
        *chain(range(48, 60), closed=True),
        *chain((48, 60, 61, 62, 54, 63, 64, 65), closed=True),
    )
    return PointSchema(
        "muct76",
        tuple(points),
        tuple(int(k) for k in mirror),
        edges,
        {name: tuple(group) for name, group in groups.items()},
        Normaliser("inter-ocular", (27,), (32,)),
    )
