"""Looking over the machine: what works is said, what does not gets advice."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from kpstudio.cli import doctor_command
from kpstudio.cli.main import main
from kpstudio.tasks import checkup, system_libraries
from kpstudio.tasks.checkup import Check, Health, check_up
from kpstudio.tasks.system_libraries import PACKAGES, advice_for, lacking_of, missing_libraries

LDD = """
\tlinux-vdso.so.1 (0x00007ffd)
\tlibQt6Gui.so.6 => /x/libQt6Gui.so.6 (0x0)
\tlibEGL.so.1 => not found
\tlibxcb-cursor.so.0 => not found
\tlibodd.so.3 => not found
"""


def by_name(checks) -> dict[str, Check]:
    return {check.name: check for check in checks}


@pytest.fixture
def answers(monkeypatch) -> dict[str, tuple[dict | None, str]]:
    """What the processes that try things answer."""
    given = {
        checkup._TORCH: ({"gpus": [], "mps": False, "built_for": None, "threads": 4}, ""),
        checkup._TORCHVISION: ({}, ""),
        checkup._QT: ({}, ""),
    }
    monkeypatch.setattr(checkup, "_tried", lambda code: given[code])
    monkeypatch.setattr(checkup, "missing_libraries", list)
    monkeypatch.setattr(checkup.shutil, "which", lambda _: None)
    return given


def test_a_sound_machine(answers):
    checks = list(check_up(lambda: None))
    assert {check.health for check in checks} == {Health.GOOD}
    assert not any(check.advice for check in checks)
    found = by_name(checks)
    assert "pyqtgraph" in found["versions"].found
    assert found["device"].found.startswith("the processor")


def test_torch_and_torchvision_that_do_not_fit(answers):
    answers[checkup._TORCHVISION] = (None, "RuntimeError: operator torchvision::nms does not exist")
    found = by_name(check_up(lambda: None))["torchvision"]
    assert found.health is Health.ODD
    assert "torchvision::nms" in found.found
    assert "from different builds" in found.advice


def test_no_torch_at_all(answers):
    answers[checkup._TORCH] = (None, "ModuleNotFoundError: No module named 'torch'")
    found = by_name(check_up(lambda: None))
    assert found["torch"].health is Health.BAD
    assert "pip install" in found["torch"].advice


@pytest.mark.parametrize(
    ("torch", "words", "advice"),
    [
        ({"gpus": ["H200"]}, "CUDA: H200", ""),
        ({"gpus": [], "mps": True}, "Apple's GPU (MPS)", ""),
        ({"gpus": [], "built_for": "12.8"}, "torch sees no GPU", "knows CUDA 12.8"),
        ({"gpus": []}, "torch sees no GPU", "built for the processor alone"),
    ],
)
def test_the_gpu(torch, words, advice, monkeypatch):
    monkeypatch.setattr(checkup.shutil, "which", lambda _: "/usr/bin/nvidia-smi")
    found = checkup._device(torch)
    assert words in found.found
    assert advice in found.advice


def test_what_qt_lacks_is_named_with_its_packages(answers, monkeypatch):
    monkeypatch.setattr(checkup, "missing_libraries", lambda: ["libEGL.so.1", "libodd.so.3"])
    found = by_name(check_up(lambda: None))
    assert found["Qt"].health is Health.BAD
    assert found["Qt"].found == "lacks libEGL.so.1, libodd.so.3"
    assert found["Qt"].advice == (
        "apt install libegl1; or dnf install libglvnd-egl; or conda install -c conda-forge libegl; "
        "and install the packages of your system that bring libodd.so.3"
    )
    assert "screen" not in found


def test_a_screen_that_is_not_there_is_odd(answers):
    found = by_name(check_up(lambda: "there is no screen here"))["screen"]
    assert (found.health, found.found) == (Health.ODD, "there is no screen here")


def test_what_ldd_does_not_find():
    assert lacking_of(LDD) == {"libEGL.so.1", "libxcb-cursor.so.0", "libodd.so.3"}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="libraries are asked on Linux")
def test_qts_libraries_are_really_asked(monkeypatch, tmp_path):
    asked = []

    def run(command, **_):
        asked.append(Path(command[1]).name)
        return SimpleNamespace(stdout=LDD if "Xcb" in command[1] else "")

    if system_libraries.qt_libraries() is None:
        pytest.skip("this PySide6 did not bring its libraries along")
    monkeypatch.setattr(subprocess, "run", run)
    monkeypatch.setattr(system_libraries.shutil, "which", lambda _: "/usr/bin/ldd")
    assert missing_libraries() == ["libEGL.so.1", "libodd.so.3", "libxcb-cursor.so.0"]
    assert "libQt6Widgets.so.6" in asked


def test_every_library_has_three_packages_and_advice_is_each_once():
    assert all(len(packages) == 3 for packages in PACKAGES.values())
    advice = advice_for(["libxcb.so.1", "libxcb-shape.so.0"])
    assert advice.startswith("apt install libxcb-shape0 libxcb1; or dnf install libxcb; or ")
    assert advice_for(["libodd.so"]) == "install the packages of your system that bring libodd.so"


@pytest.mark.parametrize(
    ("code", "found", "told"),
    [
        ("print('{\"a\": 1}')", {"a": 1}, ""),
        ("import no_such_thing", None, "ModuleNotFoundError: No module named 'no_such_thing'"),
        ("import os; os.abort()", None, "it broke down (signal 6)"),
        ("import sys; sys.exit(4)", None, "exit code 4"),
    ],
)
def test_what_breaks_down_is_a_finding(code, found, told):
    assert checkup._tried(code) == (found, told)


def test_what_does_not_answer_is_a_finding(monkeypatch):
    monkeypatch.setattr(checkup, "PATIENCE_S", 0.2)
    assert checkup._tried("import time; time.sleep(60)") == (
        None,
        "it did not answer within 0 seconds",
    )


def test_folders_that_cannot_be_written_or_are_full(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    assert checkup._folder("data", tmp_path / "not" / "yet").health is Health.GOOD
    monkeypatch.setattr(checkup, "_LEAST_FREE_GB", 1e9)
    assert "make room" in checkup._folder("data", tmp_path).advice

    def refuse(**_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(checkup.tempfile, "TemporaryFile", refuse)
    found = checkup._folder("data", tmp_path)
    assert (found.health, "cannot be written: Permission denied" in found.found) == (
        Health.BAD,
        True,
    )
    assert checkup._folder("this folder", tmp_path).health is Health.ODD


@pytest.mark.parametrize("bad", [False, True])
def test_the_command(bad, monkeypatch, capsys):
    checks = [
        Check("torch", Health.GOOD, "works"),
        Check("Qt", Health.BAD if bad else Health.ODD, "lacks it", "install it"),
    ]
    monkeypatch.setattr(doctor_command, "check_up", lambda _: iter(checks))
    assert main(["doctor"]) == (3 if bad else 0)
    told = capsys.readouterr().out
    assert "  ok  torch: works\n" in told
    assert "      install it\n" in told
    assert main(["doctor", "--json"]) == (3 if bad else 0)
    found = json.loads(capsys.readouterr().out)
    assert found["works"] is not bad
    assert found["checks"][1]["advice"] == "install it"
