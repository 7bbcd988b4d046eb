import numpy as np

from docdesk.synthesis.capturing.lighting import Cast, Lighting, Shade, lighting
from docdesk.synthesis.capturing.optics import beyond_edge
from docdesk.synthesis.chance import dice
from docdesk.synthesis.models.model import Face

CARD = Face("front", (80.0, 50.0), 3.0, "pvc", (), (), ())
X = np.linspace(-20, 100, 121, dtype=np.float32)[None, :].repeat(81, 0)
Y = np.linspace(-15, 65, 81, dtype=np.float32)[:, None].repeat(121, 1)
NO_CAST = Cast(0, 0, 1, 0)


def test_lamps_are_mirrored_in_glossy_documents_only() -> None:
    strongest = [
        max(float(lighting(CARD, gloss, dice(seed)).mirrored(X, Y).max()) for seed in range(20))
        for gloss in (0.0, 0.3, 0.9)
    ]
    assert strongest[0] == 0
    assert 0.05 < strongest[1] < strongest[2]


def test_a_shade_takes_its_share_behind_its_edge_and_nothing_before() -> None:
    one = Lighting(CARD, (0.0, 0.0), (), Shade(0.0, 10.0, 8.0, 0.4), NO_CAST)
    light = one.falling(X, Y)
    assert light[X < 40 + 10 - 5].min() == 1
    assert np.allclose(light[X > 40 + 10 + 5], 0.6, atol=1e-6)


def test_light_falls_off_to_the_side_it_comes_not_from() -> None:
    light = Lighting(CARD, (0.002, 0.0), (), None, NO_CAST).falling(X, Y)
    assert light[40, 60] == 1  # the middle of the face
    assert light[40, 100] > light[40, 60] > light[40, 20]


def test_the_document_throws_its_shadow_where_it_says() -> None:
    left = Lighting(CARD, (0.0, 0.0), (), None, Cast(3.0, 0.0, 1.0, 0.5)).left_on_table(
        X, Y, beyond_edge(X, Y, CARD)
    )
    to_the_right, to_the_left = left[40, 102], left[40, 18]  # 2 mm beyond either edge
    assert to_the_right < 0.55
    assert to_the_left > 0.9
