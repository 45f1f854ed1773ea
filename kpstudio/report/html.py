"""The pieces of a page: headings, tables, figures, pictures, and the page around them."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Sequence
from html import escape

_LONG = 16
"""Rows above which a table may go on over the page; the others are kept whole."""
STYLE = """
:root { --text: #1d2430; --quiet: #667080; --line: #d6dbe2; --accent: #1f6feb; --bad: #c62839;
  --good: #12703a; --validation: #d9730d; --other: #8d97a6; --mean: #8250df; }
* { box-sizing: border-box; }
body { font: 15px/1.5 system-ui, "Segoe UI", "Noto Sans", sans-serif; color: var(--text);
  max-width: 860px; margin: 32px auto; padding: 0 20px; background: #fff; }
h1 { font-size: 26px; line-height: 1.25; margin: 0 0 4px; }
h2 { font-size: 19px; margin: 36px 0 8px; padding-top: 12px; border-top: 1px solid var(--line); }
h3 { font-size: 15px; margin: 20px 0 4px; }
p, ul { margin: 8px 0; } ul { padding-left: 20px; }
.quiet, figcaption, caption { color: var(--quiet); font-size: 13px; }
table { border-collapse: collapse; margin: 12px 0; font-size: 14px; min-width: 50%; }
caption { text-align: left; padding-bottom: 4px; }
th, td { padding: 4px 10px; border-bottom: 1px solid var(--line); text-align: right;
  font-variant-numeric: tabular-nums; white-space: nowrap; }
th { font-weight: 600; } th:first-child, td:first-child { text-align: left; padding-left: 0;
  white-space: normal; }
table.slices { width: 100%; table-layout: fixed; } .slices th:first-child { width: 36%; }
table.pairs { min-width: 0; } .pairs th, .pairs td { text-align: left; white-space: normal; }
.pairs td:first-child { padding-right: 24px; }
.bad { color: var(--bad); } .good { color: var(--good); }
figure { margin: 12px 0; } svg { width: 100%; height: auto; display: block; }
svg text { font: 11px system-ui, "Noto Sans", sans-serif; fill: var(--quiet); }
svg .grid { stroke: var(--line); stroke-width: 1; }
svg polyline, svg path { fill: none; stroke-width: 1.5; }
svg .training { stroke: var(--accent); } svg .validation { stroke: var(--validation); }
svg .other { stroke: var(--other); stroke-dasharray: 7 3; }
svg .mean { stroke: var(--mean); stroke-dasharray: 6 4; }
svg .limit { stroke: var(--bad); stroke-dasharray: 4 4; } svg text.limit { fill: var(--bad); }
svg text.mean { fill: var(--mean); } svg text.limit, svg text.mean { stroke: none; }
svg .dot { stroke: none; fill-opacity: .65; } svg .dot.training { fill: var(--accent); }
svg .dot.validation { fill: none; stroke: var(--validation); stroke-width: 1.6; }
svg .dot.bad { fill: var(--bad); }
svg .edge { stroke: var(--line); } svg .reach { fill: var(--accent); fill-opacity: .15;
  stroke: none; } svg .bias { stroke: var(--bad); stroke-width: 2; }
svg .scatter { stroke: var(--text); stroke-width: 1; }
figure.face svg { max-width: 440px; margin: 0 auto; }
.entry { white-space: nowrap; } .key { display: inline-block; width: 18px; margin: 0 6px 3px 14px;
  border-top: 2.5px solid; } .key.accent { border-color: var(--accent); }
.key.validation { border-color: var(--validation); }
.key.other { border-top-style: dashed; border-color: var(--other); }
.key.mean { border-top-style: dashed; border-color: var(--mean); }
.faces { display: grid; grid-template-columns: repeat(auto-fill, minmax(150px, 1fr)); gap: 12px; }
.faces figure { margin: 0; break-inside: avoid; } .faces img { width: 100%; border-radius: 6px; }
.faces figcaption { display: flex; justify-content: space-between; gap: 8px; }
.faces figcaption span:first-child { overflow: hidden; text-overflow: ellipsis; }
pre { background: #f1f3f6; border-radius: 6px; padding: 10px 12px; white-space: pre-wrap;
  overflow-wrap: anywhere; font-size: 13px; }
@media print { body { margin: 0; padding: 0; max-width: none; font-size: 10.5pt; }
  @page { size: A4; margin: 16mm; } h1, h2, h3, h2 + p, caption { break-after: avoid; }
  table, figure, pre, li, tr, .faces { break-inside: avoid; } table.long { break-inside: auto; }
  thead { display: table-header-group; } p, li { orphans: 3; widows: 3; }
  table { font-size: 9.5pt; } th, td { padding: 2.5pt 8px; } h2 { margin-top: 22pt; }
  figure svg { max-height: 82mm; } figure.face svg { max-width: 100mm; max-height: 88mm; }
  .faces { grid-template-columns: repeat(4, 1fr); gap: 8px; }
  svg, img, .key, pre { -webkit-print-color-adjust: exact; print-color-adjust: exact; } }
"""


def text(words: str) -> str:
    """Return words as they stand in a page."""
    return escape(words)


def paragraph(words: str, kind: str = "") -> str:
    """Return a paragraph of plain words; ``kind`` is the class that styles it."""
    return f'<p class="{kind}">{escape(words)}</p>' if kind else f"<p>{escape(words)}</p>"


def bullets(items: Iterable[str]) -> str:
    """Return a list of plain sentences; "" where there is none."""
    inside = "".join(f"<li>{escape(item)}</li>" for item in items)
    return f"<ul>{inside}</ul>" if inside else ""


def section(title: str, *parts: str) -> str:
    """Return a section under a heading; "" where it would be empty."""
    inside = "\n".join(part for part in parts if part)
    return f"<section><h2>{escape(title)}</h2>\n{inside}\n</section>" if inside else ""


def table(
    head: Sequence[str], rows: Iterable[Sequence[str]], caption: str = "", kind: str = ""
) -> str:
    """Return a table of plain words; "" without a row.

    Args:
        head: The titles of the columns; all but the first are figures.
        rows: As many cells each.
        caption: Above it.
        kind: "pairs" where the second column has words, "slices" where the columns are to stand
            below those of other tables; "" for others.
    """
    lines = ["".join(f"<td>{escape(cell)}</td>" for cell in row) for row in rows]
    if not lines:
        return ""
    titles = "".join(f"<th>{escape(cell)}</th>" for cell in head)
    told = f"<caption>{escape(caption)}</caption>" if caption else ""
    body = "".join(f"<tr>{line}</tr>" for line in lines)
    styles = [kind, "long" if len(lines) > _LONG else ""]
    named = f' class="{" ".join(filter(None, styles))}"' if any(styles) else ""
    return f"<table{named}>{told}<thead><tr>{titles}</tr></thead><tbody>{body}</tbody></table>"


def figure(drawing: str, caption: str, keys: Sequence[tuple[str, str]] = (), kind: str = "") -> str:
    """Return a plot with its caption.

    Args:
        drawing: An SVG element.
        caption: Plain words.
        keys: Name and colour, as the style calls it, of each line.
        kind: "face" for a drawing that is narrower than the page; "" for others.
    """
    shown = "".join(
        f'<span class="entry"><span class="key {colour}"></span>{escape(name)}</span>'
        for name, colour in keys
    )
    named = f' class="{kind}"' if kind else ""
    return f"<figure{named}>{drawing}<figcaption>{escape(caption)}{shown}</figcaption></figure>"


def faces(tiles: Iterable[tuple[bytes, str, str]]) -> str:
    """Return a grid of pictures: the JPEG, its name and its figure."""
    inside = "".join(
        f'<figure><img alt="{escape(name)}, {escape(told)}" '
        f'src="data:image/jpeg;base64,{b64encode(jpeg).decode()}">'
        f"<figcaption><span>{escape(name)}</span><span>{escape(told)}</span></figcaption></figure>"
        for jpeg, name, told in tiles
    )
    return f'<div class="faces">{inside}</div>' if inside else ""


def page(title: str, body: Iterable[str]) -> str:
    """Return the whole page; it needs nothing beside itself."""
    inside = "\n".join(part for part in body if part)
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{STYLE}</style>\n</head>\n"
        f"<body>\n{inside}\n</body>\n</html>\n"
    )
