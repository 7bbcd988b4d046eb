"""Scenes made in a process beside the training, kept for some time, and drawn from, whichever way up."""

import multiprocessing
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from docdesk.foundation.places import assets_folder
from models.mrz.clutter import stock
from models.mrz.documents import documents, drawn
from models.mrz.pages import random_page
from models.mrz.scenes import SHAPES, Scene, viewed
from models.mrz.settings import TRAINED, Settings

DOCUMENTS: Final = 0.15
"""Share of pages that are captures of whole documents: there are but three models, so not more."""

KEPT: Final = 700
"""Scenes of each shape kept in memory to draw from; all together about 450 MB."""


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """Pictures N x 1 x H x W (0 to 1) and targets N x 5 x H/4 x W/4 as in `Scene`."""

    pictures: NDArray[np.float32]
    targets: NDArray[np.float32]


def stacked(scenes: list[Scene]) -> Batch:
    """Return scenes of one shape as a batch."""
    return Batch(
        np.stack([scene.picture for scene in scenes])[:, None].astype(np.float32) / 255,
        np.stack([scene.target for scene in scenes]).astype(np.float32),
    )


def batches(seed: tuple[int, ...], size: int, views: int, uses: float, folder: Path) -> Iterator[Batch]:
    """Yield batches without end, of scenes that a process beside makes; a seed stands for its scenes.

    The documents that scenes show are kept in `folder`.
    """
    # A forked process would wait for threads of torch and OpenCV that it does not have.
    fresh = multiprocessing.get_context("spawn")
    made: multiprocessing.Queue[list[Scene]] = fresh.Queue(6)
    maker = fresh.Process(target=_make, args=(made, seed, views, folder), daemon=True)
    maker.start()
    rng = np.random.default_rng((*seed, 1))
    kept: dict[tuple[int, ...], list[Scene]] = {shape: [] for shape in SHAPES}
    due = 0.0
    while True:
        due += size / uses
        while due > 0 or min(len(scenes) for scenes in kept.values()) < 2 * size:
            new = made.get()
            due -= len(new)
            pool = kept[new[0].picture.shape]
            pool += new
            del pool[:-KEPT]
        pool = kept[SHAPES[rng.integers(len(SHAPES))]]
        chosen = rng.choice(len(pool), size, replace=False)
        yield stacked([_turned(pool[n], rng) for n in chosen])


def _turned(scene: Scene, rng: np.random.Generator) -> Scene:
    """Return a scene as it is, or upside down."""
    if rng.random() < 0.5:
        return scene
    target = scene.target[:, ::-1, ::-1].copy()
    target[1:3] *= -1
    return Scene(scene.picture[::-1, ::-1], target)


def _make(
    made: "multiprocessing.Queue[list[Scene]]", seed: tuple[int, ...], views: int, folder: Path
) -> None:
    cv2.setNumThreads(1)
    rng = np.random.default_rng(seed)
    kit = stock(assets_folder() / "portraits", held_out=False)
    whole = documents(drawn(folder))
    while True:
        shape = SHAPES[rng.integers(len(SHAPES))]
        page = whole.page(rng) if rng.random() < DOCUMENTS else random_page(rng, TRAINED, kit)
        made.put([viewed(page, rng, TRAINED, shape) for _ in range(views)])


def held_out(seed: int, count: int, settings: Settings) -> list[Scene]:
    """Return scenes for measuring, three of a page, always the same ones for a seed."""
    rng = np.random.default_rng((seed, 7))
    kit = stock(assets_folder() / "portraits", held_out=True)
    scenes: list[Scene] = []
    while len(scenes) < count:
        shape = SHAPES[rng.integers(len(SHAPES))]
        page = random_page(rng, settings, kit)
        scenes += [viewed(page, rng, settings, shape) for _ in range(3)]
    return scenes[:count]
