"""The plausibility meter: how usual the shape of the points in view is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kpstudio.app.language import in_digits, tr
from kpstudio.core.schema import PointSchema, generic_scheme
from kpstudio.core.shape_prior import Usual
from kpstudio.ui import theme
from kpstudio.ui.panels.parts import Elided
from kpstudio.ui.shape_words import Oddness, oddness, oddness_of, rarity

_BAR_WIDTH, _BAR_HEIGHT = 72, 6


class ShapeMeter(QWidget):
    """A line of words and a bar; quiet while the shape is usual."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("How normal the shape is"))
        self.words = Elided()
        theme.set_role(self.words, "quiet")
        self.bar = _Bar()
        self._known = self._spared = False
        self._origin = ""
        self._scheme = generic_scheme(0)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 2)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        row.addWidget(self.bar)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a line to the rows above, of which it is none."""
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, QColor(theme.current().line))
        painter.end()

    def explain(self, origin: str, scheme: PointSchema) -> None:
        """Take what the judgement rests on, or why there is none, and the names of the points."""
        self._origin, self._scheme = origin, scheme

    def spare(self, spared: bool) -> None:
        """Give its room to others, or take it again."""
        self._spared = spared
        self.setVisible(self._known and not spared)

    def show_usual(self, usual: Usual | None) -> None:
        """Show how usual the shape is; None where nobody can tell."""
        known = usual is not None and usual.worst < self._scheme.count
        self._known = known
        self.spare(self._spared)
        if usual is None or not known:
            return
        found = oddness_of(usual)
        words = oddness(usual, self._scheme.called) or tr("Normal shape")
        self.words.setText(words)
        self.bar.show_rarity(rarity(usual), found)
        self.bar.setVisible(found is not Oddness.USUAL)
        less = tr("Fewer than 1") if usual.percent < 1 else in_digits(usual.percent, ".4g")
        self.setToolTip(
            tr(
                "{words}\n{less} of 100 shapes are less unusual; its squared distance from the "
                "mean is {excess:.1f} times the average.\n{origin}",
                words=words,
                less=less,
                excess=usual.excess,
                origin=self._origin,
            )
        )


class _Bar(QWidget):
    """How rare a shape is, from none to one of ten thousand."""

    def __init__(self) -> None:
        super().__init__()
        self._part = 0.0
        self._oddness = Oddness.USUAL
        self.setFixedSize(QSize(_BAR_WIDTH, _BAR_HEIGHT))
        theme.bus.changed.connect(self._theme_changed)

    def show_rarity(self, part: float, found: Oddness) -> None:
        """Fill a part of the bar, between 0 and 1, in the colour of what was found."""
        self._part, self._oddness = part, found
        self.update()

    def _theme_changed(self, _: theme.Theme) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the filled part."""
        look = theme.current()
        colour = {
            Oddness.USUAL: look.quiet,
            Oddness.UNUSUAL: look.warning,
            Oddness.UNLIKE: look.danger,
        }[self._oddness]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole, round_ends = QRectF(self.rect()), _BAR_HEIGHT / 2
        painter.setBrush(QColor(look.line))
        painter.drawRoundedRect(whole, round_ends, round_ends)
        whole.setWidth(whole.width() * self._part)
        if whole.width() >= _BAR_HEIGHT:  # a lone dot would look like something to drag
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(whole, round_ends, round_ends)
        painter.end()
