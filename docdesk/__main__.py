"""The program that `docdesk` and `python -m docdesk` start."""


def main() -> int:
    """Run the command line and return its exit code."""
    raise SystemExit(2)
