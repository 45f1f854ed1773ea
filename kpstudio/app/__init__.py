"""The session behind the window: Qt's core, no widgets."""
