"""From the mentions of one report to places: all candidates ranked with reasons, and one resolved where the evidence suffices."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from types import MappingProxyType

from geomap.gazetteer.company import Company
from geomap.gazetteer.evidence import CONTAINED_WEIGHT, MOST_UNSUPPORTED, Board, Option, join, kilometres, option_of
from geomap.gazetteer.features import AIRFIELD_SORTS, AIRFIELD_WORDS, UNCOUNTED, VAST, sort_of, with_article
from geomap.gazetteer.folding import folded
from geomap.gazetteer.lines import line_location
from geomap.gazetteer.overlaps import Overlaps
from geomap.gazetteer.reported import reported
from geomap.gazetteer.stated import stated_in, weigh_stated
from geomap.gazetteer.store import Gazetteer, Grade, Match
from geomap.model import AREAS, Candidate, Claim, Location, Mention, MentionKind, Place
from geomap.policy import Policy
from geomap.relations import Relation

MOST_OPTIONS = 40
"""Namesakes of one name that are weighed, in the gazetteer's order."""
MOST_NAMES = 5000
"""Different names of one report that are looked up; longer lists are no report."""
TOO_MANY = f"the report has {MOST_NAMES} other names before this one, and no more are looked up; split it into several reports"
MOST_DOUBTFUL = 300
"""Unknown names of one report that are looked for as wrong spellings of others, which takes some milliseconds each."""
MOST_COMPARED = 4000
"""Candidates of a report that are all compared with one another."""
PART = 500
"""Candidates compared with one another where there are more."""
MOST_CANDIDATES = 8
"""Candidates of one name that are kept."""
FAR_KM = 300.0
"""A place farther than this from all others of the report is a far-off namesake."""
PROMINENT = 100_000
"""Inhabitants from which a place is well enough known to be named without its country."""
LEAST_SCORE = 0.3
"""A candidate below this score is not resolved to."""
LEAST_LEAD = 0.2
"""Log-odds by which the first candidate must lead a second one somewhere else."""
SAME_PLACE_KM = 40.0
"""Candidates this near to one another, or within the larger one's extent, are the same place for most purposes."""
RELATED_M = 150_000.0
"""How far from the report's other places a name that fits only in part is looked for."""
MOST_RELATED = 3
RELATED_SCORE = 0.25
"""Most that a name which fits only in part can score."""
AT_HOME = 1.0
"""Log-odds that its country must add for a small place far from all others to be believed by its own name."""
MAIN_GRADES = (Grade.EXACT_MAIN, Grade.MAIN)
FAR_WEIGHT = -2.5
"""What being obscure and far from everything else takes from a candidate, in log-odds."""
AIRFIELD_WEIGHT = 3.0
"""What an airport gains whose own name is the town's and the word for the sort, as the text has them."""
CITY_WEIGHT = -1.5
"""What a division loses where a city in it has its name, and the words do not ask for a division."""
PART_WEIGHT = 1.5
"""What a country or division gains where the words name a part of it."""
HOME_WEIGHT = 0.8
"""What lying in the publisher's country adds, in log-odds: papers write of the world, but leave out the country where it is their own."""
SURE_HOME = 0.6
"""Least score of the place that a publisher is called after."""
LEAST_REASON = 0.4
"""Weights below this are no reason worth printing."""
MOST_LISTED = 4
SIBLING_SHARE = 0.5
"""A sibling's score, as a share of that of the antecedent's place."""

_CONTAINER = re.compile(r"\s*(?:,|\(|,?\s+in\s+(?:the\s+)?|'s)\s*")
"""What may stand between a place and the larger one that it lies in: "Paris, Texas", "Paris (Texas)"."""
_NOTHING: Mapping[str, Sequence[Match]] = MappingProxyType({})


@dataclass(slots=True)
class _Name:
    """A name of the report with its mentions, which all mean one place."""

    text: str
    sort: str | None
    mentions: list[Mention] = field(default_factory=list)
    options: list[Option] = field(default_factory=list)
    resolved: Place | None = None
    passed_over: bool = False
    """Whether too many names before it are unknown for it to be looked for as a wrong spelling."""


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
    names = _names(mentions)
    anchors = {_key(anchor) for claim in claims for anchor in claim.anchors}
    doubtful = 0
    for name in names[:MOST_NAMES]:
        cued = any(mention.feature is not None or _key(mention) in anchors for mention in name.mentions)
        name.options = _options(name, gazetteer, online.get(folded(name.text), ()), cued=cued and doubtful < MOST_DOUBTFUL)
        if cued and _unknown(name.options):
            doubtful += 1
            name.passed_over = doubtful > MOST_DOUBTFUL
    _weigh_containers(names, mentions)
    _weigh_stated(names, claims, policy)
    _weigh_home(names, home, gazetteer)
    parts = _parts(names[:MOST_NAMES])
    for part in parts:
        _weigh(part)
        _settle(part)
    _heed_distances(names, claims, policy)
    located: dict[tuple[int, int, str], Location] = {}
    for part in parts:
        company = _company(part)
        for name in part:
            location = _location(name, company, gazetteer)
            located |= {_key(mention): replace(location, mention=mention) for mention in name.mentions}
    for name in names[MOST_NAMES:]:
        located |= {_key(mention): Location(mention=mention, why=TOO_MANY) for mention in name.mentions}
    unnamed = _Unnamed(located, _company(names), gazetteer, policy)
    return tuple(located.get(_key(mention)) or unnamed.location(mention) for mention in mentions)


def _parts(names: list[_Name]) -> list[list[_Name]]:
    """The names that are weighed with one another: all of a report, but those of an endless one in parts, as they come in it.

    Each candidate is compared with all others, so a part is kept small where there are several.
    """
    if sum(len(name.options) for name in names) <= MOST_COMPARED:
        return [names]
    parts: list[list[_Name]] = []
    size = PART
    for name in names:
        if size + len(name.options) > PART:
            parts.append([])
            size = 0
        parts[-1].append(name)
        size += len(name.options)
    return parts


def _key(mention: Mention) -> tuple[int, int, str]:
    return (mention.span.start, mention.span.end, mention.kind.value)


def _names(mentions: Iterable[Mention]) -> list[_Name]:
    """The names of a report: mentions of one name are one, unless the words ask for two sorts of place."""
    groups: dict[tuple[str, bool], dict[str | None, _Name]] = {}
    for mention in mentions:
        if mention.kind in (MentionKind.NAME, MentionKind.DEMONYM):
            sorts = groups.setdefault((folded(mention.name), mention.kind is MentionKind.DEMONYM), {})
            sort = sort_of(mention.feature)
            sorts.setdefault(sort, _Name(mention.name, sort)).mentions.append(mention)
    for sorts in groups.values():
        if None in sorts and len(sorts) == 2:
            bare = sorts.pop(None)
            (only,) = sorts.values()
            if only.sort == "airport":  # Donetsk is another place than Donetsk airport
                sorts[None] = bare
            else:
                only.mentions += bare.mentions
    return [name for sorts in groups.values() for name in sorts.values()]


def _options(name: _Name, gazetteer: Gazetteer, online: Sequence[Match], *, cued: bool) -> list[Option]:
    """The candidates of a name by what their names and they themselves say; a nationality word means a country or a part of one.

    Where no place has the name, one that is `cued`, as a claim's anchor or by a word such as "town", may be spelt wrong.
    """
    matches = gazetteer.matches(name.text)
    if name.sort in AIRFIELD_SORTS:
        matches = (*matches, *_airfields(name.text, gazetteer, {match.place.id for match in matches}))
    if name.mentions[0].kind is MentionKind.DEMONYM:
        matches = tuple(match for match in matches if match.place.kind in AREAS) or matches
        online = ()
    elif cued and _unknown(matches):
        known = {match.place.id for match in matches}
        matches = (*matches, *(match for match in gazetteer.guesses(name.text) if match.place.id not in known))
    options = [option_of(match, name.sort) for match in matches[:MOST_OPTIONS]]
    join(options, online, name.sort)
    _prefer_countries(options)
    if name.sort is None:
        if any(mention.part for mention in name.mentions):
            _prefer_divisions(options)
        else:
            _prefer_cities(options)
    return options


def _unknown(found: Iterable[Match | Option]) -> bool:
    """Whether no place has a name as it is spelt."""
    return not any(each.grade < Grade.LOOSE_MAIN for each in found)


def _airfields(town: str, gazetteer: Gazetteer, known: Collection[str]) -> Iterator[Match]:
    """The airports and air bases that are called after a town or a name, which as a bare name is not theirs."""
    found = {match.place.id: match for word in AIRFIELD_WORDS for match in gazetteer.matches(f"{town} {word}")}
    for key, match in found.items():
        if key not in known:
            yield match.with_evidence(AIRFIELD_WEIGHT, f"the words together are its name ({match.name})")


def _prefer_cities(options: list[Option]) -> None:
    """A bare name that a city and the division round it share more often means the city."""
    for option in options:
        if option.place.kind == "first-level division" and any(_lies_in(other.place, option.place) for other in options):
            option.evidence.append((CITY_WEIGHT, "a city in it has the same name"))


def _prefer_countries(options: list[Option]) -> None:
    """A country's own name does not mean the city in it that is also called so."""
    for option in options:
        if option.grade not in MAIN_GRADES and any(
            other.place.kind == "country" and other.grade in MAIN_GRADES and _lies_in(option.place, other.place) for other in options
        ):
            option.evidence.append((CITY_WEIGHT, "the country that it lies in has this name as its own"))


def _prefer_divisions(options: list[Option]) -> None:
    """The parts of a name ("eastern Homs") that reports speak of are those of a country or division, rather than of a city in it."""
    for option in options:
        if option.place.kind in AREAS:
            option.evidence.append((PART_WEIGHT, f"{with_article(option.place.kind)}, of which the text names a part"))


def _weigh_containers(names: list[_Name], mentions: Sequence[Mention]) -> None:
    """Let a larger place named right after a name speak for the namesakes that lie in it, and the other way round."""
    by_key = {_key(mention): name for name in names for mention in name.mentions}
    ordered = sorted((mention for mention in mentions if _key(mention) in by_key), key=lambda mention: mention.span.start)
    seen: set[tuple[int, int]] = set()
    for inner, outer in pairwise(ordered):
        between = inner.span.report.text[inner.span.end : outer.span.start] if inner.span.end <= outer.span.start else None
        name, container = by_key[_key(inner)], by_key[_key(outer)]
        if between is None or name is container or (id(name), id(container)) in seen or not _CONTAINER.fullmatch(between):
            continue
        seen.add((id(name), id(container)))
        _weigh_container(name, container)


def _weigh_container(name: _Name, container: _Name) -> None:
    held = [(option, around) for option in name.options for around in container.options if _lies_in(option.place, around.place)]
    if not held:
        return
    inside = {id(option) for option, _ in held}
    for option in name.options:
        if id(option) in inside:
            option.evidence.append((CONTAINED_WEIGHT, f"the text puts it in {container.text}"))
            option.placed = True
        else:
            option.evidence.append((-CONTAINED_WEIGHT / 2, f"not in {container.text}, where the text puts it"))
    for around in {id(around): around for _, around in held}.values():
        around.evidence.append((CONTAINED_WEIGHT / 2, f"{name.text} lies in it"))


def _weigh_stated(names: list[_Name], claims: Sequence[Claim], policy: Policy) -> None:
    """Let the report's own distances between its places speak for the namesakes that fit them."""
    by_key = {_key(mention): name for name in names for mention in name.mentions}
    mentioned = Overlaps((mention.span, mention) for name in names for mention in name.mentions)
    for said in stated_in(claims, mentioned):
        named, anchor = by_key[_key(said.named)], mentioned.first(said.anchor.span)
        if anchor is not None and by_key[_key(anchor)] is not named:
            weigh_stated(said, named.options, by_key[_key(anchor)].options, policy)


def _weigh_home(names: list[_Name], home: Sequence[str], gazetteer: Gazetteer) -> None:
    """Let the country that the publisher is called after speak for the namesakes in it, where there is but one."""
    countries = {country: words for words in home if (country := _country_of(words, gazetteer)) is not None}
    if len(countries) != 1:
        return
    ((country, words),) = countries.items()
    for option in (option for name in names for option in name.options):
        if option.place.country == country:
            option.evidence.append((HOME_WEIGHT, f"in {gazetteer.country_name(country)}, as the publisher's name has it ({words})"))


def _country_of(words: str, gazetteer: Gazetteer) -> str | None:
    """The country that a name surely speaks of."""
    options = [option_of(match, None) for match in gazetteer.matches(words)[:MOST_OPTIONS]]
    for option in options:
        option.total = option.alone
    _rank(options)
    return options[0].place.country if options and options[0].score >= SURE_HOME else None


def _lies_in(place: Place, around: Place) -> bool:
    """Whether a place lies in a country or division, by their codes."""
    if place.id == around.id or place.country is None or place.country != around.country or place.kind == "country":
        return False
    if around.kind == "country":
        return True
    return (
        around.kind == "first-level division" and around.admin1 is not None and place.admin1 == around.admin1 and place.kind != around.kind
    )


def _weigh(names: list[_Name]) -> None:
    """Sum up the evidence of all candidates, with what the names of the report say for one another, and sort them."""
    if not any(name.options for name in names):
        return
    board = Board.of([name.options for name in names], [len(name.mentions) for name in names])
    total, country, division, nearby = board.weigh()
    options = [option for name in names for option in name.options]
    for option, *weights in zip(options, total, country, division, nearby, strict=True):
        option.total, option.country, option.division, option.nearby = (float(weight) for weight in weights)
        if option.unsupported:
            option.total = min(option.total, MOST_UNSUPPORTED)
    for name in names:
        _rank(name.options)


def _rank(options: list[Option]) -> None:
    """Give each candidate its score, and sort them."""
    odds = [math.exp(min(option.total, 30.0)) for option in options]
    for option, own in zip(options, odds, strict=True):
        option.score = own / (1.0 + sum(odds))
    options.sort(key=lambda option: (-option.total, -option.place.population, option.place.id))


def _settle(names: list[_Name]) -> None:
    """Decide which names are resolved: first by their own evidence, then without far-off obscure namesakes."""
    for name in names:
        name.resolved = _clear_leader(name.options)
    company = _company(names)
    for name in names:
        others = company.besides(name)
        for option in name.options:
            if others and _obscure(option) and company.nearest(option.place, besides=name)[0][0] > FAR_KM:
                option.far = True
                option.total += FAR_WEIGHT
        _rank(name.options)
    for name in names:
        name.resolved = _clear_leader(name.options)


def _heed_distances(names: list[_Name], claims: Sequence[Claim], policy: Policy) -> None:
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
        limit_km = policy.far_off * (stated.low if math.isinf(stated.high) else stated.high) / 1000
        words = " ".join(measured.span.text.split())
        for option in name.options:
            away = kilometres(option.place, reference)
            if away > limit_km + (option.place.extent_m + reference.extent_m) / 1000:
                option.far = True
                option.total += FAR_WEIGHT
                option.evidence.append((FAR_WEIGHT, f"{away:.0f} km from {reference.name}, where the text has “{words}”"))
        _rank(name.options)
        name.resolved = _clear_leader(name.options)


def _distances_stated(claims: Sequence[Claim]) -> Iterator[tuple[Mention, Claim]]:
    """Names that a claim puts something in, with a claim of the same sentence and speaker on how far that is from elsewhere."""
    by_sentence: dict[tuple[int, int], list[Claim]] = {}
    for claim in claims:
        by_sentence.setdefault((claim.sentence.start, claim.sentence.end), []).append(claim)
    for inside in claims:
        if inside.relation is not Relation.INSIDE or inside.literal_distance is not None or not inside.anchors or inside.anchors[0].part:
            continue
        for measured in by_sentence[inside.sentence.start, inside.sentence.end]:
            same = measured.speaker == inside.speaker and measured.span.start >= inside.span.end
            if same and measured.literal_distance is not None and len(measured.anchors) == 1 and not measured.declares_zone:
                yield inside.anchors[0], measured


def _company(names: list[_Name]) -> Company:
    """The resolved places of some names that are points."""
    return Company([(name, name.resolved) for name in names if name.resolved is not None and name.resolved.kind not in VAST])


def _obscure(option: Option) -> bool:
    """Whether a place needs company in the report to be believed: small, and not put anywhere by the text."""
    place = option.place
    if place.population >= PROMINENT or place.kind in AREAS or option.placed:
        return False
    return not (option.country >= AT_HOME and option.grade in MAIN_GRADES)


def _clear_leader(options: list[Option]) -> Place | None:
    """The first candidate, where it is likely enough and no other place is about as likely."""
    if not options or options[0].score < LEAST_SCORE or options[0].far or options[0].unsupported:
        return None
    best = options[0]
    for rival in options[1:]:
        if rival.total < best.total - LEAST_LEAD:
            break
        if not _same_spot(best.place, rival.place):
            return None
    return best.place


def _same_spot(a: Place, b: Place) -> bool:
    """Whether two entries are of one place for most purposes, such as a city and the province round it."""
    return _lies_in(a, b) or _lies_in(b, a) or kilometres(a, b) <= SAME_PLACE_KM


def _location(name: _Name, company: Company, gazetteer: Gazetteer) -> Location:
    """The candidates of a name with their reasons, and why the first leads or none does."""
    candidates = [_candidate(name, option, company, gazetteer) for option in name.options[:MOST_CANDIDATES]]
    if name.resolved is None and name.mentions[0].kind is MentionKind.NAME:
        candidates += _related(name, company, gazetteer)
        candidates.sort(key=lambda candidate: -candidate.score)
    return Location(mention=name.mentions[0], candidates=tuple(candidates), resolved=name.resolved, why=_why(name, candidates))


def _in_country(place: Place, gazetteer: Gazetteer) -> str:
    if place.kind == "country":
        return "other places of the report are in it"
    return f"in {gazetteer.country_name(place.country)}, as other places of the report"


def _candidate(name: _Name, option: Option, company: Company, gazetteer: Gazetteer) -> Candidate:
    reasons = list(option.evidence)
    if option.country > LEAST_REASON:
        reasons.append((option.country, _in_country(option.place, gazetteer)))
    if option.division > LEAST_REASON:
        reasons.append((option.division, "in the same first-level division as other places of the report"))
    if company.besides(name) and option.place.kind not in VAST:
        reasons.append((FAR_WEIGHT if option.far else option.nearby, _distances(name, option, company)))
    reasons.sort(key=lambda reason: -abs(reason[0]))
    texts = [text for _, text in reasons]
    if option.guess:
        # That it is one is the first thing to know.
        texts.insert(0, texts.pop(texts.index(option.evidence[0][1])))
    kept = [text for text in texts if not any(other != text and other.startswith(text) for other in texts)]
    return Candidate(place=option.place, score=round(option.score, 4), reasons=tuple(kept), guess=option.guess)


def _distances(name: _Name, option: Option, company: Company) -> str:
    """How far a candidate is from the nearest other places of its report."""
    near = company.nearest(option.place, besides=name, count=2 * MOST_LISTED if option.far else 1)
    listed = sorted({(round(away, 1), other.name) for away, other in near})
    if option.far:
        return "far from the report's other places: " + ", ".join(f"{away:.0f} km from {other}" for away, other in listed[:MOST_LISTED])
    away, other = listed[0]
    return f"{away:.1f} km from {other}, of the same report"


def _related(name: _Name, company: Company, gazetteer: Gazetteer) -> list[Candidate]:
    """Places near the report's others whose name fits only in part."""
    known = company.ids.union(option.place.id for option in name.options)
    found: list[Candidate] = []
    for place, alternate in gazetteer.related(name.text) if company.besides(name) else ():
        away, other = company.nearest(place, besides=name)[0]
        if place.id in known or 1000 * away > RELATED_M:
            continue
        reasons = (f"its name is like this one only in part ({alternate})", f"{away:.1f} km from {other.name}, of the same report")
        score = round(RELATED_SCORE * math.exp(-1000 * away / RELATED_M), 4)
        found.append(Candidate(place=place, score=score, reasons=reasons))
    return sorted(found, key=lambda candidate: (-candidate.score, candidate.place.id))[:MOST_RELATED]


def _why(name: _Name, candidates: Sequence[Candidate]) -> str:
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
        return f"{best.place.name} is a far-off namesake: {_first_reason(candidates, best.place)}"
    if best.score < LEAST_SCORE:
        return f"the evidence for {best.place.name} is thin"
    second = next(option for option in name.options[1:] if not _same_spot(best.place, option.place))
    apart = kilometres(best.place, second.place)
    return f"{best.place.name} ({best.place.country}) and {second.place.name} ({second.place.country}), {apart:.0f} km apart, are about as likely"


def _first_reason(candidates: Sequence[Candidate], place: Place) -> str:
    return next(candidate.reasons[0] for candidate in candidates if candidate.place.id == place.id)


class _Unnamed:
    """Locates the mentions of a report that have no name of their own, given those that have."""

    def __init__(self, located: Mapping[tuple[int, int, str], Location], company: Company, gazetteer: Gazetteer, policy: Policy) -> None:
        self._located = Overlaps((location.mention.span, location) for location in located.values())
        self._company = company
        self._spoken = frozenset(each.resolved.country for each in located.values() if each.resolved is not None and each.resolved.country)
        self._gazetteer = gazetteer
        self._policy = policy
        self._siblings: dict[tuple[str, float], list[Candidate]] = {}

    def location(self, mention: Mention) -> Location:
        """The location of a mention."""
        if mention.kind is MentionKind.COORDINATES:
            return reported(mention, self._located, self._company, far_km=FAR_KM)
        if mention.kind in (MentionKind.BORDER, MentionKind.COAST):
            return line_location(mention, self._gazetteer, self._spoken)
        if mention.kind is not MentionKind.COMMON:
            moving = mention.kind is MentionKind.MOVING
            return Location(mention=mention, why="it moves, so no gazetteer knows where it was" if moving else "nothing says where this is")
        if mention.antecedent is None:
            return Location(mention=mention, why="it is not clear what these words stand for")
        named = self._located.first(mention.antecedent)
        if named is None or named.resolved is None:
            return Location(mention=mention, why=f"it stands for “{mention.antecedent.text}”, which is not resolved")
        place, score = named.resolved, named.candidates[0].score
        first = Candidate(place=place, score=score, reasons=(f"it stands for “{mention.antecedent.text}”",))
        if (place.id, score) not in self._siblings:
            self._siblings[place.id, score] = _siblings(place, score, self._gazetteer, self._policy)
        siblings = self._siblings[place.id, score]
        return Location(mention=mention, candidates=(first, *siblings), resolved=place, why=first.reasons[0])


def _siblings(place: Place, score: float, gazetteer: Gazetteer, policy: Policy) -> list[Candidate]:
    """Other places of a kind near one, where there are not many of that kind."""
    if place.kind in UNCOUNTED:
        return []
    near = [other for other in gazetteer.near(place.lonlat, policy.sibling_m, sorted(_kin(place.kind))) if other.id != place.id]
    return [
        Candidate(
            place=other,
            score=round(score * SIBLING_SHARE, 4),
            reasons=(f"another {other.kind}, {kilometres(place, other):.1f} km from {place.name}",),
        )
        for other in near[:MOST_CANDIDATES]
    ]


def _kin(kind: str) -> set[str]:
    """The kinds of the same sort."""
    return {kind} | {other for other in ("border post", "border crossing") if kind in ("border post", "border crossing")}
