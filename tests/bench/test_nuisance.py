import cv2
import numpy as np
import pytest

from docdesk.bench.nuisance import Measured, measure, quantisation, separations

DICE = np.random.default_rng(5)


def jpeg(pixels: np.ndarray, quality: int) -> bytes:
    return cv2.imencode(".jpg", pixels, (cv2.IMWRITE_JPEG_QUALITY, quality))[1].tobytes()


def measured(alteration: str | None, value: float, group: str = "reader") -> Measured:
    names = ("bytes", "jpeg_tables", "mean", "contrast", "sharpness", "noise")
    return Measured(("passport", "data", "VIS", group), alteration, dict.fromkeys(names, value))


def test_tables_of_a_jpeg_fall_with_its_quality_and_other_files_have_none() -> None:
    pixels = DICE.integers(0, 255, (64, 64, 3), np.uint8)
    low, high = quantisation(jpeg(pixels, 60)), quantisation(jpeg(pixels, 95))
    assert len(low) == len(high) == 128
    assert sum(low) > sum(high) > 0
    assert quantisation(cv2.imencode(".png", pixels)[1].tobytes()) == []
    assert quantisation(jpeg(pixels, 60)[:40]) is not None


def test_each_nuisance_answers_to_its_own_cause() -> None:
    calm = np.full((80, 80), 120, np.uint8)
    calm[:, 40:] = 160
    brighter = calm + 20
    noisy = np.clip(calm + DICE.normal(0, 6, calm.shape), 0, 255).astype(np.uint8)
    blurred = cv2.GaussianBlur(calm, (0, 0), 3)
    stretched = np.clip((calm.astype(int) - 140) * 2 + 140, 0, 255).astype(np.uint8)
    values = {
        name: measure(b"", picture)
        for name, picture in [
            ("calm", calm), ("brighter", brighter), ("noisy", noisy), ("blurred", blurred),
            ("more", stretched),
        ]
    }  # fmt: skip
    assert values["brighter"]["mean"] > values["calm"]["mean"] + 15
    assert values["noisy"]["noise"] > values["calm"]["noise"] + 3
    assert values["blurred"]["sharpness"] < values["calm"]["sharpness"] / 2
    assert values["more"]["contrast"] > values["calm"]["contrast"] * 1.5


def test_equal_values_give_one_half_and_greater_ones_one() -> None:
    same = separations([measured("photo", 1.0), measured(None, 1.0)])
    assert {one.auc for one in same} == {0.5}
    more = separations([measured("photo", 2.0), measured(None, 1.0), measured(None, 0.5)])
    assert {one.auc for one in more} == {1.0}
    assert more[0].genuine == 2


def test_only_captures_of_one_device_are_compared() -> None:
    mixed = [
        measured("photo", 1.0, "reader"),
        measured(None, 1.0, "reader"),
        measured(None, 0.0, "telephone"),
    ]
    assert {one.auc for one in separations(mixed)} == {0.5}


def test_chance_shrinks_with_the_number_of_captures() -> None:
    few, many = (
        separations([measured("photo", DICE.random()) for _ in range(n)] + [measured(None, 0.5)] * n)[0]
        for n in (5, 500)
    )
    assert many.chance == pytest.approx(few.chance / 10, rel=0.1)
