"""One name, one place: what the reports of a case say together of a name that each of them would decide by itself, or leave open.

What a report says of a name is what it adds to what the name alone says, in log-odds: so a reason is heard once for each report that has
it, but that a place is well known is heard once in all.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import fmean

from geomap.gazetteer.kinds import sort_of, sorts_of_kind
from geomap.gazetteer.names.folding import folded
from geomap.gazetteer.names.transliteration import loosened
from geomap.gazetteer.resolution import weights
from geomap.gazetteer.resolution.evidence import kilometres
from geomap.gazetteer.resolution.explanation import FAR_OFF
from geomap.gazetteer.resolution.named import Name
from geomap.gazetteer.resolution.options import lies_in, options_of, rank, same_spot
from geomap.gazetteer.resolution.overlaps import Overlaps
from geomap.gazetteer.store.gazetteer import Gazetteer
from geomap.model import Candidate, Location, MentionKey, MentionKind, Place

_NONE = ""
"""Stands among the ids of candidates for none of them, and for those that a report did not keep."""
_LEAST_SHARE = 1e-4
"""Scores are rounded to this, so that none says more than it."""
_PART, _SEAT = "part", "seat"

Sense = tuple[str, str | None]
"""A name in any transliteration, with what its words ask for: a sort of place, or what the word for it says; None for a town or anything."""


@dataclass(frozen=True, slots=True)
class _Use:
    """One name of one report: where that report puts it, and what it adds to what the name alone says of each candidate."""

    report: str
    locations: tuple[Location, ...]
    alone: Mapping[str, float]
    """Log of the share by the name alone of each candidate that the report kept, by its id."""
    added: Mapping[str, float]
    """What the report adds to it."""
    spoken: frozenset[str]
    """Countries of the report's other names."""

    @property
    def resolved(self) -> Place | None:
        return self.locations[0].resolved

    def places(self) -> Iterator[Place]:
        """The candidates, but those that only a wrong spelling makes so."""
        return (each.place for each in self.locations[0].candidates if not each.guess and each.place.id in self.alone)

    def may_move(self, place: Place) -> bool:
        """Whether the report leaves room for a place that it does not put the name at."""
        own = self.resolved
        if (own is not None and own.id == place.id) or all(each.id != place.id for each in self.places()):
            return False
        if FAR_OFF in self.locations[0].why if own is None else own.kind == "country":
            return False
        abroad = own is None or own.country != place.country
        if abroad and self.spoken and place.country not in self.spoken:
            return False
        return max(self.added.values()) - self.added[place.id] < weights.DECISIVE


def agreed(located: Sequence[Sequence[Location]], gazetteer: Gazetteer) -> list[tuple[Location, ...]]:
    """The locations of each report, where a name means one place in all reports but those that clearly mean another."""
    moved: dict[MentionKey, Location] = {}
    countries = {own[0].mention.span.report.id: _countries(own) for own in located if own}
    for sense, locations in _disputed(by_sense(located)):
        moved |= _settled(_uses(sense, locations, countries, gazetteer))
    if not moved:
        return [tuple(locations) for locations in located]
    return [_moved_in(locations, moved) for locations in located]


def _countries(locations: Iterable[Location]) -> dict[str, set[str]]:
    """The names of a report that have a place in each country."""
    found: dict[str, set[str]] = defaultdict(set)
    for each in locations:
        if each.mention.kind in (MentionKind.NAME, MentionKind.DEMONYM) and each.resolved is not None and each.resolved.country is not None:
            found[each.resolved.country].add(loosened(folded(each.mention.name)))
    return found


def _moved_in(locations: Sequence[Location], moved: Mapping[MentionKey, Location]) -> tuple[Location, ...]:
    """The locations of one report with those that were moved, and the words that stand for them."""
    own = [moved[each.mention.key] for each in locations if each.mention.key in moved]
    named = Overlaps((each.mention.span, each) for each in own)
    return tuple(moved.get(each.mention.key) or _following(each, named) for each in locations)


def by_sense(located: Iterable[Sequence[Location]]) -> dict[Sense, list[Location]]:
    """The names of the reports by sense, without those of which a part is meant and the bare ones that their report has with a sort, too.

    Within a report these mean the same place, as the sort has it.
    """
    found: dict[Sense, list[Location]] = defaultdict(list)
    for locations in located:
        own: dict[str, list[tuple[str | None, Location]]] = defaultdict(list)
        for each in locations:
            if each.mention.kind is MentionKind.NAME:
                own[loosened(folded(each.mention.name))].append((_asked_for(each), each))
        for name, meant in own.items():
            with_sort: list[tuple[Candidate, ...]] = []
            for asked, each in meant:
                if (asked == _PART or sort_of(asked) is not None) and each.candidates not in with_sort:
                    with_sort.append(each.candidates)
            for asked, each in meant:
                if asked != _PART and (asked is not None or each.candidates not in with_sort):
                    found[name, sort_of(asked) or asked].append(each)
    return found


def _asked_for(location: Location) -> str | None:
    """The word that says what is meant, but for a town."""
    if location.mention.part is not None:
        return _PART
    if location.mention.metonym:
        return _SEAT
    feature = location.mention.feature
    return None if feature is None or sort_of(feature) == "settlement" else feature


def _disputed(names: Mapping[Sense, list[Location]]) -> Iterator[tuple[Sense, list[Location]]]:
    """The names that are not at one place in all reports."""
    for sense, locations in names.items():
        places = {None if each.resolved is None else each.resolved.id for each in locations}
        if len(places) > 1:
            yield sense, locations


def _uses(sense: Sense, locations: Sequence[Location], countries: Mapping[str, Mapping[str, set[str]]], gazetteer: Gazetteer) -> list[_Use]:
    """What each report says of a name, in the order of the reports' ids, for sums of floats depend on their order."""
    alone: dict[str, dict[str, float]] = {}
    together: dict[tuple[str, tuple[Candidate, ...]], list[Location]] = {}
    for each in locations:
        together.setdefault((each.mention.span.report.id, each.candidates), []).append(each)
    uses = []
    for (report, candidates), own in sorted(together.items(), key=lambda item: (item[0][0], item[1][0].mention.span.start)):
        text = own[0].mention.name
        if text not in alone:
            sort = None if sense[1] is None else sort_of(own[0].mention.feature)
            alone[text] = _alone(Name(text, sort, [own[0].mention]), gazetteer)
        kept = {each.place.id: each.score for each in candidates if each.place.id in alone[text]}
        said, by_name = _log_shares(kept), _log_shares({key: alone[text][key] for key in kept})
        spoken = frozenset(country for country, names in countries[report].items() if names - {sense[0]})
        uses.append(_Use(report, tuple(own), by_name, {key: said[key] - share for key, share in by_name.items()}, spoken))
    return uses


def _alone(name: Name, gazetteer: Gazetteer) -> dict[str, float]:
    """The share of each candidate by what a name and its places say by themselves."""
    options = options_of(name, gazetteer, (), cued=False)
    for option in options:
        option.total = option.alone
    rank(options)
    return {option.place.id: option.score for option in options}


def _log_shares(scores: Mapping[str, float]) -> dict[str, float]:
    shares = {**scores, _NONE: 1.0 - sum(scores.values())}
    return {key: math.log(max(share, _LEAST_SHARE)) for key, share in shares.items()}


def _settled(uses: Sequence[_Use]) -> dict[MentionKey, Location]:
    """The mentions of a name that follow from the other reports, at the place that all reports together speak for."""
    shares = _together(uses)
    place = _leader(uses, shares, weights.LEAST_LEAD)
    if place is None:
        return {}
    moving = [use for use in uses if use.may_move(place)]
    staying = [use.resolved for use in uses if use.resolved is not None and use not in moving]
    if any(not same_spot(own, place) for own in staying) and _leader(uses, shares, weights.DECISIVE) is None:
        return {}  # the case has to do with two of the name, so that a report which does not say which leaves it open
    others = sorted({use.report for use in uses if use.resolved is not None and use.resolved.id == place.id})
    return {each.mention.key: _put(each, place, shares, others) for use in moving for each in use.locations}


def _together(uses: Sequence[_Use]) -> Mapping[str, float]:
    """The share of each candidate by what the name says and all reports add."""
    keys = sorted({key for use in uses for key in use.alone})
    by_name = {key: fmean(use.alone[key] for use in uses if key in use.alone) for key in keys}
    odds = {key: by_name[key] + sum(use.added.get(key, use.added[_NONE]) for use in uses) for key in keys}
    most = max(odds.values())
    shares = {key: math.exp(each - most) for key, each in odds.items()}
    whole = sum(shares.values())
    return {key: share / whole for key, share in shares.items()}


def _leader(uses: Sequence[_Use], shares: Mapping[str, float], lead: float) -> Place | None:
    """The place that leads by so much, of those that a report puts the name at; a town there rather than the division round it."""
    places = {place.id: place for use in uses for place in use.places() if place.id in shares}
    meant = _meant([place for place in _put_at(uses) if place.id in places], shares)
    if meant is None or shares[meant.id] < weights.LEAST_SCORE:
        return None
    rivals = [shares[place.id] for place in places.values() if not same_spot(meant, place)]
    return meant if all(shares[meant.id] > math.exp(lead) * share for share in rivals) else None


def _put_at(uses: Iterable[_Use]) -> list[Place]:
    return list({use.resolved.id: use.resolved for use in uses if use.resolved is not None}.values())


def _meant(places: Sequence[Place], shares: Mapping[str, float]) -> Place | None:
    """The likeliest of some places; a town rather than the division round it, though not than its country."""
    best = max(places, key=lambda place: (shares[place.id], place.id), default=None)
    if best is None or best.kind == "country":
        return best
    towns = [place for place in places if "settlement" in sorts_of_kind(place.kind) and lies_in(place, best)]
    return max(towns, key=lambda place: (shares[place.id], place.id), default=best)


def _put(location: Location, place: Place, shares: Mapping[str, float], others: Sequence[str]) -> Location:
    """A mention at the place that the reports agree on, with scores that are theirs too."""
    because = f"the other reports that have this name speak for it ({', '.join(others)})"
    candidates = [
        replace(
            each,
            score=round(shares.get(each.place.id, each.score), 4),
            reasons=(because, *each.reasons) if each.place.id == place.id else each.reasons,
        )
        for each in location.candidates
    ]
    candidates.sort(key=lambda each: (each.place.id != place.id, -each.score))
    return replace(location, candidates=tuple(candidates), resolved=place, why=f"{place.name} leads: {because}")


def _following(location: Location, named: Overlaps[Location]) -> Location:
    """Words that stand for a name are where it is: "the town"."""
    antecedent = location.mention.antecedent
    meant = None if antecedent is None or location.mention.kind is not MentionKind.COMMON else named.first(antecedent)
    if meant is None or meant.resolved is None:
        return location
    why = f"it stands for “{meant.mention.span.text}”"
    first = Candidate(place=meant.resolved, score=meant.candidates[0].score, reasons=(why,))
    return replace(location, candidates=(first,), resolved=meant.resolved, why=why)


def at_several_places(locations: Sequence[Location]) -> Iterator[str]:
    """Each name that the reports, for all that they say together, put at several places, with these and how far apart they are."""
    by_report: dict[str, list[Location]] = defaultdict(list)
    for each in locations:
        by_report[each.mention.span.report.id].append(each)
    for _, same in _disputed(by_sense(by_report.values())):
        places: dict[str, Place] = {}
        reports: dict[str, dict[str, None]] = defaultdict(dict)
        for each in same:
            if each.resolved is not None:
                places[each.resolved.id] = each.resolved
                reports[each.resolved.id][each.mention.span.report.id] = None
        if len(places) > 1:
            yield _told(same[0].mention.name, list(places.values()), reports)


def _told(name: str, places: Sequence[Place], reports: Mapping[str, Iterable[str]]) -> str:
    listed = "; ".join(f"{place.name} ({_kind_and_country(place)}) in {', '.join(reports[place.id])}" for place in places)
    apart = max(kilometres(a, b) for a in places for b in places)
    number = "two" if len(places) == 2 else str(len(places))
    return f"“{name}” is {number} places in this case: {listed}, {'' if len(places) == 2 else 'up to '}{apart:.0f} km apart"


def _kind_and_country(place: Place) -> str:
    return place.kind if place.country is None else f"{place.kind}, {place.country}"
