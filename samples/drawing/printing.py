"""The inks of the state printer, and artwork that the passport page and the card share."""

import cv2
import numpy as np

from drawing.emblem import draw_beams, draw_emblem, draw_island, draw_star
from drawing.guilloche import fibres, waves
from drawing.holders import Holder
from drawing.lettering import set_on_arc, set_text, set_turned, text_width
from drawing.portrait import HEIGHT, WIDTH, draw_portrait
from drawing.sheet import PIXELS_PER_MM, Curve, Ink, Mask, Plane, Point, Sheet

PAPER = (0.975, 0.970, 0.950)

RAINBOW = Ink(
    ((0.30, 0.62, 0.66), (0.55, 0.66, 0.50), (0.90, 0.62, 0.42), (0.62, 0.50, 0.68)), infrared=0.985
)
CROSS_RAINBOW = Ink(((0.78, 0.55, 0.62), (0.50, 0.60, 0.80), (0.36, 0.62, 0.66)), infrared=0.985)
WASH = Ink(((0.86, 0.95, 0.95), (0.97, 0.95, 0.86), (0.99, 0.91, 0.86), (0.92, 0.89, 0.97)), infrared=0.995)
TEAL = Ink(((0.22, 0.52, 0.58),), infrared=0.95)
ROSE = Ink(((0.80, 0.36, 0.44),), infrared=0.97)
NAVY = Ink(((0.10, 0.18, 0.42),), infrared=0.86)
CAPTION = Ink(((0.16, 0.26, 0.50),), infrared=0.62)
BLACK = Ink(((0.07, 0.07, 0.08),), infrared=0.08)
PEN = Ink(((0.09, 0.10, 0.16),), infrared=0.18)
RED_FIBRE = Ink(((0.82, 0.30, 0.30),), infrared=0.9, glow=(0.85, 0.10, 0.06))
BLUE_FIBRE = Ink(((0.35, 0.45, 0.78),), infrared=0.9, glow=(0.08, 0.22, 0.85))
HIDDEN_FIBRE = Ink(((0.99, 0.99, 0.97),), infrared=1.0, glow=(0.12, 0.72, 0.22))
GLOWING_YELLOW = Ink(((0.995, 0.995, 0.985),), infrared=1.0, glow=(0.62, 0.86, 0.16))
GLOWING_RED = Ink(((0.995, 0.99, 0.99),), infrared=1.0, glow=(0.92, 0.20, 0.07))


def print_lines(
    sheet: Sheet, curves: list[Curve], ink: Ink, pixels: int, coverage: float, within: Mask | None = None
) -> None:
    """Print curves in one ink, kept inside a mask where one is given."""
    mask = sheet.blank()
    sheet.stroke(mask, curves, pixels)
    if within is not None:
        mask = np.asarray(cv2.multiply(mask, within, scale=1 / 255), np.uint8)
    sheet.lay(mask, ink, coverage)


def print_text(
    sheet: Sheet, text: str, at: Point, cap: float, ink: Ink, font: str, *, spacing: float = 0.0
) -> float:
    """Print one line of text; its length in mm."""
    mask = sheet.blank()
    length = set_text(sheet, mask, text, at, cap, font, spacing=spacing)
    sheet.lay(mask, ink)
    return length


def print_microtext(
    sheet: Sheet, words: str, left: float, right: float, baseline: float, ink: Ink, font: str
) -> None:
    """Print a line of tiny words that reads as a hairline to the eye."""
    cap = 0.42
    times = int((right - left) / text_width(words, cap, font)) + 1
    mask = sheet.blank()
    set_text(sheet, mask, words * times, (left, baseline), cap, font)
    mask[:, round(right * PIXELS_PER_MM) :] = 0
    sheet.lay(mask, ink, 0.9)


def print_specimen(sheet: Sheet, centre: Point, cap: float, degrees: float, within: Mask) -> None:
    """Print SPECIMEN across the artwork: outlined letters filled with fine lines, under all personal data."""
    letters = np.asarray(
        cv2.multiply(set_turned(sheet, "SPECIMEN", centre, cap, degrees), within, scale=1 / 255), np.uint8
    )
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (5, 5))
    outline = cv2.morphologyEx(letters, cv2.MORPH_GRADIENT, kernel)
    hatch = [
        np.array([[0.0, y], [sheet.width, y + 0.35 * sheet.width]])
        for y in np.arange(-sheet.width, sheet.height, 0.62)
    ]
    print_lines(sheet, hatch, ROSE, 2, 0.42, letters)
    sheet.lay(letters, ROSE, 0.06)
    sheet.lay(np.asarray(outline, np.uint8), ROSE, 0.55)


def print_emblem(sheet: Sheet, centre: Point, radius: float, ink: Ink, coverage: float, line: int) -> None:
    """Print the emblem of the state."""
    mask = sheet.blank()
    draw_emblem(sheet, mask, centre, radius, line)
    sheet.lay(mask, ink, coverage)


def print_portrait(sheet: Sheet, holder: Holder, left: float, bottom: float, height: float) -> None:
    """Print the portrait, its edges fading into the guilloche."""
    picture = _scaled(draw_portrait(holder.looks), height)
    picture = 0.6 * picture + 0.4 * picture.mean(axis=2, keepdims=True)
    sheet.lay_picture(_faded(picture, 0.9), left, bottom, 0.97, 0.92)


def print_ghost(sheet: Sheet, holder: Holder, left: float, bottom: float, height: float) -> None:
    """Print the portrait a second time: small, pale, of one colour."""
    grey = _scaled(draw_portrait(holder.looks), height).mean(axis=2, keepdims=True)
    tone = np.clip(0.12 + 0.95 * grey, 0, 1)
    tinted = (1 - (1 - tone) * np.array([0.80, 0.66, 0.45], np.float32)).astype(np.float32)
    sheet.lay_picture(_faded(tinted, 2.4), left, bottom, 0.62, 0.70)


def print_signature(
    sheet: Sheet, name: str, left: float, baseline: float, width: float, height: float, seed: int
) -> None:
    """Print a signature written by a pen of changing pressure: a capital, a run of loops, a flourish."""
    dice = np.random.default_rng(seed)
    t = np.linspace(0, 1, 900)
    swing = np.interp(
        t,
        np.linspace(0, 1, len(name)),
        dice.uniform(0.25, 0.55, len(name)) + 0.9 * (dice.random(len(name)) > 0.72),
    )
    swing = cv2.GaussianBlur(swing.reshape(1, -1), (0, 0), 14)[0] * (1 - 0.45 * t)
    turns = 2 * np.pi * (len(name) * 0.62) * t
    x = left + width * (0.16 + 0.74 * t) + 0.55 * np.cos(turns + 0.7)
    y = baseline + 0.16 * height + 0.5 * height * swing * np.sin(turns) + 0.10 * height * t
    letters = np.column_stack((x, y))
    turn = np.linspace(dice.uniform(-0.5, 0.9), dice.uniform(1.7, 2.9), 160) * np.pi
    loops, lean, rise = dice.uniform(0.8, 1.9), dice.uniform(-0.05, 0.05), dice.uniform(0.18, 0.34)
    capital = np.column_stack((
        left + width * (0.10 + 0.085 * np.cos(turn) + lean * np.linspace(-1, 1, 160)),
        baseline + height * (0.52 + np.linspace(0.36, -0.30, 160) + rise * np.sin(turn * loops)),
    ))  # fmt: skip
    sweep = np.linspace(0, 1, 90)
    flourish = np.column_stack((
        left + width * (0.98 - 0.78 * sweep), baseline - height * (0.02 + 0.16 * np.sin(sweep * np.pi * 0.9)),
    ))  # fmt: skip
    mask = sheet.blank()
    for curve in (capital, letters, flourish):
        speed = np.hypot(*np.gradient(curve, axis=0).T)
        weight = np.clip(1.35 - 0.35 * speed / speed.mean(), 0.75, 1.35)
        for piece, pressure in zip(
            np.lib.stride_tricks.sliding_window_view(curve, 4, axis=0)[::3], weight[::3], strict=False
        ):
            sheet.stroke(mask, [piece.T], round(6.4 * float(pressure)))
    sheet.lay(mask, PEN, 0.93)


def print_fibres(sheet: Sheet, seed: int, count: int, portrait: Point) -> None:
    """Strew coloured fibres, and fibres that only UV light shows.

    The machine-readable zone stays clean; on the portrait, whose bottom-left corner is given, none is seen
    in white light, since a red fibre would look like a wound.
    """
    for place, ink in enumerate((RED_FIBRE, BLUE_FIBRE, HIDDEN_FIBRE)):
        strewn = fibres(sheet.width, sheet.height, count, seed * 10 + place)
        clear = [fibre for fibre in strewn if fibre[:, 1].min() > portrait[1] - 1]
        if ink is not HIDDEN_FIBRE:
            clear = [fibre for fibre in clear if fibre[:, 0].min() > portrait[0] + WIDTH + 1]
        print_lines(sheet, clear, ink, 2, 0.75)


def print_uv_overprint(sheet: Sheet, centre: Point, radius: float, reach: tuple[float, float]) -> None:
    """Print the fluorescent motif in two colours: island and stars; light, sea and the name of the state."""
    yellow = sheet.blank()
    draw_island(sheet, yellow, centre, radius)
    for degrees in np.linspace(8, 172, 11):
        angle = np.radians(degrees)
        place = centre[0] + 1.06 * radius * np.cos(angle), centre[1] + 0.92 * radius * np.sin(angle)
        draw_star(sheet, yellow, place, 0.075 * radius)
    lines = sheet.blank()
    sheet.stroke(lines, waves(0, sheet.width, 0, sheet.height, 0.42, 1.1, 0.7), 5)
    lined = cv2.addWeighted(cv2.min(yellow, lines), 0.45, yellow, 0.5, 0)
    sheet.lay(np.asarray(lined, np.uint8), GLOWING_YELLOW)
    red = sheet.blank()
    draw_beams(sheet, red, centre, radius)
    x = np.linspace(*reach, 700)
    for number in range(4):
        lift = centre[1] - radius * (0.60 + 0.075 * number)
        sheet.stroke(red, [np.column_stack((x, lift + 0.55 * np.sin(x * 0.72 + 1.1 * number)))], 9)
    set_on_arc(sheet, red, "UTOPIA·UTOPIE·UTOPIA·UTOPIE", centre, radius * 0.76, radius * 0.075, 196, -16)
    sheet.lay(red, GLOWING_RED)


def _scaled(picture: Plane, height: float) -> Plane:
    size = round(WIDTH / HEIGHT * height * PIXELS_PER_MM), round(height * PIXELS_PER_MM)
    return np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), np.float32)


def _faded(picture: Plane, edge: float) -> Plane:
    rows, columns = picture.shape[:2]
    y = np.minimum(np.arange(rows), np.arange(rows)[::-1])[:, None] / PIXELS_PER_MM
    x = np.minimum(np.arange(columns), np.arange(columns)[::-1])[None, :] / PIXELS_PER_MM
    near = np.clip(np.minimum(x, y) / edge, 0, 1)[:, :, None].astype(np.float32)
    return 1 - near * (1 - picture)
