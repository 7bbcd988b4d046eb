"""From a picture and its frame to what the screen shows, at the screen's own pixels."""

from dataclasses import dataclass
from math import ceil

from PySide6.QtGui import QColor, QImage

from docdesk.imaging.aligning import Affine, composed, scaled
from docdesk.imaging.compositing import Composition, Difference, Overlay, difference, overlay, wipe
from docdesk.imaging.showing import Rgb, Shown, clear_outside, covered, quad_of, screen_order, shown, sight
from docdesk.ui.viewing.frame import Frame
from docdesk.ui.viewing.picture import Picture
from docdesk.ui.viewing.tiling import Tiling


@dataclass(frozen=True, slots=True)
class Layer:
    """A second picture in the same view, where it lies, and how the two are put together."""

    picture: Picture
    frame: Frame
    composition: Composition


@dataclass(frozen=True, slots=True)
class Screen:
    """What is painted on: size in device-independent px, physical px per such px, colour round the
    pictures."""

    size: tuple[int, int]
    ratio: float
    stage: QColor

    @property
    def pixels(self) -> tuple[int, int]:
        """Width and height in physical pixels."""
        return max(1, ceil(self.size[0] * self.ratio)), max(1, ceil(self.size[1] * self.ratio))

    @property
    def background(self) -> Rgb:
        """The colour round the pictures."""
        return self.stage.red(), self.stage.green(), self.stage.blue()


def rendered(
    picture: Picture, frame: Frame, layer: Layer | None, screen: Screen, tiling: Tiling, *, smooth: bool
) -> Shown:
    """Return what is seen: rows x columns x 3, in physical pixels of the screen."""
    first = _seen(picture, frame, screen, tiling, smooth=smooth)
    if layer is None:
        return first
    second = _seen(layer.picture, layer.frame, screen, tiling, smooth=smooth)
    lies = quad_of(layer.picture.image, _physical(layer.frame, screen))
    match layer.composition:
        case Overlay(opacity):
            return overlay(first, second, opacity, covered(lies, screen.pixels))
        case Difference(gain):
            apart = difference(first, second, gain)
            # Where one of them is not there is nothing to compare.
            clear_outside(apart, lies, screen.background)
            clear_outside(apart, quad_of(picture.image, _physical(frame, screen)), screen.background)
            return apart
        case how:
            return wipe(first, second, how.at, below=how.below)


class Canvas:
    """An image for Qt over pixels that stay ours: nothing is copied but into the order of the screen."""

    def __init__(self, pixels: Shown, ratio: float) -> None:
        self._pixels = screen_order(pixels)
        height, width = self._pixels.shape[:2]
        self.image = QImage(self._pixels.data, width, height, 4 * width, QImage.Format.Format_RGB32)
        self.image.setDevicePixelRatio(ratio)


def _seen(picture: Picture, frame: Frame, screen: Screen, tiling: Tiling, *, smooth: bool) -> Shown:
    matrix = _physical(frame, screen)
    seen = sight(picture.image, matrix, screen.pixels)
    cut = None if seen is None else tiling.cut(picture.image, seen)
    return shown(picture.image, matrix, screen.pixels, smooth=smooth, background=screen.background, cut=cut)


def _physical(frame: Frame, screen: Screen) -> Affine:
    return composed(scaled(screen.ratio), frame.matrix)
