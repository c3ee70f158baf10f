"""Where a thing was last seen, and where it went down."""

from __future__ import annotations

import pytest

from geomap.language.events.fates import fate_of
from geomap.language.text.tokens import tokenise
from geomap.model import Fate, Report, Span


def fate(text: str, words: str) -> Fate | None:
    tokens = tokenise(Span(Report(id="r", text=text), 0, len(text)))
    start = text.index(words)
    return fate_of(Span(tokens.report, start, start + len(words)), tokens)


@pytest.mark.parametrize(
    "text",
    [
        "Contact with the ferry Grey Seal was lost 5 km off Arvo.",
        "The ferry was 5 km off Arvo when communications broke off.",
        "The jet dropped off the radar screens 5 km off Arvo.",
        "She was last seen 5 km off Arvo, heading south.",
        "Its last known position was 5 km off Arvo.",
        "It vanished from radar 5 km off Arvo and crashed near Mola.",
    ],
)
def test_last_seen(text):
    assert fate(text, "5 km off Arvo") is Fate.LAST_SEEN


@pytest.mark.parametrize(
    "text",
    [
        "Debris was found 5 km off Arvo.",
        "The wreck lies 5 km off Arvo in 90 metres of water.",
        "The ferry went down 5 km off Arvo.",
        "She capsized 5 km off Arvo.",
        "It vanished from radar near Mola and came down 5 km off Arvo.",
        "Divers were at the spot, 5 km off Arvo, and brought up human remains.",
    ],
)
def test_ended(text):
    assert fate(text, "5 km off Arvo") is Fate.ENDED


@pytest.mark.parametrize(
    "text",
    [
        "The patrol boat lost an engine 5 km off Arvo.",
        "The last convoy passed 5 km off Arvo.",
        "He was in radio contact with a post 5 km off Arvo.",
        "The ferry went on to a mooring 5 km off Arvo.",
        "The price of grain came close to a record 5 km off Arvo.",
        "Contact was lost when debris 5 km off Arvo was seen.",
    ],
)
def test_nothing_of_it_or_both(text):
    assert fate(text, "5 km off Arvo") is None
