"""Short ways to make records by hand."""

from __future__ import annotations

from geomap.checks import Evidence, check, gather
from geomap.footprints import footprints_of
from geomap.model import Analysis, Candidate, Claim, Finding, Location, Mention, Place, Quantity, Report, Span
from geomap.policy import Policy
from geomap.readings import key_of
from geomap.relations import Relation
from geomap.units import Unit

AT_TANF = Place(
    id="geonames:172344", name="At Tanf", lon=38.6570, lat=33.4883, kind="border post", country="SY", extent_m=5000.0, extent_stated=True
)
AL_WALID = Place(id="geonames:6734635", name="Al Walid", lon=38.9349, lat=33.4315, kind="border post", country="IQ", extent_m=1000.0)


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
    where = {key_of(location.mention): location for location in locations}
    return check(evidence_of(claims, locations, policy), where, policy=policy)


def evidence_of(claims: list[Claim], locations: list[Location], policy: Policy | None = None) -> tuple[Evidence, ...]:
    where = {key_of(location.mention): location for location in locations}
    places = [candidate.place for location in locations for candidate in location.candidates]
    return gather(tuple(claims), where, policy=policy or Policy(), footprints=footprints_of(places))


def analysis_of(claims: list[Claim], locations: list[Location], **more: object) -> Analysis:
    evidence = evidence_of(claims, locations)
    reports = tuple(dict.fromkeys(item.span.report for item in claims))
    return Analysis(
        title=str(more.get("title", "A case")),
        reports=reports,
        claims=tuple(claims),
        locations=tuple(locations),
        regions=tuple(item.region for item in evidence if item.region is not None),
        findings=findings_of(claims, locations),
        events=(),
    )
