"""The settings in force together with the file that they are kept in."""

from pathlib import Path

from docdesk.settings.file import save
from docdesk.settings.settings import Settings


class SettingsStore:
    """Hands out the settings in force and keeps new ones."""

    def __init__(self, path: Path, settings: Settings) -> None:
        self.path = path
        self.settings = settings

    def keep(self, settings: Settings) -> None:
        """Write the settings and put them in force; waits for the disk, so it is not called on a UI thread.

        Raises:
            OSError: the file cannot be written; the old settings stay in force.
        """
        save(self.path, settings)
        self.settings = settings
