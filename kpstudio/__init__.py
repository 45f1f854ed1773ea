"""kpstudio: train facial-keypoint networks and correct landmarks."""

from importlib import import_module
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kpstudio.api import FacePoints, Net, load

__all__ = ["FacePoints", "Net", "__version__", "load"]
__version__ = version("kpstudio")


def __getattr__(name: str) -> Any:
    """Load the Python interface once it is asked for: the program itself does without."""
    if name in ("FacePoints", "Net", "load"):
        return getattr(import_module("kpstudio.api"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
