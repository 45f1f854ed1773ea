"""Put one portrait together: geometry, visibility, paint, light, picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from kpstudio.sample import hair as hair_module
from kpstudio.sample import parts, shading, strands
from kpstudio.sample.backdrop import Backdrop, make_backdrop
from kpstudio.sample.camera import Camera, make_camera
from kpstudio.sample.glasses import draw_glasses
from kpstudio.sample.head import HeadSurface, Mesh
from kpstudio.sample.identity import Person, make_person
from kpstudio.sample.landmarks import project_landmarks
from kpstudio.sample.numerics import F32, F64, NOISE_SIZE, Floats, Ints, noise_field, soften
from kpstudio.sample.paint import paint
from kpstudio.sample.raster import Resolved, Visibility, rasterise, resolve
from kpstudio.sample.samples import CURTAIN, EAR, HEAD, KINDS, NECK, Samples
from kpstudio.sample.views import View, express, lip_gap

OVERSAMPLE = 2
_MARGIN = 6


@dataclass(frozen=True)
class Portrait:
    """A rendered picture with its exact landmarks.

    Attributes:
        pixels: (H, W, 3) uint8.
        xy_image: (58, 2) float64 pixels, the centre of the top-left pixel is (0, 0).
    """

    pixels: NDArray[np.uint8]
    xy_image: F64


@dataclass(frozen=True)
class Window:
    """The part of the picture that the head covers, in whole pixels."""

    left: int
    top: int
    width: int
    height: int

    def to_samples(self, xyz_image: Floats) -> F32:
        """Turn picture pixels (N, 3) into supersampled window coordinates."""
        shift = (OVERSAMPLE - 1) / 2
        offset = [shift - self.left * OVERSAMPLE, shift - self.top * OVERSAMPLE, 0]
        scale = np.array([OVERSAMPLE, OVERSAMPLE, 1], dtype=xyz_image.dtype)
        return (xyz_image * scale + np.array(offset, dtype=xyz_image.dtype)).astype(np.float32)


@lru_cache(maxsize=4)
def _grown(number: int) -> hair_module.Strands:
    return hair_module.grow(make_person(number))


def render(person: Person, view: View) -> Portrait:
    """Render ``person`` in ``view``."""
    surface = HeadSurface(express(person.xy_shape, view), person, lip_gap(view))
    middle = np.append(surface.xy.mean(0), 0.75)
    camera = make_camera(view, middle)
    lights = shading.make_lights(view)
    throat = camera.project(np.array([[0.0, float(surface.xy[6, 1]), -0.1]]))[0]
    backdrop = make_backdrop(person, view, lights, (float(throat[0]), float(throat[1])))
    linear, window = _draw_head(person, view, surface, camera, lights, backdrop)
    if person.glasses is not None:
        draw_glasses(linear, person.glasses, surface, camera, lights)
    return Portrait(_expose(linear, window, person, view), project_landmarks(surface, camera))


def _scene_meshes(person: Person, surface: HeadSurface) -> list[tuple[int, Mesh]]:
    meshes = [
        (HEAD, surface.mesh(lambda xyz: hair_module.cap_height(xyz, person.hair))),
        (EAR, parts.ear_mesh(surface, -1.0)),
        (EAR, parts.ear_mesh(surface, 1.0)),
        (NECK, parts.neck_mesh(surface, person)),
    ]
    style = hair_module.style_of(person.hair)
    if style.hang is not None:
        meshes.append((CURTAIN, parts.curtain_mesh(person, style.hang * person.hair.length)))
    return meshes


def _place(kind: int, xyz: F64, camera: Camera) -> F64:
    """Put mesh vertices into camera axes; the neck stays with the body."""
    if kind != NECK:
        return camera.turn(xyz)
    body = Camera(np.eye(3), camera.scale, camera.shift)
    return body.turn(xyz)


def _draw_head(
    person: Person,
    view: View,
    surface: HeadSurface,
    camera: Camera,
    lights: shading.Lights,
    backdrop: Backdrop,
) -> tuple[F32, Window]:
    """Return the backdrop's light (H, W, 3) with head, neck and hair drawn over it, and where."""
    meshes = _scene_meshes(person, surface)
    placed = [camera.project_turned(_place(kind, m.xyz, camera)) for kind, m in meshes]
    grown = _grown(person.number)
    wisps = camera.project_turned(camera.turn(grown.xyz.reshape(-1, 3)))
    window = _window([*placed, wisps], view)
    width, height = window.width * OVERSAMPLE, window.height * OVERSAMPLE
    offsets = np.cumsum([0, *(len(p) for p in placed)])
    triangles = np.concatenate(
        [m.triangles + o for (_, m), o in zip(meshes, offsets, strict=False)]
    )
    visible = rasterise(window.to_samples(np.vstack(placed)), triangles, width, height)
    fray = 0.35 if hair_module.style_of(person.hair).hang is None else 0.08
    drawn = strands.draw(window.to_samples(wisps).reshape(grown.xyz.shape), visible, fray)
    materials = np.repeat([kind for kind, _ in meshes], [len(p) for p in placed])
    resolved = resolve(visible, materials, KINDS, OVERSAMPLE)
    columns = np.hstack([_columns(kind, m, person, camera) for kind, m in meshes])
    samples = _make_samples(
        visible.interpolate(columns, resolved.triangle, resolved.x, resolved.y), resolved
    )
    arriving = _arriving_light(visible, view.scale, lights)
    paint(samples, surface, person, view)
    cover = resolved.cover * (1 - _cloth_over(samples, window, backdrop))
    light = _Accumulator(window)
    light.add(samples.pixel, cover, _shade(samples, lights, arriving, window.width, person))
    wisp_pixel = _pixel_of(drawn.sample, width)
    wisp_light = _shade_strands(grown, drawn, wisp_pixel, camera, lights, arriving, person)
    light.add(wisp_pixel, np.full(len(wisp_pixel), 1 / OVERSAMPLE**2, np.float32), wisp_light)
    light.lay_over(backdrop.linear)
    return backdrop.linear, window


class _Accumulator:
    """Sums the light and the coverage of a window's pixels."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._sums = np.zeros((4, window.width * window.height), dtype=np.float32)

    def add(self, pixel: Ints, cover: F32, rgb: F32) -> None:
        """Add colours (N, 3) that cover (N,) shares of pixels (N,)."""
        total = self._sums.shape[1]
        for c in range(3):
            self._sums[c] += np.bincount(pixel, rgb[:, c] * cover, minlength=total)
        self._sums[3] += np.bincount(pixel, cover, minlength=total)

    def lay_over(self, linear: F32) -> None:
        """Put the window over the picture's light (H, W, 3), in place."""
        w = self._window
        sums = self._sums.reshape(4, w.height, w.width)
        part = linear[w.top : w.top + w.height, w.left : w.left + w.width]
        behind = np.clip(1 - sums[3], 0, 1)
        for c in range(3):
            part[..., c] *= behind
            part[..., c] += sums[c]


def _pixel_of(sample: Ints, width: int) -> Ints:
    """Return the window pixel (N,) of samples (N,) in rows of ``width`` samples."""
    row, column = np.divmod(sample, width)
    return np.asarray(row // OVERSAMPLE * (width // OVERSAMPLE) + column // OVERSAMPLE)


def _window(parts: Sequence[Floats], view: View) -> Window:
    """Return the window around the points (N, 3) of all parts."""
    x, y = ([part[:, axis] for part in parts if len(part)] for axis in (0, 1))
    left = max(0, int(min(v.min() for v in x)) - _MARGIN)
    top = max(0, int(min(v.min() for v in y)) - _MARGIN)
    right = min(view.width, int(max(v.max() for v in x)) + 1 + _MARGIN)
    bottom = min(view.height, int(max(v.max() for v in y)) + 1 + _MARGIN)
    return Window(left, top, right - left, bottom - top)


def _columns(kind: int, mesh: Mesh, person: Person, camera: Camera) -> F32:
    """Return the per-vertex columns (8, V) that are interpolated over the picture."""
    normals = mesh.normals if kind == NECK else mesh.normals @ camera.rotation.T
    psi = mesh.rest[:, 0] if kind == CURTAIN else np.arctan2(mesh.xyz[:, 0], mesh.xyz[:, 2] + 0.12)
    scalp = np.full(len(psi), -1.0)
    if kind == HEAD:
        scalp = hair_module.scalp_value(mesh.xyz, person.hair)
    return np.vstack([normals.T, mesh.rest.T, scalp, psi]).astype(np.float32)


def _make_samples(columns: F32, resolved: Resolved) -> Samples:
    nx, ny, nz, x, y, turn, scalp, psi = columns
    length = np.sqrt(nx * nx + ny * ny + nz * nz)
    normal = np.ascontiguousarray((columns[:3] / np.maximum(length, np.float32(1e-6))).T)
    n = len(normal)
    return Samples(
        pixel=resolved.pixel,
        material=resolved.material,
        normal=normal,
        x=x,
        y=y,
        turn=turn,
        scalp=scalp,
        psi=psi,
        albedo=np.empty((n, 3), dtype=np.float32),
        gloss=np.empty(n, dtype=np.float32),
        open=np.empty(n, dtype=np.float32),
        hair=np.empty(n, dtype=np.float32),
    )


def _arriving_light(visible: Visibility, scale: float, lights: shading.Lights) -> tuple[F32, F32]:
    """Return key light and ambient openness for every pixel of the window, flat."""
    step = 2 * OVERSAMPLE
    small = visible.depth.reshape(visible.height, visible.width)[::step, ::step]
    shadow = soften(soften(shading.cast_shadow(small, lights.key, scale / 2), 0.6), 0.6)
    openness = shading.ambient_occlusion(small, scale / 2)
    height, width = visible.height // OVERSAMPLE, visible.width // OVERSAMPLE
    return _enlarge(shadow, height, width), _enlarge(openness, height, width)


def _enlarge(small: F32, height: int, width: int) -> F32:
    """Enlarge a map of every second pixel smoothly to all pixels, flat."""
    full = soften(np.repeat(np.repeat(small, 2, 0), 2, 1), 0.6)
    return np.ascontiguousarray(full[:height, :width]).ravel()


def _shade(
    samples: Samples,
    lights: shading.Lights,
    arriving: tuple[F32, F32],
    width: int,
    person: Person,
) -> F32:
    """Return the colour (N, 3) of the samples in a window of ``width`` pixels."""
    # The maps blur over the jaw's edge: the neck takes its light from a little below it.
    last = len(arriving[0]) - 1
    at = np.minimum(samples.pixel + np.where(samples.material == NECK, 4 * width, 0), last)
    shadow, openness = arriving[0][at], arriving[1][at]
    lit = shading.skin_light(samples.normal, lights, shadow, openness)
    colour = samples.albedo * lit
    shine = shading.specular(samples.normal, lights, shadow)
    colour += (samples.gloss * shine * openness)[:, None] * np.float32(0.8)
    colour *= samples.open[:, None]
    hairy = np.flatnonzero(samples.hair > 0)
    normal = samples.normal[hairy]
    down = np.array([0, 1, 0], dtype=np.float32)
    tangent = down - normal * normal[:, 1:2]
    tangent /= np.maximum(np.linalg.norm(tangent, axis=1, keepdims=True), 1e-3)
    gain = shading.hair_light(tangent, normal, lights, shadow[hairy], openness[hairy])
    strand = samples.albedo[hairy] * gain[:, :3]
    strand += (gain[:, 3] * 0.10)[:, None] * (0.3 + np.sqrt(person.hair.rgb))
    colour[hairy] += (strand - colour[hairy]) * samples.hair[hairy, None]
    return np.asarray(colour, dtype=np.float32)


def _cloth_over(samples: Samples, window: Window, backdrop: Backdrop) -> F32:
    """Return how much clothes hide each sample; only the neck goes inside a collar."""
    hidden = np.zeros(len(samples.pixel), dtype=np.float32)
    neck = np.flatnonzero(samples.material == NECK)
    row, column = np.divmod(samples.pixel[neck], window.width)
    hidden[neck] = backdrop.cloth[row + window.top, column + window.left]
    return hidden


def _shade_strands(
    grown: hair_module.Strands,
    drawn: strands.StrandSamples,
    pixel: Ints,
    camera: Camera,
    lights: shading.Lights,
    arriving: tuple[F32, F32],
    person: Person,
) -> F32:
    """Return the colour (N, 3) of the strand samples."""
    points = grown.xyz.shape[1]
    turn = camera.rotation.T.astype(np.float32)
    step = np.rint(drawn.along).astype(np.intp)
    at = drawn.strand * points + step
    shadow, openness = arriving[0][pixel], arriving[1][pixel]
    tangent = grown.tangent.take(at, axis=0) @ turn
    normal = grown.normal.take(at, axis=0) @ turn
    gain = shading.hair_light(tangent, normal, lights, shadow, openness)
    tip = 0.75 + 0.45 * drawn.along / (points - 1)
    tone = grown.tint.take(drawn.strand) * tip
    colour = person.hair.rgb * gain[:, :3] * tone[:, None]
    colour += (gain[:, 3] * tone * 0.13)[:, None] * (0.3 + np.sqrt(person.hair.rgb))
    return np.asarray(colour, dtype=np.float32)


def _expose(linear: F32, window: Window, person: Person, view: View) -> NDArray[np.uint8]:
    """Develop, soften and grain the picture: (H, W, 3) uint8."""
    picture = shading.develop(linear, grey=person.grey)
    head = picture[window.top :, window.left :][: window.height, : window.width]
    head[:] = soften(head, 0.22)
    height, width, channels = picture.shape
    rng = np.random.Generator(np.random.PCG64([*view.seed, 8]))
    top, left = rng.integers(2 * NOISE_SIZE - max(height, width), size=2)
    picture += _grain()[top : top + height, left : left + width, :channels]
    np.clip(picture, 0, 255, out=picture)
    byte = picture.astype(np.uint8)
    return np.repeat(byte, 3, axis=2) if person.grey else byte


@cache
def _grain() -> F32:
    """Return (1024, 1024, 3) film grain around the half that rounds to nearest."""
    luma, red, blue = (np.roll(noise_field("grain"), 171 * k, axis=k % 2) for k in range(3))
    channels = [1.7 * luma + 0.6 * red, 1.7 * luma, 1.7 * luma + 0.9 * blue]
    return np.tile(np.stack(channels, axis=2) + np.float32(0.5), (2, 2, 1))
