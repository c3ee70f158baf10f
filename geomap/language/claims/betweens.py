"""Places and extents between two references: "on the road between A and B", "the route from A to B"."""

from __future__ import annotations

from dataclasses import dataclass

from geomap.language import words as lex
from geomap.language.claims.drafts import Draft
from geomap.language.phrases.anchors import Anchor, anchor_at
from geomap.language.phrases.antecedents import resolve
from geomap.language.phrases.chunks import SPECIFIERS, phrase_ending_at
from geomap.language.phrases.passages import Passage
from geomap.language.phrases.proper_names import starts_name
from geomap.language.positions.coordinates import coordinates_at
from geomap.language.text.tokens import Tokens
from geomap.model import Mention, MentionKind
from geomap.relations import Relation

_HALFWAY = frozenset("halfway midway".split())
_NO_PLACES = frozenset(
    """talks clashes fighting war wars tension tensions relations relationship ties trade dispute agreement deal border borders frontier boundary difference
    differences match game conflict cooperation co-operation negotiations meeting battle violence battles rivalry contact communication exchange exchanges
    choice distinction link links split divide peace ceasefire truce treaty gap row rows feud firefight shootout standoff struggle friction flights flight""".split()
)
_ROUGHLY = frozenset("about roughly approximately some nearly almost".split())
_ACTORS = frozenset("forces troops fighters officials government army militants".split())
"""Nouns that make people of the name before them."""
_PASSIVE = frozenset("was were been is are be body bodies remains".split())
"""Words after which "found" tells where something is, rather than what somebody came upon."""


@dataclass(frozen=True, slots=True)
class _End:
    """One of the two references of a "between"."""

    mention: Mention
    end: int
    """Token after it."""
    place: bool
    """Whether it is surely a place: coordinates, a kind of place, a border."""
    fit: bool
    """Whether it can be one: also any name, and any particular thing."""


def between(passage: Passage, index: int) -> Draft | None:
    """The claim of a "between" at a token, or None where it places nothing."""
    tokens = passage.tokens
    if _in_title(tokens, index):
        return None
    start, halfway = _start(tokens, index)
    first = _end_of(passage, index + 1)
    if first is None:
        return None
    joint = _joint(tokens, first.end)
    if tokens.lower[joint] not in ("and", "&"):
        return Draft(start=start, end=first.end, relation=Relation.BETWEEN, anchors=(first.mention,)) if halfway and first.fit else None
    second = _end_of(passage, joint + 1)
    if second is None:
        return None
    spatial = halfway or (first.fit and second.fit and _spatial(tokens, index, both_places=first.place and second.place))
    return Draft(start=start, end=second.end, relation=Relation.BETWEEN, anchors=(first.mention, second.mention)) if spatial else None


def _in_title(tokens: Tokens, index: int) -> bool:
    """Whether a capitalised "Between" belongs to the title of a work: "Halfway Between The …"."""
    title = tokens.words[index] == "Between" and tokens.words[index - 1].istitle()
    return title and tokens.words[index + 1].istitle() and tokens.lower[index + 1] in lex.DETERMINERS


def _joint(tokens: Tokens, end: int) -> int:
    """The token where "and" should stand after the first reference, past an apposition: "between Arvo, a port, and"."""
    lower = tokens.lower
    if lower[end] != ",":
        return end
    if lower[end + 1] == "and":
        return end + 1
    apposed = anchor_at(tokens, end + 1) if starts_name(tokens, end + 1) else None
    if apposed is None or lower[apposed.end] not in ("and", ","):
        return end
    return apposed.end + (lower[apposed.end] == "," and lower[apposed.end + 1] == "and")


def _start(tokens: Tokens, index: int) -> tuple[int, bool]:
    """Where the claim starts, "about half-way" included."""
    lower = tokens.lower
    start = index
    halfway = lower[index - 1] in _HALFWAY
    if halfway:
        start -= 1
    elif lower[index - 1] == "way" and (
        lower[index - 2] in ("half", "part", "some") or (tokens.hyphen(index - 2) and lower[index - 3] in ("half", "mid"))
    ):
        start -= 3 if tokens.hyphen(index - 2) else 2
        halfway = True
    if halfway and lower[start - 1] in _ROUGHLY:
        start -= 1
    return start, halfway


def _end_of(passage: Passage, index: int) -> _End | None:
    """The reference that starts at a token, or None where no place can be meant."""
    tokens = passage.tokens
    position = coordinates_at(tokens, index)
    if position is not None:
        return _End(position[0], position[1], place=True, fit=True)
    anchor = anchor_at(tokens, index, numbers=True)
    if anchor is None or (anchor.pronoun and tokens.lower[index] not in ("here", "there")):
        return None
    if anchor.mention.kind is MentionKind.MOVING or tokens.lower[anchor.start] in lex.ORGANISATIONS or _people(tokens, anchor):
        return None
    place = anchor.mention.feature is not None or anchor.pronoun or anchor.mention.kind in (MentionKind.BORDER, MentionKind.COAST)
    fit = place or anchor.named or tokens.lower[index] in SPECIFIERS
    return _End(resolve(passage, anchor, anchor.start), anchor.end, place=place, fit=fit)


def _people(tokens: Tokens, anchor: Anchor) -> bool:
    """As in "between Syrian and …", "between Arvo forces and …"."""
    return tokens.lower[anchor.end - 1] in lex.DEMONYMS or tokens.lower[anchor.end] in _ACTORS


def _spatial(tokens: Tokens, index: int, *, both_places: bool) -> bool:
    """Whether the words before "between" speak of a place."""
    lower = tokens.lower
    for at in range(index - 1, max(-1, index - 6), -1):
        word = lower[at]
        if word in _NO_PLACES:
            return False
        if word in lex.SPATIAL_BEFORE_BETWEEN or word in lex.FEATURES or (word == "found" and lower[at - 1] in _PASSIVE):
            return True
        if word in (";", ".", "and", "that", "said"):
            break
    if index == 0 or lower[index - 1] in ("(", ",") or (tokens.capital(index - 1) and index > 1) or lower[index - 1].isdecimal():
        return True
    return both_places


def along_route(passage: Passage, index: int) -> Draft | None:
    """As in "the 50-mile route from A to B", "the road linking A with B": the extent of a line between two places.

    `index` is at "from" or at the verb that joins. What the verb is said of is what lies there, whatever happened on it.
    """
    tokens = passage.tokens
    lower = tokens.lower
    joined = lower[index] != "from"
    if not _route_before(tokens, index):
        return None
    first = anchor_at(tokens, index + 1)
    if first is None or first.pronoun or lower[first.end] not in (("to", "and", "with") if joined else ("to", "towards", "toward", "and")):
        return None
    second = anchor_at(tokens, first.end + 1)
    if second is None or second.pronoun or not ((first.named or first.mention.feature) and (second.named or second.mention.feature)):
        return None
    anchors = (resolve(passage, first, first.start), resolve(passage, second, second.start))
    return Draft(start=index, end=second.end, relation=Relation.BETWEEN, anchors=anchors, about=_joined(tokens, index) if joined else None)


def _joined(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """The phrase for the road before a verb that joins its ends."""
    end = index - (tokens.lower[index - 1] in ("that", "which"))
    start = phrase_ending_at(tokens, end)
    return (start, end) if start < end else None


def _route_before(tokens: Tokens, index: int) -> bool:
    lower = tokens.lower
    at = index - 1
    if lower[at] in lex.ROUTE_RUNNING or lower[at] in ("that", "which"):
        at -= 1
    if lower[at] in ("that", "which"):
        at -= 1
    return lower[at] in lex.ROUTE_NOUNS and lower[at - 1] not in ("en", "in")
