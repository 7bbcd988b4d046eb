"""The set-up script on computers that have, lack, refuse or install things, all of them stand-ins."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import PySide6
import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
TOOLS = ("sh", "cat", "chmod", "cmp", "cp", "dirname", "env", "grep", "head", "mkdir", "mv", "rm", "touch")
FONTS = ("OCRB.otf", "DejaVuSans.ttf")
LIBRARIES = (
    "libGL.so.1", "libEGL.so.1", "libgthread-2.0.so.0", "libfontconfig.so.1", "libdbus-1.so.3",
    "libxkbcommon.so.0", "libX11.so.6", "libX11-xcb.so.1", "libxcb-cursor.so.0", "libxcb-icccm.so.4",
    "libxcb-image.so.0", "libxcb-keysyms.so.1", "libxcb-randr.so.0", "libxcb-render-util.so.0",
    "libxcb-shape.so.0", "libxcb-sync.so.1", "libxcb-xfixes.so.0", "libxcb-xkb.so.1",
    "libxkbcommon-x11.so.0",
)  # fmt: skip
WINDOW = (
    "libgl1 libegl1 libglib2.0-0 libfontconfig1 libdbus-1-3 libxkbcommon0 libx11-6 libx11-xcb1 libxcb-cursor0"
    " libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0"
    " libxcb-sync1 libxcb-xfixes0 libxcb-xkb1 libxkbcommon-x11-0"
)
EVERYTHING = ("ensurepip", "tesseract", *FONTS, *LIBRARIES, "Xvfb")

# Each stand-in looks at files in $HAS for what the computer has, and notes what it was asked in $HAS/asked.
STAND_INS = {
    "python3": """
        case "$*" in
            *CDLL*) shift 3; while [ $# -gt 0 ]; do [ -e "$HAS/$1" ] || printf " %s" "$2"; shift 2; done ;;
            *ensurepip*) [ -e "$HAS/ensurepip" ] && echo "$0" ;;
            *cache_tag*) echo cpython-311 "$HAS" ;;
            *"3, 11"*) [ ! -e "$HAS/old-python" ] && echo "$0" ;;
            *version_info*) echo 3.11 ;;
            "-m venv"*) echo venv >>"$HAS/asked"; mkdir -p "$3/bin"; cp "$0" "$3/bin/python" ;;
            "-m pip"*) shift 2; echo "pip $*" >>"$HAS/asked"; [ ! -e "$HAS/no-index" ] ;;
        esac""",
    "find": """[ ! -e "$HAS/$3" ] || echo "$3" """,
    "id": """[ -e "$HAS/root" ] && echo 0 || echo 1000""",
    "sudo": """[ -e "$HAS/sudo" ] || exit 1; shift; "$@" """,
    "apt-get": """
        echo "apt-get $*" >>"$HAS/asked"
        [ -e "$HAS/root" ] || [ -e "$HAS/sudo" ] || exit 100
        case "$*" in *install*)
            for thing in $EVERYTHING; do printf '#!/bin/sh\\necho eng\\n' >"$HAS/$thing"; done
            chmod +x "$HAS/tesseract" "$HAS/Xvfb" ;;
        esac""",
}


@dataclass
class Computer:
    """A checkout on a computer that has little."""

    checkout: Path
    programs: Path
    has: Path

    def now_has(self, *things: str) -> None:
        for thing in things:
            (self.has / thing).write_text("#!/bin/sh\necho eng\n" if thing == "tesseract" else "")
            (self.has / thing).chmod(0o755)

    def lacks_program(self, name: str) -> None:
        (self.programs / name).unlink()

    def set_up(self, *arguments: str) -> tuple[int, str]:
        """Run the script and return its exit code and what it said."""
        done = subprocess.run(
            ["sh", str(self.checkout / "packaging" / "setup.sh"), *arguments],
            env={"PATH": f"{self.programs}:{self.has}", "HAS": str(self.has), "HOME": "/nonexistent",
                 "EVERYTHING": " ".join(EVERYTHING)},
            stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert not done.stdout, "standard output belongs to docdesk"
        return done.returncode, done.stderr

    def asked(self) -> list[str]:
        """What was asked of the stand-ins since the last look."""
        notes = self.has / "asked"
        lines = notes.read_text().splitlines() if notes.exists() else []
        notes.unlink(missing_ok=True)
        return [line.split(" -qq")[0] + " " + line.rpartition(" ")[2] for line in lines]


@pytest.fixture
def computer(tmp_path: Path) -> Computer:
    made = Computer(tmp_path / "border desk", tmp_path / "bin", tmp_path / "has")
    for folder in (made.checkout / "packaging", made.programs, made.has):
        folder.mkdir(parents=True)
    shutil.copy(CHECKOUT / "packaging" / "setup.sh", made.checkout / "packaging")
    for name in ("pyproject.toml", "requirements.lock"):
        (made.checkout / name).write_text(f"{name}\n")
    for tool in TOOLS:
        (made.programs / tool).symlink_to(shutil.which(tool) or os.devnull)
    for name, script in STAND_INS.items():
        (made.programs / name).write_text(f"#!{shutil.which('sh')}\n{script}\n")
        (made.programs / name).chmod(0o755)
    return made


MADE = ["venv venv", "pip install requirements.lock", "pip install ."]


def test_where_everything_is_there_only_the_environment_is_made(computer: Computer) -> None:
    computer.now_has(*EVERYTHING)
    assert computer.set_up("--tests")[0] == 0
    assert computer.asked() == MADE


def test_a_second_time_nothing_is_done_or_said(computer: Computer) -> None:
    computer.now_has(*EVERYTHING)
    computer.set_up()
    computer.asked()
    assert computer.set_up() == (0, "")
    assert computer.asked() == []


@pytest.mark.parametrize("rights", ["root", "sudo"])
def test_who_may_install_gets_what_is_lacking_installed(computer: Computer, rights: str) -> None:
    computer.now_has(rights)
    assert computer.set_up("--tests")[0] == 0
    assert computer.asked() == ["apt-get update", "apt-get xvfb", *MADE]


def test_who_may_not_install_is_told_the_line_to_type(computer: Computer) -> None:
    computer.lacks_program("sudo")
    code, said = computer.set_up("--tests")
    packages = f"python3.11-venv tesseract-ocr tesseract-ocr-eng fonts-dejavu-core {WINDOW} fonts-ocr-b xvfb"
    assert code == 1
    assert (
        f"\n    su - -c 'apt-get update && apt-get install --yes --no-install-recommends {packages}'\n"
        in said
    )
    assert not computer.asked()
    assert not (computer.checkout / ".venv").exists()


def test_without_a_terminal_sudo_asks_for_no_password_and_is_named(computer: Computer) -> None:
    computer.now_has("ensurepip")
    code, said = computer.set_up()
    assert code == 3
    assert "\n    sudo apt-get update && sudo apt-get install --yes" in said
    assert computer.asked() == MADE


def test_without_tesseract_docdesk_is_set_up_and_told_to_lack_a_second_opinion(computer: Computer) -> None:
    computer.now_has("ensurepip", *FONTS, *LIBRARIES)
    for _ in range(2):
        code, said = computer.set_up()
        assert code == 3
        assert "this computer lacks: tesseract-ocr tesseract-ocr-eng." in said
        assert (
            "without Tesseract and its English data, docdesk has no second opinion on characters in doubt"
            in said
        )
    assert computer.asked() == MADE


@pytest.mark.parametrize(
    ("lacking", "package", "says"),
    [
        (
            "DejaVuSans.ttf",
            "fonts-dejavu-core",
            "without the DejaVu fonts, windows and reports may lack letters",
        ),
        ("libxcb-cursor.so.0", "libxcb-cursor0", "what it does in a terminal works all the same"),
        ("libGL.so.1", "libgl1", "without these libraries docdesk can open no window"),
    ],
)
def test_what_is_lacking_is_named_with_what_it_is_for(
    computer: Computer, lacking: str, package: str, says: str
) -> None:
    computer.now_has(*set(EVERYTHING) - {lacking})
    code, said = computer.set_up()
    assert code == 3
    assert f"this computer lacks: {package}. To install" in said
    assert says in said


def test_a_screen_to_test_on_is_needed_for_tests_only(computer: Computer) -> None:
    computer.now_has(*set(EVERYTHING) - {"Xvfb"})
    assert computer.set_up()[0] == 0
    code, said = computer.set_up("--tests")
    assert code == 3
    assert "this computer lacks: xvfb." in said
    assert "the window cannot be tested as it starts on a real one" in said


def test_the_font_to_compare_with_is_needed_for_tests_only(computer: Computer) -> None:
    computer.now_has(*set(EVERYTHING) - {"OCRB.otf"})
    assert computer.set_up()[0] == 0
    code, said = computer.set_up("--tests")
    assert code == 3
    assert "this computer lacks: fonts-ocr-b." in said
    assert "the characters that docdesk draws itself are compared with nothing" in said


def test_each_thing_that_is_lacking_is_explained(computer: Computer) -> None:
    computer.now_has("ensurepip")
    said = computer.set_up()[1]
    assert "without Tesseract" in said
    assert "without these libraries" in said
    assert "without the DejaVu fonts" in said


@pytest.mark.skipif(sys.platform != "linux", reason="Qt asks for these libraries on Linux only")
def test_the_libraries_looked_for_are_those_that_qt_asks_for() -> None:
    plugin = Path(PySide6.__path__[0], "Qt", "plugins", "platforms", "libqxcb.so")
    asked = subprocess.run(["ldd", plugin], capture_output=True, text=True, check=True).stdout
    assert not [library for library in LIBRARIES if f"\t{library} =>" not in asked]


def test_where_there_is_no_apt_the_packages_are_named(computer: Computer) -> None:
    computer.now_has("ensurepip", "root", *FONTS, *LIBRARIES)
    computer.lacks_program("apt-get")
    code, said = computer.set_up()
    assert code == 3
    assert "what Debian calls: tesseract-ocr tesseract-ocr-eng." in said


def test_without_a_recent_python_a_sentence_says_so(computer: Computer) -> None:
    computer.now_has("old-python")
    code, said = computer.set_up()
    assert code == 1
    assert said.startswith("docdesk: Python 3.11 or later is needed, and there is none on PATH")


def test_an_interrupted_set_up_is_repaired(computer: Computer) -> None:
    computer.now_has(*EVERYTHING, "no-index")
    code, said = computer.set_up()
    assert code == 1
    assert "needs a connection to a Python package index, once" in said
    (computer.has / "no-index").unlink()
    computer.asked()
    assert computer.set_up()[0] == 0
    assert computer.asked() == MADE
    assert computer.set_up() == (0, "")


def test_another_lock_or_place_makes_the_environment_anew(computer: Computer) -> None:
    computer.now_has(*EVERYTHING)
    computer.set_up()
    computer.asked()
    (computer.checkout / "requirements.lock").write_text("other\n")
    assert computer.set_up()[0] == 0
    assert computer.asked() == MADE
    computer.checkout = computer.checkout.rename(computer.checkout.with_name("moved"))
    assert computer.set_up()[0] == 0
    assert computer.asked() == MADE


def test_another_pyproject_installs_docdesk_anew_and_nothing_else(computer: Computer) -> None:
    computer.now_has(*EVERYTHING)
    computer.set_up()
    computer.asked()
    (computer.checkout / "pyproject.toml").write_text("other\n")
    assert computer.set_up()[0] == 0
    assert computer.asked() == ["pip install ."]
