"""The log file: what is in it, how large it gets, and that it gets out of the way."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QtMsgType, qInstallMessageHandler

from kpstudio.app import log_file


def test_what_is_logged_is_in_the_file(tmp_path: Path) -> None:
    with log_file.kept(tmp_path):
        logging.getLogger("kpstudio.somewhere").info("a sentence with ü")
        logging.getLogger("elsewhere").info("none of ours")
    text = (tmp_path / log_file.NAME).read_text(encoding="utf-8")
    assert "INFO kpstudio.somewhere: a sentence with ü" in text
    assert "none of ours" not in text
    assert "kpstudio starts: python" in text
    logging.getLogger("kpstudio.somewhere").info("too late")
    assert "too late" not in (tmp_path / log_file.NAME).read_text(encoding="utf-8")


def test_what_qt_says_is_in_the_file_and_is_heard_by_others(tmp_path: Path) -> None:
    heard: list[str] = []
    before = qInstallMessageHandler(lambda _kind, _context, text: heard.append(text))
    try:
        with log_file.kept(tmp_path):
            take = qInstallMessageHandler(None)
            qInstallMessageHandler(take)
            take(QtMsgType.QtWarningMsg, None, "a widget is cross")
    finally:
        qInstallMessageHandler(before)
    assert heard == ["a widget is cross"]
    assert "Qt (QtWarningMsg): a widget is cross" in (tmp_path / log_file.NAME).read_text()


def test_it_stays_small(tmp_path: Path) -> None:
    with log_file.kept(tmp_path):
        log = logging.getLogger("kpstudio.chatter")
        for _ in range(60):
            log.info("x" * 100_000)
    files = sorted(path.name for path in tmp_path.iterdir())
    assert files == [log_file.NAME, *(f"{log_file.NAME}.{n}" for n in (1, 2, 3))]
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) < 4_500_000


def test_where_it_cannot_be_written_the_program_goes_on(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with log_file.kept(tmp_path / "file"):
        logging.getLogger("kpstudio.somewhere").info("unheard")
    assert "versions" not in log_file.details("what went wrong", tmp_path / "file")


def test_details_are_message_versions_and_the_end_of_the_log(tmp_path: Path) -> None:
    with log_file.kept(tmp_path):
        for number in range(100):
            logging.getLogger("kpstudio.steps").info("step %d", number)
    told = log_file.details("it broke", tmp_path)
    assert told.startswith("it broke\n")
    assert "\npython " in told
    assert "step 99" in told
    assert "step 20\n" not in told
