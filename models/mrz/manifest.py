"""What ships in `assets/networks/`: each file with its SHA-256, what it learned from, and its figures."""

import hashlib
from pathlib import Path
from typing import Final

from docdesk.foundation.places import assets_folder

MANIFEST: Final = Path(__file__).parents[1] / "manifest.toml"

DATA: Final = {
    "mrz-finder.onnx": "pages drawn by models/mrz (scenes), seed and steps in models/mrz/config.toml",
    "mrz-recogniser.onnx": "strips drawn by models/mrz (strips), seed and steps in models/mrz/config.toml",
    "mrz-calibration.json": "1,500 pages drawn by models/mrz (pictures), seed 7, of settings held out",
}
"""What each file was made from."""

LOGS: Final = {"mrz-finder.onnx": "finder.log", "mrz-recogniser.onnx": "recogniser.log"}

LICENCE: Final = "docdesk's own, as the rest of docdesk"


def write_manifest(folder: Path) -> None:
    """Write the manifest, with the last figures on held-out data that the logs in a folder tell."""
    parts = ["# What ships in assets/networks/. Written by models/mrz/train.py.\n"]
    for name, data in DATA.items():
        content = (assets_folder() / "networks" / name).read_bytes()
        figures = _figures(folder / LOGS[name]) if name in LOGS else {}
        lines = [
            "[[file]]",
            f'name = "{name}"',
            f'sha256 = "{hashlib.sha256(content).hexdigest()}"',
            f"bytes = {len(content)}",
            f'data = "{data}"',
            f'licence = "{LICENCE}"',
            *(
                [f"held_out = {{ {', '.join(f'{key} = {value}' for key, value in figures.items())} }}"]
                if figures
                else []
            ),
        ]
        parts.append("\n".join(lines) + "\n")
    MANIFEST.write_text("\n".join(parts), encoding="utf-8")


def _figures(log: Path) -> dict[str, float]:
    """Return the last figures measured on held-out data."""
    told: dict[str, float] = {}
    for line in log.read_text().splitlines():
        words = line.split()[1:]
        pairs = dict(zip(words[::2], map(float, words[1::2]), strict=True))
        told |= {key: value for key, value in pairs.items() if "held_out" in key or "ocr_b" in key}
    return told


def main() -> None:
    """Write the manifest from the command line."""
    write_manifest(Path(__file__).with_name(".work"))


if __name__ == "__main__":
    main()
