"""The frame as the finder sees it."""

import numpy as np
import pytest
from numpy.typing import NDArray

from docdesk.engines.mrz_networks.picture import CELL, finder_map, scaled, sides_of, tiles

Floats = NDArray[np.float32]


class Brightness:
    """A network whose map is the mean of each cell, in all channels; keeps what sizes it was given."""

    def __init__(self) -> None:
        self.sizes: list[tuple[int, ...]] = []

    def run(self, array: Floats) -> Floats:
        self.sizes.append(array.shape)
        _, _, rows, columns = array.shape
        cells = array.reshape(1, 1, rows // CELL, CELL, columns // CELL, CELL).mean(axis=(3, 5))
        return np.repeat(cells, 4, axis=1).astype(np.float32)


class WrongAtTheEdge:
    """A network that sees print where its picture is cut off, and none elsewhere."""

    def run(self, array: Floats) -> Floats:
        _, _, rows, columns = array.shape
        found = np.ones((1, 4, rows // CELL, columns // CELL), np.float32)
        found[:, :, 4:-4, 4:-4] = 0
        return found


def slope(height: int, width: int) -> NDArray[np.uint8]:
    """A picture that grows brighter to the right and below."""
    rows, columns = np.mgrid[:height, :width]
    return (100 * rows / height + 100 * columns / width).astype(np.uint8)


@pytest.mark.parametrize(
    "size", [(2480, 3508), (3508, 2480), (190, 275), (1024, 700), (4000, 5999), (40, 3000)]
)
def test_the_long_side_is_as_asked_and_sides_are_what_the_network_takes(size: tuple[int, int]) -> None:
    small = scaled(slope(*size), 1024)
    assert max(small.width, small.height) == 1024
    assert all(side % 32 == 0 for side in small.values.shape)
    assert small.values.shape[0] - small.height < 32
    assert small.values.shape[1] - small.width < 32
    assert 0 <= small.values.min() <= small.values.max() <= 1


@pytest.mark.parametrize("size", [(2480, 3508), (190, 275), (4001, 5999), (777, 1025)])
def test_places_lead_back_to_the_frame(size: tuple[int, int]) -> None:
    page = np.zeros(size, np.uint8)
    top, left = size[0] * 3 // 5, size[1] // 3
    half = max(size) // 90
    page[top - half : top + half + 1, left - half : left + half + 1] = 255
    small = scaled(page, 1024)
    rows, columns = np.indices(small.values.shape)
    total = small.values.sum()
    x = float((small.values * columns).sum() / total) * small.scale[0] + small.shift[0]
    y = float((small.values * rows).sum() / total) * small.scale[1] + small.shift[1]
    assert x == pytest.approx(left, abs=0.05 * small.scale[0])
    assert y == pytest.approx(top, abs=0.05 * small.scale[1])


def test_fine_stripes_become_their_mean() -> None:
    page = np.zeros((3000, 4000), np.uint8)
    page[:, ::2] = 200
    small = scaled(page, 1024)
    assert np.abs(small.values - 100 / 255).max() < 0.08


def test_a_large_page_with_little_on_it_is_looked_at_twice() -> None:
    assert sides_of(slope(2480, 3508)) == (1024, 2048)
    assert sides_of(slope(900, 1400)) == (1024, 1400)


def test_a_small_picture_is_enlarged_and_looked_at_once() -> None:
    assert sides_of(slope(190, 275)) == (1024,)
    assert sides_of(slope(700, 1100)) == (1024,)
    assert sides_of(slope(60, 100)) == (400,)


def test_tiles_cover_a_large_page_and_overlap() -> None:
    covered = np.zeros((1472, 2048), int)
    for top, left, high, wide in tiles(covered.shape):
        assert max(high, wide) <= 1152
        assert top % 32 == left % 32 == high % 32 == wide % 32 == 0
        assert top + high <= 1472
        assert left + wide <= 2048
        covered[top : top + high, left : left + wide] += 1
    assert covered.min() >= 1
    assert (covered[:, 896:1152] >= 2).all()


def test_maps_of_tiles_are_laid_together_without_a_seam() -> None:
    page = slope(1600, 2048)
    network = Brightness()
    small = scaled(page, 2048)
    found = finder_map(small, network)
    assert len(network.sizes) == 4
    assert found.shape == (4, 1600 // CELL, 2048 // CELL)
    expected = page.reshape(400, CELL, 512, CELL).mean(axis=(1, 3)) / 255
    assert np.allclose(found, expected[None], atol=1e-5)


def test_a_tile_that_sees_a_place_whole_outweighs_one_that_ends_there() -> None:
    found = finder_map(scaled(slope(2048, 2048), 2048), WrongAtTheEdge())
    assert found[:, 8:-8, 8:-8].max() < 0.05


def test_the_map_ends_where_the_picture_does() -> None:
    found = finder_map(scaled(slope(500, 1000), 1000), Brightness())
    assert found.shape == (4, 125, 250)
