"""A language that nobody speaks: English with accents and longer words, to see what translations would break.

Translations of English are longer by a third and more, German ones in single words that do not wrap. Whoever
sets the language to `qps` sees whether the window still holds together, and what was never translated.
"""

import gettext
import math
from itertools import cycle
from string import Formatter

CODE = "qps"
"""The code that is kept free for such languages (ISO 639-2, qaa to qtz)."""

LONGER = 1.4
"""How much longer a sentence becomes: what English sentences of some words grow to in German."""

ACCENTS = str.maketrans("aeiouyAEIOUYcnsz", "äéîöüÿÄÉÎÖÜŸçñšž")
WORDS = ("überprüfungsverfahren", "zuständigkeitsangelegenheit", "und", "grenzübertrittsdokument")
"""Words out of which what is added is made; the long ones do not wrap."""

ENDS = ".:;?!)"


class PseudoTranslations(gettext.NullTranslations):
    """Translates every sentence, whatever it says."""

    def gettext(self, message: str) -> str:
        """Return the sentence accented and lengthened; the values that it names stay as they are."""
        return pseudo(message)


def pseudo(sentence: str) -> str:
    """Return the sentence accented and lengthened by two fifths, with every `{value}` as it was."""
    parts = [
        (text.translate(ACCENTS).replace("{", "{{").replace("}", "}}"), _value(name, spec, conversion))
        for text, name, spec, conversion in Formatter().parse(sentence)
    ]
    letters = sum(len(text) for text, _ in parts)
    added = _added(math.ceil(letters * LONGER) - letters)
    if not parts or not added:
        return "".join(text + value for text, value in parts)
    text, value = parts[-1]
    if value:
        return "".join(text + value for text, value in parts) + f" {added}"
    kept = text.rstrip(ENDS)
    joint = " " if " " in kept.strip() or len(parts) > 1 else ""
    parts[-1] = f"{kept}{joint}{added}{text[len(kept) :]}", ""
    return "".join(text + value for text, value in parts)


def _value(name: str | None, spec: str | None, conversion: str | None) -> str:
    """Return the field of a value as it stood in the sentence."""
    if name is None:
        return ""
    return f"{{{name}{'!' + conversion if conversion else ''}{':' + spec if spec else ''}}}"


def _added(length: int) -> str:
    words: list[str] = []
    for word in cycle(WORDS):
        if length <= 0:
            break
        words.append(word[:length])
        length -= len(word) + 1
    return " ".join(words)
