"""The file that tells how far the recogniser can be believed."""

from pathlib import Path

import pytest

from docdesk.engines.mrz_networks.calibration import Band, Calibration, read_calibration, written
from docdesk.foundation.errors import EngineMissing

TWO = Calibration((Band(0.0, 1.8, 1e-3), Band(10.0, 1.1, 1e-5)), 0.999)


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    file = tmp_path / "mrz-calibration.json"
    file.write_text(written(TWO), encoding="utf-8")

    assert read_calibration(file) == TWO


@pytest.mark.parametrize("text", [None, "", "[]", '{"bands": [], "certain": 0.9}', '{"bands": [{"x": 1}]}'])
def test_a_file_that_is_missing_or_says_something_else_is_told_by_name(
    tmp_path: Path, text: str | None
) -> None:
    file = tmp_path / "mrz-calibration.json"
    if text is not None:
        file.write_text(text, encoding="utf-8")

    with pytest.raises(EngineMissing) as refused:
        read_calibration(file)
    assert dict(refused.value.message.values) == {"file": "mrz-calibration.json"}


@pytest.mark.parametrize(
    "bands",
    [(), (Band(5.0, 1.0, 0.0),), (Band(0.0, 1.0, 0.0), Band(0.0, 2.0, 0.0)), (Band(0.0, 0.0, 0.0),)],
)
def test_bands_begin_at_nothing_and_rise(bands: tuple[Band, ...]) -> None:
    with pytest.raises(ValueError, match=r"bands|temperatures"):
        Calibration(bands, 0.99)


def test_the_band_is_that_of_the_pitch() -> None:
    assert TWO.band(9.9) is TWO.bands[0]
    assert TWO.band(10.0) is TWO.bands[1]
