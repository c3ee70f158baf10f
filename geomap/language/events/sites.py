"""Where words say that something happened, and words that only tell where a place lies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from geomap.language import words as lex
from geomap.language.events.names import fold_name
from geomap.language.events.triggers import triggers
from geomap.language.phrases.chunks import (
    PERSONAL,
    PREPOSITIONS,
    head_of,
    index_at,
    is_auxiliary,
    is_verb,
    phrase_ending_at,
    phrase_starting_at,
)
from geomap.language.text.tokens import Tokens
from geomap.language.words import incidents
from geomap.language.words.tables import word_set
from geomap.model import Claim, MentionKind, Span
from geomap.relations import Relation

_HOLDING = frozenset({Relation.INSIDE, Relation.AT, Relation.NEAR, Relation.BETWEEN, Relation.ALONG})
"""Relations without a length, which put a thing where their anchor is."""
_REGIONS = frozenset(
    "region province state governorate district county area department prefecture oblast country territory waters airspace".split()
)
"""Anchors so wide that their capital is another place."""
_EXPANSES = word_set("waters airspace ocean sea gulf bay strait desert jungle")
"""Regions too wide to be what lies somewhere."""
_NO_SPOTS = _REGIONS | _EXPANSES | lex.CALENDAR
"""Words of a phrase beside a claim that the claim is not of."""
_TELLING = incidents.LYING - {"that", "itself"}
_ELSEWHERE = frozenset({";", "when", "after", "before", "and"})
"""Words behind which something else is told."""
_NAMING_BACK = 8
_VERB_AHEAD = 4
_OBJECT_BACK = 10
"""So far before its object stands a verb."""
_CENTRES = frozenset({"centre", "center", "epicentre", "epicenter", "hypocentre", "hypocenter"})
_STAND = frozenset({"stand", "stands", "stood", "lie", "lies", "lay", "sit", "sits", "sat"})
_RELATIVE = frozenset({"which", "that"})
_PLACING = frozenset({"in", "at", "near", "on", "inside", "outside", "off", "around", "over", "above", "between"})
_WAS = frozenset({"was", "were", "is", "are"})
_LIES = frozenset({"lies", "lie"})
_CLAUSE_ENDS = frozenset({",", ";", ":"})
WRECK = "wreck"
"""What is added where it is the place of what came down or sank."""
ANY_SITE = "*"
"""What stands for the place of the incident, whatever it is called: "the site", "the scene"."""


def sites_of(claims: Sequence[Claim], struck: frozenset[str]) -> frozenset[str]:
    """Folded names and sorts of the places that claims put a thing at, and the sorts of what is struck."""
    return frozenset(_anchor_sites(claims)) | _sorts(struck)


def _anchor_sites(claims: Sequence[Claim]) -> Iterator[str]:
    for claim in claims:
        if claim.relation not in _HOLDING or claim.literal_distance is not None:
            continue
        for anchor in claim.anchors:
            words = anchor.span.text.lower().split()
            if anchor.kind is MentionKind.NAME and _REGIONS.isdisjoint(words):
                yield from _folded(anchor.name)
            yield from _sorts(words)


def brought_in(tokens: Tokens) -> frozenset[str]:
    """What the places that a sentence brings in are called from then on: "the dam", after "a dam"."""
    return tokens.once(_brought_in)


def _brought_in(tokens: Tokens) -> frozenset[str]:
    phrases = ((at, phrase_starting_at(tokens, at, tokens.count)) for at in range(tokens.count) if tokens.lower[at] in ("a", "an"))
    nouns = (tokens.lower[head_of(tokens, *phrase)] for phrase in phrases if phrase[1] > phrase[0] + 1)
    return frozenset(_spoken_of(noun) for noun in nouns if noun in lex.FEATURES and noun not in _REGIONS)


def _spoken_of(noun: str) -> str:
    return f"the {noun}"


def described(tokens: Tokens, thing: Span | None, claims: Sequence[Claim], others: Sequence[Claim]) -> frozenset[str]:
    """Folded names and sort of the place whose position is all that a claim tells: "Arvo, a village 5 km from Mola", "the base lies …".

    Empty where the claim tells where something was or happened. `others` are all claims of the sentence: "in Norland's waters, 5 km off
    Arvo" goes on about what is in those waters.
    """
    if thing is None or not claims:
        return frozenset()
    at = index_at(tokens, claims[0].span.start)
    start, end = _phrase_of(tokens, thing, at)
    if at == end and _is_unheard_of(tokens, start, end):
        return frozenset({tokens.lower[end - 1]})  # "left a port 5 km from …", where nothing happened
    if _is_told_otherwise(tokens, start, end, at) or not (
        _leads_on(tokens, end, at) if at >= end else _leads_back(tokens, claims[-1], start)
    ):
        return frozenset()
    held = any(_holds(claim, thing) for claim in others if claim not in claims) or _is_hit(tokens, claims[-1])
    if held or _is_site(tokens, start, end):
        return frozenset({ANY_SITE} if incidents.WRECKS.isdisjoint(tokens.lower[start:end]) else {ANY_SITE, WRECK})
    return _names_and_sort(tokens, start, end)


def _phrase_of(tokens: Tokens, thing: Span, at: int) -> tuple[int, int]:
    """The phrase of the place that a claim at a token is of, between two tokens."""
    start, end = index_at(tokens, thing.start), index_at(tokens, thing.end - 1) + 1
    stands = _what_stands_in(tokens, start)
    start, end = stands if stands is not None and _names_and_sort(tokens, *stands) else _nearest(tokens, at, start, end)
    return start, end - (tokens.lower[end - 1] == "itself")


def _is_told_otherwise(tokens: Tokens, start: int, end: int, at: int) -> bool:
    """Whether a phrase is none that words tell the position of: a pronoun, a wide region, what something befell or was done to."""
    if tokens.lower[end - 1] in _EXPANSES or tokens.lower[start] in PERSONAL:
        return True
    return _befell_in(tokens, start, end, at) or _is_object(tokens, start)


def _what_stands_in(tokens: Tokens, start: int) -> tuple[int, int] | None:
    """The subject of a verb of standing before a phrase: "the posts, known as …, stand on a ridge in the Arvo district, 5 km from …"."""
    verb = next((step for step in range(start - 1, 0, -1) if tokens.lower[step] in _STAND), None)
    if verb is None or tokens.lower[verb + 1] not in PREPOSITIONS or any(tokens.lower[step] in _ELSEWHERE for step in range(verb, start)):
        return None
    stop = verb
    if tokens.words[stop - 1] == ",":
        stop = next((step for step in range(stop - 2, 0, -1) if tokens.words[step] == ","), stop)
    begin = phrase_ending_at(tokens, stop, 0)
    return (begin, stop) if begin < stop else None


def _nearest(tokens: Tokens, at: int, start: int, end: int) -> tuple[int, int]:
    """The phrase that an apposition or a relative clause is of: the last before it, if that is a place's, else the one given.

    "Aircraft at the Arvo air base, 5 km from …", "the commander of the base, which lies 5 km from …".
    """
    stop = at
    if tokens.lower[stop - 1] in incidents.LYING and tokens.lower[stop - 2] in _RELATIVE:
        stop -= 2
    stop -= tokens.words[stop - 1] == ","
    begin = max((step + 1 for step in range(start, stop) if tokens.lower[step] in PREPOSITIONS), default=stop)
    if stop <= start or tokens.words[stop] != "," or begin == stop or phrase_ending_at(tokens, stop, begin) != begin:
        return start, end
    is_thing = tokens.lower[head_of(tokens, start, end)] in incidents.CLASSES and tokens.lower[end] in _WAS
    if is_thing or not _NO_SPOTS.isdisjoint(tokens.lower[begin:stop]):
        return start, end
    return (begin, stop) if _names_and_sort(tokens, begin, stop) else (start, end)


def _befell_in(tokens: Tokens, start: int, end: int, at: int) -> bool:
    """Whether something happened in what an apposition is of: "a bomb killed two in Arvo, 5 km from …"."""
    if (
        tokens.words[end] != ","
        or tokens.lower[start - 1] not in _PLACING
        or any(tokens.lower[step] in _TELLING for step in range(end, at))
    ):
        return False
    if tokens.lower[start - 2] in _CENTRES or tokens.lower[start - 2] == "one":
        return True  # "it had its centre in Arvo, 5 km from …", "one in Arvo, 5 km from …, brought down a wall"
    low = max((step + 1 for step in range(start) if tokens.words[step] in (";", ":")), default=0)
    return bool(triggers(tokens, low, start)) or tokens.lower[low] in PERSONAL


def _is_unheard_of(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a phrase is that of a place that was not told of before, in a sentence that tells of no incident before it."""
    noun = tokens.lower[end - 1]
    return tokens.lower[start] in ("a", "an") and noun in lex.FEATURES - incidents.SITES and not triggers(tokens, 0, end)


def _is_hit(tokens: Tokens, claim: Claim) -> bool:
    """Whether what lies there is what something happened to: "the post, 20 km from Arvo, was bombed"."""
    end = index_at(tokens, claim.span.end - 1) + 1
    after = end + (tokens.words[end] == ",")
    return is_auxiliary(tokens, after) and bool(triggers(tokens, after + 1, min(tokens.count, after + _VERB_AHEAD)))


def _is_object(tokens: Tokens, start: int) -> bool:
    """Whether something was done to what lies there: "jets flattened a plant, 5 km from Arvo"."""
    before = range(max(0, start - _OBJECT_BACK), start)
    low = max((at + 1 for at in before if tokens.lower[at] in _CLAUSE_ENDS), default=before.start)
    done = [trigger for trigger in triggers(tokens, low, start) if trigger.noun is None and not trigger.passive]
    return any(trigger.kind in incidents.AIMED for trigger in done) and PREPOSITIONS.isdisjoint(tokens.lower[done[-1].at + 1 : start])


def _is_site(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a phrase is that of the incident's place, whatever it is called: "the site"; or of what "named the place as Arvo" names."""
    if not incidents.SITES.isdisjoint(tokens.lower[start:end]):
        return True
    if tokens.lower[end - 1] in _CENTRES and tokens.lower[start] in ("its", "their"):
        return True
    if tokens.lower[start - 1] in ("at", "in", "near") and tokens.lower[0] in PERSONAL:
        return True  # "It lies in a swamp at Arvo, 5 km from …"
    before = tokens.lower[max(0, start - _NAMING_BACK) : start]
    return not incidents.NAMING.isdisjoint(before) and not (incidents.SITES | incidents.SITE_SORTS.keys()).isdisjoint(before)


def _names_and_sort(tokens: Tokens, start: int, end: int) -> frozenset[str]:
    """What a phrase for a place calls it; nothing where it is no place's."""
    head = head_of(tokens, start, end)
    noun, named = tokens.lower[head], tokens.upper(head)
    is_place = noun in lex.FEATURES or (named and tokens.lower[start] not in incidents.POINTING) or (named and start == head)
    if noun in incidents.CLASSES or not is_place:
        return frozenset()
    names = {
        fold_name(tokens.words[step]) for step in range(start, end) if tokens.upper(step) and tokens.lower[step] not in lex.DETERMINERS
    }
    back = {_spoken_of(noun)} if tokens.lower[start] == "the" else set()
    return frozenset(names) | _sorts(tokens.lower[start:end]) | {noun} | back


def _holds(claim: Claim, thing: Span) -> bool:
    """Whether a thing is the region that another claim puts something in."""
    inside = claim.relation is Relation.INSIDE and claim.literal_distance is None and claim.span.overlaps(thing)
    return inside and not _REGIONS.isdisjoint(thing.text.lower().split())


def _leads_on(tokens: Tokens, low: int, high: int) -> bool:
    """Whether an apposition or a verb of lying leads from a place to where it lies, and nothing that was done."""
    if tokens.lower[high - 1] in _LIES:
        return True  # "Arvo, where the wounded were taken, lies 5 km from …"
    between = range(low, high)
    if not any(tokens.lower[at] == "," or tokens.lower[at] in incidents.LYING for at in between):
        return False
    return not any(_acts(tokens, at) or tokens.lower[at] in _ELSEWHERE for at in between)


def _leads_back(tokens: Tokens, claim: Claim, start: int) -> bool:
    """Whether a place follows the words for where it lies: "5 km from Mola lies the village of Arvo"."""
    end = index_at(tokens, claim.span.end - 1) + 1
    return any(tokens.lower[at] in incidents.STANDING for at in range(end, start)) and _leads_on(tokens, end, start)


def _acts(tokens: Tokens, at: int) -> bool:
    word = tokens.lower[at]
    if word in incidents.LYING or is_auxiliary(tokens, at):
        return False
    return is_verb(tokens, at) or word in incidents.KINDS or word in incidents.HITS


def _folded(name: str) -> Iterator[str]:
    return (fold_name(word) for word in name.replace("-", " ").split() if word[:1].isupper())


def _sorts(words: Sequence[str] | frozenset[str]) -> frozenset[str]:
    return frozenset(incidents.SITE_SORTS[word] for word in words if word in incidents.SITE_SORTS)
