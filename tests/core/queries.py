"""What hypothesis draws searches from."""

from __future__ import annotations

from hypothesis import strategies as st

from kpstudio.core.query import All, Either, Figure, Is, Name, NameKind, Not, Query, Saved
from kpstudio.core.query_words import FIGURES, KINDS, SIGNED

texts = st.text(st.sampled_from('aB07 -_.@/|()"\\:=<>äß你ort'), min_size=1, max_size=8)
some = texts.filter(str.strip)
patterns = st.text(st.sampled_from('ab*?= ="\\'), min_size=1, max_size=6).filter(str.strip)
"""Of tags and persons, whose letters may stand for others."""
figures = st.builds(
    lambda key, sign, bound, sided: Figure(
        key, sign, bound, key in SIGNED and (sided or str(bound).startswith("-"))
    ),
    st.sampled_from([*FIGURES]),
    st.sampled_from(["<", "<=", "=", ">=", ">"]),
    st.floats(allow_nan=False, allow_infinity=False) | st.integers(-30, 30).map(float),
    st.booleans(),
)
words = st.one_of(
    texts.map(Name),
    st.builds("{}*{}".format, texts, texts).map(lambda text: Name(text, NameKind.GLOB)),
    st.sampled_from([r"^0[1-4]-", r"a\/b", r"(a|b) \)$", "a"]).map(
        lambda pattern: Name(pattern, NameKind.REGEX)
    ),
    st.sampled_from([(k, v) for k, word in KINDS.items() for v in word.values]).map(
        lambda pair: Is(*pair)
    ),
    st.builds(Is, st.sampled_from(["tag", "person"]), some | patterns, st.booleans()),
    figures,
    some.map(Saved),
)


def _joined(inner: st.SearchStrategy[Query]) -> st.SearchStrategy[Query]:
    return st.one_of(
        inner.map(Not),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: All(_flat(parts, All))),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: Either(_flat(parts, Either))),
    )


def _flat(parts: list[Query], kind: type[All] | type[Either]) -> tuple[Query, ...]:
    return tuple(p for part in parts for p in (part.parts if isinstance(part, kind) else [part]))


queries: st.SearchStrategy[Query] = st.just(All()) | st.recursive(words, _joined, max_leaves=8)
"""Any search as the parser makes them: joined parts are never of their own kind."""
