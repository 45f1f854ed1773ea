from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpstudio.core.errors import InputError
from kpstudio.core.query import All, Either, Figure, Is, Name, NameKind, Not, Query, Saved
from kpstudio.core.query_parser import parse_query
from kpstudio.core.texts import Said

A, B, C = Name("a"), Name("b"), Name("c")


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("", All()),
        ("  \t\n", All()),
        ("a", A),
        ("a b", All((A, B))),
        ("a and b", All((A, B))),
        ("a | b", Either((A, B))),
        ("a|b OR c", Either((A, B, C))),
        ("a b | c", Either((All((A, B)), C))),
        ("a (b | c)", All((A, Either((B, C))))),
        ("(a) (b c)", All((A, B, C))),
        ("-a", Not(A)),
        ("not a b", All((Not(A), B))),
        ("-(a b)", Not(All((A, B)))),
        ("--a", Not(Not(A))),
        ("-not a", Not(Not(A))),
        ("a-b", Name("a-b")),
        ('"-a"', Name("-a")),
        ('"or"', Name("or")),
        ('"a b"', Name("a b")),
        (r'"a \"b\" \\"', Name('a "b" \\')),
        ('"02-*"', Name("02-*", NameKind.GLOB)),
        ("02-?m", Name("02-?m", NameKind.GLOB)),
        ("name:02-*", Name("02-*", NameKind.GLOB)),
        ('name:"a b"', Name("a b")),
        ("/^0[1-4]-/", Name("^0[1-4]-", NameKind.REGEX)),
        (r"/a b\/c/ a", All((Name(r"a b\/c", NameKind.REGEX), A))),
        ("(/(a|b)/)", Name("(a|b)", NameKind.REGEX)),
        ("train/0", Name("train/0")),
        ("[1]", Name("[1]")),
        ("12:30", Name("12:30")),
        ("a=b", Name("a=b")),
        ("error>8", Figure("error", ">", 8.0)),
        ("NME<=.5", Figure("error", "<=", 0.5)),
        ("px=1e-1", Figure("px", "=", 0.1)),
        ("error>-3", Figure("error", ">", -3.0)),
        ("yaw>20", Figure("yaw", ">", 20.0)),
        ("yaw>+20", Figure("yaw", ">", 20.0, sided=True)),
        ("yaw<-20", Figure("yaw", "<", -20.0, sided=True)),
        ("state:checked", Is("state", "checked")),
        ("State:Unchecked", Is("state", "unchecked")),
        ("split:none", Is("split", "none")),
        ("has:correction", Is("has", "correction")),
        ("tag:Brille", Is("tag", "Brille")),
        ('tag:"looks away"', Is("tag", "looks away")),
        ("person:07", Is("person", "07")),
        ("tag:a*", Is("tag", "a*")),
        ("tag:=a*", Is("tag", "a*", exact=True)),
        ('Tag:="a b?"', Is("tag", "a b?", exact=True)),
        ('tag:"=a"', Is("tag", "=a")),
        ("person:==", Is("person", "=", exact=True)),
        ("person:=none", Is("person", "none", exact=True)),
        ("@hard", Saved("hard")),
        ('@"too hard" a', All((Saved("too hard"), A))),
    ],
)
def test_a_search_is_read(text: str, query: Query) -> None:
    assert parse_query(text) == query


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("state:chekced", "no state 'chekced': use unlabelled, .*; did you mean checked\\?"),
        ("a state: b", "no state '': use unlabelled"),
        ("split:test", "no split 'test': use train, val, none"),
        ("has:glasses", "no has 'glasses': use points, box"),
        ("tga:x", "no search word 'tga': use state:, .* or quotes for a name; did you mean tag\\?"),
        ("foo:bar", "no search word 'foo': use state:, .* or quotes for a name$"),
        ('foo:"bar"', "no search word 'foo'"),
        ("error:8", "error is a number: write error>8"),
        ("eror>8", "no figure 'eror': use error, px, .*; did you mean error\\?"),
        ("tag>8", "'tag>8' does not compare a number: write tag:8"),
        ("state=checked", "write state:checked"),
        ("error>", "'error>' needs a number: write error>8"),
        ("error>>3", "needs a number"),
        ("yaw=nan", "needs a number"),
        ("error>1e999", "needs a number"),
        ("error > 8", "'>' stands alone: write error>8, without spaces"),
        ("tag:", "'tag:' is incomplete: write one after it, or tag:none"),
        ('tag:" "', "'tag:' is incomplete"),
        ("tag:=", "'tag:=' is incomplete: write one after it"),
        ('person:=""', "'person:=' is incomplete"),
        ("name:", "'name:' is incomplete"),
        ("@", "'@' is incomplete"),
        ('@""', "is incomplete"),
        ('a ""', "are empty"),
        ('a "b', "the quote at character 3 is not closed"),
        ("(a", r"the bracket \( at character 1 is not closed"),
        ("a (b | c", r"the bracket \( at character 3 is not closed"),
        ("a)", r"the bracket \) at character 2 closes nothing"),
        ("()", r"a word is missing beside \( at character 2"),
        ("| a", r"a word is missing beside \| at character 1"),
        ("a |", r"a word is missing beside \| at character 4"),
        ("a -", "a word is missing beside - at character 4"),
        ("not", "a word is missing beside not at character 4"),
        ("a OR", "a word is missing beside OR at character 5"),
        ("and a", "a word is missing beside and at character 1"),
        ("a and", "a word is missing beside and at character 6"),
        ("/a", "/a has no / at its end"),
        ("/home/me", "has no / at its end"),
        ("/(/", r"the pattern /\(/ is not valid: "),
        ("(" * 1000 + "a" + ")" * 1000, "more than 50 brackets"),
        ("-" * 1000 + "a", "more than 50 brackets and negations"),
    ],
)
def test_what_is_wrong_is_named_with_what_may_stand_there(text: str, why: str) -> None:
    with pytest.raises(InputError, match=why):
        parse_query(text)


@pytest.mark.parametrize(
    ("text", "place"),
    [("tag:", "why"), ("name:", "why"), ("@", "why"), ("eror>8", "known"), ("tga:x", "kinds")],
)
def test_all_of_a_refusal_can_be_said_in_another_language(text: str, place: str) -> None:
    with pytest.raises(InputError) as refusal:
        parse_query(text)
    told = refusal.value.args[0]
    assert isinstance(told, Said)
    assert isinstance(told.values[place], Said)


@given(st.text(st.sampled_from('ab0 -@/|()"\\:=<>*?errorstateyawtag+.'), max_size=20))
def test_any_text_is_read_or_refused_and_what_is_read_is_written_back(text: str) -> None:
    try:
        query = parse_query(text)
    except InputError:
        return
    assert parse_query(str(query)) == query


def test_many_groups_beside_each_other_are_not_deep() -> None:
    assert parse_query(" ".join(["(a | b)"] * 60)) == All((Either((A, B)),) * 60)
