"""Whole jobs without a screen, for the window and the command line alike."""
