"""The file that tells how far the recogniser can be believed."""

from pathlib import Path

import pytest

from docdesk.engines.mrz_networks.calibration import Band, Calibration, read_calibration, written
from docdesk.foundation.errors import EngineMissing
from docdesk.foundation.messages import Message

TWO = Calibration((Band(0.0, 1.8, 1e-3), Band(10.0, 1.1, 1e-5)), 0.999)


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    file = tmp_path / "mrz-calibration.json"
    file.write_text(written(TWO), encoding="utf-8")

    assert read_calibration(file) == TWO


def test_a_file_that_is_missing_is_told_by_name(tmp_path: Path) -> None:
    with pytest.raises(EngineMissing) as refused:
        read_calibration(tmp_path / "mrz-calibration.json")
    assert refused.value.message == Message.of("reader.network_missing", file="mrz-calibration.json")


def _told(pitch: str = "0", temperature: str = "1", floor: str = "0", certain: str = "0.99") -> str:
    band = f'{{"pitch": {pitch}, "temperature": {temperature}, "floor": {floor}}}'
    return f'{{"bands": [{band}], "certain": {certain}}}'


@pytest.mark.parametrize(
    "text",
    [
        *("", "[]", '{"bands": [], "certain": 0.9}', '{"bands": [{"x": 1}]}', "[" * 100_000),
        *(_told(pitch="NaN"), _told(pitch='"0"')),
        *(_told(temperature=value) for value in ("NaN", "Infinity", "-1", "1e-320", "1e308", '"1"')),
        *(_told(floor=value) for value in ("NaN", "-0.1", "1")),
        *(_told(certain=value) for value in ("NaN", "-5", "0", "0.5", "1e400", "[]")),
    ],
)
def test_a_file_that_says_what_cannot_be_is_told_to_be_damaged(tmp_path: Path, text: str) -> None:
    file = tmp_path / "mrz-calibration.json"
    file.write_text(text, encoding="utf-8")

    with pytest.raises(EngineMissing) as refused:
        read_calibration(file)
    assert refused.value.message == Message.of("reader.network_damaged", file="mrz-calibration.json")


def test_bands_from_infinitely_large_print_on_are_refused() -> None:
    with pytest.raises(ValueError, match="finite"):
        Calibration((Band(0.0, 1.0, 0.0), Band(float("inf"), 1.0, 0.0)), 0.99)


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
