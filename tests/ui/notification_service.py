"""A service of notifications, as a desktop has one: writes what it is told, and clicks on it.

Run as a program of its own: who asks it waits for its answer, and so cannot be the same.
"""

from __future__ import annotations

import json
import sys

from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, QTimer, Signal, Slot
from PySide6.QtDBus import QDBusConnection

NUMBER = 3_000_000_000  # needs all bits of a number without a sign
NAME, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"


@ClassInfo({"D-Bus Interface": NAME})
class Service(QObject):
    ActionInvoked = Signal("uint", str)

    @Slot(str, "uint", str, str, str, "QStringList", "QVariantMap", int, result="uint")
    def Notify(self, *told: object) -> int:  # noqa: N802 - the specification's name
        print(json.dumps(told), flush=True)
        QTimer.singleShot(0, lambda: self.ActionInvoked.emit(NUMBER, "default"))
        return NUMBER


def serve(address: str) -> None:
    app, service = QCoreApplication([]), Service()
    bus = QDBusConnection.connectToBus(address, "service")
    how = QDBusConnection.RegisterOption
    assert bus.registerObject(PATH, service, how.ExportAllSlots | how.ExportAllSignals)
    assert bus.registerService(NAME)
    print("ready", flush=True)
    app.exec()


if __name__ == "__main__":
    serve(sys.argv[1])
