"""Standing regions round a reference: "a 34-mile exclusion zone", "within a radius of 20 km of", "200 miles around"."""

from __future__ import annotations

from geomap.language import words as lex
from geomap.language.claims.drafts import Draft
from geomap.language.phrases.anchors import Anchor, anchor_at
from geomap.language.phrases.antecedents import nearest_place, resolve
from geomap.language.phrases.passages import Passage
from geomap.language.quantities.lengths import Length
from geomap.language.text.tokens import HYPHENS, Tokens
from geomap.model import Mention, MentionKind
from geomap.relations import Relation

_HEAD_AHEAD = 9
_AROUND_AHEAD = 7
_BEFORE_RADIUS = frozenset("of to extending stretching out up is be with a measuring spanning reaching would will".split())
"""Words between a zone's noun and its radius."""
_PURPOSES = frozenset("protection exclusion safety control surveillance quarantine evacuation danger".split())
"""What "a zone of" is for."""
_NOT_AROUND = frozenset(", . ; ( : of from".split())
"""Words that no look for "around" goes beyond."""
_BEFORE_CENTRE = frozenset("of from around round off surrounding about outside".split())
_NO_RADIUS = frozenset("limit corridor belt buffer".split())
"""Zone nouns that no radius follows."""
_WIDENED_BACK = 12
_QUOTES = frozenset("\" “ ” ' ‘ ’ «".split())
_ENTERING = frozenset(
    """violated violate violates violating entered enter enters entering breached breach breaching penetrated penetrate penetrating inside within into in crossed
    crossing infringed infringing intruded intruding intrude intrusion""".split()
)
_LEAVING = frozenset("outside beyond left leaving exited clear".split())
_WIDE = frozenset("wide deep long thick high tall".split())
_WIDTHS = frozenset("strip strips belt band swath corridor".split())
"""Zone nouns of which a length is the width, unless they lie around something."""
_RADIAL = frozenset("radius perimeter circle ring cordon".split())


def zone(passage: Passage, length: Length) -> Draft | None:
    """The zone that a length is the radius of, or None."""
    return (
        _headed_after(passage, length)
        or _headed_before(passage, length)
        or _widened(passage, length)
        or _around(passage, length)
        or _extending(passage, length)
    )


def head_after(tokens: Tokens, length: Length) -> int | None:
    """The token of the zone noun that a length stands before: "34-mile exclusion ZONE"."""
    telling = False
    for at in range(length.end, length.end + _HEAD_AHEAD):
        word = tokens.lower[at]
        if word in _WIDE:
            return None
        if word in _WIDTHS or _heads_zone(tokens.lower, at):
            sure = word not in _WIDTHS and (telling or word in lex.ZONE_HEADS)
            return at if sure or _around_after(tokens, at + 1) else None
        telling = telling or word in lex.ZONE_TELLING
        if not _describes_zone(word) and not (word == "and" and telling):
            return None
    return None


def _heads_zone(lower: list[str], at: int) -> bool:
    """Whether a zone noun is the last of its phrase: "zone", not the "buffer" of "buffer zone"; a weak one before another is none."""
    word, after = lower[at], lower[at + 1]
    if after in lex.ZONE_HEADS:
        return False
    return word in lex.ZONE_HEADS or (word in lex.ZONE_WEAK_HEADS and after not in lex.ZONE_WEAK_HEADS)


def _describes_zone(word: str) -> bool:
    """Whether a word may stand between a radius and its zone noun: "exclusion", "no-fly", a hyphen, a quotation mark."""
    if word in lex.ZONE_TELLING or word in HYPHENS or word in _QUOTES:
        return True
    return "-" in word or (word.isalpha() and word not in lex.STOPS)


def _around_after(tokens: Tokens, at: int, *, ahead: int = _AROUND_AHEAD) -> int | None:
    """The token after "around" or "centred on", which may follow a verb: "zone has been imposed around"."""
    lower = tokens.lower
    for index in range(at, at + ahead):
        if lower[index] in ("centred", "centered"):
            return index + 2
        if lower[index] in lex.AROUND:
            return index + 1
        if lower[index] in _NOT_AROUND or not lower[index]:
            return None
    return None


def _headed_after(passage: Passage, length: Length) -> Draft | None:
    tokens = passage.tokens
    head = head_after(tokens, length)
    if head is None:
        return None
    lower = tokens.lower
    if lower[head + 1] in _WIDE:
        return None
    radial = lower[head] in _RADIAL
    end = head + 1
    while tokens.words[end] in _QUOTES:
        end += 1
    start = _phrase_start(tokens, length)
    after = _around_after(tokens, end)
    if after is None and lower[end] in ("of", "from", "off", "about", "outside") and (radial or lower[end] in ("from", "off", "outside")):
        after = end + 1
    anchors, stop = _anchors(passage, after, end, start)
    if lower[head] == "limit" and not anchors and not length.joined:
        return None
    relation = _relation(tokens, start)
    return Draft(start=start, end=stop, relation=relation, anchors=anchors, length=length)


def _phrase_start(tokens: Tokens, length: Length) -> int:
    """The first token of the zone's phrase: "a zone of protection of at least a 30 kilometer radius" keeps its own start."""
    start = length.start
    if tokens.lower[start - 1] in ("a", "an", "the"):
        start -= 1
    return start


def _anchors(passage: Passage, after: int | None, end: int, start: int) -> tuple[tuple[Mention, ...], int]:
    """The zone's references and the token after the phrase; one named earlier where none follows."""
    tokens = passage.tokens
    if after is not None:
        anchor = anchor_at(tokens, after)
        if anchor is not None:
            return (resolve(passage, anchor, after),), anchor.end
    elif passage.tokens.lower[end] == "and":  # a 3-km protection zone and a 10-km surveillance zone around X
        later = _around_after(tokens, end + 1, ahead=14)
        anchor = None if later is None else anchor_at(tokens, later)
        if later is not None and anchor is not None:
            return (resolve(passage, anchor, later),), end
    owner = _possessor(tokens, start)
    if owner is not None:
        return (resolve(passage, owner, owner.start),), end
    place = nearest_place(passage, start)
    return ((place.mention,) if place is not None else ()), end


def _possessor(tokens: Tokens, start: int) -> Anchor | None:
    """As in "the volcano's 7-km exclusion zone": the common noun that the zone belongs to."""
    at = start - 2
    if tokens.lower[start - 1] not in ("'s", "’s") or tokens.lower[at] not in lex.FEATURES:
        return None
    return anchor_at(tokens, at - 1 if tokens.lower[at - 1] in lex.DETERMINERS else at)


def _relation(tokens: Tokens, start: int) -> Relation:
    """Whether something is said to be in the zone, out of it, or whether it is only declared."""
    lower = tokens.lower
    for at in range(start - 1, max(-1, start - 4), -1):
        word = lower[at]
        if word in _LEAVING:
            return Relation.OUTSIDE
        if word in _ENTERING:
            negated = any(lower[back] in ("not", "never", "n't", "without") for back in range(max(0, at - 3), at))
            return Relation.OUTSIDE if negated else Relation.INSIDE
        if word not in lex.DETERMINERS and word not in lex.POSSESSIVES and word not in ("declared", "so-called", "own", "of", "already"):
            break
    return Relation.ZONE


def _headed_before(passage: Passage, length: Length) -> Draft | None:
    """As in "within a radius of 20 km of X", "a no-fly zone of 10 km around X", "an exclusion zone extending 5 km from X"."""
    tokens = passage.tokens
    lower = tokens.lower
    at = length.start - 1
    if lower[at] == "," and tuple(lower[length.end : length.end + 2]) == ("in", "radius"):
        at -= 1
    while at > length.start - 5 and lower[at] in _BEFORE_RADIUS:
        at -= 1
    if lower[at] in _PURPOSES and lower[at - 1] == "of":
        at -= 2
        if lower[at] == "area":
            return _zone_before(passage, length, at)
    if lower[at] not in lex.ZONE_HEADS or lower[at] in _NO_RADIUS:
        return None
    return _zone_before(passage, length, at)


def _zone_phrase(tokens: Tokens, head: int) -> int:
    """The first token of the phrase that a zone's noun ends: "a no-fly zone"."""
    lower = tokens.lower
    start = head
    while start > max(0, head - 5) and (
        lower[start - 1] in lex.ZONE_TELLING
        or lower[start - 1] in lex.DETERMINERS
        or tokens.words[start - 1] in HYPHENS
        or lower[start - 1] in lex.ZONE_WEAK_HEADS
    ):
        start -= 1
    return start


def _zone_before(passage: Passage, length: Length, head: int) -> Draft | None:
    """The zone whose noun stands before its radius."""
    tokens = passage.tokens
    lower = tokens.lower
    if lower[length.end] in _WIDE or (lower[length.end] == "in" and lower[length.end + 1] in ("width", "depth", "length")):
        return None
    start = _zone_phrase(tokens, head)
    end = length.end
    if lower[end] == "in" and lower[end + 1] == "radius":
        end += 2
    if lower[end] in _BEFORE_CENTRE:
        after: int | None = end + 1
    else:
        aside = tokens.words[length.start - 1] == "," == tokens.words[end]  # a zone, 150 yards in radius, around
        after = _around_after(tokens, end + aside)
    anchors, stop = _anchors(passage, after, end, start)
    relation = _relation(tokens, start)
    return Draft(start=start, end=stop, relation=relation, anchors=anchors, length=length)


def _widened(passage: Passage, length: Length) -> Draft | None:
    """As in "doubled the danger zone round the plant to 20 kilometres"."""
    tokens = passage.tokens
    lower, start = tokens.lower, length.start
    if lower[start - 1] != "to" or lower[length.end] in _WIDE:
        return None
    for at in range(start - 2, max(0, start - _WIDENED_BACK), -1):
        if lower[at] in lex.AROUND and lower[at - 1] in lex.ZONE_HEADS:
            anchor = anchor_at(tokens, at + 1)
            if anchor is None or anchor.end > start:
                return None
            mention = resolve(passage, anchor, at)
            return Draft(start=_zone_phrase(tokens, at - 1), end=length.end, relation=Relation.ZONE, anchors=(mention,), length=length)
    return None


def _around(passage: Passage, length: Length) -> Draft | None:
    """As in "for 20 km around the plant", "waters to 200 miles around X", "a 5 km no-go area around"."""
    tokens = passage.tokens
    lower = tokens.lower
    start = length.start
    if lower[length.end] in ("around", "round", "surrounding", "all") or (lower[length.end] == "radius"):
        after = length.end + (2 if lower[length.end] == "all" else 1)
        if lower[length.end] == "all" and lower[length.end + 1] not in ("around", "round"):
            return None
        anchor = anchor_at(tokens, after)
        if anchor is None or (not anchor.definite and not anchor.named and not anchor.pronoun):
            return None
        if lower[length.start - 1] in lex.TRAVEL:
            return None
        return Draft(start=start, end=anchor.end, relation=Relation.ZONE, anchors=(resolve(passage, anchor, after),), length=length)
    if lower[start - 1] == "surrounding" and lower[length.end] == "of":
        anchor = anchor_at(tokens, length.end + 1)
        if anchor is not None:
            return Draft(start=start - 1, end=anchor.end, relation=Relation.ZONE, anchors=(resolve(passage, anchor, start),), length=length)
    return None


_EXTENDING = frozenset("extend extends extended extending reach reaches reached reaching stretch stretches stretching".split())
_ZONE_SUBJECTS = frozenset("airspace waters zone zones sea jurisdiction eez perimeter cordon exclusion limit limits".split())


def _extending(passage: Passage, length: Length) -> Draft | None:
    """As in "its airspace extends 12 nautical miles from the coast"."""
    tokens = passage.tokens
    lower = tokens.lower
    at = length.start - 1
    if lower[at] in ("out", "to"):
        at -= 1
    if lower[at] not in _EXTENDING or lower[length.end] not in ("from", "off", "beyond", "into"):
        return None
    if not any(lower[back] in _ZONE_SUBJECTS for back in range(at - 1, max(-1, at - 6), -1)):
        return None
    anchor = anchor_at(tokens, length.end + 1)
    if anchor is None:
        return None
    return Draft(
        start=length.start, end=anchor.end, relation=Relation.ZONE, anchors=(resolve(passage, anchor, anchor.start),), length=length
    )


def mention_of_zone(tokens: Tokens, start: int, head: int) -> Mention:
    """A zone's phrase as the thing that a distance is taken from: "36 miles outside the exclusion zone"."""
    return Mention(span=tokens.span(start, head + 1), name=tokens.text(start, head + 1), kind=MentionKind.COMMON, feature="zone")
