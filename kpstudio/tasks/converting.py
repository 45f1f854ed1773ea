"""Writing the faces of a label set in another format."""

from __future__ import annotations

from pathlib import Path

from kpstudio.core.errors import InputError
from kpstudio.core.labelset import LabelSet
from kpstudio.io.exporting import ExportReport, export
from kpstudio.io.registry import format_named


def convert_labels(
    labels: LabelSet, target: Path, format_name: str, overwrite: bool = False
) -> ExportReport:
    """Write all faces, read them back and compare.

    Args:
        labels: The faces; those that the format cannot hold are left out and reported.
        target: A folder; for a format with one file for all faces also that file.
        format_name: As in `kpstudio.io.registry`.
        overwrite: Whether files that exist may be replaced.

    Raises:
        InputError: If there is no such format, nothing to write, ``target`` is a file of another
            kind, a file is there already (unless ``overwrite``), or one cannot be written.
    """
    form = format_named(format_name)
    if target.is_file() and (form.per_picture or target.suffix.lower() != form.suffixes[0]):
        needed = "a folder" if form.per_picture else f"a folder or a {form.suffixes[0]} file"
        raise InputError(f"{target} is a file: {form.title} is written to {needed}")
    return export(labels, tuple(labels), format_name, target, overwrite)
