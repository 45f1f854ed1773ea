"""Pixels and landmark files."""
