"""Lengths that place nothing: speeds, sizes, areas, ranges, journeys, heights, races, idioms.

`surely_none` is asked before the rules for claims, `likely_none` about what they leave.
"""

from __future__ import annotations

from geomap.language import words as lex
from geomap.language.phrases.anchors import Anchor
from geomap.language.positions.compass import parse_bearing, starts_bearing
from geomap.language.quantities.lengths import Length
from geomap.language.text.tokens import HYPHENS, Tokens
from geomap.model import MentionKind

_BACK = 10
_CLAUSE_ENDS = frozenset(', ; : ( ) . “ ” " — –'.split())
_UPRIGHT = frozenset("underground underwater beneath under underneath".split())
_FALLEN = frozenset("snow rain water mud debris rubble fresh volcanic ash new powder rainfall".split())
_FALLING = frozenset("fell plunged plunge fall drop dropped falling".split())
_UPRIGHT_NOUNS = frozenset("height depth altitude elevation elev alt".split())
_SIZE_NOUNS = _UPRIGHT_NOUNS | frozenset("length width diameter circumference wingspan thickness size".split())
_LEVELS = frozenset("sea ground surface earth water seabed seafloor mean floor moon sun ice horizon road street crater".split())
_ON_RIVERS = frozenset(
    "mouth confluence forks fork dam falls ford rapids junction weir lock ferry bridge crossing head source barrage gorge reservoir cataract".split()
)
"""What a place on a river may be above or below."""
_SIZE_WORDS = _SIZE_NOUNS | frozenset(
    """big long distance margin fall fell fallen falling plunge plunged drop dropped dive dived descended climbed rise rises rose rising tall jump
    jumped soar soared grew grow waves wave""".split()
)
_EXTENT_LINKS = frozenset("of across along downstream upstream through in apart to later further ago".split())
_PER = frozenset("per an a each / every p".split())
_RANGES = frozenset("range ranges visibility".split())
_OF_RANGES = frozenset("flight effective maximum firing operational".split())
"""Words between a length and "range"."""
_WEAPONS = frozenset("missile missiles rocket rockets gun range-finder".split())
"""What a length that a hyphen joins to its unit is the range of."""
_PLACING_WALKS = frozenset("from north south east west northeast northwest southeast southwest".split())
"""Words after "a 10-mile drive" that make it a distance from somewhere."""
_ABLE = frozenset("can could capable able up designed as reach".split())
_BEFORE_OBJECT = frozenset(
    """about some another further the for a distance of total final last first north south east west him her it them out outward outwards back
    average an two over on hundreds""".split()
)
"""Words between a verb of moving and the length that is its object: "walked another two miles", "took him about 5 km"."""
_MOST_BEFORE_OBJECT = 4
_UNDER_WAY = frozenset("sailing flying cruising steaming drifting patrolling".split())
_AFTER_A_WAY = frozenset("after by before of for since from".split())
"""Words after which such a participle tells of a way that was gone: "after sailing 500 miles from"."""
_SKY = frozenset("airspace sky skies cruise cruises cruised cruising ceiling".split())
"""Words after which a length up to something is a height: "closed the airspace up to 9,000 metres"."""
_ENCOUNTER_M = 100.0
"""What comes nearer than so much to any one craft is in an encounter, and at no place."""
_TOUCHING_M = 5.0
"""What is nearer than so much to a thing that is no place shows no two spots on a map."""
_MOST_LETTERS = 3
_CONTEST = frozenset("beat beats won wins missed miss misses lead led".split())


def surely_none(tokens: Tokens, length: Length) -> str | None:
    """Why a length is no distance from anything, where the words right beside it say so; None where they do not."""
    if length.squared:
        return "area"
    return _speed(tokens, length) or _size(tokens, length) or _height(tokens, length) or _range(tokens, length) or _sport(tokens, length)


def likely_none(tokens: Tokens, length: Length) -> str | None:
    """Why a length that no rule for claims could use is none; None where nothing tells."""
    lower, end = tokens.lower, length.end
    before = _words_before(tokens, length.start)
    reaching = not before.isdisjoint(lex.REACHING) and "away" in lower[end : end + 2]
    signs = (
        ("length", length.joined or _modifies_noun(tokens, length)),
        ("range", reaching or not before.isdisjoint(lex.PERCEPTION)),
        ("travelled", not before.isdisjoint(lex.TRAVEL)),
        ("length", lower[end] in _EXTENT_LINKS or lower[length.start - 1] in ("for", "of", "every", "per")),
        ("length", not before.isdisjoint(_SIZE_WORDS)),
        ("idiom", lower[length.start - 1] in ("take", "takes", "by", "extra") or lower[length.core] == "extra"),
        ("idiom", "by" in before and not before.isdisjoint(_CONTEST)),
    )
    return next((reason for reason, told in signs if told), None)


def _words_before(tokens: Tokens, start: int) -> set[str]:
    """The words before a length in its clause."""
    found: set[str] = set()
    for at in range(start - 1, max(-1, start - 1 - _BACK), -1):
        if tokens.lower[at] in _CLAUSE_ENDS:
            break
        found.add(tokens.lower[at])
    return found


def _speed(tokens: Tokens, length: Length) -> str | None:
    """As in "290 kilometres an hour", "50 miles a day", "15 km/h"."""
    lower = tokens.lower
    end = length.end
    if lower[end] in _PER and lower[end + 1] in lex.TIME_UNITS | {"h"}:
        return "speed"
    if tokens.hyphen(end) and lower[end + 1] in ("per", "an", "a") and lower[end + 3] in lex.TIME_UNITS:
        return "speed"
    if lower[end] in ("per", "/") or (lower[end] == "h" and tokens.glued(end)):
        return "speed"
    return "speed" if lower[end] in ("hourly", "daily") else None


def _size(tokens: Tokens, length: Length) -> str | None:
    """As in "10-meter-long boat", "15km to 25km wide", "a width of 3 km"."""
    lower = tokens.lower
    at = length.end + 1 if tokens.words[length.end] in HYPHENS else length.end
    if lower[at] in lex.EXTENT_AFTER or (lower[at] in ("in", "of") and lower[at + 1] in _SIZE_NOUNS):
        return "length"
    if lower[at] in ("high", "deep") and lower[at + 1] not in ("inside", "in", "into"):
        return "altitude"
    if lower[at] in ("across", "round", "around") and lower[at + 1] in _CLAUSE_ENDS | {"", "and", "at", "in"}:
        return "length"
    before = length.start - 1
    if lower[before] in ("of", "to", "at", "is", ":"):
        before -= 1
    if lower[before] in _UPRIGHT_NOUNS:
        return "altitude"
    return "length" if lower[before] in _SIZE_NOUNS else None


def _height(tokens: Tokens, length: Length) -> str | None:
    """As in "below the seabed", "above sea level", "2 feet of snow", "50 km underground", "into the air"."""
    lower = tokens.lower
    end = length.end
    if lower[end] == "of" and lower[end + 1] in _FALLEN:
        return "travelled" if not _words_before(tokens, length.start).isdisjoint(lex.TRAVEL) else "altitude"
    upright = _up_or_down(tokens, end) or is_above(tokens, length) or _dropped(tokens, length) or _is_ceiling(tokens, length)
    return "altitude" if upright else None


def _up_or_down(tokens: Tokens, end: int) -> bool:
    """Whether words after a length point up or down: "underground", "beneath the sea", "into the air"."""
    lower = tokens.lower
    if lower[end] in _UPRIGHT:
        return True
    if lower[end] in ("up", "down"):
        return lower[end + 1] in (*_CLAUSE_ENDS, "", "in", "into") and lower[end + 2] in ("", "the", "air")
    if lower[end] in ("into", "in"):
        return lower[end + 1] == "the" and lower[end + 2] in ("air", "sky", "atmosphere")
    return lower[end] == "to" and lower[end + 1] in ("his", "her", "their") and lower[end + 2] == "death"


def is_above(tokens: Tokens, length: Length) -> bool:
    """Whether "above" or "below" something stands there that is no place on a river: "above sea level", "below the crater's floor"."""
    end = length.end
    if tokens.lower[end] not in ("above", "below"):
        return False
    at = end + 1
    while tokens.lower[at] in lex.DETERMINERS or tokens.lower[at] in lex.POSSESSIVES:
        at += 1
    if tokens.lower[at] in _ON_RIVERS and not length.unit.traits.of_heights:
        return False
    return not tokens.capital(at) or tokens.lower[at] in _LEVELS


def _dropped(tokens: Tokens, length: Length) -> bool:
    """Whether something fell or flew so high: "a fall of 20 feet", "at 30,000 feet over"."""
    lower, before, end = tokens.lower, length.start - 1, length.end
    if lower[before] == "at" and length.unit.traits.of_heights:
        return lower[end] in (",", ".", "", "over", "when", "and")
    if lower[end] in ("from", "short", "outside", "inside", "away", "off") or starts_bearing(lower[end]):
        return False
    if length.unit.is_far and lower[end] in ("over", "across", "beyond", "past"):  # nothing falls miles over a line
        return False
    return lower[before] in _FALLING or (lower[before] == "of" and lower[before - 1] in _FALLING)


def _is_ceiling(tokens: Tokens, length: Length) -> bool:
    """As in "closed the airspace up to 9,000 metres", "cruises at up to 12,000 metres"."""
    if not length.unit.traits.of_heights or tokens.lower[length.end] not in _CLAUSE_ENDS | {"", "and", "but", "when", "while"}:
        return False
    return not _SKY.isdisjoint(_words_before(tokens, length.start))


def is_encounter(tokens: Tokens, length: Length, anchor: Anchor) -> bool:
    """Whether two things are only near each other: "within 20 feet of a Navy P-8", "two metres from the hull"."""
    farthest = float(length.figures[-1]) * length.unit.metres if length.figures else _ENCOUNTER_M
    a_place = anchor.named or anchor.pronoun or anchor.mention.feature or tokens.lower[anchor.start] == "where"
    if farthest < _TOUCHING_M and not a_place:
        return True
    return farthest < _ENCOUNTER_M and tokens.lower[anchor.start - 1] in ("a", "an", "another") and _is_craft(tokens, anchor)


def _is_craft(tokens: Tokens, anchor: Anchor) -> bool:
    """As in "a fishing boat", "a Navy P-8 Poseidon", "an Su-27": also a letter or three, a hyphen and a number."""
    numbers = (at for at in range(anchor.start + 2, anchor.end) if tokens.words[at].isdecimal() and tokens.hyphen(at - 1))
    return anchor.mention.kind is MentionKind.MOVING or any(len(tokens.words[at - 2]) <= _MOST_LETTERS for at in numbers)


def _range(tokens: Tokens, length: Length) -> str | None:
    """As in "a range of 30km", "with a 300-km range", "visibility of 2 miles"."""
    lower, before = tokens.lower, length.start - 1
    if lower[before] in ("of", "to", "is", "at") and lower[before - 1] in _RANGES:
        placed = lower[length.end] in ("from", "off") or parse_bearing(tokens, length.end) is not None
        return None if placed and lower[before - 1] == "range" else "range"
    if lower[before] in _RANGES or (lower[before] == "has" and lower[length.end] == "range"):
        return "range"
    return "range" if _is_reach(tokens, length) else None


def _is_reach(tokens: Tokens, length: Length) -> bool:
    """As in "a 300-km firing range", "a 500-km missile"; not "the 300-km range from"."""
    lower, at = tokens.lower, length.end
    while at < length.end + 3 and (lower[at] in HYPHENS or lower[at] in _OF_RANGES):
        at += 1
    reaches = lower[at] in ("range", "visibility") or (length.joined and lower[at] in _WEAPONS)
    return reaches and lower[at + 1] not in ("from", "of")


def _sport(tokens: Tokens, length: Length) -> str | None:
    """As in "the 10 kilometre running event", "3,000-meter speedskating record", "40 km cycling"."""
    lower = tokens.lower
    at = length.end
    if tokens.words[at] in HYPHENS:
        at += 1
    if lower[at] in ("drive", "walk", "run", "swim") and lower[at + 1] in _PLACING_WALKS:
        return None
    if lower[at] in lex.SPORT and lower[at] not in ("distance", "course", "women", "men"):
        return "other"
    if length.joined and lower[at] in lex.SPORT:
        return "other"
    return None


def _modifies_noun(tokens: Tokens, length: Length) -> bool:
    """Whether a noun that is no place relation follows at once: "60 km natural gas pipeline"."""
    word = tokens.lower[length.end]
    return word.isalpha() and word not in lex.STOPS and tokens.words[length.end].islower()


def perceived_from(tokens: Tokens, length: Length) -> bool:
    """Whether something is seen, heard or felt over the length: "heard 20 km away", "saw the smoke from ten miles away"."""
    reach = 14 if tokens.lower[length.start - 1] == "from" else 3
    for at in range(length.start - 1, max(-1, length.start - 1 - reach), -1):
        word = tokens.lower[at]
        if word in (",", ";", "("):
            return False
        if word in lex.PERCEPTION:
            return True
    return False


def reachable(tokens: Tokens, length: Length) -> bool:
    """Whether something can act over the length: "missiles capable of striking targets up to 300 km away"."""
    before = _words_before(tokens, length.start)
    return not before.isdisjoint(lex.REACHING) and not before.isdisjoint(_ABLE)


def travelled(tokens: Tokens, length: Length) -> bool:
    """Whether a verb of moving takes the length as its object: "walked almost five kilometres"."""
    for word in reversed(tokens.lower[max(0, length.start - _MOST_BEFORE_OBJECT) : length.start]):
        if word in lex.TRAVEL:
            return True
        if word not in _BEFORE_OBJECT:
            break
    return False


def is_under_way(tokens: Tokens, length: Length) -> bool:
    """Whether a craft is told to be going along at a place, so that the length is from there: "while sailing 16 miles from the coast"."""
    at = next((at for at in range(length.start - 1, max(-1, length.start - 3), -1) if tokens.lower[at] in _UNDER_WAY), None)
    return at is not None and tokens.lower[at - 1] not in _AFTER_A_WAY


_HOLDING = frozenset(
    "control controls controlled controlling capture captured capturing seize seized seizing hold holds held clear cleared clearing secure secured liberated liberate regained recaptured retook built build building".split()
)


_PASSIVE = frozenset("was were is are been being be".split())


def extends(tokens: Tokens, length: Length) -> bool:
    """Whether the length is an extent: "for half a mile downstream", "control more than 35 km from the river".

    What was held or taken so far from somewhere ("the ship was seized 12 miles off the coast") is at that distance.
    """
    before = tokens.lower[length.start - 1]
    return before in ("for", "every") or (before in _HOLDING and tokens.lower[length.start - 2] not in _PASSIVE)
