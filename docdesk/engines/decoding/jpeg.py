"""Whether a JPEG's scans held the whole picture.

libjpeg fills what is missing before an end mark with middle grey and only warns, and Pillow does not pass the
warning on. So where the last pixel is about that grey, or the file is progressive (then what is missing is
sharpness, and shows nowhere), the scans are looked at: restart marks are counted, and the picture is decoded
once more with noise put in at the end of each scan. A whole picture does not change by that; one that was
short takes the noise for its next blocks.
"""

from io import BytesIO
from random import Random

from PIL import Image, ImageChops, JpegImagePlugin

from docdesk.engines.decoding.jpeg_marks import read_marks
from docdesk.engines.decoding.refusals import Refused

_FILL = range(126, 131)
"""What libjpeg fills with is 128; colour conversion and chroma from the neighbours move it by a little. A
picture that honestly ends in such a pixel (1 of 50) costs a second decode."""

_NOISE = bytes(Random(1).choices(range(255), k=4096))  # noqa: S311 - any noise will do
"""Without 0xFF, so that it holds no mark; 4096 bytes decode to dozens of blocks whatever the code tables."""


def demand_whole_scans(untrusted_bytes: bytes, image: Image.Image) -> None:
    """Check that the decoded image is no half picture.

    Raises:
        Refused: `truncated`: a scan ended before the picture did.
    """
    progressive = "progression" in image.info
    if not (progressive or _ends_in_fill(image)):
        return
    marks = read_marks(untrusted_bytes)
    if marks.end == 0 or marks.restarts < marks.restarts_due or (progressive and not marks.fine_grained):
        raise Refused("truncated")
    again = JpegImagePlugin.JpegImageFile(BytesIO(_with_noise(untrusted_bytes, marks.scan_ends)))
    again.load()
    if ImageChops.difference(image, again).getbbox(alpha_only=False) is not None:
        raise Refused("truncated")


def _ends_in_fill(image: Image.Image) -> bool:
    last = image.crop((image.width - 1, image.height - 1, image.width, image.height))
    found = (last.convert("L") if image.mode == "RGB" else last).getpixel((0, 0))
    return all(value in _FILL for value in (found if isinstance(found, tuple) else (found,)))


def _with_noise(untrusted_bytes: bytes, places: tuple[int, ...]) -> bytes:
    pieces = []
    before = 0
    for place in places:
        pieces += [untrusted_bytes[before:place], _NOISE]
        before = place
    return b"".join([*pieces, untrusted_bytes[before:]])
