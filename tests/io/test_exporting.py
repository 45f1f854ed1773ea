from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from kpstudio.core.errors import Cancelled, InputError
from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face, FaceState, LabelSet
from kpstudio.core.landmarks import Landmarks, Source
from kpstudio.core.schema import PointSchema, generic_scheme
from kpstudio.io import exporting
from kpstudio.io.choosing import LabelChoice
from kpstudio.io.exporting import export, planned_files
from kpstudio.io.formats.base import ReadResult
from kpstudio.io.formats.json import Json
from kpstudio.io.losses import fit
from kpstudio.io.opening import open_path
from kpstudio.io.registry import Format, formats
from tests.io.helpers import add_pictures, count_for, face, label_set, points


def test_an_existing_file_is_never_overwritten_unasked(tmp_path: Path) -> None:
    for form in formats():
        xy = points(count_for(form, 3))
        faces = [face("a.png", xy), face("b.png", xy)]
        labels = label_set(tmp_path / "in", faces)
        out = tmp_path / form.name
        planned = planned_files(labels, faces, form.name, out)
        out.mkdir()
        planned[-1].write_text("mine")
        with pytest.raises(InputError, match=f"{planned[-1].name} already exists"):
            export(labels, faces, form.name, out)
        assert [path.read_text() for path in out.iterdir()] == ["mine"]
        assert export(labels, faces, form.name, out, overwrite=True).faces == 2
        assert planned[-1].read_text() != "mine"


def test_sub_folders_are_kept_and_photos_from_elsewhere_go_by_name(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["photos/a.png"])
    photo = face((tmp_path / "photos" / "a.png").as_posix(), points(3))
    faces = [face("a.png", points(3, 1)), face("sub/a.png", points(3, 2)), photo]
    labels = label_set(tmp_path / "in", faces)
    out = tmp_path / "out"
    report = export(labels, faces, "pts", out)
    assert report.files == (out / "a.pts", out / "sub" / "a.pts", out / "a_png.pts")
    assert (report.faces, report.points, report.problems) == (3, 9, ())


def test_what_was_exported_opens_again(tmp_path: Path) -> None:
    for form in formats():
        count = count_for(form, 3)
        faces = [face("sub/a.png", points(count, 1)), face("b.png", points(count, 2))]
        labels = label_set(tmp_path / "in", faces)
        report = export(labels, faces, form.name, tmp_path / form.name)
        if form.name in ("pts", "ljson"):
            continue  # has no reference to its picture
        opened = open_path(tmp_path / form.name)
        assert opened.problems == ()
        assert len(opened.labels) == report.faces == 2
        assert sum(f.labelled for f in opened.labels) == 2


def test_losses_are_told_in_words(tmp_path: Path) -> None:
    xy = points(3)
    holed = xy.copy()
    holed[1] = np.nan
    person = Landmarks(xy, np.array([1, 2, 2]), source=Source.PERSON)
    faces = [
        Face("a.png#0", "a.png", person, Box(0, 0, 5.25, 5), FaceState.CORRECTED),
        replace(face("a.png", xy, 1), extras={"dlib": {"pose": "1"}}),
        face("b.png", holed),
        Face("c.png#0", "c.png", photo=True),
    ]
    mine = PointSchema("mine", ("nose", "left", "right"), (0, 2, 1), ((1, 2),))
    labels = label_set(tmp_path / "in", faces, mine)
    lost = {
        form.name: export(labels, faces, form.name, tmp_path / form.name).lost
        for form in formats()
        if not form.holds.points
    }
    assert lost["json"] == ()
    assert lost["csv"] == (
        "CSV table stores only faces with points: 1 face is left out (c.png)",
        "CSV table does not store boxes: that of 1 face is lost",
        "CSV table does not store visibility: 1 occluded point becomes visible",
        "CSV table does not keep the state of faces (1 corrected); kpstudio JSON does",
        "CSV table does not keep other details from the dlib XML labels (pose; 1 face); "
        "kpstudio JSON does",
        "CSV table does not keep the scheme's mirror pairs and edges; kpstudio JSON does",
    )
    told = " | ".join(lost["dlib"])
    assert "needs boxes: 2 faces without one" in told
    assert "coordinates are rounded (by up to 0." in told
    assert "boxes are rounded (by up to 0.50 px)" in told
    assert "does not keep the names of the points" in told
    assert "pose" not in told
    told = " | ".join(lost["pts"])
    assert "stores only one face per picture: 1 face is left out (a.png)" in told
    assert "cannot store missing points" in told
    assert "(b.png)" in told


def test_faces_left_out_are_named_but_not_all_of_them(tmp_path: Path) -> None:
    photos = [Face(f"{k}.png#0", f"{k}.png") for k in range(9)]
    labels = label_set(tmp_path, [face("a.png", points(3)), *photos])
    (sentence,) = export(labels, list(labels), "pts", tmp_path / "out").lost
    assert sentence.endswith("9 faces are left out (0.png, 1.png, 2.png and 6 more)")


def test_nothing_to_export_is_an_error_with_the_reason(tmp_path: Path) -> None:
    labels = label_set(tmp_path, [Face("a.png#0", "a.png")])
    with pytest.raises(InputError, match=r"nothing to export: .*only faces with points"):
        export(labels, list(labels), "csv", tmp_path)
    with pytest.raises(InputError, match="no faces are selected"):
        export(labels, [], "csv", tmp_path)


def test_a_picture_without_a_size_cannot_go_into_asf(tmp_path: Path) -> None:
    faces = [face("a.png", points(3)), face("b.png", points(3))]
    labels = label_set(tmp_path, faces)
    (tmp_path / "b.png").write_bytes(b"")
    report = export(labels, faces, "asf", tmp_path / "out")
    assert (report.faces, report.problems) == (1, ())
    assert (
        "needs the picture's size, which cannot be read: 1 face is left out (b.png)"
        in (report.lost[0])
    )


class Faulty(Json):
    """Writes what was not asked for."""

    def __init__(self, change: Callable[[Face], list[Face]]) -> None:
        self.change = change

    def write(self, labels: LabelSet, faces: Sequence[Face], folder: Path) -> list[Path]:
        changed = [*self.change(faces[0]), *[faces[k] for k in range(1, len(faces))]]
        return super().write(labels, changed, folder)


def _always(form: Format) -> Callable[[str], Format]:
    return lambda _: form


def moved(one: Face, xy: Sequence[float]) -> Face:
    assert one.landmarks is not None
    return replace(one, landmarks=one.landmarks.moved([0], [xy]))


def test_what_comes_back_otherwise_is_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    faces = [face("a.png", np.zeros((3, 2))), face("b.png", points(3))]
    labels = label_set(tmp_path, faces)
    lacking = Landmarks.of([[np.nan, np.nan], [0, 0], [0, 0]])
    away = "points were up to 56.569 px off when read back"
    faults: list[tuple[Callable[[Face], list[Face]], str]] = [
        (lambda one: [], "a.png: was written but could not be read back"),
        (lambda one: [moved(one, (40.0, 40.0))], f"{Json.title}: {away}"),
        (
            lambda one: [one, replace(one, id="a.png#1")],
            "a.png: was read back but had not been written",
        ),
        (
            lambda one: [replace(one, landmarks=None)],
            "a.png: its points were missing when read back",
        ),
        (
            lambda one: [replace(one, landmarks=lacking)],
            "a.png: different points were missing when read back",
        ),
    ]
    for number, (change, message) in enumerate(faults):
        monkeypatch.setattr(exporting, "format_named", _always(Faulty(change)))
        report = export(labels, faces, "json", tmp_path / f"{number}")
        assert [str(p) for p in report.problems] == [message]
        assert report.worst_px == pytest.approx(np.hypot(40, 40) if away in message else 0.0)
        assert message.partition(": ")[2] in report.sentence()


def test_another_number_of_points_is_told_and_missing_ones_compare(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Short(Json):
        def read(self, *given: object) -> ReadResult:
            result = super().read(*given)  # type: ignore[arg-type]
            faces = tuple(replace(f, landmarks=Landmarks.of(points(2))) for f in result.faces)
            return replace(result, faces=faces, scheme=generic_scheme(2))

    none = face("a.png", np.full((3, 2), np.nan))
    labels = label_set(tmp_path, [none])
    assert export(labels, [none], "json", tmp_path / "1").problems == ()
    monkeypatch.setattr(exporting, "format_named", lambda name: Short())
    report = export(labels, [none], "json", tmp_path / "2")
    assert [p.message for p in report.problems] == ["only 2 of 3 points were read back"]


def test_the_sentence_counts_and_tells_the_losses(tmp_path: Path) -> None:
    labels = label_set(tmp_path, [face("a.png", [[1.5, 2], [3, 4]])])
    text = export(labels, list(labels), "dlib", tmp_path / "out").sentence()
    first, *rest = text.split("\n")
    assert first == (
        "1 face, with 2 points in all, written to 1 file and read back "
        "(largest difference 0.500 px)."
    )
    assert len(rest) == 2
    assert all(line.endswith(".") for line in rest)


def test_a_relative_root_and_absolute_pictures_compare_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_pictures(tmp_path, ["a.png"])
    monkeypatch.chdir(tmp_path)
    for form in formats():
        faces = [face((tmp_path / "a.png").as_posix(), points(count_for(form, 3)))]
        labels = LabelSet(Path(), label_set(tmp_path, faces).scheme, faces)
        report = export(labels, faces, form.name, Path("out", form.name))
        assert (report.faces, report.problems) == (1, ())


DLIB_FACES = ("testing_with_face_landmarks.xml", "training_with_face_landmarks.xml")
REAL_SETS = [
    ("imm", None),
    ("dlib-faces", LabelChoice(DLIB_FACES)),
    ("frl", LabelChoice(("csv",), ("dlib",))),
    ("wings", LabelChoice(("tps",))),
    ("mouse", None),
]
PICTURES_INSIDE = 6


@pytest.mark.parametrize(("name", "choice"), REAL_SETS, ids=lambda value: value)
def test_the_real_sets_go_into_every_format(
    shared_data: Callable[[str], Path], name: str, choice: LabelChoice | None, tmp_path: Path
) -> None:
    labels = open_path(shared_data(name), choice=choice).labels
    for form in formats():
        # A picture in a table takes megabytes.
        faces = list(labels)[: PICTURES_INSIDE if form.holds.own_pictures else None]
        kept, _ = fit(labels, faces, form)
        if not kept:
            too_large = form.holds.own_pictures and name == "frl"
            assert too_large or form.holds.points not in (0, labels.scheme.count)
            continue
        report = export(labels, faces, form.name, tmp_path / form.name)
        assert report.problems == ()
        assert report.worst_px <= (0.71 if not form.holds.subpixel else 0.001)
        assert report.faces == len(kept)
        if form.holds.missing and form.holds.several_faces:
            assert len(kept) >= sum(face.labelled for face in faces)


def test_exporting_tells_how_far_it_is_and_can_be_cancelled(tmp_path: Path) -> None:
    names = [f"{number}.png" for number in range(120)]
    faces = [face(name, points(3, number)) for number, name in enumerate(names)]
    labels = label_set(tmp_path, faces)
    seen: list[tuple[int, int]] = []

    def watch(done: int, total: int) -> bool:
        seen.append((done, total))
        return True

    assert export(labels, faces, "pts", tmp_path / "all", progress=watch).faces == 120
    assert {done for done, _ in seen} == {0, 50, 100}
    with pytest.raises(Cancelled):
        export(labels, faces, "pts", tmp_path / "none", progress=lambda *_: False)
    assert not list(tmp_path.glob("none/*.pts"))
