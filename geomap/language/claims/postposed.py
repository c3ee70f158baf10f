"""Distances whose anchor stands elsewhere: "two miles away", "at a distance of 3 miles", "the distance between A and B is 12 km"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from geomap.language import words as lex
from geomap.language.claims.drafts import Draft
from geomap.language.claims.measures import Measure, bearing_at, relation_of
from geomap.language.claims.nonclaims import perceived_from, reachable, travelled
from geomap.language.claims.references import name_left, reference, shared_left
from geomap.language.phrases.anchors import Anchor, anchor_at
from geomap.language.phrases.antecedents import resolve
from geomap.language.phrases.chunks import is_verb
from geomap.language.phrases.passages import Passage
from geomap.language.phrases.placeness import is_boundary
from geomap.language.positions.compass import parse_bearing
from geomap.language.quantities.lengths import Length
from geomap.language.text.tokens import Tokens
from geomap.model import Mention, MentionKind, Qualifier

_DISTANCE_BACK = 24
"""Tokens from a length back to the word "distance" that it is the measure of."""
_SEPARATE_AHEAD = 18
"""Tokens from "separate" to the "from" that belongs to it."""
_CLOSING = frozenset(
    "came come comes coming approached approach approaches approaching closed close closes closing got get getting passed pass passing moved".split()
)
_NEARER = (Qualifier.WITHIN, Qualifier.UP_TO, Qualifier.LESS_THAN, Qualifier.RANGE)
_SIGHTING = frozenset("sighted spotted detected noticed observed saw reported approached tracked seen".split())
_SHIPS_SIDES = frozenset("port starboard bow beam quarter stern".split())
_KEEPING = frozenset(
    "circled circling shadowed shadowing followed following trailed trailing tailed loitered loitering overtook kept stayed".split()
)
_AUXILIARIES = frozenset("is are was were be been has have had will must should can could may".split())
_PEOPLE = frozenset(
    "everyone anyone people residents inhabitants villagers homes houses everything anything anyone those persons families".split()
)
_EXTENDS = frozenset("reach reaches reached reaching".split())
_VICINITY = frozenset("near nr vicinity vic at in of . ca about".split())
"""Words before the name that begins a locality: "Near Ely, 15 mi N"."""
_ENDS = frozenset(", . ; : ) ( and but before when while then where as until".split())


def postposed(measure: Measure) -> Draft | None:
    """The claim of a length that has no "from X" after it, or None."""
    return (
        bare_bearing(measure)
        or _to(measure)
        or _after_colon(measure)
        or _between_distance(measure)
        or _separate(measure)
        or _after_direction(measure)
        or _lone(measure)
        or _over_border(measure)
        or _closing(measure)
        or _at_distance(measure)
    )


def left_draft(measure: Measure, left: Anchor, end: int, bearing: str) -> Draft:
    """The claim of a length whose anchor is the name before it."""
    start = left.start if left.end == measure.length.start else measure.length.start
    return Draft(
        start=start, end=end, relation=relation_of(measure.length), anchors=(left.mention,), length=measure.length, bearing=bearing
    )


def _open(measure: Measure, end: int, bearing: str | None = None) -> Draft:
    """The claim of a length whose anchor, if the text has one, stands before."""
    anchor = reference(measure)
    anchors = () if anchor is None else (anchor.mention,)
    return Draft(
        start=measure.length.start, end=end, relation=relation_of(measure.length), anchors=anchors, length=measure.length, bearing=bearing
    )


def bare_bearing(measure: Measure) -> Draft | None:
    """As in "Acton 3.5 mi N", "120 miles to the northwest", "70km west"; the anchor stands before."""
    tokens, length = measure.tokens, measure.length
    lower = tokens.lower
    found = bearing_at(tokens, measure.after)
    if found is None:
        return None
    point, end, to_the = found
    goes_on = tokens.words[end].islower() and lower[end] not in lex.STOPS and not to_the
    if goes_on or lower[end] in ("of", "from") or (lower[end] == "to" and not to_the) or travelled(tokens, length):
        return None
    if _is_here(lower, length.start):
        return Draft(start=length.start, end=end, relation=relation_of(length), length=length, bearing=point)
    shared = shared_left(measure)
    if shared is not None:
        return Draft(start=length.start, end=end, relation=relation_of(length), anchors=shared, length=length, bearing=point)
    left = name_left(tokens, length)
    if left is not None and _belongs(tokens, length, left, end, to_the=to_the):
        return left_draft(measure, left, end, point)
    return _open(measure, end, point)


def _is_here(lower: list[str], start: int) -> bool:
    """Whether a length tells how far off the very place is that was told of last, from one left unsaid: "were driven here, 9 km to the east"."""
    return lower[start - 1] == "," and lower[start - 2] in ("here", "there") and lower[start - 3].isalpha()


def _belongs(tokens: Tokens, length: Length, left: Anchor, end: int, *, to_the: bool) -> bool:
    """Whether the name before a length is its anchor ("Acton 3.5 mi N", "Acton (2 mi NW)"), not what it places ("Acton, 2 miles to the north, was")."""
    mark = tokens.words[length.start - 1]
    if mark == "(":
        return True
    if mark not in (",", ";", ":"):
        return left.start == 0 or not to_the
    first = all(tokens.lower[at] in _VICINITY for at in range(left.start))
    return first and not to_the and (tokens.count <= end + 3 or _is_locality(tokens, length, end))


def _is_locality(tokens: Tokens, length: Length, end: int) -> bool:
    """Whether a sentence is a collector's telegraphic line: unit and bearing shortened, a mark after them, and no verb."""
    shortened = len(tokens.words[length.unit_at]) <= len("mi") and tokens.words[end - 1].isupper()
    return shortened and tokens.words[end] in (",", ";", ".") and not any(is_verb(tokens, at) for at in range(end, tokens.count))


def _after_direction(measure: Measure) -> Draft | None:
    """As in "E of Mojave 5 mi", "north of Shasta, 12 km"."""
    tokens, length = measure.tokens, measure.length
    stop = length.start - 1 if tokens.words[length.start - 1] == "," else length.start
    if tokens.words[measure.after] not in ("", ".", ",", ";", ")"):
        return None
    for at in range(max(0, stop - 9), stop - 1):
        found = parse_bearing(tokens, at)
        if found is None or tokens.lower[found[1]] not in ("of", "from"):
            continue
        anchor = anchor_at(tokens, found[1] + 1)
        if anchor is not None and anchor.end == stop:
            return replace(measure.draft(anchor, measure.after, found[0]), start=at)
    return None


def _over_border(measure: Measure) -> Draft | None:
    """As in "5 km over the border", "30 miles across the Iraqi border", also of what went there: it is how far from the line it came."""
    tokens, after = measure.tokens, measure.length.end
    if tokens.lower[after] not in ("over", "across", "into"):
        return None
    anchor = anchor_at(tokens, after + 1)
    if anchor is None or not measure.length.unit.is_far or not is_boundary(tokens, anchor):
        return None
    return measure.draft(anchor, anchor.end)


def _closing(measure: Measure) -> Draft | None:
    """As in "the skiffs approached to within 300 metres", "closed to 200 yards", "sighted at 3 nm": from a moving thing left unsaid."""
    tokens, length = measure.tokens, measure.length
    lower = tokens.lower
    if _reaches_out(measure):
        return _open(measure, length.end)
    ends = _ends_here(measure)
    if not ends and not (lower[length.end] == "on" and not _SHIPS_SIDES.isdisjoint(lower[length.end + 1 : length.end + 4])):
        return None
    before = frozenset(lower[max(0, length.start - 4) : length.start])
    if not (_comes_near(measure, before) or _is_sighted(measure, before)):
        return None
    return Draft(start=length.start, end=length.end, relation=relation_of(length), length=length)


def _ends_here(measure: Measure) -> bool:
    after = measure.tokens.lower[measure.length.end]
    return after in _ENDS or after in _AUXILIARIES or not after


def _comes_near(measure: Measure, before: frozenset[str]) -> bool:
    """As in "approached to within 300 metres"."""
    near = measure.length.qualifier in _NEARER or measure.tokens.lower[measure.length.start - 1] == "to"
    return near and not before.isdisjoint(_CLOSING)


def _is_sighted(measure: Measure, before: frozenset[str]) -> bool:
    """As in "sighted at 3 nm", "shadowed the ship at 200 yards"."""
    if measure.tokens.lower[measure.length.start - 1] != "at":
        return False
    seen = measure.length.unit.is_far and not before.isdisjoint(_SIGHTING | _CLOSING)
    return seen or not before.isdisjoint(_KEEPING)


def _lone(measure: Measure) -> Draft | None:
    """As in "two miles away", "four miles off shore", "60 km inland"; the anchor stands before or is not said."""
    tokens, length = measure.tokens, measure.length
    lower = tokens.lower
    if not _stands_alone(measure):
        return None
    end = measure.after + (lower[measure.after] == "off")
    if lower[end - 1] in ("road", "street", "hill", "highway") and (length.start == 0 or not lower[length.start - 1].isalpha()):
        return None
    if perceived_from(tokens, length) or reachable(tokens, length) or travelled(tokens, length):
        return None
    if (lower[end] == "to" and lower[end + 1] != "the") or lower[length.start - 1] in _EXTENDS or length.core == length.unit_at:
        return None
    return _open(measure, end)


def _stands_alone(measure: Measure) -> bool:
    """Whether what follows a length does without an anchor: "away", "offshore", or "out" and "off" before a mark."""
    lower, end = measure.tokens.lower, measure.after
    if measure.lone or (lower[end - 1] == "out" and not lower[end].isalpha()):
        return True
    return lower[end] == "off" and lower[end + 1] in (",", ".", "")


def _to(measure: Measure) -> Draft | None:
    """As in "it is 12 miles to the nearest town"."""
    tokens, length = measure.tokens, measure.length
    lower = tokens.lower
    if lower[length.end] != "to" or lower[length.start - 1] not in ("is", "'s", "’s", "was", "only", "lies"):
        return None
    anchor = anchor_at(tokens, length.end + 1)
    if anchor is None or not (anchor.named or anchor.mention.feature):
        return None
    return measure.draft(anchor, anchor.end)


def _after_colon(measure: Measure) -> Draft | None:
    """As in "distance from Aleppo: 12 km"."""
    tokens, length = measure.tokens, measure.length
    if tokens.words[length.start - 1] != ":":
        return None
    for at in range(length.start - 2, max(-1, length.start - 8), -1):
        if tokens.lower[at] == "from" and tokens.lower[at - 1] in ("distance", "dist", "away"):
            anchor = anchor_at(tokens, at + 1)
            if anchor is not None and anchor.end == length.start - 1:
                return replace(measure.draft(anchor, length.end), start=at - 1)
    return None


def _between_distance(measure: Measure) -> Draft | None:
    """As in "the distance between them and the city to about 40 km", "the distance from A to B is 12 miles"."""
    tokens, length = measure.tokens, measure.length
    lower = tokens.lower
    for at in range(length.start - 1, max(-1, length.start - _DISTANCE_BACK), -1):
        if lower[at] in (".", ";"):
            return None
        if lower[at] not in ("distance", "gap", "distances"):
            continue
        if at < length.start - 14 and lower[at + 1] not in ("between", "from", "separating"):
            return None
        anchors = _ends_of_distance(measure.passage, at + 1, length.start)
        spoken = lower[at + 1] in ("between", "from", "to", "separating") or lower[length.start - 1] == "to"
        if not spoken:
            return None
        return Draft(start=at, end=length.end, relation=relation_of(length), anchors=anchors[:1], length=length)
    return None


def _ends_of_distance(passage: Passage, at: int, stop: int) -> tuple[Mention, ...]:
    """The reference in "between A and B" (the one that is a place, B first) or "from A to B" (A)."""
    tokens = passage.tokens
    if tokens.lower[at] not in ("between", "from", "to"):
        return ()
    first = anchor_at(tokens, at + 1)
    if first is None or first.end > stop:
        return ()
    second = anchor_at(tokens, first.end + 1) if tokens.lower[first.end] in ("and", "to") else None
    ends = [
        end
        for end in (second, first)
        if end is not None and end.end <= stop and not end.pronoun and end.mention.kind is not MentionKind.MOVING
    ]
    if tokens.lower[at] == "from":
        ends.reverse()
    return tuple(resolve(passage, end, end.start) for end in ends)


def _separate(measure: Measure) -> Draft | None:
    """As in "Less than 25 kilometres separate the forces from the lake"."""
    tokens, length = measure.tokens, measure.length
    lower = tokens.lower
    if lower[length.end] not in ("separate", "separates", "separated", "separating"):
        return None
    for at in range(length.end + 1, min(tokens.count, length.end + _SEPARATE_AHEAD)):
        if lower[at] == "from":
            anchor = anchor_at(tokens, at + 1)
            if lower[at + 1].endswith("ing"):  # from completing the siege of X
                anchor = next((found for found in map(_named_after(tokens), range(at + 2, at + 9)) if found is not None), anchor)
            return None if anchor is None else measure.draft(anchor, anchor.end)
        if lower[at] in (".", ";"):
            break
    anchors = [anchor for anchor in (anchor_at(tokens, length.end + 1),) if anchor is not None]
    second = anchor_at(tokens, anchors[0].end + 1) if anchors and lower[anchors[0].end] == "and" else None
    if second is None:
        return None
    return measure.draft(second, second.end)


def _named_after(tokens: Tokens) -> Callable[[int], Anchor | None]:
    """A function from a token to the name that follows it, where it is a preposition."""

    def named(index: int) -> Anchor | None:
        if tokens.lower[index] not in ("of", "on", "in", "at", "to", "into"):
            return None
        anchor = anchor_at(tokens, index + 1)
        return anchor if anchor is not None and anchor.named else None

    return named


def _reaches_out(measure: Measure) -> bool:
    """Whether "within 3 miles", or the "between 20 and 30 km" of a belt, stands after what it places.

    As in "all homes within half a mile were evacuated", "those between 20 and 30 km stay indoors".
    """
    tokens, length = measure.tokens, measure.length
    noun, first, after = tokens.lower[length.start - 1], tokens.lower[length.start], tokens.lower[length.end]
    if length.start == 0:
        return False
    if length.qualifier is Qualifier.RANGE and first == "between":
        return noun in _PEOPLE and (_ends_here(measure) or (after.isalpha() and after not in lex.STOPS))
    if length.qualifier is not Qualifier.WITHIN or first != "within" or not _ends_here(measure):
        return False
    return noun in lex.FEATURES or noun in lex.ZONE_WEAK_HEADS or noun in _PEOPLE


def _at_distance(measure: Measure) -> Draft | None:
    """As in "at a distance of 3 miles", "from a distance of around 1 kilometre": from something that the text leaves open."""
    tokens, length = measure.tokens, measure.length
    lower = tokens.lower
    if not measure.of_distance:
        return None
    at = length.start - 3
    if lower[at] in ("a", "the"):
        at -= 1
    if lower[at] not in ("at", "from", "to", "within"):
        return None
    return Draft(start=at, end=length.end, relation=relation_of(length), anchors=(), length=length)
