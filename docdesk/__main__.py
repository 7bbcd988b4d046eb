"""The program that `docdesk` and `python -m docdesk` start."""

import sys

from docdesk.app.command_line import main

if __name__ == "__main__":
    sys.exit(main())
