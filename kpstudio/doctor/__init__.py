"""Finds what is wrong with the convention of landmark data: base, frame, order, copies."""
