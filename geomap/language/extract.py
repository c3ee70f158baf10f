"""From a report to its spatial claims: sentence by sentence, by rules over tokens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from geomap.language.betweens import LINKING, along_route, between
from geomap.language.bearings import parse_bearing
from geomap.language.coordinates import position
from geomap.language.directions import direction
from geomap.language.distances import place
from geomap.language.drafts import Draft, NonClaim, Passage
from geomap.language.nonclaims import likely_none, surely_none
from geomap.language.placings import STARTS, placing
from geomap.language.quantities import Length, find_lengths, quantity_of
from geomap.language.sentences import split_sentences
from geomap.language.tokens import Tokens, tokenise
from geomap.language.zones import zone
from geomap.model import Claim, Extraction, Mention, Place, Report, Unread


class Recognizer(Protocol):
    """Anything that finds the names of places in a report: the built-in one, or a plug-in round a trained pipeline."""

    def __call__(self, report: Report) -> Sequence[Mention]:
        """The mentions of a report, by position."""
        ...


class Names(Protocol):
    """Anything that knows place names."""

    def find(self, name: str) -> Sequence[Place]:
        """The places of a name, best first; none where it is unknown."""
        ...


def extract(report: Report, *, names: Names | None = None, recognizer: Recognizer | None = None) -> Extraction:  # noqa: ARG001
    """The mentions, claims and unread distances of a report.

    Without `names` the rules go by the words alone.

    >>> report = Report(id="r", text="The camp lies 12 km north of Springfield.")
    >>> claim = extract(report).claims[0]
    >>> claim.relation.value, claim.bearing, claim.anchors[0].name, claim.distance.figures
    ('at', 'N', 'Springfield', ('12',))
    """
    sentences = [tokenise(span) for span in split_sentences(report)]
    claims: list[Claim] = []
    unread: list[Unread] = []
    for index in range(len(sentences)):
        passage = Passage(sentences, index)
        drafts, missed = read(passage)
        claims += [_claim(passage.tokens, draft, f"c{len(claims) + 1 + at}") for at, draft in enumerate(drafts)]
        unread += missed
    return Extraction(report=report, mentions=_mentions(claims), claims=tuple(claims), unread=tuple(unread))


def read(passage: Passage) -> tuple[list[Draft], list[Unread]]:
    """The claims of one sentence in reading order, and the lengths that nothing could be made of."""
    tokens = passage.tokens
    lengths = find_lengths(tokens)
    drafts, nothings, missed = _by_length(passage, lengths)
    taken = sorted([(draft.start, draft.end) for draft in drafts] + [(nothing.start, nothing.end) for nothing in nothings])
    for draft in _without_length(passage):
        if not any(draft.start < end and start < draft.end for start, end in taken):
            drafts.append(draft)
            taken.append((draft.start, draft.end))
    drafts.sort(key=lambda draft: (draft.start, draft.end))
    return drafts, missed


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
    reason = surely_none(passage.tokens, length)
    found = None if reason else zone(passage, length) or place(passage, length, previous, later)
    if found is not None:
        return found
    reason = reason or likely_none(passage.tokens, length)
    return NonClaim(start=length.start, end=length.end, reason=reason) if reason else None


def _without_overlaps(drafts: list[Draft]) -> list[Draft]:
    """Drafts cut so that each ends where the next begins."""
    from dataclasses import replace  # noqa: PLC0415

    out: list[Draft] = []
    for draft in drafts:
        if out and out[-1].end > draft.start:
            if draft.length is not None and draft.length.start < out[-1].end and draft.length.start > out[-1].start:
                out[-1] = replace(out[-1], end=max(out[-1].start + 1, draft.start))
            else:
                draft = replace(draft, start=out[-1].end)
        out.append(draft)
    return out


def _without_length(passage: Passage) -> Iterator[Draft]:
    """Claims that hold no length: directions, places between two others, positions."""
    tokens = passage.tokens
    lower = tokens.lower
    for index in range(tokens.count):
        word = lower[index]
        if word == "between":
            draft = between(passage, index)
        elif word == "from" or word in LINKING:
            draft = along_route(passage, index)
        elif word in STARTS:
            draft = placing(passage, index)
        else:
            draft = None
            if word[0] in "nsew" and parse_bearing(tokens, index):
                draft = direction(passage, index)
            if draft is None and (word[0].isdecimal() or word in ("n", "s", "lat", "latitude", "-")):
                draft = position(tokens, index)
        if draft is not None:
            yield draft


def _claim(tokens: Tokens, draft: Draft, claim_id: str) -> Claim:
    return Claim(
        id=claim_id,
        span=tokens.span(draft.start, draft.end),
        sentence=tokens.sentence,
        relation=draft.relation,
        anchors=draft.anchors,
        distance=None if draft.length is None else quantity_of(draft.length, tokens),
        bearing=draft.bearing,
    )


def _mentions(claims: list[Claim]) -> tuple[Mention, ...]:
    seen = {(mention.span.start, mention.span.end): mention for claim in claims for mention in claim.anchors}
    return tuple(seen[key] for key in sorted(seen))
