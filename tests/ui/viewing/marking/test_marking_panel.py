"""The panel of markings says how the scale is known that its sizes rest on."""

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from docdesk.foundation.progress import Cancellation
from docdesk.imaging.deep import deepened
from docdesk.ui.viewing.marking.panel import MarkingPanel
from docdesk.ui.viewing.picture import Picture, Scale
from docdesk.wording.catalogue import Wording


@pytest.mark.parametrize(
    ("scale", "said"),
    [
        (Scale(10.0, "scale.mrz_pitch"), "Scale: measured on the MRZ."),
        (None, "The scale of this picture is not known, so sizes are in pixels."),
    ],
)
def test_the_scale_is_told_with_how_it_is_known(qtbot: QtBot, scale: Scale | None, said: str) -> None:
    panel = MarkingPanel(Wording(), ())
    qtbot.addWidget(panel)
    image = deepened(np.zeros((20, 30), np.uint8), Cancellation())
    panel.show_markings(Picture("1/0", "VIS", image, scale), (), None)
    assert said in [label.text() for label in panel.findChildren(QLabel) if not label.isHidden()]
