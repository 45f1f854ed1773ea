from __future__ import annotations

import accuracy
import pytest
from accuracy import Method
from trials import Outcome

from kpstudio.core.errors import InputError
from kpstudio.core.labelset import LabelSet
from kpstudio.core.schema import scheme_named
from tests.benchmarks.faces import labels_of, off_by

IMM = ["33-1m.jpg", "33-3m.jpg", "34-1f.jpg"]
ALL = (0, 1, 2, 3)


def method(name: str, labels: LabelSet, *shares: tuple[float, ...]) -> Method:
    """Return a method whose predictions are off by ``shares``, a tuple of all faces each seed."""
    outcomes = {
        seed: Outcome(
            10.0 + seed, 2.0, 1.0,
            {i: off_by(share) for i, share in zip(labels.ids, faces, strict=True)},
            {i: off_by(1.1 * share) for i, share in zip(labels.ids, faces, strict=True)},
        )
        for seed, faces in enumerate(shares)
    }  # fmt: skip
    return Method(name, ALL, outcomes)


def test_views_are_means_over_faces_and_seeds() -> None:
    labels = labels_of(IMM)
    rows = accuracy.view_rows(
        [method("best", labels, (0.02, 0.06, 0.04), (0.04, 0.08, 0.06))], labels, labels.ids
    )
    assert rows == [
        "| NME mean % | frontal | turned right | all |\n|---|---|---|---|",
        "| best | 4.00 | 7.00 | 5.00 |",
    ]


def test_other_pictures_have_no_views() -> None:
    labels = labels_of([*IMM, "image_0001.jpg"])
    assert accuracy.view_rows([method("best", labels, (0.1,) * 4)], labels, labels.ids) == []


def test_the_comparison_with_dlib_tells_the_direction() -> None:
    labels = labels_of(IMM)
    methods = [
        method("dlib", labels, (0.05,) * 3),
        method("best", labels, (0.03,) * 3, (0.05,) * 3),
        method("fast", labels, (0.06,) * 3),
    ]
    methods.append(Method("smallnet", (2,), methods[0].outcomes))
    assert accuracy.against(methods, labels, labels.ids) == [
        "best: 4.00 % NME, 20.0 % below dlib's 5.00 %.",
        "fast: 6.00 % NME, 20.0 % above dlib's 5.00 %.",
    ]
    assert accuracy.against(methods[1:], labels, labels.ids) == []


def test_no_box_is_held_against_the_box() -> None:
    labels = labels_of(IMM)
    rows = accuracy.no_box_rows(method("best", labels, (0.1,) * 3, (0.05,) * 3), labels, labels.ids)
    assert rows == [
        "| best | 0 | 11.00 | 11.00 | 100.0 | 0.000 | 1.100 |",
        "| best | 1 | 5.50 | 5.50 | 0.0 | 0.450 | 1.100 |",
        "| **best** | mean of 2 | 8.25 | 8.25 | 50.0 | 0.225 | 1.100 |",
    ]


def test_dlib_has_no_row_without_a_box() -> None:
    labels = labels_of(IMM)
    alone = Outcome(1.0, 1.0, None, {i: off_by(0.1) for i in labels.ids})
    assert accuracy.no_box_rows(Method("dlib", ALL, {0: alone}), labels, labels.ids) == []


def test_the_mean_row_has_the_spread_over_seeds(capsys: pytest.CaptureFixture[str]) -> None:
    labels = labels_of(IMM)
    accuracy.show_mean(method("best", labels, (0.03,) * 3, (0.05,) * 3), labels, labels.ids)
    assert capsys.readouterr().out == (
        "| **best** | mean of 2 | **4.00** ± 1.41 | 4.00 | 0.0 | 0.600 | 10.5 | 2.0 | 1.0 |  |\n"
    )
    accuracy.show_mean(method("best", labels, (0.03,) * 3), labels, labels.ids)
    assert capsys.readouterr().out == ""


def test_tables_measure_a_single_point_for_all() -> None:
    labels = labels_of(IMM)
    nose = Method("smallnet", (2,), method("", labels, (0.2,) * 3).outcomes)
    text = accuracy.tables([method("best", labels, (0.1,) * 3), nose], labels, labels.ids)
    _, after = text.split("Of these points only: ")
    assert after.splitlines()[0] == labels.scheme.points[2]
    assert "| best | 10.00 | 10.00 | 10.00 |" in after
    assert "| smallnet (1 point) | 20.00 | 20.00 | 20.00 |" in after


def test_settings_are_those_of_the_presets_with_changes() -> None:
    scheme = scheme_named("imm58")
    arguments = ["faces", "--presets", "bignet", "--set", "epochs=2", "--no-dlib"]
    found = accuracy.settings(accuracy.parser().parse_args(arguments), scheme)
    assert {name: config.epochs for name, config in found.items()} == {"bignet": 2}
    more = accuracy.parser().parse_args([*arguments, "--seed-presets"])
    assert list(accuracy.settings(more, scheme)) == ["smallnet", "bignet", "resnet18"]


def test_wrong_settings_are_told_before_the_first_training() -> None:
    given = accuracy.parser().parse_args(["faces", "--no-dlib", "--set", "epochs=0"])
    with pytest.raises(InputError, match="0 epochs"):
        accuracy.settings(given, scheme_named("imm58"))


def test_a_missing_dlib_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(accuracy, "find_spec", lambda name: None)
    given = accuracy.parser().parse_args(["faces", "--presets"])
    with pytest.raises(InputError, match="--group bench"):
        accuracy.settings(given, scheme_named("imm58"))
