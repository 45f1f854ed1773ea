"""Parsing dlib's XML, with names that somebody forgot to escape."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, ParseError

from kpstudio.core.texts import say
from kpstudio.io.formats import safe_xml
from kpstudio.io.text import BrokenFileError, decode

_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_FILE = re.compile(r"(<image\s+file=)(['\"])([^\n]*?)\2(?=\s*/?>|\s+\w+\s*=\s*['\"])")
_BARE_AMPERSAND = re.compile(r"&(?!(?:[A-Za-z]\w*|#\d+|#x[0-9A-Fa-f]+);)")
_TEXT = re.compile(r"(<(name|comment|label)>)([^\n]*?)(</\2>)")


def parse_xml(data: bytes) -> tuple[Element, bool]:
    """Parse a dlib label file.

    Returns:
        The root element, and whether names had to be escaped first, which dlib does not do.

    Raises:
        BrokenFileError: If it is no XML, or unsafe to read.
    """
    try:
        return _checked(safe_xml.parse(data)), False
    except (ParseError, ValueError, LookupError) as error:
        first = error
    try:
        return _checked(safe_xml.parse(_escaped(decode(data)))), True
    except (ParseError, ValueError, LookupError):
        raise BrokenFileError(say("is not valid XML: {first}", first=first)) from first


def _checked(tree: Element) -> Element:
    if tree.tag != "dataset":
        raise BrokenFileError(say("is XML of {tag!r}, not a dlib dataset", tag=tree.tag))
    return tree


def _escaped(text: str) -> str:
    """Escape what file names, comments and labels hold raw."""

    def name(match: re.Match[str]) -> str:
        value = _BARE_AMPERSAND.sub("&amp;", match[3])
        value = value.replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
        return f'{match[1]}"{value}"'

    def content(match: re.Match[str]) -> str:
        value = _BARE_AMPERSAND.sub("&amp;", match[3]).replace("<", "&lt;").replace(">", "&gt;")
        return f"{match[1]}{value}{match[4]}"

    # The text is decoded already, so its declaration's encoding must not be applied again.
    return _TEXT.sub(content, _FILE.sub(name, _DECLARATION.sub("", text, count=1)))
