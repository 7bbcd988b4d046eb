"""What Tesseract tells comes apart into lines and characters."""

from docdesk.engines.mrz_tesseract.hocr import lines_of

CHARACTER = "<span class='ocrx_cinfo' title='x_bboxes {} 10 {} 30; x_conf {}'>{}</span>"


def test_lines_come_apart_with_their_characters_boxes_and_confidence() -> None:
    row = "".join(
        CHARACTER.format(10 * i, 10 * i + 8, 98.5, char) for i, char in enumerate(("A", "&lt;", "é"))
    )
    hocr = f"<span class='ocr_line' title='x'>{row}</span><span class='ocr_textfloat'>{row}</span>"
    empty, first, second = lines_of(hocr)
    assert empty == ()
    assert first == second == (("A", (0, 10, 8, 30), 0.985), ("<", (10, 10, 18, 30), 0.985))


def test_what_is_no_number_is_passed_over() -> None:
    damaged = CHARACTER.format("9" * 5000, 8, 98.5, "A") + CHARACTER.format(0, 8, "9.8.5", "B")
    assert list(lines_of(damaged)) == [()]
