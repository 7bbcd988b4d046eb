"""Where on the disk the data lie that come with docdesk."""

from pathlib import Path
from typing import Final

_PACKAGE: Final = Path(__file__).parents[1]


def assets_folder() -> Path:
    """Return the folder of document models, portraits and fonts.

    In a checkout it lies beside the package; what was installed has it inside, as `docdesk/_assets`.
    """
    installed = _PACKAGE / "_assets"
    return installed if installed.is_dir() else _PACKAGE.with_name("assets")
