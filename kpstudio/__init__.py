"""kpstudio: train facial-keypoint networks and correct landmarks."""

from importlib.metadata import version

__version__ = version("kpstudio")
