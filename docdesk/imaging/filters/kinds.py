"""Which filters there are."""

from docdesk.imaging.filters.background import Background
from docdesk.imaging.filters.channels import Channels
from docdesk.imaging.filters.filter import Filter
from docdesk.imaging.filters.levels import Levels
from docdesk.imaging.filters.local_contrast import LocalContrast
from docdesk.imaging.filters.sharpen import Sharpen

KINDS: tuple[type[Filter], ...] = (Levels, LocalContrast, Sharpen, Channels, Background)
"""In the order in which they are offered: from the most used on."""
