"""A page of help: Markdown in the colours of the theme, with pictures of the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit

from kpstudio import resources
from kpstudio.app.language import tr
from kpstudio.ui import theme
from kpstudio.ui.help_pages import FOLDER

_HEADINGS = {1: 22, 2: 15}
_LINE_PERCENT = 130
_MARGIN = 24
_FINER = 2
"""Pictures have so many pixels for each of the page."""
_LIGHT, _DARK = "-light.", "-dark."
_CODE = QTextFormat.Property.BlockCodeFence


class HelpText(QTextBrowser):
    """Shows pages by the names of their files; links lead from one to another.

    Attributes:
        page: The name of the page in view.

    Signals:
        turned: another page is in view.
    """

    turned = Signal()

    def __init__(self, text_of: Callable[[str], str]) -> None:
        """Show nothing yet; ``text_of`` gives the Markdown of a page, by its name."""
        super().__init__()
        self._text_of = text_of
        self._marked = ""
        self.page = ""
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self._reload)
        self.setOpenExternalLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        theme.set_role(self, "page")
        self.setAccessibleName(tr("Help page"))
        self.document().setDocumentMargin(_MARGIN)
        self.sourceChanged.connect(self._dress)
        theme.bus.changed.connect(self._reload)

    def show_page(self, name: str) -> None:
        """Show a page from its beginning."""
        self.setSource(QUrl(f"{name}.md"), QTextDocument.ResourceType.MarkdownResource)

    def mark(self, words: str) -> None:
        """Mark where words stand, and show the first place; "" marks nothing."""
        self._marked = words
        places = list(self._places(words.split()))
        self.setExtraSelections([_selection(place) for place in places])
        if places:
            first = QTextCursor(min(places, key=QTextCursor.selectionStart))
            first.clearSelection()
            self.setTextCursor(first)
            self.ensureCursorVisible()

    def loadResource(self, kind: int, url: QUrl | str) -> Any:
        """Give Qt the text of a page, or a picture that suits the theme."""
        url = QUrl(url)
        if url.fileName().endswith(".md"):
            return self._text_of(url.fileName().removesuffix(".md"))
        name = url.path().removeprefix("../")  # pages in other languages lie a folder deeper
        if theme.current().dark:
            name = name.replace(_LIGHT, _DARK)
        return self._fitted(QImage(str(resources.path(f"{FOLDER}/{name}"))))

    def _fitted(self, picture: QImage) -> QImage:
        """Return a picture in the pixels of the screen: Qt would leave some out to shrink it."""
        ratio = self.devicePixelRatioF()
        wide = round(ratio * min(picture.width() / _FINER, self._room))
        fitted = picture.scaledToWidth(max(wide, 1), Qt.TransformationMode.SmoothTransformation)
        fitted.setDevicePixelRatio(ratio)
        return fitted

    @property
    def _room(self) -> int:
        return self.viewport().width() - 2 * _MARGIN

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pictures into the new width, once the page has it."""
        super().resizeEvent(event)
        self._again.start()

    def _reload(self) -> None:
        place = self.verticalScrollBar().value()
        self.reload()
        self.verticalScrollBar().setValue(place)

    def _places(self, words: list[str]) -> Iterator[QTextCursor]:
        for word in words:
            place = self.document().find(word)
            while not place.isNull():
                yield place
                place = self.document().find(word, place)

    def _dress(self, url: QUrl) -> None:
        self.page = url.fileName().removesuffix(".md")
        document = self.document()
        document.setDefaultFont(theme.text_font())
        _dress_tables(document)
        block = document.begin()
        while block.isValid():
            _dress_block(block)
            block = block.next()
        self.mark(self._marked)
        self.turned.emit()


def _dress_block(block: QTextBlock) -> None:
    cursor = QTextCursor(block)
    cursor.setBlockFormat(_shape(block, in_list=bool(block.textList() or cursor.currentTable())))
    level = block.blockFormat().headingLevel()
    for start, length, letters in list(_fragments(block)):
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        if letters.isImageFormat():
            picture = letters.toImageFormat()
            picture.setMaximumWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
            cursor.setCharFormat(picture)
        elif level:
            cursor.setCharFormat(_letters(theme.text_font(_HEADINGS[level])))
        elif letters.fontItalic():  # words of the program
            strong = QTextCharFormat()
            strong.setFontItalic(False)
            strong.setFontWeight(QFont.Weight.DemiBold)
            cursor.mergeCharFormat(strong)
        elif letters.fontFixedPitch():
            cursor.setCharFormat(_letters(theme.mono_font(), QFont.Weight.Normal))


def _shape(block: QTextBlock, in_list: bool) -> QTextBlockFormat:
    shape = block.blockFormat()
    if not any(letters.isImageFormat() for _, _, letters in _fragments(block)):
        percent = QTextBlockFormat.LineHeightTypes.ProportionalHeight
        shape.setLineHeight(_LINE_PERCENT, percent.value)
    shape.setTopMargin(20 if shape.headingLevel() > 1 else 0)
    goes_on = block.next().textList() is not None or not block.textList()
    shape.setBottomMargin(4 if in_list and goes_on else 8)
    if shape.hasProperty(_CODE):
        shape.setBackground(QColor(theme.current().raised))
        shape.setLeftMargin(8)
        shape.setBottomMargin(0 if block.next().blockFormat().hasProperty(_CODE) else 8)
    return shape


def _fragments(block: QTextBlock) -> Iterator[tuple[int, int, QTextCharFormat]]:
    part = block.begin()
    while not part.atEnd():
        fragment = part.fragment()
        yield fragment.position(), fragment.length(), fragment.charFormat()
        part += 1


def _letters(font: QFont, weight: QFont.Weight = QFont.Weight.DemiBold) -> QTextCharFormat:
    font.setWeight(weight)
    letters = QTextCharFormat()
    letters.setFont(font)
    return letters


def _dress_tables(document: QTextDocument) -> None:
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            if not any(frame.cellAt(0, k).firstCursorPosition().block().text() for k in (0, 1)):
                frame.removeRows(0, 1)  # the heading that Markdown wants
            look = frame.format()
            look.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
            look.setCellPadding(4)
            look.setCellSpacing(0)
            look.setTopMargin(8)
            look.setBottomMargin(8)
            frame.setFormat(look)


def _selection(place: QTextCursor) -> QTextEdit.ExtraSelection:
    selection = QTextEdit.ExtraSelection()
    selection.cursor = place
    letters = QTextCharFormat()
    letters.setBackground(QColor(theme.current().selection))
    selection.format = letters
    return selection
