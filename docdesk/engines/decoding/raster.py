"""PNG, JPEG, TIFF, BMP, WebP and JPEG 2000, decoded by Pillow."""

import importlib
from collections.abc import Mapping
from io import BytesIO
from typing import Any, cast

from PIL import Image, ImageFile

from docdesk.engines.decoding.exchange import Measure
from docdesk.engines.decoding.jpeg import demand_whole_scans
from docdesk.engines.decoding.limits import Limits
from docdesk.engines.decoding.orientation import UPRIGHT, orientation_of, turned_size
from docdesk.engines.decoding.pixels import shape_of, write_pixels
from docdesk.engines.decoding.png import read_png
from docdesk.engines.decoding.refusals import Refused, demand_pixels
from docdesk.engines.decoding.resolution import stated_ppi
from docdesk.engines.decoding.tiff import demand_strips

# The plugin is named, not found by Pillow: a file of one format must not reach the parser of another.
# For JPEG this also passes over what follows in multi-picture files: previews and gain maps.
_PLUGINS = {
    "PNG": ("PIL.PngImagePlugin", "PngImageFile"),
    "JPEG": ("PIL.JpegImagePlugin", "JpegImageFile"),
    "TIFF": ("PIL.TiffImagePlugin", "TiffImageFile"),
    "BMP": ("PIL.BmpImagePlugin", "BmpImageFile"),
    "WEBP": ("PIL.WebPImagePlugin", "WebPImageFile"),
    "JPEG2000": ("PIL.Jpeg2KImagePlugin", "Jpeg2KImageFile"),
}
_PHOTOMETRIC = 262  # TIFF tag: 0 says that 0 is white

# Each frame's size is held against our own limit before its pixels are decoded; Pillow's only warns.
Image.MAX_IMAGE_PIXELS = None


class RasterSource:
    """A raster file opened by Pillow.

    Colours are those the file holds: an embedded ICC profile is not applied. The checks that look for traces
    of editing need the values as stored, a conversion adds rounding of its own, and a hostile profile is one
    more parser to reach.
    """

    def __init__(self, kind: str, untrusted_bytes: bytes, limits: Limits) -> None:
        """Read the header; raises what Pillow raises."""
        self._kind = kind
        self._limits = limits
        self._png = read_png(untrusted_bytes) if kind == "PNG" else None
        self._untrusted_bytes = self._png.content if self._png else untrusted_bytes
        if self._png:  # Pillow draws an animation's canvas at once
            demand_pixels(self._png.size, limits)
        self._image = self._opened()
        self._at = 1
        self._drawn = False
        demand_pixels(self._image.size, limits)
        if self._png and not self._png.in_order:
            self._png.demand_whole_rows()
        self.frames = self._counted(limits.frames)

    def measure(self, number: int) -> Measure:
        """Return what the frame will be; decodes no pixels."""
        image = self._sought(number)
        orientation, size = orientation_of(image), image.size
        if self._kind != "TIFF":  # of a TIFF, Pillow states the upright size at once
            size = turned_size(size, orientation)
        channels, bits = shape_of(image.mode)
        ppi = stated_ppi(self._kind, image)
        return Measure(
            *size, channels, bits, orientation.turned, orientation.mirrored, ppi, "file" if ppi else None
        )

    def draw(self, number: int, target: memoryview) -> None:
        """Decode the frame into the target."""
        image = self._sought(number)
        # Pillow turns a TIFF upright by itself while it loads it.
        orientation = UPRIGHT if self._kind == "TIFF" else orientation_of(image)
        inverted = image.mode == "I;16" and _tags(image).get(_PHOTOMETRIC) == 0
        if self._kind == "TIFF":
            demand_strips(_tags(image), len(self._untrusted_bytes))
            _demand_cover(image)
        self._drawn = True
        image.load()
        self._demand_whole(image)
        write_pixels(image, orientation, target, inverted=inverted)

    def _opened(self) -> ImageFile.ImageFile:
        module, name = _PLUGINS[self._kind]
        plugin = getattr(importlib.import_module(module), name)
        return cast("ImageFile.ImageFile", plugin(BytesIO(self._untrusted_bytes)))

    def _counted(self, limit: int) -> int:
        """Return how many frames there are, by going there: a header may promise any number."""
        if self._kind not in {"TIFF", "PNG", "WEBP"}:
            return 1
        stated = getattr(self._image, "n_frames", 1) if self._kind != "TIFF" else 0
        if stated > limit:
            raise Refused("too_many_frames", limit=limit)
        if self._kind != "TIFF":
            return int(stated)
        return self._walked(limit)

    def _walked(self, limit: int) -> int:
        count = 1
        while True:
            try:
                self._image.seek(count)
            except EOFError:
                break
            count += 1
            if count > limit:
                raise Refused("too_many_frames", limit=limit)
        self._image = self._opened()
        return count

    def _sought(self, number: int) -> ImageFile.ImageFile:
        """Return the image at this frame, not decoded yet; decoding changes what its header tells."""
        if number < self._at or (number == self._at and self._drawn):
            self._image = self._opened()
        self._image.seek(number - 1)
        if number != self._at:
            self._drawn = False
        self._at = number
        demand_pixels(self._image.size, self._limits)  # each page of a TIFF has its own
        return self._image

    def _demand_whole(self, image: Image.Image) -> None:
        """Check that what was decoded is no half picture, where Pillow does not."""
        if self._kind == "JPEG":
            demand_whole_scans(self._untrusted_bytes, image)
        if self._png and self._png.in_order:
            last_row = image.crop((0, image.height - 1, image.width, image.height))
            if not any(last_row.tobytes()):
                self._png.demand_whole_rows()


def _demand_cover(image: ImageFile.ImageFile) -> None:
    """Check that the strips or tiles that Pillow will read cover the picture; it leaves the rest black."""
    boxes = (tile.extents for tile in image.tile)
    covered = sum((box[2] - box[0]) * (box[3] - box[1]) for box in boxes if box)
    if covered < image.width * image.height:
        raise Refused("truncated")


def _tags(image: ImageFile.ImageFile) -> Mapping[int, Any]:
    """Return the tags of a TIFF frame; other formats have none."""
    return getattr(image, "tag_v2", {})
