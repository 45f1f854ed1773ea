"""Which keys the actions have: those of the table, and those a person chose instead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractButton

from kpstudio.app.language import tr
from kpstudio.app.settings import Settings
from kpstudio.core.errors import InputError
from kpstudio.ui.actions import ACTIONS, ActionSpec
from kpstudio.ui.fixed_keys import FIXED, RETURNS

PLACES = 2
"""How many keys an action can have."""

_SPECS = {spec.key: spec for spec in ACTIONS}
_Keys = dict[str, tuple[str, ...]]

_WHY = "why"
"""The property of an action that says why it cannot be done now."""


class Shortcuts(QObject):
    """Gives every action its keys and its tip; keys are texts such as "Ctrl+O" (portable).

    A menu shows the tip alone, for it has words and key itself; a button shows `tip_of`.

    Signals:
        changed: an action has other keys than before.
    """

    changed = Signal()

    def __init__(self, settings: Settings, actions: Mapping[str, QAction], parent: QObject) -> None:
        """Give the actions the keys that ``settings`` remember.

        Args:
            settings: Where a person's own keys are kept.
            actions: By the keys of the action table.
            parent: The window.
        """
        super().__init__(parent)
        self._settings = settings
        self._actions = actions
        self._own = _sensible(settings.keys)
        self._keys: _Keys = {}
        self._apply()

    # Asking

    def keys_of(self, name: str) -> tuple[str, ...]:
        """Return the keys of an action; the first is the one that is shown."""
        return self._keys[name]

    def words_of(self, name: str) -> str:
        """Return the key of an action as people of this system write it, else what it is called."""
        keys = self._keys[name]
        return native(keys[0]) if keys else f"“{tr(_SPECS[name].text)}”"

    def why_not(self, name: str) -> str:
        """Return why an action cannot be used now, where that is worth a sentence; else ""."""
        return str(self._actions[name].property(_WHY) or "")

    def is_changed(self, name: str) -> bool:
        """Return whether a person gave an action other keys than those of the table."""
        return name in self._own

    @property
    def any_changed(self) -> bool:
        """Whether `restore_all` would change anything."""
        return bool(self._own)

    # Changing

    def explain(self, name: str, why: str) -> None:
        """Let an action tell why it cannot be used now; "" where it can."""
        self._actions[name].setProperty(_WHY, why)
        self._tell(name)

    def set_key(self, name: str, place: int, key: str) -> None:
        """Give an action a key.

        Args:
            name: The action's key in the table.
            place: 0 for the key that is shown, 1 for the other.
            key: Portable text, or "" to take the key of that place away.

        Raises:
            InputError: If the key means something else already; nothing is changed.
        """
        keys = [*self._keys[name], *[""] * PLACES][:PLACES]
        if key == keys[place]:
            return
        if key:
            self._require_free(name, key)
        others = ["" if other == key else other for other in keys]
        others[place] = key
        self._take({**self._own, name: tuple(filter(None, others))})

    def restore(self, name: str) -> None:
        """Give an action the keys of the table again.

        Raises:
            InputError: If another action has one of them now; nothing is changed.
        """
        for key in _defaults(name):
            self._require_free(name, key)
        self._take({other: keys for other, keys in self._own.items() if other != name})

    def restore_all(self) -> None:
        """Give every action the keys of the table again."""
        self._take({})

    def _require_free(self, name: str, key: str) -> None:
        other = next((o for o, keys in self._keys.items() if key in keys and o != name), None)
        if other is not None:
            spec = _SPECS[other]
            raise InputError(
                tr(
                    "{key} is already used for “{text}” in the menu {menu}: give that another key "
                    "first",
                    key=native(key),
                    text=tr(spec.text),
                    menu=tr(spec.menu),
                )
            )
        if reason := _reserved(_SPECS[name], key):
            raise InputError(reason)

    def _take(self, own: _Keys) -> None:
        self._own = {name: keys for name, keys in own.items() if keys != _defaults(name)}
        self._settings.keys = self._own
        self._apply()
        self.changed.emit()

    def _apply(self) -> None:
        # Of two claims a person's own holds: a later version may bring a default that is taken.
        taken = {key for keys in self._own.values() for key in keys}
        for name in _SPECS:
            free = tuple(key for key in _defaults(name) if key not in taken)
            self._keys[name] = keys = self._own.get(name, free)
            self._actions[name].setShortcuts([QKeySequence(key) for key in keys])
            self._tell(name)

    def _tell(self, name: str) -> None:
        told = tr(_SPECS[name].tip), self.why_not(name)
        self._actions[name].setToolTip("\n".join(filter(None, told)))


def tip_of(action: QAction) -> str:
    """Return the tip of a button that does what ``action`` does: what that is, its key, why not."""
    why = str(action.property(_WHY) or "")
    told = action.toolTip().removesuffix(why).strip() or action.iconText()
    key = key_of(action)
    return "\n".join(filter(None, (f"{told}  ({key})" if key else told, why)))


def key_of(action: QAction) -> str:
    """Return the first key of an action as people of this system write it, or ""."""
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def follow_tip(button: QAbstractButton, action: QAction) -> None:
    """Let the tip of a button always tell what ``action`` does, its key, and why not."""

    def tell() -> None:
        button.setToolTip(tip_of(action))

    action.changed.connect(tell)
    tell()


def native(key: str) -> str:
    """Return a key as people of this system write it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def _defaults(name: str) -> tuple[str, ...]:
    return _portable(_SPECS[name].shortcuts)


def _portable(keys: Iterable[str]) -> tuple[str, ...]:
    read = (QKeySequence(key) for key in keys)
    return tuple(one.toString() for one in read if one.count() == 1 and one.toString())


def _reserved(spec: ActionSpec, key: str) -> str:
    """Return why an action cannot have a key that no other action has, or ""."""
    if key in RETURNS:
        if spec.at_faces or spec.at_picture:
            return ""
        return tr(
            "{key} presses buttons and ends typing, so “{text}” cannot use it: press another key",
            key=native(key),
            text=tr(spec.text),
        )
    does = next((fixed.does for fixed in FIXED if key in fixed.keys), "")
    return (
        tr("{key} is reserved ({does}): press another key", key=native(key), does=tr(does))
        if does
        else ""
    )


def _sensible(kept: Mapping[str, Sequence[str]]) -> _Keys:
    """Return what can be used of kept keys; a key that stands twice is that of the first.

    An action none of whose keys can be used has those of the table.
    """
    own: _Keys = {}
    taken: set[str] = set()
    for name, keys in kept.items():
        if name not in _SPECS:
            continue
        free = (key for key in dict.fromkeys(_portable(keys)) if key not in taken)
        usable = tuple(key for key in free if not _reserved(_SPECS[name], key))[:PLACES]
        if usable or not keys:
            own[name] = usable
            taken |= set(usable)
    return {name: keys for name, keys in own.items() if keys != _defaults(name)}
