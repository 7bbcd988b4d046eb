"""The one tree of errors: each tells what to say to the user and how the program ends by it."""

from enum import IntEnum

from docdesk.foundation.messages import Message, Value


class ExitCode(IntEnum):
    """How the command line ends; `docs/errors.md` tells the user what each means."""

    OK = 0
    FOUND = 1
    WRONG_USE = 2
    UNDECIDED = 3
    UNREADABLE = 4
    FAULT = 70
    INTERRUPTED = 130


class DocdeskError(Exception):
    """Something that docdesk can explain to its user in one sentence."""

    exit_code = ExitCode.UNREADABLE

    def __init__(self, message: Message) -> None:
        super().__init__(message.key)
        self.message = message


class WrongUse(DocdeskError):
    """The user asked for something that cannot be done as asked."""

    exit_code = ExitCode.WRONG_USE


class CaptureError(DocdeskError):
    """A file or one of its frames cannot be made a capture; the rest of a batch goes on.

    `code` is the machine-readable reason in the JSON (`error.code`); the message key is `capture.CODE`.
    `sha256` is the digest of the file's bytes where they could be read.
    """

    def __init__(self, code: str, *, sha256: str | None = None, **values: Value) -> None:
        super().__init__(Message.of(f"capture.{code}", **values))
        self.code = code
        self.sha256 = sha256


class EngineMissing(DocdeskError):
    """An outside program or its data is not on this computer; what needs it is `not_supported`."""


class ReadingFailed(DocdeskError):
    """A reader began and could not finish; what needs its reading is `aborted`."""
