"""From a report to its spatial claims: sentence by sentence, by rules over tokens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from geomap.language import words as lex
from geomap.language.claims.appositions import beside
from geomap.language.claims.betweens import along_route, between
from geomap.language.claims.directions import direction
from geomap.language.claims.distances import place
from geomap.language.claims.drafts import Draft, NonClaim
from geomap.language.claims.intrusions import entered
from geomap.language.claims.nonclaims import likely_none, surely_none
from geomap.language.claims.orders import is_ordered
from geomap.language.claims.placings import STARTS, placing, position
from geomap.language.claims.targets import target_of
from geomap.language.claims.zones import zone
from geomap.language.events.fates import fate_of
from geomap.language.events.things import thing_of
from geomap.language.events.timing import timing_of
from geomap.language.phrases.anchors import anchor_at
from geomap.language.phrases.antecedents import resolve
from geomap.language.phrases.chunks import index_at
from geomap.language.phrases.passages import Passage, passages_of
from geomap.language.positions.compass import starts_bearing
from geomap.language.positions.coordinates import find_coordinates
from geomap.language.quantities.lengths import Length, quantity_of
from geomap.language.quantities.reading import find_lengths
from geomap.language.speech.attribution import attribute
from geomap.language.text.languages import language_of
from geomap.language.text.sentences import sentences_of
from geomap.language.text.tokens import Tokens
from geomap.language.toponyms.fame import Names
from geomap.language.toponyms.nations import by_country
from geomap.language.toponyms.publishers import home_of
from geomap.language.toponyms.toponyms import Recognizer, recognize
from geomap.model import Claim, Extraction, Mention, MentionKind, Report, Span, Unread
from geomap.relations import Relation

_MOST_LENGTHS = 30
"""More lengths, or claims, in one sentence are a table or no text at all."""
_IN_A_ROW = {
    (Relation.INSIDE, Relation.INSIDE),
    (Relation.TOWARD, Relation.ALONG),
    (Relation.TOWARD, Relation.INSIDE),
    (Relation.BETWEEN, Relation.INSIDE),
}
"""Relations of two claims of which the second goes on about what the first located: "in Arvo, in Norland", "west of Arvo on Route 16"."""
MOST_CLAIMS = 2500
"""A report is read up to so many claims; long ones that people wrote have a tenth of it."""


def extract(
    report: Report, *, names: Names | None = None, recognizer: Recognizer | None = None, sentences: Sequence[Tokens] | None = None
) -> Extraction:
    """The mentions, claims and unread distances of a report.

    Without `names` the rules for claims go by the words alone, and the mentions are the anchors of claims only. A `recognizer` finds
    the mentions instead of the built-in one; a mention whose words lie in an anchor of a claim is that anchor. `sentences` are those of
    the report, where they have been split and tokenised already.

    >>> report = Report(id="r", text="The camp lies 12 km north of Springfield.")
    >>> claim = extract(report).claims[0]
    >>> claim.relation.value, claim.bearing, claim.anchors[0].name, claim.distance.figures
    ('at', 'N', 'Springfield', ('12',))
    """
    sentences = sentences_of(report) if sentences is None else sentences
    claims: list[Claim] = []
    pointing: list[Mention] = []
    unread: list[Unread] = []
    for passage in passages_of(sentences):
        if len(claims) >= MOST_CLAIMS:
            unread.append(_rest(passage))
            break
        if not any(map(str.isalnum, passage.tokens.words)):  # nothing but marks
            continue
        drafts, missed = read(passage)
        for draft in drafts:
            claim = _claim(passage.tokens, draft, sentences, f"c{len(claims) + 1}")
            claims.append(_after(claims[-1], claim) if claims else claim)
            pointing += _pointing_back(passage, claims[-1])
        unread += missed
    return Extraction(
        report=report,
        mentions=_mentions(claims, [*_recognized(report, names, recognizer, sentences), *pointing]),
        claims=tuple(claims),
        unread=tuple(unread),
        language=language_of(report.text),
        home=() if names is None else home_of(report.publisher, names),
    )


def _rest(passage: Passage) -> Unread:
    """Says that a report is not read from a sentence on."""
    sentence = passage.tokens.sentence
    why = f"the report has {MOST_CLAIMS} claims before this sentence and is not read for claims from here on; split it into several reports"
    return Unread(span=sentence, sentence=sentence, why=why)


def read(passage: Passage) -> tuple[list[Draft], list[Unread]]:
    """The claims of one sentence in reading order, and the lengths that nothing could be made of."""
    tokens = passage.tokens
    lengths = _outside_positions(tokens, find_lengths(tokens))
    if len(lengths) > _MOST_LENGTHS:
        span = tokens.span(lengths[0].start, lengths[-1].end)
        return [], [Unread(span=span, sentence=tokens.sentence, why=f"{len(lengths)} distances in one sentence are a table, not prose")]
    drafts, nothings, missed = _by_length(passage, lengths)
    taken = bytearray(tokens.count + 1)
    marked: list[Draft | NonClaim] = [*drafts, *nothings]
    for found in marked:
        taken[found.start : found.end] = b"\1" * (found.end - found.start)
    _add(drafts, _without_length(passage), taken)
    _add(drafts, list(beside(passage, drafts)), taken)
    drafts.sort(key=lambda draft: (draft.start, draft.end))
    if len(drafts) > _MOST_LENGTHS:
        span = tokens.span(drafts[0].start, drafts[-1].end)
        return [], [Unread(span=span, sentence=tokens.sentence, why=f"{len(drafts)} positions in one sentence are a list, not prose")]
    return _led(tokens, drafts), missed


def _add(drafts: list[Draft], found: Iterable[Draft], taken: bytearray) -> None:
    """Adds the drafts that lie on no token that one before them has taken."""
    for draft in found:
        if not any(taken[draft.start : draft.end]):
            taken[draft.start : draft.end] = b"\1" * (draft.end - draft.start)
            drafts.append(draft)


def _led(tokens: Tokens, drafts: list[Draft]) -> list[Draft]:
    """Drafts of which one that follows another at once is about the same thing: "at the market in Arvo, in Norland"."""
    out: list[Draft] = []
    for draft in drafts:
        before = out[-1] if out else None
        if before is None or draft.lead is not None or (before.relation, draft.relation) not in _IN_A_ROW:
            out.append(draft)
        elif before.end + (tokens.lower[before.end] == ",") == draft.start:
            out.append(replace(draft, lead=before.lead or (before.start, before.end), about=before.about))
        else:
            out.append(draft)
    return out


def _outside_positions(tokens: Tokens, lengths: list[Length]) -> list[Length]:
    """The lengths without those that are figures of a position: the minutes of 33d30m05sN are no metres."""
    positions = find_coordinates(tokens)
    if not positions or not lengths:
        return lengths
    covered = {at for start, (_, end) in positions.items() for at in range(start, end)}
    return [length for length in lengths if length.unit_at not in covered]


def _by_length(passage: Passage, lengths: list[Length]) -> tuple[list[Draft], list[NonClaim], list[Unread]]:
    """Each length as a claim, a recognised non-claim, or unread; from right to left, for compounds lean on what follows."""
    tokens = passage.tokens
    drafts: list[Draft] = []
    nothings: list[NonClaim] = []
    missed: list[Unread] = []
    later: dict[int, Draft] = {}
    for at in range(len(lengths) - 1, -1, -1):
        length = lengths[at]
        found = _read_length(passage, length, lengths[at - 1] if at else None, later)
        if isinstance(found, Draft):
            later[length.start] = found
            drafts.append(found)
        elif found is not None:
            nothings.append(found)
        else:
            missed.append(
                Unread(
                    span=tokens.span(length.start, length.end),
                    sentence=tokens.sentence,
                    why="no rule says from where this distance is taken",
                )
            )
    return _without_overlaps(drafts[::-1]), nothings[::-1], missed[::-1]


def _read_length(passage: Passage, length: Length, previous: Length | None, later: dict[int, Draft]) -> Draft | NonClaim | None:
    """What one length says; None where no rule knows."""
    intrusion = entered(passage, length)
    if intrusion is not None:
        return intrusion
    reason = surely_none(passage.tokens, length)
    found = None if reason else zone(passage, length) or place(passage, length, previous, later)
    if isinstance(found, Draft) and found.relation is Relation.WITHIN and is_ordered(passage.tokens, found):
        return replace(found, relation=Relation.ZONE)
    if found is not None:
        return found
    reason = reason or likely_none(passage.tokens, length)
    return NonClaim(start=length.start, end=length.end, reason=reason) if reason else None


def _without_overlaps(drafts: list[Draft]) -> list[Draft]:
    """Drafts cut so that each ends where the next begins."""
    out: list[Draft] = []
    for draft in drafts:
        previous = out[-1] if out else None
        if previous is None or previous.end <= draft.start:
            out.append(draft)
        elif draft.length is not None and previous.start < draft.length.start < previous.end:
            out[-1] = replace(previous, end=max(previous.start + 1, draft.start))
            out.append(replace(draft, start=max(draft.start, out[-1].end)))
        else:
            out.append(replace(draft, start=previous.end))
    return [draft for draft in out if draft.start < draft.end]


def _without_length(passage: Passage) -> Iterator[Draft]:
    """Claims that hold no length: directions, places between two others, positions."""
    tokens = passage.tokens
    lower = tokens.lower
    for index in range(tokens.count):
        word = lower[index]
        if word == "between":
            draft = between(passage, index)
        elif word == "from" or word in lex.ROUTE_JOINING:
            draft = along_route(passage, index)
        elif word in STARTS:
            draft = None
            yield from placing(passage, index)
        else:
            draft = None
            if starts_bearing(word):
                draft = direction(passage, index)
            if draft is None:
                draft = position(tokens, index)
        if draft is not None:
            yield draft


def _claim(tokens: Tokens, draft: Draft, sentences: Sequence[Tokens], claim_id: str) -> Claim:
    span = tokens.span(draft.start, draft.end)
    who = attribute(span, tokens, sentences)
    timing = timing_of(span, tokens, sentences)
    dating = timing.dating
    target = _target(tokens, draft, span)
    return Claim(
        id=claim_id,
        span=span,
        sentence=tokens.sentence,
        relation=draft.relation,
        anchors=tuple(map(by_country, draft.anchors)),
        distance=None if draft.length is None else quantity_of(draft.length, tokens),
        bearing=draft.bearing,
        target=target,
        speaker=who.speaker,
        stance=who.stance,
        when=dating.when,
        when_text=dating.text,
        when_low=dating.low,
        when_high=dating.high,
        clock=timing.clock,
        order=timing.order,
        thing=thing_of(target, tokens, sentences),
        fate=fate_of(span, tokens),
    )


def _after(before: Claim, claim: Claim) -> Claim:
    """A claim with what "six hours later" is counted from: the claim before it, or what that is counted from where both stand by the words."""
    if claim.order is None:
        return claim
    same = before.order is not None and before.sentence == claim.sentence and before.order.words == claim.order.words
    since = before.order.since if before.order is not None and same else before.span
    return replace(claim, order=replace(claim.order, since=since))


def _pointing_back(passage: Passage, claim: Claim) -> Iterator[Mention]:
    """The words for what a claim locates, where they are a noun for a place that was named before: "the post" of "a checkpoint at Arvo"."""
    if claim.target is None or claim.relation not in (Relation.AT, Relation.WITHIN, Relation.BEYOND, Relation.TOWARD):
        return
    start = index_at(passage.tokens, claim.target.start)
    anchor = anchor_at(passage.tokens, start) if passage.tokens.lower[start] in ("the", "this", "that") else None
    if anchor is not None and anchor.mention.kind is MentionKind.COMMON and anchor.mention.span.end == claim.target.end:
        mention = resolve(passage, anchor, anchor.start)
        if mention.antecedent is not None:
            yield mention


def _target(tokens: Tokens, draft: Draft, span: Span) -> Span | None:
    """What a claim locates: as its rule knew, or as the words round it or round the claim that leads it tell."""
    if draft.about is not None:
        return tokens.span(*draft.about)
    return target_of(span if draft.lead is None else tokens.span(*draft.lead), tokens)


def _recognized(report: Report, names: Names | None, recognizer: Recognizer | None, sentences: Sequence[Tokens]) -> Sequence[Mention]:
    if recognizer is not None:
        return recognizer(report)
    return recognize(report, names, sentences=sentences) if names is not None else ()


def _mentions(claims: list[Claim], recognized: Sequence[Mention]) -> tuple[Mention, ...]:
    """The anchors of claims and the other mentions that do not overlap one, by position."""
    seen = {(mention.span.start, mention.span.end): mention for claim in claims for mention in claim.anchors}
    towns = {(town.span.start, town.span.end): town for mention in seen.values() for town in _completing(mention)}
    seen = towns | seen
    anchored = sorted(seen)
    at = 0
    for mention in sorted(recognized, key=lambda mention: mention.span.start):
        start, end = mention.span.start, mention.span.end
        while at < len(anchored) and anchored[at][1] <= start:
            at += 1
        if at == len(anchored) or end <= anchored[at][0]:
            seen[start, end] = mention
    return tuple(seen[key] for key in sorted(seen))


def _completing(mention: Mention) -> Iterator[Mention]:
    """The town that completes a short plus code, a place by that alone."""
    if mention.kind is MentionKind.COORDINATES and mention.antecedent is not None:
        yield Mention(span=mention.antecedent, name=mention.antecedent.text)
