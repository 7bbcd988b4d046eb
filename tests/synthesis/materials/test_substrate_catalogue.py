import numpy as np
import pytest

from docdesk.synthesis.materials.catalogue import SUBSTRATES, substrate
from docdesk.synthesis.materials.light import encoded

OF_DOCUMENTS = ("security_paper", "visa_paper", "polycarbonate")


def _luma(name: str) -> float:
    red, green, blue = encoded(np.array(substrate(name).glow, np.float32)).astype(float)
    return float(0.299 * red + 0.587 * green + 0.114 * blue)


def test_every_substrate_is_found_by_its_own_name() -> None:
    assert set(SUBSTRATES) == {*OF_DOCUMENTS, "pvc", "office_paper", "photo_paper"}
    assert all(substrate(name).name == name for name in SUBSTRATES)


def test_an_unknown_substrate_is_refused() -> None:
    with pytest.raises(KeyError):
        substrate("papyrus")


@pytest.mark.parametrize("name", OF_DOCUMENTS)
def test_substrates_of_documents_are_dull_under_ultraviolet(name: str) -> None:
    assert _luma(name) < 45  # half of what the check of dullness lets pass


def test_office_paper_reads_near_two_hundred_and_pvc_between() -> None:
    assert 180 < _luma("office_paper") < 205
    assert 90 < _luma("pvc") < _luma("photo_paper") < _luma("office_paper")


@pytest.mark.parametrize("name", ["office_paper", "photo_paper", "pvc"])
def test_brighteners_glow_blue(name: str) -> None:
    red, green, blue = substrate(name).glow
    assert blue > 1.5 * green > 1.5 * red


def test_only_papers_of_documents_have_fibres() -> None:
    assert {name for name, each in SUBSTRATES.items() if each.fibres} == {"security_paper", "visa_paper"}
