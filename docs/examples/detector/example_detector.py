"""A face detector for one face before a cold wall: the box around all that is warm in colour."""

import numpy as np


def warm(rgb):
    red, blue = rgb[..., 0].astype(int), rgb[..., 2].astype(int)
    rows, columns = np.nonzero(red > blue + 30)
    if not rows.size:
        return []
    return [(columns.min(), rows.min(), columns.max() + 1, rows.max() + 1, 0.9)]
