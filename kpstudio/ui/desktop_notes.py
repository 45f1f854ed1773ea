"""Notifications of the desktop (freedesktop.org), which Linux shows with and without a tray."""

from __future__ import annotations

from PySide6.QtCore import Q_ARG, Q_RETURN_ARG, SLOT, QMetaObject, QObject, Qt, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusInterface

from kpstudio import resources
from kpstudio.app.language import tr

SERVICE, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
_NEW, _USUAL_TIME, _PATIENCE_MS = 0, -1, 1000
_OPEN = "default"
"""What the specification calls a click on the notification itself."""


class DesktopNotes(QObject):
    """Shows notifications, one in place of the other.

    Signals:
        clicked: a person clicked on one.
    """

    clicked = Signal()

    def __init__(self, parent: QObject, bus: QDBusConnection | None = None) -> None:
        """Create it.

        Args:
            parent: Its parent.
            bus: Where the service is; the session's without.
        """
        super().__init__(parent)
        self._bus = bus or QDBusConnection.sessionBus()
        self._last = _NEW
        slot = SLOT("_invoked(uint,QString)")
        self._bus.connect(SERVICE, PATH, SERVICE, "ActionInvoked", self, slot)  # type: ignore[call-overload]

    def show(self, title: str, words: str) -> bool:
        """Show a notification.

        Args:
            title: Its first line.
            words: What it says.

        Returns:
            Whether there is a service for it.
        """
        if not self._bus.isConnected():
            return False
        service = QDBusInterface(SERVICE, PATH, SERVICE, self._bus)
        if not service.isValid():
            return False
        service.setTimeout(_PATIENCE_MS)  # the window waits for the answer
        icon = str(resources.path("icons/kpstudio.svg"))
        # By its description of itself: Python has no numbers without a sign, which it insists on.
        shown = QMetaObject.invokeMethod(
            service,
            "Notify",
            Qt.ConnectionType.DirectConnection,
            Q_RETURN_ARG("uint"),
            Q_ARG("QString", "kpstudio"),
            Q_ARG("uint", self._last),
            Q_ARG("QString", icon),
            Q_ARG("QString", title),
            Q_ARG("QString", words),
            Q_ARG("QStringList", [_OPEN, tr("Open")]),
            Q_ARG("QVariantMap", {"desktop-entry": "kpstudio"}),
            Q_ARG("int", _USUAL_TIME),
        )
        self._last = shown if isinstance(shown, int) else _NEW
        return self._last != _NEW

    @Slot("uint", str)
    def _invoked(self, number: int, action: str) -> None:
        if (number, action) == (self._last, _OPEN):
            self.clicked.emit()
