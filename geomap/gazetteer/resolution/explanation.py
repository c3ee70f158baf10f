"""What became of a name: its candidates with their reasons in plain words, and why the first leads or none does."""

from __future__ import annotations

import math
from collections.abc import Sequence

from geomap.gazetteer.kinds import VAST
from geomap.gazetteer.resolution import weights
from geomap.gazetteer.resolution.company import Company
from geomap.gazetteer.resolution.evidence import Option, kilometres
from geomap.gazetteer.resolution.named import Name
from geomap.gazetteer.resolution.options import same_spot
from geomap.gazetteer.store.gazetteer import Gazetteer
from geomap.model import Candidate, Location, MentionKind, Place

MOST_CANDIDATES = 8
"""Candidates of one name that are kept."""
RELATED_M = 150_000.0
"""How far from the report's other places a name that fits only in part is looked for."""
MOST_RELATED = 3
RELATED_SCORE = 0.25
"""Most that a name which fits only in part can score."""
MOST_LISTED = 4
FAR_OFF = "is a far-off namesake"
"""Why a name is open of which the report itself says that its best candidate is not meant."""
MOST_DOUBTFUL = 300
"""Unknown names of one report that are looked for as wrong spellings of others, which takes some milliseconds each."""


def location_of(name: Name, company: Company, gazetteer: Gazetteer) -> Location:
    """The candidates of a name with their reasons, and why the first leads or none does."""
    candidates = [_candidate(name, option, company, gazetteer) for option in name.options[:MOST_CANDIDATES]]
    if name.resolved is None and name.mentions[0].kind is MentionKind.NAME:
        candidates += _related(name, company, gazetteer)
        candidates.sort(key=lambda candidate: -candidate.score)
    return Location(mention=name.mentions[0], candidates=tuple(candidates), resolved=name.resolved, why=_why(name, candidates, company))


def _in_country(place: Place, gazetteer: Gazetteer) -> str:
    if place.kind == "country":
        return "other places of the report are in it"
    return f"in {gazetteer.country_name(place.country)}, as other places of the report"


def _candidate(name: Name, option: Option, company: Company, gazetteer: Gazetteer) -> Candidate:
    reasons = list(option.evidence)
    if option.country > weights.LEAST_REASON:
        reasons.append((option.country, _in_country(option.place, gazetteer)))
    if option.division > weights.LEAST_REASON:
        reasons.append((option.division, "in the same first-level division as other places of the report"))
    if company.besides(name) and option.place.kind not in VAST:
        reasons.append((weights.FAR if _is_far(option) else option.nearby, _distances(name, option, company)))
    reasons.sort(key=lambda reason: -abs(reason[0]))
    texts = [text for _, text in reasons]
    if option.guess:
        # That it is one is the first thing to know.
        texts.insert(0, texts.pop(texts.index(option.evidence[0][1])))
    kept = [text for text in texts if not any(other != text and other.startswith(text) for other in texts)]
    return Candidate(place=option.place, score=round(option.score, 4), reasons=tuple(kept), guess=option.guess)


def _is_far(option: Option) -> bool:
    """Whether it is for its distance from the report's other places that a candidate is held to be far-off."""
    return option.far and not option.far_because


def _distances(name: Name, option: Option, company: Company) -> str:
    """How far a candidate is from the nearest other places of its report."""
    near = company.nearest(option.place, besides=name, count=2 * MOST_LISTED if _is_far(option) else 1)
    listed = sorted({(round(away, 1), other.name) for away, other in near})
    if _is_far(option):
        return "far from the report's other places: " + ", ".join(f"{away:.0f} km from {other}" for away, other in listed[:MOST_LISTED])
    away, other = listed[0]
    return f"{away:.1f} km from {other}, of the same report"


def _related(name: Name, company: Company, gazetteer: Gazetteer) -> list[Candidate]:
    """Places near the report's others whose name fits only in part."""
    known = company.ids.union(option.place.id for option in name.options)
    found: list[Candidate] = []
    for place, alternate in gazetteer.related(name.text) if company.besides(name) else ():
        if place.id in known or not company.within(place, RELATED_M / 1000):
            continue
        away, other = company.nearest(place, besides=name)[0]
        if 1000 * away > RELATED_M:
            continue
        reasons = (f"its name is like this one only in part ({alternate})", f"{away:.1f} km from {other.name}, of the same report")
        score = round(RELATED_SCORE * math.exp(-1000 * away / RELATED_M), 4)
        found.append(Candidate(place=place, score=score, reasons=reasons))
    return sorted(found, key=lambda candidate: (-candidate.score, candidate.place.id))[:MOST_RELATED]


def _why(name: Name, candidates: Sequence[Candidate], company: Company) -> str:
    if name.resolved is not None:
        leading = next(candidate for candidate in candidates if candidate.place.id == name.resolved.id)
        return f"{name.resolved.name} leads: " + "; ".join(leading.reasons[:2])
    if not name.options:
        more = f", and {MOST_DOUBTFUL} names before it are unknown too, so that it was not looked for as a slip" if name.passed_over else ""
        return "the gazetteer has no place of this name" + (", only names like it in part" if candidates else "") + more
    best = name.options[0]
    if best.unsupported:
        return f"the gazetteer has no place of this name; {best.place.name} is {best.evidence[0][1]}, and nothing else speaks for it"
    if best.far:
        return f"{best.place.name} {FAR_OFF}: {best.far_because or _distances(name, best, company)}"
    if best.score < weights.LEAST_SCORE:
        return f"the evidence for {best.place.name} is thin"
    second = next(option for option in name.options[1:] if not same_spot(best.place, option.place))
    apart = kilometres(best.place, second.place)
    return f"{best.place.name} ({best.place.country}) and {second.place.name} ({second.place.country}), {apart:.0f} km apart, are about as likely"
