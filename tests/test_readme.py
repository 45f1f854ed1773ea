"""What the README and the pages under docs point to is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)[^)]*\)|(?:src|href)=\"([^\"]+)\"")


def targets(page: Path) -> list[str]:
    """Return the links of a page that are neither to the web nor into the page itself."""
    text = re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.DOTALL)
    found = [one or other for one, other in LINK.findall(text)]
    return [link for link in found if not re.match(r"[a-z]+:|#", link)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_to_a_file(page: Path) -> None:
    missing = [
        link for link in targets(page) if not (page.parent / link.partition("#")[0]).exists()
    ]
    assert missing == []


def test_the_readme_shows_pictures() -> None:
    shown = [link for link in targets(ROOT / "README.md") if link.endswith(".png")]
    assert len(shown) >= 4
