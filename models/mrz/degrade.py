"""What a camera, a scanner and a file do to a picture: blur, motion, noise, light, scaling, compression."""

import cv2
import numpy as np
from numpy.typing import NDArray

from models.mrz.painting import field
from models.mrz.settings import Settings

Floats = NDArray[np.float32]


def degraded(grey: Floats, pitch: float, rng: np.random.Generator, settings: Settings) -> NDArray[np.uint8]:
    """Return the picture (0 to 255) as captured and stored; `pitch` in its pixels."""
    held_out = settings.mechanism == "held_out"
    if rng.random() < 0.25:
        grey = _lit(grey, pitch, rng)
    if rng.random() < 0.75:
        amount = settings.blur * pitch * rng.beta(1, 2.2)
        grey = _disk(grey, amount) if held_out else _soft(grey, amount)
    if rng.random() < 0.2:
        length = 2.2 * settings.blur * pitch * rng.beta(1, 2)
        grey = _shaken(grey, length, rng) if held_out else _moved(grey, length, rng)
    if rng.random() < 0.12:
        grey = _rescaled(grey, pitch, rng)
    if rng.random() < 0.7:
        grey = (
            _shot(grey, settings.noise * rng.beta(1, 2.5), rng)
            if held_out
            else _noisy(grey, settings.noise * rng.beta(1, 2.5), rng)
        )
    if rng.random() < 0.3:
        grey = _sharpened(grey, rng)
    if held_out and rng.random() < 0.3:
        grey = np.asarray(cv2.bilateralFilter(np.clip(grey, 0, 255).astype(np.float32), 5, 18, 2), np.float32)
    if rng.random() < 0.3:
        grey = 255 * np.power(np.clip(grey / 255, 0, 1), rng.uniform(0.6, 1.7))
    picture = np.clip(grey, 0, 255).astype(np.uint8)
    if rng.random() < 0.04:
        levels = int(rng.integers(3, 17))
        picture = (np.round(picture / 255 * (levels - 1)) * (255 / (levels - 1))).astype(np.uint8)
    return _stored(picture, rng, held_out=held_out)


def _lit(grey: Floats, pitch: float, rng: np.random.Generator) -> Floats:
    """Return the picture under uneven light, with a shadow, or with glare that saturates."""
    if rng.random() < 0.6:
        return np.asarray(
            grey * (1 + 0.25 * rng.random() * field(grey.shape, pitch * rng.uniform(4, 30), rng)), np.float32
        )
    x, y = rng.uniform(0, grey.shape[1]), rng.uniform(0, grey.shape[0])
    rows = np.arange(grey.shape[0], dtype=np.float32)[:, None]
    columns = np.arange(grey.shape[1], dtype=np.float32)[None, :]
    far = ((columns - x) / (pitch * rng.uniform(1, 9))) ** 2 + (
        (rows - y) / (pitch * rng.uniform(0.6, 4))
    ) ** 2
    return np.asarray(grey + rng.uniform(30, 190) * np.exp(-far), np.float32)


def _soft(grey: Floats, sigma: float) -> Floats:
    return np.asarray(cv2.GaussianBlur(grey, (0, 0), sigma), np.float32) if sigma > 0.2 else grey


def _disk(grey: Floats, radius: float) -> Floats:
    radius *= 1.7
    if radius < 0.4:
        return grey
    reach = int(np.ceil(radius))
    y, x = np.mgrid[-reach : reach + 1, -reach : reach + 1]
    kernel = np.clip(radius + 0.5 - np.hypot(x, y), 0, 1).astype(np.float32)
    return np.asarray(cv2.filter2D(grey, -1, kernel / kernel.sum()), np.float32)


def _moved(grey: Floats, length: float, rng: np.random.Generator) -> Floats:
    return _along(grey, np.linspace(-0.5, 0.5, 9)[:, None] * length * _direction(rng))


def _shaken(grey: Floats, length: float, rng: np.random.Generator) -> Floats:
    path = np.cumsum(rng.normal(0, 1, (12, 2)), axis=0)
    path -= path.mean(axis=0)
    return _along(grey, path / max(1e-6, np.abs(path).max()) * length / 2)


def _direction(rng: np.random.Generator) -> NDArray[np.float64]:
    angle = rng.uniform(0, np.pi)
    return np.array([np.cos(angle), np.sin(angle)])


def _along(grey: Floats, path: NDArray[np.float64]) -> Floats:
    """Return the mean of the picture moved to each point of a path, in pixels."""
    reach = int(np.ceil(np.abs(path).max()))
    if reach < 1:
        return grey
    kernel = np.zeros((2 * reach + 3, 2 * reach + 3), np.float32)
    for x, y in path + reach + 1:
        column, row = int(x), int(y)
        fx, fy = x - column, y - row
        kernel[row : row + 2, column : column + 2] += np.outer([1 - fy, fy], [1 - fx, fx])
    return np.asarray(cv2.filter2D(grey, -1, kernel / kernel.sum()), np.float32)


def _rescaled(grey: Floats, pitch: float, rng: np.random.Generator) -> Floats:
    """Return the picture made smaller and larger again, no smaller than a pitch of five pixels."""
    factor = rng.uniform(max(0.4, min(1.0, 5 / pitch)), 1.0)
    small = (max(8, round(grey.shape[1] * factor)), max(8, round(grey.shape[0] * factor)))
    way = int(rng.choice([cv2.INTER_AREA, cv2.INTER_LINEAR, cv2.INTER_NEAREST], p=[0.5, 0.4, 0.1]))
    back = int(rng.choice([cv2.INTER_CUBIC, cv2.INTER_LINEAR]))
    return np.asarray(
        cv2.resize(
            cv2.resize(grey, small, interpolation=way), (grey.shape[1], grey.shape[0]), interpolation=back
        ),
        np.float32,
    )


def _noisy(grey: Floats, sigma: float, rng: np.random.Generator) -> Floats:
    noise = rng.standard_normal(grey.shape, np.float32) * np.float32(sigma)
    if rng.random() < 0.3:
        noise = np.asarray(cv2.GaussianBlur(noise, (0, 0), rng.uniform(0.5, 1.2)), np.float32) * 1.8
    return grey + noise


def _shot(grey: Floats, sigma: float, rng: np.random.Generator) -> Floats:
    return grey + rng.standard_normal(grey.shape, np.float32) * np.float32(sigma) * np.sqrt(
        np.clip(grey, 4, 255) / 160
    ).astype(np.float32)


def _sharpened(grey: Floats, rng: np.random.Generator) -> Floats:
    soft = cv2.GaussianBlur(grey, (0, 0), rng.uniform(0.6, 2.0))
    return np.asarray(grey + rng.uniform(0.3, 1.8) * (grey - soft), np.float32)


def _stored(picture: NDArray[np.uint8], rng: np.random.Generator, *, held_out: bool) -> NDArray[np.uint8]:
    """Return the picture after a compression that loses, once or twice, or none."""
    for _ in range(int(rng.choice([0, 1, 2], p=[0.25, 0.6, 0.15]))):
        quality = int(rng.uniform(22, 96))
        kind, key = (".webp", cv2.IMWRITE_WEBP_QUALITY) if held_out else (".jpg", cv2.IMWRITE_JPEG_QUALITY)
        data = cv2.imencode(kind, picture, [key, quality])[1]
        picture = np.asarray(cv2.imdecode(data, cv2.IMREAD_GRAYSCALE), np.uint8)
    return picture
