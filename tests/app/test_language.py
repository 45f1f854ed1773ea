"""Texts in the language of the window: English as it stands, or as a catalogue says it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from kpstudio.app import language
from kpstudio.app.edit_words import edit_words
from kpstudio.app.language import in_digits, numeral, speak, spoken, tr, tr_count, translated
from kpstudio.core.errors import InputError, Problem
from kpstudio.core.texts import joined, say


def test_english_is_what_is_written():
    assert tr("Undo") == "Undo"
    assert tr("{name} · locked", name="jaw {3}") == "jaw {3} · locked"
    assert tr("") == ""
    assert tr_count("1 face", "{count} faces", 1) == "1 face"
    assert tr_count("1 face", "{count} faces", 0) == "0 faces"
    assert tr_count("1 face", "{count} faces", 12345) == "12,345 faces"


def test_german_is_what_the_catalogue_says(german):
    assert tr("Undo") == "Rückgängig"
    assert tr("{name} · locked", name="jaw 3") == "jaw 3 · gesperrt"
    assert tr("") == ""
    assert tr_count("1 face", "{count} faces", 1) == "1 Gesicht"
    assert tr_count("1 face", "{count} faces", 2) == "2 Gesichter"
    assert tr_count("1 face", "{count} faces", 12345) == "12.345 Gesichter"
    assert tr("what nobody ever says") == "what nobody ever says"


def test_what_was_said_below_the_window_is_translated_whole(german):
    origin = say("{count} labelled faces of this folder", count=12)
    said = say("The shape model comes from {origin}.", origin=origin)
    assert said == "The shape model comes from 12 labelled faces of this folder."
    assert tr(said) == "Das Formmodell stammt von 12 annotierten Gesichtern dieses Ordners."


def test_numbers_are_written_as_the_language_does(german, qapp):
    assert in_digits(1234.5, ",.2f") == "1.234,50"
    assert numeral("1e-3") == "1e-3"
    assert tr("{name} · {offset:.1f} px off", name="1.5", offset=2.25) == "1.5 · 2,2 px daneben"
    assert tr_count("1 face", "{count:,} faces", 12345) == "12.345 Gesichter"
    assert tr("{option}: {error}", option=0.25, error=say("{count} added", count=3)) == (
        "0,25: 3 hinzugefügt"
    )
    speak(qapp, "en")
    assert in_digits(1234.5, ",.2f") == "1,234.50"


def test_what_an_error_or_a_problem_says_is_translated(german):
    why = say("{count} added", count=3)
    assert translated(InputError(why)) == "3 hinzugefügt"
    assert translated(InputError(str(InputError(why)))) == "3 hinzugefügt"
    assert translated(Problem("a.pts", why)) == "a.pts: 3 hinzugefügt"
    assert tr("{name} cannot be used: {error}", name="a", error=InputError(why)) == (
        "a lässt sich nicht verwenden: 3 hinzugefügt"
    )
    assert translated(joined([why, "faces"], ", ")) == "3 hinzugefügt, faces"
    assert (translated("faces"), translated(ValueError("no"))) == ("faces", "no")


def test_qts_own_words_are_german_too(german):
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"


def test_a_language_takes_the_place_of_the_one_before(qapp):
    speak(qapp, "de")
    speak(qapp, "de")
    assert len(qapp.findChildren(QTranslator)) == 2
    speak(qapp, "en")
    assert tr("Undo") == "Undo"
    assert qapp.findChildren(QTranslator) == []


@pytest.mark.parametrize(
    ("system", "comes_to"),
    [
        (["de-AT", "de", "en"], "de"),
        (["fr-FR", "fr", "de-DE"], "de"),
        (["en-GB", "de"], "en"),
        (["fr"], "en"),
        ([], "en"),
    ],
)
def test_the_systems_languages_are_asked_in_their_order(monkeypatch, system, comes_to):
    monkeypatch.setattr(language, "system_languages", lambda: system)
    assert spoken("system") == comes_to
    assert (spoken("de"), spoken("en")) == ("de", "en")


@pytest.mark.parametrize(
    ("verb", "german_words"),
    [
        ("move nose tip", "Nasenspitze verschieben"),
        ("move 12 points", "12 Punkte verschieben"),
        ("move nose tip with its neighbours", "Nasenspitze mit Nachbarn verschieben"),
        ("move 1 points to the shape", "1 Punkte an die Form verschieben"),
        ("mark as checked", "als geprüft markieren"),
        ("mark 3 faces as rejected", "3 Gesichter als verworfen markieren"),
        ("mark left eye as occluded", "linkes Auge als verdeckt markieren"),
        ("tag as a, b and take off c", "Tags a, b vergeben und c wegnehmen"),
        ("undo: swap x and y", "zurücknehmen: x und y tauschen"),
        ("go back to the copy of 12:30", "zur Kopie vom 12:30 zurückkehren"),
        ("something of a later version", "something of a later version"),
    ],
)
def test_the_name_of_a_stored_edit_is_said_in_german(german, verb, german_words):
    assert edit_words(verb) == german_words


@pytest.mark.parametrize(
    "verb", ["move nose tip", "mark 3 faces as rejected", "tag as a and take off c", "add a face"]
)
def test_in_english_an_edit_is_called_as_it_is_stored(verb):
    assert edit_words(verb) == verb
