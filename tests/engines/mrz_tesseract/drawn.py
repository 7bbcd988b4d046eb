"""Pictures of invented documents with an MRZ, drawn with the OCR-B font of Debian's `fonts-ocr-b`.

Chance comes from a seed alone. Seeds below 1000 are for choosing thresholds, those above for reporting.
"""

from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

Grey = NDArray[np.uint8]
Floats = NDArray[np.float32]

LENGTHS = {"TD1": (3, 30), "TD2": (2, 36), "TD3": (2, 44), "MRVA": (2, 44), "MRVB": (2, 36)}
# Doc 9303 parts 4 to 7: size of the document, left edge of the text, centre lines above the bottom edge, mm.
SIZES = {
    "TD1": (85.6, 54.0, 5.0, (15.73, 11.5, 7.27)),
    "TD2": (105.0, 74.0, 4.0, (15.75, 9.4)),
    "TD3": (125.0, 88.0, 6.0, (15.75, 9.4)),
    "MRVA": (120.0, 80.0, 4.0, (15.75, 9.4)),
    "MRVB": (105.0, 74.0, 4.0, (15.75, 9.4)),
}
PITCH_MM = 2.54
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
DIGITS = "0123456789"


@dataclass(frozen=True)
class Conditions:
    """How a document is printed, laid down and captured.

    `ppi` pixels per inch; `contrast` of the ink and `guilloche` of the background in [0, 1]; `blur` and
    `noise` as sigma in pixels and grey values; `jpeg` quality or 0; `turned` clockwise quarter turns in
    degrees; `tilt` in degrees; `perspective` as a part of the width; `bold` as extra stroke in mm;
    `typewriter` prints in another monospaced font, as some forgers do.
    """

    ppi: float = 300.0
    contrast: float = 0.85
    guilloche: float = 0.1
    blur: float = 0.5
    noise: float = 2.0
    jpeg: int = 90
    turned: int = 0
    tilt: float = 0.0
    perspective: float = 0.0
    bold: float = 0.0
    margin_mm: float = 6.0
    desk: float = 0.35
    typewriter: bool = False


def font_path() -> Path | None:
    """Return the installed OCR-B font, None where `fonts-ocr-b` is not installed."""
    found = sorted(Path("/usr/share/fonts").rglob("OCRB.otf"))
    return found[0] if found else None


def check_digit(text: str) -> str:
    """Return the check digit of Doc 9303-3 4.9, written apart from the product's own."""
    values = {c: i for i, c in enumerate(DIGITS + LETTERS)} | {"<": 0}
    return str(sum(values[c] * (7, 3, 1)[i % 3] for i, c in enumerate(text)) % 10)


def invented_lines(kind: str, rng: np.random.Generator) -> tuple[str, ...]:
    """Return MRZ lines of an invented holder with right check digits."""

    def draw(alphabet: str, count: int) -> str:
        return "".join(rng.choice(list(alphabet), count))

    length = LENGTHS[kind][1]
    name = f"{draw(LETTERS, int(rng.integers(3, 11)))}<<{draw(LETTERS, int(rng.integers(3, 9)))}"
    if rng.random() < 0.5:
        name += f"<{draw(LETTERS, int(rng.integers(2, 7)))}"
    number = draw(LETTERS + DIGITS, 2) + draw(DIGITS, int(rng.integers(5, 8)))
    number = number.ljust(9, "<")
    birth, expiry = (
        f"{rng.integers(0, 100):02d}{rng.integers(1, 13):02d}{rng.integers(1, 29):02d}" for _ in "ab"
    )
    state, sex = draw(LETTERS, 3), str(rng.choice(["M", "F", "<"]))
    code = {"TD1": "I", "TD2": "I", "TD3": "P", "MRVA": "V", "MRVB": "V"}[kind] + str(
        rng.choice(list("<" + LETTERS))
    )
    numbered, born, expires = (value + check_digit(value) for value in (number, birth, expiry))
    if kind == "TD1":
        first = (code + state + numbered + draw(LETTERS + DIGITS, int(rng.integers(0, 9)))).ljust(30, "<")
        second = (born + sex + expires + state).ljust(29, "<")
        second += check_digit(first[5:] + born + expires + second[18:])
        return first, second, name[:30].ljust(30, "<")
    first = (code + state + name)[:length].ljust(length, "<")
    rest = draw(LETTERS + DIGITS, int(rng.integers(0, 8)))
    second = numbered + state + born + sex + expires
    if kind == "TD3":
        optional = rest.ljust(14, "<")
        optional += check_digit(optional) if rest else "<"
        second += optional + check_digit(numbered + born + expires + optional)
    elif kind == "TD2":
        optional = rest[:7].ljust(7, "<")
        second += optional + check_digit(numbered + born + expires + optional)
    return first, second.ljust(length, "<")


def _text(ink: Floats, words: str, left: float, middle: float, pitch: float, face: Path) -> None:
    """Draw words at a fixed pitch into the ink plane; (left, middle) in pixels."""
    advance = 0.7229 if face.name.startswith("OCRB") else 0.602
    font = ImageFont.truetype(str(face), pitch / advance)
    plane = Image.fromarray((ink * 255).astype(np.uint8))
    pen = ImageDraw.Draw(plane)
    for place, letter in enumerate(words):
        pen.text((left + place * pitch, middle), letter, fill=255, font=font, anchor="lm")
    ink[:] = np.asarray(plane, np.float32) / 255


def _paper(height: int, width: int, px_per_mm: float, strength: float, rng: np.random.Generator) -> Floats:
    """Return a background of interfering fine lines and soft shades, in [0, 1]."""
    y, x = np.mgrid[0:height, 0:width].astype(np.float32) / px_per_mm
    waves = np.zeros((height, width), np.float32)
    for _ in range(3):
        period, swing, slant = rng.uniform(0.8, 2.0), rng.uniform(1, 6), rng.uniform(-0.6, 0.6)
        waves += np.sin(2 * np.pi / period * (y + slant * x + swing * np.sin(x / rng.uniform(4, 15))))
    shade = 0.06 * np.sin(x / rng.uniform(20, 60) + rng.uniform(0, 6)) + 0.05 * np.sin(
        y / rng.uniform(10, 40)
    )
    return np.asarray(rng.uniform(0.75, 0.95) + shade - strength * (waves > 0.8), np.float32)


def document(kind: str, lines: tuple[str, ...], conditions: Conditions, rng: np.random.Generator) -> Floats:
    """Return the upright document in [0, 1], drawn at the wanted resolution or at least 200 ppi."""
    face = font_path()
    assert face is not None
    if conditions.typewriter:
        face = Path("/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf")
    scale = max(conditions.ppi, 200.0) / 25.4
    wide, high, left, centres = SIZES[kind]
    paper = _paper(round(high * scale), round(wide * scale), scale, conditions.guilloche, rng)
    ink = np.zeros_like(paper)
    for line, centre in zip(lines, centres, strict=True):
        _text(ink, line, left * scale, (high - centre) * scale, PITCH_MM * scale, face)
    if conditions.bold > 0:
        ink = cv2.GaussianBlur(ink, (0, 0), conditions.bold * scale) * 1.6
        ink = np.clip((ink - 0.15) * 2.0, 0, 1)
    plane = Image.fromarray((ink * 255).astype(np.uint8))
    pen = ImageDraw.Draw(plane)
    sans = ImageFont.truetype("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", 2.2 * scale)
    for row in range(6):
        words = "".join(rng.choice(list(LETTERS + LETTERS.lower() + "   "), int(rng.integers(5, 22))))
        pen.text((0.42 * wide * scale, (5 + row * 0.1 * high) * scale), words, fill=230, font=sans)
    ink = np.asarray(plane, np.float32) / 255
    top, bottom = round(0.15 * high * scale), round(0.62 * high * scale)
    portrait = cv2.GaussianBlur(rng.random((bottom - top, round(0.3 * wide * scale)), np.float32), (0, 0), 9)
    portrait = (portrait - portrait.min()) / (np.ptp(portrait) + 1e-6)
    paper[top:bottom, round(0.05 * wide * scale) :][:, : portrait.shape[1]] = 0.2 + 0.6 * portrait
    return np.asarray(paper * (1 - conditions.contrast * ink), np.float32)


def laid_down(page: Floats, conditions: Conditions, rng: np.random.Generator) -> Floats:
    """Return the page on a desk: tilted, seen under perspective, at the wanted resolution."""
    shrink = min(1.0, conditions.ppi / 200.0)
    if shrink < 1:
        page = cv2.resize(page, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA)
    high, wide = page.shape
    margin = round(conditions.margin_mm * conditions.ppi / 25.4)
    slack = conditions.perspective * wide
    target = np.array([[0, 0], [wide, 0], [wide, high], [0, high]], np.float32)
    target += rng.uniform(-slack, slack, (4, 2)).astype(np.float32)
    angle = np.deg2rad(conditions.tilt)
    spin = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]], np.float32)
    target = target @ spin.T
    target -= target.min(axis=0) - margin
    size = np.ceil(target.max(axis=0) + margin).astype(int)
    source = np.array([[0, 0], [wide, 0], [wide, high], [0, high]], np.float32)
    warp = cv2.getPerspectiveTransform(source, target.astype(np.float32))
    flat = cv2.warpPerspective(
        page, warp, (int(size[0]), int(size[1])), flags=cv2.INTER_CUBIC, borderValue=-1.0
    )
    return np.asarray(np.where(flat < -0.05, conditions.desk, flat), np.float32)


def captured(scene: Floats, conditions: Conditions, rng: np.random.Generator) -> Grey:
    """Return what a camera or scanner makes of the scene: blur, noise, quarter turns, JPEG."""
    if conditions.blur > 0:
        scene = cv2.GaussianBlur(scene, (0, 0), conditions.blur)
    scene = scene * 255 + rng.normal(0, conditions.noise, scene.shape).astype(np.float32)
    grey = np.clip(scene, 0, 255).astype(np.uint8)
    grey = np.ascontiguousarray(np.rot90(grey, -conditions.turned // 90))
    if conditions.jpeg:
        coded = cv2.imencode(".jpg", grey, [cv2.IMWRITE_JPEG_QUALITY, conditions.jpeg])[1]
        grey = np.asarray(cv2.imdecode(coded, cv2.IMREAD_GRAYSCALE), np.uint8)
    return grey


def picture(kind: str, lines: tuple[str, ...], conditions: Conditions, seed: int) -> Grey:
    """Return a grey picture of one document."""
    rng = np.random.default_rng(seed)
    return captured(laid_down(document(kind, lines, conditions, rng), conditions, rng), conditions, rng)


def two_documents(
    first: tuple[str, tuple[str, ...]], second: tuple[str, tuple[str, ...]], conditions: Conditions, seed: int
) -> Grey:
    """Return a grey picture of two documents, one above the other."""
    rng = np.random.default_rng(seed)
    still = replace(conditions, turned=0, jpeg=0, blur=0.0, noise=0.0)
    scenes = [laid_down(document(kind, lines, still, rng), still, rng) for kind, lines in (first, second)]
    wide = max(scene.shape[1] for scene in scenes)
    padded = [
        cv2.copyMakeBorder(s, 0, 0, 0, wide - s.shape[1], cv2.BORDER_CONSTANT, value=conditions.desk)
        for s in scenes
    ]
    return captured(np.concatenate(padded), conditions, rng)


def without_mrz(kind: str, seed: int) -> Grey:
    """Return a picture without an MRZ: `blank`, `noise`, `text`, `form`, `guilloche` or `typed`."""
    rng = np.random.default_rng(seed)
    high, wide = 900, 1300
    paper = _paper(high, wide, 10.0, 0.15 if kind == "guilloche" else 0.03, rng)
    if kind == "noise":
        paper = rng.random((high, wide), np.float32)
    plane = Image.fromarray((np.clip(paper, 0, 1) * 255).astype(np.uint8))
    pen = ImageDraw.Draw(plane)
    mono = "DejaVuSansMono.ttf" if kind == "typed" else "DejaVuSans.ttf"
    alphabet = LETTERS + (DIGITS if kind == "typed" else LETTERS.lower()) + "    "
    if kind in ("text", "form", "typed"):
        for row in range(30):
            size = 14 if kind == "text" else int(rng.integers(12, 26))
            font = ImageFont.truetype(f"/usr/share/fonts/truetype/dejavu/{mono}", size)
            words = "".join(rng.choice(list(alphabet), int(rng.integers(20, 75))))
            pen.text((60, 25 + row * 28), words, fill=30, font=font)
            if kind == "form":
                pen.line((55, 50 + row * 28, wide - 55, 50 + row * 28), fill=80)
    return captured(np.asarray(plane, np.float32) / 255, Conditions(), rng)


def varied(seed: int) -> tuple[str, tuple[str, ...], Conditions]:
    """Return a kind, lines and conditions of moderate difficulty drawn from the seed."""
    rng = np.random.default_rng(seed)
    kind = str(rng.choice(list(LENGTHS)))
    ppi = float(np.exp(rng.uniform(np.log(90), np.log(600))))
    conditions = Conditions(
        ppi=ppi,
        contrast=float(rng.uniform(0.45, 0.95)),
        guilloche=float(rng.uniform(0, 0.2)),
        blur=float(rng.uniform(0.3, 0.3 + ppi / 200)),
        noise=float(rng.uniform(0, 8)),
        jpeg=int(rng.integers(50, 96)),
        turned=int(rng.choice([0, 90, 180, 270])),
        tilt=float(rng.uniform(-8, 8)),
        perspective=float(rng.uniform(0, 0.02)),
        bold=float(rng.choice([0.0, 0.0, 0.06, 0.1])),
        margin_mm=float(rng.uniform(1, 40)),
        desk=float(rng.uniform(0.1, 0.95)),
    )
    return kind, invented_lines(kind, rng), conditions
