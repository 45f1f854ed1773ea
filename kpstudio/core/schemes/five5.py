"""Five points: eye centres, nose tip, mouth corners; left and right are the subject's.

The order, starting at the left of the picture, is that of CelebA (Liu et al. 2015) and of the face
detectors trained on it or in its manner, such as MTCNN (Zhang et al. 2016).
"""

from __future__ import annotations

from kpstudio.core.schemes.base import Normaliser, PointSchema

_POINTS = ("right eye", "left eye", "nose tip", "mouth right", "mouth left")


def five5() -> PointSchema:
    """Return the scheme."""
    return PointSchema(
        "five5",
        _POINTS,
        (1, 0, 2, 4, 3),
        ((0, 2), (1, 2), (2, 3), (2, 4), (3, 4)),
        {"eyes": (0, 1), "nose tip": (2,), "mouth": (3, 4)},
        Normaliser("inter-pupil", (0,), (1,)),
    )
