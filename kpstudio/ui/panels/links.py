"""Words with links, which a click follows, or Tab and Enter."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QTextDocumentFragment
from PySide6.QtWidgets import QLabel, QWidget

from kpstudio.ui import theme


def link(target: str, underlined: bool = False) -> str:
    """Return a link as HTML whose words are what it leads to."""
    line = "underline" if underlined else "none"
    return f'<a href="{escape(target)}" style="text-decoration: {line}">{escape(target)}</a>'


class Links(QLabel):
    """A text of HTML whose links take the focus one by one, in the colour of the theme."""

    def __init__(self, text: str = "", wrap: bool = True) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(wrap)
        flag = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flag.LinksAccessibleByMouse | flag.LinksAccessibleByKeyboard)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click takes no keys from the picture
        self.setIndent(0)
        self._text = ""
        self.setText(text)
        theme.bus.changed.connect(self._dress)

    def text(self) -> str:
        """Return the text, without its colour."""
        return self._text

    def setText(self, text: str) -> None:
        """Show another text; what has the focus goes on to its first link."""
        if text != self._text:
            self._text = text
            self.setAccessibleName(QTextDocumentFragment.fromHtml(text).toPlainText())
            self._show(0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Come to the first link, or to the last by Shift+Tab."""
        super().focusInEvent(event)
        if not self.hasSelectedText():
            self.focusNextPrevChild(event.reason() != Qt.FocusReason.BacktabFocusReason)

    def focusNextPrevChild(self, forwards: bool, /) -> bool:
        """Go to the next link or the one before, or on where there is none."""
        if not forwards and self.selectionStart() == 0:  # Qt would find this one once more
            return QWidget.focusNextPrevChild(self, False)
        return super().focusNextPrevChild(forwards)

    def _dress(self) -> None:
        self._show(self.selectionStart())

    def _show(self, place: int) -> None:
        """Have Qt read the text, in the theme's colour, and come to the link at ``place``."""
        super().setText(f"<style>a {{ color: {theme.current().accent} }}</style>{self._text}")
        self.setSelection(0, 0)  # Qt reads it no sooner
        while self.hasFocus() and self.selectionStart() < place:
            self.focusNextPrevChild(True)
