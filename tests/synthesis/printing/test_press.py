import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from docdesk.synthesis.chance import Grain
from docdesk.synthesis.models.model import Field
from docdesk.synthesis.printing.film import BAND_ROWS, Pass, printed_film
from docdesk.synthesis.printing.press import Press, printed_layers, stock
from docdesk.synthesis.processes.catalogue import PROCESSES
from docdesk.synthesis.rasterising import PRINT_DPI, SHEET_DPI, Window
from tests.synthesis.printing.stage_of_print import INKS, SIZE, Patch, holder, layer, model, portrait

NAME = Field("surname", "text", (6.0, 30.0, 40.0, 4.0), "laser_engraving", cap_height=2.2)
FACE = Field("portrait", "portrait", (6.0, 6.0, 14.0, 18.0), "dye_sublimation")
GHOST = Field("ghost", "ghost", (30.0, 6.0, 14.0, 18.0), "offset", ink="blue")


def part(plane: np.ndarray, box: tuple[float, float, float, float]) -> np.ndarray:
    window = Window.whole(SIZE, SHEET_DPI)
    return plane[window.around(box).slices_in(window)]


def test_same_seed_prints_the_same_sheet_and_another_seed_another(tmp_path: Path) -> None:
    one = model(layer("blue", (2, 2, 20, 20), "blue"), fields=(NAME,))
    press = Press(tmp_path)
    first, again, other = (press.printed(one, holder(), seed).faces[0].sheet for seed in (5, 5, 6))
    for plane in ("visible", "infrared", "glow"):
        assert np.array_equal(getattr(first, plane), getattr(again, plane))
    assert not np.array_equal(first.visible, other.visible)


def test_static_layers_are_kept_and_used_by_the_next_press(tmp_path: Path) -> None:
    one = model(layer("blue", (2, 2, 20, 20), "blue"))
    first = Press(tmp_path).printed(one, holder(), 5)
    files = {file: file.stat().st_mtime_ns for file in tmp_path.rglob("*.npy")}
    assert files
    second = Press(tmp_path).printed(one, holder(), 5)
    assert files == {file: file.stat().st_mtime_ns for file in tmp_path.rglob("*.npy")}
    assert np.array_equal(first.faces[0].sheet.visible, second.faces[0].sheet.visible)


@pytest.mark.parametrize("damage", [b"", b"no array", None])
def test_damaged_film_is_printed_anew(tmp_path: Path, damage: bytes | None) -> None:
    one = model(layer("blue", (2, 2, 20, 20), "blue"))
    expected = Press(tmp_path).printed(one, holder(), 5).faces[0].sheet.visible.copy()
    file = next(tmp_path.rglob("under-visible.npy"))
    if damage is None:
        np.save(file, np.zeros((3, 3, 3), np.uint16))
    else:
        file.write_bytes(damage)
    assert np.array_equal(Press(tmp_path).printed(one, holder(), 5).faces[0].sheet.visible, expected)


def test_a_full_disk_is_told_with_the_folder_of_films(tmp_path: Path) -> None:
    code = f"""
import resource
from pathlib import Path
from docdesk.synthesis.printing.press import Press
from tests.synthesis.printing.stage_of_print import model
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    Press(Path({str(tmp_path)!r})).prepare(model())
except OSError as error:
    print(error.filename, bool(error.strerror))
"""
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ended.stdout == f"{tmp_path} True\n"
    assert not list(tmp_path.iterdir())


def test_changed_model_is_not_printed_from_the_film_of_another(tmp_path: Path) -> None:
    press = Press(tmp_path)
    blue = press.printed(model(layer("a", (2, 2, 20, 20), "blue")), holder(), 5).faces[0].sheet
    black = press.printed(model(layer("a", (2, 2, 20, 20), "black")), holder(), 5).faces[0].sheet
    assert part(blue.infrared, (5, 5, 10, 10)).mean() > 0.6
    assert part(black.infrared, (5, 5, 10, 10)).mean() < 0.15


def test_specimen_is_on_every_face_under_every_light_though_no_model_asks_for_it() -> None:
    bare = model()
    sheet = stock(bare.faces[0], "polycarbonate", Grain(1))
    before = sheet.copy()
    for film in printed_layers(bare, bare.faces[0]):
        film.lay_on(sheet)
    for plane in ("visible", "infrared", "glow"):
        changed = np.abs(getattr(sheet, plane) - getattr(before, plane)) > 0.02
        assert 0.003 < changed.mean() < 0.3, plane


def test_another_holder_changes_only_the_fields(tmp_path: Path) -> None:
    one = model(layer("blue", (2, 2, 20, 20), "blue"), fields=(NAME,))
    press = Press(tmp_path)
    anna, otto = (press.printed(one, holder(surname=name), 5).faces[0] for name in ("ANNA", "OTTO"))
    changed = (anna.sheet.visible != otto.sheet.visible).any(axis=2)
    assert part(changed, (6, 29, 20, 5)).any()
    rest = changed.copy()
    part(rest, (5, 28.5, 42, 6))[:] = False
    assert not rest.any()
    assert [item.text for item in anna.items] == ["ANNA"]
    left, bottom, width, height = anna.items[0].box
    assert left >= 5.9 and width < 40
    assert (bottom, height) == pytest.approx((30.0, 2.2), abs=0.2)


def test_long_entry_is_set_narrower_and_stays_in_its_box(tmp_path: Path) -> None:
    one = model(fields=(NAME,))
    item = Press(tmp_path).printed(one, holder(surname="WOLFESCHLEGELSTEINHAUSEN"), 5).faces[0].items[0]
    assert item.box[2] <= 40.05


def test_ink_reacts_under_each_light_as_it_says(tmp_path: Path) -> None:
    one = model(
        layer("blue", (40, 2, 8, 6), "blue"),
        layer("black", (50, 2, 8, 6), "black"),
        layer("glow", (40, 10, 18, 4), "red_glow"),
    )
    sheet = Press(tmp_path).printed(one, holder(), 5).faces[0].sheet
    blue, black, plain = (
        [float(part(plane, (left + 2, 3.5, 4, 3)).mean()) for plane in (sheet.visible, sheet.infrared)]
        for left in (40, 50, 30)
    )
    assert blue[0] < plain[0] - 0.2 and abs(blue[1] - plain[1]) < 0.05
    assert black[1] < 0.15
    red, green, _ = part(sheet.glow, (42, 11, 14, 2)).mean(axis=(0, 1))
    assert red > 0.4 > green
    assert part(sheet.visible, (42, 11, 14, 2)).mean() == pytest.approx(plain[0], abs=0.05)


def test_overlay_glows_above_the_portrait_and_a_layer_below_does_not(tmp_path: Path) -> None:
    portrayed = holder(portrait(tmp_path))
    dark = (10.0, 11.0, 4.0, 4.0)
    glows = [
        float(
            part(
                Press(tmp_path / "films")
                .printed(
                    model(layer("motif", (4, 4, 20, 22), "red_glow", over=over), fields=(FACE,)), portrayed, 5
                )
                .faces[0]
                .sheet.glow[..., 0],
                dark,
            ).mean()
        )
        for over in (False, True)
    ]
    assert glows[1] > glows[0] * 1.3


def test_portrait_is_printed_and_its_ghost_is_the_head_alone(tmp_path: Path) -> None:
    one = model(fields=(FACE, GHOST))
    plain = Press(tmp_path / "films").printed(model(), holder(), 5).faces[0].sheet
    sheet = Press(tmp_path / "films").printed(one, holder(portrait(tmp_path)), 5).faces[0].sheet
    head, corner = (10.5, 12.5, 4.0, 4.0), (30.5, 21.0, 2.0, 2.0)
    assert part(sheet.visible, head).mean() < part(plain.visible, head).mean() - 0.3
    ghost_head = (34.5, 12.5, 4.0, 4.0)
    assert part(sheet.visible, ghost_head).mean() < part(plain.visible, ghost_head).mean() - 0.2
    assert np.allclose(part(sheet.visible, corner), part(plain.visible, corner), atol=1e-3)


def test_film_printed_in_bands_has_no_seam() -> None:
    ink = dict(INKS)["blue"]
    window = Window.whole(SIZE, PRINT_DPI)
    assert window.rows > 3 * BAND_ROWS
    one = Pass(Patch((5, 1, 20, 40)).draw(), ink, PROCESSES["inkjet"])
    whole = printed_film((one,), window, Grain(3))
    cut = Window(SIZE, PRINT_DPI, 200, 300, 600, 900)
    alone = printed_film((one,), cut, Grain(3))
    rows, columns = alone.window.slices_in(whole.window)
    assert np.array_equal(whole.visible[rows, columns], alone.visible)
    assert whole.visible[rows, columns].std() > 0


def test_film_that_nobody_used_for_weeks_is_thrown_away_and_used_film_stays(tmp_path: Path) -> None:
    press = Press(tmp_path)
    for ink in ("blue", "black"):
        press.prepare(model(layer("a", (2, 2, 20, 20), ink)))
    for folder in tmp_path.iterdir():
        os.utime(folder, (1e9, 1e9))
    press.prepare(model(layer("a", (2, 2, 20, 20), "blue")))
    press.prepare(model(layer("b", (2, 2, 20, 20), "blue")))
    assert len(list(tmp_path.iterdir())) == 2


def test_ghost_of_a_dark_face_shows_its_tones(tmp_path: Path) -> None:
    dark, light = (
        Press(tmp_path / "films")
        .printed(model(fields=(GHOST,)), holder(portrait(tmp_path, skin=skin)), 5)
        .faces[0]
        .sheet.visible
        for skin in ((40, 28, 22), (210, 170, 150))
    )
    spreads = [np.ptp(np.percentile(part(plane, (34, 9, 6, 8)), (5, 95))) for plane in (dark, light)]
    assert spreads[0] > 0.25
    assert spreads[0] == pytest.approx(spreads[1], rel=0.4)


def test_dark_face_is_exposed_until_its_features_print_and_a_fair_one_stays(tmp_path: Path) -> None:
    one = model(fields=(FACE,))
    contrasts = []
    for skin in ((60, 42, 33), (210, 170, 150)):
        face = portrait(tmp_path, skin=skin)
        plane = Press(tmp_path / "films").printed(one, holder(face), 5).faces[0].sheet.visible
        features, cheek = (float(part(plane, box).mean()) for box in ((12, 15, 2, 2), (10.2, 12.2, 1, 1)))
        contrasts.append((cheek, cheek - features))
    (dark, dark_contrast), (fair, _) = contrasts
    assert dark_contrast > 0.03
    assert 0.1 < dark < fair
