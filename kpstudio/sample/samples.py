"""The visible surface samples of one picture, which painting and lighting work on."""

from __future__ import annotations

from dataclasses import dataclass

from kpstudio.sample.numerics import F32, Ints

KINDS = 4
HEAD, EAR, NECK, CURTAIN = range(KINDS)


@dataclass
class Samples:
    """Columns over N visible samples; painting changes the last four in place.

    Attributes:
        pixel: (N,) flat pixel of the window.
        material: (N,) HEAD, EAR, NECK or CURTAIN.
        normal: (N, 3) unit normals in camera axes.
        x: (N,) frontal coordinate in head units (the meaning depends on the material).
        y: (N,) frontal coordinate.
        turn: (N,) angle from the face's middle in radians (HEAD only).
        scalp: (N,) how far inside the hair, in head units (HEAD only).
        psi: (N,) azimuth about the head's vertical axis in radians.
        albedo: (N, 3) linear.
        gloss: (N,) weight of the highlight.
        open: (N,) factor on all light, for painted occlusion.
        hair: (N,) 1 where the surface is hair, 0 where it is skin.
    """

    pixel: Ints
    material: Ints
    normal: F32
    x: F32
    y: F32
    turn: F32
    scalp: F32
    psi: F32
    albedo: F32
    gloss: F32
    open: F32
    hair: F32
