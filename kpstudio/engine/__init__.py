"""Networks: data, training, prediction and evaluation."""

import os


def _busy() -> bool:
    """Whether other work asked for more than a quarter of the cores during the last minute."""
    if not hasattr(os, "getloadavg"):
        return False
    try:
        return os.getloadavg()[0] > (os.cpu_count() or 1) / 4
    except OSError:
        return False


# torch's OpenMP threads wait for each other by spinning. Where anything else wants a core (a
# browser, another training) they spin away whole time slices: a short spin and then sleep is twice
# as quick there, but takes half as long again where the cores are free
# (benchmarks/waiting_threads.py). It must be said before torch is loaded; who knows better sets the
# variable. What changes later is met by the count of threads: see `kpstudio.engine.tuning`.
if _busy():
    os.environ.setdefault("GOMP_SPINCOUNT", "1000")
