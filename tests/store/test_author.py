from __future__ import annotations

import getpass

import pytest

from kpstudio.store.author import system_author


def test_the_system_knows_who_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: "anna")
    assert system_author() == "anna"


@pytest.mark.parametrize("error", [KeyError, OSError, ImportError])
def test_a_user_without_a_name_is_nobody(
    monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    def nobody() -> str:
        raise error("no name")

    monkeypatch.setattr(getpass, "getuser", nobody)
    assert system_author() == ""
