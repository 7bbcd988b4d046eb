"""Takes pictures of the real window in every state: .venv/bin/python packaging/pictures.py [FOLDER].

    --appearance NAME   only in this appearance, say light-100; may be given again
    --docs              also writes the pictures that README and guide show to docs/pictures

Without FOLDER they go to build/pictures, one folder in it for each appearance. Only samples are shown, real
engines inspect them, and nothing of the user's settings is read or written.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from picturing import documents_scenes, synthesis_scenes, viewing_scenes, window_scenes
from picturing.inputs import make_inputs
from picturing.stage import Stage, StillClock
from PIL import Image
from PySide6.QtGui import QFont, QFontInfo
from PySide6.QtWidgets import QApplication

from docdesk.app.window import opened
from docdesk.settings.settings import Settings
from docdesk.settings.store import SettingsStore
from docdesk.wording.catalogue import Wording

HOME = Path(__file__).resolve().parents[1]
DOCS = HOME / "docs" / "pictures"

SCREEN = 1366, 768
"""The smallest screen that docdesk is made for, px."""

FONT, POINTS = "DejaVu Sans", 10
"""Pinned, so that the pictures are the same wherever they are taken."""

DAY = date(2026, 11, 21)

SCENES = (
    *documents_scenes.SCENES,
    *viewing_scenes.SCENES,
    *window_scenes.SCENES,
    *synthesis_scenes.SCENES,
    *documents_scenes.LAST,
)


@dataclass(frozen=True, slots=True)
class Appearance:
    """How the window looks: `theme` by its name, `scale` of everything, `language` by its code."""

    theme: str
    scale: float = 1.0
    language: str = "en"

    @property
    def name(self) -> str:
        """Return what its folder is called."""
        language = "" if self.language == "en" else f"-{self.language}"
        return f"{self.theme}-{round(self.scale * 100)}{language}"


APPEARANCES = {
    appearance.name: appearance
    for appearance in (
        Appearance("light"),
        Appearance("dark"),
        Appearance("light", 1.5),
        Appearance("dark", 1.5),
        Appearance("light", 1.0, "qps"),
        Appearance("dark", 1.5, "qps"),
    )
}
"""`qps` is nobody's language: words are two fifths longer, as translations are."""

IN_DOCS = {
    "window": ("light-100", "anomaly"),
    "first-start": ("light-100", "empty"),
    "entered": ("light-100", "mrz-entered"),
    "field": ("light-100", "field"),
    "beside": ("light-100", "beside"),
    "markings": ("light-100", "markings"),
    "report": ("light-100", "report"),
    "expert": ("dark-100", "expert"),
    "fictitious": ("light-100", "fictitious-truth"),
}
"""What README and guide show: the name there, the appearance and the scene."""

COLOURS = 256
"""A palette of so many keeps letters and signs as they are, and the file under a third of a megabyte."""


def main() -> int:
    """Take the pictures, each appearance in a process of its own: Qt reads its scale once."""
    asked = _asked()
    if asked.inside:
        return _take(APPEARANCES[asked.inside], asked.folder)
    ends = [_start(APPEARANCES[name], asked.folder.resolve()) for name in asked.appearance or APPEARANCES]
    if asked.docs and not any(ends):
        _pack(asked.folder, DOCS)
    return max(ends)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Takes pictures of the window in every state.")
    parser.add_argument("folder", nargs="?", type=Path, default=HOME / "build" / "pictures")
    parser.add_argument("--appearance", action="append", choices=tuple(APPEARANCES))
    parser.add_argument(
        "--docs", action="store_true", help="write those of README and guide to docs/pictures"
    )
    parser.add_argument("--inside", choices=tuple(APPEARANCES), help=argparse.SUPPRESS)
    return parser.parse_args()


def _start(appearance: Appearance, folder: Path) -> int:
    """Take the pictures of an appearance, on a screen and in a home of their own.

    Only the film of document models is shared with the user: printing it takes a minute.
    """
    with tempfile.TemporaryDirectory(prefix="docdesk-pictures-") as home:
        screen = {"name": "screen", "x": 0, "y": 0, "width": SCREEN[0], "height": SCREEN[1]}
        config = Path(home) / "screen.json"
        config.write_text(json.dumps({"screens": [{**screen, "logicalDpi": 96, "dpr": 1}]}), encoding="utf-8")
        inputs = Path(home) / "pictures"
        inputs.mkdir()
        make_inputs(inputs)
        own = {f"XDG_{name}_HOME": f"{home}/{name.lower()}" for name in ("CONFIG", "DATA", "STATE")}
        environment = {
            **os.environ,
            **own,
            "QT_QPA_PLATFORM": f"offscreen:configfile={config}",
            "QT_SCALE_FACTOR": str(appearance.scale),
            "PYTHONPATH": str(HOME),
        }
        command = [sys.executable, __file__, str(folder), "--inside", appearance.name]
        return subprocess.run(command, env=environment, cwd=inputs, check=False).returncode


def _take(appearance: Appearance, folder: Path) -> int:
    """Play every scene before the window of this process, in the folder of the inputs."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("docdesk")
    application.setStyle("Fusion")
    application.setFont(QFont(FONT, POINTS))
    application.setCursorFlashTime(0)
    if QFontInfo(application.font()).family() != FONT:
        sys.stderr.write(f"The font {FONT} is not installed.\n")
        return 1
    settings = Settings({"theme": appearance.theme, "language": appearance.language, "jobs": 1})
    store = SettingsStore(Path("settings.json"), settings)
    with opened(store, Wording(appearance.language), StillClock(DAY), Path("window.json")) as (
        window,
        workspace,
    ):
        window.show_as_left()
        stage = Stage(window, workspace, folder / appearance.name)
        stage.play(SCENES)
        application.exec()
    if stage.failed:
        sys.stderr.write(f"{appearance.name}: {stage.failed}\n")
    return bool(stage.failed)


def _pack(folder: Path, docs: Path) -> None:
    """Write small copies of the pictures that README and guide show."""
    docs.mkdir(exist_ok=True)
    for name, (appearance, scene) in IN_DOCS.items():
        with Image.open(folder / appearance / f"{scene}.png") as picture:
            # By coverage, as signs are few pixels in colours of their own; then each colour moves to the
            # middle of what it stands for.
            small = picture.convert("RGB").quantize(
                COLOURS, Image.Quantize.MAXCOVERAGE, kmeans=2, dither=Image.Dither.NONE
            )
            small.save(docs / f"{name}.png", optimize=True)


if __name__ == "__main__":
    sys.exit(main())
