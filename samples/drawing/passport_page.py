"""The passport data page of Utopia: TD3, 125 x 88 mm."""

import cv2
import numpy as np

from drawing import printing as ink
from drawing.guilloche import braid, rosette, waves
from drawing.holders import Holder, passport_lines, printed_date
from drawing.lettering import BOLD, PLAIN, SERIF, set_ocr_b, set_on_arc, set_text, text_width
from drawing.sheet import PIXELS_PER_MM, Mask, Point, Sheet

WIDTH, HEIGHT = 125.0, 88.0
MRZ_ZONE = 23.2
MRZ_LEFT = 6.0
MRZ_CENTRES = (15.75, 9.40)
"""Doc 9303-4: centre lines of the upper and the lower line, from the bottom edge."""

PORTRAIT = (5.0, 25.8)
"""Bottom-left corner of the portrait."""
CAPTION_CAP, ENTRY_CAP = 1.15, 2.15
COLUMNS = (45.0, 79.0)
ROWS = (69.0, 62.4, 55.8, 49.2, 42.6, 36.0, 29.4)
"""Baselines of the entries; the caption stands above."""


def draw_passport(holder: Holder) -> Sheet:
    """The data page of a holder, printed and personalised."""
    sheet = Sheet(WIDTH, HEIGHT, ink.PAPER)
    _print_background(sheet)
    _print_form(sheet)
    ink.print_fibres(sheet, holder.looks.seed, 30, PORTRAIT)
    ink.print_uv_overprint(sheet, (64.0, 52.0), 28.0, (14.0, 117.0))
    ink.print_ghost(sheet, holder, 104.4, 47.4, 22.0)
    ink.print_portrait(sheet, holder, *PORTRAIT, 45.0)
    _print_seal_over_portrait(sheet)
    _print_entries(sheet, holder)
    ink.print_signature(sheet, holder.given_names, 82.0, 26.9, 27.0, 5.2, holder.looks.seed)
    mask = sheet.blank()
    for line, centre in zip(passport_lines(holder), MRZ_CENTRES, strict=True):
        set_ocr_b(sheet, mask, line, MRZ_LEFT, centre)
    sheet.lay(mask, ink.BLACK)
    return sheet


def _print_background(sheet: Sheet) -> None:
    field = _field(sheet)
    sheet.lay(field, ink.WASH, 0.95)
    ink.print_lines(
        sheet, list(waves(0, WIDTH, MRZ_ZONE - 4, HEIGHT + 4, 0.62, 3.2, 0.0)), ink.RAINBOW, 2, 0.40, field
    )
    ink.print_lines(
        sheet,
        list(waves(0, WIDTH, MRZ_ZONE - 4, HEIGHT + 4, 0.93, -4.6, 1.9)),
        ink.CROSS_RAINBOW,
        2,
        0.30,
        field,
    )
    for inner, outer, petals, lines in ((4.5, 12.5, 9, 10), (13.5, 20.5, 18, 8), (21.3, 24.6, 36, 6)):
        ink.print_lines(
            sheet, list(rosette((72.0, 50.5), inner, outer, petals, lines)), ink.TEAL, 2, 0.26, field
        )
    ink.print_specimen(sheet, (74.5, 46.5), 8.8, 18.0, field)


def _print_form(sheet: Sheet) -> None:
    ink.print_emblem(sheet, (11.2, 79.4), 6.3, ink.NAVY, 0.95, 3)
    ink.print_text(sheet, "UTOPIA", (19.6, 80.6), 4.0, ink.NAVY, SERIF, spacing=1.1)
    ink.print_text(
        sheet, "REPUBLIC OF UTOPIA · RÉPUBLIQUE D’UTOPIE", (19.8, 76.6), 1.45, ink.NAVY, PLAIN, spacing=0.18
    )
    title = "PASSPORT / PASSEPORT"
    width = text_width(title, 2.5, BOLD)
    ink.print_text(sheet, title, (WIDTH - 5.6 - width, 80.6), 2.5, ink.NAVY, BOLD)
    words = "SPECIMEN · NO STATE · NO VALUE"
    ink.print_text(sheet, words, (WIDTH - 5.6 - text_width(words, 1.45), 76.6), 1.45, ink.ROSE, PLAIN)
    edge = list(braid(0, WIDTH, MRZ_ZONE, 1.5, 5.2, 6))
    ink.print_lines(sheet, edge, ink.RAINBOW, 2, 0.95)
    ink.print_microtext(sheet, "UTOPIA·SPECIMEN·UTOPIE·", 0, WIDTH, 24.35, ink.TEAL, BOLD)
    ink.print_microtext(sheet, "SPECIMEN·UTOPIA·", 19.8, WIDTH - 5.6, 74.6, ink.NAVY, BOLD)
    ink.print_microtext(sheet, "UTOPIA·SPECIMEN·UTOPIE·", 6, WIDTH - 6, 1.5, ink.TEAL, BOLD)


def _print_seal_over_portrait(sheet: Sheet) -> None:
    """A guilloche seal that runs from the background across the edge of the portrait."""
    centre = (37.4, 31.6)
    ink.print_lines(sheet, list(rosette(centre, 2.3, 5.4, 12, 9)), ink.TEAL, 2, 0.55)
    mask = sheet.blank()
    set_on_arc(sheet, mask, "UTOPIA·SPECIMEN·UTOPIE·SPECIMEN·", centre, 6.1, 0.75, 90, -258)
    sheet.lay(mask, ink.TEAL, 0.75)
    ink.print_emblem(sheet, centre, 2.1, ink.TEAL, 0.75, 1)


def _print_entries(sheet: Sheet, holder: Holder) -> None:
    left, right = COLUMNS
    captions, entries = sheet.blank(), sheet.blank()

    def enter(caption: str, entry: str, at: Point, font: str = PLAIN) -> None:
        set_text(sheet, captions, caption, (at[0], at[1] + 3.0), CAPTION_CAP)
        set_text(sheet, entries, entry, at, ENTRY_CAP, font)

    enter("Type / Type", "P", (left, ROWS[0]))
    enter("Code / Code", "UTO", (left + 17.0, ROWS[0]))
    enter("Passport No. / Nº du passeport", holder.printed_number, (right, ROWS[0]), BOLD)
    enter("1. Surname / Nom", holder.surname, (left, ROWS[1]), BOLD)
    enter("2. Given names / Prénoms", holder.given_names, (left, ROWS[2]), BOLD)
    enter("3. Nationality / Nationalité", "UTOPIAN", (left, ROWS[3]))
    enter("4. Personal No. / Nº personnel", holder.personal_number, (right, ROWS[3]))
    enter("5. Date of birth / Date de naissance", printed_date(holder.born), (left, ROWS[4]))
    enter("6. Place of birth / Lieu de naissance", holder.birthplace, (right, ROWS[4]))
    enter("7. Date of issue / Date de délivrance", printed_date(holder.issued), (left, ROWS[5]))
    enter("8. Date of expiry / Date d’expiration", printed_date(holder.expires), (right, ROWS[5]))
    enter("9. Sex / Sexe", holder.sex, (left, ROWS[6]))
    enter("10. Authority / Autorité", "AMAUROT", (left + 14.5, ROWS[6]))
    set_text(
        sheet,
        captions,
        "11. Holder’s signature / Signature du titulaire",
        (right, ROWS[6] + 3.0),
        CAPTION_CAP,
    )
    sheet.lay(captions, ink.CAPTION)
    sheet.lay(entries, ink.BLACK)


def _field(sheet: Sheet) -> Mask:
    """Where artwork may be printed, and how strongly: pale under the portrait, nowhere in the MRZ zone."""
    mask = np.full(sheet.infrared.shape, 255, np.uint8)
    left, right = round(PORTRAIT[0] * PIXELS_PER_MM), round((PORTRAIT[0] + 35) * PIXELS_PER_MM)
    top, bottom = (round((HEIGHT - PORTRAIT[1] - rise) * PIXELS_PER_MM) for rise in (45, 0))
    mask[top:bottom, left:right] = 70
    mask = np.asarray(cv2.GaussianBlur(mask, (0, 0), 22), np.uint8)
    mask[round((HEIGHT - MRZ_ZONE) * PIXELS_PER_MM) :] = 0
    return mask
