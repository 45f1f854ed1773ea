"""Synthetic portraits with exact landmarks, so that the program has something to show."""

from kpstudio.sample.write import write_sample

__all__ = ["write_sample"]
