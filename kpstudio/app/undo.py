"""Undo and redo: a list of edits and a place in it."""

from __future__ import annotations

from kpstudio.core.edits import Edit


class UndoStack:
    """Edits that were done, across all pictures, without limit.

    The stack changes nothing itself: it hands out the edit to apply, and the session applies it.
    """

    def __init__(self) -> None:
        self._edits: list[Edit] = []
        self._done = 0

    def push(self, edit: Edit) -> None:
        """Remember an edit just applied; what was undone before it is forgotten."""
        merging = self._done > 0 and self._done == len(self._edits)
        del self._edits[self._done :]
        merged = self._edits[-1].merged(edit) if merging else None
        if merged is not None:
            self._edits[-1] = merged
        else:
            self._edits.append(edit)
        self._done = len(self._edits)

    @property
    def undo_edit(self) -> Edit | None:
        """The edit that would be undone next, as it was done; None at the beginning."""
        return self._edits[self._done - 1] if self._done else None

    @property
    def redo_edit(self) -> Edit | None:
        """The edit that would be done again next; None at the end."""
        return self._edits[self._done] if self._done < len(self._edits) else None

    def stepped_back(self) -> None:
        """Note that `undo_edit` has been undone."""
        self._done -= 1

    def stepped_forward(self) -> None:
        """Note that `redo_edit` has been done again."""
        self._done += 1

    @property
    def face_ids(self) -> frozenset[str]:
        """Every face that undoing or redoing would touch."""
        return frozenset(face_id for edit in self._edits for face_id in edit.face_ids)

    def clear(self) -> None:
        """Forget everything: another folder was opened."""
        self._edits.clear()
        self._done = 0
