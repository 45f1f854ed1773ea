"""CVAT's files for images, with skeletons and with plain points."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest

from kpstudio.core.errors import InputError
from kpstudio.core.geometry import Box
from kpstudio.core.landmarks import Visibility
from kpstudio.core.schema import generic_scheme
from kpstudio.io.opening import open_path
from kpstudio.io.registry import format_named, sniff
from tests.io.formats.rewriting import read_text, rewritten, xy
from tests.io.helpers import add_pictures, face, label_set, points

FORM = format_named("cvat")
META = """<meta><task><id>7</id><name>faces &amp; more</name><labels>
<label><name>face</name><color>#33ddff</color><type>skeleton</type><svg>&lt;line/&gt;</svg></label>
<label><name>nose</name><type>points</type><parent>face</parent></label>
<label><name>left eye</name><type>points</type><parent>face</parent></label>
<label><name>chin</name><type>points</type><parent>face</parent></label>
</labels></task><dumped>2024-01-01</dumped></meta>"""
SKELETON = """<skeleton label="face" source="manual" z_order="0">
<points label="left eye" source="manual" outside="0" occluded="1" points="5.50,6.25"></points>
<points label="nose" source="manual" outside="0" occluded="0" points="7.00,8.10"></points>
<points label="chin" outside="1" occluded="0" points="9.00,9.00"></points>
<attribute name="mood">glad</attribute>
</skeleton>"""


def record(inside: str, meta: str = META) -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<annotations>\n<version>1.1</version>\n'
        f'{meta}\n<image id="3" name="a.png" subset="Train" width="64" height="48">{inside}'
        "</image>\n</annotations>\n"
    )


def plain(text: str) -> list[str]:
    """Return all elements of a file, in an order of their own."""
    tree = ElementTree.fromstring(text)
    return sorted(f"{e.tag} {sorted(e.items())} {(e.text or '').strip()}" for e in tree.iter())


def test_skeletons_count_from_the_corner_and_keep_what_is_hidden(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["a.png"])
    result = read_text(FORM, tmp_path, "a.xml", record(SKELETON))
    assert result.problems == ()
    assert result.scheme.points == ("nose", "left eye", "chin")
    assert xy(result)[:2] == [[6.5, 7.6], [5.0, 5.75]]
    marks = result.faces[0].landmarks
    assert marks is not None
    order = [Visibility.VISIBLE, Visibility.OCCLUDED, Visibility.MISSING]
    assert marks.visibility.tolist() == order


def test_a_file_read_and_written_again_is_the_same(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["a.png"])
    box = (
        '<box label="face" source="auto" occluded="0" xtl="1.10" ytl="2.00" xbr="60.25" '
        'ybr="40.00" z_order="0"><attribute name="age">7</attribute></box>'
    )
    other = '<polygon label="scar" points="1.00,2.00;3.00,4.00;5.00,6.00"/><tag label="good"/>'
    text = record(box + SKELETON + other)
    written = rewritten(FORM, tmp_path, "labels.xml", text)
    assert plain(written.replace("0.00,0.00", "9.00,9.00")) == plain(text)


def test_plain_points_in_groups(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["a.png"])
    inside = """<points label="eye" occluded="0" points="5.5,6.5" group_id="1"/>
<points label="nose" occluded="1" points="7.5,8.5" group_id="1"/>
<points label="nose" occluded="0" points="17.5,18.5" group_id="2"/>
<box label="face" occluded="0" xtl="0" ytl="0" xbr="64" ybr="48" group_id="2"/>"""
    result = read_text(FORM, tmp_path, "a.xml", record(inside, meta=""))
    assert result.problems == ()
    assert result.scheme.points == ("eye", "nose")
    assert xy(result) == [[5.0, 6.0], [7.0, 8.0]]
    assert [face.box for face in result.faces] == [None, Box.whole(64, 48)]


def test_many_points_of_one_shape_are_numbered(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["a.png"])
    shape = '<points label="face" occluded="0" points="1.5,2.5;3.5,4.5;5.5,6.5"/>'
    result = read_text(FORM, tmp_path, "a.xml", record(shape + shape, meta=""))
    assert len(result.faces) == 2
    assert xy(result, 1) == [[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]
    assert result.scheme.points == ("point 0", "point 1", "point 2")


def test_videos_and_nonsense_are_told(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["a.png"])
    video = tmp_path / "v.xml"
    video.write_text('<annotations><track id="0" label="face"/></annotations>')
    (problem,) = FORM.read([video], tmp_path).problems
    assert "of a video" in problem.message
    assert sniff(video) is FORM
    with pytest.raises(InputError, match="of a video: export the task as CVAT for images"):
        open_path(video)
    bomb = tmp_path / "b.xml"
    bomb.write_text('<!DOCTYPE a [<!ENTITY x "y">]><annotations>&x;</annotations>')
    (problem,) = FORM.read([bomb], tmp_path).problems
    assert "entities" in problem.message
    odd = '<points label="x" points="1,nan"/><box xtl="1"/>' + SKELETON.replace("7.00,8.10", "no")
    result = read_text(FORM, tmp_path, "a.xml", record(odd))
    assert len(result.faces) == 1
    assert len(result.problems) == 3


def test_shapes_of_fewer_points_than_most_are_left_out_and_told(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["a.png"])
    whole = '<points label="face" points="1.5,2.5;3.5,4.5;5.5,6.5"/>'
    short = '<points label="face" points="1.5,2.5;3.5,4.5"/>'
    result = read_text(FORM, tmp_path, "a.xml", record(short + whole + whole, meta=""))
    assert len(result.faces) == 2
    assert result.scheme.count == 3
    (problem,) = result.problems
    assert str(problem) == "a.xml, a.png: wrong number of points: 2 where most have 3; left out"


def test_single_points_of_any_number_make_a_face(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["a.png"])
    text = "".join(f'<points label="{n}" points="{k}.5,2.5"/>' for k, n in enumerate("abb"))
    result = read_text(FORM, tmp_path, "a.xml", record(text, meta=""))
    assert result.problems == ()
    assert result.scheme.points == ("a", "b", "b 2")


def test_pictures_that_are_not_there_and_other_documents_are_told(tmp_path: Path) -> None:
    other = tmp_path / "o.xml"
    other.write_text("<annotation/>")
    (problem,) = FORM.read([other], tmp_path).problems
    assert problem.message.endswith("its outermost element is not <annotations>")
    result = read_text(FORM, tmp_path, "a.xml", record(SKELETON))
    assert [p.message for p in result.problems] == ["labels without a picture: a.png is missing"]
    add_pictures(tmp_path, ["a.png"])
    empty = read_text(FORM, tmp_path, "a.xml", record(""))
    assert (empty.faces, empty.pictures, empty.problems) == ((), ("a.png",), ())


def test_names_that_xml_cannot_hold_are_noted_as_numbers(tmp_path: Path) -> None:
    scheme = replace(generic_scheme(2), points=("bell \x07", "tip"))
    labels = label_set(tmp_path, [face("a.png", points(2))], scheme)
    (path,) = FORM.write(labels, list(labels), tmp_path)
    result = FORM.read([path], tmp_path)
    assert result.scheme.points == ("0", "1")
    np.testing.assert_allclose(xy(result), points(2), atol=1e-6)


def test_names_that_labels_do_not_tell_are_noted(tmp_path: Path) -> None:
    scheme = replace(generic_scheme(2), points=("mark 2", "mark"))
    labels = label_set(tmp_path, [face("a.png", points(2))], scheme)
    called = {"called": {"mark 2": "mark", "mark": "mark"}}
    one = replace(next(iter(labels)), extras={"cvat": called})
    (path,) = FORM.write(labels, [one], tmp_path)
    result = FORM.read([path], tmp_path)
    assert result.scheme.points == scheme.points
    np.testing.assert_allclose(xy(result), points(2), atol=1e-6)


@pytest.mark.parametrize("kept", ["<meta>", 5, ""])
def test_what_is_no_meta_is_written_anew(tmp_path: Path, kept: object) -> None:
    labels = label_set(tmp_path, [face("a.png", points(2))])
    one = replace(next(iter(labels)), extras={"cvat": {"meta": kept}})
    (path,) = FORM.write(labels, [one], tmp_path)
    assert FORM.read([path], tmp_path).scheme.points == labels.scheme.points


def test_a_meta_of_other_points_is_kept_and_these_are_noted(tmp_path: Path) -> None:
    scheme = replace(generic_scheme(3), points=("brow", "lid", "lash"))
    one = replace(face("a.png", [[1, 2], [np.nan] * 2, [5, 6]]), extras={"cvat": {"meta": META}})
    labels = label_set(tmp_path, [one], scheme)
    (path,) = FORM.write(labels, [one], tmp_path)
    assert "faces &amp; more" in path.read_text()
    assert FORM.read([path], tmp_path).scheme.points == scheme.points


def test_broken_xml_is_told_and_a_box_may_be_all(tmp_path: Path) -> None:
    (tmp_path / "b.xml").write_text("<annotations><image></annotations>")
    (problem,) = FORM.read([tmp_path / "b.xml"], tmp_path).problems
    assert problem.message.startswith("is not valid XML: ")
    box = replace(face("a.png", points(2)), landmarks=None, box=Box(1, 2, 30, 40))
    labels = label_set(tmp_path, [box, face("a.png", points(2), 1)])
    (path,) = FORM.write(labels, list(labels), tmp_path)
    back = FORM.read([path], tmp_path).faces
    assert [one.landmarks is None for one in back] == [True, False]
