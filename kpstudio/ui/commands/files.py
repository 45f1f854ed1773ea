"""Opening, adding photos, exporting."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMenu

from kpstudio.app.error_words import sentence
from kpstudio.app.jobs import Job, JobHandle
from kpstudio.app.language import tr, tr_count, translated
from kpstudio.app.reading import OpeningProgress
from kpstudio.core.errors import Cancelled
from kpstudio.core.labelset import LabelSet
from kpstudio.core.texts import say
from kpstudio.io import images
from kpstudio.io.choosing import ASK, LabelChoice, LabelChoiceNeeded
from kpstudio.ui.asking import MessageBox
from kpstudio.ui.commands.photos import PhotoTaking
from kpstudio.ui.dialogs.export import ExportDialog, Listed
from kpstudio.ui.dialogs.label_choice import LabelChoiceDialog
from kpstudio.ui.dialogs.tables import problems_dialog
from kpstudio.ui.frame import Frame
from kpstudio.ui.workspaces import Workspace

LABEL_FILES = say("Label files (*.xml *.csv *.json *.pts *.asf);;All files (*)")

_DRAWING = "drawing"


class FileCommands(QObject):
    """The File menu, and what is dropped onto the window.

    Signals:
        exported: landmarks have been written.
    """

    exported = Signal()

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        self._trains_next = False
        self._drawing: Job | None = None
        self._take_sample: Callable[[Path], None] | None = None
        self._photos = PhotoTaking(window)
        self._recent = QMenu(tr("Open recent"), window)
        window.menus["File"].aboutToShow.connect(self._list_recent)
        window.canvas.files_dropped.connect(self.take_dropped)
        session = window.session
        session.opening_progressed.connect(self._opening)
        session.opened.connect(self._opened)
        session.choice_needed.connect(self._ask_which_labels)
        session.opening_ended.connect(self._opening_ended)
        window.welcome.folder_wanted.connect(self.open_folder)
        window.welcome.sample_wanted.connect(lambda: self.open_sample())
        window.welcome.recent_wanted.connect(self.open)
        window.welcome.recent_shown.connect(_show_folder)
        window.welcome.recent_forgotten.connect(self._forget_recent)

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what to call for each key of the action table."""
        return {
            "open_folder": self.open_folder,
            "open_file": self.open_file,
            "open_sample": lambda: self.open_sample(),
            "add_photos": self.add_photos,
            "add_photo_folder": self.add_photo_folder,
            "export": self.export,
            "problems": self.problems,
            "choose_labels": self.choose_labels,
            "first_page": self._window.show_welcome,
            "quit": self._window.close,
        }

    def paste_photos(self) -> None:
        """Take copied pictures, or files, in as photos."""
        self._photos.paste()

    def place_recent(self, below: QAction) -> None:
        """Put the list of folders opened lately into the File menu, below an action."""
        file = self._window.menus["File"]
        actions = file.actions()
        file.insertMenu(actions[actions.index(below) + 1], self._recent)

    # Opening

    def open_folder(self) -> None:
        """Ask for a folder and open it."""
        folder = QFileDialog.getExistingDirectory(self._window, tr("Open folder"), self._start())
        if folder:
            self.open(Path(folder))

    def open_file(self) -> None:
        """Ask for a label file and open it."""
        path, _ = QFileDialog.getOpenFileName(
            self._window, tr("Open label file"), self._start(), tr(LABEL_FILES)
        )
        if path:
            self.open(Path(path))

    def open(self, path: Path, choice: LabelChoice | None = None) -> None:
        """Open a folder or file; what is being trained is asked about first.

        Args:
            path: What to open.
            choice: Which of a folder's label sets count; None for what its project remembers.
        """
        window = self._window
        if not window.may_stop(tr("Open another folder?"), tr("Stop and open")):
            self._trains_next = False
            return
        if window.canvas.asking:
            window.canvas.give_up()
        window.desk.stop()
        window.suspects.cancel()
        window.status.show_progress(tr("Opening…"), 0, 0, self._cancel_opening)
        window.session.open(path, choice)

    def choose_labels(self) -> None:
        """Open the folder anew and ask which of its label sets counts."""
        self.open(self._window.session.path, ASK)

    def _ask_which_labels(self, needed: LabelChoiceNeeded) -> None:
        dialog = LabelChoiceDialog(needed, self._window.pictures, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.open(needed.root, dialog.choice))
        dialog.rejected.connect(lambda: self._window.status.say(tr("Nothing was opened.")))
        dialog.open()

    def open_demo(self) -> None:
        """Open the sample faces and train BigNet on them, which takes a minute."""
        self._draw_sample(self._open_to_train)

    def open_sample(self, drawn: Callable[[Path], object] | None = None) -> None:
        """Make the synthetic sample faces, where that is not done yet, and open them.

        Args:
            drawn: Called with their folder before it is opened; not at all if nobody waited.
        """

        def take(path: Path) -> None:
            if drawn is not None:
                drawn(path)
            self.open(path)

        self._draw_sample(take)

    def _draw_sample(self, take: Callable[[Path], None]) -> None:
        self._take_sample = take  # what was asked for last is done once they are drawn
        if self._drawing is not None:
            return

        def work(handle: JobHandle) -> Path:
            from kpstudio.tasks.demo import sample_folder

            def progress(done: int, total: int) -> None:
                if handle.cancelled:  # what is missing is drawn the next time
                    raise Cancelled(tr("drawing was cancelled"))
                handle.report((done, total))

            return sample_folder(progress)

        status = self._window.status
        self._drawing = job = self._window.jobs.job(work)
        job.reported.connect(self._tell_drawing)
        job.failed.connect(self._not_drawn)
        job.finished.connect(self._take_drawn)
        job.ended.connect(self._drawn)
        job.start()
        drawing = tr("Drawing the sample faces…")
        status.show_progress(drawing, 0, 0, self._cancel_drawing, _DRAWING)

    def _tell_drawing(self, reports: list[tuple[int, int]]) -> None:
        done, total = reports[-1]
        status, cancel = self._window.status, self._cancel_drawing
        status.show_progress(tr("Drawing faces"), done, total, cancel, _DRAWING)

    def _cancel_drawing(self) -> None:
        if self._drawing is not None:
            self._take_sample = None
            self._drawing.cancel()
            self._window.status.say(
                tr("Drawing was cancelled. Next time only what is missing will be drawn.")
            )

    def _not_drawn(self, error: Exception) -> None:
        self._take_sample = None
        self._window.warn(sentence(error))

    def _take_drawn(self, path: Path) -> None:
        take, self._take_sample = self._take_sample, None
        if take is not None:
            take(path)

    def _drawn(self) -> None:
        self._drawing = None
        self._window.status.hide_progress(_DRAWING)
        if self._take_sample is not None:  # asked for anew before the job saw that it was cancelled
            self._draw_sample(self._take_sample)

    def _open_to_train(self, path: Path) -> None:
        self._trains_next = True
        self.open(path)

    def _start(self) -> str:
        recent = self._window.settings.recent
        return str(recent[0]) if recent else str(Path.home())

    def take_dropped(self, paths: Sequence[Path]) -> None:
        """Open a dropped folder or label file; take dropped pictures as photos.

        Not at once: where they come from waits meanwhile, and something may be asked.
        """
        if paths:
            QTimer.singleShot(0, self, partial(self._take_dropped, paths))

    def _take_dropped(self, paths: Sequence[Path]) -> None:
        window = self._window
        in_view = window.session.is_open and not window.welcoming  # something to add photos to
        folders = [path for path in paths if path.is_dir()]
        photos = [path for path in paths if path.suffix.lower() in images.SUFFIXES]
        if photos and not folders:
            if in_view:
                self.take_photos(paths)
            else:
                self.open(self._photos.open_around(photos[0].parent, paths))
        elif not in_view and len(folders) == 1 and len(photos) == len(paths) - 1:
            self.open(self._photos.open_around(folders[0], photos))
        elif len(paths) == 1 and not (in_view and folders and window.workspace is Workspace.PHOTOS):
            self.open(paths[0])
        else:
            self._ask_about([*folders, *paths][0], [*folders, *photos] if in_view else [])

    def _ask_about(self, first: Path, added: Sequence[Path]) -> None:
        """Ask what to do with what was dropped, of which one folder or file alone can be opened.

        Args:
            first: What would be opened.
            added: What could be added as photos to what is open.
        """
        title, asks = tr("Open or add") if added else tr("Open"), MessageBox.Icon.Question
        box = MessageBox(asks, title, self._question_about(first, added), self._window)
        opens = box.addButton(tr("Open"), MessageBox.ButtonRole.AcceptRole)
        opens.clicked.connect(lambda: self.open(first))
        main = opens
        if added:
            adds = box.addButton(tr("Add as photos"), MessageBox.ButtonRole.ActionRole)
            adds.clicked.connect(lambda: self.take_photos(added))
            if len(added) > 1 and self._window.workspace is Workspace.PHOTOS:
                main = adds
        box.recommend(main)
        stays = box.addButton(tr("Cancel"), MessageBox.ButtonRole.RejectRole)
        box.setEscapeButton(stays)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def _question_about(self, first: Path, added: Sequence[Path]) -> str:
        if not added:
            return tr(
                "Only one folder or label file can be open at a time. Open “{folder}” and ignore "
                "the rest?",
                folder=first.name,
            )
        name = self._window.session.labels.root.name
        if len(added) == 1:
            return tr(
                "Open “{folder}” instead of “{name}”, or add its pictures to “{name}” as photos? "
                "Labels beside added photos are not read.",
                folder=first.name,
                name=name,
            )
        return tr(
            "Only one folder can be open at a time. Open just “{folder}” instead of “{name}”, or "
            "add all dropped pictures to “{name}” as photos? Labels beside added photos are not "
            "read.",
            folder=first.name,
            name=name,
        )

    def _opening(self, progress: OpeningProgress) -> None:
        status = self._window.status
        status.show_progress(tr("Reading"), progress.done, progress.total, self._cancel_opening)

    def _cancel_opening(self) -> None:
        self._window.session.cancel_opening()
        self._window.status.say(tr("Nothing was opened."))

    def _opening_ended(self) -> None:
        self._window.status.hide_progress()
        self._trains_next = False

    def _opened(self) -> None:
        window = self._window
        labels, problems = window.session.labels, window.session.problems
        window.leave_welcome()
        window.show_bottom()
        window.setWindowTitle(f"{labels.root.name} – kpstudio")
        window.settings.add_recent(window.session.path)
        window.status.say(_opened_words(labels, len(problems)))
        if self._trains_next:
            self._trains_next = False
            window.show_workspace(Workspace.TRAIN)
            window.train_settings.preset.choose("bignet")
            window.training.start()

    def _list_recent(self) -> None:
        self._recent.clear()
        for path in self._window.settings.recent:
            words = str(path).replace("&", "&&")  # a single one would underline a letter
            self._recent.addAction(words).triggered.connect(partial(self._open_recent, path))
        self._recent.setEnabled(not self._recent.isEmpty())

    def _open_recent(self, path: Path, _checked: bool = False) -> None:
        self.open(path)

    def _forget_recent(self, path: Path) -> None:
        window = self._window
        window.settings.forget_recent(path)
        window.show_welcome()

    # Photos

    def add_photos(self) -> None:
        """Ask for pictures without labels."""
        patterns = " ".join(f"*{suffix}" for suffix in sorted(images.SUFFIXES))
        paths, _ = QFileDialog.getOpenFileNames(
            self._window,
            tr("Add photos"),
            self._start(),
            tr("Pictures ({patterns});;All files (*)", patterns=patterns),
        )
        self.take_photos([Path(path) for path in paths])

    def add_photo_folder(self) -> None:
        """Ask for a folder of pictures without labels."""
        folder = QFileDialog.getExistingDirectory(self._window, tr("Add photos"), self._start())
        if folder:
            self.take_photos([Path(folder)])

    def take_photos(self, paths: Sequence[Path]) -> None:
        """Add pictures to the project and predict them with the run in use."""
        self._photos.take(paths)

    # Files

    def export(self) -> None:
        """Export landmarks, and say what was written."""
        window = self._window
        labels, selected = window.session.labels, window.faces.selected()
        model = window.faces_model
        listed = Listed(model.face_ids, list(model.filters.filters), model.choose)
        dialog = ExportDialog(labels, selected, window.session.format, window, listed)
        if dialog.exec() and dialog.report is not None:
            self._tell_exported(dialog.target, translated(dialog.report.sentence()))
        dialog.deleteLater()

    def _tell_exported(self, folder: Path, told: str) -> None:
        told = f"{tr('Exported to {folder}', folder=folder)}\n{told}"
        self._window.status.say(told)
        self.exported.emit()
        box = MessageBox(MessageBox.Icon.Information, tr("Exported"), told, self._window)
        shows = box.addButton(tr("Show folder"), MessageBox.ButtonRole.ActionRole)
        seen = box.addButton(MessageBox.StandardButton.Ok)
        box.setDefaultButton(seen)
        box.setEscapeButton(seen)
        box.exec()
        if box.clickedButton() is shows:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
        box.deleteLater()

    def problems(self) -> None:
        """List what was odd."""
        dialog = problems_dialog(self._window.session.problems, self._window)
        dialog.exec()
        dialog.deleteLater()


def _opened_words(labels: LabelSet, problems: int) -> str:
    labelled = {face.picture for face in labels if face.landmarks is not None}
    bare = len(labels.pictures) - len(labelled)
    told = [
        tr_count("1 picture", "{count:,} pictures", len(labels.pictures)),
        tr_count("1 labelled face", "{count:,} labelled faces", labels.labelled_count),
    ]
    if labelled and bare:
        told.append(tr_count("1 without labels", "{count:,} without labels", bare))
    odd = tr_count("1 problem", "{count} problems", problems)
    see = tr(" · {odd}: see File, Problems found", odd=odd) if problems else ""
    return f"{', '.join(told)}{see}"


def _show_folder(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path if path.is_dir() else path.parent)))
