"""Strips go to the recogniser as it was trained, and its answer is taken apart."""

import numpy as np
from numpy.typing import NDArray

from docdesk.engines.mrz_networks.recognising import recognised

Floats = NDArray[np.float32]


class _Telling:
    """Says for every column the mean of its four pixels as the logit of `A`, and keeps the batch."""

    def run(self, array: Floats) -> Floats:
        self.batch = array
        count, _, rows, width = array.shape
        said = np.zeros((count, 41, width // 4), np.float32)
        said[:, 10] = array.reshape(count, rows, width // 4, 4).mean(axis=(1, 3))
        said[:, 38], said[:, 39], said[:, 40] = 2.0, 1.5, np.log(20 / 19)
        return said


def _strip(width: int) -> Floats:
    rng = np.random.default_rng(width)
    return rng.uniform(40, 220, (32, width)).astype(np.float32)


def test_strips_of_any_width_go_in_one_batch_and_come_back_apart() -> None:
    network = _Telling()
    wide, narrow = recognised([_strip(200), _strip(120)], network)

    assert network.batch.shape == (2, 1, 32, 200)
    assert (len(wide), len(narrow)) == (50, 30)
    assert not network.batch[1, 0, :, 120:].any()


def test_each_strip_is_normalised_by_its_own_grey() -> None:
    network = _Telling()
    strip = _strip(160)
    recognised([strip, strip * 0.3 + 20], network)

    assert abs(float(network.batch[0].mean())) < 1e-4
    assert np.abs(network.batch[0] - network.batch[1]).max() < 0.1
    assert np.abs(network.batch).max() <= 4


def test_logarithms_sum_to_one_with_the_blank() -> None:
    (columns,) = recognised([_strip(160)], _Telling())
    whole = np.exp(columns.characters).sum(axis=1) + np.exp(columns.blank)

    assert np.allclose(whole, 1, atol=1e-5)


def test_place_and_size_are_in_rows() -> None:
    (columns,) = recognised([_strip(160)], _Telling())

    assert np.allclose(columns.dy, 1.5)
    assert np.allclose(columns.height, 20.0)
    assert np.allclose(columns.ocr_b, 2.0)


def test_nothing_to_read_asks_no_network() -> None:
    assert recognised([], _Telling()) == ()
