"""Where the borders between the parts of the window stand, kept from one start to the next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QSplitter

from kpstudio.app.settings import Settings


class Arrangement:
    """Remembers splitters by name; `reset` brings them back to how the program has them."""

    def __init__(
        self, splitters: Mapping[str, tuple[QSplitter, Sequence[int]]], settings: Settings
    ) -> None:
        """Put the borders where they were left.

        Args:
            splitters: By name, with the pixels that their parts have as long as nobody moves them.
            settings: Where it is remembered.
        """
        self._splitters = {name: splitter for name, (splitter, _) in splitters.items()}
        self._usual = {name: usual for name, (_, usual) in splitters.items()}
        self._settings = settings
        self._set(self._usual | settings.arrangement)

    def save(self) -> None:
        """Remember where the borders stand; of hidden parts nothing is known."""
        seen = {name: each.sizes() for name, each in self._splitters.items() if each.isVisible()}
        whole = {name: sizes for name, sizes in seen.items() if all(sizes)}
        self._settings.arrangement = self._settings.arrangement | whole

    def reset(self) -> None:
        """Forget what was remembered."""
        self._settings.arrangement = {}
        self._set(self._usual)

    def _set(self, sizes: Mapping[str, Sequence[int]]) -> None:
        for name, splitter in self._splitters.items():
            wanted = list(sizes.get(name, ()))
            if len(wanted) == splitter.count():
                # The window may have another size now: the widest part takes what is left.
                room, widest = sum(splitter.sizes()), wanted.index(max(wanted))
                if splitter.isVisible():
                    wanted[widest] += room - sum(wanted)
                splitter.setSizes(wanted)
