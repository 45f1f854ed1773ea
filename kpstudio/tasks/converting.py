"""Writing the faces of a label set in another format."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kpstudio.core.errors import InputError
from kpstudio.core.labelset import LabelSet
from kpstudio.io.exporting import ExportReport
from kpstudio.io.losses import fit, losses_before
from kpstudio.io.registry import format_named
from kpstudio.io.sharing import Sharing, export_to_share, planned_to_share


def convert_labels(
    labels: LabelSet,
    target: Path,
    format_name: str,
    overwrite: bool = False,
    sharing: Sharing = Sharing.REFER,
) -> ExportReport:
    """Write all faces, read them back and compare.

    Args:
        labels: The faces; those that the format cannot hold are left out and reported.
        target: A folder; for a format with one file for all faces also that file.
        format_name: As in `kpstudio.io.registry`.
        overwrite: Whether files that exist may be replaced.
        sharing: What becomes of the pictures.

    Raises:
        InputError: If there is no such format, nothing to write, ``target`` is a file of another
            kind, a file is there already (unless ``overwrite``), or one cannot be written.
    """
    _check_target(target, format_name)
    return export_to_share(labels, tuple(labels), format_name, target, sharing, overwrite)


@dataclass(frozen=True)
class Plan:
    """What a conversion would do.

    Attributes:
        files: What would be written.
        faces: How many faces would be in it.
        lost: What the format cannot hold, one sentence each.
    """

    files: tuple[Path, ...]
    faces: int
    lost: tuple[str, ...]


def plan_conversion(
    labels: LabelSet, target: Path, format_name: str, sharing: Sharing = Sharing.REFER
) -> Plan:
    """Return what `convert_labels` would do, without writing anything.

    Raises:
        InputError: If there is no such format, or ``target`` is a file of another kind.
    """
    _check_target(target, format_name)
    faces = tuple(labels)
    kept, _ = fit(labels, faces, format_named(format_name))
    files = planned_to_share(labels, faces, format_name, target, sharing)
    return Plan(tuple(files), len(kept), losses_before(labels, faces, format_name))


def _check_target(target: Path, format_name: str) -> None:
    form = format_named(format_name)
    if target.is_file() and (form.per_picture or target.suffix.lower() != form.suffixes[0]):
        needed = "a folder" if form.per_picture else f"a folder or a {form.suffixes[0]} file"
        raise InputError(f"{target} is a file: {form.title} is written to {needed}")
