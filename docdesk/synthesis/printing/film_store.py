"""Films on disk: printed once, then mapped into memory by every process that lays them."""

import errno
import os
import shutil
import tempfile
import time
from contextlib import suppress
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from docdesk.synthesis.printing.film import Film
from docdesk.synthesis.rasterising import SHEET_DPI, Window

Films = tuple[Film, Film]
"""Under and over what is personal."""

_NAMES = ("under", "over")

_UNUSED_DAYS = 14
"""Film that nobody laid for so long is thrown away: that of a page takes 140 MB."""
_PLANES = ("visible", "infrared", "kept", "glow")


def keep(folder: Path, films: Films) -> None:
    """Keep films in a folder of their own; nobody ever finds half of them.

    Raises:
        OSError: they cannot be written.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    _throw_away_unused(folder.parent)
    made = Path(tempfile.mkdtemp(dir=folder.parent, prefix=".film-"))
    try:
        for name, film in zip(_NAMES, films, strict=True):
            place = (film.window.column, film.window.row, film.window.columns, film.window.rows)
            _save(made / f"{name}-place.npy", np.array(place))
            for plane in _PLANES:
                if (array := getattr(film, plane)) is not None:
                    _save(made / f"{name}-{plane}.npy", array)
        with suppress(OSError):  # another process was first: the same films lie there
            made.rename(folder)
    finally:
        shutil.rmtree(made, ignore_errors=True)


def kept(folder: Path, face: tuple[float, float]) -> Films | None:
    """Return the films that a folder keeps for a face of this size; None where none is whole."""
    if not folder.is_dir():
        return None
    try:
        os.utime(folder)  # when it was last used
        return _load(folder, "under", face), _load(folder, "over", face)
    except (OSError, EOFError, ValueError):
        throw_away(folder)
        return None


def throw_away(folder: Path) -> None:
    """Remove films, so that others can be kept in their place."""
    shutil.rmtree(folder, ignore_errors=True)


def _throw_away_unused(cache: Path) -> None:
    """Remove film of models and programs of long ago, and what an interrupted press left."""
    long_ago = time.time() - _UNUSED_DAYS * 24 * 3600
    for folder in cache.iterdir():
        with suppress(OSError):  # another process was first
            if folder.is_dir() and folder.stat().st_mtime < long_ago:
                shutil.rmtree(folder)


def _save(file: Path, array: NDArray[np.generic]) -> None:
    try:
        np.save(file, array)
    except OSError as error:
        # NumPy says of a full disk neither what was full nor where.
        reason = error.errno or errno.ENOSPC
        raise OSError(reason, os.strerror(reason), str(file.parent.parent)) from error


def _load(folder: Path, name: str, face: tuple[float, float]) -> Film:
    column, row, columns, rows = (int(v) for v in np.load(folder / f"{name}-place.npy"))
    window = Window(face, SHEET_DPI, column, row, columns, rows)
    whole = Window.whole(face, SHEET_DPI)
    if min(column, row) < 0 or column + columns > whole.columns or row + rows > whole.rows:
        raise ValueError(folder)
    glow = folder / f"{name}-glow.npy"
    return Film(
        window,
        _mapped(folder / f"{name}-visible.npy", (*window.shape, 3)),
        _mapped(folder / f"{name}-infrared.npy", window.shape),
        _mapped(folder / f"{name}-kept.npy", window.shape),
        _mapped(glow, (*window.shape, 3)) if glow.exists() else None,
    )


def _mapped(file: Path, shape: tuple[int, ...]) -> NDArray[np.uint16]:
    array = np.load(file, mmap_mode="r")
    if array.shape != shape or array.dtype != np.uint16:
        raise ValueError(file)
    return np.asarray(array)
