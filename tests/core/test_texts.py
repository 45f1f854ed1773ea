"""Texts that can be said in another language later."""

from kpstudio.core.texts import say


def test_a_text_without_places_stays_as_it_is():
    said = say("100 % of {faces}")
    assert said == "100 % of {faces}"
    assert (said.sentence, said.values) == ("100 % of {faces}", {})


def test_a_text_knows_the_sentence_and_the_values_it_was_made_of():
    said = say("{count:,} faces of {name}", count=1200, name="IMM")
    assert said == "1,200 faces of IMM"
    assert said.sentence == "{count:,} faces of {name}"
    assert said.values == {"count": 1200, "name": "IMM"}
