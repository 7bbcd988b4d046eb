"""Writes docdesk.pot, the template that translators start from: `python -m docdesk.wording.template`.

With `--check` nothing is written; the exit code tells whether the template is up to date.
"""

import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from docdesk.wording.catalogue import DOMAIN, LOCALES, english

TEMPLATE = LOCALES / f"{DOMAIN}.pot"


def template() -> bytes:
    """Return the template's bytes: the same for the same catalogue, on any day."""
    catalogue = Catalog(project=DOMAIN, charset="utf-8", fuzzy=False)
    for key, sentence in sorted(english().items()):
        catalogue.add(sentence, auto_comments=[key])
    written = BytesIO()
    write_po(written, catalogue, omit_header=True, sort_output=True)
    return written.getvalue()


def main(arguments: list[str]) -> int:
    """Write or check the template."""
    fresh = template()
    if "--check" in arguments:
        return 0 if TEMPLATE.is_file() and TEMPLATE.read_bytes() == fresh else 1
    Path(LOCALES).mkdir(exist_ok=True)
    TEMPLATE.write_bytes(fresh)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
