"""HEIC, decoded by libheif through pi-heif (a decoder only, without the GPL encoder)."""

import pi_heif
from PIL import Image

from docdesk.engines.decoding.exchange import Measure
from docdesk.engines.decoding.limits import Limits
from docdesk.engines.decoding.orientation import UPRIGHT
from docdesk.engines.decoding.pixels import shape_of, write_pixels
from docdesk.engines.decoding.refusals import Refused
from docdesk.engines.decoding.resolution import stated_ppi

# One thread: the pool runs files side by side, and each thread's stack counts against the memory limit.
pi_heif.options.DECODE_THREADS = 1
# Previews and depth maps are no frames of a document.
pi_heif.options.THUMBNAILS = False
pi_heif.options.DEPTH_IMAGES = False
pi_heif.options.AUX_IMAGES = False


class HeicSource:
    """A HEIC file, its frames in the order of the file.

    `turned` is always 0: libheif itself applies the container's turns and flips, which are part of how the
    picture is stored, and the standard tells readers to pass over an EXIF orientation beside them
    (ISO/IEC 23008-12, 6.5.10). More than 8 bits a channel are reduced to 8.
    """

    def __init__(self, untrusted_bytes: bytes, limits: Limits) -> None:
        """Read the header; raises what pi-heif raises."""
        self._file = pi_heif.open_heif(untrusted_bytes, convert_hdr_to_8bit=True)
        self.frames = len(self._file)
        if self.frames < 1:
            raise Refused("damaged")
        if self.frames > limits.frames:
            raise Refused("too_many_frames", limit=limits.frames)

    def measure(self, number: int) -> Measure:
        """Return what the frame will be; decodes no pixels."""
        frame = self._file[number - 1]
        channels, bits = shape_of(frame.mode)
        ppi = stated_ppi("HEIC", self._header(frame.info.get("exif")))
        width, height = frame.size
        return Measure(width, height, channels, bits, ppi=ppi, known="file" if ppi else None)

    def draw(self, number: int, target: memoryview) -> None:
        """Decode the frame into the target."""
        frame = self._file[number - 1]
        announced = frame.size
        image = frame.to_pillow()
        if image.size != announced:
            raise Refused("damaged")
        write_pixels(image, UPRIGHT, target)

    @staticmethod
    def _header(untrusted_exif: object) -> Image.Image:
        """Return an image without pixels to speak of that carries this EXIF."""
        image = Image.new("L", (1, 1))
        if isinstance(untrusted_exif, bytes):
            image.info["exif"] = untrusted_exif
        return image
