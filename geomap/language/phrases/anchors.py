"""The noun phrase that a distance or direction is taken from, and what a gazetteer should be asked for.

A phrase is walked word by word: determiner, describing words, a name with its feature nouns, "of" and a second phrase. Every walk is
bounded, so the work at one place of the text is constant.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from geomap.language import words as lex
from geomap.language.phrases.nouns import (
    POSSESSIVE,
    QUOTES,
    describes,
    ends_plural_possessive,
    feature_of,
    feature_run,
    is_common_capital,
    is_compass_adjective,
    is_head,
    is_ordinal,
    is_single_feature,
    kind_of_head,
    naming_head,
    part_of,
    past_holder,
    past_joint,
    without_features,
)
from geomap.language.phrases.proper_names import demonym_before_name, is_demonym, name_end, past_number, starts_name
from geomap.language.positions.compass import compass_word, part_ending_at
from geomap.language.positions.coordinates import coordinates_at
from geomap.language.text.tokens import Tokens
from geomap.model import Mention, MentionKind

_MOST_DESCRIBING = 7
_MOST_CLAUSE = 10
_MOST_NESTED = 2
"""Phrases within phrases ("the coast of the island of …") are followed so deep."""

_CLAUSE_ENDS = frozenset(', . ; : ( ) ? ! " ” and but'.split())
_LINES = (MentionKind.BORDER, MentionKind.COAST)
_DEFINITE = frozenset("the this that these those".split())
_INDEFINITE = frozenset("a an one another".split())
_APART = frozenset("border area site coast house home".split())
"""Feature nouns that no name in apposition follows at once: "the border Tuesday", not "village Dvani"."""
_APPOSED_HEADS = frozenset("capital city town village port hub stronghold hometown island metropolis seat".split())
_SPANNING = frozenset("bridge ford ferry tunnel dam weir".split())
"""Nouns for what is over, across or under a named line."""
_CROSSING_HEADS = frozenset("intersection junction corner confluence jct".split())
_AFTER_ONE = frozenset("that which where".split())
"""What begins a clause about "the one", which stands for a noun before: "not far from the one that was bombed"."""
_SEA_AND_AIR = frozenset("airspace waters skies".split())
"""Nouns for what a state holds beyond the land that its name is for."""
_BEYOND_SHORE = frozenset("territorial economic contiguous coastal national".split())
"""Words for the waters of a state, which are no part of the land that its name is for."""
_PARTS = frozenset("part parts half portion countryside corner sector area areas".split())
"""Nouns that a compass adjective makes the part of a territory."""
_POINT_HEADS = frozenset("point land part spot stretch".split())
_NUMBERED = frozenset(
    """checkpoint gate buoy pier berth post camp marker exit junction station runway sector block pillar well dock terminal lock hill point
    highway route road kilometre kilometer mile milestone km building house apartment tower shaft reactor unit lighthouse beacon""".split()
)
"""Common nouns that a number may follow as a name."""
_BEFORE_COORDINATES = frozenset(
    "the a position posn posit point coordinates coordinate coords location at utm mgrs usng grid zone reference plus code gps : (".split()
)
_MOST_BEFORE_COORDINATES = 5
_SINGULAR_IN_S = ("ss", "us", "is", "headquarters", "falls", "barracks", "crossroads")
_JOINTS = frozenset((*POSSESSIVE, "’", "'", "-", "–", ""))
"""Tokens that no phrase ends with: possessive endings, hyphens, and what lies behind the end of a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A phrase that names a reference, as token indices and as a mention."""

    start: int
    """First token of the mention, after determiners."""
    end: int
    """Token after the last one read, appositions and heads included."""
    mention: Mention
    pronoun: bool = False
    """Whether it only points back: "it", "there"."""
    generic: bool = False
    """Whether it names no particular thing: a bare plural such as "schools", "each other"."""
    definite: bool = False
    """Whether "the" or "this" stood before it."""

    @property
    def named(self) -> bool:
        """Whether a proper name is in it."""
        return self.mention.kind is MentionKind.NAME or (self.mention.kind in _LINES and self.mention.name[:1].isupper())

    @property
    def identifiable(self) -> bool:
        """Whether it can be one known thing: a name, a pronoun, a kind of place, or anything after "the"."""
        return self.named or self.definite or self.pronoun or self.mention.feature is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lead:
    """How a phrase began."""

    start: int
    """Where its mention starts: a possessive is part of it, an article is not."""
    first: int
    """First token after determiners and possessives."""
    definite: bool
    particular: bool
    """Whether a determiner bound the noun to one thing or to known ones."""
    numbers: bool = False
    """Whether a name may start with a numeral."""
    depth: int = 0


def anchor_at(tokens: Tokens, index: int, *, numbers: bool = False, depth: int = 0) -> Anchor | None:
    """The anchor whose phrase starts at a token, or None where no noun phrase does.

    With `numbers`, the name may start with a numeral ("3 mi W 1000 Palms").
    """
    lower = tokens.lower
    if lower[index] == "where" and not depth:
        return _clause(tokens, index)
    if lower[index] in ("each", "one") and lower[index + 1] in ("other", "another"):
        return _simple(tokens, index, index + 2, MentionKind.COMMON, generic=True)
    if lower[index] == "the" and lower[index + 1] == "one" and lower[index + 2] in _AFTER_ONE:
        mention = Mention(span=tokens.span(index + 1, index + 2), name="one", kind=MentionKind.COMMON, feature="one")
        return Anchor(start=index + 1, end=index + 2, mention=mention, definite=True)
    if lower[index] in lex.PRONOUNS and not starts_name(tokens, index):
        return _simple(tokens, index, index + 1, MentionKind.COMMON, pronoun=True)
    if lower[index] in lex.POSSESSIVES:
        return _phrase(tokens, _Lead(start=index, first=index + 1, definite=True, particular=True, numbers=numbers, depth=depth))
    return (
        _position(tokens, index)
        or _compass_part(tokens, index, depth)
        or _phrase(tokens, _lead(tokens, index, numbers=numbers, depth=depth))
    )


def _position(tokens: Tokens, index: int) -> Anchor | None:
    """Reported coordinates, also after "position" or "the point"."""
    at = index
    while at < index + _MOST_BEFORE_COORDINATES and tokens.lower[at] in _BEFORE_COORDINATES:
        at += 1
    found = coordinates_at(tokens, at)
    return None if found is None else Anchor(start=at, end=found[1], mention=found[0], definite=True)


def _compass_part(tokens: Tokens, index: int, depth: int) -> Anchor | None:
    """As in "the north of Burkina Faso", "the far east of the province": a part of what follows."""
    at = index + 1
    at += tokens.lower[at] in ("far", "extreme", "deep", "remote")
    point = compass_word(tokens.lower[at])
    if depth or tokens.lower[index] != "the" or point is None or tokens.lower[at + 1] != "of":
        return None
    inner = anchor_at(tokens, at + 2, depth=1)
    if inner is None or inner.mention.kind is not MentionKind.NAME:
        return None
    mention = replace(inner.mention, span=tokens.span(index + 1, inner.end), part=point)
    return Anchor(start=index + 1, end=inner.end, mention=mention, definite=True)


def _lead(tokens: Tokens, index: int, *, numbers: bool, depth: int) -> _Lead:
    """Past articles and opening quotation marks."""
    words: set[str] = set()
    at = index
    while at < index + 3 and tokens.lower[at] in lex.DETERMINERS:
        word = tokens.lower[at]
        if not (word in _DEFINITE or word in ("a", "an") or tokens.words[at].islower()):
            break
        words.add(word)
        at += 1
    while tokens.words[at] in QUOTES:
        at += 1
    first = at + 1 if tokens.words[at].isdecimal() and tokens.lower[at + 1 : at + 3] == ["block", "of"] else at
    definite = not words.isdisjoint(_DEFINITE)
    return _Lead(
        start=at, first=first, definite=definite, particular=definite or not words.isdisjoint(_INDEFINITE), numbers=numbers, depth=depth
    )


def _known(start: int, depth: int) -> _Lead:
    """The lead of a phrase that the words before it make particular: a possessor, a noun that it is an apposition to."""
    return _Lead(start=start, first=start, definite=True, particular=True, depth=depth)


def _simple(tokens: Tokens, start: int, end: int, kind: MentionKind, *, pronoun: bool = False, generic: bool = False) -> Anchor:
    mention = Mention(span=tokens.span(start, end), name=tokens.text(start, end), kind=kind)
    return Anchor(start=start, end=end, mention=mention, pronoun=pronoun, generic=generic)


def _clause(tokens: Tokens, index: int) -> Anchor | None:
    """As in "where Main Street ends in Springfield": up to the next mark."""
    end = index + 1
    while end < min(tokens.count, index + 1 + _MOST_CLAUSE) and tokens.lower[end] not in _CLAUSE_ENDS:
        end += 1
    return _simple(tokens, index, end, MentionKind.COMMON) if end > index + 1 else None


def _nested(tokens: Tokens, index: int, lead: _Lead) -> Anchor | None:
    """A phrase within a phrase."""
    return anchor_at(tokens, index, depth=lead.depth + 1) if lead.depth < _MOST_NESTED else None


def _phrase(tokens: Tokens, lead: _Lead) -> Anchor | None:
    """The noun phrase after its determiner: up to a name, or up to the end of its common nouns."""
    held = past_holder(tokens, lead.first)
    lead = replace(lead, first=held) if held > lead.first else lead
    at, first = lead.first, lead.first
    headed = False
    while at < first + _MOST_DESCRIBING:
        if _name_here(tokens, at, lead):
            return _with_name(tokens, _from_ordinal(tokens, at, first), lead)
        step = past_joint(tokens, at, first)
        if step:
            headed = headed and tokens.hyphen(at)
            at += step
            continue
        if not describes(tokens, at, seen=at > first, headed=headed):
            break
        headed = is_head(tokens, at) or headed
        at += 1
        if headed and tokens.lower[at - 1] in _APART and starts_name(tokens, at):
            break
    while at > first and tokens.lower[at - 1] in _JOINTS:
        at -= 1
    return _common(tokens, at, lead) if at > first and not _is_gerund(tokens, at - 1, lead) else None


def _from_ordinal(tokens: Tokens, at: int, first: int) -> int:
    """Where a name starts, with the ordinal before it: "38th Parallel"."""
    return at - 2 if at > first and is_ordinal(tokens, at - 2) else at


def _is_gerund(tokens: Tokens, at: int, lead: _Lead) -> bool:
    """Whether a phrase is only a bare verbal noun: "a mile from grounding"."""
    return at == lead.start and not lead.particular and tokens.lower[at].endswith("ing") and tokens.lower[at] not in lex.FEATURES


def _name_here(tokens: Tokens, at: int, lead: _Lead) -> bool:
    if starts_name(tokens, at):
        return not (lead.definite and is_common_capital(tokens, at))
    return lead.numbers and at == lead.first and tokens.words[at][:1].isdecimal() and starts_name(tokens, at + 1)


def _common(tokens: Tokens, end: int, lead: _Lead) -> Anchor:
    """An anchor of common nouns, perhaps with a second phrase, or with a name in apposition."""
    special = _with_second(tokens, end, lead) or _apposed(tokens, end, lead)
    if special is not None:
        return special
    head = tokens.lower[end - 1]
    kind = kind_of_head(head)
    end = past_number(tokens, end) if head in _NUMBERED else end
    if tokens.lower[end] == "where":
        clause = _clause(tokens, end)
        end = clause.end if clause else end
    first = lead.start if head in lex.TERRITORIES else lead.first  # of Arvo-held territory, all
    mention = Mention(
        span=tokens.span(lead.start, end), name=tokens.text(first, end), kind=kind, feature=feature_of(tokens, lead.first, end)
    )
    plural = head.endswith("s") and not head.endswith(_SINGULAR_IN_S)
    generic = plural and not lead.particular and kind is MentionKind.COMMON
    return Anchor(start=lead.start, end=end, mention=mention, definite=lead.definite, generic=generic)


def _with_second(tokens: Tokens, end: int, lead: _Lead) -> Anchor | None:
    """Common nouns whose second phrase matters: "the coast of X", "the border with X", "the nearest point of land on the coast"."""
    head, link = tokens.lower[end - 1], tokens.lower[end]
    if head in _SPANNING and link in ("over", "across", "on", "under"):
        return _spanning(tokens, end, lead)
    if link not in ("of", "with", "between", "on", "along", "in"):
        return None
    if link == "of":
        inner = _nested(tokens, end + 1, lead)
        return None if inner is None else _of_phrase(tokens, end, inner, lead)
    if link in ("with", "between") and head in lex.BORDER_HEADS | _CROSSING_HEADS:
        return (_border_with if head in lex.BORDER_HEADS else _crossing)(tokens, end, lead)
    if head in _POINT_HEADS and link in ("on", "along", "in"):
        inner = _nested(tokens, end + 1, lead)
        if inner is not None and inner.mention.kind in _LINES:
            return replace(inner, start=lead.start, mention=replace(inner.mention, span=tokens.span(lead.start, inner.end)))
    return None


def _crossing(tokens: Tokens, end: int, lead: _Lead) -> Anchor | None:
    """As in "its intersection with Elm Drive", "the junction between the A1 and the A2"."""
    inner = _nested(tokens, end + 1, lead)
    if inner is None or not inner.named:
        return None
    joined = tokens.lower[end] == "between" and tokens.lower[inner.end] == "and"
    other = _nested(tokens, inner.end + 1, lead) if joined else None
    stop = inner.end if other is None else other.end
    span = tokens.span(lead.first, stop)
    mention = Mention(span=span, name=span.text, kind=MentionKind.NAME, feature=tokens.lower[end - 1])
    return Anchor(start=lead.first, end=stop, mention=mention, definite=True)


def _spanning(tokens: Tokens, end: int, lead: _Lead) -> Anchor | None:
    """As in "the bridge over the Narew"."""
    inner = _nested(tokens, end + 1, lead)
    if inner is None or not inner.named:
        return None
    span = tokens.span(lead.start, inner.end)
    mention = Mention(span=span, name=span.text, kind=MentionKind.COMMON, feature=tokens.lower[end - 1])
    return Anchor(start=lead.start, end=inner.end, mention=mention, definite=True)


def _border_with(tokens: Tokens, end: int, lead: _Lead) -> Anchor | None:
    """As in "the border with Iraq", "the border between Iraq and Syria"."""
    inner = _nested(tokens, end + 1, lead)
    if inner is None:
        return None
    stop, name = inner.end, inner.mention.name
    other = _nested(tokens, stop + 1, lead) if tokens.lower[end] == "between" and tokens.lower[stop] == "and" else None
    if other is not None:
        stop, name = other.end, f"{name}-{other.mention.name}" if other.named else name
    mention = Mention(span=tokens.span(lead.start, stop), name=name, kind=MentionKind.BORDER, feature=tokens.lower[end - 1])
    return Anchor(start=lead.start, end=stop, mention=mention, definite=True)


def _apposed(tokens: Tokens, end: int, lead: _Lead) -> Anchor | None:
    """The name that says what a common noun stands for: "the capital, Lima", "the main city in the south, Kandahar"."""
    lower = tokens.lower
    head = lower[end - 1]
    if head not in _APPOSED_HEADS:
        return None
    at = end
    if lower[at] in ("in", "of") and lower[at + 1] in ("the", "this") and lower[at + 2].isalpha() and lower[at + 3] == ",":
        at += 3
    if lower[at] != "," or not starts_name(tokens, at + 1) or lower[at + 1] in lex.DEMONYMS or lower[at + 1] in lex.ORGANISATIONS:
        return None
    named = _with_name(tokens, at + 1, _known(at + 1, max(lead.depth, _MOST_NESTED)))
    if named is None or named.mention.feature is not None:
        return named
    return replace(named, mention=replace(named.mention, feature=head))


def _of_phrase(tokens: Tokens, of: int, inner: Anchor, lead: _Lead) -> Anchor:
    """As in "the city of Homs" (the name itself), "the coast of Odessa" (a coast), "the outskirts of Aleppo" (a part)."""
    head = tokens.lower[of - 1]
    if head in _CROSSING_HEADS and tokens.lower[inner.end] == "and":
        return _corner_of(tokens, head, inner, lead)
    if inner.pronoun:
        return replace(inner, start=lead.start)
    naming = naming_head(head) if inner.mention.kind is MentionKind.NAME else None
    if naming is not None:
        return replace(inner, mention=replace(inner.mention, feature=inner.mention.feature or naming))
    mention = _of_mention(tokens, of, inner, lead)
    return Anchor(start=lead.start, end=inner.end, mention=mention, definite=lead.definite)


def _corner_of(tokens: Tokens, head: str, inner: Anchor, lead: _Lead) -> Anchor:
    """As in "the corner of Elm Street and Oak Street"."""
    other = anchor_at(tokens, inner.end + 1, depth=_MOST_NESTED)
    end = inner.end if other is None else other.end
    span = tokens.span(lead.start, end)
    return replace(inner, start=lead.start, end=end, mention=replace(inner.mention, span=span, name=span.text, feature=head))


def _of_mention(tokens: Tokens, of: int, inner: Anchor, lead: _Lead) -> Mention:
    """The mention of a whole phrase: a point of a line, a line of a territory, a part of a named place, or a common noun."""
    head, inside, span = tokens.lower[of - 1], inner.mention, tokens.span(lead.start, inner.end)
    kind = kind_of_head(head)
    if head == "point" and inside.kind in _LINES:  # the nearest point of the coast
        return replace(inside, span=span)
    if kind in _LINES:
        return Mention(span=span, name=inside.name, kind=kind, feature=head, part=part_of(tokens, lead.start, of))
    if head in _SEA_AND_AIR and (inside.name.lower() in lex.COUNTRIES or tokens.lower[of - 2] in _BEYOND_SHORE):
        return Mention(span=span, name=inside.name, kind=MentionKind.COMMON, feature=head)
    if tokens.lower[of - 2] in _BEYOND_SHORE and head in ("sea", "zone"):
        return Mention(span=span, name=span.text, kind=MentionKind.COMMON, feature=head)
    if inside.kind is MentionKind.NAME and head not in lex.MOVING_HEADS:
        part = part_of(tokens, lead.start, of) if head in _PARTS else None
        return replace(inside, span=span, feature=head, part=part or inside.part)
    return Mention(span=span, name=span.text, kind=kind, feature=head if head in lex.FEATURES else None)


def _with_name(tokens: Tokens, at: int, lead: _Lead) -> Anchor | None:
    """An anchor that holds a proper name at `at`, after describing words."""
    end = name_end(tokens, at + 1 if tokens.words[at][:1].isdecimal() else at)
    if tokens.lower[end] in POSSESSIVE or ends_plural_possessive(tokens, end):
        return _possessive(tokens, at, end, lead)
    demonym = is_demonym(tokens, at, end)
    head_end = feature_run(tokens, end, free=demonym)
    if demonym and head_end > end:
        return _adjective(tokens, at, end, head_end, replace(lead, start=at, first=at))
    if demonym_before_name(tokens, at, end):
        at += 1
    return _named(tokens, at, end, head_end, lead)


def _possessive(tokens: Tokens, at: int, end: int, lead: _Lead) -> Anchor | None:
    """As in "Yemen's Aden" (Aden), "Simon's Creek" (itself), "Iran's coast" (a coast), "Mr Carroll's home" (a common noun)."""
    after = end + 1
    if starts_name(tokens, after):
        whole = tokens.lower[after] in lex.FEATURES and tokens.lower[after + 1] != "of" and not starts_name(tokens, after + 1)
        return _simple(tokens, at, after + 1, MentionKind.NAME) if whole else _with_name(tokens, after, _known(after, lead.depth))
    inner = _phrase(tokens, _Lead(start=at, first=after, definite=True, particular=True, depth=lead.depth))
    if inner is None:
        ends = tokens.lower[after] in lex.STOPS or not tokens.words[after]
        return _simple(tokens, at, after if ends else end, MentionKind.NAME)  # 3 km from St Mary's
    owner, mention = tokens.text(at, end), inner.mention
    head = tokens.lower[inner.end - 1]
    if mention.kind in _LINES or head in _SEA_AND_AIR:
        return replace(inner, mention=replace(mention, name=owner))
    if head in lex.TERRITORIES and owner.lower() in lex.COUNTRIES:
        return replace(inner, mention=replace(mention, name=owner, kind=MentionKind.NAME))
    part = part_of(tokens, after, inner.end) if head in _PARTS else None
    if part is None:
        return inner
    return replace(inner, mention=Mention(span=mention.span, name=owner, kind=MentionKind.NAME, feature=mention.feature, part=part))


def _adjective(tokens: Tokens, at: int, end: int, head_end: int, lead: _Lead) -> Anchor:
    """A nationality word with its noun: "the Iraqi border", "the Libyan coast", "the nearest Syrian city"."""
    head = tokens.lower[head_end - 1]
    kind = kind_of_head(head)
    if kind is MentionKind.COMMON and head in lex.NAMING_HEADS and starts_name(tokens, head_end):  # the Syrian city Homs
        named = _with_name(tokens, head_end, _known(head_end, lead.depth))
        if named is not None:
            return named
    inner = _nested(tokens, head_end + 1, lead) if tokens.lower[head_end] == "of" else None
    if inner is not None:
        return _of_phrase(tokens, head_end, inner, lead)
    apposed = _apposed(tokens, head_end, lead)
    if apposed is not None:
        return apposed
    mention = Mention(
        span=tokens.span(at, head_end),
        name=_holder(tokens, at, end) if head in _SEA_AND_AIR else tokens.text(at, end if kind in _LINES else head_end),
        kind=kind,
        feature=feature_of(tokens, end, head_end),
        part=part_of(tokens, end, head_end),
    )
    return Anchor(start=at, end=head_end, mention=mention, definite=lead.definite)


def _holder(tokens: Tokens, at: int, end: int) -> str:
    """The state whose waters or airspace a nationality word or a name tells of."""
    name = tokens.text(at, end)
    return lex.COUNTRY_OF.get(name.lower(), name)


def _named(tokens: Tokens, at: int, end: int, head_end: int, lead: _Lead) -> Anchor:
    """A place name, with the feature nouns after it and the part before it."""
    apposed = _apposed_by_of(tokens, at, end, head_end, lead)
    if apposed is not None:
        return apposed
    name_stop = without_features(tokens, at, end)
    kind = kind_of_head(tokens.lower[head_end - 1]) if is_single_feature(tokens, name_stop, head_end) else MentionKind.NAME
    mention = Mention(
        span=tokens.span(at, head_end),
        name=tokens.text(at, name_stop),
        kind=kind if kind in _LINES else MentionKind.NAME,
        feature=feature_of(tokens, name_stop, head_end),
        part=part_ending_at(tokens, at - (tokens.lower[at - 1] in ("rural", "urban"))) if at > lead.start else None,
    )
    return Anchor(start=at, end=head_end, mention=mention, definite=lead.definite)


def _apposed_by_of(tokens: Tokens, at: int, end: int, head_end: int, lead: _Lead) -> Anchor | None:
    """The name that a name's feature noun stands for: "the Red Sea port city of Hodeidah"."""
    if head_end == end or tokens.lower[head_end] != "of":
        return None
    if tokens.lower[head_end - 1] not in _APPOSED_HEADS and not is_compass_adjective(tokens, at, end):
        return None
    inner = _nested(tokens, head_end + 1, lead)
    if inner is None or inner.mention.kind is not MentionKind.NAME:
        return None
    return _of_phrase(tokens, head_end, inner, lead)
