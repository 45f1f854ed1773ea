"""A format: a line for each face, as in "picture: x,y x,y"."""

from kpstudio.io.formats.line_list import LineList


class Lines(LineList):
    name, title, suffixes, first_line = "lines", "Lines of points", (".lines",), "lines of points"

    def parse(self, line):
        picture, points = line.rsplit(": ", 1)
        return picture, [[float(v) for v in point.split(",")] for point in points.split()]

    def line(self, picture, xy_image):
        return f"{picture}: " + " ".join(f"{x!r},{y!r}" for x, y in xy_image.tolist())
