from __future__ import annotations

import os
import random
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from kpstudio.core.errors import Cancelled, InputError
from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face, FaceState, LabelSet
from kpstudio.core.schema import generic_scheme
from kpstudio.io import pictures as pictures_module
from kpstudio.io.choosing import LabelChoice
from kpstudio.io.formats.csv import Csv
from kpstudio.io.formats.dlib import Dlib
from kpstudio.io.formats.json import Json
from kpstudio.io.formats.pts import Pts, pts_text
from kpstudio.io.opening import Opened, as_photos, open_path
from tests.io.helpers import add_pictures, face, label_set, points


def told(opened: Opened) -> dict[str, str]:
    assert len({p.where for p in opened.problems}) == len(opened.problems)
    return {p.where: p.message for p in opened.problems}


def write_pts(folder: Path, *names: str, count: int = 4) -> None:
    add_pictures(folder, names)
    for seed, name in enumerate(names):
        (folder / name).with_suffix(".pts").write_text(pts_text(points(count, seed)))


def test_a_folder_opens_with_labels_photos_and_problems(tmp_path: Path) -> None:
    write_pts(tmp_path, "a10.png", "a9.png", "sub/b.png")
    add_pictures(tmp_path, ["photo.png", ".hidden.png", ".kpstudio/inside.png"])
    (tmp_path / "gone.pts").write_text(pts_text(points(4)))
    (tmp_path / "README.md").write_text("# faces")
    (tmp_path / "empty.jpg").write_bytes(b"")
    (tmp_path / "other.json").write_text("{}")
    (tmp_path / "phone.heic").write_bytes(b"x")
    (tmp_path / "set.tps").write_text("LM=3")
    opened = open_path(tmp_path)
    assert opened.format == "pts"
    assert opened.labels.root == tmp_path
    assert opened.labels.scheme == generic_scheme(4)
    assert opened.labels.pictures == ("a9.png", "a10.png", "photo.png", "sub/b.png")
    (photo,) = opened.labels.faces_of("photo.png")
    assert (photo.photo, photo.landmarks, photo.state) == (True, None, FaceState.UNLABELLED)
    assert [f.photo for f in opened.labels] == [False, False, True, False]
    problems = told(opened)
    assert set(problems) == {
        *("photo.png", "gone.pts", "empty.jpg", "other.json", "phone.heic", "set.tps")
    }
    assert problems["photo.png"] == "no labels"
    assert "empty" in problems["empty.jpg"]
    assert "not a label file" in problems["other.json"]


def test_photos_alone_are_no_problem(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["a.png", "b.png"])
    opened = open_path(tmp_path)
    assert (opened.format, opened.problems) == ("none", ())
    assert [f.id for f in opened.labels] == ["a.png#0", "b.png#0"]
    assert opened.labels.scheme.count == 0


def test_points_outside_the_picture_are_listed(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["a.png", "b.png"])
    inside = [[-0.5, -0.5], [63.5, 47.5], [np.nan, np.nan]]
    outside = [[-0.6, 3], [3, 47.6], [3, 3]]
    faces = [face("a.png", inside), face("b.png", inside), face("b.png", outside, 1)]
    Csv().write(label_set(tmp_path, faces), faces, tmp_path)
    opened = open_path(tmp_path)
    assert told(opened) == {"b.png, face 1": "2 points are outside the picture (64 x 48 pixels)"}
    assert len(opened.labels) == 3


def test_a_face_with_a_point_beyond_any_crop_is_left_out(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["a.png", "b.png", "c.png"])
    faces = [
        face("a.png", [[3, 3], [1e8, 3]]),
        face("b.png", [[3, 3], [3, 4]]),
        face("b.png", [[3, 3], [3, -145]], 1),
        face("c.png", [[255, 3], [3, -143]]),
    ]
    Csv().write(label_set(tmp_path, faces), faces, tmp_path)
    opened = open_path(tmp_path)
    assert told(opened) == {
        "a.png": "1 point is far outside the picture (64 x 48 pixels); left out",
        "b.png, face 1": "1 point is far outside the picture (64 x 48 pixels); left out",
        "c.png": "2 points are outside the picture (64 x 48 pixels)",
    }
    labelled = [(f.id, f.labelled) for f in opened.labels]
    assert labelled == [("a.png#0", False), ("b.png#0", True), ("c.png#0", True)]


def test_a_broken_picture_takes_its_faces_out_and_is_listed(tmp_path: Path) -> None:
    write_pts(tmp_path, "a.png", "b.png")
    (tmp_path / "b.png").write_bytes(b"garbage")
    opened = open_path(tmp_path)
    assert opened.labels.pictures == ("a.png",)
    assert "1 labelled face left out" in told(opened)["b.png"]


def test_the_scheme_with_most_faces_counts(tmp_path: Path) -> None:
    write_pts(tmp_path, "a.png", "b.png")
    faces = [face("c.png", points(7))]
    Json().write(label_set(tmp_path, faces), faces, tmp_path)
    opened = open_path(tmp_path)
    assert opened.labels.scheme.count == 4
    problems = told(opened)
    assert problems["labels.json"] == (
        "1 face left out: its 7 points are not the 4 that most faces here have"
    )
    assert problems["c.png"] == "no labels"


def test_files_of_a_format_that_disagrees_are_named_one_by_one(tmp_path: Path) -> None:
    write_pts(tmp_path, "a.png", "b.png")
    faces = [face(f"c{k}.png", points(7)) for k in range(3)]
    Json().write(label_set(tmp_path, faces), faces, tmp_path)
    opened = open_path(tmp_path)
    assert opened.labels.scheme.count == 7
    message = "1 face left out: its 4 points are not the 7 that most faces here have"
    problems = told(opened)
    assert problems["a.pts"] == problems["b.pts"] == message


def test_faces_of_one_table_that_disagree_are_counted(tmp_path: Path) -> None:
    write_pts(tmp_path, "a.png", "b.png", "c.png")
    faces = [face(f"d{k}.png", points(7)) for k in range(2)]
    Json().write(label_set(tmp_path, faces), faces, tmp_path)
    assert told(open_path(tmp_path))["labels.json"].startswith("2 faces left out: their 7 points")


def test_a_label_file_opens_with_the_pictures_it_names(tmp_path: Path) -> None:
    faces = [face("in/a.png", points(3)), face("in/b.png", points(3, 1))]
    labels = label_set(tmp_path, faces)
    add_pictures(tmp_path, ["in/c.png"])
    for form in (Csv(), Dlib(), Json()):
        (path,) = form.write(labels, faces, tmp_path / "labels")
        opened = open_path(path)
        assert opened.format == form.name
        assert opened.problems == ()
        assert opened.labels.root == tmp_path / "labels"
        assert opened.labels.pictures == tuple(
            (tmp_path / name).as_posix() for name in ("in/a.png", "in/b.png")
        )
    (path, _) = Pts().write(labels, faces, tmp_path)
    assert open_path(path).labels.pictures == ("in/a.png".removeprefix("in/"),)


def test_a_file_that_names_pictures_without_their_folder_finds_them(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["images/a.png"])
    (tmp_path / "labels.csv").write_text("image,x0,y0\na.png,1,2\n")
    opened = open_path(tmp_path / "labels.csv")
    assert [f.picture for f in opened.labels] == ["images/a.png"]


def test_one_picture_opens_alone(tmp_path: Path) -> None:
    write_pts(tmp_path, "a.png", "b.png")
    opened = open_path(tmp_path / "a.png")
    assert opened.labels.pictures == ("a.png",)
    assert [f.photo for f in opened.labels] == [True]
    (tmp_path / "a.png").rename(tmp_path / "no suffix")
    assert open_path(tmp_path / "no suffix").labels.pictures == ("no suffix",)


def test_a_project_folder_stands_for_the_folder_around_it(tmp_path: Path) -> None:
    (tmp_path / ".kpstudio").mkdir()
    assert open_path(tmp_path / ".kpstudio").labels.root == tmp_path
    assert len(open_path(tmp_path).labels) == 0, "an empty project opens, too"


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("gone", None, "no such file or folder"),
        ("notes.txt", b"hello", "it is not a landmark file that kpstudio knows"),
        ("labels.xml", b"<dataset", "not valid XML"),
        ("labels.csv", b"a,b\n", "no columns"),
        ("labels.csv", b"image,x0,y0\ngone.png,1,2\n", "labels without a picture: gone.png"),
        ("labels.xml", b"", "it is empty"),
        ("a.png", b"", "the file is empty"),
        ("a.pts", b"\xff\xfe\x00", "neither a picture nor a label file"),
    ],
)
def test_what_cannot_be_opened_is_one_clear_error(
    tmp_path: Path, name: str, content: bytes | None, message: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(InputError, match=message) as caught:
        open_path(tmp_path / name)
    assert name in str(caught.value)


def test_an_empty_folder_is_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there are no pictures or label files"):
        open_path(tmp_path)


def test_progress_counts_pictures_and_can_cancel(tmp_path: Path) -> None:
    add_pictures(tmp_path, [f"{k}.png" for k in range(45)])
    seen: list[tuple[int, int]] = []

    def watch(done: int, total: int) -> bool:
        seen.append((done, total))
        return True

    open_path(tmp_path, watch)
    assert seen[-1] == (45, 45)
    assert all(done <= total for done, total in seen)
    for limit in (0, 20):
        with pytest.raises(Cancelled):
            open_path(tmp_path, lambda done, total, limit=limit: done < limit)


def test_a_table_beside_names_the_points(tmp_path: Path) -> None:
    faces = [face("a.png", points(3))]
    Csv().write(label_set(tmp_path, faces), faces, tmp_path)
    table = tmp_path / "points.csv"
    table.write_text("index,Name,mirror_index\n0,left,1\n1,right,0\n2,tip,2\n")
    for path in (tmp_path, tmp_path / "labels.csv"):
        opened = open_path(path)
        assert opened.problems == ()
        assert opened.labels.scheme.points == ("left", "right", "tip")
        assert opened.labels.scheme.mirror == (1, 0, 2)
    table.write_text("name,mirror\nleft,1\nright,2\ntip,0\n")
    assert "mirroring twice" in told(open_path(tmp_path))["points.csv"]
    table.write_text("name,mirror\nleft,0\n")
    assert open_path(tmp_path).labels.scheme == generic_scheme(3)


def test_a_folder_of_junk_opens_with_a_list_of_it(tmp_path: Path) -> None:
    write_pts(tmp_path, "good.png")
    junk = random.Random(0)
    for suffix in ("pts", "xml", "csv", "asf", "json", "jpg", "png", "tif", "webp", "gif", "ppm"):
        (tmp_path / f"garbage.{suffix}").write_bytes(junk.randbytes(20_000))
        (tmp_path / f"zero.{suffix}").write_bytes(b"")
        (tmp_path / f"dir.{suffix}").mkdir()
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "self.png").symlink_to(tmp_path / "self.png")
    (tmp_path / "dangling.png").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe.csv")
    not_utf8 = os.fsencode(tmp_path) + b"/\xff\xfe.png"
    with open(not_utf8, "wb") as file:  # noqa: PTH123 - a name of bytes
        file.write((tmp_path / "good.png").read_bytes())
    opened = open_path(tmp_path)
    assert [f.picture for f in opened.labels] == ["good.png"]
    problems = told(opened)
    expected = {f"{stem}.{s}" for stem in ("garbage", "zero") for s in ("pts", "xml", "csv", "asf")}
    assert expected <= set(problems)
    assert {"self.png", "dangling.png", "pipe.csv", "\\udcff\\udcfe.png"} <= set(problems)
    assert len(problems) == 22 + 4


def test_photos_come_from_files_and_folders_once_each(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["a.png", "sub/b.png"])
    (tmp_path / "bad.png").write_bytes(b"")
    (tmp_path / "none").mkdir()
    given = [tmp_path / name for name in ("a.png", "", "bad.png", "none", "gone.png")]
    faces, problems = as_photos(given, generic_scheme(3))
    names = [(tmp_path / name).as_posix() for name in ("a.png", "sub/b.png")]
    assert [(f.picture, f.id, f.photo) for f in faces] == [(n, f"{n}#0", True) for n in names]
    assert [Path(p.where).name for p in problems] == ["none", "bad.png", "gone.png"]


DLIB_FACES = "testing_with_face_landmarks.xml+training_with_face_landmarks.xml"


@pytest.mark.parametrize(
    ("name", "chosen", "pictures", "faces", "labelled", "boxes", "form", "scheme"),
    [
        ("imm", "", 240, 240, 240, 0, "asf", "imm58"),
        ("lfpw", "pts dlib", 805, 805, 805, 805, "pts", "ibug68"),
        ("lfpw", "dlib", 805, 805, 805, 805, "dlib", "ibug68"),
        ("frl", "csv dlib", 244, 244, 142, 142, "csv", "points86"),
        ("dlib-faces", DLIB_FACES, 12, 46, 43, 43, "dlib", "ibug68"),
        ("mouse", "", 93, 93, 90, 0, "deeplabcut", "points17"),
        ("wings", "tps", 58, 58, 58, 0, "tps", "points12"),
    ],
)
def test_the_real_sets_open(
    shared_data: Callable[[str], Path],
    name: str,
    chosen: str,
    pictures: int,
    faces: int,
    labelled: int,
    boxes: int,
    form: str,
    scheme: str,
) -> None:
    points, _, boxes_of = chosen.partition(" ")
    choice = LabelChoice(tuple(points.split("+")), tuple(boxes_of.split())) if chosen else None
    opened = open_path(shared_data(name), choice=choice)
    labels = opened.labels
    assert len(labels.pictures) == pictures
    assert len(labels) == faces
    assert sum(f.labelled for f in labels) == labelled
    assert sum(f.box is not None for f in labels) == boxes
    assert (opened.format, labels.scheme.name) == (form, scheme)
    unlabelled = sum(p.message == "no labels" for p in opened.problems)
    assert unlabelled == (sum(f.photo for f in labels) if form != "none" else 0)


def test_the_frl_points_have_names_and_mirror_pairs(shared_data: Callable[[str], Path]) -> None:
    root = shared_data("frl")
    csv = LabelChoice(("csv",))
    for path, choice in ((root, csv), (root / "labels.csv", None), (root / "labels.xml", None)):
        scheme = open_path(path, choice=choice).labels.scheme
        assert scheme.points[:2] == ("left pupil", "right pupil")
        assert scheme.mirror[:2] == (1, 0)


def test_headers_are_read_only_where_asked_for(tmp_path: Path, monkeypatch) -> None:
    write_pts(tmp_path, "a.png", "sub/b.png")
    add_pictures(tmp_path, ["photo.png"])
    (tmp_path / "sub" / "b.png").write_bytes(b"garbage")
    read: list[str] = []
    monkeypatch.setattr(pictures_module, "read_size", lambda path: read.append(path.name) or (9, 9))
    opened = open_path(tmp_path, inspect=False)
    assert read == []
    assert opened.labels.pictures == ("a.png", "photo.png", "sub/b.png")
    assert told(opened) == {"photo.png": "no labels"}
    assert opened.known is not None
    again = open_path(tmp_path, inspect=False, known=opened.known)
    assert (list(again.labels), again.problems) == (list(opened.labels), opened.problems)
    open_path(tmp_path)
    assert sorted(read) == ["a.png", "b.png", "photo.png"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_neither_folder_nor_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(InputError, match="neither a folder nor a file"):
        open_path(tmp_path / "pipe")


def test_photos_whose_names_are_no_unicode_are_left_out(tmp_path: Path) -> None:
    odd = os.fsdecode(os.fsencode(tmp_path) + b"/\xff.png")
    add_pictures(tmp_path, [Path(odd).name])
    faces, (problem,) = as_photos([Path(odd)], generic_scheme(3))
    assert faces == []
    assert problem.message == "its name is not valid Unicode: rename the file to use it"


def test_boxes_of_a_second_set_all_find_their_face(tmp_path: Path) -> None:
    xy = points(4)
    Csv().write(label_set(tmp_path, [face("a.png", xy)]), [face("a.png", xy)], tmp_path)
    around = Face("a.png#0", "a.png", None, Box(0, 0, 50, 50))
    Dlib().write(LabelSet(tmp_path, generic_scheme(0), [around]), [around], tmp_path)
    opened = open_path(tmp_path, choice=LabelChoice(("csv",), ("dlib",)))
    (one,) = opened.labels
    assert one.box is not None
    assert opened.problems == ()


def test_a_box_goes_to_the_face_without_points_that_it_covers(tmp_path: Path) -> None:
    """A face of boxes alone has its box to be told by; one without either is passed over."""
    own, bare = (
        Face("a.png#0", "a.png", None, Box(0, 0, 20, 20)),
        Face("b.png#0", "b.png", state=FaceState.REJECTED),
    )
    first = [own, bare, face("c.png", points(4))]
    Json().write(label_set(tmp_path, first), first, tmp_path)
    second = [
        Face("a.png#0", "a.png", None, Box(1, 1, 21, 21)),
        Face("b.png#0", "b.png", None, Box(1, 1, 21, 21)),
    ]
    Dlib().write(LabelSet(tmp_path, generic_scheme(0), second), second, tmp_path)
    opened = open_path(tmp_path, choice=LabelChoice(("json",), ("dlib",)))
    assert opened.labels["a.png#0"].box == Box(1.5, 1.5, 21.5, 21.5)
    assert opened.labels["b.png#0"].box is None
    assert told(opened) == {"labels.xml": "1 box matches no face and was not used"}
