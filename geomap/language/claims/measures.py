"""One length in its sentence, with what stands round it: what every rule about distances is handed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from geomap.language.claims.drafts import Draft
from geomap.language.phrases.anchors import Anchor
from geomap.language.phrases.antecedents import resolve
from geomap.language.phrases.passages import Passage
from geomap.language.positions.compass import parse_bearing
from geomap.language.quantities.lengths import Length
from geomap.language.text.tokens import Tokens
from geomap.model import Qualifier
from geomap.relations import Relation

_MANNER = {
    tuple(phrase.split())
    for phrase in (
        "by road|by air|by sea|by car|by rail|by train|by land|by boat|by foot|on foot|by river|by track|by bus|as the crow flies|in a straight line|"
        "far|up the street|down the street|up the hill|down the hill|up the mountain|down the mountain|across the water|out to sea|out at sea|to sea|at sea|up the road|down the road|up the coast|down the coast|up the river|down the river|up the valley|"
        "down the valley|up the highway|down the highway|along the coast|along the road|along the river|along the highway|away|distant|further|"
        "farther|inland|offshore|out|over|due|drive|walk|ride|march|hike|journey|directly|straight|almost|just|roughly|approximately|back|across|up|"
        "down|upstream|downstream|distance|deep|or so|off shore|upriver|downriver|upwind|downwind|astern|abeam|upslope|downslope|uphill|downhill|seaward|landward|radius|flight|on|further on|further away|"
        "farther away|out into the sea|off the shore|line of sight|roughly|generally|mostly|slightly"
    ).split("|")
} - {("on",)}  # fmt: skip
"""Phrases between a length and its "from" or bearing."""
_MANNER_FIRST = frozenset(words[0] for words in _MANNER)
_MANNER_LONGEST = max(map(len, _MANNER))
_LONE = frozenset("away astern abeam offshore inland upstream downstream upriver downriver upwind downwind distant".split())
_DEGREES = frozenset("degrees deg ° º degs true".split())
_MEASURING = frozenset("air airline aerial road straight direct line bearing gps odometer map linear walking driving trail track".split())
"""Words of which one in brackets tells how a distance was measured."""
_MOST_ASIDE = 5
_STRICTLY = frozenset(
    "due directly almost dead true magnetic exactly straight approximately roughly a bit little somewhat slightly just generally".split()
)
"""Words before a bearing that leave it as it is."""
_APPROACHING = frozenset("off out up down at to".split())


@dataclass(frozen=True, slots=True)
class Measure:
    """One length in its passage."""

    passage: Passage
    tokens: Tokens
    """The sentence."""
    length: Length
    previous: Length | None
    """The length before it in the sentence."""
    later: Mapping[int, Draft] = field(repr=False)
    """Claims of the lengths after it, by their first token, for compounds: "12.2 mi S 14.3 mi W Kelso"."""
    after: int
    """Token after the words that say how the distance runs: "by road", "away", "out to sea"."""
    lone: bool
    """Whether such a word stood there that can do without an anchor: "offshore", "away"."""

    @property
    def of_distance(self) -> bool:
        """Whether "a distance of" stands before it."""
        lower, start = self.tokens.lower, self.length.start
        return lower[start - 1] == "of" and lower[start - 2] == "distance"

    def draft(self, anchor: Anchor | None, end: int, bearing: str | None = None) -> Draft:
        """The claim that the length stands so far from an anchor."""
        anchors = () if anchor is None else (resolve(self.passage, anchor, anchor.start),)
        return Draft(
            start=self.length.start, end=end, relation=relation_of(self.length), anchors=anchors, length=self.length, bearing=bearing
        )


def measure(passage: Passage, length: Length, previous: Length | None, later: Mapping[int, Draft]) -> Measure:
    """A length with its surroundings."""
    after, lone = _past_manner(passage.tokens, length.end)
    return Measure(passage, passage.tokens, length, previous, later, after, lone)


def _past_manner(tokens: Tokens, index: int) -> tuple[int, bool]:
    """Past words that say how a distance runs, and whether one of them can stand alone."""
    lower = tokens.lower
    if lower[index] == "," and lower[index + 1] in ("as", "by") and lower[index + 2] in ("the", "road", "air"):
        index += 1
    for past in (past_aside, _past_means, _past_degrees):
        end = past(tokens, index)
        if end > index:
            return end, False
    lone = False
    for _ in range(4):
        size = _manner_size(lower, index)
        if not size:
            break
        lone = lone or lower[index] in _LONE or (size > 1 and lower[index] in _APPROACHING)
        index += size
    return index, lone


def _past_means(tokens: Tokens, index: int) -> int:
    """Past what a distance is travelled by: "by dirt track from", "by trail WSW"; the same token where no "from" or bearing follows."""
    lower = tokens.lower
    if lower[index] != "by" or not lower[index + 1].isalpha():
        return index
    end = next((at for at in range(index + 2, index + 5) if lower[at] in ("from", "of") or parse_bearing(tokens, at) is not None), index)
    return index if lower[end] == "of" else end


def _past_degrees(tokens: Tokens, index: int) -> int:
    """Past a bearing in degrees: "0.8NM 215 degrees from"; the same token where none stands."""
    lower = tokens.lower
    told = tokens.words[index][:1].isdecimal() and lower[index + 1] in _DEGREES and lower[index + 2] in ("from", "of", "off")
    return index + 2 if told else index


def past_aside(tokens: Tokens, index: int) -> int:
    """Past brackets that only say how a distance was measured: "(by road)", "(straight line)", "(airline)"."""
    if tokens.words[index] != "(":
        return index
    for end in range(index + 2, index + 2 + _MOST_ASIDE):
        if tokens.words[end] == ")":
            words = tokens.lower[index + 1 : end]
            return end + 1 if words[0] == "by" or tuple(words) in _MANNER or not _MEASURING.isdisjoint(words) else index
    return index


def _manner_size(lower: list[str], index: int) -> int:
    if lower[index] not in _MANNER_FIRST:
        return 0
    return next((size for size in range(_MANNER_LONGEST, 0, -1) if tuple(lower[index : index + size]) in _MANNER), 0)


def relation_of(length: Length) -> Relation:
    """What a length's qualifier makes of a distance."""
    if length.qualifier in (Qualifier.WITHIN, Qualifier.LESS_THAN, Qualifier.UP_TO):
        return Relation.WITHIN
    if not length.figures or len(length.figures) == 2:
        return Relation.RANGE
    return Relation.BEYOND if length.qualifier in (Qualifier.MORE_THAN, Qualifier.AT_LEAST) else Relation.AT


def bearing_at(tokens: Tokens, index: int) -> tuple[str, int, bool] | None:
    """A bearing with the words round it: the point, the token after it, and whether "to the" stood before."""
    at, to_the = _to_the(tokens, index)
    found = parse_bearing(tokens, at)
    if found is None:
        return None
    point, end = found
    if tokens.lower[end] in ("direction", "side"):
        end += 1
    return point, past_aside(tokens, end), to_the


def _to_the(tokens: Tokens, index: int) -> tuple[int, bool]:
    """Past "to the" before a bearing."""
    lower = tokens.lower
    if lower[index] == "," and lower[index + 1] == "to" and lower[index + 2] == "the":
        return index + 3, True
    if lower[index] in ("to", "in", "towards", "toward") and lower[index + 1] in ("the", "its", "our", "their", "a"):
        return index + 2, True
    if lower[index] == "to":
        return index + 1, True
    while lower[index] in _STRICTLY:
        index += 1
    return index, False
