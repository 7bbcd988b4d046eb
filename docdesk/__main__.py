"""The program that `docdesk` and `python -m docdesk` start."""

import os
import sys
from types import ModuleType


def main() -> int:
    """Run the command line and return its exit code."""
    # OpenBLAS reads this when numpy is loaded, so it must be said before: one thread for each document.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # Without these, reportlab runs files of such names in the user's home, and fails where that is no folder;
    # but a report depends on the inspection alone.
    for name in ("reportlab_mods", "reportlab_settings"):
        sys.modules.setdefault(name, ModuleType(name))
    try:
        from docdesk.app.crash import guarded

        return guarded(_command_line)
    except KeyboardInterrupt:
        return 130


def _command_line() -> int:
    from docdesk.app.command_line import main as command_line

    return command_line()


if __name__ == "__main__":
    sys.exit(main())
