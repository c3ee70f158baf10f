"""From the mentions of one report to places: all candidates ranked with reasons, and one resolved where the evidence suffices."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from geomap.gazetteer.kinds import VAST
from geomap.gazetteer.names.folding import folded
from geomap.gazetteer.resolution import weights
from geomap.gazetteer.resolution.capitals import capital_of
from geomap.gazetteer.resolution.company import Company
from geomap.gazetteer.resolution.context import home_country, weigh_containers, weigh_distances, weigh_home
from geomap.gazetteer.resolution.evidence import Board, Option, kilometres
from geomap.gazetteer.resolution.explanation import MOST_DOUBTFUL, location_of
from geomap.gazetteer.resolution.involvement import Involvement
from geomap.gazetteer.resolution.named import Name, names_of
from geomap.gazetteer.resolution.options import (
    FAR_KM,
    MAIN_GRADES,
    is_unknown,
    options_of,
    prefer_bare,
    rank,
    same_spot,
)
from geomap.gazetteer.resolution.overlaps import Overlaps
from geomap.gazetteer.resolution.unnamed import Unnamed
from geomap.gazetteer.store.gazetteer import Gazetteer, Grade, Match
from geomap.model import AREAS, Claim, Location, Mention, MentionKey, Place
from geomap.policy import Policy
from geomap.units import Interval

MOST_NAMES = 5000
"""Different names of one report that are looked up; longer lists are no report."""
TOO_MANY = f"the report has {MOST_NAMES} other names before this one, and no more are looked up; split it into several reports"
MOST_COMPARED = 4000
"""Candidates of a report that are all compared with one another."""
PART = 500
"""Candidates compared with one another where there are more."""
PROMINENT = 100_000
"""Inhabitants from which a place is well enough known to be named without its country."""
KNOWN_AT_HOME = 20_000
"""Inhabitants from which a place is well enough known in its country to be named there by another name than its main one.

So it is by its main name in another spelling, where the words ask for its sort of place.
"""
_NOTHING: Mapping[str, Sequence[Match]] = MappingProxyType({})


def locate(
    mentions: Sequence[Mention],
    *,
    gazetteer: Gazetteer,
    claims: Sequence[Claim] = (),
    policy: Policy | None = None,
    home: Sequence[str] = (),
    online: Mapping[str, Sequence[Match]] = _NOTHING,
) -> tuple[Location, ...]:
    """Candidate places of each mention of one report, best first, in the order of the mentions.

    A name means one place throughout a report. What counts is how the name fits, the sort of place that the words ask for, how well
    known the place is, a larger place named right after it, the distances that the report states between its places, the countries
    and places that it names otherwise, and a little the country that its publisher is called after (`home`, the names of such
    places). A name stays unresolved where two namesakes are equally likely, or where the only one is obscure and far
    from everything else in the report, or where the report's own claims say that the place is some distance from another and the
    namesake is many times as far. A common noun means the place of its antecedent, or another of its kind near by.

    `online` holds what online geocoders answered, by the folded name that they were asked for: more candidates, weighed as the others are.
    """
    policy = policy or Policy()
    every_name = names_of(mentions)
    names = every_name[:MOST_NAMES]
    _look_up(names, claims, gazetteer, online)
    prefer_bare(names)
    weigh_containers(names, mentions)
    weigh_distances(names, claims, policy)
    publisher = home_country(home, gazetteer)
    weigh_home(names, publisher, gazetteer)
    parts = _parts(names)
    for part in parts:
        _weigh(part)
        _settle(part, gazetteer)
    _heed_distances(names, claims, policy)
    located = {mention.key: Location(mention=mention, why=TOO_MANY) for name in every_name[MOST_NAMES:] for mention in name.mentions}
    for part in parts:
        located |= _locations(part, gazetteer)
    involved = Involvement.of(located.values(), claims, None if publisher is None else publisher[0], gazetteer)
    unnamed = Unnamed(located, _company(names), involved, gazetteer, policy)
    return tuple(located.get(mention.key) or unnamed.location(mention) for mention in mentions)


def _look_up(names: list[Name], claims: Sequence[Claim], gazetteer: Gazetteer, online: Mapping[str, Sequence[Match]]) -> None:
    """Give each name its candidates; the first of the unknown ones that something says are places are looked for as slips, too."""
    anchors = {anchor.key for claim in claims for anchor in claim.anchors}
    doubtful = 0
    for name in names:
        cued = any(mention.feature is not None or mention.key in anchors for mention in name.mentions)
        name.options = options_of(name, gazetteer, online.get(folded(name.text), ()), cued=cued and doubtful < MOST_DOUBTFUL)
        if cued and is_unknown(name.options):
            doubtful += 1
            name.passed_over = doubtful > MOST_DOUBTFUL


def _locations(names: list[Name], gazetteer: Gazetteer) -> dict[MentionKey, Location]:
    """Each mention of some names with its candidates and their reasons."""
    company = _company(names)
    located: dict[MentionKey, Location] = {}
    for name in names:
        location = location_of(name, company, gazetteer)
        located |= {mention.key: capital_of(replace(location, mention=mention), gazetteer) for mention in name.mentions}
    return located


def _parts(names: list[Name]) -> list[list[Name]]:
    """The names that are weighed with one another: all of a report, but those of an endless one in parts, as they come in it.

    Each candidate is compared with all others, so a part is kept small where there are several.
    """
    if sum(len(name.options) for name in names) <= MOST_COMPARED:
        return [names]
    parts: list[list[Name]] = []
    size = PART
    for name in names:
        if size + len(name.options) > PART:
            parts.append([])
            size = 0
        parts[-1].append(name)
        size += len(name.options)
    return parts


def _weigh(names: list[Name]) -> None:
    """Sum up the evidence of all candidates, with what the names of the report say for one another, and sort them."""
    if not any(name.options for name in names):
        return
    board = Board.of([name.options for name in names], [len(name.mentions) for name in names])
    total, country, division, nearby = board.weigh()
    options = [option for name in names for option in name.options]
    for option, *added in zip(options, total, country, division, nearby, strict=True):
        option.total, option.country, option.division, option.nearby = (float(weight) for weight in added)
        if option.unsupported:
            option.total = min(option.total, weights.MOST_UNSUPPORTED)
    for name in names:
        rank(name.options)


def _settle(names: list[Name], gazetteer: Gazetteer) -> None:
    """Decide which names are resolved: first by their own evidence, then without far-off obscure namesakes."""
    for name in names:
        name.resolved = _clear_leader(name.options)
    company = _company(names)
    for name in names:
        others = company.besides(name)
        for option in name.options:
            if others and _obscure(option) and company.nearest(option.place, besides=name)[0][0] > FAR_KM:
                option.set_far()
        rank(name.options)
    _refuse_strangers(names, gazetteer)
    for name in names:
        name.resolved = _clear_leader(name.options)


def _heed_distances(names: list[Name], claims: Sequence[Claim], policy: Policy) -> None:
    """Take back a resolution that lies out of all proportion to the distance which the report states of the same thing.

    "The strike hit X, more than 45 miles from Y" is no reason to believe in an X eight times as far from Y.
    """
    by_span = {(mention.span.start, mention.span.end): name for name in names for mention in name.mentions}
    mentioned = Overlaps((mention.span, name) for name in names for mention in name.mentions)
    for named, measured in _distances_stated(claims):
        name = by_span.get((named.span.start, named.span.end))
        anchor = measured.anchors[0]
        referred = mentioned.first(anchor.antecedent or anchor.span)
        reference = None if referred is None else referred.resolved
        stated = measured.literal_distance
        if name is None or reference is None or stated is None or name.resolved is None:
            continue
        limit = Interval(0.0, policy.far_off * (stated.low if math.isinf(stated.high) else stated.high))
        words = " ".join(measured.span.text.split())
        for option in name.options:
            away = kilometres(option.place, reference)
            if limit.miss(1000 * away) > option.place.extent_m + reference.extent_m:
                option.set_far(f"{away:.0f} km from {reference.name}, where the text has “{words}”")
        rank(name.options)
        name.resolved = _clear_leader(name.options)


def _distances_stated(claims: Sequence[Claim]) -> Iterator[tuple[Mention, Claim]]:
    """Names that a claim puts something in, with a claim of the same sentence and speaker on how far that is from elsewhere."""
    by_sentence: dict[tuple[int, int], list[Claim]] = {}
    for claim in claims:
        by_sentence.setdefault((claim.sentence.start, claim.sentence.end), []).append(claim)
    for inside in claims:
        if not inside.relation.traits.is_containment or inside.literal_distance is not None or not inside.anchors or inside.anchors[0].part:
            continue
        for measured in by_sentence[inside.sentence.start, inside.sentence.end]:
            same = measured.speaker == inside.speaker and measured.span.start >= inside.span.end
            if same and measured.literal_distance is not None and len(measured.anchors) == 1 and not measured.declares_zone:
                yield inside.anchors[0], measured


def _company(names: list[Name]) -> Company:
    """The resolved places of some names that are points."""
    return Company([(name, name.resolved) for name in names if name.resolved is not None and name.resolved.kind not in VAST])


def _refuse_strangers(names: list[Name], gazetteer: Gazetteer) -> None:
    """Take little known places in countries that the report does not speak of for far-off namesakes, unless several are near one another."""
    led = [name for name in names if name.options and _clear_leader(name.options) is not None]
    known = [name for name in led if _well_known(name.options[0])]
    spoken = frozenset(name.options[0].place.country for name in known) - {None}
    if not spoken:
        return
    well_known, as_spelt = _leaders(known), _leaders([name for name in led if name.options[0].grade.as_spelt])
    for name in names:
        strange = [option for option in name.options if _is_stranger(name, option, spoken, well_known, as_spelt)]
        if strange and strange[0] is name.options[0]:
            _set_far(strange, gazetteer)
            rank(name.options)


def _set_far(strange: Sequence[Option], gazetteer: Gazetteer) -> None:
    for option in strange:
        if not option.far:
            option.set_far(f"in {gazetteer.country_name(option.place.country)}, of which the report does not speak")


def _is_stranger(name: Name, option: Option, spoken: Collection[str | None], well_known: Company, as_spelt: Company) -> bool:
    """Whether a place is little known, in a country that is not spoken of, and near no well-known place nor two that are named as they are spelt."""
    place = option.place
    if option.placed or _well_known(option) or place.country is None or place.country in spoken:
        return False
    return not _has_near(place, name, well_known, 1) and not _has_near(place, name, as_spelt, 2)


def _has_near(place: Place, name: Name, company: Company, count: int) -> bool:
    """Whether so many places of other names are near one."""
    near = company.nearest(place, besides=name, count=count)[:count]
    return len(near) == count and near[-1][0] <= FAR_KM


def _well_known(option: Option) -> bool:
    """Whether a place may be named without its country; a region or the like only as it is spelt."""
    place = option.place
    return place.kind == "country" or place.population >= PROMINENT or (option.grade.as_spelt and place.kind in AREAS)


def _leaders(names: list[Name]) -> Company:
    """The places that lead some names and are points."""
    return Company([(name, name.options[0].place) for name in names if name.options[0].place.kind not in VAST])


def _obscure(option: Option) -> bool:
    """Whether a place needs company in the report to be believed: small, and not put anywhere by the text."""
    place = option.place
    if place.population >= PROMINENT or place.kind in AREAS or option.placed:
        return False
    if option.country < weights.AT_HOME:
        return True
    as_good = option.grade is Grade.EXACT or (option.grade is Grade.LOOSE_MAIN and option.asked_for)
    return not (option.grade in MAIN_GRADES or (as_good and place.population >= KNOWN_AT_HOME))


def _clear_leader(options: list[Option]) -> Place | None:
    """The first candidate, where it is likely enough and no other place is about as likely."""
    if not options or options[0].score < weights.LEAST_SCORE or options[0].far or options[0].unsupported:
        return None
    best = options[0]
    for rival in options[1:]:
        if rival.total < best.total - weights.LEAST_LEAD:
            break
        if not same_spot(best.place, rival.place):
            return None
    return best.place
