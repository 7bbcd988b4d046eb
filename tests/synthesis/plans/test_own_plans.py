from pathlib import Path

import pytest

from docdesk.synthesis.alterations.catalogue import ALTERATIONS
from docdesk.synthesis.capturing.devices import DEVICES
from docdesk.synthesis.models.finding import models
from docdesk.synthesis.plans.choosing import choose
from docdesk.synthesis.plans.reading import Known, read_plan

PLANS = sorted(Path("assets/plans").glob("*.toml"))
KNOWN = Known(
    tuple(models(None)), tuple(ALTERATIONS), {device.name: device.lights for device in DEVICES.values()}
)


@pytest.mark.parametrize("file", PLANS, ids=lambda file: file.stem)
def test_plan_that_comes_with_docdesk_can_be_carried_out(file: Path) -> None:
    assert read_plan(file, KNOWN).count > 0


def test_default_plan_draws_every_model_alteration_and_device_in_its_share() -> None:
    plan = read_plan(Path("assets/plans/default.toml"), KNOWN)
    drawn = [choose(plan, index) for index in range(plan.count)]
    assert {order.model for order in drawn} == set(models(None))
    assert {order.alteration for order in drawn} == {None, *ALTERATIONS}
    assert {order.sitting.device for order in drawn} == set(DEVICES)
    altered = sum(order.alteration is not None for order in drawn) / len(drawn)
    assert altered == pytest.approx(0.5, abs=0.03)


def test_last_step_tells_nothing_of_an_alteration() -> None:
    plan = read_plan(Path("assets/plans/default.toml"), KNOWN)
    drawn = [choose(plan, index) for index in range(plan.count)]
    for value in ("scale", "quality"):
        genuine, altered = (
            sorted(getattr(order.step, value) for order in drawn if (order.alteration is None) is plain)
            for plain in (True, False)
        )
        assert genuine[len(genuine) // 2] == pytest.approx(altered[len(altered) // 2], rel=0.03)
