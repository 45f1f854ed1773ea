"""Exporting for other people: landmarks alone, or with pictures that hold pixels alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from kpstudio.core.errors import Cancelled, InputError
from kpstudio.core.labelset import Face, LabelSet, face_id
from kpstudio.core.review import Review, Verdict
from kpstudio.io.opening import open_path
from kpstudio.io.registry import formats
from kpstudio.io.sharing import Sharing, export_to_share, planned_to_share
from tests.app.help import face_xy, faces_folder

SECRET = "Anna at home"
PLAIN = [
    form.name for form in formats() if form.holds.points in (0, 58) and not form.holds.own_pictures
]


@pytest.fixture
def labels(tmp_path: Path) -> LabelSet:
    """Faces with notes, one of them in a photo from elsewhere on the disk."""
    root = faces_folder(tmp_path / SECRET / "mine", 2)
    elsewhere = tmp_path / SECRET / "album" / "f0.jpg"
    elsewhere.parent.mkdir()
    said = Image.Exif()
    said[0x010E] = SECRET
    Image.open(root / "f0.png").save(elsewhere, exif=said)
    found = open_path(root).labels
    for face in tuple(found):
        note = Review(Verdict.RETURNED, SECRET, SECRET)
        found.put(replace(face, review=note, extras={"json": {"note": SECRET}}))
    photo = Face(face_id(str(elsewhere)), str(elsewhere), found["f1.png#0"].landmarks, photo=True)
    found.put(photo)
    return found


def everything(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("form", PLAIN)
@pytest.mark.parametrize("sharing", [Sharing.COPY, Sharing.NONE])
def test_nothing_private_goes_along_and_every_point_does(
    form: str, sharing: Sharing, labels: LabelSet, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    planned = planned_to_share(labels, tuple(labels), form, out, sharing)
    report = export_to_share(labels, tuple(labels), form, out, sharing)
    assert {path for path in out.rglob("*") if path.is_file()} == set(planned)
    assert SECRET.encode() not in everything(out)
    assert str(tmp_path).encode() not in everything(out)
    assert report.problems == ()
    assert report.faces == 3
    assert report.pictures == (3 if sharing is Sharing.COPY else 0)
    assert all(path.exists() for path in report.files)
    if sharing is Sharing.COPY:
        back = open_path(out).labels
        assert sorted(back.pictures) == ["f0-2.jpg", "f0.png", "f1.png"]
        for name, number in (("f0.png", 0), ("f1.png", 1), ("f0-2.jpg", 1)):
            (face,) = back.faces_of(name)
            assert np.abs(face.landmarks.xy_image - face_xy(number)).max() < 0.75
    else:
        assert not [path for path in out.rglob("*") if path.suffix in (".png", ".jpg")]


def test_references_are_those_of_before_where_pictures_stay(labels: LabelSet, tmp_path) -> None:
    export_to_share(labels, tuple(labels), "csv", tmp_path / "out", Sharing.REFER)
    assert SECRET.encode() in everything(tmp_path / "out")


def test_one_file_may_be_named(labels: LabelSet, tmp_path: Path) -> None:
    goal = tmp_path / "out" / "mine.csv"
    for sharing, pictures in ((Sharing.NONE, 0), (Sharing.COPY, 3)):
        export_to_share(labels, tuple(labels), "csv", goal, sharing, overwrite=True)
        assert goal.is_file()
        assert len(list(goal.parent.iterdir())) == 1 + pictures


def test_files_in_the_way_stay(labels: LabelSet, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "f1.png").write_bytes(b"mine")
    with pytest.raises(InputError, match=r"f1\.png already exists"):
        export_to_share(labels, tuple(labels), "csv", out, Sharing.COPY)
    assert [path.name for path in out.iterdir()] == ["f1.png"]
    export_to_share(labels, tuple(labels), "csv", out, Sharing.NONE)
    with pytest.raises(InputError, match=r"labels\.csv already exists"):
        export_to_share(labels, tuple(labels), "csv", out, Sharing.NONE)
    assert (out / "f1.png").read_bytes() == b"mine"


def test_the_pictures_themselves_are_never_written_over(labels: LabelSet) -> None:
    before = (labels.root / "f0.png").read_bytes()
    with pytest.raises(InputError, match=r"f0\.png is one of the pictures themselves: choose"):
        export_to_share(labels, tuple(labels), "csv", labels.root, Sharing.COPY, overwrite=True)
    assert (labels.root / "f0.png").read_bytes() == before


def test_a_table_that_holds_pictures_is_not_landmarks_alone(labels: LabelSet, tmp_path) -> None:
    with pytest.raises(InputError, match="Kaggle keypoints CSV contains the pictures"):
        export_to_share(labels, tuple(labels), "kaggle", tmp_path / "out", Sharing.NONE)
    report = export_to_share(labels, tuple(labels)[:1], "kaggle", tmp_path / "out", Sharing.COPY)
    assert (report.faces, report.pictures) == (1, 0)


def test_copying_can_be_cancelled(labels: LabelSet, tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        export_to_share(
            labels, tuple(labels), "csv", tmp_path / "out", Sharing.COPY,
            progress=lambda done, _: done < 1,
        )  # fmt: skip
    assert not (tmp_path / "out" / "labels.csv").exists()


def test_pictures_inside_a_table_get_names_of_their_own(labels: LabelSet, tmp_path: Path) -> None:
    export_to_share(labels, tuple(labels)[:2], "kaggle", tmp_path / "table", Sharing.REFER)
    table = open_path(tmp_path / "table").labels
    report = export_to_share(table, tuple(table), "csv", tmp_path / "out", Sharing.COPY)
    assert report.problems == ()
    assert sorted(open_path(tmp_path / "out").labels.pictures) == ["labels-1.png", "labels-2.png"]


def test_what_a_format_does_not_take_is_said(labels: LabelSet, tmp_path: Path) -> None:
    for sharing in (Sharing.COPY, Sharing.NONE):
        with pytest.raises(
            InputError, match=r"nothing to export: WFLW list stores only faces with 98"
        ):
            export_to_share(labels, tuple(labels), "wflw", tmp_path / "out", sharing)
    refer = planned_to_share(labels, tuple(labels), "csv", tmp_path / "out", Sharing.REFER)
    assert refer == [tmp_path / "out" / "labels.csv"]


def test_several_faces_of_a_picture_stay_together(labels: LabelSet, tmp_path: Path) -> None:
    one = labels["f0.png#0"]
    labels.put(replace(one, id="f0.png#1"))
    faces = [labels["f0.png#0"], labels["f0.png#1"]]
    report = export_to_share(labels, faces, "csv", tmp_path / "out", Sharing.COPY)
    assert (report.faces, report.pictures) == (2, 1)


def test_the_report_says_how_many_pictures_were_copied(labels: LabelSet, tmp_path: Path) -> None:
    report = export_to_share(labels, tuple(labels), "csv", tmp_path / "out", Sharing.COPY)
    assert report.pictures == len(labels.pictures) == 3
    assert "3 pictures were copied with them, without metadata." in report.sentence()


def test_a_picture_elsewhere_is_never_written_over_either(labels: LabelSet, tmp_path) -> None:
    """The album that a photo was taken from, by its own name or through a link."""
    album = tmp_path / SECRET / "album"
    (photo,) = [face for face in labels if face.photo]
    before = (album / "f0.jpg").read_bytes()
    (tmp_path / "link").symlink_to(album)
    for folder in (album, tmp_path / "link"):
        with pytest.raises(InputError, match="one of the pictures themselves"):
            export_to_share(labels, [photo], "csv", folder, Sharing.COPY, overwrite=True)
    assert (album / "f0.jpg").read_bytes() == before


def test_a_picture_that_cannot_be_opened_is_left_out_and_told(labels: LabelSet, tmp_path) -> None:
    (labels.root / "f1.png").write_bytes(b"no picture")
    report = export_to_share(labels, tuple(labels), "csv", tmp_path / "out", Sharing.COPY)
    assert (report.faces, report.pictures) == (2, 2)
    assert [problem.where for problem in report.problems] == ["f1.png"]
    assert "1 picture was turned" not in report.sentence()
    (labels.root / "f0.png").unlink()
    with pytest.raises(InputError, match=r"no picture can be copied: f0\.png: left out: "):
        export_to_share(labels, [labels["f0.png#0"]], "csv", tmp_path / "o2", Sharing.COPY)


def test_no_name_of_a_run_goes_along(labels: LabelSet, tmp_path: Path) -> None:
    face = labels["f0.png#0"]
    named = replace(face, landmarks=replace(face.landmarks, run=SECRET))
    export_to_share(labels, [named], "json", tmp_path / "out", Sharing.NONE)
    assert SECRET.encode() not in everything(tmp_path / "out")


def test_what_copies_lose_is_told(labels: LabelSet, tmp_path: Path) -> None:
    picture = Image.open(labels.root / "f0.png").convert("RGBA")
    picture.putalpha(100)
    picture.save(labels.root / "f0.png")
    report = export_to_share(labels, tuple(labels), "csv", tmp_path / "out", Sharing.COPY)
    told = "1 picture was converted to 8 bits per colour, without transparency"
    assert told in report.lost
