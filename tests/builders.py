"""Short ways to make records by hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pytest

from geomap.areas.evidence import gather
from geomap.areas.footprints import footprints_of
from geomap.checks import check
from geomap.incidents import Story, join_events, story_of
from geomap.language.events.passings import passings_of
from geomap.language.text.sentences import sentences_of
from geomap.model import (
    Analysis,
    Candidate,
    Claim,
    Event,
    Evidence,
    Extraction,
    Finding,
    Location,
    Mention,
    Place,
    Qualifier,
    Quantity,
    Report,
    Span,
)
from geomap.policy import Policy
from geomap.relations import Relation
from geomap.units import Unit

FORMULA = '=HYPERLINK("http://example.org","x")'
"""What a spreadsheet would run."""
AT_TANF = Place(
    id="geonames:172344", name="At Tanf", lon=38.6570, lat=33.4883, kind="border post", country="SY", extent_m=5000.0, extent_stated=True
)
AL_WALID = Place(id="geonames:6734635", name="Al Walid", lon=38.9349, lat=33.4315, kind="border post", country="IQ", extent_m=1000.0)

READ_OTHERWISE = pytest.mark.xfail(reason="the weights, which are learnt from stories, read it otherwise")
"""Of sentences that a person reads in one way only; what a later fit reads rightly is no fault."""


def report(text: str, name: str = "r1") -> Report:
    return Report(id=name, text=text, publisher=name)


def span(doc: Report, words: str) -> Span:
    start = doc.text.index(words)
    return Span(doc, start, start + len(words))


def mention(doc: Report, words: str) -> Mention:
    return Mention(span=span(doc, words), name=words)


def claim(
    number: int,
    doc: Report,
    words: str,
    anchor: str,
    relation: Relation,
    figures: tuple[str, ...] = (),
    unit: Unit = Unit.MILE,
    event: str | None = "e1",
    **more: object,
) -> Claim:
    quantity = Quantity(span=span(doc, words), figures=figures, unit=unit, **more) if figures else None
    whole = Span(doc, 0, len(doc.text))
    return Claim(
        id=f"c{number}",
        span=span(doc, words),
        sentence=whole,
        relation=relation,
        anchors=(mention(doc, anchor),),
        distance=quantity,
        event=event,
    )


def located(item: Claim, place: Place | None, *others: Place, why: str = "") -> Location:
    places = ([place] if place else []) + list(others)
    candidates = tuple(Candidate(place=p, score=0.9 - 0.2 * i, reasons=("a reason",)) for i, p in enumerate(places))
    return Location(mention=item.anchors[0], candidates=candidates, resolved=place, why=why)


def findings_of(claims: list[Claim], locations: list[Location], policy: Policy | None = None) -> tuple[Finding, ...]:
    policy = policy or Policy()
    where = {location.mention.key: location for location in locations}
    return check(evidence_of(claims, locations, policy), where, policy=policy)


def evidence_of(claims: list[Claim], locations: list[Location], policy: Policy | None = None) -> tuple[Evidence, ...]:
    where = {location.mention.key: location for location in locations}
    places = [candidate.place for location in locations for candidate in location.candidates]
    return gather(tuple(claims), where, policy=policy or Policy(), footprints=footprints_of(places))


def joined(extractions: Sequence[Extraction]) -> tuple[tuple[Claim, ...], tuple[Event, ...]]:
    """Claims with their events, and the events, of what several reports hold, whose names are nowhere."""
    return join_events(extractions, [told_in(item) for item in extractions], {})


def told_in(extraction: Extraction) -> Story:
    return story_of(passings_of(extraction, sentences_of(extraction.report)), {})


def analysis_of(claims: list[Claim], locations: list[Location], **more: object) -> Analysis:
    evidence = evidence_of(claims, locations)
    reports = tuple(dict.fromkeys(item.span.report for item in claims))
    return Analysis(
        title=str(more.get("title", "A case")),
        reports=reports,
        claims=tuple(claims),
        locations=tuple(locations),
        evidence=evidence,
        findings=findings_of(claims, locations),
        events=(),
    )


def some_analysis(place: Place = AT_TANF) -> Analysis:
    """Two claims about one post and one about nowhere, from a hostile report."""
    doc = report(f"{FORMULA} was hit within 30 km of the crossing and more than 45 miles from the post, near Nowhere.", "@paper")
    within = claim(
        1, doc, "within 30 km of the crossing", "the crossing", Relation.WITHIN, ("30",), unit=Unit.KILOMETRE, qualifier=Qualifier.WITHIN
    )
    beyond = claim(2, doc, "more than 45 miles from the post", "the post", Relation.BEYOND, ("45",), qualifier=Qualifier.MORE_THAN)
    nowhere = claim(3, doc, "near Nowhere", "Nowhere", Relation.NEAR)
    return analysis_of([within, beyond, nowhere], [located(within, place), located(beyond, place), located(nowhere, None)])


def of(claims: Iterable[Claim], words: str) -> Claim:
    """The one claim with these words."""
    found = [item for item in claims if words in item.span.text]
    assert len(found) == 1, [item.span.text for item in claims]
    return found[0]
