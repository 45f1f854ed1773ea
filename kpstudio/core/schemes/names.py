"""What points and groups are called: the words that the shipped schemes make their names of.

A name is a part of the face and, behind it, places on it and a number: "left eye outer", "jaw 3".
Files, searches and the command line know it as it is; only what a window shows is translated.
"""

from __future__ import annotations

from functools import lru_cache

from kpstudio.core.texts import say, spelt

_PARTS = {
    str(part): part
    for part in (
        *(say("jaw"), say("chin"), say("mouth"), say("mouth centre")),
        *(say("eyes"), say("left eye"), say("right eye"), say("first eye"), say("second eye")),
        *(say("brows"), say("left brow"), say("right brow"), say("first brow")),
        *(say("second brow"), say("left pupil"), say("right pupil")),
        *(say("left eye pupil"), say("right eye pupil")),
        *(say("nose"), say("nose tip"), say("nose bridge"), say("under nose")),
        *(say("nostril"), say("left nostril"), say("right nostril")),
        *(say("outer lip"), say("inner lip"), say("upper lip"), say("lower lip")),
        *(say("outer upper lip"), say("outer lower lip")),
        *(say("inner upper lip"), say("inner lower lip")),
        *(say("left eye inner corner"), say("left eye outer corner")),
        *(say("right eye inner corner"), say("right eye outer corner")),
        *(say("left eyebrow inner end"), say("left eyebrow outer end")),
        *(say("right eyebrow inner end"), say("right eyebrow outer end")),
        *(say("mouth left corner"), say("mouth right corner")),
        *(say("mouth center top lip"), say("mouth center bottom lip")),
        *(say("other points"), say("point")),
    )
}
_PLACES = {
    str(place): place
    for place in (
        *(say("inner"), say("outer"), say("top"), say("bottom")),
        *(say("left"), say("right"), say("center")),
    )
}


@lru_cache(4096)
def in_words(name: str) -> str:
    """Return the name of a point, group or part as a text that can be said in another language.

    One that the shipped schemes do not make of their words, a person's own, is what it is.
    """
    words = name.replace("_", " ").split(" ")
    for count in range(len(words), 0, -1):
        part = _PARTS.get(" ".join(words[:count]))
        if part is not None:
            places = [word if word.isdecimal() else _PLACES.get(word) for word in words[count:]]
            known = [place for place in places if place is not None]
            return spelt(name, [part, *known]) if len(known) == len(places) else name
    return name
