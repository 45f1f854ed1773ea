"""What is refused below the window is told in it in German, its numbers too."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import platformdirs
import pytest
from PIL import Image

from kpstudio.app.language import tr, translated
from kpstudio.core import extensions
from kpstudio.core.analysis import measure
from kpstudio.core.errors import InputError
from kpstudio.core.extensions import Kind
from kpstudio.core.labelset import Face
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.schema import generic_scheme
from kpstudio.core.splits import Split
from kpstudio.core.texts import say
from kpstudio.engine.augmentation import Augmentation
from kpstudio.engine.decode import decode
from kpstudio.engine.failures import diverged
from kpstudio.engine.folders import make_folder, saving
from kpstudio.engine.presets import preset
from kpstudio.engine.state import load_state
from kpstudio.io.images import read_rgb, read_size
from kpstudio.io.opening import open_path
from kpstudio.io.registry import format_named, sniff
from kpstudio.io.text import reason
from kpstudio.public.catalogue import read_catalogue
from kpstudio.sample import write_sample
from kpstudio.store import codec
from kpstudio.store.project import Project
from kpstudio.store.runs import RunFolder
from kpstudio.tasks.grid import varied

SCHEME = generic_scheme(3)
CONFIG = replace(preset("bignet", SCHEME), points=(0, 1))


@pytest.fixture
def at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to try things in; the person's own data folder is kept out of it."""
    monkeypatch.setattr(platformdirs, "user_data_dir", lambda *_, **__: str(tmp_path / "data"))
    path = tmp_path / "hier"
    path.mkdir()
    return path


def file(at: Path, text: str = "") -> Path:
    path = at / "datei"
    path.write_text(text, encoding="utf-8")
    return path


def run(at: Path) -> RunFolder:
    return RunFolder.create(at / "lauf", {}, SCHEME, Split(("a",), (), "list"), {})


def damaged(at: Path, name: str) -> RunFolder:
    made = run(at)
    (made.path / name).write_text("[]")
    return RunFolder(made.path)


def ended(at: Path, state: str, hopeless: bool = False, epochs: int = 0) -> RunFolder:
    made = run(at)
    for epoch in range(epochs):
        made.append_event({"event": "epoch", "epoch": epoch + 1})
    made.set_state(state, hopeless=hopeless)
    return made


def without_room(at: Path) -> None:
    with saving(at):
        raise InputError("voll")


def of_two_sizes() -> None:
    points = Landmarks(np.ones((2, 2)), np.full(2, 2, np.uint8))
    face = Face("a.jpg#0", "a.jpg", replace(points))
    measure([face], {face.id: points}, SCHEME)


def twice(at: Path) -> None:
    with Project.open(at):
        Project.open(at)


def only_to_look_at(at: Path) -> None:
    with Project.open(at):
        peeked = Project.peek(at)
        assert peeked is not None
        with peeked:
            peeked.set_setting("a", 1)


def with_folder_as_lock(at: Path) -> None:
    (at / ".kpstudio" / "lock").mkdir(parents=True)
    Project.open(at)


def into_a_full_folder(at: Path) -> None:
    RunFolder.create(file(at).parent, {}, SCHEME, Split((), (), ""), {})


def alone(refuse: Callable[..., object], *values: object) -> Callable[[Path], object]:
    """Return what is refused wherever it is tried."""
    return lambda _: refuse(*values)


def resuming(state: str, **how: Any) -> Callable[[Path], object]:
    return lambda at: ended(at, state, **how).require_resumable()


REFUSED: dict[str, Callable[[Path], object]] = {
    "{at} ist kein Lauf: nennen Sie einen Ordner, den ein Training geschrieben hat": RunFolder.open,
    "{at} ist nicht leer: nennen Sie einen neuen Ordner für den Lauf": into_a_full_folder,
    "{at}/datei/lauf kann keinen Lauf aufnehmen: ": lambda at: run(file(at)),
    "{at}/lauf/config.json ist beschädigt: keine Einstellungen darin": (
        lambda at: damaged(at, "config.json").config
    ),
    "{at}/lauf/versions.json ist beschädigt: keine Versionen darin": (
        lambda at: damaged(at, "versions.json").versions
    ),
    "{at}/lauf/split.json ist beschädigt: ": lambda at: damaged(at, "split.json").split,
    "lauf wird schon trainiert: warten Sie darauf, oder halten Sie den Lauf": resuming("running"),
    "lauf wird trainiert: halten Sie den Lauf an, bevor Sie ihn löschen": (
        lambda at: ended(at, "running").delete()
    ),
    "lauf ist zu Ende trainiert: beginnen Sie einen anderen mit den Gewichten (": resuming("done"),
    "lauf lässt sich nicht fortsetzen: er würde wieder scheitern: trainieren Sie ": (
        resuming("failed", hopeless=True)
    ),
    "lauf lässt sich nicht fortsetzen: ihm fehlt state.safetensors, wie Läufen": (
        resuming("stopped", epochs=1)
    ),
    "{at}/fort ist nicht mehr da: der Lauf wurde gelöscht": (
        lambda at: RunFolder(at / "fort").rename("a")
    ),
    "{at}/fort lässt sich nicht löschen: ": lambda at: RunFolder(at / "fort").delete(),
    "{at} ist in einem anderen Fenster offen: schließen Sie es zuerst dort": twice,
    "die Einstellung lässt sich nicht speichern: {at} ist in einem anderen Fenster offen, hier nur "
    "zum Ansehen": only_to_look_at,
    "das Projekt von {at} lässt sich nicht sperren: {at}/.kpstudio/lock ist keine Datei: schaffen "
    "Sie es beiseite; prüfen Sie, ob die Platte verbunden": with_folder_as_lock,
    "gespeicherte Punkte sind nicht zu lesen: ": alone(codec.landmarks_from_text, "[]"),
    "ein gespeichertes Gesicht ist nicht zu lesen: ": alone(codec.face_from_text, "[]"),
    "eine gespeicherte Änderung ist nicht zu lesen: ": alone(codec.change_from_text, "3"),
    "eine gespeicherte Änderung des Schemas ist nicht zu lesen: ": (
        alone(codec.scheme_change_from_text, "[]")
    ),
    "die Drehung 180,5° liegt nicht zwischen 0 und 180: versuchen Sie 10": (
        alone(Augmentation(180.5).validate)
    ),
    "Verschiebung nach oben 1,5 ist kein Anteil von 0 bis 1: versuchen Sie 0,1": (
        alone(Augmentation(shift_up=1.5).validate)
    ),
    "Unschärfe −0,25 ist kein Anteil von 0 bis 1: versuchen Sie 0,2": (
        alone(Augmentation(blur=-0.25).validate)
    ),
    "die Lernrate 12,5 liegt nicht zwischen 0 und 10: versuchen Sie 1e-3": (
        alone(replace(CONFIG, lr=12.5).validate)
    ),
    "Ratenplan 'nie' ist unbekannt: verwenden Sie constant, one_cycle, cosine": (
        alone(replace(CONFIG, schedule="nie").validate)
    ),
    "Netz 'nie' ist unbekannt: verwenden Sie ": alone(replace(CONFIG, network="nie").validate),
    "Netz 'tiny' kommt aus dem Paket 'faces-extra', das nicht installiert ist": (
        alone(replace(CONFIG, network="faces-extra:tiny").validate)
    ),
    "Rangfolge 'nie' gibt es nicht: kein installiertes Paket bietet so etwas": (
        alone(extensions.require, Kind.RANKING, "nie")
    ),
    "die Vorgabe 'nie' ist unbekannt: verwenden Sie ": alone(preset, "nie", SCHEME),
    "smallnet sagt die Nasenspitze vorher, aber das Schema ": alone(preset, "smallnet", SCHEME),
    "'farbe' lässt sich nicht variieren: verwenden Sie lr, batch-size": alone(varied, "farbe", "1"),
    "points bleibt in einer Reihe gleich, damit sich die Läufe vergleichen lassen": (
        alone(varied, "points", "1")
    ),
    "{at}/datei/a lässt sich nicht anlegen: ": lambda at: make_folder(file(at) / "a"),
    "voll; was zuvor gesichert wurde, ist heil: schaffen Sie Platz auf der Platte": without_room,
    "{at}/datei: damit lässt sich das Training nicht fortsetzen (": lambda at: load_state(
        file(at, "a")
    ),
    "In {at} liegen schon andere Dateien. Wählen Sie einen neuen oder leeren Ordner": (
        lambda at: write_sample(file(at).parent)
    ),
    "{at}/datei ist eine Datei. Wählen Sie einen Ordner für die Beispielgesichter.": (
        lambda at: write_sample(file(at))
    ),
    "ein Format 'nie' gibt es nicht: verwenden Sie eines von asf": alone(format_named, "nie"),
    "{at}/fort: ist nicht zu lesen: ": lambda at: sniff(at / "fort"),
    "der Katalog {at}/fort ist nicht zu lesen (": lambda at: read_catalogue(at / "fort"),
    "der Katalog {at}/datei ist kein JSON: ": lambda at: read_catalogue(file(at, "{")),
    "{at}/datei, Satz 1: muss ein Objekt sein": (
        lambda at: read_catalogue(file(at, '{"sets": [1]}'))
    ),
    "a.jpg: eine Vorhersage von 2 Punkten lässt sich nicht mit 2 im Schema ": alone(of_two_sizes),
}
"""What is told, or how it begins where the system or a library goes on, and what is refused."""


@pytest.mark.parametrize("words", REFUSED)
def test_a_refusal_is_told_in_german(german: None, at: Path, words: str) -> None:
    with pytest.raises(InputError) as refused:
        REFUSED[words](at)
    told = translated(refused.value)
    assert told.startswith(words.format(at=at)), told
    assert told != str(refused.value), "nothing of it was translated"


def test_where_something_is_odd_is_told_in_german(german: None, at: Path) -> None:
    Image.new("L", (8, 8)).save(at / "a.png")
    (at / "x.csv").write_text("picture,tip_x,tip_y\na.png,1,2\nb.png,1,2\n")
    task = {"data": {"img": "a.png"}, "annotations": [{"result": [7]}]}
    (at / "y.json").write_text(json.dumps([task]))
    told = [translated(odd.where) for odd in open_path(at).problems]
    assert told == ["x.csv, Zeile 3", "y.json, Aufgabe 1, a.png"]


def test_why_a_picture_cannot_be_opened_is_told_in_german(german: None, at: Path) -> None:
    path = file(at, "no picture")
    with pytest.raises(InputError) as refused:
        read_size(path)
    why = "lässt sich nicht als Bild öffnen (unbekannter oder beschädigter Inhalt)"
    assert translated(refused.value) == f"{path}: {why}"
    assert translated(reason(path, refused.value)) == why
    ((_, problem),) = decode([Face("datei#0", "datei")], at, CONFIG)
    assert translated(problem) == f"datei: {why}"


def test_what_is_refused_inside_a_picture_is_told_in_german(
    german: None, at: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise ValueError(say("its header never ends"))

    monkeypatch.setattr("kpstudio.io.images.Image.open", refuse)
    with pytest.raises(InputError) as refused:
        read_rgb(file(at, "no picture"))
    told = translated(refused.value)
    assert told.endswith(f"lässt sich nicht als Bild öffnen ({tr('its header never ends')})")
    assert tr("its header never ends") != "its header never ends"


def test_a_training_that_came_to_nothing_is_told_in_german(german: None) -> None:
    assert translated(diverged(0.25, 2)) == (
        "der Trainingsfehler ist keine Zahl mehr (in Epoche 2, bei Lernrate 0,25): beginnen Sie "
        "neu mit einer kleineren Lernrate, ausgehend von den zuvor gesicherten Gewichten (--start)"
    )


def test_what_became_of_a_damaged_project_is_told_in_german(german: None, at: Path) -> None:
    with Project.open(at) as project:
        database = project.location / "project.sqlite"
    database.write_bytes(b"gone" * 99)
    with Project.open(at) as project:
        (problem,) = project.problems
    assert translated(problem).endswith(
        "; es wurde als project.sqlite.broken-1 aufgehoben und ein neues begonnen, ohne seine "
        "Korrekturen"
    )
    assert "das Projekt ist beschädigt (" in translated(problem)
