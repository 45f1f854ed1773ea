"""What a public set holds, on which terms, and how to cite it: one card, to be read."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kpstudio.app.language import in_digits, tr, translated
from kpstudio.public.catalogue import NOT_STATED, UNENCRYPTED, PublicSet
from kpstudio.ui import theme
from kpstudio.ui.panels.links import Links, link
from kpstudio.ui.panels.parts import hairline


class PublicCard(QScrollArea):
    """Shows one set; its links open in the browser, on a click or Enter alone."""

    def __init__(self) -> None:
        super().__init__()
        theme.set_role(self, "reading")
        self.setAccessibleName(tr("About the set"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.copy = QPushButton(tr("Copy citation"))
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(self._copy)
        self._citation = ""

    def show_set(self, one: PublicSet) -> None:
        """Show a set."""
        self._citation = one.citation or ""
        self.copy.setParent(None)
        page = QWidget()
        theme.set_role(page, "pane")
        column = QVBoxLayout(page)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(_words(one.title, "title"))
        column.addWidget(_words(translated(one.holds)))
        column.addLayout(_facts(one))
        hosts = ", ".join(one.unencrypted)
        for words in (
            one.note and translated(one.note),
            tr(UNENCRYPTED, hosts=hosts) if hosts else None,
        ):
            if words:
                column.addWidget(_words(words, "quiet"))
        column.addWidget(hairline())
        column.addWidget(_words(tr("Licence: {value}", value=one.licence or NOT_STATED), "heading"))
        column.addWidget(_words(translated(one.terms)))
        if one.terms_link:
            said = tr("Stated at") if one.licence else tr("Searched at")
            column.addWidget(_link(said, one.terms_link))
        column.addWidget(hairline())
        column.addLayout(self._cite())
        column.addWidget(_words(one.citation or tr(NOT_STATED)))
        column.addWidget(_link(tr("Home page"), one.home))
        column.addStretch(1)
        self.setWidget(page)
        self.copy.show()

    def _cite(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(_words(tr("Cite"), "heading"), 1)
        row.addWidget(self.copy)
        self.copy.setEnabled(bool(self._citation))
        return row

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._citation)


def _link(words: str, address: str) -> Links:
    label = Links(f"{escape(words)}: {link(address, underlined=True)}")
    label.setOpenExternalLinks(True)
    return label


def _facts(one: PublicSet) -> QFormLayout:
    form = QFormLayout()
    form.setHorizontalSpacing(16)
    form.setVerticalSpacing(4)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
    facts = (
        (tr("Pictures"), _figure(one.pictures)),
        (tr("Faces"), _figure(one.faces)),
        (tr("Points"), translated(one.scheme or _figure(one.points))),
        (tr("Download"), translated(one.size_words)),
    )
    for name, text in facts:
        label = QLabel(name)
        theme.set_role(label, "lead")
        form.addRow(label, _words(text))
    return form


def _figure(count: int | None) -> str:
    return tr(NOT_STATED) if count is None else in_digits(count, ",")


def _words(text: str, role: str = "") -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)  # a lab's catalogue may hold anything
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    theme.set_role(label, role)
    return label
