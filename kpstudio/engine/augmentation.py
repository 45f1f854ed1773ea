"""What may be changed about a training picture whenever it is shown. Imports no torch."""

from __future__ import annotations

from dataclasses import dataclass, fields

from kpstudio.core.errors import InputError
from kpstudio.core.texts import say


@dataclass(frozen=True)
class Augmentation:
    """Random changes of each training picture, drawn anew whenever it is shown.

    Attributes:
        rotation_degrees: Turned by up to this much either way, about the input's middle.
        shift_left: Moved left by up to this fraction of the input's width.
        shift_right: Moved right by up to this fraction of the input's width.
        shift_up: Moved up by up to this fraction of the input's height.
        shift_down: Moved down by up to this fraction of the input's height.
        scale: Enlarged or reduced by up to this fraction: 0.2 goes from 1 / 1.2 to 1.2 times.
        flip: Mirrored half of the time, mirror pairs of points swapped.
        light: How much brightness, contrast, gamma and the light from one side vary; 0 to 1.
        blur: Share of the pictures that are blurred.
        noise: Deviation of grain in the pictures with most of it, as a fraction of white.
        occlusion: Share of the pictures that a plain box covers in part.
    """

    rotation_degrees: float = 0.0
    shift_left: float = 0.0
    shift_right: float = 0.0
    shift_up: float = 0.0
    shift_down: float = 0.0
    scale: float = 0.0
    flip: bool = False
    light: float = 0.0
    blur: float = 0.0
    noise: float = 0.0
    occlusion: float = 0.0

    @property
    def moves(self) -> bool:
        """Whether points are ever moved."""
        return any(
            getattr(self, part.name)
            for part in fields(self)
            if part.name not in ("light", "blur", "noise", "occlusion")
        )

    @property
    def repaints(self) -> bool:
        """Whether grey values are ever changed where they are."""
        return any((self.light, self.blur, self.noise, self.occlusion))

    def validate(self) -> None:
        """Check the ranges.

        Raises:
            InputError: If the rotation is not in [0, 180], a shift not in [0, 1), the scale not in
                [0, 1] or another amount not in [0, 1].
        """
        if not 0.0 <= self.rotation_degrees <= 180.0:
            raise InputError(
                say(
                    "rotation {degrees}° is not between 0 and 180: try 10",
                    degrees=self.rotation_degrees,
                )
            )
        for name, what in _SHIFTS.items():
            shift = getattr(self, name)
            if not 0.0 <= shift < 1.0:
                raise InputError(
                    say(
                        "{what} {shift} is not a fraction from 0 to 1: try 0.1",
                        what=what,
                        shift=shift,
                    )
                )
        for name, what in _AMOUNTS.items():
            amount = getattr(self, name)
            if not 0.0 <= amount <= 1.0:
                raise InputError(
                    say(
                        "{what} {amount} is not a fraction from 0 to 1: try 0.2",
                        what=what,
                        amount=amount,
                    )
                )


_SHIFTS = {
    "shift_left": say("shift left"),
    "shift_right": say("shift right"),
    "shift_up": say("shift up"),
    "shift_down": say("shift down"),
}
_AMOUNTS = {
    "scale": say("scale"),
    "light": say("light"),
    "blur": say("blur"),
    "noise": say("noise"),
    "occlusion": say("occlusion"),
}


SEED_AUGMENTATION = Augmentation(10.0, shift_left=0.1, shift_right=0.1, shift_up=0.1)
"""The class project's: ±10°, up to a tenth in every direction but down."""
