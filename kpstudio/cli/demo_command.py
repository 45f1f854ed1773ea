"""The demo: in the window where there is a screen, else here."""

from __future__ import annotations

import argparse

from kpstudio.cli import console, window
from kpstudio.cli.interrupts import stopping
from kpstudio.cli.screen import why_no_window
from kpstudio.cli.training_view import TrainingView


def demo(arguments: argparse.Namespace) -> int:
    """Do the main job on the sample faces."""
    if arguments.out is None:
        reason = why_no_window()
        if reason is None:
            return window.show(demo=True)
        console.complain(f"{reason}; the demo runs without a window")
    return _headless(arguments)


def _headless(arguments: argparse.Namespace) -> int:
    from kpstudio.engine.control import Control
    from kpstudio.tasks.demo import Demo, default_folder, sample_folder

    out = arguments.out or default_folder()
    drawing = console.Progress("drawing faces")
    sample = sample_folder(drawing.show, out / "sample")
    drawing.close()
    job = Demo(sample, out)
    control = Control()
    view = TrainingView(job.config)
    with stopping(control.stop) as interruption:
        for event in job.train(control):
            view.show(event)
    if interruption.exit_code:
        console.complain(f"stopped; the run so far is in {job.run}")
        return interruption.exit_code
    predicting = console.Progress("predicting")
    result = job.finish(predicting)
    predicting.close()
    console.say("On synthetic faces that kpstudio drew itself, 8 persons held out:")
    console.say(result.evaluation.sentences())
    console.say()
    rows = (
        ("sample faces", sample),
        ("trained run", job.run),
        ("landmark files", job.exported),
        ("contact sheet", result.sheet),
    )
    console.say(console.table((name, str(path)) for name, path in rows))
    console.say(f"To see the faces in the window: kpstudio {sample}")
    return 0
