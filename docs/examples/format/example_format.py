"""A format: a line for each face, as in "picture: x,y x,y"."""

from kpstudio.core.labelset import Face, FaceState, face_id
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.schema import scheme_for_count
from kpstudio.io.formats.base import Holds, ReadResult


class Lines:
    name, title, suffixes, per_picture = "lines", "Lines of points", (".lines",), False
    holds = Holds(
        False, boxes=False, missing=False, subpixel=True, visibility=False, scheme_names=False
    )

    def sniff(self, path, head):
        return head.startswith(b"lines of points\n")

    def read(self, paths, root, pictures=None):
        faces = []
        for line in (line for path in paths for line in path.read_text().splitlines()[1:]):
            picture, points = line.split(": ")
            marks = Landmarks.of([[float(v) for v in p.split(",")] for p in points.split()])
            faces.append(Face(face_id(picture), picture, marks, state=FaceState.LABELLED))
        scheme = scheme_for_count(faces[0].landmarks.count if faces else 0)
        return ReadResult(scheme, tuple(faces), (), tuple(face.picture for face in faces))

    def plan(self, faces, folder):
        return [folder / "labels.lines"] if faces else []

    def write(self, labels, faces, folder):
        for path in self.plan(faces, folder):
            path.parent.mkdir(parents=True, exist_ok=True)
            rows = (
                f"{face.picture}: "
                + " ".join(f"{x!r},{y!r}" for x, y in face.landmarks.xy_image.tolist())
                for face in faces
            )
            path.write_text("\n".join(["lines of points", *rows, ""]))
        return self.plan(faces, folder)
