from __future__ import annotations

from pathlib import Path

import pytest

from kpstudio.core.errors import InputError
from kpstudio.core.labelset import LabelSet
from kpstudio.io.opening import open_path
from kpstudio.io.registry import Format, formats
from kpstudio.tasks.converting import convert_labels

FITTING = [form for form in formats() if form.holds.points in (0, 58)]

one_file = pytest.mark.parametrize(
    "form", [form for form in FITTING if not form.per_picture], ids=lambda form: form.name
)


@one_file
def test_a_format_of_one_file_takes_the_file_itself(
    labels: LabelSet, tmp_path: Path, form: Format
) -> None:
    path = tmp_path / "out" / f"mine{form.suffixes[0]}"
    report = convert_labels(labels, path, form.name)
    assert report.files == (path,)
    assert report.problems == ()
    assert sorted(path.parent.iterdir()) == [path]
    back = open_path(path).labels
    assert len(back) == len(labels)
    if not form.holds.own_pictures:
        assert {face.picture.rpartition("/")[2] for face in back} == set(labels.pictures)


@one_file
def test_a_folder_that_is_named_like_a_file_stays_a_folder(
    labels: LabelSet, tmp_path: Path, form: Format
) -> None:
    folder = tmp_path / f"odd{form.suffixes[0]}"
    folder.mkdir()
    report = convert_labels(labels, folder, form.name)
    (written,) = report.files
    assert written.parent == folder
    assert written.suffix == form.suffixes[0]


@pytest.mark.parametrize("form", FITTING, ids=lambda form: form.name)
def test_a_file_of_another_kind_is_not_taken_for_a_folder(
    labels: LabelSet, tmp_path: Path, form: Format
) -> None:
    path = tmp_path / "diary.txt"
    path.write_text("dear diary")
    with pytest.raises(InputError, match=r"diary\.txt is a file"):
        convert_labels(labels, path, form.name, overwrite=True)
    assert path.read_text() == "dear diary"


def test_existing_files_are_replaced_only_when_that_is_allowed(
    labels: LabelSet, tmp_path: Path
) -> None:
    convert_labels(labels, tmp_path / "out", "pts")
    with pytest.raises(InputError, match="already exists"):
        convert_labels(labels, tmp_path / "out", "pts")
    assert len(convert_labels(labels, tmp_path / "out", "pts", overwrite=True).files) == 10
