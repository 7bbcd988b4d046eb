"""Writes the files of small document models, right ones and wrong ones."""

import copy
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from docdesk.mrz.geometry import GEOMETRY

ONE_FACE = ("TD3", "MRVA", "MRVB")


def told(form: str = "TD3", **changed: Any) -> dict[str, Any]:
    """Return what the file of a small model of a format says."""
    code = {"TD3": "P", "MRVA": "V", "MRVB": "V"}.get(form, "I")
    sides = ("data",) if form in ONE_FACE else ("front", "back")
    mrz = {"name": "mrz", "kind": "mrz", "process": "offset", "face": "ocr_b"}
    names = ("surname", "given_names", "nationality", "birth", "birth_place", "number", "authority")
    fields = [
        {"name": name, "box": [5.0, 48.0 - 3.5 * at, 75.0, 3.0], "process": "offset"}
        for at, name in enumerate(names)
    ]
    faces = [
        {
            "side": side,
            "size": list(GEOMETRY[form].size),
            "corner_radius": 3.18,
            "substrate": "security_paper",
            "layer": [
                {
                    "name": "waves",
                    "ink": "rose",
                    "process": "offset",
                    "art": {
                        "kind": "text",
                        "words": "UTOPIA",
                        "at": [5.0, 50.0],
                        "cap_height": 2.0,
                    },
                }
            ],
            "field": [*(fields if side == sides[0] else ()), *([mrz] if side == sides[-1] else ())],
            "zone": [
                {
                    "name": "paper",
                    "feature": "substrate",
                    "box": [0.0, 0.0, 50.0, 40.0],
                    "expects": {"VIS": "visible", "UV": "glows"},
                    "glow": ["red"],
                }
            ],
        }
        for side in sides
    ]
    return {
        "title": "A small model",
        "format": form,
        "document_code": code,
        "years_valid": 10,
        "state": {
            "code": "UTO",
            "name": "REPUBLIC OF UTOPIA",
            "adjective": "UTOPIAN",
            "places": ["AMAUROT", "PORT ANYDER"],
            "names": "utopian",
        },
        "inks": {
            "rose": {"colours": ["#d8a0b0", "#a0b0d8"], "infrared": 0.1, "glow": "#302010", "run_degrees": 20}
        },
        "face": faces,
        **changed,
    }


def changed(path: str, value: Any, form: str = "TD3") -> dict[str, Any]:
    """Return a small model with what stands at a path such as `face.0.size` put in place of another."""
    whole = copy.deepcopy(told(form))
    *way, last = path.split(".")
    at: Any = whole
    for step in way:
        at = at[int(step)] if isinstance(at, list) else at[step]
    at[int(last) if isinstance(at, list) else last] = value
    return whole


def write(model: Mapping[str, Any], folder: Path, name: str = "small") -> Path:
    """Write the file of a model into a folder of its own, and return that folder."""
    own = folder / name
    own.mkdir(parents=True, exist_ok=True)
    (own / "model.toml").write_text(_table(model), encoding="utf-8")
    return own


def _table(table: Mapping[str, Any]) -> str:
    return "\n".join(f"{_key(key)} = {_value(value)}" for key, value in table.items()) + "\n"


def _value(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_key(key)} = {_value(entry)}" for key, entry in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_value, value)) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return '"' + "".join(_sign(sign) for sign in value) + '"'
    return str(value)


def _key(key: str) -> str:
    return key if key.isascii() and key.replace("_", "").isalnum() else _value(key)


def _sign(sign: str) -> str:
    return sign if sign.isprintable() and sign not in '"\\' else f"\\U{ord(sign):08X}"
