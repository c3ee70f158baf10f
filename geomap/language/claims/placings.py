"""Claims without figures: near a place, and at or along a line; where incidents were is told in `containments`.

The rules would rather miss one than flood the map.
"""

from __future__ import annotations

from collections.abc import Iterator

from geomap.language import words as lex
from geomap.language.claims.containments import in_title_case, inside, noun_of, struck
from geomap.language.claims.drafts import Draft
from geomap.language.claims.overhead import above
from geomap.language.claims.territories import is_territory, just_inside, outside, side
from geomap.language.phrases.anchors import Anchor, anchor_at
from geomap.language.phrases.antecedents import resolve
from geomap.language.phrases.passages import Passage
from geomap.language.phrases.placeness import is_country, is_indefinite, is_place, is_whole, past_and
from geomap.language.positions.compass import starts_bearing
from geomap.language.positions.coordinates import coordinates_at
from geomap.language.text.tokens import Tokens
from geomap.model import MentionKind
from geomap.relations import Relation

_PHRASES = sorted(
    ((tuple(words.split()), relation) for relation in Relation for words in relation.traits.phrases), key=lambda row: -len(row[0])
)
"""Phrases that the place follows, each with what it states, the longest first."""
_PHRASE_STARTS = {first: tuple(row for row in _PHRASES if row[0][0] == first) for first in {words[0] for words, _ in _PHRASES}}
"""The phrases by their first word."""
_LINE_FEATURES = frozenset(
    """highway highways hwy road roads rd route routes motorway freeway expressway parkway turnpike street st avenue ave lane drive river creek canal
    railway railroad line coast coastline shore border frontier front frontline corridor valley boulevard blvd interstate loop autobahn""".split()
)
_ROAD_CODES = frozenset("i us u.s u.s. fm m a e n sr cr rn ny".split())
"""Letters before the number of a road: "I-95", "U.S. 36", "M1"."""
_EDGES = frozenset("outskirts edge edges fringe fringes periphery margins perimeter".split())
_LEADING_TO = frozenset("airport port border coast coastal frontier refinery oilfield camp base harbour harbor".split())
"""Words before "road" that tell one of a place from its others."""
_TOPICS = frozenset(
    """project projects plan plans briefing briefings report reports study studies decision vote debate talk talks discussion hearing question
    questions focus emphasis spending article book documentary bill referendum article information advice update updates news meeting effort
    efforts""".split()
)
"""What is "on" a road by being about it."""
_AT_SEA = frozenset(
    """waters sea shallows anchorage sank sunk capsized foundered hijacked seized boarded intercepted anchored adrift aground moored stranded drowned
    torpedoed rescued collided ditched drifting shipwreck sinking fell crashed wreck slick stain spill reef shoal rocks patrol storm raft
    lay""".split()
)
"""Words after which "off" a name means in the sea beside it."""
_HEADLANDS = frozenset("cape cap cabo capo kap ras point pointe punta isla".split())
"""First words of names beside the sea, in several languages."""
_SETTLED = frozenset("village town city".split())
"""Places without a name that a thing may be told to be outside of: "a well outside the village"."""
_PEOPLE = frozenset("live living those people anyone anybody everyone countries anywhere anything nothing".split())
"""Words before "outside X" that mean all the world beyond it."""


def position(tokens: Tokens, index: int) -> Draft | None:
    """The claim that a reported position at a token makes."""
    found = coordinates_at(tokens, index)
    return None if found is None else Draft(start=index, end=found[1], relation=Relation.POSITION, anchors=(found[0],))


def placing(passage: Passage, index: int) -> Iterator[Draft]:
    """The claims without figures that start at a token."""
    word = passage.tokens.lower[index]
    found = _of_state(passage, index) or (_beside(passage, index) if word in _PHRASE_STARTS else None)
    if found is None and word in ("along", "on", "at"):
        found = _at_line(passage, index)
    if found is not None:
        yield found
    elif word in ("in", "inside", "within", "at", "on"):
        if word != "on" or _on_ground(passage.tokens, index):
            yield from inside(passage, index)
    elif word == "over":
        yield from above(passage, index)
    elif word in lex.STRIKING:
        yield from struck(passage, index)


def _of_state(passage: Passage, index: int) -> Draft | None:
    """The claim about the side of a border that something is on, where one starts at a token."""
    rule = _OF_STATES.get(passage.tokens.lower[index])
    return None if rule is None else rule(passage, index)


_OF_STATES = {"on": side, "outside": outside, "inside": just_inside}


STARTS = frozenset({*_PHRASE_STARTS, "along", "on", "at", "in", "inside", "within", "over", *lex.STRIKING})
"""Words that `placing` has rules for."""


def _beside(passage: Passage, index: int) -> Draft | None:
    """As in "near the Al-Tanf border crossing", "on the outskirts of X", "off the coast of X"."""
    tokens = passage.tokens
    phrases = _PHRASE_STARTS[tokens.lower[index]]
    found = next((row for row in phrases if tuple(tokens.lower[index : index + len(row[0])]) == row[0]), None)
    if found is None or _is_named_near(tokens, index):
        return None
    words, relation = found
    first = index + len(words)
    anchor = anchor_at(tokens, first)
    if anchor is None or is_indefinite(tokens, first, anchor):
        return None
    anchor = past_and(tokens, anchor)
    if not (is_place(tokens, anchor) and is_whole(tokens, anchor) and _is_beside(tokens, index, anchor, words)):
        return None
    start = index - 2 if words in (("around",), ("near",)) and _follows_in(tokens, index) else index  # in and around Arvo
    place = resolve(passage, anchor, anchor.start)
    if "outside" in words and not anchor.named and place.antecedent is None:
        return None
    return Draft(start=start, end=anchor.end, relation=relation, anchors=(place,), about=_event_before(tokens, start))


def _event_before(tokens: Tokens, start: int) -> tuple[int, int] | None:
    """The phrase of the event that stands right before a token."""
    return noun_of(tokens, start - 1, start) if tokens.lower[start - 1] in lex.EVENTS else None


def _follows_in(tokens: Tokens, index: int) -> bool:
    """Whether "in and" or "in or" stands before a word."""
    return tokens.lower[index - 2] == "in" and tokens.lower[index - 1] in ("and", "or")


def _is_named_near(tokens: Tokens, index: int) -> bool:
    """Whether "Near" begins a name: "the Near East", "the Near Earth Object Program"."""
    if tokens.words[index] != "Near":
        return False
    if index and tokens.capital(index + 1) and not tokens.once(in_title_case):
        return tokens.words[index - 1] not in ("“", '"', "(", "-", "—", "–", ":")
    return starts_bearing(tokens.lower[index + 1]) and tokens.capital(index + 1)


def _is_beside(tokens: Tokens, index: int, anchor: Anchor, words: tuple[str, ...]) -> bool:
    """Whether "around", "outside" and "off" tell of a place near another: "fighting around Arvo", "a farm outside of Mola"."""
    if words == ("around",):
        before = tokens.lower[index - 1]
        return (
            anchor.named and not is_country(anchor) and (_follows_in(tokens, index) or before in lex.EVENTS or before in lex.OPEN_COUNTRY)
        )
    if "outside" in words:
        return _is_outside(tokens, index, anchor, words)
    if words[-1] == "off":
        at_sea = anchor.mention.kind is MentionKind.COAST or tokens.lower[index - 1] in _AT_SEA
        return anchor.named and (words[0] == "just" or at_sea or tokens.lower[anchor.start] in _HEADLANDS)
    return True


def _is_outside(tokens: Tokens, index: int, anchor: Anchor, words: tuple[str, ...]) -> bool:
    beyond = words[0] != "just" and not _PEOPLE.isdisjoint(tokens.lower[max(0, index - 3) : index])
    before = tokens.lower[index - 1]
    settled = anchor.named or (anchor.mention.feature in _SETTLED and (before in lex.FEATURES or before in lex.EVENTS))
    return settled and not is_country(anchor) and not beyond


def _at_line(passage: Passage, index: int) -> Draft | None:
    """As in "along the Damascus-Baghdad highway", "on Highway 18", "at the Syrian-Lebanese border"."""
    tokens = passage.tokens
    word = tokens.lower[index]
    anchor = anchor_at(tokens, index + 1)
    if anchor is None or not is_place(tokens, anchor) or not is_whole(tokens, anchor):
        return None
    if word == "on" and tokens.lower[index - 1] in _TOPICS:
        return None
    kind = anchor.mention.kind
    if kind in (MentionKind.BORDER, MentionKind.COAST):
        relation = Relation.ALONG if word == "along" else Relation.NEAR
    elif anchor.mention.feature in _EDGES and word == "on":
        relation = Relation.NEAR
    elif _is_line(tokens, anchor) and word != "at":
        relation = Relation.ALONG
    else:
        return None
    if not anchor.named and word != "along" and not _is_one_road(anchor):
        return None
    return Draft(start=index, end=anchor.end, relation=relation, anchors=(resolve(passage, anchor, anchor.start),))


def _is_one_road(anchor: Anchor) -> bool:
    """Whether a line without a name is told from others by where it leads: "the airport road"."""
    modifier, _, head = (anchor.mention.feature or "").rpartition(" ")
    return anchor.definite and head in ("road", "highway", "railway") and modifier in _LEADING_TO


def _on_ground(tokens: Tokens, index: int) -> bool:
    """As in "on the east side of Arvo", "on Mola Island", "on Turkish soil"."""
    anchor = anchor_at(tokens, index + 1)
    if anchor is None:
        return False
    kinds = {tokens.lower[anchor.start], tokens.lower[anchor.end - 1], *(anchor.mention.feature or "").split()[-1:]}
    return anchor.mention.part is not None or is_territory(tokens, anchor) or not lex.ISLANDS.isdisjoint(kinds)


def _is_line(tokens: Tokens, anchor: Anchor) -> bool:
    """Whether the anchor is the name of a line: "Mola River", "Highway 18", "I-95", "Elm Street West", "the Euphrates"; no "River Series"."""
    last = anchor.end - 1
    if last == anchor.start and tokens.lower[last] in lex.RIVERS:
        return anchor.definite
    if last > anchor.start and starts_bearing(tokens.lower[last]):
        last -= 1
    if tokens.lower[last] in _LINE_FEATURES:
        return True
    if not tokens.words[last][:1].isdecimal():
        start = anchor.start
        return any(tokens.lower[at] in _LINE_FEATURES and tokens.lower[at + 1] == "of" for at in range(start, last))
    before = last - 1 - tokens.hyphen(last - 1)
    return (
        tokens.lower[before] in _LINE_FEATURES
        or tokens.lower[before] in _ROAD_CODES
        or (before >= anchor.start and tokens.capital(before) and anchor.end - anchor.start == 2)
    )
