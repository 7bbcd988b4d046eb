"""The identity card of Utopia: TD1, 85.60 x 53.98 mm, front and back."""

import cv2
import numpy as np

from drawing import printing as ink
from drawing.guilloche import braid, rosette, waves
from drawing.holders import Holder, card_lines, printed_date
from drawing.lettering import BOLD, MRZ_PITCH, PLAIN, SERIF, set_ocr_b, set_text, text_width
from drawing.sheet import PIXELS_PER_MM, Mask, Point, Sheet

WIDTH, HEIGHT = 85.60, 53.98
MRZ_ZONE = 23.3
MRZ_LEFT = 5.0
MRZ_CENTRES = (15.73, 11.50, 7.27)
"""Doc 9303-5: centre lines of the three lines, from the bottom edge."""

CAN = "482915"
"""The card access number: six digits, no check digit."""
PORTRAIT = (4.0, 5.6)
PORTRAIT_HEIGHT = 34.0
CAPTION_CAP, ENTRY_CAP = 1.0, 1.85
COLUMNS = (33.5, 58.0)


def draw_front(holder: Holder) -> Sheet:
    """The side with the portrait and the card access number."""
    sheet = Sheet(WIDTH, HEIGHT, ink.PAPER)
    field = np.full(sheet.infrared.shape, 255, np.uint8)
    left, right = (round((PORTRAIT[0] + x) * PIXELS_PER_MM) for x in (0, PORTRAIT_HEIGHT * 35 / 45))
    top, bottom = (round((HEIGHT - PORTRAIT[1] - y) * PIXELS_PER_MM) for y in (PORTRAIT_HEIGHT, 0))
    field[top:bottom, left:right] = 70
    field = np.asarray(cv2.GaussianBlur(field, (0, 0), 16), np.uint8)
    _print_background(sheet, field, (58.0, 25.0))
    ink.print_specimen(sheet, (52.5, 21.0), 6.0, 18.0, field)
    _print_heading(sheet)
    ink.print_ghost(sheet, holder, 70.6, 18.6, 14.5)
    ink.print_portrait(sheet, holder, *PORTRAIT, PORTRAIT_HEIGHT)
    ink.print_lines(sheet, list(rosette((30.0, 9.4), 1.8, 4.0, 12, 8)), ink.TEAL, 2, 0.55)
    ink.print_emblem(sheet, (30.0, 9.4), 1.7, ink.TEAL, 0.75, 1)
    _print_front_entries(sheet, holder)
    ink.print_signature(sheet, holder.given_names, 36.0, 5.0, 19.0, 3.6, holder.looks.seed)
    number = sheet.blank()
    set_ocr_b(sheet, number, CAN, WIDTH - 5.0 - len(CAN) * MRZ_PITCH, 6.2)
    sheet.lay(number, ink.BLACK)
    return sheet


def draw_back(holder: Holder) -> Sheet:
    """The side with the machine-readable zone."""
    sheet = Sheet(WIDTH, HEIGHT, ink.PAPER)
    field = np.full(sheet.infrared.shape, 255, np.uint8)
    field[round((HEIGHT - MRZ_ZONE) * PIXELS_PER_MM) :] = 0
    _print_background(sheet, field, (18.0, 40.0))
    ink.print_specimen(sheet, (50.0, 37.6), 6.6, 11.0, field)
    ink.print_emblem(sheet, (14.6, 38.6), 9.2, ink.TEAL, 0.62, 2)
    _print_back_entries(sheet, holder)
    ink.print_lines(sheet, list(braid(0, WIDTH, MRZ_ZONE, 1.2, 4.4, 6)), ink.RAINBOW, 2, 0.95)
    ink.print_microtext(sheet, "UTOPIA·SPECIMEN·UTOPIE·", 0, WIDTH, 24.2, ink.TEAL, BOLD)
    mask = sheet.blank()
    for line, centre in zip(card_lines(holder), MRZ_CENTRES, strict=True):
        set_ocr_b(sheet, mask, line, MRZ_LEFT, centre)
    sheet.lay(mask, ink.BLACK)
    return sheet


def _print_background(sheet: Sheet, field: Mask, centre: Point) -> None:
    sheet.lay(field, ink.WASH, 0.95)
    ink.print_lines(sheet, list(waves(0, WIDTH, -4, HEIGHT + 4, 0.58, 2.4, 0.4)), ink.RAINBOW, 2, 0.38, field)
    ink.print_lines(
        sheet, list(waves(0, WIDTH, -4, HEIGHT + 4, 0.87, -3.4, 2.2)), ink.CROSS_RAINBOW, 2, 0.28, field
    )
    for inner, outer, petals, lines in ((3.0, 8.4, 9, 10), (9.0, 14.0, 18, 8), (14.6, 17.0, 36, 6)):
        ink.print_lines(sheet, list(rosette(centre, inner, outer, petals, lines)), ink.TEAL, 2, 0.24, field)


def _print_heading(sheet: Sheet) -> None:
    ink.print_emblem(sheet, (8.0, 47.3), 4.3, ink.NAVY, 0.95, 2)
    ink.print_text(sheet, "UTOPIA", (14.0, 47.7), 2.9, ink.NAVY, SERIF, spacing=0.8)
    ink.print_text(
        sheet, "REPUBLIC OF UTOPIA · RÉPUBLIQUE D’UTOPIE", (14.1, 44.8), 1.0, ink.NAVY, PLAIN, spacing=0.08
    )
    for text, baseline, cap, font, colour in (
        ("IDENTITY CARD / CARTE D’IDENTITÉ", 48.4, 1.35, BOLD, ink.NAVY),
        ("SPECIMEN · NO STATE · NO VALUE", 44.8, 1.0, PLAIN, ink.ROSE),
    ):
        ink.print_text(sheet, text, (WIDTH - 4.0 - text_width(text, cap, font), baseline), cap, colour, font)
    ink.print_microtext(sheet, "SPECIMEN·UTOPIA·", 14.1, WIDTH - 4.0, 43.4, ink.NAVY, BOLD)


def _print_front_entries(sheet: Sheet, holder: Holder) -> None:
    left, right = COLUMNS
    captions, entries = sheet.blank(), sheet.blank()
    for caption, entry, at, font in (
        ("1. Surname / Nom", holder.surname, (left, 37.4), BOLD),
        ("2. Given names / Prénoms", holder.given_names, (left, 31.9), BOLD),
        ("3. Sex / Sexe", holder.sex, (left, 26.4), PLAIN),
        ("4. Nationality / Nationalité", "UTOPIAN", (left + 11.0, 26.4), PLAIN),
        ("5. Date of birth / de naissance", printed_date(holder.born), (left, 20.9), PLAIN),
        ("6. Date of expiry / d’expiration", printed_date(holder.expires), (left, 15.4), PLAIN),
        ("7. Document No. / Nº du document", holder.number, (right, 37.4), BOLD),
    ):
        set_text(sheet, captions, caption, (at[0], at[1] + 2.6), CAPTION_CAP)
        set_text(sheet, entries, entry, at, ENTRY_CAP, font)
    set_text(sheet, captions, "8. Signature", (left, 11.2), CAPTION_CAP)
    set_text(sheet, captions, "CAN", (WIDTH - 5.0 - len(CAN) * MRZ_PITCH, 8.6), CAPTION_CAP)
    sheet.lay(captions, ink.CAPTION)
    sheet.lay(entries, ink.BLACK)


def _print_back_entries(sheet: Sheet, holder: Holder) -> None:
    captions, entries = sheet.blank(), sheet.blank()
    for caption, entry, at in (
        ("9. Place of birth / Lieu de naissance", holder.birthplace, (28.0, 45.4)),
        ("10. Date of issue / Date de délivrance", printed_date(holder.issued), (28.0, 39.4)),
        ("11. Authority / Autorité", "CIVIL REGISTRY", (28.0, 33.4)),
    ):
        set_text(sheet, captions, caption, (at[0], at[1] + 2.6), CAPTION_CAP)
        set_text(sheet, entries, entry, at, ENTRY_CAP)
    words = "This card was drawn for training. Its state and its holder do not exist."
    set_text(sheet, captions, words, (28.0, 28.4), CAPTION_CAP)
    sheet.lay(captions, ink.CAPTION)
    sheet.lay(entries, ink.BLACK)
