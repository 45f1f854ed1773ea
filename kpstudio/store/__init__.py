"""The project on disk: corrections, predictions, settings and runs."""
