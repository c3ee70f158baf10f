"""Where a length places something: from, off, outside, in a direction, along a line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from geomap.language import words as lex
from geomap.language.claims.drafts import Draft, NonClaim
from geomap.language.claims.measures import Measure, bearing_at, measure, relation_of
from geomap.language.claims.nonclaims import extends, is_above, is_encounter, is_under_way, perceived_from, travelled
from geomap.language.claims.postposed import left_draft, postposed
from geomap.language.claims.references import name_left, shared_left
from geomap.language.claims.territories import is_territory
from geomap.language.claims.zones import mention_of_zone
from geomap.language.phrases.anchors import Anchor, anchor_at
from geomap.language.phrases.passages import Passage
from geomap.language.phrases.placeness import is_boundary, is_country
from geomap.language.phrases.proper_names import starts_name
from geomap.language.positions.compass import parse_bearing
from geomap.language.positions.coordinates import coordinates_at
from geomap.language.quantities.lengths import Length
from geomap.language.text.tokens import Tokens
from geomap.model import Mention, MentionKind, Qualifier

_FROM = frozenset("from off outside beyond past inside into behind before opposite abeam above below".split())
_LOOSE = frozenset("before behind past beyond opposite above below into".split())
"""Prepositions that take many other things than places."""
_COMPOUND = {
    *(
        (word, link)
        for word in "off out short ahead upstream downstream outside inside clear from away inland offshore astern upriver downriver".split()
        for link in ("of", "from")
    ),
    *(("to", "the", side, "of") for side in "left right rear side front".split()),
    ("in", "front", "of"),
    ("in", "the", "direction", "of"),
    ("from", "the", "direction", "of"),
    ("across", "from"),
    ("in", "from"),
    ("shy", "of"),
    *((*on, *side, "side", "of") for on in ((), ("on",)) for side in (("this",), ("the", "other"), ("the", "far"))),
}
"""Prepositions of several words."""
_ADRIFT, _AFTER_ADRIFT = frozenset("offshore inland away down up and".split()), frozenset("of from offshore inland".split())
"""Words between a bearing and its preposition: "5 km north offshore of"."""
_LINKS = frozenset("of from off outside inside".split())
"""Prepositions between a bearing and its anchor."""
_UNLINKED_HEADS = frozenset("jct junction mouth summit the".split())
"""Words that an anchor without a name begins with right after a bearing."""
_ALONE_BEFORE_NAME = frozenset("upstream downstream inland offshore seaward landward".split())
_SPACE = frozenset("earth sun moon mars venus jupiter saturn pluto neptune".split())
_RULE_WORDS = frozenset(
    "prohibited prohibits prohibit banned ban bans illegal forbidden unlawful law laws rule rules regulation regulations ordinance legislation".split()
)
_ANYWHERE = frozenset("anywhere nowhere everywhere anything".split())
_ANYBODY = frozenset("any every each anyone everyone anybody nobody most".split())
_OWNER_AHEAD = 6
_RULE_WINDOW = 45
_ZONE_AHEAD = 9
_ZONE_NOUNS = frozenset("zone perimeter cordon limit limits".split())
_ZONE_ENDS = frozenset(", . ; of from around in and to".split())
"""Words that no phrase for a zone runs across."""


def place(passage: Passage, length: Length, previous: Length | None, later: Mapping[int, Draft]) -> Draft | NonClaim | None:
    """The claim that a length makes, a reason why it makes none, or None where no rule applies.

    `previous` is the length before it; `later` holds the claims of lengths after it, by their first token.
    """
    if extends(passage.tokens, length):
        return NonClaim(start=length.start, end=length.end, reason="length")
    here = measure(passage, length, previous, later)
    found = (
        _compound(here)
        or _otherwise_measured(here)
        or _owners_side(here)
        or _bearing_of(here)
        or _along(here)
        or _from(here)
        or postposed(here)
    )
    return _with_distance_of(here, found) if isinstance(found, Draft) else found


def _nothing(here: Measure, anchor: Anchor) -> NonClaim | None:
    """Why a length from an anchor places nothing: "from the Sun", "from each other", "within 4 metres of building entrances"."""
    first = here.tokens.lower[anchor.start]
    if anchor.mention.name.lower() in _SPACE:
        reason = "altitude"
    elif first in _ANYWHERE or (here.length.core == here.length.unit_at and not anchor.identifiable):
        reason = "idiom"  # miles from a deal
    elif (
        (first in ("each", "one") and anchor.mention.kind is MentionKind.COMMON)
        or _is_any_of_many(here, anchor)
        or is_encounter(here.tokens, here.length, anchor)
    ):
        reason = "other"
    else:
        return None
    return NonClaim(start=here.length.start, end=anchor.end, reason=reason)


def _is_any_of_many(here: Measure, anchor: Anchor) -> bool:
    """Whether an anchor is no particular thing, in a sentence that lays down a rule."""
    return not (anchor.definite or anchor.named or anchor.pronoun) and _general_rule(here, anchor)


def _general_rule(here: Measure, anchor: Anchor) -> bool:
    """Whether the sentence speaks of anyone and anywhere: "any student who lives a mile from a school", "banned within 4 metres of entrances"."""
    lower, start = here.tokens.lower, here.length.start
    if lower[anchor.start - 1] in ("any", "every", "each", "no"):
        return True
    if lower[0] == "no" or any(lower[at] in _ANYBODY for at in range(max(0, start - 10), start)):
        return True
    around = range(max(0, start - _RULE_WINDOW), min(here.tokens.count, anchor.end + _RULE_WINDOW))
    return anchor.generic and any(lower[at] in _RULE_WORDS for at in around)


def _compound(here: Measure) -> Draft | None:
    """As in "12.2 mi S 14.3 mi W Kelso": the first part takes the anchor of the second."""
    lower, length = here.tokens.lower, here.length
    found = bearing_at(here.tokens, here.after)
    if found is None:
        return None
    point, end, _ = found
    at = end
    while lower[at] in ("and", ",", "&", "then"):
        at += 1
    following = here.later.get(at)
    if following is None or following.bearing is None or following.start < at:
        return None
    return Draft(start=length.start, end=end, relation=relation_of(length), anchors=following.anchors, length=length, bearing=point)


def _otherwise_measured(here: Measure) -> Draft | None:
    """As in "12 km as the crow flies, 20 km by road, from Nyala": both have one anchor."""
    at = here.after
    while here.tokens.lower[at] in (",", "and", "or", "but", ";", "/"):
        at += 1
    following = here.later.get(at)
    if not here.length.end < here.after < at or following is None or following.bearing or not following.anchors:
        return None
    return Draft(start=here.length.start, end=here.after, relation=relation_of(here.length), anchors=following.anchors, length=here.length)


def _owners_side(here: Measure) -> Draft | None:
    """As in "4 km to the town's south"."""
    tokens = here.tokens
    if tokens.lower[here.after] != "to":
        return None
    mark = next((at for at in range(here.after + 2, here.after + 2 + _OWNER_AHEAD) if tokens.lower[at] in ("'s", "’s")), None)
    found = None if mark is None else parse_bearing(tokens, mark + 1)
    if mark is None or found is None or (found[1] < tokens.count and tokens.lower[found[1]] not in lex.STOPS):
        return None
    first = here.after + 1 + (tokens.lower[here.after + 1] in lex.DETERMINERS)
    span = tokens.span(first, mark)
    named = starts_name(tokens, first)
    mention = Mention(
        span=span, name=span.text, kind=MentionKind.NAME if named else MentionKind.COMMON, feature=None if named else span.text
    )
    anchor = Anchor(start=first, end=mark, mention=mention, definite=True)
    return here.draft(anchor, found[1], found[0])


def _bearing_of(here: Measure) -> Draft | NonClaim | None:
    """As in "60 miles southwest of Raleigh", "1 mi N Power House", "20 km SSE from the fork"."""
    tokens = here.tokens
    lower = tokens.lower
    bracket = lower[here.after] == "("
    found = bearing_at(tokens, here.after + bracket)
    if found is None:
        return None
    point, at, _ = found
    if bracket:
        return _bracketed(here, at, point)
    while lower[at] in _ADRIFT and lower[at + 1] in _AFTER_ADRIFT:
        at += 1
    return _linked(here, at, point) if lower[at] in _LINKS else _unlinked(here, at, point)


def _linked(here: Measure, link: int, point: str) -> Draft | NonClaim | None:
    """As in "60 miles southwest of Raleigh"; where nothing follows the preposition, the anchor stands before."""
    anchor = anchor_at(here.tokens, link + 1, numbers=True)
    if anchor is not None:
        return _nothing(here, anchor) or here.draft(anchor, anchor.end, point)
    return None if here.tokens.lower[link + 1][:1].isalpha() else _left(here, link + 1, point)


def _unlinked(here: Measure, at: int, point: str) -> Draft | None:
    """As in "1 mi N Power House", "2 mi S jct. of Elm Creek"."""
    tokens = here.tokens
    named = starts_name(tokens, at) or (tokens.words[at][:1].isdecimal() and starts_name(tokens, at + 1))
    if not named and tokens.lower[at] not in _UNLINKED_HEADS:
        return None
    anchor = anchor_at(tokens, at, numbers=True)
    if anchor is None or (tokens.lower[at] == "the" and not (anchor.named or anchor.mention.feature)):
        return None
    return here.draft(anchor, anchor.end, point)


def _bracketed(here: Measure, at: int, point: str) -> Draft | None:
    """As in "20 km (east of) Arvo"."""
    tokens = here.tokens
    if tokens.lower[at] not in ("of", "from") or tokens.words[at + 1] != ")":
        return None
    anchor = anchor_at(tokens, at + 2)
    return None if anchor is None else here.draft(anchor, anchor.end, point)


def _left(here: Measure, end: int, point: str) -> Draft | None:
    """As in "Yuma, 6 miles north and 3 miles west of": the anchor stands before."""
    shared = shared_left(here)
    if shared is not None:
        return Draft(start=here.length.start, end=end, relation=relation_of(here.length), anchors=shared, length=here.length, bearing=point)
    left = name_left(here.tokens, here.length)
    return None if left is None else left_draft(here, left, end, point)


def _from(here: Measure) -> Draft | NonClaim | None:
    """As in "15 metres from his home", "within 30 km of X", "11 miles off Libya", "5 miles outside the zone"."""
    tokens, length = here.tokens, here.length
    at = _preposition(here)
    if at is None or (travelled(tokens, length) and not (_ends_up(here) or is_under_way(tokens, length) or _is_over_line(here, at))):
        return None
    preposition, at = tokens.lower[at], at + 1
    if tokens.lower[at + (tokens.lower[at] == "the")] in _SPACE:
        return NonClaim(start=length.start, end=at, reason="altitude")
    zone = _zone_anchor(tokens, at)
    if zone is not None:
        return Draft(start=length.start, end=zone.end, relation=relation_of(length), anchors=(zone.mention,), length=length)
    anchor = anchor_at(tokens, at)
    return None if anchor is None else _from_anchor(here, preposition, anchor)


def _ends_up(here: Measure) -> bool:
    """Whether a verb of moving tells where something ends up and not how far it went.

    As in "came within 5 km of", "move at least 8 km from", "fell 700 m inside Turkish territory", "fell five miles from X",
    for nobody falls miles from a height.
    """
    lower, length = here.tokens.lower, here.length
    verb, qualifier = lower[length.start - 1], length.qualifier
    if qualifier is Qualifier.WITHIN or lower[length.start] == "within" or here.of_distance:
        return True
    if verb in ("move", "moved", "moving"):
        return qualifier in (Qualifier.AT_LEAST, Qualifier.MORE_THAN)
    return verb in ("fell", "fallen", "dropped") and (
        length.unit.is_far or lower[here.after] in ("inside", "outside", "beyond", "short", "off")
    )


def _is_over_line(here: Measure, at: int) -> bool:
    """Whether a way ends beyond a line or inside a state's territory, which is then so far off: "flew 60 km beyond the border"."""
    return here.tokens.lower[at] in ("beyond", "past", "inside", "into", "within") and here.length.unit.is_far and _is_held(here, at + 1)


def _is_held(here: Measure, index: int) -> bool:
    """Whether a border, a country or its territory stands at a token."""
    anchor = anchor_at(here.tokens, index)
    return anchor is not None and (is_boundary(here.tokens, anchor) or is_territory(here.tokens, anchor) or is_country(anchor))


def _from_anchor(here: Measure, preposition: str, anchor: Anchor) -> Draft | NonClaim | None:
    """The claim of a length with a preposition and an anchor."""
    tokens, length = here.tokens, here.length
    nothing = _nothing(here, anchor)
    if nothing is not None:
        return nothing
    if preposition == "from" and _journey(here, anchor):
        return NonClaim(start=length.start, end=anchor.end, reason="travelled")
    seen = preposition == "from" and not anchor.named and tokens.lower[length.start - 1] == "from" and perceived_from(tokens, length)
    loose = preposition in _LOOSE and not anchor.identifiable
    loose = loose or (preposition == "into" and not (anchor.named or anchor.pronoun or anchor.mention.feature))
    if seen or loose:
        return None
    draft = here.draft(anchor, anchor.end)
    second = _second(here, anchor)
    return draft if second is None else replace(draft, anchors=(*draft.anchors, second.mention), end=second.end)


def _journey(here: Measure, anchor: Anchor) -> bool:
    """Whether "to B" follows "from A": a journey or an extent, unless the verb only states the distance."""
    tokens = here.tokens
    lower = tokens.lower
    if lower[anchor.end] != "to" or lower[anchor.end + 1] in ("within", "be") or bearing_at(tokens, anchor.end) is not None:
        return False
    other = anchor_at(tokens, anchor.end + 1)
    if other is None:
        return False
    stated = lower[here.length.start - 1] in ("is", "'s", "’s", "was")
    return not (stated and anchor.named and other.named)


def _preposition(here: Measure) -> int | None:
    """The token of the preposition that the anchor follows, or None where there is none that places."""
    tokens = here.tokens
    lower = tokens.lower
    at = here.after
    before = here.length.start - 1 - (lower[here.length.start - 1] == "or")
    if lower[at] == "," == lower[before] and lower[at + 1] == "from":
        return at + 1  # a stone's throw, perhaps 200 yards, from
    size = next((size for size in (5, 4, 3, 2) if tuple(lower[at : at + size]) in _COMPOUND), 0)
    if size:
        return at + size - 1
    if lower[at] in _ALONE_BEFORE_NAME:
        at += 1
    if lower[at] == "of":
        return at if _of_places(here, at) else None
    if is_above(tokens, here.length):
        return None
    if lower[at] == "into" and lower[here.length.start - 1].startswith("reach"):
        return None
    return at if lower[at] in _FROM or (lower[at] == "within" and _is_held(here, at + 1)) else None


def _second(here: Measure, first: Anchor) -> Anchor | None:
    """The B of "from A and B", where both are surely references: B is a road."""
    tokens = here.tokens
    if tokens.lower[first.end] != "and" or tokens.lower[first.end + 1] not in ("highway", "route", "interstate", "hwy"):
        return None
    second = anchor_at(tokens, first.end + 1)
    return second if second is not None and second.named and tokens.lower[second.end] in (".", "", ",", ";") else None


def _zone_anchor(tokens: Tokens, at: int) -> Anchor | None:
    """A zone's phrase as an anchor: "outside Britain's declared 200-mile exclusion zone"."""
    lower = tokens.lower
    telling = False
    for ahead in range(at, at + _ZONE_AHEAD):
        word = lower[ahead]
        if telling and word in _ZONE_NOUNS:
            start = at + 1 if lower[at] in lex.DETERMINERS else at
            return Anchor(start=start, end=ahead + 1, mention=mention_of_zone(tokens, start, ahead), definite=True)
        if word in _ZONE_ENDS or not word:
            return None
        telling = telling or word in lex.ZONE_TELLING or word.isdecimal()
    return None


def _of_places(here: Measure, at: int) -> bool:
    """Whether "of" after a length means "from": after "within", "away", and at sea ("740 NM of Mogadishu")."""
    tokens, length = here.tokens, here.length
    lower = tokens.lower
    if (
        at > length.end
        or length.qualifier in (Qualifier.WITHIN, Qualifier.LESS_THAN)
        or lower[length.start - 1] in ("within", "to", "inside")
    ):
        return True
    if length.qualifier is Qualifier.RANGE and any(lower[back] == "within" for back in range(max(0, length.core - 3), length.core)):
        return True
    if lower[at + 1] == "where" or coordinates_at(tokens, at + 1) is not None:
        return True
    return length.unit.traits.at_sea and starts_name(tokens, at + 1)


def _along(here: Measure) -> Draft | None:
    """As in "150 km along the highway from Gilgit", "5 mi up Deer Creek from the bridge", "10 mi on Hwy 50 east of X"."""
    tokens, length = here.tokens, here.length
    lower = tokens.lower
    at = length.end
    if lower[at] not in ("along", "up", "down", "on", "onto", "via") or travelled(tokens, length):
        return None
    line = anchor_at(tokens, at + 1)
    if line is None or line.end > at + 8:
        return None
    found = bearing_at(tokens, line.end)
    point, stop = (found[0], found[1]) if found is not None else (None, line.end)
    if lower[stop] not in ("from", "of"):
        return None
    anchor = anchor_at(tokens, stop + 1)
    return None if anchor is None else here.draft(anchor, anchor.end, point)


def _with_distance_of(here: Measure, draft: Draft) -> Draft:
    """A draft whose span takes in "at a distance of" before the length."""
    lower, start = here.tokens.lower, draft.start
    if start != here.length.start or lower[start - 1] != "of" or lower[start - 2] not in ("distance", "matter"):
        return draft
    start -= 2
    if lower[start - 1] in ("a", "the"):
        start -= 1
    if lower[start - 1] in ("at", "from", "to", "within"):
        start -= 1
    return replace(draft, start=start)
