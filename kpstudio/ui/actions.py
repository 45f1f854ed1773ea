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
    ActionSpec("open_sample", "File", "Open sample faces",
               without_key="the start page has a button for it", inside="Open more"),
    ActionSpec("public_data", "File", "Get public data…", ("Ctrl+Shift+D",),
               tip="Published sets of faces with landmarks",
               inside="Open more"),
    ActionSpec("first_page", "File", "Start page", without_key="it is rarely needed",
               tip="Recent folders and ways to begin; any workspace brings you back",
               separated=True, inside="Open more"),
    ActionSpec("add_photos", "File", "Add photos…", ("Ctrl+I",), separated=True),
    ActionSpec("add_photo_folder", "File", "Add folder of photos…", ("Ctrl+Shift+I",)),
    ActionSpec("save_copy", "File", "Save a copy", ("Ctrl+S",), separated=True,
               tip="Keep a copy of all corrections to go back to; each change is saved anyway"),
    ActionSpec("import_labels", "File", "Import labels…", ("Ctrl+M",), separated=True,
               tip="Import labels for these pictures from another file, with a preview of what "
                   "changes"),
    ActionSpec("export", "File", "Export landmarks…", ("Ctrl+E",), brief="Export…"),
    ActionSpec("problems", "File", "Problems found…", ("F8",),
               tip="Problems met while opening the folder", inside="This folder"),
    ActionSpec("choose_labels", "File", "Choose label set…", ("Ctrl+Shift+L",),
               tip="Choose again between label sets for the same pictures",
               inside="This folder"),
    ActionSpec("show_picture", "File", "Show in folder", without_key="it is rarely needed",
               tip="Show the current picture in its folder", inside="This folder"),
    ActionSpec("quit", "File", "Quit", ("Ctrl+Q",), separated=True),
    ActionSpec("undo", "Edit", "Undo", ("Ctrl+Z",)),
    ActionSpec("redo", "Edit", "Redo", ("Ctrl+Shift+Z", "Ctrl+Y")),
    ActionSpec("copy_points", "Edit", "Copy points", ("Ctrl+C",), separated=True, at_faces=True,
               tip="Copy the selected points, or the whole face; pastes into a spreadsheet, too"),
    ActionSpec("copy_picture", "Edit", "Copy picture as shown", ("Ctrl+Alt+C",),
               tip="Copy the picture with its points, as shown here"),
    ActionSpec("copy_names", "Edit", "Copy file names",
               without_key="it is in the list's menu",
               tip="Copy the file names of the selected faces' pictures, one per line"),
    ActionSpec("paste", "Edit", "Paste", ("Ctrl+V",),
               tip="Paste copied points onto this face; pictures and files are added as photos"),
    ActionSpec("all_points", "Edit", "Select all points", ("Ctrl+A",), separated=True,
               at_picture=True),
    ActionSpec("history", "Edit", "History", ("Ctrl+H",), separated=True,
               tip="See who changed what and when, and go back or forward to any change"),
    ActionSpec("author", "Edit", "Your name…",
               without_key="a name is set only once",
               tip="The name shown beside your changes in the history"),
    ActionSpec("settings", "Edit", "Settings…", ("Ctrl+,",), separated=True,
               tip="Theme, text size, your name, copies, disk space"),
    ActionSpec("show_label", "View", "Label", ("Ctrl+1",), checkable=True,
               tip="Look at faces, drag points into place, mark faces as checked"),
    ActionSpec("show_train", "View", "Train", ("Ctrl+2",), checkable=True,
               tip="Train networks, watch them learn and compare runs"),
    ActionSpec("show_review", "View", "Review", ("Ctrl+3",), checkable=True,
               tip="See which faces and points the run in use gets wrong"),
    ActionSpec("show_photos", "View", "Photos", ("Ctrl+4",), checkable=True,
               tip="Let the run in use find the points in your own photos"),
    ActionSpec("ground_truth", "View", "Ground truth", ("G",), checkable=True,
               brief="Ground truth ●", tip="Show or hide the discs",
               separated=True, inside="Points and lines"),
    ActionSpec("prediction", "View", "Prediction", ("P",), checkable=True, brief="Prediction ✕",
               tip="Show or hide the crosses", inside="Points and lines"),
    ActionSpec("offsets", "View", "Lines from point to prediction", ("O",), checkable=True,
               inside="Points and lines"),
    ActionSpec("edges", "View", "Face outline", ("L",), checkable=True,
               inside="Points and lines"),
    ActionSpec("numbers", "View", "Point numbers", ("N",), checkable=True,
               inside="Points and lines"),
    ActionSpec("doubt", "View", "Prediction uncertainty", ("Shift+U",), checkable=True,
               tip="Show how much the network's answers vary when it looks several times",
               inside="Points and lines"),
    ActionSpec("swap_runs", "View", "Show other run", ("Q",), checkable=True,
               tip="Show the run chosen in Moved instead of the run in use: tap the key to "
                   "switch, hold it for a quick look",
               separated=True, inside="Points and lines"),
    ActionSpec("both_runs", "View", "Both runs together", ("Shift+Q",), checkable=True,
               tip="Also draw the points of the run chosen in Moved, as rings",
               inside="Points and lines"),
    ActionSpec("hide_points", "View", "Hide all points", ("H",), checkable=True,
               tip="Show only the picture: tap the key to switch, hold it for a quick look",
               separated=True, inside="Points and lines"),
    ActionSpec("fit", "View", "Fit picture", ("F",), brief="Fit", inside="Picture"),
    ActionSpec("zoom_in", "View", "Zoom in", ("Ctrl++", "Ctrl+="), inside="Picture"),
    ActionSpec("zoom_out", "View", "Zoom out", ("Ctrl+-",), inside="Picture"),
    ActionSpec("loupe", "View", "Loupe while dragging", ("Shift+L",), checkable=True,
               tip="Magnify the area under a dragged point, beside the pointer",
               separated=True, inside="Picture"),
    ActionSpec("adjust", "View", "Brightness and contrast…", ("Ctrl+B",),
               tip="Show the picture brighter or with more contrast; the file is not changed",
               inside="Picture"),
    ActionSpec("gallery", "View", "Gallery", ("Ctrl+G",), checkable=True,
               tip="Show the listed faces as a grid; Enter opens one, Esc returns to the picture"),
    ActionSpec("faces_list", "View", "Face list", ("F9",), checkable=True,
               tip="Show or hide the list; in a narrow window it hides by itself",
               separated=True),
    ActionSpec("side_panel", "View", "Right panel", ("Shift+F9",), checkable=True,
               tip="Show or hide points, errors, history and settings beside the picture"),
    ActionSpec("reset_layout", "View", "Reset layout",
               without_key="it is rarely needed",
               tip="Show all parts of the window again, in their original sizes"),
    ActionSpec("previous_face", "Go", "Previous face", ("A", "PgUp")),
    ActionSpec("next_face", "Go", "Next face", ("D", "PgDown")),
    ActionSpec("first_face", "Go", "First face", ("Home",)),
    ActionSpec("last_face", "Go", "Last face", ("End",)),
    ActionSpec("ten_back", "Go", "Back ten faces", ("Ctrl+Left", "Ctrl+Up"), at_faces=True),
    ActionSpec("ten_on", "Go", "Forward ten faces", ("Ctrl+Right", "Ctrl+Down"), at_faces=True),
    ActionSpec("next_unfinished", "Go", "Next unfinished face", ("Ctrl+Return",),
               tip="Go to the next face that is neither checked nor rejected"),
    ActionSpec("previous_point", "Go", "Previous point", ("W",), separated=True),
    ActionSpec("next_point", "Go", "Next point", ("S",)),
    ActionSpec("search", "Go", "Search faces", ("Ctrl+F",), separated=True),
    ActionSpec("start_from", "Points", "Start from prediction", ("Shift+P",),
               tip="Use the predicted points as this face's own, ready to drag"),
    ActionSpec("checked", "Points", "Mark as checked, go to next", ("Return", "Enter"),
               brief="Checked", at_faces=True,
               tip="Mark this face as checked and go to the next unfinished one"),
    ActionSpec("reject", "Points", "Reject prediction", ("X",),
               tip="Mark this prediction as useless and go to the next unfinished face"),
    ActionSpec("unchecked", "Points", "Clear mark", ("Shift+Return", "Shift+Enter"),
               at_faces=True, tip="Make this face unfinished again: neither checked nor rejected"),
    ActionSpec("tags", "Points", "Tags…", ("T",),
               tip="Tag the selected faces so that you can find them again", separated=True),
    ActionSpec("approve", "Points", "Approve", ("Y",),
               tip="As a second person, approve the selected faces that are checked",
               inside="Second look"),
    ActionSpec("give_back", "Points", "Return with a note…", ("Shift+Y",),
               tip="Return the selected faces as unfinished, saying what to change",
               inside="Second look"),
    ActionSpec("visibility", "Points", "Visible, occluded, missing", ("V",),
               tip="Switch the selected points to occluded, missing and back to visible",
               separated=True),
    ActionSpec("lock", "Points", "Lock or unlock points", ("K",),
               tip="Hold the selected points in place, or release them"),
    ActionSpec("fit_shape", "Points", "Fit shape to selected points", ("Shift+F",),
               tip="Move the other points to where the shape model expects them; locked ones stay",
               inside="Shape"),
    ActionSpec("space_evenly", "Points", "Space evenly", ("E",),
               tip="Space the selected points evenly along their curve; the ends and locked "
                   "points stay", inside="Shape"),
    ActionSpec("bend_lines", "Points", "Bend lines by dragging", ("Shift+E",), checkable=True,
               tip="Dragging a point of the jaw or a brow bends the whole line, evenly spaced; "
                   "the ends and locked points stay", inside="Shape"),
    ActionSpec("drop_shape", "Points", "Place mean shape", ("I",), brief="Mean shape",
               tip="Click the two eyes or drag a box to place all points of a face there",
               separated=True, inside="Place points"),
    ActionSpec("place_points", "Points", "Place point by point", ("Shift+I",),
               brief="Point by point",
               tip="Click the missing points one by one, guided by a drawing",
               inside="Place points"),
    ActionSpec("draw_box", "Points", "Draw face box", ("B",), brief="Draw box",
               tip="Drag a box around the face, or an edge or corner of its box; the network "
                   "then looks only there", separated=True, inside="Place points"),
    ActionSpec("predict", "Points", "Predict again", ("Ctrl+R",), brief="Predict",
               tip="Predict this face with the run in use", inside="Place points"),
    ActionSpec("mirror_face", "Points", "Mirror face", ("M",),
               tip="Mirror the points left to right; left stays the subject's left",
               inside="Whole face"),
    ActionSpec("swap_sides", "Points", "Swap left and right", ("Shift+M",),
               tip="Swap each point with its partner, where left and right were mixed up",
               inside="Whole face"),
    ActionSpec("place_like", "Points", "Place like previous face", ("C",),
               tip="Use the points of the face in the previous picture of the list",
               inside="Whole face"),
    ActionSpec("mark_checked", "Points", "Mark as checked",
               without_key="it is in the list's menu",
               tip="Mark all selected faces as checked and stay here",
               separated=True, inside="Whole face"),
    ActionSpec("bring_back", "Points", "Revert to file labels", ("Ctrl+Backspace",),
               tip="Undo everything done to the selected faces; added faces stay",
               inside="Whole face"),
    ActionSpec("add_face", "Points", "Add face…", ("Ctrl+N",),
               tip="Draw a box around another face in this picture",
               separated=True, inside="Whole face"),
    ActionSpec("delete_face", "Points", "Delete face", ("Ctrl+Del",), at_faces=True,
               tip="Remove the selected faces; the picture files stay", inside="Whole face"),
    ActionSpec("edit_scheme", "Points", "Edit scheme…", ("Ctrl+K",),
               tip="Name, group, connect and pair the points; choose what errors are divided by",
               separated=True),
    ActionSpec("train", "Train", "Start training", ("Ctrl+T",), brief="Train…"),
    ActionSpec("retrain", "Train", "Train on corrections", ("Ctrl+Shift+C",),
               tip="Go on training the run in use on the corrected faces; Review then shows what "
                   "moved"),
    ActionSpec("pause", "Train", "Pause", ("Ctrl+P",)),
    ActionSpec("stop", "Train", "Stop", ("Ctrl+.",),
               tip="End the run; its best and last weights are kept"),
    ActionSpec("sweep", "Train", "Vary settings…", ("Ctrl+Shift+T",), separated=True,
               tip="Train every combination of some values and compare them in one plot"),
    ActionSpec("find_rate", "Train", "Find a learning rate…", ("Ctrl+Shift+F",),
               brief="Find rate…",
               tip="Find a learning rate that suits these faces, in a hundred steps"),
    ActionSpec("resume", "Train", "Resume selected run", ("Ctrl+Shift+R",),
               tip="Continue a run that was stopped or interrupted"),
    ActionSpec("pictures", "Train", "Training pictures", ("Ctrl+5",), checkable=True,
               separated=True,
               tip="What the network really sees: augmented pictures with their points"),
    ActionSpec("export_model", "Train", "Export model…", ("Ctrl+Shift+E",),
               tip="Save the network of the run in use as an ONNX file for other programs"),
    ActionSpec("use_run", "Train", "Use for predictions", separated=True, inside="Selected runs",
               without_key="Enter does it in the table of runs",
               tip="Predict with the selected run, and show its errors in Review"),
    ActionSpec("rename_run", "Train", "Rename run", ("F2",), at_runs=True,
               inside="Selected runs",
               tip="Give the selected run a name of your own"),
    ActionSpec("run_folder", "Train", "Show run folder", inside="Selected runs",
               without_key="it is in the menu of the runs",
               tip="The selected run's settings, curves and weights, as files"),
    ActionSpec("export_run", "Train", "Export selected run's model…", inside="Selected runs",
               without_key="it is in the menu of the runs",
               tip="Save its network as an ONNX file, whether it is in use or not"),
    ActionSpec("delete_runs", "Train", "Delete runs…", ("Del",), at_runs=True,
               inside="Selected runs",
               tip="Delete the selected runs with their weights, curves and predictions"),
    ActionSpec("worst", "Review", "Review failures", ("Ctrl+Shift+W",),
               tip="Start with the worst validation face"),
    ActionSpec("contact_sheet", "Review", "Save contact sheet…", ("Ctrl+Shift+S",),
               tip="A picture of the worst and best faces"),
    ActionSpec("report", "Review", "Write report…", ("Ctrl+Shift+H",),
               tip="One HTML page about the run in use: figures, failures, faces, how to repeat "
                   "it, and a comparison with the run chosen in Moved"),
    ActionSpec("second_labels", "Review", "Another person's labels…",
               without_key="they are chosen only once",
               tip="How far two people's labels differ limits how finely a network can be judged; "
                   "the plots show it"),
    ActionSpec("label_next", "Review", "Rank what to label next", ("Ctrl+Shift+J",), separated=True,
               tip="List the unlabelled faces first that would teach the network most: uncertain, "
                   "new in kind, or in rare poses"),
    ActionSpec("more_like", "Review", "More like this", ("R",),
               tip="List the faces first that look most like this one to the network"),
    ActionSpec("depends", "Review", "What this point depends on", ("U",), checkable=True,
               tip="Cover the picture piece by piece to see where that moves the prediction of "
                   "the selected points, or of all"),
    ActionSpec("check_labels", "Review", "Check labels…", ("Ctrl+L",), separated=True,
               tip="Look for wrong conventions, point orders and copies; nothing is changed "
                   "without asking"),
    ActionSpec("find_suspects", "Review", "Find suspicious labels…", ("Ctrl+Shift+U",),
               tip="Train several networks, each without some of the faces, and list faces whose "
                   "labels disagree with the networks that never saw them"),
    ActionSpec("labels_right", "Review", "Labels are correct", ("Shift+R",),
               tip="Remove the selected faces from the suspicious list"),
    ActionSpec("help", "Help", "Contents", ("F1",),
               tip="How-to pages with pictures, opened at what you are looking at"),
    ActionSpec("tour", "Help", "Show me around", without_key="the start page has a button for it",
               tip="A five-minute tour with the sample faces: look, train, correct, export"),
    ActionSpec("palette", "Help", "Find a command…", ("Ctrl+Shift+P",),
               tip="Type a few letters of what you want to do"),
    ActionSpec("keys", "Help", "Keyboard shortcuts…", ("?",),
               tip="See and change keyboard shortcuts"),
    ActionSpec("log", "Help", "Show log", without_key="it is rarely needed",
               tip="Messages and errors, in files that stay on this computer"),
    ActionSpec("about", "Help", "About kpstudio", without_key="it is rarely needed"),
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
