"""The guide keeps up with the program: every setting, code, light, check and exit code is told."""

import json
import re
import sys
from pathlib import Path

import pytest

from docdesk.app.command_line import _parser
from docdesk.engines.decoding.refusals import CODES
from docdesk.foundation.errors import ExitCode
from docdesk.inspection.captures.capture import Light, Side
from docdesk.inspection.captures.names import LIGHT_ALIASES, SIDE_ALIASES
from docdesk.inspection.checks.catalogue import CHECKS
from docdesk.settings.settings import SETTINGS
from docdesk.wording.catalogue import english

GUIDE = Path("docs/guide.md").read_text(encoding="utf-8")
ERRORS = Path("docs/errors.md").read_text(encoding="utf-8")
CHECKS_PAGE = Path("docs/checks.md").read_text(encoding="utf-8")


def test_every_setting_stands_in_the_guide_with_its_default() -> None:
    for setting in SETTINGS:
        row = next(line for line in GUIDE.splitlines() if line.startswith(f"| `{setting.name}`"))
        default = json.dumps(setting.default)
        assert f"| {default} |" in row or f"| `{default}` |" in row


def test_every_alias_stands_in_the_guide() -> None:
    for alias in LIGHT_ALIASES:
        assert re.search(rf"\| .*\b{alias}\b", GUIDE), alias
    for alias in SIDE_ALIASES:
        assert f"`{alias}`" in GUIDE, alias
    assert all(light.value in GUIDE for light in Light)
    assert all(side.value in GUIDE for side in Side)


def test_every_code_of_a_refused_file_stands_on_the_page_of_errors() -> None:
    said = {key.removeprefix("capture.") for key in english() if key.startswith("capture.")}
    listed = set(re.findall(r"^\| `(\w+)` \|", ERRORS, flags=re.MULTILINE))
    assert listed == said
    assert set(CODES) <= listed


def test_every_exit_code_stands_on_the_page_of_errors() -> None:
    for code in ExitCode:
        assert re.search(rf"^\| {code.value} \|", ERRORS, flags=re.MULTILINE), code


def test_every_check_has_its_row_as_it_is() -> None:
    rows = [line.split(" | ") for line in CHECKS_PAGE.splitlines() if line.startswith("| `")]
    for check, (name, looks_for, weighs, group, tr03135, source) in zip(CHECKS, rows, strict=True):
        module = sys.modules[f"docdesk.inspection.checks.{check.name}"]
        assert name == f"| `{check.name}`"
        assert f"Looks for: {looks_for}" in " ".join((module.__doc__ or "").split())
        assert (weighs, group, source) == (check.weighs.value, check.group, f"{check.source} |")
        assert tr03135 == (check.tr03135 or ("-" if check.name != "mrz_check_digit_mismatch" else tr03135))


@pytest.mark.parametrize("page", [Path("README.md"), *Path("docs").rglob("*.md")], ids=str)
def test_every_link_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)]+)\)", page.read_text(encoding="utf-8")):
        assert "://" in target or (page.parent / target.split("#")[0]).exists(), target


SHOWN = re.compile(r"!\[[^\]]+\]\(([^)]+)\)")
"""A picture with its words, for those who do not see it."""


SHEETS = Path("docs/contact_sheets")
"""Drawn by packaging/contact_sheets.py from the samples."""


def test_every_picture_of_the_docs_is_shown_and_taken_by_the_script() -> None:
    pages = (Path("README.md"), Path("docs/guide.md"))
    shown = {page.parent / target for page in pages for target in SHOWN.findall(page.read_text("utf-8"))}
    script = Path("packaging/pictures.py").read_text(encoding="utf-8")
    taken = {
        Path("docs/pictures") / f"{name}.png"
        for name in re.findall(r'^    "(\S+)": \("', script, re.MULTILINE)
    }
    assert {picture for picture in shown if picture.parent != SHEETS} == taken
    assert shown == {*Path("docs/pictures").iterdir(), *SHEETS.iterdir()}


def test_pictures_of_the_docs_are_small() -> None:
    assert all(picture.stat().st_size < 320_000 for picture in Path("docs/pictures").iterdir())
    assert all(sheet.stat().st_size < 800_000 for sheet in SHEETS.iterdir())


@pytest.mark.parametrize("page", ["README.md", "docs/guide.md"])
def test_every_command_that_is_shown_exists(page: str) -> None:
    lines = re.findall(
        r"^ {4}(?:sh packaging/run\.sh|docdesk) (.+)$", Path(page).read_text("utf-8"), re.MULTILINE
    )
    commands = [re.split(r" {2,}| # ", line)[0].split() for line in lines]
    typed = [words for words in commands if words and words[0] != "#" and "[" not in " ".join(words)]
    assert typed
    for words in typed:
        assert _parser().parse_args(words)


@pytest.mark.parametrize("page", ["README.md", "docs/guide.md"])
def test_every_script_that_is_named_is_there(page: str) -> None:
    for script in re.findall(r"\bpackaging/\w+\.\w+", Path(page).read_text("utf-8")):
        assert Path(script).is_file(), script


def test_every_decision_has_a_number_of_its_own_and_the_four_parts() -> None:
    pages = sorted(Path("docs/decisions").glob("*.md"))
    assert [int(page.name[:4]) for page in pages] == list(range(1, len(pages) + 1))
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert text.startswith(f"# {int(page.name[:4])}. "), page
        assert all(f"**{part}" in text for part in ("Context.", "Choice.", "Refused.")), page
