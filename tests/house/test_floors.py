"""Every contract of import-linter in pyproject.toml can fail: a stray import is put in, and it breaks."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]

# Per contract, the files that break it: where they stand in docdesk/, and what they import.
STRAYS = {
    "floors": {"foundation/stray.py": "import docdesk.mrz"},
    "inspection-walk": {"inspection/captures/stray.py": "import docdesk.inspection.readings"},
    "synthesis-walk": {"synthesis/artwork/stray.py": "import docdesk.synthesis.models"},
    "mrz-alone": {"mrz/stray.py": "import docdesk.foundation.messages"},
    "no-circles": {
        "foundation/stray.py": "import docdesk.foundation.straying",
        "foundation/straying.py": "import docdesk.foundation.stray",
    },
    "qt": {"inspection/readings/stray.py": "from PySide6.QtGui import QImage"},
    "sql": {"foundation/stray.py": "import sqlite3"},
    "outside": {"inspection/captures/stray.py": "from PIL import Image"},
    "processes": {"inspection/captures/stray.py": "from multiprocessing import shared_memory"},
    "pixels": {"inspection/readings/stray.py": "import cv2"},
    "words": {"inspection/readings/stray.py": "from gettext import gettext"},
    "offline": {"engines/stray.py": "from urllib.request import urlopen"},
    "outside-the-package": {"foundation/stray.py": "import samples.make"},
}

CONTRACTS = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
    "contracts"
]


def broken_by(contract: str, strays: dict[str, str], copy: Path) -> bool:
    """Whether the contract breaks in a copy of the house that has these files besides."""
    shutil.copytree(CHECKOUT / "docdesk", copy / "docdesk", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(CHECKOUT / "pyproject.toml", copy)
    for name, line in strays.items():
        stray = copy / "docdesk" / name
        stray.parent.mkdir(parents=True, exist_ok=True)
        (stray.parent / "__init__.py").touch()
        stray.write_text(line + "\n", encoding="utf-8")
    lint = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [lint, "--no-logo", "--no-cache", "--contract", contract],
        cwd=copy, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "Contracts: " in done.stdout, done.stdout + done.stderr
    return done.returncode != 0


def test_a_stray_is_known_for_every_contract() -> None:
    assert sorted(STRAYS) == sorted(contract["id"] for contract in CONTRACTS)


@pytest.mark.parametrize("contract", STRAYS)
def test_a_stray_import_breaks_the_contract(contract: str, tmp_path: Path) -> None:
    assert broken_by(contract, STRAYS[contract], tmp_path)


def test_beside_the_bench_of_the_window_the_benches_have_no_qt(tmp_path: Path) -> None:
    assert broken_by("qt", {"bench/stray.py": "from PySide6.QtGui import QImage"}, tmp_path)


@pytest.mark.parametrize(
    ("contract", "strays"),
    [
        ("floors", {"utensils/stray.py": "import math"}),
        ("inspection-walk", {"inspection/stray/a.py": "import math"}),
        ("synthesis-walk", {"synthesis/stray/a.py": "import math"}),
    ],
)
def test_a_room_that_the_plan_does_not_name_breaks_it(
    contract: str, strays: dict[str, str], tmp_path: Path
) -> None:
    assert broken_by(contract, strays, tmp_path)


@pytest.mark.parametrize(
    ("contract", "strays"),
    [
        ("qt", {"ui/stray.py": "from PySide6.QtGui import QImage"}),
        ("qt", {"bench/window/stray.py": "from PySide6.QtGui import QImage"}),
        ("outside", {"engines/stray.py": "import subprocess"}),
        ("outside", {"engines/room/stray.py": "from PIL import Image"}),
    ],
)
def test_where_it_is_at_home_an_import_breaks_nothing(
    contract: str, strays: dict[str, str], tmp_path: Path
) -> None:
    assert not broken_by(contract, strays, tmp_path)
