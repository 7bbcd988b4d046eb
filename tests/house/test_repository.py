"""What the repository may not hold: addresses of package indexes, paths of one machine, fonts."""

import re
import subprocess
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]

# Written so that this file does not find itself.
INDEX_ADDRESSES = re.compile(
    r"pypi[.]org|pythonhosted[.]org|npmjs[.]|(?:deb|security|snapshot)[.]debian[.]org|archive[.]ubuntu[.]com"
    r"|index[-_]url\s*[= ]\s*\S*//",
    re.IGNORECASE,
)
MACHINE_PATHS = re.compile(r"(?<![\w.~$}>-])/(?:work|root|home)/\w")
FONT_NAMES = {".ttf", ".otf", ".ttc", ".otc", ".woff", ".woff2", ".pfb", ".pfa", ".eot", ".bdf", ".pcf"}
FONT_STARTS = (b"OTTO", b"\x00\x01\x00\x00\x00", b"true\x00", b"ttcf", b"wOFF", b"wOF2", b"%!PS-AdobeFont")


def repository_files() -> list[Path]:
    """Every file that is in the repository or would be with the next commit."""
    listing = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(
            ["git", "-c", "safe.directory=*", *listing],
            cwd=CHECKOUT,
            check=True,
            capture_output=True,
            text=True,
        )
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("LOUD: not a git checkout: its files were not searched")
    names = listed.stdout.split("\0")
    return [path for name in names if name and (path := CHECKOUT / name).is_file()]


def found(pattern: re.Pattern[str]) -> list[str]:
    """Where in the repository's text the pattern is found."""
    places = []
    for path in repository_files():
        content = path.read_bytes()
        if b"\0" in content[:8000]:
            continue
        for number, line in enumerate(content.decode("utf-8", "replace").splitlines(), 1):
            if pattern.search(line):
                places.append(f"{path.relative_to(CHECKOUT).as_posix()}:{number}: {line.strip()[:120]}")
    return places


def test_the_repository_names_no_package_index() -> None:
    assert not found(INDEX_ADDRESSES)


def test_the_repository_names_no_path_of_one_machine() -> None:
    assert not found(MACHINE_PATHS)


def test_the_repository_holds_no_font() -> None:
    fonts = [
        path.relative_to(CHECKOUT).as_posix()
        for path in repository_files()
        if path.suffix.lower() in FONT_NAMES or path.read_bytes()[:16].startswith(FONT_STARTS)
    ]
    assert not fonts


def test_ci_runs_the_very_test_command_of_the_readme() -> None:
    readme = (CHECKOUT / "README.md").read_text(encoding="utf-8")
    assert "sh packaging/run.sh" in readme
    assert "sh packaging/test.sh" in readme
    assert "sh packaging/test.sh" in (CHECKOUT / ".ci" / "run").read_text(encoding="utf-8")


def test_the_folder_packaging_is_no_python_package() -> None:
    """It would take the place of the library `packaging` that pytest and others import."""
    assert not (CHECKOUT / "packaging" / "__init__.py").exists()
