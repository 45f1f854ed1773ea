"""What edits are called in the language of the window; a project has their names in English.

The name of an edit is stored with it, for whoever opens the project next. So it is found again
among the sentences that edits are named by, and these are translated.
"""

from __future__ import annotations

import re
from functools import cache

from kpstudio.app.language import tr, tr_count, translated
from kpstudio.core.schemes.names import in_words
from kpstudio.core.texts import say

_SENTENCES = (
    say("move {what}"),
    say("mark {count} faces as {state}"),
    say("mark as {state}"),
    say("mark {what} as {state}"),
    say("start from the prediction"),
    say("reject the prediction"),
    say("draw the box"),
    say("edit the scheme"),
    say("place the mean shape"),
    say("place the points"),
    say("place the points like the face before"),
    say("paste {what}"),
    say("mirror the face"),
    say("swap left and right"),
    say("add a face"),
    say("add a photo"),
    say("add {count} photos"),
    say("delete the face"),
    say("delete {count} faces"),
    say("approve the face"),
    say("approve {count} faces"),
    say("return the face"),
    say("return {count} faces"),
    say("go back to the file's labels"),
    say("go back to the file's labels of {count} faces"),
    say("go back to the copy of {time}"),
    say("import 1 face from {source}"),
    say("import {count} faces from {source}"),
    say("tag as {tags} and take off {others}"),
    say("tag as {tags}"),
    say("take off {tags}"),
    say("put the points in order"),
    say("count y downwards"),
    say("swap x and y"),
    say("count x from the left"),
    say("turn the points by half a turn"),
    say("make pixels of fractions"),
    say("make pixels of percent"),
    say("count from the picture's corner"),
    say("turn the points as EXIF turns the picture"),
    say("undo: {what}"),
)
_PARTS = (
    say("{count} points to the shape"),
    say("{count} points to equal distances"),
    say("{name} with its neighbours"),
    say("checked"),
    say("rejected"),
    say("visible"),
    say("occluded"),
    say("missing"),
)
"""What stands in the places of a sentence, where it is no name."""
_MANY = re.compile(r"(\d+) points?")


def edit_words(verb: str) -> str:
    """Return what an edit is called, such as "move nose tip"; unknown names stay as they are."""
    for sentence, pattern in _patterns(_SENTENCES):
        if found := pattern.fullmatch(verb):
            again = sentence.startswith("undo")
            values = {k: edit_words(v) if again else _part(v) for k, v in found.groupdict().items()}
            return tr(sentence, **values)
    return verb


def _part(text: str) -> str:
    if found := _MANY.fullmatch(text):
        return tr_count("1 point", "{count} points", int(found[1]))
    for part, pattern in _patterns(_PARTS):
        if found := pattern.fullmatch(text):
            return tr(part, **{k: in_words(v) for k, v in found.groupdict().items()})
    return translated(in_words(text))


@cache
def _patterns(sentences: tuple[str, ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return each sentence with an expression that finds what stands in its places."""
    return tuple((one, _pattern(one)) for one in sentences)


def _pattern(sentence: str) -> re.Pattern[str]:
    pattern = re.escape(sentence)
    pattern = re.sub(r"\\\{count\\\}", r"(?P<count>\\d+)", pattern)
    return re.compile(re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+?)", pattern), re.DOTALL)
