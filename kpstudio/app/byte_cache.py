"""What was decoded, kept within a budget of bytes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from typing import Generic, TypeVar

Value = TypeVar("Value")


class ByteCache(Generic[Value]):
    """Values by key; those not asked for the longest go first where the budget is full.

    Args:
        budget: Bytes. The value put in last is kept even where it is larger.
    """

    def __init__(self, budget: int) -> None:
        self.budget = budget
        self.size = 0
        self._values: OrderedDict[Hashable, tuple[Value, int]] = OrderedDict()

    def __contains__(self, key: Hashable) -> bool:
        return key in self._values

    def get(self, key: Hashable) -> Value | None:
        """Return a value, or None; it counts as used."""
        if key not in self._values:
            return None
        self._values.move_to_end(key)
        return self._values[key][0]

    def put(self, key: Hashable, value: Value, size: int) -> None:
        """Keep a value of ``size`` bytes."""
        self.size -= self._values.pop(key, (value, 0))[1]
        self._values[key] = value, size
        self.size += size
        while self.size > self.budget and len(self._values) > 1:
            _, (_, dropped) = self._values.popitem(last=False)
            self.size -= dropped

    def clear(self) -> None:
        """Let go of everything."""
        self._values.clear()
        self.size = 0
