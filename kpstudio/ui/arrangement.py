"""Where the borders between the parts of the window stand, kept from one start to the next."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QSplitter, QWidget

from kpstudio.app.settings import Settings

Usual = Sequence[int] | Callable[[int], Sequence[int]]
"""The pixels that parts have as long as nobody moves the border between them.

Those of a border that follows are told from the width of the window.
"""


class Arrangement(QObject):
    """Remembers splitters by name; `reset` brings them back to how the program has them.

    Some borders follow the width of the window until somebody moves them.
    """

    def __init__(
        self, room: QWidget, splitters: Mapping[str, tuple[QSplitter, Usual]], settings: Settings
    ) -> None:
        """Put the borders where they were left.

        Args:
            room: Whose width they follow.
            splitters: By name.
            settings: Where it is remembered.
        """
        super().__init__(room)
        self._room, self._splitters, self._settings = room, dict(splitters), settings
        self._moved = set(settings.arrangement)
        for name, (splitter, _) in splitters.items():
            splitter.splitterMoved.connect(partial(self._note, name))
        self._set(self._usual() | settings.arrangement)
        room.installEventFilter(self)

    def save(self) -> None:
        """Remember where a person has put borders; hidden parts keep what they had."""
        before = self._usual() | self._settings.arrangement
        now = {name: s.sizes() for name, (s, _) in self._splitters.items() if s.isVisible()}
        moved = {
            name: [size or old for size, old in zip(sizes, before[name], strict=True)]
            for name, sizes in now.items()
            if name in self._moved
        }
        self._settings.arrangement = self._settings.arrangement | moved

    def reset(self) -> None:
        """Forget what was remembered."""
        self._settings.arrangement = {}
        self._moved.clear()
        self._set(self._usual())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let borders that nobody has moved follow."""
        if event.type() == QEvent.Type.Resize:
            follow = {name for name, (_, usual) in self._splitters.items() if callable(usual)}
            usual = self._usual()
            self._set({name: usual[name] for name in follow - self._moved})
        return super().eventFilter(watched, event)

    def _note(self, name: str, *_: int) -> None:
        self._moved.add(name)

    def _usual(self) -> dict[str, Sequence[int]]:
        width = self._room.width()
        return {
            name: usual(width) if callable(usual) else usual
            for name, (_, usual) in self._splitters.items()
        }

    def _set(self, sizes: Mapping[str, Sequence[int]]) -> None:
        for name, (splitter, _) in self._splitters.items():
            wanted = list(sizes.get(name, ()))
            if len(wanted) == splitter.count():
                parts = [splitter.widget(k) for k in range(len(wanted))]
                shown = [k for k, part in enumerate(parts) if part and not part.isHidden()]
                if splitter.isVisible() and shown:
                    # The window may have another size now: the widest part takes what is left.
                    widest = max(shown, key=wanted.__getitem__)
                    wanted[widest] += sum(splitter.sizes()) - sum(wanted[k] for k in shown)
                splitter.setSizes(wanted)
