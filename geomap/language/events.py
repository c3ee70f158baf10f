"""Which claims are about the same thing at the same time.

A wrong join makes a false contradiction, so claims stay apart where it is not clear, and the events that might be one say so.
Within a report, definite words ("the strike", "the force", "it") point back to the latest incident they fit, unless another day is
told. Across reports an incident is the same if its kind, who it struck and its day agree, and names of places or actors are shared.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from geomap.language.attribution import frame_of
from geomap.language.incidents import COUNTRIES, Telling, akin, fold_name, telling, triggers
from geomap.language.phrases import LOOK, index_at, is_new_clause
from geomap.language.sentences import split_sentences
from geomap.language.speech import Frame, find_frames, span_of
from geomap.language.time import Dating, date_of
from geomap.language.tokens import Tokens, tokenise
from geomap.model import Claim, Event, Extraction, Report, Span
from geomap.relations import Relation

_NEAR_SENTENCES = 4
"""A mention without an article goes on with an incident told at most this many sentences before."""
_MEMORY = 40
"""So many incidents of a report are remembered when words point back."""
_RARE = frozenset({"shootdown", "quake", "sinking", "crash", "eruption", "slide", "hijack"})
"""Kinds of which there are seldom two on one day among the same actors."""
_PUBLISHED_AFTER_DAYS = 3
"""An undated report of an incident is published at most so many days after it."""


@dataclass(frozen=True, slots=True)
class _Member:
    """A claim of an incident."""

    claim: Claim
    reason: str
    """Why it is here."""
    home: _Incident
    """The incident of its own report."""


@dataclass(slots=True, kw_only=True, eq=False)
class _Incident:
    """An incident in the making."""

    report: Report
    kinds: frozenset[str]
    classes: frozenset[str]
    targets: frozenset[str]
    names: frozenset[str]
    plural: bool
    when: dt.date | None
    when_text: Span | None
    sentence: int
    """Where it was last told of."""
    speaker: str | None
    words: str
    members: list[_Member] = field(default_factory=list)
    new: bool = False
    """Whether a word set it apart from what was told before it."""
    may_join: list[_Incident] = field(default_factory=list)
    reports: frozenset[str] = frozenset()
    """Ids of the reports that tell of it."""

    def take_in(self, told: Telling, dating: Dating, sentence: int, speaker: str | None) -> None:
        """Learn from a further mention."""
        self.kinds |= told.kinds
        self.classes |= told.classes
        self.targets |= told.targets
        self.hit_by_pronoun(told, self.classes)
        self.names |= told.names
        self.sentence = sentence
        self.speaker = speaker
        if self.when is None and self.when_text is None:
            self.when, self.when_text = dating.when, dating.text

    def absorb(self, other: _Incident, reason: str) -> None:
        """Take over the claims of the same incident in another report."""
        self.members += [_Member(member.claim, f"{member.reason}; {reason}", member.home) for member in other.members]
        self.reports |= other.reports
        self.kinds |= other.kinds
        self.classes |= other.classes
        self.names |= other.names
        self.when = self.when or other.when

    def hit_by_pronoun(self, told: Telling, classes: frozenset[str]) -> None:
        """What "it" stands for is what was hit; an aircraft that is hit is shot at from below or shot down."""
        if told.hits_pronoun:
            self.classes |= classes
            self.targets |= classes
        if "attack" in self.kinds and "aircraft" in self.targets:
            self.kinds |= {"shootdown"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mention:
    """One place in a report where an incident is told of."""

    told: Telling
    dating: Dating
    sentence: int
    speaker: str | None
    claims: tuple[Claim, ...]
    report: Report


def join_events(extractions: Sequence[Extraction]) -> tuple[tuple[Claim, ...], tuple[Event, ...]]:
    """The claims of all reports, renumbered in reading order, each with its event where it has one; and the events.

    Claims that only declare a zone, or of which nothing located is told, have no event.
    """
    incidents: list[_Incident] = []
    for extraction in extractions:
        incidents += _of_report(extraction)
    incidents = _across_reports([incident for incident in incidents if incident.members])
    return _numbered(extractions, incidents)


def _of_report(extraction: Extraction) -> list[_Incident]:
    """The incidents of one report, in the order of their first mention."""
    found: list[_Incident] = []
    for mention in _mentions(extraction):
        match = _antecedent(mention, found)
        if match is None:
            incident, reason = _new(mention, found), "told of here first" if mention.told.kinds else "a position on its own"
            found.append(incident)
        else:
            incident, reason = match
            incident.take_in(mention.told, mention.dating, mention.sentence, mention.speaker)
        incident.members += [_Member(claim, reason, incident) for claim in mention.claims]
    return found


def _mentions(extraction: Extraction) -> Iterator[_Mention]:
    """Every clause that tells of an incident or holds a claim, in reading order."""
    claims = sorted(extraction.claims, key=lambda claim: (claim.span.start, claim.span.end))
    at = 0
    for number, sentence in enumerate(split_sentences(extraction.report)):
        own: list[Claim] = []
        while at < len(claims) and claims[at].span.start < sentence.end:
            own.append(claims[at])
            at += 1
        yield from _in_sentence(tokenise(sentence), number, own)


def _in_sentence(tokens: Tokens, number: int, claims: Sequence[Claim]) -> Iterator[_Mention]:
    report = tokens.report
    groups = _groups([claim for claim in claims if claim.relation is not Relation.ZONE])
    frames = find_frames(tokens)
    if not groups:
        found = triggers(tokens, 0, tokens.count)
        if found:
            first = found[0].at
            low, high = _clause(tokens, frames, first, first + 1)
            dating = date_of(tokens.span(first, first + 1), tokens)
            yield _Mention(
                told=telling(tokens, low, high),
                dating=dating,
                sentence=number,
                speaker=_speaker(tokens, frames, first),
                claims=(),
                report=report,
            )
        return
    for group in groups:
        start, end = index_at(tokens, group[0].span.start), index_at(tokens, group[-1].span.end - 1) + 1
        thing = None if group[0].target is None else _bounds(tokens, group[0].target)
        low, high = _clause(tokens, frames, min(start, thing[0]) if thing else start, end)
        told = telling(tokens, low, high, thing=thing)
        if thing is not None and _in_anchor(group, claims):
            told = Telling(words=told.words, names=told.names, new=True)  # of the anchor of another claim, not of what happened
        yield _Mention(
            told=told,
            dating=Dating(group[0].when, group[0].when_text),
            sentence=number,
            speaker=None if group[0].speaker is None else group[0].speaker.text,
            claims=tuple(group),
            report=report,
        )


def _in_anchor(group: Sequence[Claim], claims: Sequence[Claim]) -> bool:
    """Whether what a group locates is part of the words of another claim: the village of "near a village 5 km from …"."""
    target = group[0].target
    return target is not None and any(claim not in group and claim.span.overlaps(target) for claim in claims)


def _bounds(tokens: Tokens, span: Span) -> tuple[int, int]:
    start = index_at(tokens, span.start)
    return start, max(start + 1, index_at(tokens, max(span.start, span.end - 1)) + 1)


def _groups(claims: Sequence[Claim]) -> list[list[Claim]]:
    """Claims of one sentence about one thing: the same target, speaker and time."""
    groups: list[list[Claim]] = []
    for claim in claims:
        key = (claim.target, claim.speaker, claim.when, claim.when_text)
        last = groups[-1][-1] if groups else None
        if last is not None and claim.target is not None and key == (last.target, last.speaker, last.when, last.when_text):
            groups[-1].append(claim)
        else:
            groups.append([claim])
    return groups


def _clause(tokens: Tokens, frames: Sequence[Frame], start: int, end: int) -> tuple[int, int]:
    """The clause round some tokens, with a "when …" that follows it."""
    holding = [frame for frame in frames if frame.holds(start, end)]
    floor = max([start - LOOK, 0, *(frame.matrix[1] for frame in holding if frame.matrix[1] <= start)])
    ceiling = min([end + LOOK, tokens.count, *(frame.matrix[0] for frame in holding if frame.matrix[0] >= end)])
    low = start
    while low > floor and not _breaks(tokens, low - 1, start):
        low -= 1
    high = end
    while high < ceiling and tokens.lower[high] not in (
        ";",
        ".",
        "but",
        "while",
        "although",
        "and",
        "which",
        "who",
        "after",
        "before",
        ",",
        ":",
    ):
        high += 1
    return low, high


def _breaks(tokens: Tokens, at: int, start: int) -> bool:
    word = tokens.lower[at]
    if word in (";", ":", "but", "while", "although", "whereas", "after", "before"):
        return True
    return word == "and" and is_new_clause(tokens, at, start)


def _speaker(tokens: Tokens, frames: Sequence[Frame], at: int) -> str | None:
    frame = frame_of(frames, at, at + 1)
    return None if frame is None else span_of(tokens, frame.speaker).text


def _new(mention: _Mention, earlier: Sequence[_Incident]) -> _Incident:
    """An incident of its own; without words of time it is of the day of the one whose things it goes on about."""
    told = mention.told
    when, when_text = mention.dating.when, mention.dating.text
    names = told.names
    if when_text is None and told.kinds and told.definite and not told.new:
        for incident in reversed(earlier[-_MEMORY:]):
            if mention.sentence - incident.sentence <= 2 and (told.pronoun or incident.classes & told.classes):
                when, when_text = incident.when, incident.when_text
                names = names | incident.names
                break
    incident = _Incident(
        report=mention.report,
        kinds=told.kinds,
        classes=told.classes,
        targets=told.targets,
        names=names,
        plural=told.plural,
        when=when,
        when_text=when_text,
        sentence=mention.sentence,
        speaker=mention.speaker,
        words=told.label or told.words,
        new=told.new,
        reports=frozenset({mention.report.id}),
    )
    if earlier and mention.sentence - earlier[-1].sentence <= 2:
        incident.hit_by_pronoun(told, earlier[-1].classes)
    return incident


def _antecedent(mention: _Mention, earlier: Sequence[_Incident]) -> tuple[_Incident, str] | None:
    """The incident of the same report that a mention goes on about, with the reason in words."""
    told = mention.told
    if told.new:
        return None
    for incident in reversed(earlier[-_MEMORY:]):
        if not _same_time(mention, incident):
            continue
        back = incident.words or "what was told before"
        if told.definite and _points_to(mention, incident):
            return incident, f"“{told.words}” points back to “{back}”" if told.words else f"it goes on about “{back}”"
        if not told.definite and _retells(mention, incident):
            return incident, f"another account of “{back}”"
    return None


def _points_to(mention: _Mention, incident: _Incident) -> bool:
    """Whether definite words can mean an incident or what it struck."""
    told = mention.told
    struck = bool(told.classes & (incident.targets or incident.classes))
    if told.kinds:
        return akin(told.kinds, incident.kinds) and (struck or told.pronoun or told.event)
    return not told.standing and (struck or (told.pronoun and mention.sentence - incident.sentence <= 1))


def _retells(mention: _Mention, incident: _Incident) -> bool:
    """Whether words without an article give another account: somebody else's, or one without a place of its own."""
    told = mention.told
    if mention.sentence - incident.sentence > _NEAR_SENTENCES or not akin(told.kinds, incident.kinds):
        return False
    return bool(told.classes & incident.classes) and (mention.speaker != incident.speaker or not mention.claims)


def _same_time(mention: _Mention, incident: _Incident) -> bool:
    """Whether the words of time do not part a mention from an incident."""
    text, other = mention.dating.text, incident.when_text
    if text is not None and other is None:
        return mention.sentence - incident.sentence <= 1
    if text is None or other is None:
        return True
    if mention.dating.when is not None and incident.when is not None:
        return mention.dating.when == incident.when
    return " ".join(text.text.lower().split()) == " ".join(other.text.lower().split())


def _across_reports(incidents: Sequence[_Incident]) -> list[_Incident]:
    """Incidents of several reports joined where they surely are one; where they may be, each says so."""
    out: list[_Incident] = []
    by_class: dict[str, list[_Incident]] = {}
    for incident in incidents:
        others = _akin_among(by_class, incident)
        home = next((other for other in others if incident.report.id not in other.reports and _one_incident(other, incident)), None)
        if home is not None:
            home.absorb(incident, _one_incident(home, incident) or "")
        else:
            for other in others:
                if not incident.new and _dates_allow(other, incident) and other.names & incident.names:
                    _may_join(other, incident)
            out.append(incident)
        for name in sorted(incident.classes) if incident.kinds else ():
            by_class.setdefault(name, []).append(home or incident)
    return out


def _akin_among(by_class: dict[str, list[_Incident]], incident: _Incident) -> list[_Incident]:
    """Earlier incidents of a like kind with a thing of the same class, in order."""
    found = {id(other): other for name in sorted(incident.classes) for other in by_class.get(name, ()) if akin(other.kinds, incident.kinds)}
    return list(found.values())


def _may_join(one: _Incident, two: _Incident) -> None:
    one.may_join.append(two)
    two.may_join.append(one)


def _one_incident(one: _Incident, two: _Incident) -> str | None:
    """Why two incidents of different reports are one; None where that is not sure."""
    kinds = one.kinds & two.kinds & _RARE
    if one.plural or two.plural or not akin(one.kinds, two.kinds) or not (one.classes & two.classes):
        return None
    if not _dates_allow(one, two):
        return None
    if (one.when is None and two.when is None) or not _enough_in_common(one, two, rare=bool(kinds)):
        return None
    day = one.when or two.when
    things = " and ".join(sorted(one.classes & two.classes))
    what = " and ".join(sorted(one.kinds & two.kinds)) or "incident"
    return (
        f"report {one.report.id!r} tells of the same: {what} of {day}, the same sort of thing ({things}), and names in common"
        if day
        else None
    )


def _enough_in_common(one: _Incident, two: _Incident, *, rare: bool) -> bool:
    """Whether the names tie two incidents together: a place of both, or for rare kinds an actor, and more where they name other places."""
    shared = one.names & two.names
    here, there = _places(one), _places(two)
    if here & there - COUNTRIES:
        return True
    if here - COUNTRIES and there - COUNTRIES and not shared - COUNTRIES - here - there:
        return False
    same_day = one.when is not None and one.when == two.when
    return rare and len(shared) >= (1 if same_day else 2)


def _places(incident: _Incident) -> frozenset[str]:
    """Folded names of the places that an incident's claims are measured from; borders, coasts and positions have none."""
    words = (
        word
        for member in incident.members
        for anchor in member.claim.anchors
        if anchor.kind.value in ("name", "common")
        for word in anchor.name.replace("-", " ").split()
        if word[:1].isupper()
    )
    return frozenset(fold_name(word) for word in words)


def _dates_allow(one: _Incident, two: _Incident) -> bool:
    """Whether two incidents can be of one day, as far as the reports tell."""
    if one.when is not None and two.when is not None:
        return abs((one.when - two.when).days) <= 1
    known, unknown = (one, two) if one.when is not None else (two, one)
    if known.when is None:
        return True
    if unknown.when_text is not None and unknown.report.published is not None:
        return False
    published = unknown.report.published
    return published is not None and 0 <= (published - known.when).days <= _PUBLISHED_AFTER_DAYS


def _numbered(extractions: Sequence[Extraction], incidents: Sequence[_Incident]) -> tuple[tuple[Claim, ...], tuple[Event, ...]]:
    """Claims and events with their ids in reading order."""
    claims = [claim for extraction in extractions for claim in sorted(extraction.claims, key=lambda item: (item.span.start, item.span.end))]
    numbers = {id(claim): f"c{number}" for number, claim in enumerate(claims, start=1)}
    order = {id(claim): number for number, claim in enumerate(claims)}
    ranked = sorted(incidents, key=lambda incident: min(order[id(member.claim)] for member in incident.members))
    ids = {id(incident): f"e{number}" for number, incident in enumerate(ranked, start=1)}
    homes = {id(member.claim): (ids[id(incident)], incident, member) for incident in ranked for member in incident.members}
    out = tuple(_with_event(claim, numbers[id(claim)], homes.get(id(claim))) for claim in claims)
    return out, tuple(_event(incident, ids, numbers, order) for incident in ranked)


def _with_event(claim: Claim, number: str, home: tuple[str, _Incident, _Member] | None) -> Claim:
    """A claim with its event, and with the event's day where its own words tell none."""
    if home is None:
        return replace(claim, id=number)
    event, incident, member = home
    when, when_text = claim.when, claim.when_text
    if when_text is None:
        when, when_text = member.home.when or incident.when, member.home.when_text
    return replace(claim, id=number, event=event, event_reason=member.reason, when=when, when_text=when_text)


def _event(incident: _Incident, ids: dict[int, str], numbers: dict[int, str], order: dict[int, int]) -> Event:
    members = sorted(incident.members, key=lambda member: order[id(member.claim)])
    reasons = list(dict.fromkeys(member.reason for member in members))
    maybe = sorted(
        {ids[id(other)] for other in incident.may_join if id(other) in ids and other is not incident}, key=lambda name: int(name[1:])
    )
    return Event(
        id=ids[id(incident)],
        label=incident.words or " ".join(members[0].claim.span.text.split()),
        when=incident.when,
        claims=tuple(numbers[id(member.claim)] for member in members),
        reason="; ".join(reasons),
        may_join=tuple(maybe),
    )
