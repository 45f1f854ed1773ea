"""What each action of the window does, by the menu it is about."""

from kpstudio.ui.commands.adjusting import AdjustCommands
from kpstudio.ui.commands.cache import CacheCommands
from kpstudio.ui.commands.clipboard import ClipboardCommands
from kpstudio.ui.commands.context import ContextMenus
from kpstudio.ui.commands.copies import CopyCommands
from kpstudio.ui.commands.doctor import DoctorCommands
from kpstudio.ui.commands.export_model import ModelCommands
from kpstudio.ui.commands.faces import FaceCommands
from kpstudio.ui.commands.faults import FaultCommands
from kpstudio.ui.commands.files import FileCommands
from kpstudio.ui.commands.gallery import GalleryCommands
from kpstudio.ui.commands.help import HelpCommands
from kpstudio.ui.commands.importing import ImportCommands
from kpstudio.ui.commands.looks import LookCommands
from kpstudio.ui.commands.measuring import MeasuringCommands
from kpstudio.ui.commands.palette import PaletteCommands
from kpstudio.ui.commands.placing import PlacingCommands
from kpstudio.ui.commands.points import PointCommands
from kpstudio.ui.commands.preferences import PreferenceCommands
from kpstudio.ui.commands.public import PublicCommands
from kpstudio.ui.commands.report import ReportCommands
from kpstudio.ui.commands.retraining import RetrainCommands
from kpstudio.ui.commands.reviewing import ReviewingCommands
from kpstudio.ui.commands.run_list import RunListCommands
from kpstudio.ui.commands.runs import RunCommands
from kpstudio.ui.commands.second_labels import SecondLabelCommands
from kpstudio.ui.commands.seeing import SeeingCommands
from kpstudio.ui.commands.shape import ShapeCommands
from kpstudio.ui.commands.suspecting import SuspectCommands
from kpstudio.ui.commands.tagging import TagCommands
from kpstudio.ui.commands.trying import TryingCommands
from kpstudio.ui.commands.two_runs import TwoRunCommands
from kpstudio.ui.commands.whole_faces import WholeFaceCommands

__all__ = [
    "AdjustCommands",
    "CacheCommands",
    "ClipboardCommands",
    "ContextMenus",
    "CopyCommands",
    "DoctorCommands",
    "FaceCommands",
    "FaultCommands",
    "FileCommands",
    "GalleryCommands",
    "HelpCommands",
    "ImportCommands",
    "LookCommands",
    "MeasuringCommands",
    "ModelCommands",
    "PaletteCommands",
    "PlacingCommands",
    "PointCommands",
    "PreferenceCommands",
    "PublicCommands",
    "ReportCommands",
    "RetrainCommands",
    "ReviewingCommands",
    "RunCommands",
    "RunListCommands",
    "SecondLabelCommands",
    "SeeingCommands",
    "ShapeCommands",
    "SuspectCommands",
    "TagCommands",
    "TryingCommands",
    "TwoRunCommands",
    "WholeFaceCommands",
]
