"""Picture files of every kind docdesk reads, drawn and written when tests run; HEIC alone was made before."""

from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw

DATA = Path(__file__).parent / "data"
WIDTH, HEIGHT = 160, 100
UPPER_LEFT, UPPER_RIGHT = (200, 30, 30), (30, 160, 60)
LOWER_LEFT, LOWER_RIGHT = (40, 60, 200), (250, 250, 245)


def fields() -> Image.Image:
    """Four fields of colour, so that every turn and flip shows."""
    image = Image.new("RGB", (WIDTH, HEIGHT), LOWER_RIGHT)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 79, 49), fill=UPPER_LEFT)
    draw.rectangle((80, 0, 159, 49), fill=UPPER_RIGHT)
    draw.rectangle((0, 50, 79, 99), fill=LOWER_LEFT)
    return image


def deep_grey() -> Image.Image:
    """A 16-bit ramp: the value is 200 x (row + column)."""
    values = (200 * (row + column) for row in range(HEIGHT) for column in range(WIDTH))
    return Image.frombytes("I;16", (WIDTH, HEIGHT), b"".join(value.to_bytes(2, "little") for value in values))


def see_through() -> Image.Image:
    """The four fields, the upper left one transparent."""
    image = fields()
    alpha = Image.new("L", image.size, 255)
    alpha.paste(0, (0, 0, 80, 50))
    image.putalpha(alpha)
    return image


def written(image: Image.Image, kind: str, **options: Any) -> bytes:
    """The image as a file of Pillow's name for a format."""
    file = BytesIO()
    image.copy().save(file, kind, **options)  # saving as JPEG leaves marks on the object that TIFF trips over
    return file.getvalue()


def drawn_files() -> dict[str, bytes]:
    """One file or more of each format, by name."""
    image, grey, deep = fields(), fields().convert("L"), deep_grey()
    palette = image.convert("P", palette=Image.Palette.ADAPTIVE)
    turned = Image.Exif()
    turned[274] = 6
    frames: dict[str, Any] = {
        "save_all": True,
        "append_images": [see_through(), image.transpose(Image.Transpose.ROTATE_180)],
    }
    pages: dict[str, Any] = {"save_all": True, "append_images": [grey, image.convert("1"), deep]}
    return {
        "colour.png": written(image, "PNG", dpi=(300, 300)),
        "palette.png": written(palette, "PNG", transparency=palette.getpixel((5, 5))),
        "alpha.png": written(see_through(), "PNG", exif=turned),
        "deep.png": written(deep, "PNG"),
        "bilevel.png": written(image.convert("1"), "PNG"),
        "animated.png": written(image, "PNG", **frames),
        "baseline.jpg": written(image, "JPEG", quality=95, dpi=(300, 300), exif=turned),
        "progressive.jpg": written(image, "JPEG", progressive=True),
        "restarts.jpg": written(grey, "JPEG", restart_marker_blocks=7),
        "cmyk.jpg": written(image.convert("CMYK"), "JPEG"),
        "pages.tif": written(image, "TIFF", dpi=(300, 300), **pages),
        "lzw.tif": written(image, "TIFF", compression="tiff_lzw", tiffinfo={274: 8}),
        "deflate.tif": written(deep, "TIFF", compression="tiff_adobe_deflate"),
        "jpeg.tif": written(image, "TIFF", compression="jpeg"),
        "fax.tif": written(image.convert("1"), "TIFF", compression="group4"),
        "cmyk.tif": written(image.convert("CMYK"), "TIFF"),
        "colour.bmp": written(image, "BMP", dpi=(300, 300)),
        "palette.bmp": written(palette, "BMP"),
        "lossy.webp": written(image, "WEBP"),
        "alpha.webp": written(see_through(), "WEBP", lossless=True),
        "animated.webp": written(image, "WEBP", duration=100, **frames),
        "colour.jp2": written(image, "JPEG2000"),
        "deep.jp2": written(deep, "JPEG2000"),
        "codestream.j2k": written(image, "JPEG2000", no_jp2=True),
        "pages.pdf": written(image, "PDF", resolution=300, save_all=True, append_images=[grey]),
        "fields.heic": (DATA / "quadrants.heic").read_bytes(),
        "turned.heic": (DATA / "quadrants_turned.heic").read_bytes(),
    }
