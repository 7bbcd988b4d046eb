"""The program that `docdesk` and `python -m docdesk` start."""

import os
import sys


def main() -> int:
    """Run the command line and return its exit code."""
    # OpenBLAS reads this when numpy is loaded, so it must be said before: one thread for each document.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        from docdesk.app.command_line import main as command_line
    except KeyboardInterrupt:
        return 130
    return command_line()


if __name__ == "__main__":
    sys.exit(main())
