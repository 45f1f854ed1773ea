"""Networks: data, training, prediction and evaluation."""

import os

# torch's OpenMP threads wait for each other by spinning. Where anything else wants a core (a
# browser, the window itself) they spin away whole time slices. A short spin and then sleep is twice
# as quick there, and slower where the cores are free (benchmarks/waiting_threads.py). It must be
# said before torch is loaded; who knows better sets the variable.
os.environ.setdefault("GOMP_SPINCOUNT", "1000")
