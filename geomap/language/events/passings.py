"""Where a report tells of incidents: every clause that does, with its claims, its day and its speaker."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from geomap.language import words as lex
from geomap.language.events.apart import bounds_of, is_contrasted, is_counted, is_listed, is_of_part, is_waypoint
from geomap.language.events.dating import date_of, day_looked_back_to, days_since_then, first_day, lede_day
from geomap.language.events.modality import unreal
from geomap.language.events.names import COUNTRIES, fold_name
from geomap.language.events.order import timed
from geomap.language.events.sites import brought_in, described, sites_of
from geomap.language.events.telling import telling
from geomap.language.events.triggers import triggers
from geomap.language.events.wording import wording_of
from geomap.language.phrases.chunks import LOOK, index_at, is_new_clause
from geomap.language.speech.frames import Frame, find_frames
from geomap.language.text.tokens import Tokens, tokenise
from geomap.language.words import incidents
from geomap.language.words.incidents import PLURAL_EVENTS
from geomap.language.words.tables import word_set
from geomap.model import Claim, Dating, Extraction, Mention, MentionKey, MentionKind, Passing, Report, Span, Telling
from geomap.relations import Relation

Told = TypeVar("Told", Claim, Mention)
_SENTENCES_AFTER = 40
"""Sentences behind the last claim that may still tell the day or the kind of its incident."""
_BRIEF = 6
"""A notice of at most so many sentences is about one thing."""
_WITHOUT_CLAIMS = 8
"""Of a report without claims so many sentences are read, for the day and the names of what it tells of."""
_CLAUSES = 6
"""So many words of a sentence without claims are looked at that tell of incidents."""
_NAMING = frozenset({MentionKind.NAME, MentionKind.COMMON, MentionKind.BORDER, MentionKind.COAST})
"""Anchors that have a name, or stand for one."""
_OTHER_CLAUSE = word_set("; but while although after before")
"""Words that end a clause on either side."""
_ITINERARY_BACK = 2
"""So far before "from A to B" stands the word for a journey."""
_BIDDABLE = frozenset({"movement", "search", "find", "landing", "harm"})
"""Kinds of what may be bidden or denied rather than done."""
_AHEAD_OF_CLAUSE = _OTHER_CLAUSE | word_set(": whereas")
_BEHIND_CLAUSE = _OTHER_CLAUSE | word_set(". , : and which who")


def passings_of(extraction: Extraction, sentences: Sequence[Tokens]) -> Iterator[Passing]:
    """Every clause of a report's sentences that tells of an incident or holds a claim, in reading order.

    It ends some way behind the last claim, for what is told later can hardly be about the same.
    """
    if not extraction.claims:
        sentences = sentences[:_WITHOUT_CLAIMS]
    yield from _headline(extraction.report)
    claims = _Ahead(extraction.claims)
    names = _Ahead(mention for mention in extraction.mentions if mention.kind is MentionKind.NAME)
    further = _SENTENCES_AFTER
    for number, (tokens, paragraph) in enumerate(zip(sentences, _paragraphs(sentences), strict=True)):
        own = claims.until(tokens.sentence.end)
        named = frozenset(mention.key for mention in names.until(tokens.sentence.end))
        yield from _in_sentence(tokens, sentences, _Place(number, paragraph, len(sentences), named), own)
        further -= claims.are_done
        if not further:
            return


class _Ahead(Generic[Told]):
    """What a report tells, in the order of the text, taken sentence by sentence."""

    def __init__(self, told: Iterable[Told]) -> None:
        self._left: deque[Told] = deque(sorted(told, key=lambda each: (each.span.start, each.span.end)))

    @property
    def are_done(self) -> bool:
        return not self._left

    def until(self, end: int) -> list[Told]:
        """What begins before a character and was not yet taken."""
        taken = []
        while self._left and self._left[0].span.start < end:
            taken.append(self._left.popleft())
        return taken


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in a report a sentence stands."""

    sentence: int
    paragraph: int
    sentences: int
    mentions: frozenset[MentionKey]

    @property
    def brief(self) -> bool:
        return self.sentences <= _BRIEF


def _headline(report: Report) -> Iterator[Passing]:
    """What a report's title tells, as a passing before its text."""
    title = " ".join((report.title or "").split())
    if not title:
        return
    line = replace(report, text=title)
    tokens = tokenise(Span(line, 0, len(title)))
    told = telling(tokens, 0, tokens.count)
    told = replace(told, states=COUNTRIES & told.names, new=False, introduces=False, plural_event=False)
    yield Passing(told=told, dating=_in_headline(tokens), sentence=-1, claims=(), report=report, paragraph=-1)


def _in_headline(tokens: Tokens) -> Dating:
    """The day that a headline states: "The raid of 6 March"; its weekdays may be those of what was said."""
    found = first_day(tokens)
    return found if found.basis in ("stated", "month", "year") else days_since_then(tokens)


def _paragraphs(sentences: Sequence[Tokens]) -> Iterator[int]:
    """The number of each sentence's paragraph; a blank line parts two."""
    number, end = 0, 0
    for tokens in sentences:
        between = tokens.report.text[end : tokens.sentence.start]
        number += end > 0 and between.count("\n") > 1
        end = tokens.sentence.end
        yield number


def _in_sentence(tokens: Tokens, sentences: Sequence[Tokens], place: _Place, claims: Sequence[Claim]) -> Iterator[Passing]:
    groups = _groups(
        tokens, [claim for claim in claims if claim.relation is not Relation.ZONE and not _describes_route(tokens, claim, claims)]
    )
    if not groups:
        yield from _without_claims(tokens, sentences, place)
        return
    report = tokens.report
    frames = find_frames(tokens)
    told_before, several = 0, False
    previous: Sequence[Claim] = ()
    for group in groups:
        start, end = index_at(tokens, group[0].span.start), index_at(tokens, group[-1].span.end - 1) + 1
        thing = _thing_of(tokens, group[0], claims)
        low, high = _clause(tokens, frames, min(start, thing[0]) if thing else start, end)
        yield from _earlier_clause(tokens, sentences, place, told_before, low)
        told_before = high
        aside = [bounds_of(tokens, anchor.span) for claim in claims for anchor in claim.anchors]
        told = timed(tokens, low, telling(tokens, low, high, claim=start, thing=thing, aside=aside))
        if not told.kinds - _BIDDABLE:
            told = replace(told, unreal=unreal(tokens, low, high, thing))
        chained = _is_chained(tokens, previous, group) and not told.plural_event and not several
        several = told.plural_event
        told = _in_company(tokens, replace(told, chained=chained), group, previous, claims)
        previous = group
        places = _places_of(group)
        told = replace(told, states=COUNTRIES & (told.names | places), sites=sites_of(group, told.struck) | brought_in(tokens))
        yield Passing(
            told=told,
            dating=_dated(tokens, sentences, group[0], place.sentence, (low, high)),
            sentence=place.sentence,
            paragraph=place.paragraph,
            brief=place.brief,
            mentions=place.mentions,
            claims=tuple(group),
            report=report,
            wording=wording_of(tokens, group, (low, high)),
            sentences=place.sentences,
            places=places,
        )


def _in_company(tokens: Tokens, told: Telling, group: Sequence[Claim], before: Sequence[Claim], claims: Sequence[Claim]) -> Telling:
    """What claims tell beside the others of their sentence, those just `before` them above all."""
    if is_listed(tokens, group[0]) or is_counted(tokens, group[0], chained=bool(before)):
        told = replace(told, new=True, listed=True)
    if is_contrasted(tokens, group[0], before) or is_of_part(tokens, group[0]):
        told = replace(told, new=True)
    if is_waypoint(tokens, group[0]):
        told = replace(told, new=True, kinds=frozenset({"movement"}))
    if _goes_on_from_position(group, claims) or _is_where_put(group, claims):
        return replace(told, chained=True)
    describes = frozenset() if is_listed(tokens, group[0]) else described(tokens, group[0].target, group, claims)
    if _in_anchor(group, claims) and not describes:  # of the anchor of another claim, so of what that is of
        return Telling(words=told.words, names=told.names, chained=told.chained or bool(before))
    return replace(told, describes=describes)


def _dated(tokens: Tokens, sentences: Sequence[Tokens], claim: Claim, number: int, clause: tuple[int, int]) -> Dating:
    """The days of a claim, else those of the incident that a word of its clause tells of: "the men who were seized on Friday had …".

    "It was then 5 km off Arvo" is of the day that the sentence before tells.
    """
    low, high = clause
    found = date_of(claim.span, tokens, sentences)
    if found.text is not None:
        return found
    if "then" in tokens.lower[low:high] and number > 0:
        return first_day(sentences[number - 1])
    told = (date_of(tokens.span(trigger.at, trigger.at + 1), tokens, sentences) for trigger in triggers(tokens, low, high)[:_CLAUSES])
    return next((dating for dating in told if dating.when is not None), found)


def _thing_of(tokens: Tokens, claim: Claim, claims: Sequence[Claim]) -> tuple[int, int] | None:
    """The phrase of what a claim locates; None where that is a distance of another claim."""
    if claim.target is None or any(each.distance is not None and each.distance.span.overlaps(claim.target) for each in claims):
        return None
    return bounds_of(tokens, claim.target)


def _is_chained(tokens: Tokens, before: Sequence[Claim], group: Sequence[Claim]) -> bool:
    """Whether claims go on where those before end, about the same thing: "10 km inside Norland, close to the crossing and 5 km from Arvo"."""
    if not before or is_listed(tokens, group[0]):
        return False
    start, end = index_at(tokens, before[-1].span.end - 1) + 1, index_at(tokens, group[0].span.start)
    return start <= end <= start + 2 and all(tokens.lower[at] in (",", "and", "or") for at in range(start, end))


def _earlier_clause(tokens: Tokens, sentences: Sequence[Tokens], place: _Place, low: int, high: int) -> Iterator[Passing]:
    """What the part of a sentence before the clause of a claim tells of an incident, if it does: "An aftershock was felt; it struck …"."""
    if high - low > 1:
        yield from _without_claims(tokens, sentences, place, low, high)


def _without_claims(
    tokens: Tokens, sentences: Sequence[Tokens], place: _Place, start: int = 0, end: int | None = None
) -> Iterator[Passing]:
    """What some words of a sentence without claims tell of an incident, if they do."""
    stop = tokens.count if end is None else end
    found = triggers(tokens, start, stop)
    frames = find_frames(tokens)
    if not found and end is None:
        told = telling(tokens, 0, stop)
        yield Passing(
            told=replace(told, states=COUNTRIES & told.names, sites=brought_in(tokens)),
            dating=first_day(tokens) if place.sentence else _in_lede(tokens, sentences),
            sentence=place.sentence,
            paragraph=place.paragraph,
            brief=place.brief,
            mentions=place.mentions,
            claims=(),
            report=tokens.report,
            wording=wording_of(tokens),
            sentences=place.sentences,
        )
    told_to = start
    for trigger in found[:_CLAUSES]:
        first = trigger.at
        if first < told_to:
            continue
        low, high = _clause(tokens, frames, first, first + 1)
        told_to = high
        told = telling(tokens, low, min(high, stop))
        looked_back = day_looked_back_to(tokens, sentences) if trigger.result and place.sentence == 0 else None
        if looked_back is not None:
            told = replace(told, kinds=frozenset())  # the day is that of what it came of
        yield Passing(
            told=timed(tokens, low, replace(told, states=COUNTRIES & told.names, sites=sites_of((), told.struck) | brought_in(tokens))),
            dating=looked_back or date_of(tokens.span(first, first + 1), tokens, sentences),
            sentence=place.sentence,
            paragraph=place.paragraph,
            brief=place.brief,
            mentions=place.mentions,
            claims=(),
            report=tokens.report,
            wording=wording_of(tokens),
            sentences=place.sentences,
        )


def _in_lede(tokens: Tokens, sentences: Sequence[Tokens]) -> Dating:
    """The day that a first sentence tells, or looks back on."""
    found = lede_day(tokens, sentences)
    return found if found.text is not None else days_since_then(tokens)


def _describes_route(tokens: Tokens, claim: Claim, claims: Sequence[Claim]) -> bool:
    """Whether a claim tells between which places a road, pipeline or border leads, and not where something happened.

    "The road that links A with B", "the pipeline runs from A to B"; of what is "on the road from A to B" it tells where that is, and of what
    was "on its way from A to B", unless its sentence goes on to tell where that ended.
    """
    if claim.relation is not Relation.BETWEEN:
        return False
    start = index_at(tokens, claim.span.start)
    if tokens.lower[start] == "from" and not incidents.ITINERARIES.isdisjoint(tokens.lower[max(0, start - _ITINERARY_BACK) : start]):
        return any(other.span.start > claim.span.end and other.literal_distance is not None for other in claims)
    return tokens.lower[start] in lex.ROUTE_JOINING or (start > 0 and tokens.lower[start - 1] in lex.ROUTE_RUNNING)


def _in_anchor(group: Sequence[Claim], claims: Sequence[Claim]) -> bool:
    """Whether what a group locates is part of the words of another claim: the village of "near a village 5 km from …"."""
    target = group[0].target
    others = (anchor.span for claim in claims if claim not in group for anchor in claim.anchors)
    return target is not None and any(anchor.overlaps(target) for anchor in others)


def _goes_on_from_position(group: Sequence[Claim], claims: Sequence[Claim]) -> bool:
    """Whether what a group locates are coordinates of another claim: "put it at 5°N 7°E, which is 70 km from …"."""
    target = group[0].target
    positions = (
        claim for claim in claims if claim not in group and any(anchor.kind is MentionKind.COORDINATES for anchor in claim.anchors)
    )
    return target is not None and any(claim.span.overlaps(target) for claim in positions)


def _is_where_put(group: Sequence[Claim], claims: Sequence[Claim]) -> bool:
    """Whether what a group locates is the place that another claim puts something in or at: "in the Arvo district, 5 km from …"."""
    target = group[0].target
    holding = (
        claim
        for claim in claims
        if claim not in group and claim.relation in (Relation.INSIDE, Relation.AT) and claim.literal_distance is None
    )
    return target is not None and any(claim.span.overlaps(target) for claim in holding)


def _groups(tokens: Tokens, claims: Sequence[Claim]) -> list[list[Claim]]:
    """Claims of one sentence about one thing: the same target, speaker and time."""
    groups: list[list[Claim]] = []
    for claim in claims:
        if groups and _is_same_thing(tokens, groups[-1][-1], claim):
            groups[-1].append(claim)
        else:
            groups.append([claim])
    return groups


def _is_same_thing(tokens: Tokens, one: Claim, two: Claim) -> bool:
    """Whether two claims locate one thing, and not one each of several: "strikes near A and near B", "six in A, two in B"."""
    if one.target is None and two.target is None:
        together = index_at(tokens, two.span.start) == index_at(tokens, one.span.end - 1) + 1
        return together and (one.speaker, one.when_text) == (two.speaker, two.when_text)
    if one.target is None or (one.target, one.speaker, one.when, one.when_text) != (two.target, two.speaker, two.when, two.when_text):
        return False
    if any(word in PLURAL_EVENTS for word in one.target.text.lower().split()):
        return False
    if is_listed(tokens, two):
        return False
    return not is_counted(tokens, two, chained=True)


def _clause(tokens: Tokens, frames: Sequence[Frame], start: int, end: int) -> tuple[int, int]:
    """The clause round some tokens, with a "when …" that follows it."""
    holding = [frame for frame in frames if frame.holds(start, end)]
    floor = max([start - LOOK, 0, *(frame.matrix[1] for frame in holding if frame.matrix[1] <= start)])
    ceiling = min([end + LOOK, tokens.count, *(frame.matrix[0] for frame in holding if frame.matrix[0] >= end)])
    low = start
    while low > floor and not _breaks(tokens, low - 1, start):
        low -= 1
    high = end
    while high < ceiling and tokens.lower[high] not in _BEHIND_CLAUSE:
        high += 1
    return low, high


def _breaks(tokens: Tokens, at: int, start: int) -> bool:
    word = tokens.lower[at]
    if word == ":" and tokens.glued(at) and tokens.glued(at + 1):
        return False  # 9:30
    if word in _AHEAD_OF_CLAUSE:
        return True
    return word == "and" and is_new_clause(tokens, at, start)


def _places_of(claims: Sequence[Claim]) -> frozenset[str]:
    """Folded names of the places that claims are measured from; of borders and coasts those of their states."""
    words = (
        word
        for claim in claims
        for anchor in claim.anchors
        if anchor.kind in _NAMING
        for word in anchor.name.replace("-", " ").split()
        if word[:1].isupper()
    )
    return frozenset(fold_name(word) for word in words)
