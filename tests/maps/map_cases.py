"""Analyses made by hand, to draw."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import cache

from builders import AL_WALID, AT_TANF, evidence_of

from geomap.checks import check
from geomap.model import (
    Analysis,
    Candidate,
    Claim,
    Event,
    JoinedPair,
    Location,
    Mention,
    Place,
    PossibleJoin,
    Problem,
    Qualifier,
    Quantity,
    Report,
    Role,
    Span,
    Stance,
    Unread,
)
from geomap.policy import Policy
from geomap.relations import Relation
from geomap.units import Unit

COALITION = Report(
    id="r1",
    title="Coalition strikes militia near the Jordanian border",
    publisher="Daily Observer",
    published=dt.date(2017, 6, 6),
    text=(
        "A spokesman for the coalition said on Tuesday that the fighters had driven past the warnings and into the 34-mile "
        "exclusion zone around the al-Tanf garrison before aircraft hit them. An army source told the state agency that the strike "
        "fell on al-Shamiyah, more than 45 miles from the border post. Smoke was seen some 12 leagues away."
    ),
)
EARLIER = Report(
    id="r2",
    title="Troops advance in the desert",
    publisher="Frontier Weekly",
    published=dt.date(2017, 5, 22),
    text=(
        "Army units have come within 30 kilometers of the Al-Tanf border crossing, the weekly has learnt. "
        "Other fighters were seen near the Al-Tanf border crossing in eastern Homs."
    ),
)
HOMS = Place(id="geonames:169575", name="Homs", lon=38.1425, lat=34.1503, kind="first-level division", country="SY", extent_m=194_800.0)
FAR_SHAMIYAH = Place(
    id="geonames:89570", name="Ash Shamiyah", lon=44.6008, lat=31.9626, kind="populated place", country="IQ", extent_m=2000.0
)
NEAR_SHAMIYAH = Place(
    id="geonames:167300", name="Maqha ash Shuhaymi", lon=38.1270, lat=33.6373, kind="locality", country="SY", extent_m=1000.0
)


def span(report: Report, words: str) -> Span:
    start = report.text.index(words)
    return Span(report, start, start + len(words))


def sentence_of(part: Span) -> Span:
    text = part.report.text
    start = text.rfind(". ", 0, part.start)
    end = text.find(". ", part.end)
    return Span(part.report, 0 if start < 0 else start + 2, len(text) if end < 0 else end + 1)


def make(
    number: int,
    report: Report,
    words: str,
    anchor: str,
    relation: Relation,
    *,
    figure: str | None = None,
    unit: Unit = Unit.MILE,
    qualifier: Qualifier = Qualifier.EXACT,
    speaker: str | None = None,
    event: str | None = None,
    when: dt.date | None = None,
    **more: object,
) -> Claim:
    part = span(report, words)
    distance = Quantity(span=part, figures=(figure,), unit=unit, qualifier=qualifier, plain_unit=unit is Unit.MILE) if figure else None
    inside = part.start + words.index(anchor)
    return Claim(
        id=f"c{number}",
        span=part,
        sentence=sentence_of(part),
        relation=relation,
        anchors=(Mention(span=Span(report, inside, inside + len(anchor)), name=anchor),),
        distance=distance,
        speaker=span(report, speaker) if speaker else None,
        event=event,
        when=when,
        **more,
    )


def at(claim: Claim, place: Place | None, *others: tuple[Place, float], why: str = "") -> Location:
    candidates = ([Candidate(place=place, score=0.9, reasons=("the name fits exactly",))] if place else []) + [
        Candidate(place=other, score=score, reasons=("the name is alike", "it lies in the country of the report"))
        for other, score in others
    ]
    return Location(mention=claim.anchors[0], candidates=tuple(candidates), resolved=place, why=why)


@cache
def al_tanf() -> Analysis:
    """A case like that of al-Tanf, in words of our own."""
    tuesday = dt.date(2017, 6, 6)
    zone = make(
        1, COALITION, "into the 34-mile exclusion zone around the al-Tanf garrison", "al-Tanf garrison", Relation.INSIDE,
        figure="34", speaker="A spokesman for the coalition", event="e1", when=tuesday, target=span(COALITION, "the fighters"),
        role=Role.MAIN, event_reason="the report begins with it",
    )  # fmt: skip
    hit = make(
        2, COALITION, "the strike fell on al-Shamiyah", "al-Shamiyah", Relation.INSIDE,
        speaker="An army source", event="e1", when=tuesday, target=span(COALITION, "the strike"),
    )  # fmt: skip
    beyond = make(
        3, COALITION, "more than 45 miles from the border post", "the border post", Relation.BEYOND,
        figure="45", qualifier=Qualifier.MORE_THAN, speaker="An army source", event="e1", when=tuesday, target=span(COALITION, "the strike"),
    )  # fmt: skip
    within = make(
        4, EARLIER, "within 30 kilometers of the Al-Tanf border crossing", "Al-Tanf border crossing", Relation.WITHIN,
        figure="30", unit=Unit.KILOMETRE, qualifier=Qualifier.WITHIN, event="e2", target=span(EARLIER, "Army units"), role=Role.SIDE,
    )  # fmt: skip
    near = make(
        5, EARLIER, "near the Al-Tanf border crossing in eastern Homs", "Al-Tanf border crossing", Relation.NEAR,
        stance=Stance.HEDGED, event="e3",
    )  # fmt: skip
    claims = [zone, hit, beyond, within, near]
    locations = [
        at(zone, AT_TANF, why="the only border post of that name in Syria"),
        at(hit, None, (NEAR_SHAMIYAH, 0.4), (FAR_SHAMIYAH, 0.3), why="The candidates are far away, or only alike in name."),
        at(beyond, AT_TANF, (AL_WALID, 0.5), why="the border post named before"),
        at(within, AT_TANF),
        at(near, AT_TANF),
        Location(
            mention=Mention(span=span(EARLIER, "eastern Homs"), name="Homs", part="E"),
            candidates=(Candidate(place=HOMS, score=0.9),),
            resolved=HOMS,
        ),
    ]
    return analysis(
        claims,
        locations,
        title="al-Tanf, May and June 2017",
        events=(
            Event(
                id="e1",
                label="the strike",
                when=tuesday,
                claims=("c1", "c2", "c3"),
                reports=("r1",),
                reason="one strike on one day",
                joined=(JoinedPair(claims=("c1", "c3"), reports=("r1", "r1"), probability=0.96, why="both tell of one strike"),),
                may_join=(PossibleJoin(event="e2", probability=0.42, why="both are near one garrison"),),
            ),
            Event(
                id="e2",
                label="Army units",
                when=None,
                claims=("c4",),
                reports=("r2",),
                reason="told once",
                may_join=(
                    PossibleJoin(event="e1", probability=0.42, why="both are near one garrison"),
                    PossibleJoin(event="e3", probability=0.4, why="neither tells the day"),
                ),
            ),
            Event(
                id="e3",
                label="Other fighters",
                when=None,
                claims=("c5",),
                reason="told once",
                may_join=(PossibleJoin(event="e2", probability=0.4, why="neither tells the day"),),
            ),
        ),
        unread=(
            Unread(
                span=span(COALITION, "some 12 leagues away"),
                sentence=span(COALITION, "Smoke was seen some 12 leagues away."),
                why="from where is not said",
            ),
        ),
        problems=(Problem(source="notes.jsonl", place="line 3", reason="not JSON", mend="each line must be one object"),),
    )


def analysis(claims: list[Claim], locations: list[Location], events: tuple[Event, ...] = (), **more: object) -> Analysis:
    evidence, where = evidence_of(claims, locations), {location.mention.key: location for location in locations}
    made = Analysis(
        title="A case",
        reports=tuple(dict.fromkeys(claim.span.report for claim in claims)),
        claims=tuple(claims),
        locations=tuple(locations),
        evidence=evidence,
        findings=check(evidence, where, events=events, policy=Policy()),
        events=events,
    )
    return replace(made, **more)


def disc(lon: float, lat: float, km: str, *, name: str = "Middle") -> Analysis:
    """One disc round a point anywhere on earth."""
    report = Report(id="r1", text=f"They came within {km} kilometers of {name}.")
    claim = make(
        1, report, f"within {km} kilometers of {name}", name, Relation.WITHIN, figure=km, unit=Unit.KILOMETRE, qualifier=Qualifier.WITHIN
    )
    place = Place(id="x:1", name=name, lon=lon, lat=lat, kind="populated place", country=None, extent_m=1000.0)
    return analysis([claim], [at(claim, place)])


def empty() -> Analysis:
    """A report without anything in it."""
    return Analysis(title="Nothing", reports=(Report(id="r1", text="x"),), claims=(), locations=(), evidence=(), findings=(), events=())
