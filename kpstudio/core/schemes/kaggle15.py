"""Kaggle "Facial Keypoints Detection" (2013), 15 points, named as the columns of its training.csv.

Left and right are the subject's. Errors are divided by the distance of the eye centres, which
nearly every picture has, while the other 11 points are missing from most.
"""

from __future__ import annotations

from kpstudio.core.schemes.base import Normaliser, PointSchema, chain

_POINTS = (
    *("left_eye_center", "right_eye_center", "left_eye_inner_corner", "left_eye_outer_corner"),
    *("right_eye_inner_corner", "right_eye_outer_corner"),
    *("left_eyebrow_inner_end", "left_eyebrow_outer_end"),
    *("right_eyebrow_inner_end", "right_eyebrow_outer_end"),
    *("nose_tip", "mouth_left_corner", "mouth_right_corner"),
    *("mouth_center_top_lip", "mouth_center_bottom_lip"),
)


def kaggle15() -> PointSchema:
    """Return the scheme."""
    groups = {
        "left eye": (0, 2, 3),
        "right eye": (1, 4, 5),
        "left brow": (6, 7),
        "right brow": (8, 9),
        "nose tip": (10,),
        "mouth": (11, 12, 13, 14),
    }
    edges = (
        *((2, 0), (0, 3), (4, 1), (1, 5), (6, 7), (8, 9)),
        *chain((11, 13, 12, 14), closed=True),
    )
    mirror = (1, 0, 4, 5, 2, 3, 8, 9, 6, 7, 10, 12, 11, 13, 14)
    pupils = Normaliser("inter-pupil", (0,), (1,))
    return PointSchema("kaggle15", _POINTS, mirror, edges, groups, pupils)
