"""Synthetic portraits with exact landmarks, so that the program has something to show."""

from kpstudio.sample.faces import SampleFace, own_photos, sample_faces
from kpstudio.sample.write import write_sample

__all__ = ["SampleFace", "own_photos", "sample_faces", "write_sample"]
