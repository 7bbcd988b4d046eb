"""What a character of the MRZ may be, and what other lights show of it, in words."""

from docdesk.foundation.messages import Message
from docdesk.inspection.checks.evidence import MrzEvidence
from docdesk.inspection.readings.mrz_reading import MrzReading
from docdesk.inspection.readings.places import Place, second_opinion
from docdesk.wording.catalogue import Wording

LEAST = 0.01
"""Less likely characters than this are left out: nobody looks for them on the picture."""

NAMED_AT_MOST = 3
"""Of other characters. What nobody can read may hold any of the alphabet, and a list helps nobody."""


def likely(reading: MrzReading, place: Place, wording: Wording) -> str:
    """Return what was read and what else it may be, with percentages; "" where the reader does not tell.

    What a second opinion reads there stands behind it. Of many others only the likeliest are named.
    """
    line, index = place
    if not reading.alternatives or not reading.alternatives[line][index]:
        return ""
    told = [(other.char, other.probability) for other in reading.alternatives[line][index]]
    known = [(char, share) for char, share in told if share >= LEAST] or told[:1]
    every = [(reading.lines[line][index], reading.confidence[line][index]), *known[:NAMED_AT_MOST]]
    said = ", ".join(_share(char, share, wording) for char, share in every)
    if len(known) > NAMED_AT_MOST:
        said = wording.say(Message.of("reading.or_others", likely=said))
    opinion = second_opinion(reading, place)
    return wording.say(Message.of("reading.second", likely=said, char=opinion)) if opinion else said


def elsewhere(seen: MrzEvidence, place: Place, wording: Wording) -> str:
    """Return what other captures show there for certain instead; "" where none does."""
    return ", ".join(
        wording.say(Message.of("reading.shown_under", char=char, light=light.value))
        for light, char in seen.elsewhere(place)
    )


def _share(char: str, share: float, wording: Wording) -> str:
    percent = int(share * 100)
    if not percent:
        return wording.say(Message.of("reading.hardly", char=char))
    return wording.say(Message.of("reading.likely", char=char, percent=percent))
