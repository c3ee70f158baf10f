"""Where a length places something: from, off, outside, away, in a direction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from geomap.language import lexicon as lex
from geomap.language.anchors import Anchor, anchor_at, name_end, starts_name
from geomap.language.antecedents import names_before, nearest_place, resolve
from geomap.language.bearings import parse_bearing
from geomap.language.drafts import Draft, Passage
from geomap.language.nonclaims import perceived_from, travelled
from geomap.language.quantities import Length
from geomap.language.tokens import Tokens
from geomap.language.zones import head_after, mention_of_zone
from geomap.model import Mention, MentionKind, Qualifier
from geomap.relations import Relation
from geomap.units import Unit

_FROM = frozenset("from off outside beyond past inside behind before".split())
_OF_AFTER = frozenset(
    "short ahead upstream downstream upriver downriver out inland offshore clear seaward landward astern inside outside abeam upwind downwind west".split()
)
_MANNER = {
    ("by", "road"), ("by", "air"), ("by", "sea"), ("by", "car"), ("by", "rail"), ("by", "train"), ("by", "land"), ("by", "boat"), ("by", "foot"), ("on", "foot"),
    ("as", "the", "crow", "flies"), ("in", "a", "straight", "line"), ("out", "to", "sea"), ("out", "at", "sea"), ("to", "sea"), ("at", "sea"), ("up", "the", "road"),
    ("down", "the", "road"), ("up", "the", "coast"), ("down", "the", "coast"), ("up", "the", "river"), ("down", "the", "river"), ("up", "the", "valley"),
    ("down", "the", "valley"), ("up", "the", "highway"), ("down", "the", "highway"), ("along", "the", "coast"), ("along", "the", "road"), ("along", "the", "river"),
    ("along", "the", "highway"), ("away",), ("distant",), ("further",), ("farther",), ("inland",), ("offshore",), ("out",), ("over",), ("due",), ("drive",), ("walk",),
    ("ride",), ("march",), ("hike",), ("journey",), ("directly",), ("straight",), ("almost",), ("just",), ("roughly",), ("approximately",), ("back",), ("across",), ("up",), ("down",),
    ("upstream",), ("downstream",), ("roughly",), ("distance",), ("deep",), ("or", "so"), ("off", "shore"), ("in", "from"), ("upriver",), ("downriver",), ("upwind",), ("downwind",),
    ("radius",),
}  # fmt: skip
_MANNER_FIRST = frozenset(words[0] for words in _MANNER)
_LONE = frozenset("away offshore inland upstream downstream distant".split())
_SPACE = frozenset("earth sun moon mars venus jupiter saturn pluto neptune".split())
_MODAL_RULE = frozenset(
    "prohibited banned illegal forbidden must required law rule rules requirement requires ordinance prohibits bans unlawful allowed".split()
)


@dataclass(frozen=True, slots=True)
class _Manner:
    """What stood between a length and its relation."""

    end: int
    away: bool
    lone: bool
    """Whether a word was among it that can stand without an anchor: "offshore", "away"."""


def place(passage: Passage, length: Length, later: Mapping[int, Draft]) -> Draft | None:
    """The claim that a length makes, or None.

    `later` holds the claims of lengths farther right, by their first token, for compounds: "12.2 mi S 14.3 mi W Kelso".
    """
    tokens = passage.tokens
    manner = _past_manner(tokens, length.end)
    if manner.lone and not manner.away and travelled(tokens, length):
        return None
    draft = (
        _compound(passage, length, later)
        or _bearing_of(passage, length, manner)
        or _along(passage, length)
        or _from(passage, length, manner)
        or _bare_bearing(passage, length, manner)
        or _to(passage, length)
        or _before_colon(passage, length)
        or _between_distance(passage, length)
        or _separate(passage, length)
        or _lone(passage, length, manner)
        or _at_distance(passage, length)
    )
    if draft is None:
        return None
    return _with_distance_of(tokens, draft)


def _past_manner(tokens: Tokens, index: int) -> _Manner:
    """Past words that say how a distance runs: "by road", "away", "out to sea"."""
    lower = tokens.lower
    away = lone = False
    if lower[index] == "," and lower[index + 1] in ("as", "by") and lower[index + 2] in ("the", "road", "air"):
        index += 1
    for _ in range(4):
        if lower[index] not in _MANNER_FIRST:
            break
        for size in (4, 3, 2, 1):
            if tuple(lower[index : index + size]) in _MANNER:
                away = away or lower[index] in ("away", "distant", "out")
                lone = lone or lower[index] in _LONE or (size > 1 and lower[index] in ("off", "out", "up", "down", "at", "to"))
                index += size
                break
        else:
            break
    return _Manner(index, away, lone)


def _to_the(tokens: Tokens, index: int) -> tuple[int, bool]:
    """Past "to the" before a bearing."""
    lower = tokens.lower
    if lower[index] in ("to", "in", "towards", "toward") and lower[index + 1] in ("the", "its", "our", "their"):
        return index + 2, True
    if lower[index] == "," and lower[index + 1] == "to" and lower[index + 2] == "the":
        return index + 3, True
    if lower[index] in ("to", "due", "directly", "almost"):
        return index + 1, lower[index] == "to"
    return index, False


def _bearing(tokens: Tokens, index: int) -> tuple[str, int, bool] | None:
    """A bearing with the words round it: the point, the token after it, and whether "to the" stood before."""
    at, to_the = _to_the(tokens, index)
    found = parse_bearing(tokens, at)
    if found is None:
        return None
    point, end = found
    if tokens.lower[end] in ("direction", "side"):
        end += 1
    return point, end, to_the


def _generic(tokens: Tokens, length: Length, anchor: Anchor) -> bool:
    """Whether a claim would be about no particular place: "within 4 meters of building entrances", "from each other", "from Earth"."""
    if anchor.mention.name.lower() in _SPACE:
        return True
    if tokens.lower[anchor.start - 1] in ("any", "every", "each", "no") and not anchor.named:
        return True
    if not anchor.generic:
        return False
    return anchor.mention.kind is MentionKind.COMMON and (
        tokens.lower[anchor.start] in ("each", "one")
        or length.qualifier in (Qualifier.WITHIN, Qualifier.AT_LEAST, Qualifier.EXACT, Qualifier.LESS_THAN)
    )


def _draft(passage: Passage, length: Length, anchor: Anchor | None, end: int, bearing: str | None = None) -> Draft:
    mentions = () if anchor is None else (resolve(passage, anchor, anchor.start),)
    return Draft(start=length.start, end=end, relation=relation_of(length), anchors=mentions, length=length, bearing=bearing)


def relation_of(length: Length) -> Relation:
    """What a length's qualifier makes of a distance."""
    if not length.figures or len(length.figures) == 2:
        return Relation.WITHIN if length.qualifier in (Qualifier.WITHIN, Qualifier.LESS_THAN) and not length.figures else Relation.RANGE
    if length.qualifier in (Qualifier.WITHIN, Qualifier.LESS_THAN, Qualifier.UP_TO):
        return Relation.WITHIN
    return Relation.BEYOND if length.qualifier in (Qualifier.MORE_THAN, Qualifier.AT_LEAST) else Relation.AT


def _compound(passage: Passage, length: Length, later: Mapping[int, Draft]) -> Draft | None:
    """ "12.2 mi S 14.3 mi W Kelso": the first part takes the anchor of the second."""
    tokens = passage.tokens
    found = _bearing(tokens, length.end)
    if found is None:
        return None
    point, end, _ = found
    at = end
    while tokens.lower[at] in ("and", ",", "&", "then"):
        at += 1
    following = later.get(at)
    if following is None or following.bearing is None or (following.start < at):
        return None
    anchors = following.anchors
    return Draft(start=length.start, end=end, relation=relation_of(length), anchors=anchors, length=length, bearing=point)


def _bearing_of(passage: Passage, length: Length, manner: _Manner) -> Draft | None:
    """ "60 miles southwest of Raleigh", "1 mi N Power House", "20 km SSE from the fork"."""
    tokens = passage.tokens
    lower = tokens.lower
    found = _bearing(tokens, manner.end)
    if found is None:
        return None
    point, end, _ = found
    at = end
    while lower[at] in ("offshore", "inland", "away", "down", "up", "and") and lower[at + 1] in (
        "of",
        "from",
        "offshore",
        "inland",
        "slightly",
    ):
        at += 1
    if lower[at] in ("of", "from", "off", "outside", "from", "o", "ob"):
        anchor = anchor_at(tokens, at + 1, numbers=True)
        if anchor is None and starts_name(tokens, at + 1):
            anchor = anchor_at(tokens, at + 1)
        if anchor is not None:
            if _generic(tokens, length, anchor):
                return None
            return _draft(passage, length, anchor, anchor.end, point)
        left = _name_left(tokens, length)
        if left is not None:
            return _left_draft(passage, length, left, at + 1, point)
        return None
    if (
        starts_name(tokens, at)
        or (tokens.words[at][:1].isdecimal() and starts_name(tokens, at + 1))
        or lower[at] in ("jct", "junction", "jct.", "mouth", "summit")
    ) and not _left_locality(tokens, length):
        anchor = anchor_at(tokens, at, numbers=True)
        if anchor is not None and lower[at] not in lex.WEEKDAYS_MONTHS:
            return _draft(passage, length, anchor, anchor.end, point)
    return None


def _from(passage: Passage, length: Length, manner: _Manner) -> Draft | None:
    """ "15 metres from his home", "within 30 km of X", "11 miles off Libya", "5 miles outside the zone"."""
    tokens = passage.tokens
    lower = tokens.lower
    at = manner.end
    word = lower[at]
    if word in (
        "off",
        "out",
        "short",
        "ahead",
        "upstream",
        "downstream",
        "outside",
        "inside",
        "clear",
        "from",
        "away",
        "inland",
        "offshore",
    ) and lower[at + 1] in ("of", "from"):
        at += 1
    elif word in ("upstream", "downstream", "inland", "offshore", "seaward", "landward"):
        at += 1
    if lower[at] in ("the", "a") and lower[at + 1] in ("way", "journey"):
        return None
    preposition = lower[at]
    if preposition in ("above", "below") and tokens.capital(at + 1):
        pass
    elif preposition == "of":
        if not _of_places(tokens, length, manner, at):
            return None
    elif preposition == "in" and lower[at + 1] == "from":
        at += 1
    elif preposition in ("inside", "into") and manner.end == length.end and travelled(tokens, length) and preposition == "into":
        return None
    elif preposition not in _FROM:
        return None
    if travelled(tokens, length) and length.qualifier is not Qualifier.WITHIN and not _at_a_distance(tokens, length):
        return None
    at += 1
    lone = (
        preposition == "off"
        and lower[at] in ("shore", "the")
        and lower[at + (lower[at] == "the")] in ("shore", "coast")
        and lower[at + 1 + (lower[at] == "the")] != "of"
    )
    zone = _zone_anchor(tokens, at)
    anchor = anchor_at(tokens, at)
    if zone is not None:
        return Draft(start=length.start, end=zone.end, relation=relation_of(length), anchors=(zone.mention,), length=length)
    if anchor is None:
        return None
    if _generic(tokens, length, anchor):
        return None
    if perceived_from(tokens, length) and not anchor.named and length.start > 0 and lower[length.start - 1] == "from":
        return None
    draft = _draft(passage, length, anchor, anchor.end)
    if lone and not draft.anchors:
        return replace(draft, anchors=())
    second = _second(passage, anchor)
    return replace(draft, anchors=(*draft.anchors, second.mention), end=second.end) if second is not None else draft


def _second(passage: Passage, first: Anchor) -> Anchor | None:
    """The B of "from A and B", where both are surely references: B is a road or another feature."""
    tokens = passage.tokens
    if tokens.lower[first.end] != "and" or not starts_name(tokens, first.end + 1):
        return None
    second = anchor_at(tokens, first.end + 1)
    if second is None or not second.named:
        return None
    first_word = tokens.lower[second.start]
    return (
        second
        if first_word in ("highway", "route", "interstate", "road", "hwy") and tokens.lower[second.end] in (".", "", ",", ";")
        else None
    )


def _zone_anchor(tokens: Tokens, at: int) -> Anchor | None:
    """A zone's phrase as an anchor: "outside Britain's declared 200-mile exclusion zone"."""
    lower = tokens.lower
    for ahead in range(at, at + 9):
        word = lower[ahead]
        if word in ("zone", "perimeter", "cordon") and any(
            lower[back] in lex.ZONE_TELLING or lower[back].isdecimal() for back in range(at, ahead)
        ):
            start = at + 1 if lower[at] in lex.DETERMINERS else at
            mention = mention_of_zone(tokens, start, ahead)
            return Anchor(start=start, end=ahead + 1, mention=mention, definite=True)
        if word in (",", ".", ";", "", "of", "from", "around", "in", "and", "to"):
            return None
    return None


def _of_places(tokens: Tokens, length: Length, manner: _Manner, at: int) -> bool:
    """Whether "of" after a length means "from": after "within", "away", and at sea ("740 NM of Mogadishu")."""
    if manner.end > length.end or at > manner.end or length.qualifier in (Qualifier.WITHIN, Qualifier.LESS_THAN):
        return True
    if tokens.lower[length.start - 1] in ("within", "to", "inside"):
        return True
    if length.qualifier is Qualifier.RANGE and any(tokens.lower[back] == "within" for back in range(max(0, length.core - 3), length.core)):
        return True
    return length.unit is Unit.NAUTICAL_MILE and starts_name(tokens, at + 1)


def _along(passage: Passage, length: Length) -> Draft | None:
    """ "150 km along the highway from Gilgit", "5 miles up the coast from X", "2 km on the road from A to B"."""
    tokens = passage.tokens
    lower = tokens.lower
    at = length.end
    if lower[at] not in ("along", "up", "down", "on", "onto"):
        return None
    line = anchor_at(tokens, at + 1)
    if line is None or lower[line.end] not in ("from", "of") or line.end > at + 8:
        return None
    anchor = anchor_at(tokens, line.end + 1)
    if anchor is None or travelled(tokens, length):
        return None
    return _draft(passage, length, anchor, anchor.end)


def _name_left(tokens: Tokens, length: Length) -> Anchor | None:
    """The name that ends right before a length, also across "(": "Acton 3.5 mi N", "X (20 km north of)"."""
    end = length.start
    if tokens.words[end - 1] in ("(", ",", "-", "–", ":"):
        end -= 1
    if end <= 0:
        return None
    start = end
    while (
        start > max(0, end - 9) and tokens.words[start - 1] not in (",", ";", ":", "(", ")", ".") and not tokens.words[start - 1].isspace()
    ):
        if not (
            tokens.capital(start - 1)
            or tokens.lower[start - 1] in lex.FEATURES
            or tokens.lower[start - 1] in lex.NAME_LINKS
            or tokens.hyphen(start - 1)
            or tokens.lower[start - 1] in ("of", "#", "'s")
            or tokens.words[start - 1].isdecimal()
        ):
            break
        start -= 1
    while start < end and not starts_name(tokens, start):
        start += 1
    if start >= end:
        return None
    anchor = anchor_at(tokens, start)
    if anchor is None or anchor.end != end:
        stop = name_end(tokens, start)
        mention = Mention(span=tokens.span(start, end), name=tokens.text(start, end), kind=MentionKind.NAME)
        return Anchor(start=start, end=max(end, min(stop, end)), mention=mention)
    return anchor


def _left_locality(tokens: Tokens, length: Length) -> bool:
    """Whether a name at the start of a verbless line stands right before a length."""
    left = _name_left(tokens, length)
    return left is not None and left.start == 0 and tokens.words[length.start - 1] not in ("(", ",", "-", ":") and tokens.count <= 16


def _left_draft(passage: Passage, length: Length, left: Anchor, end: int, bearing: str) -> Draft:
    adjacent = left.end == length.start
    return Draft(
        start=left.start if adjacent else length.start,
        end=end,
        relation=relation_of(length),
        anchors=(left.mention,),
        length=length,
        bearing=bearing,
    )


def _bare_bearing(passage: Passage, length: Length, manner: _Manner) -> Draft | None:
    """ "Acton 3.5 mi N", "120 miles to the northwest", "70km west"; the anchor stands before."""
    tokens = passage.tokens
    lower = tokens.lower
    found = _bearing(tokens, manner.end)
    if found is None:
        return None
    point, end, to_the = found
    if lower[end] in ("of", "from", "to") and not (lower[end] == "to" and to_the):
        return None
    if travelled(tokens, length) and not to_the:
        return None
    if lower[end].isalpha() and lower[end] not in lex.STOPS and tokens.words[end].islower() and not to_the:
        return None
    previous = _shared_left(passage, length)
    if previous is not None:
        return Draft(start=length.start, end=end, relation=relation_of(length), anchors=previous, length=length, bearing=point)
    left = _name_left(tokens, length)
    if left is not None and tokens.words[length.start - 1] not in (",", "(") and (left.start == 0 or not to_the):
        return _left_draft(passage, length, left, end, point)
    if left is not None and tokens.words[length.start - 1] in (",",) and tokens.count <= end + 3 and left.start == 0 and not to_the:
        return _left_draft(passage, length, left, end, point)
    anchor = _reference(passage, length)
    return Draft(
        start=length.start,
        end=end,
        relation=relation_of(length),
        anchors=() if anchor is None else (anchor.mention,),
        length=length,
        bearing=point,
    )


def _shared_left(passage: Passage, length: Length) -> tuple[Mention, ...] | None:
    """The anchor of the length before, in "Acton 3.5 mi N 2.4 mi SW"."""
    tokens = passage.tokens
    at = length.start - 1
    while at > 0 and tokens.lower[at] in ("and", ",", "&"):
        at -= 1
    for back in range(at, max(-1, at - 3), -1):
        found = parse_bearing(tokens, back)
        if found is not None and found[1] == at + 1:
            from geomap.language.quantities import find_lengths  # noqa: PLC0415

            for other in find_lengths(tokens):
                if other.end == back:
                    left = _name_left(tokens, other)
                    return None if left is None else (left.mention,)
    return None


def _reference(passage: Passage, length: Length) -> Anchor | None:
    """What a distance without "from" is taken from: the place named before the one that it places."""
    tokens = passage.tokens
    apposed = tokens.words[length.start - 1] == ","
    if apposed:
        names = iter(names_before(passage, length.start))
        first = next(names, None)
        if first is not None and first[0].end == length.start - 1 and first[2] == 0:
            return nearest_place(passage, first[0].start, besides=first[0])
    common = _common_before(tokens, length.start)
    return common or nearest_place(passage, length.start)


def _common_before(tokens: Tokens, end: int) -> Anchor | None:
    """The nearest definite common noun of a place in the sentence: "not in the capital itself but 70km west"."""
    for at in range(end - 2, max(-1, end - 14), -1):
        if tokens.lower[at] in ("in", "from", "at", "near", "outside", "to") and tokens.lower[at + 1] == "the":
            anchor = anchor_at(tokens, at + 1)
            if anchor is not None and anchor.mention.feature is not None and anchor.end <= end:
                return anchor
    return None


def _lone(passage: Passage, length: Length, manner: _Manner) -> Draft | None:
    """ "two miles away", "four miles off shore", "60 km inland"; the anchor stands before or is not said."""
    tokens = passage.tokens
    lower = tokens.lower
    end = manner.end
    if not manner.lone and not (lower[end] == "off" and lower[end + 1] in (",", ".", "")):
        return None
    if lower[end] == "off":
        end += 1
    if perceived_from(tokens, length) or travelled(tokens, length):
        return None
    if lower[end] == "to" and lower[end + 1] not in ("the",):
        return None
    anchor = _reference(passage, length)
    return Draft(
        start=length.start, end=end, relation=relation_of(length), anchors=() if anchor is None else (anchor.mention,), length=length
    )


def _to(passage: Passage, length: Length) -> Draft | None:
    """ "it is 12 miles to the nearest town"."""
    tokens = passage.tokens
    lower = tokens.lower
    if lower[length.end] != "to" or lower[length.start - 1] not in ("is", "'s", "’s", "was", "only", "lies"):
        return None
    anchor = anchor_at(tokens, length.end + 1)
    if anchor is None or not (anchor.named or anchor.mention.feature):
        return None
    return _draft(passage, length, anchor, anchor.end)


def _before_colon(passage: Passage, length: Length) -> Draft | None:
    """ "distance from Aleppo: 12 km"."""
    tokens = passage.tokens
    if tokens.words[length.start - 1] != ":":
        return None
    for at in range(length.start - 2, max(-1, length.start - 8), -1):
        if tokens.lower[at] == "from" and tokens.lower[at - 1] in ("distance", "dist", "away"):
            anchor = anchor_at(tokens, at + 1)
            if anchor is not None and anchor.end == length.start - 1:
                return replace(_draft(passage, length, anchor, length.end), start=at - 1)
    return None


def _between_distance(passage: Passage, length: Length) -> Draft | None:
    """ "the distance between them and the city to about 40 km", "the distance from A to B is 12 miles"."""
    tokens = passage.tokens
    lower = tokens.lower
    for at in range(length.start - 1, max(-1, length.start - 24), -1):
        if lower[at] in (".", ";"):
            return None
        if lower[at] not in ("distance", "gap", "distances"):
            continue
        if at < length.start - 14 and lower[at + 1] not in ("between", "from", "separating"):
            return None
        anchors = _ends_of_distance(passage, at + 1, length.start)
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


def _separate(passage: Passage, length: Length) -> Draft | None:
    """ "Less than 25 kilometres separate the forces from the lake"."""
    tokens = passage.tokens
    lower = tokens.lower
    if lower[length.end] not in ("separate", "separates", "separated", "separating"):
        return None
    for at in range(length.end + 1, min(tokens.count, length.end + 18)):
        if lower[at] == "from":
            anchor = anchor_at(tokens, at + 1)
            return None if anchor is None else _draft(passage, length, anchor, anchor.end)
        if lower[at] in (".", ";"):
            break
    anchors = [anchor for anchor in (anchor_at(tokens, length.end + 1),) if anchor is not None]
    second = anchor_at(tokens, anchors[0].end + 1) if anchors and lower[anchors[0].end] == "and" else None
    if second is None:
        return None
    return _draft(passage, length, second, second.end)


def _at_a_distance(tokens: Tokens, length: Length) -> bool:
    lower = tokens.lower
    return lower[length.start - 1] == "of" and lower[length.start - 2] == "distance"


def _at_distance(passage: Passage, length: Length) -> Draft | None:
    """ "at a distance of 3 miles", "from a distance of around 1 kilometre": from something that the text leaves open."""
    tokens = passage.tokens
    lower = tokens.lower
    if not _at_a_distance(tokens, length):
        return None
    at = length.start - 3
    if lower[at] in ("a", "the"):
        at -= 1
    if lower[at] not in ("at", "from", "to", "within"):
        return None
    return Draft(start=at, end=length.end, relation=relation_of(length), anchors=(), length=length)


def _with_distance_of(tokens: Tokens, draft: Draft) -> Draft:
    """A draft whose span takes in "at a distance of" before the length."""
    lower = tokens.lower
    start = draft.start
    if draft.length is not None and start == draft.length.start and lower[start - 1] == "of" and lower[start - 2] in ("distance", "matter"):
        start -= 2
        if lower[start - 1] in ("a", "the"):
            start -= 1
        if lower[start - 1] in ("at", "from", "to", "within"):
            start -= 1
        return replace(draft, start=max(0, start))
    return draft


__all__ = ["head_after", "place", "relation_of"]
