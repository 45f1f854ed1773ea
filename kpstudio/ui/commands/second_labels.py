"""Another person's labels of the same faces: asking where they are, and saying what they tell."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt

from kpstudio.app.language import tr, tr_count
from kpstudio.core.metrics import mean_known
from kpstudio.core.texts import say
from kpstudio.io.choosing import LabelChoiceNeeded
from kpstudio.tasks.second_labels import SecondLabels
from kpstudio.ui.dialogs.label_choice import LabelChoiceDialog
from kpstudio.ui.dialogs.where_labels import ask_where
from kpstudio.ui.frame import Frame

_WHAT = say(
    "How closely do two people agree on the same points? No network can be judged more finely "
    "than that. Choose another person's labels of these pictures, under the same names; the plots "
    "in Review then show how far the two differ."
)


class SecondLabelCommands(QObject):
    """Asks for a folder or a file, or takes the labels away again."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        second = window.second_labels
        second.read.connect(self._tell)
        second.choice_needed.connect(self._ask_which)
        second.failed.connect(window.warn)

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what to call for each key of the action table."""
        return {"second_labels": self.ask}

    def ask(self) -> None:
        """Say what it is for, and ask where the labels are."""
        labels = self._window.second_labels.labels
        now, away = (
            ("", "") if labels is None else (tr("Now: {path}", path=labels.path), tr("Remove"))
        )
        answer = ask_where(self._window, tr("Another person's labels"), tr(_WHAT), now, away)
        if answer.other:
            self._window.second_labels.forget()
        elif answer.path is not None:
            self._window.second_labels.take(answer.path)

    def _ask_which(self, needed: LabelChoiceNeeded) -> None:
        dialog = LabelChoiceDialog(needed, self._window.pictures, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        second = self._window.second_labels
        dialog.accepted.connect(lambda: second.take(needed.root, dialog.choice))
        dialog.open()

    def _tell(self, labels: SecondLabels) -> None:
        normaliser, now = (
            self._window.runs.measuring.yardstick.normaliser,
            self._window.session.labels,
        )
        offsets = labels.offsets(now, now.scheme, normaliser)
        apart = 100 * float(mean_known(offsets.nme, axis=0))
        faces = tr_count("1 face", "{count} faces", len(labels.points))
        copies = (
            tr("; {copies} of them have exactly the same points", copies=labels.copies)
            if labels.copies
            else ""
        )
        self._window.status.say(
            tr(
                "{faces} labelled by both, {apart:.2f} % of the {in_words} apart{copies}",
                faces=faces,
                apart=apart,
                in_words=tr(normaliser.in_words),
                copies=copies,
            )
        )
