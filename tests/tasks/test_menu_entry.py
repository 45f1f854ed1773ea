"""kpstudio in the desktop's menu: written, valid, taken out again."""

from __future__ import annotations

import configparser
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from defusedxml import ElementTree

from kpstudio import __version__, resources
from kpstudio.cli.main import main
from kpstudio.core.errors import InputError
from kpstudio.store.migrations import APPLICATION_ID
from kpstudio.tasks import menu_entry
from kpstudio.tasks.menu_entry import add_to_menu, remove_from_menu

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="menus are of Linux")


def entry(path: Path) -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None, delimiters="=")
    parser.optionxform = str  # keys are told apart by case
    parser.read(path, encoding="utf-8")
    return parser["Desktop Entry"]


def require_valid(file: Path) -> None:
    """Ask the desktop's own program, where it is installed."""
    program = shutil.which("desktop-file-validate")
    if program is not None:
        done = subprocess.run([program, str(file)], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


@linux
def test_the_entry_starts_this_very_program(tmp_path):
    written = add_to_menu(tmp_path)
    assert {path.suffix for path in written} == {".desktop", ".xml", ".svg"}
    command = shlex.split(entry(tmp_path / "applications" / "kpstudio.desktop")["Exec"])
    assert command[-1] == "%f"
    assert Path(command[0]).exists()
    done = subprocess.run(
        [*command[:-1], "--version"], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == f"kpstudio {__version__}"

    assert set(remove_from_menu(tmp_path)) == set(written)
    assert not [path for path in written if path.exists()]
    assert remove_from_menu(tmp_path) == []


@linux
def test_an_odd_path_is_written_as_the_desktop_reads_it(tmp_path, monkeypatch):
    python = tmp_path / 'my 100% "env"' / "python"
    monkeypatch.setattr(menu_entry.sys, "executable", str(python))
    add_to_menu(tmp_path)
    file = tmp_path / "applications" / "kpstudio.desktop"
    written = entry(file)["Exec"].replace(2 * "\\", "\\").replace("%%", "%")
    assert shlex.split(written)[0] == str(python), "within double quotes a shell reads the same"
    require_valid(file)


@linux
def test_the_desktops_own_program_finds_the_entry_valid(tmp_path):
    if shutil.which("desktop-file-validate") is None:
        pytest.skip("desktop-file-validate is not installed")
    add_to_menu(tmp_path)
    require_valid(tmp_path / "applications" / "kpstudio.desktop")


def test_appstream_warns_of_the_plain_id_alone():
    """As docs/INSTALL.md says."""
    tool = shutil.which("appstreamcli")
    if tool is None:
        pytest.skip("appstreamcli is not installed")
    file = resources.path("desktop/kpstudio.metainfo.xml")
    asked = [tool, "validate", "--no-net", "--no-color", str(file)]
    done = subprocess.run(asked, capture_output=True, text=True, check=False)
    told = re.findall(r"^([EW]): \S+ (\S+)", done.stdout + done.stderr, re.MULTILINE)
    assert told == [("W", "cid-desktopapp-is-not-rdns")], done.stdout + done.stderr


def test_what_the_files_say_is_true():
    mime = ElementTree.fromstring(resources.read_text("desktop/kpstudio-mime.xml"))
    space = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}
    kind = mime.find("m:mime-type", space)
    assert kind.find("m:glob", space).get("pattern") == "project.sqlite"
    assert int(kind.find("m:magic/m:match", space).get("value"), 16) == APPLICATION_ID
    told = ElementTree.fromstring(resources.read_text("desktop/kpstudio.metainfo.xml"))
    assert told.find("releases/release").get("version") == __version__
    assert told.find("project_license").text == "BSD-3-Clause"
    assert told.find("provides/mediatype").text == kind.get("type")


def test_elsewhere_it_says_what_to_do(monkeypatch):
    monkeypatch.setattr(menu_entry.sys, "platform", "win32")
    with pytest.raises(InputError, match="make a shortcut to kpstudio-window"):
        add_to_menu()


@linux
def test_the_command(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert main(["menu-entry"]) == 0
    assert f"wrote {tmp_path}/applications/kpstudio.desktop" in capsys.readouterr().out
    assert main(["menu-entry", "--remove"]) == 0
    assert main(["menu-entry", "--remove"]) == 0
    assert "nothing of kpstudio was in the menu" in capsys.readouterr().out


def test_no_home_but_that_of_the_person(monkeypatch):
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    assert menu_entry.data_home() == Path.home() / ".local" / "share"
