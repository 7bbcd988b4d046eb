"""Names of files cannot pass for other names, nor for HTML."""

import pytest
from PySide6.QtGui import QTextDocument

from docdesk.ui.look.elided import ElidedLabel
from docdesk.ui.look.outside_text import one_line, tip


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("scan-1.png", "scan-1.png"),
        ("two\nlines", "two�lines"),
        ("rtl\u202egnp.exe", "rtl�gnp.exe"),
        ("bytes-\udcff", "bytes-�"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("Ünïcødé 証明書", "Ünïcødé 証明書"),
    ],
)
def test_what_cannot_be_seen_is_marked_and_the_rest_stays(name: str, shown: str) -> None:
    assert one_line(name) == shown


@pytest.mark.parametrize("text", ["<b>bold</b><img src=x>", "a & b", "P<UTOERIKSSON<<ANNA", "plain"])
def test_a_tool_tip_tells_the_text_as_it_is(text: str) -> None:
    shown = QTextDocument()
    if tip(text) == text:
        return  # Qt takes it for plain text, as it is
    shown.setHtml(tip(text))
    assert shown.toPlainText() == text


def test_an_elided_label_tells_a_name_with_tags_as_it_is(qtbot: object) -> None:
    label = ElidedLabel("<b>bold</b>.png")
    assert label.toolTip() == "<p>&lt;b&gt;bold&lt;/b&gt;.png</p>"
