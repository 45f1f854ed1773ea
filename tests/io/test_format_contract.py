"""What every landmark format has to keep to, run over all that are registered."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kpstudio.core.errors import InputError
from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face, FaceState, LabelSet, face_id
from kpstudio.core.landmarks import Landmarks, Source, Visibility
from kpstudio.core.schema import generic_scheme
from kpstudio.io.exporting import export, labels_of, planned_files
from kpstudio.io.losses import fit, losses_before
from kpstudio.io.pictures import Pictures
from kpstudio.io.registry import Format, format_named, formats, sniff
from tests.io.helpers import (
    HEIGHT,
    WIDTH,
    add_pictures,
    count_for,
    face,
    label_set,
    points,
    scheme_of,
)

every_format = pytest.mark.parametrize("form", formats(), ids=lambda form: form.name)

# The most that writing and reading may cost a coordinate, in pixels, as each module documents it.
DECIMALS_PX = {
    **{"asf": 0.51e-8 * WIDTH, "pts": 0.51e-3, "dlib": 0.5, "csv": 0.51e-6, "json": 0.0},
    **{"kaggle": 0.51e-6, "wflw": 0.51e-6, "cvat": 0.51e-6, "tps": 0.51e-5},
}

WITHOUT_REFERENCE = {"pts", "ljson", "kaggle"}
"""Formats whose files name no picture: it has the same stem, or lies inside."""

HOSTILE_NAMES = [
    *("a.png", "a.jpg", "A.jpg", "sub/a.jpg", "sub dir/with space.jpg", "x.y.z.jpg"),
    *("it's.jpg", 'quo"te.jpg', "a&b<c>.jpg", "&amp;.jpg", "semi;com,ma.jpg", "tab\t.jpg"),
    *("#hash.jpg", " #lead.jpg", "ünï.jpg", "日本.png", "🙂.jpg", "\u2028.jpg", "\u00a0x.jpg"),
    *("new\nline.jpg", "re\rturn.jpg", "bell\x07.jpg", "back\\slash.jpg", "%20.jpg", "=1+1.jpg"),
    *("0.jpg", "}.jpg", "nan.jpg", "labels.jpg", "...jpg"),
]


def names_this_disk_takes() -> list[str]:
    taken = []
    with tempfile.TemporaryDirectory() as folder:
        for name in HOSTILE_NAMES:
            try:
                add_pictures(Path(folder), [name])
                taken.append(name)
            except OSError:
                continue
    return taken


NAMES = names_this_disk_takes()
coordinates = st.floats(-1e4, 1e4, allow_nan=False, width=64)


@st.composite
def landmarks(draw: st.DrawFn, count: int) -> Landmarks:
    xy = np.array(
        draw(st.lists(st.tuples(coordinates, coordinates), min_size=count, max_size=count))
    )
    usual = st.just(int(Visibility.VISIBLE))
    visibility = draw(
        st.lists(usual | st.integers(0, 2), min_size=count, max_size=count)
        if draw(st.booleans())
        else st.lists(usual, min_size=count, max_size=count)
    )
    score = draw(st.none() | st.lists(st.floats(0, 1), min_size=count, max_size=count))
    return Landmarks(
        xy,
        np.array(visibility, dtype=np.uint8),
        None if score is None else np.array(score),
        draw(st.sampled_from(Source)),
        draw(st.sampled_from(["", "0001-bignet"])),
    )


@st.composite
def boxes(draw: st.DrawFn) -> Box:
    left, top = draw(coordinates), draw(coordinates)
    width, height = draw(st.floats(1, 500)), draw(st.floats(1, 500))
    return Box(left, top, left + width, top + height)


@st.composite
def face_lists(draw: st.DrawFn, form: Format) -> list[Face]:
    count = count_for(form, draw(st.sampled_from([1, 2, 12, 58])))
    pictures = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=4, unique=True))
    made = []
    for picture in pictures:
        for number in range(draw(st.sampled_from([1, 1, 1, 2]))):
            marks = draw(landmarks(count)) if draw(st.integers(0, 4)) else None
            made.append(
                Face(
                    face_id(picture, number),
                    picture,
                    marks,
                    draw(st.none() | boxes()),
                    draw(st.sampled_from(FaceState)),
                    draw(st.booleans()),
                    draw(st.sampled_from([{}, {"dlib": {"occluded": "1", "label": "a<b"}}])),
                    draw(st.sampled_from([frozenset(), frozenset({"a<b", "köln 1"})])),
                )
            )
    return made


def count_of(faces: Sequence[Face]) -> int:
    return next((f.landmarks.count for f in faces if f.landmarks is not None), 58)


@every_format
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.data_too_large])
@given(data=st.data())
def test_what_a_format_holds_comes_back_and_the_rest_is_told(
    form: Format, data: st.DataObject
) -> None:
    faces = data.draw(face_lists(form))
    with tempfile.TemporaryDirectory() as folder:
        root, out = Path(folder) / "in", Path(folder) / "out"
        labels = label_set(root, faces, scheme_of(count_of(faces)))
        kept, left_out = fit(labels, faces, form)
        assert (len(kept) < len(faces)) == bool(left_out)
        if not kept:
            with pytest.raises(InputError, match="nothing to export"):
                export(labels, faces, form.name, out)
            assert not out.exists()
            return
        planned = planned_files(labels, faces, form.name, out)
        before = losses_before(labels, faces, form.name)
        assert not out.exists()
        report = export(labels, faces, form.name, out)
        assert report.problems == ()
        assert list(report.files) == planned
        written = [p for p in Path(folder).rglob("*") if p.is_file() and not p.is_relative_to(root)]
        assert sorted(written) == sorted(planned)
        assert report.faces == len(kept)
        assert left_out == list(report.lost[: len(left_out)])
        assert before == report.lost
        check_losses_are_told(form, kept, report.lost)
        pictures = Pictures(root, labels_of=labels_of(form, kept, planned))
        back = form.read(planned, root, pictures).faces
        check_faces(form, kept, back)


def check_losses_are_told(form: Format, kept: Sequence[Face], lost: Sequence[str]) -> None:
    told = " ".join(lost)
    marks = [f.landmarks for f in kept if f.landmarks is not None]
    occluded = any((m.visibility == Visibility.OCCLUDED).any() for m in marks)
    assert ("visibility" in told) == (occluded and not form.holds.visibility)
    boxed = any(f.box is not None for f in kept)
    assert ("does not store boxes" in told) == (boxed and not form.holds.boxes)
    unboxed = any(f.box is None for f in kept)
    assert ("needs boxes" in told) == (unboxed and form.holds.needs_box)
    assert ("does not store tags" in told) == (any(f.tags for f in kept) and not form.holds.states)
    fractions = any((m.xy_image[m.present] % 1 != 0).any() for m in marks)
    assert ("coordinates are rounded" in told) == (fractions and not form.holds.subpixel)


def check_faces(form: Format, meant: Sequence[Face], back: Sequence[Face]) -> None:
    by_picture = {
        picture: [f for f in back if f.picture == picture] for picture in {f.picture for f in meant}
    }
    for picture, found in by_picture.items():
        wanted = [f for f in meant if f.picture == picture]
        assert len(found) == len(wanted)
        for one, other in zip(wanted, found, strict=True):
            check_face(form, one, other)


def check_face(form: Format, meant: Face, back: Face) -> None:
    if form.holds.states:
        assert back == meant
        return
    if meant.landmarks is None or not meant.landmarks.present.any():
        assert back.landmarks is None
    else:
        assert back.landmarks is not None
        present = meant.landmarks.present
        assert np.array_equal(back.landmarks.present, present)
        apart = np.abs(back.landmarks.xy_image[present] - meant.landmarks.xy_image[present])
        # Coordinates reach 1e4, where a float64 itself is good to 2e-12.
        assert apart.max() <= DECIMALS_PX.get(form.name, 0.0) + 1e-11
    if form.holds.boxes and meant.box is not None:
        assert back.box is not None
        limit = 1e-6 if form.holds.subpixel else 0.5
        a, b = meant.box, back.box
        edges = (a.left - b.left, a.top - b.top, a.right - b.right, a.bottom - b.bottom)
        assert max(map(abs, edges)) <= limit
    if form.holds.visibility and back.landmarks is not None and meant.landmarks is not None:
        assert np.array_equal(back.landmarks.visibility, meant.landmarks.visibility)


def simple_faces(form: Format) -> list[Face]:
    count = count_for(form, 58)
    faces = [face("one.png", points(count)), face("two.png", points(count, 1))]
    if form.holds.several_faces:
        faces.append(face("two.png", points(count, 2), 1))
    if form.holds.missing:
        xy = points(58, 3)
        xy[7] = np.nan
        faces[0] = face("one.png", xy)
    return faces


@every_format
@pytest.mark.parametrize("line_end", [b"\n", b"\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "BOM"])
def test_files_are_sniffed_as_their_own_format_only(
    form: Format, line_end: bytes, mark: bytes, tmp_path: Path
) -> None:
    faces = simple_faces(form)
    labels = label_set(tmp_path, faces)
    files = form.write(labels, faces, tmp_path)
    plain = form.read(files, tmp_path)
    assert plain.problems == ()
    for path in files:
        path.write_bytes(mark + path.read_bytes().replace(b"\n", line_end))
        assert sniff(path) is form
        head = path.read_bytes()[:16_384]
        assert [f.name for f in formats() if f.sniff(path, head)] == [form.name]
    again = form.read(files, tmp_path)
    assert again.problems == ()
    assert again.scheme == plain.scheme == labels.scheme
    assert [replace(f, extras={}) for f in again.faces] == [
        replace(f, extras={}) for f in plain.faces
    ]


@every_format
def test_one_broken_file_never_stops_the_rest(form: Format, tmp_path: Path) -> None:
    faces = simple_faces(form)
    files = form.write(label_set(tmp_path, faces), faces, tmp_path)
    bad = [tmp_path / f"bad{k}{form.suffixes[0]}" for k in range(4)]
    bad[0].write_bytes(b"")
    bad[1].write_bytes(np.random.default_rng(0).bytes(3000))
    bad[2].write_bytes(files[0].read_bytes()[:40])
    bad[3].mkdir()
    result = form.read([bad[0], bad[1], *files, *bad[2:]], tmp_path)
    assert len(result.faces) == len(faces)
    assert {problem.where for problem in result.problems} == {path.name for path in bad}


@every_format
@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_no_file_content_whatever_crashes_sniffing_or_reading(
    form: Format, data: st.DataObject
) -> None:
    faces = simple_faces(form)[:1]
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        path = form.write(label_set(root, faces), faces, root)[0]
        content = bytearray(path.read_bytes())
        for _ in range(data.draw(st.integers(1, 4))):
            start = data.draw(st.integers(0, len(content)))
            end = start + data.draw(st.integers(0, 40))
            junk = st.binary(max_size=8) | st.sampled_from(
                [b"", b"\n", b"nan", b"1e999", b"-1", b"{", b"[", b"<box>", b'"', b"9" * 30]
            )
            content[start:end] = data.draw(junk)
        path.write_bytes(bytes(content))
        sniff(path)
        result = form.read([path], root)
        LabelSet(root, result.scheme, result.faces)
        expected = f"{path.name}/" if form.holds.own_pictures else "one.png"
        for found in result.faces:
            assert found.picture.startswith(expected)


@every_format
@pytest.mark.parametrize("name", NAMES)
def test_hostile_names_survive_or_are_told(form: Format, name: str, tmp_path: Path) -> None:
    root, out = tmp_path / "pictures", tmp_path / "elsewhere" / "out"
    faces = [face(name, points(count_for(form, 3)))]
    labels = label_set(root, faces)
    kept, lost = fit(labels, faces, form)
    if not kept:
        assert any(character in name for character in "\n\r\x07")
        assert "1 face is left out" in lost[0]
        return
    report = export(labels, faces, form.name, out)
    assert report.problems == ()
    assert report.faces == 1
    if form.name not in WITHOUT_REFERENCE:
        # Without being told: the reference must lead to the picture.
        (back,) = form.read(list(report.files), out).faces
        assert (out / back.picture).samefile(root / name)


NAMES_OF_POINTS = st.lists(
    st.sampled_from(
        ["nose", "left eye", "Ünï", "日本", "a<b>&c", 'quo"te', "it's", "1", "0", "x_y"]
    )
    | st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=6),
    min_size=2,
    max_size=5,
    unique=True,
)


@every_format
@settings(max_examples=25, deadline=None)
@given(names=NAMES_OF_POINTS, missing=st.integers(0, 4))
def test_names_of_points_come_back_or_their_loss_is_told(
    form: Format, names: list[str], missing: int
) -> None:
    """Also where a point is missing from every face."""
    xy = points(len(names))
    if form.holds.missing:
        xy[missing % len(names)] = np.nan
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        scheme = generic_scheme(len(names), tuple(names))
        faces = [face("a.png", xy)]
        labels = label_set(root, faces, scheme)
        if not fit(labels, faces, form)[0]:
            return
        before = losses_before(labels, faces, form.name)
        report = export(labels, faces, form.name, root / "out")
        assert report.problems == ()
        linked = labels_of(form, faces, list(report.files))
        back = form.read(list(report.files), root, Pictures(root, labels_of=linked))
        if back.scheme.points != scheme.points:
            assert any("names of the points" in sentence for sentence in report.lost)
        if form.name != "dlib":  # keeps names only if all points are placed
            assert before == report.lost


@every_format
@pytest.mark.parametrize("where", ["../up.png", "absolute"])
def test_nothing_is_written_outside_the_export_folder(
    form: Format, where: str, tmp_path: Path
) -> None:
    root, out = tmp_path / "a" / "root", tmp_path / "b" / "out"
    add_pictures(tmp_path / "a", ["up.png"])
    root.mkdir()
    picture = where if where != "absolute" else (tmp_path / "a" / "up.png").as_posix()
    count = count_for(form, 5)
    faces = [face(picture, points(count))]
    labels = LabelSet(root, scheme_of(count), faces)
    before = set((tmp_path / "a").rglob("*"))
    report = export(labels, faces, form.name, out)
    assert report.problems == ()
    assert report.faces == 1
    assert all(path.parent == out for path in report.files)
    assert set((tmp_path / "a").rglob("*")) == before


@every_format
def test_planned_files_differ_even_where_stems_meet(form: Format, tmp_path: Path) -> None:
    names = ["a.png", "a.jpg", "A.png", "sub/a.png", "/photos/a.png", "/other/a.png", "a_png.bmp"]
    faces = [face(name, points(4)) for name in names]
    planned = form.plan(faces, tmp_path)
    lower = [str(path).lower() for path in planned]
    assert len(set(lower)) == len(lower)
    assert len(planned) == (len(names) if form.per_picture else 1)
    assert all(tmp_path in path.parents for path in planned)


@every_format
def test_no_faces_make_no_file(form: Format, tmp_path: Path) -> None:
    assert form.plan([], tmp_path) == []
    assert form.write(LabelSet(tmp_path, generic_scheme(3)), [], tmp_path) == []


def test_formats_are_found_by_name_and_an_unknown_one_lists_them() -> None:
    assert [format_named(form.name) for form in formats()] == list(formats())
    assert format_named(".PTS").name == "pts"
    with pytest.raises(InputError, match="asf, pts, dlib, csv, json"):
        format_named("word")


def test_points_outside_the_picture_are_kept(tmp_path: Path) -> None:
    outside = np.array([[-5, HEIGHT + 9], [WIDTH + 3, 2]])
    for form in formats():
        xy = np.tile(outside, (count_for(form, 2) // 2, 1))
        faces = [face("a.png", xy)]
        files = form.write(label_set(tmp_path, faces), faces, tmp_path)
        (back,) = form.read(files, tmp_path).faces
        assert back.landmarks is not None
        assert np.allclose(back.landmarks.xy_image, xy)
