"""A pasted picture states the resolution that it came with, and none where it came with none."""

import io

import pytest
from PIL import Image
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from docdesk.ui.inspecting.intake import png_of

PER_METRE_AT_300 = 11811


@pytest.fixture
def image(qtbot: QtBot) -> QImage:
    """One as a screenshot gives it: Qt says that it has the resolution of the screen."""
    made = QImage(40, 30, QImage.Format.Format_RGB32)
    made.fill(QColor(1, 2, 3))
    return made


def test_a_picture_that_states_no_resolution_gets_none_from_the_screen(image: QImage) -> None:
    assert image.dotsPerMeterX() > 0
    with Image.open(io.BytesIO(png_of(image))) as pasted:
        assert "dpi" not in pasted.info
        assert pasted.size == (40, 30)
        assert pasted.convert("RGB").getpixel((20, 20)) == (1, 2, 3)


def test_the_resolution_that_a_picture_states_is_kept(image: QImage) -> None:
    image.setDotsPerMeterX(PER_METRE_AT_300)
    image.setDotsPerMeterY(PER_METRE_AT_300)
    with Image.open(io.BytesIO(png_of(image))) as pasted:
        assert pasted.info["dpi"] == pytest.approx((300, 300), abs=0.01)
