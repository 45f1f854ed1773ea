"""Every action of the window in one table: menu, words, keys. Menus and the keys page read it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from kpstudio.app.language import tr
from kpstudio.core.texts import Text
from kpstudio.ui.panels.menu import Menu


@dataclass(frozen=True)
class ActionSpec:
    """One thing a person can do.

    Attributes:
        key: Its name in code.
        menu: The menu it stands in.
        text: Its words there.
        shortcuts: Its keys as long as a person gives it no others: two at most, of which the first
            is shown.
        without_key: Why it has no key.
        tip: What it does, where the words do not say it all.
        checkable: Whether it is a switch.
        brief: Words for a button, where the menu's are too long.
        separated: Whether a line stands above it, or above the menu inside that it begins.
        inside: The menu inside ``menu`` that it stands in, so that none is higher than a screen.
        at_faces: Whether its keys belong to picture, list and points alone, because they mean
            something else in fields and tables.
        at_picture: Whether its keys belong to the picture alone.
        at_runs: Whether its keys belong to the table of runs alone.
    """

    key: str
    menu: Text
    text: Text
    shortcuts: tuple[str, ...] = ()
    tip: Text = ""
    checkable: bool = False
    brief: Text = ""
    separated: bool = False
    inside: Text = ""
    at_faces: bool = False
    at_picture: bool = False
    at_runs: bool = False
    without_key: Text = ""


MENUS = ("File", "Edit", "View", "Go", "Points", "Train", "Review", "Help")

ACTIONS = (
    ActionSpec("open_folder", "File", "Open folder…", ("Ctrl+O",)),
    ActionSpec("open_file", "File", "Open label file…", ("Ctrl+Shift+O",)),
    ActionSpec("open_sample", "File", "Open the sample faces",
               without_key="the first page has a button for it", inside="More to open"),
    ActionSpec("public_data", "File", "Get public data…", ("Ctrl+Shift+D",),
               tip="Sets of faces with landmarks that others have made public",
               inside="More to open"),
    ActionSpec("first_page", "File", "First page", without_key="it is rarely needed",
               tip="What was open lately, and the ways to begin; a workspace leads back",
               separated=True, inside="More to open"),
    ActionSpec("add_photos", "File", "Add photos…", ("Ctrl+I",), separated=True),
    ActionSpec("add_photo_folder", "File", "Add a folder of photos…", ("Ctrl+Shift+I",)),
    ActionSpec("save_copy", "File", "Save a copy", ("Ctrl+S",), separated=True,
               tip="Keep all corrections as they are now, to go back to; each is saved anyway"),
    ActionSpec("import_labels", "File", "Import labels…", ("Ctrl+M",), separated=True,
               tip="Take labels of these pictures from another file, after a look at what changes"),
    ActionSpec("export", "File", "Export landmarks…", ("Ctrl+E",), brief="Export…"),
    ActionSpec("problems", "File", "What was odd…", ("F8",),
               tip="What was met while opening the folder", inside="This folder"),
    ActionSpec("choose_labels", "File", "Which labels count…", ("Ctrl+Shift+L",),
               tip="Choose again between label sets that name the same pictures",
               inside="This folder"),
    ActionSpec("show_picture", "File", "Show in folder", without_key="it is rarely needed",
               tip="Show the folder that the picture in view lies in", inside="This folder"),
    ActionSpec("quit", "File", "Quit", ("Ctrl+Q",), separated=True),
    ActionSpec("undo", "Edit", "Undo", ("Ctrl+Z",)),
    ActionSpec("redo", "Edit", "Redo", ("Ctrl+Shift+Z", "Ctrl+Y")),
    ActionSpec("copy_points", "Edit", "Copy points", ("Ctrl+C",), separated=True, at_faces=True,
               tip="Copy the chosen points, or all of the face, also for a spreadsheet"),
    ActionSpec("copy_picture", "Edit", "Copy the picture as seen", ("Ctrl+Alt+C",),
               tip="Copy what the canvas shows, points and all"),
    ActionSpec("copy_names", "Edit", "Copy file names",
               without_key="it is in the menu of the list",
               tip="Copy the names of the selected faces' pictures, one a line"),
    ActionSpec("paste", "Edit", "Paste", ("Ctrl+V",),
               tip="Give this face the copied points; pictures and files become photos"),
    ActionSpec("all_points", "Edit", "Select all points", ("Ctrl+A",), separated=True,
               at_picture=True),
    ActionSpec("history", "Edit", "History", ("Ctrl+H",), separated=True,
               tip="What was changed, by whom and when; go back and forth in it"),
    ActionSpec("author", "Edit", "Your name…",
               without_key="a name is given once",
               tip="The name that stands beside your changes in the history"),
    ActionSpec("settings", "Edit", "Settings…", ("Ctrl+,",), separated=True,
               tip="Theme, size of text, your name, copies, room on disk"),
    ActionSpec("show_label", "View", "Label", ("Ctrl+1",), checkable=True,
               tip="Look at faces, drag points into place and mark what is checked"),
    ActionSpec("show_train", "View", "Train", ("Ctrl+2",), checkable=True,
               tip="Train networks, watch how they learn and compare their runs"),
    ActionSpec("show_review", "View", "Review", ("Ctrl+3",), checkable=True,
               tip="See where the run in use fails, on which faces and points"),
    ActionSpec("show_photos", "View", "Photos", ("Ctrl+4",), checkable=True,
               tip="Let the run in use find the points in your own photos"),
    ActionSpec("ground_truth", "View", "Ground truth", ("G",), checkable=True,
               brief="Ground truth ●", tip="Show or hide the discs",
               separated=True, inside="Points and lines"),
    ActionSpec("prediction", "View", "Prediction", ("P",), checkable=True, brief="Prediction ✕",
               tip="Show or hide the crosses", inside="Points and lines"),
    ActionSpec("offsets", "View", "Lines from point to prediction", ("O",), checkable=True,
               inside="Points and lines"),
    ActionSpec("edges", "View", "Outline of the face", ("L",), checkable=True,
               inside="Points and lines"),
    ActionSpec("numbers", "View", "Point numbers", ("N",), checkable=True,
               inside="Points and lines"),
    ActionSpec("doubt", "View", "Doubt of the prediction", ("Shift+U",), checkable=True,
               tip="Show how far the network's answers to different looks scatter",
               inside="Points and lines"),
    ActionSpec("swap_runs", "View", "Blink to the other run", ("Q",), checkable=True,
               tip="Show the points of the run chosen in Moved in place of those of the run in "
                   "use: tap the key to switch, hold it for a look",
               separated=True, inside="Points and lines"),
    ActionSpec("both_runs", "View", "Both runs together", ("Shift+Q",), checkable=True,
               tip="Draw the points of the run chosen in Moved as rings beside the crosses",
               inside="Points and lines"),
    ActionSpec("hide_points", "View", "Hide all points", ("H",), checkable=True,
               tip="Show the picture alone: tap the key to switch, hold it for a look",
               separated=True, inside="Points and lines"),
    ActionSpec("fit", "View", "Fit picture", ("F",), brief="Fit", inside="Picture"),
    ActionSpec("zoom_in", "View", "Zoom in", ("Ctrl++", "Ctrl+="), inside="Picture"),
    ActionSpec("zoom_out", "View", "Zoom out", ("Ctrl+-",), inside="Picture"),
    ActionSpec("loupe", "View", "Loupe while dragging", ("Shift+L",), checkable=True,
               tip="Show what lies under a dragged point enlarged, beside the pointer",
               separated=True, inside="Picture"),
    ActionSpec("adjust", "View", "Brightness and contrast…", ("Ctrl+B",),
               tip="Show the picture lighter or with more contrast; it is not changed",
               inside="Picture"),
    ActionSpec("gallery", "View", "Gallery", ("Ctrl+G",), checkable=True,
               tip="Show the faces of the list as a grid of pictures; Enter shows one large, "
                   "Esc goes back to the picture"),
    ActionSpec("faces_list", "View", "List of faces", ("F9",), checkable=True,
               tip="Show or fold the list; where the window is narrow it folds by itself",
               separated=True),
    ActionSpec("side_panel", "View", "Panel at the right", ("Shift+F9",), checkable=True,
               tip="Show or fold points, errors, history and settings beside the picture"),
    ActionSpec("reset_layout", "View", "Reset the layout",
               without_key="it is rarely needed",
               tip="Show the parts of the window again, with the borders where they were at first"),
    ActionSpec("previous_face", "Go", "Previous face", ("A", "PgUp")),
    ActionSpec("next_face", "Go", "Next face", ("D", "PgDown")),
    ActionSpec("first_face", "Go", "First face", ("Home",)),
    ActionSpec("last_face", "Go", "Last face", ("End",)),
    ActionSpec("ten_back", "Go", "Ten faces back", ("Ctrl+Left", "Ctrl+Up"), at_faces=True),
    ActionSpec("ten_on", "Go", "Ten faces on", ("Ctrl+Right", "Ctrl+Down"), at_faces=True),
    ActionSpec("next_unfinished", "Go", "Next unfinished face", ("Ctrl+Return",),
               tip="Go to the next face that is neither checked nor rejected"),
    ActionSpec("previous_point", "Go", "Previous point", ("W",), separated=True),
    ActionSpec("next_point", "Go", "Next point", ("S",)),
    ActionSpec("search", "Go", "Search faces", ("Ctrl+F",), separated=True),
    ActionSpec("start_from", "Points", "Start from the prediction", ("Shift+P",),
               brief="Start from prediction",
               tip="Make the predicted points this face's own, ready to be dragged"),
    ActionSpec("checked", "Points", "Checked, and on to the next", ("Return", "Enter"),
               brief="Checked", at_faces=True,
               tip="Mark this face as checked and go on to the next unfinished one"),
    ActionSpec("reject", "Points", "Reject the prediction", ("X",),
               tip="Mark this prediction as useless and go on to the next unfinished face"),
    ActionSpec("unchecked", "Points", "Take the mark back", ("Shift+Return", "Shift+Enter"),
               at_faces=True, tip="Make this face neither checked nor rejected"),
    ActionSpec("tags", "Points", "Tags…", ("T",),
               tip="Tag the faces selected in the list, to find them by", separated=True),
    ActionSpec("approve", "Points", "Approve", ("Y",),
               tip="As a second person, agree with the selected faces that are checked",
               inside="Second look"),
    ActionSpec("give_back", "Points", "Return with a note…", ("Shift+Y",),
               tip="Send the selected faces back: they are then neither checked nor rejected",
               inside="Second look"),
    ActionSpec("visibility", "Points", "Visible, occluded, missing", ("V",),
               tip="Turn the chosen points to occluded, missing and visible again", separated=True),
    ActionSpec("lock", "Points", "Lock or unlock points", ("K",),
               tip="Hold the chosen points where they are, or let them go again"),
    ActionSpec("fit_shape", "Points", "Fit the shape to the chosen points", ("Shift+F",),
               tip="Put the other points where the shape model wants them; locked ones stay",
               inside="Shape"),
    ActionSpec("space_evenly", "Points", "Space evenly", ("E",),
               tip="Set the chosen points at equal distances along the curve through them; "
                   "its ends and locked points stay", inside="Shape"),
    ActionSpec("bend_lines", "Points", "Bend lines by dragging", ("Shift+E",), checkable=True,
               tip="While on, a dragged point of the jaw or a brow takes the line along, evenly "
                   "spaced; the ends and locked points stay", inside="Shape"),
    ActionSpec("drop_shape", "Points", "Place the mean shape", ("I",), brief="Mean shape",
               tip="Click the two eyes or drag a box, and a whole face of points lies there",
               separated=True, inside="Place points"),
    ActionSpec("place_points", "Points", "Place point after point", ("Shift+I",),
               brief="Point by point",
               tip="Click the points that are missing, one after the other, led by a drawing",
               inside="Place points"),
    ActionSpec("draw_box", "Points", "Draw the face's box", ("B",), brief="Draw box",
               tip="Drag a box around the face, or an edge or corner of its box; the network "
                   "then looks only there", separated=True, inside="Place points"),
    ActionSpec("predict", "Points", "Predict again", ("Ctrl+R",), brief="Predict",
               tip="Let the chosen run predict this face", inside="Place points"),
    ActionSpec("mirror_face", "Points", "Mirror the face", ("M",),
               tip="Reflect the points from side to side; left stays the subject's left",
               inside="Whole face"),
    ActionSpec("swap_sides", "Points", "Swap left and right", ("Shift+M",),
               tip="Let each point change places with its partner, where sides were mixed up",
               inside="Whole face"),
    ActionSpec("place_like", "Points", "Place like the face before", ("C",),
               tip="Copy the points of the face in the picture before this one in the list",
               inside="Whole face"),
    ActionSpec("mark_checked", "Points", "Mark as checked",
               without_key="it is in the menu of the list",
               tip="Mark all selected faces as checked, and stay",
               separated=True, inside="Whole face"),
    ActionSpec("bring_back", "Points", "Back to the file's labels", ("Ctrl+Backspace",),
               tip="Take back everything done to the selected faces; added faces stay",
               inside="Whole face"),
    ActionSpec("add_face", "Points", "Add a face…", ("Ctrl+N",),
               tip="Draw the box of another face in this picture",
               separated=True, inside="Whole face"),
    ActionSpec("delete_face", "Points", "Delete the face", ("Ctrl+Del",), at_faces=True,
               tip="Take the selected faces out; the pictures' files stay", inside="Whole face"),
    ActionSpec("edit_scheme", "Points", "Edit the scheme…", ("Ctrl+K",),
               tip="Name, group, connect and pair the points; what errors are divided by",
               separated=True),
    ActionSpec("train", "Train", "Start training", ("Ctrl+T",), brief="Train…"),
    ActionSpec("retrain", "Train", "Train on corrections", ("Ctrl+Shift+C",),
               tip="Train the run in use further on the faces as they are now; Review then tells "
                   "what moved"),
    ActionSpec("pause", "Train", "Pause", ("Ctrl+P",)),
    ActionSpec("stop", "Train", "Stop", ("Ctrl+.",),
               tip="End the run; its best and last states are kept"),
    ActionSpec("sweep", "Train", "Vary settings…", ("Ctrl+Shift+T",), separated=True,
               tip="Train every combination of some values, and compare them in one plot"),
    ActionSpec("find_rate", "Train", "Find a learning rate…", ("Ctrl+Shift+F",),
               brief="Find rate…",
               tip="See in a hundred steps which learning rate suits these faces"),
    ActionSpec("resume", "Train", "Resume the chosen run", ("Ctrl+Shift+R",),
               tip="Go on with a run that was stopped or interrupted"),
    ActionSpec("pictures", "Train", "Training pictures", ("Ctrl+5",), checkable=True,
               separated=True,
               tip="What the network is really fed: augmented pictures with their points"),
    ActionSpec("export_model", "Train", "Export model…", ("Ctrl+Shift+E",),
               tip="Write the network of the run in use as an ONNX file, for other programs"),
    ActionSpec("use_run", "Train", "Use for predictions", separated=True, inside="Chosen runs",
               without_key="Enter in the table of runs does it",
               tip="Let the chosen run predict, and be what Review tells of"),
    ActionSpec("rename_run", "Train", "Rename the run", ("F2",), at_runs=True, inside="Chosen runs",
               tip="Give the chosen run a name of your own"),
    ActionSpec("run_folder", "Train", "Show the run's folder", inside="Chosen runs",
               without_key="it is in the menu of the runs",
               tip="Settings, curves and weights of the chosen run, as files"),
    ActionSpec("export_run", "Train", "Export the chosen run's model…", inside="Chosen runs",
               without_key="it is in the menu of the runs",
               tip="Write its network as an ONNX file, be it in use or not"),
    ActionSpec("delete_runs", "Train", "Delete runs…", ("Del",), at_runs=True,
               inside="Chosen runs",
               tip="Delete the chosen runs with their weights, curves and predictions"),
    ActionSpec("worst", "Review", "Walk the failures", ("Ctrl+Shift+W",),
               tip="Worst validation face first"),
    ActionSpec("contact_sheet", "Review", "Save a contact sheet…", ("Ctrl+Shift+S",),
               tip="A picture of the worst and best faces"),
    ActionSpec("report", "Review", "Write a report…", ("Ctrl+Shift+H",),
               tip="One HTML page about the run in use: figures, where it fails, faces, how to "
                   "repeat it; it compares with the run chosen in Moved"),
    ActionSpec("second_labels", "Review", "Another person's labels…",
               without_key="they are chosen once",
               tip="How far another person's labels of these faces lie apart is as close as a "
                   "network can be judged; the plots show it"),
    ActionSpec("label_next", "Review", "Rank what to label next", ("Ctrl+Shift+J",), separated=True,
               tip="Put first the faces without labels that the run is unsure of, that are unlike "
                   "anything labelled, or that turn as few labelled ones do"),
    ActionSpec("more_like", "Review", "More like this", ("R",),
               tip="Put first the faces that the network of the run sees as it sees this one"),
    ActionSpec("depends", "Review", "What this point depends on", ("U",), checkable=True,
               tip="Cover the picture piece by piece, and show where that moves the prediction of "
                   "the chosen points, or of all"),
    ActionSpec("check_labels", "Review", "Check the labels…", ("Ctrl+L",), separated=True,
               tip="Look for wrong conventions, orders and copies; nothing is changed by itself"),
    ActionSpec("find_suspects", "Review", "Find suspicious labels…", ("Ctrl+Shift+U",),
               tip="Train networks that see only a part of the faces each, and list the faces of "
                   "which the labels disagree with those that did not see them"),
    ActionSpec("labels_right", "Review", "The labels are right", ("Shift+R",),
               tip="List the selected faces no more among the suspicious ones"),
    ActionSpec("help", "Help", "Contents", ("F1",),
               tip="How to do what, with pictures; opened at what is in view"),
    ActionSpec("tour", "Help", "Show me around", without_key="the first page has a button for it",
               tip="A tour of five minutes with the sample faces: look, train, correct, export"),
    ActionSpec("palette", "Help", "Find a command…", ("Ctrl+Shift+P",),
               tip="Type some letters of what you want to do"),
    ActionSpec("keys", "Help", "Keys…", ("?",),
               tip="Look up and change what the keys do"),
    ActionSpec("log", "Help", "Show the log", without_key="it is rarely needed",
               tip="What was told and what went wrong, in files on this machine alone"),
    ActionSpec("about", "Help", "About kpstudio", without_key="it is read once"),
)  # fmt: skip


def make_menus(window: QMainWindow) -> dict[str, QMenu]:
    """Add the menus, empty as yet, and return them by their English titles."""
    menus: dict[str, QMenu] = {title: Menu(f"&{tr(title)}", window) for title in MENUS}
    for menu in menus.values():
        window.menuBar().addMenu(menu)
    return menus


def make_actions(
    window: QMainWindow,
    menus: Mapping[str, QMenu],
    slots: Mapping[str, Callable[..., object]],
    at_faces: Sequence[QWidget] = (),
    at_picture: Sequence[QWidget] = (),
    at_runs: Sequence[QWidget] = (),
) -> dict[str, QAction]:
    """Make every action of the table and put it into its menu; `Shortcuts` gives it its keys.

    Args:
        window: Owns the actions.
        menus: By title; what a menu holds already stays below.
        slots: What to call for each key; a switch's slot gets its new state.
        at_faces: Where the keys of faces work.
        at_picture: Where the keys of the picture work.
        at_runs: Where the keys of the runs work.

    Returns:
        Actions by key.

    Raises:
        KeyError: If an action has no slot.
    """
    first = {title: next(iter(menu.actions()), None) for title, menu in menus.items()}
    actions, inside = {}, dict[str, QMenu]()
    for spec in ACTIONS:
        action = QAction(tr(spec.text), window)
        action.setIconText(tr(spec.brief or spec.text))
        action.setCheckable(spec.checkable)
        slot = slots[spec.key]
        if spec.checkable:
            action.toggled.connect(slot)
        else:
            action.triggered.connect(lambda _=False, slot=slot: slot())
        _place(spec, action, menus[spec.menu], first[spec.menu], inside)
        own = ((spec.at_faces, at_faces), (spec.at_picture, at_picture), (spec.at_runs, at_runs))
        places = next((places for only, places in own if only), ())
        if places:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        for widget in places or (window,):
            widget.addAction(action)
        actions[spec.key] = action
    return actions


def _place(
    spec: ActionSpec, action: QAction, menu: QMenu, below: QAction | None, inside: dict[str, QMenu]
) -> None:
    """Put an action into its menu, above ``below``, or into the menu ``inside`` it."""
    if spec.inside in inside:
        menu, below = inside[spec.inside], None
    if spec.separated:
        menu.insertSeparator(below)  # type: ignore[arg-type]
    if spec.inside and spec.inside not in inside:
        made = inside[spec.inside] = Menu(tr(spec.inside), menu)
        menu.insertMenu(below, made)  # type: ignore[arg-type]
        menu, below = made, None
    menu.insertAction(below, action)  # type: ignore[arg-type]
