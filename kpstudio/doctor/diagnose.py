"""The examination: every check in its order, each looking only at what is left unexplained."""

from __future__ import annotations

from enum import Enum

from kpstudio.doctor.agreement import FACES
from kpstudio.doctor.check_copies import check_copies, labelled_pictures
from kpstudio.doctor.check_frames import check_faces_frames, check_frame
from kpstudio.doctor.check_order import check_faces_order, check_order
from kpstudio.doctor.check_points import check_counts, check_outside, check_twice
from kpstudio.doctor.check_shift import check_shift
from kpstudio.doctor.check_split import check_split
from kpstudio.doctor.finding import Finding, Severity
from kpstudio.doctor.material import SAMPLE, Material
from kpstudio.doctor.orders import LEFT_RIGHT
from kpstudio.doctor.reference import Reference, reference_of

_MOST_ODD = 0.2
"""With a larger share of faces in a wrong frame, no shift of the others is measured."""

_HEADERS = 2000

BY_PICTURES = ("copies", "two-labels", "mirrored")
"""What is not looked for by numbers alone."""


class Depth(Enum):
    """How closely to look."""

    NUMBERS = "numbers"
    """At points, names and the sizes of pictures: a second for thousands."""
    PICTURES = "pictures"
    """Also at the pixels of some hundred pictures, and coarsely at every labelled picture."""


def diagnose(material: Material, depth: Depth = Depth.PICTURES) -> tuple[Finding, ...]:
    """Examine labels; nothing is changed.

    Args:
        material: What to look at; tells its progress meanwhile.
        depth: How closely.

    Returns:
        What is odd, faults first. Where the whole set is in a wrong frame or order, single faces
        and shifts are not looked at: they could not be told before that is put right.

    Raises:
        Cancelled: If the progress of ``material`` asked for it.
    """
    if not material.faces or material.scheme.count == 0:
        return tuple(check_counts(material))
    look = depth is Depth.PICTURES
    count = len(material.faces)
    seen = min(count, FACES) + min(count, SAMPLE) if look else 0
    material.expect(seen + (labelled_pictures(material) if look else 0))
    reference = reference_of(material)
    whole = _of_the_set(material, reference, look)
    found = [*whole, *check_counts(material), *check_split(material)]
    if not whole:
        frames = list(check_faces_frames(material, reference))
        odd = frozenset(face_id for finding in frames for face_id in finding.faces)
        found += [*frames, *check_faces_order(material, reference, odd)]
        found += check_shift(material, reference, look and len(odd) < _MOST_ODD * count)
        # Every picture's header is a file to open.
        outside = check_outside(material) if look or count <= _HEADERS else ()
        others = [*outside, *check_twice(material)]
        found += [left for finding in others if (left := finding.without(odd)) is not None]
    if look:
        found += check_copies(material)
    order = list(Severity)
    return tuple(sorted(found, key=lambda finding: order.index(finding.severity)))


def _of_the_set(material: Material, reference: Reference, look: bool) -> list[Finding]:
    """Return what is wrong with all faces."""
    frame = check_frame(material, reference, look)
    order = check_order(material, reference)
    if frame is not None and order is not None and order.key == LEFT_RIGHT:
        order = None  # points of a mirrored frame look as if their sides were swapped
    return [finding for finding in (frame, order) if finding is not None]
