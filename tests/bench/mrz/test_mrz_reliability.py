import pytest

from docdesk.bench.mrz.alignment import Judged
from docdesk.bench.mrz.reliability import calibration_error, reliability, wilson
from docdesk.bench.mrz.scoring import Scored
from tests.bench.mrz.printed import truth


def places(confidence: float, right: int, wrong: int) -> tuple[Judged, ...]:
    return tuple(
        Judged(0, index, 0, "A" if index < right else "B", "A", confidence) for index in range(right + wrong)
    )


def test_characters_are_counted_in_the_bin_of_their_confidence() -> None:
    entry = Scored(truth("a"), characters=(*places(0.97, 8, 2), *places(1.0, 5, 0)))
    low, high = reliability([entry])
    assert (low.above, low.below, low.characters, low.right) == (0.95, 0.98, 10, 8)
    assert (high.above, high.below, high.share, high.confidence) == (0.999, 1.0, 1.0, 1.0)
    assert calibration_error((low, high)) == pytest.approx(10 * 0.17 / 15)


def test_a_printed_character_that_was_not_read_has_no_confidence_to_judge() -> None:
    assert reliability([Scored(truth("a"), characters=(Judged(0, 0, 0, "A", ""),))]) == ()


def test_an_interval_holds_the_share_and_narrows_with_more_characters() -> None:
    # Wilson's interval of 8 in 10 at 95 %, as textbooks have it.
    assert wilson(8, 10) == pytest.approx((0.490, 0.943), abs=0.001)
    assert wilson(10, 10)[1] == 1.0
    assert wilson(1000, 1000)[0] > wilson(10, 10)[0]
