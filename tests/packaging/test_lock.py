"""The lock: one version of each package, with hashes, without hosts, and within what the project allows."""

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.version import Version

CHECKOUT = Path(__file__).resolve().parents[2]


def locked() -> list[tuple[Requirement, int]]:
    """Each entry of the lock and how many hashes it has."""
    text = (CHECKOUT / "requirements.lock").read_text(encoding="utf-8")
    lines = [
        line
        for line in text.replace("\\\n", " ").splitlines()
        if line.strip() and not line.lstrip().startswith("#")
    ]
    return [
        (Requirement(line.partition(" --hash")[0].strip()), line.count("--hash=sha256:")) for line in lines
    ]


def project() -> dict[str, list[str]]:
    with (CHECKOUT / "pyproject.toml").open("rb") as file:
        content = tomllib.load(file)
    return {
        "needed to run": content["project"]["dependencies"],
        **content["project"]["optional-dependencies"],
        "needed to build": content["build-system"]["requires"],
    }


def test_every_entry_of_the_lock_is_one_version_with_hashes() -> None:
    loose = [
        str(entry)
        for entry, hashes in locked()
        if not hashes or entry.url or [part.operator for part in entry.specifier] != ["=="]
    ]
    assert not loose
    assert locked()


def test_the_lock_names_no_host() -> None:
    text = (CHECKOUT / "requirements.lock").read_text(encoding="utf-8")
    assert not re.findall(
        r"^.*(?:://|--(?:extra-)?index-url|--find-links|--trusted-host| @ ).*$", text, re.MULTILINE
    )


def test_the_lock_holds_a_version_that_the_project_allows() -> None:
    versions: dict[str, list[Version]] = {}
    for entry, _ in locked():
        (pin,) = entry.specifier
        versions.setdefault(entry.name.lower(), []).append(Version(pin.version))
    for group, requirements in project().items():
        for requirement in map(Requirement, requirements):
            here = versions.get(requirement.name.lower(), [])
            assert here, f"{requirement} ({group}) is not in requirements.lock"
            assert all(version in requirement.specifier for version in here), (
                f"{requirement} ({group}): {here}"
            )
