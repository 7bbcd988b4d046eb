from pathlib import Path

import docdesk
from docdesk.foundation.places import assets_folder


def test_the_assets_of_a_checkout_lie_beside_the_package() -> None:
    package = Path(docdesk.__file__).parent
    assert assets_folder() == package.parent / "assets"
    assert (assets_folder() / "documents").is_dir()


def test_the_wheel_takes_the_assets_to_where_an_installed_docdesk_looks_for_them() -> None:
    settings = Path("pyproject.toml").read_text(encoding="utf-8")
    assert 'assets = "docdesk/_assets"' in settings
