"""XML from strangers: no entities, nothing from elsewhere, and neither too deep nor too much."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

from kpstudio.core.texts import say
from kpstudio.io.text import BrokenFileError

MAX_DEPTH = 64
"""Deeper nesting is no label file; what is kept of it could not be written again."""

MOST_ELEMENTS = 8_000_000
"""More would fill the memory: each takes some hundreds of bytes, and four in the file."""


def parse(source: bytes | str) -> Element:
    """Return the outermost element of a file's content.

    Raises:
        BrokenFileError: If it defines entities, which can blow up the memory or read other files,
            or is absurdly large or deep.
        ParseError: If it is no XML.
        ValueError: If its encoding is not what it says.
        LookupError: If that is unknown.
    """
    most = 2 * MOST_ELEMENTS
    if (source.count(b"<") if isinstance(source, bytes) else source.count("<")) > most:
        raise BrokenFileError(
            say(
                "has more than {most_elements:,} elements, too many to read",
                most_elements=MOST_ELEMENTS,
            )
        )
    try:
        tree = ElementTree.fromstring(source)
    except DefusedXmlException as error:
        raise BrokenFileError(
            say("defines XML entities, which are not allowed in label files")
        ) from error
    assert isinstance(tree, Element)
    if _is_deep(tree):
        raise BrokenFileError(
            say(
                "is nested more than {max_depth} levels deep, too deep for a label file",
                max_depth=MAX_DEPTH,
            )
        )
    return tree


def _is_deep(tree: Element) -> bool:
    level = [tree]
    for _ in range(MAX_DEPTH):
        level = [child for parent in level for child in parent]
        if not level:
            return False
    return True
