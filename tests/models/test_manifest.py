"""What models/manifest.toml says of the networks that ship."""

import hashlib
import tomllib
from pathlib import Path

import pytest

from docdesk.foundation.places import assets_folder

MANIFEST = Path(__file__).parents[2] / "models" / "manifest.toml"
FILES = tomllib.loads(MANIFEST.read_text(encoding="utf-8"))["file"]
SMALL = 3_000_000


@pytest.mark.parametrize("entry", FILES, ids=[entry["name"] for entry in FILES])
def test_a_network_that_ships_is_the_one_that_the_manifest_describes(entry: dict[str, object]) -> None:
    content = (assets_folder() / "networks" / str(entry["name"])).read_bytes()
    assert hashlib.sha256(content).hexdigest() == entry["sha256"]
    assert len(content) == entry["bytes"]


def test_no_network_ships_that_the_manifest_does_not_describe() -> None:
    shipped = {
        path.name for path in (assets_folder() / "networks").iterdir() if not path.name.startswith(".")
    }
    assert shipped == {entry["name"] for entry in FILES}


def test_what_ships_stays_small() -> None:
    assert sum(int(str(entry["bytes"])) for entry in FILES) < SMALL
