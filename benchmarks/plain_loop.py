"""The training loop of the class project as a careful student writes it, to compare speeds with.

A Dataset opens each picture's file for each sample, turns and shifts it with Pillow and computes
where its points go, a DataLoader does so in two worker processes, everything is float32, Adam is
torch's, and after each epoch the held-out faces are measured the same way and the best weights
are saved. Networks, settings, crops, standardised inputs and the bias at the mean target are
kpstudio's.
"""

from __future__ import annotations

import math
import random
import time
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from torch import Tensor, nn
from torch.utils.data import DataLoader, Dataset

from kpstudio.core.labelset import Face
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.crops import input_box
from kpstudio.engine.models import build, last_layer

WORKERS = 2


class FaceFiles(Dataset[tuple[Tensor, Tensor]]):
    """Faces, read from their files each time."""

    def __init__(self, faces: list[Face], root: Path, config: TrainConfig, augment: bool) -> None:
        self.faces, self.root, self.config, self.augment = faces, root, config, augment

    def __len__(self) -> int:
        return len(self.faces)

    def __getitem__(self, index: int) -> tuple[Tensor, Tensor]:
        """Return (1, height, width) standardised grey and (P, 2) fractions of the input."""
        face, config = self.faces[index], self.config
        assert face.landmarks is not None
        image = Image.open(self.root / face.picture).convert("L")
        box = input_box(face, config, *image.size)  # pixel centres are whole numbers
        left, top = box.left + 0.5, box.top + 0.5
        points = face.landmarks.xy_image[list(config.points)] + 0.5
        if self.augment and config.augmentation.moves:
            middle = (left + box.width / 2, top + box.height / 2)
            image, points = self._moved(image, points, middle, box.width, box.height)
        corners = (round(left), round(top), round(left + box.width), round(top + box.height))
        image = image.crop(corners).resize((config.input_width, config.input_height))
        size = (corners[2] - corners[0], corners[3] - corners[1])
        targets = (points - corners[:2]) / size
        pixels = torch.from_numpy(np.asarray(image, dtype=np.float32))[None]
        pixels = (pixels - pixels.mean()) / pixels.std().clamp(min=2.0)
        return pixels, torch.from_numpy(targets.astype(np.float32))

    def _moved(
        self,
        image: Image.Image,
        points: np.ndarray,
        middle: tuple[float, float],
        width: float,
        height: float,
    ) -> tuple[Image.Image, np.ndarray]:
        """Turn about the ``middle`` of the input and shift, pixels and points alike."""
        moves = self.config.augmentation
        degrees = random.uniform(-moves.rotation_degrees, moves.rotation_degrees)
        x = random.uniform(-moves.shift_left, moves.shift_right) * width
        y = random.uniform(-moves.shift_up, moves.shift_down) * height
        grey = int(np.asarray(image).mean())
        image = image.rotate(
            degrees, Image.Resampling.BILINEAR, center=middle, translate=(x, y), fillcolor=grey
        )
        angle = -math.radians(degrees)  # Pillow turns against the clock, and y points down
        turn = np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])
        return image, (points - middle) @ turn.T + middle + (x, y)


def masked_mse(outputs: Tensor, targets: Tensor) -> Tensor:
    """Return the mean squared error over the coordinates that are there."""
    outputs = outputs.view(targets.shape)
    present = torch.isfinite(targets)
    return nn.functional.mse_loss(outputs[present], targets[present])


def train_plainly(
    faces: list[Face], held_out: list[Face], root: Path, config: TrainConfig, out: Path
) -> tuple[float, float]:
    """Train as ``config`` says; return the seconds it took and the lowest validation MSE."""
    begun = time.perf_counter()
    random.seed(config.seed)
    torch.manual_seed(config.seed)
    training = FaceFiles(faces, root, config, augment=True)
    validation = FaceFiles(held_out, root, config, augment=False)
    size = config.batch_size
    train_loader = DataLoader(training, size, shuffle=True, num_workers=WORKERS)
    val_loader = DataLoader(validation, size, num_workers=WORKERS)
    model = build(config)
    with torch.no_grad():
        as_they_are = FaceFiles(faces, root, config, augment=False)
        mean = torch.nanmean(torch.stack([as_they_are[k][1] for k in range(len(faces))]), dim=0)
        last_layer(model).bias.copy_(mean.flatten())
    optimiser = torch.optim.Adam(model.parameters(), lr=config.lr)
    best = float("inf")
    for _ in range(config.epochs):
        model.train()
        for pixels, targets in train_loader:
            optimiser.zero_grad()
            loss = masked_mse(model(pixels), targets)
            loss.backward()
            optimiser.step()
        model.eval()
        total = 0.0
        with torch.no_grad():
            for pixels, targets in val_loader:
                total += masked_mse(model(pixels), targets).item() * len(pixels)
        if total / len(held_out) < best:
            best = total / len(held_out)
            torch.save(model.state_dict(), out / "best.pt")
    return time.perf_counter() - begun, best


def load_the_rest_of_torch() -> None:
    """Take the optimiser's first step, which imports torch's compiler for seconds."""
    weight = nn.Parameter(torch.zeros(1))
    weight.sum().backward()
    torch.optim.Adam([weight]).step()
