import pytest

from tests.synthesis.alterations.stage_of_forgery import Shop, shop


@pytest.fixture(scope="session")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Shop:
    return shop(tmp_path_factory.mktemp("forgery"))
