"""The noun phrase that a distance or direction is taken from, and what a gazetteer should be asked for.

A phrase is walked word by word: determiner, describing words, a name with its feature nouns, "of" and a second phrase. Every walk is
bounded, so the work at one place of the text is constant.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from geomap.language import lexicon as lex
from geomap.language.bearings import part_word, starts_bearing
from geomap.language.quantities import is_unit
from geomap.language.tokens import Tokens
from geomap.model import Mention, MentionKind

_MOST_DESCRIBING = 7
_MOST_NAME = 9
_MOST_CLAUSE = 10


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
        return self.mention.kind is MentionKind.NAME or (
            self.mention.kind in (MentionKind.BORDER, MentionKind.COAST) and self.mention.name[:1].isupper()
        )


def anchor_at(tokens: Tokens, index: int, *, numbers: bool = False, depth: int = 0) -> Anchor | None:
    """The anchor whose phrase starts at a token, or None where no noun phrase does.

    With `numbers`, the name may start with a numeral ("3 mi W 1000 Palms").
    """
    lower = tokens.lower
    if lower[index] in ("where", "which") and depth == 0 and lower[index] == "where":
        return _clause(tokens, index)
    if lower[index] in ("each", "one") and lower[index + 1] in ("other", "another"):
        return _simple(tokens, index, index + 2, MentionKind.COMMON, generic=True)
    if lower[index] in lex.PRONOUNS:
        return _simple(tokens, index, index + 1, MentionKind.COMMON, pronoun=True)
    start, definite, singular = _determiner(tokens, index)
    if lower[index] in lex.POSSESSIVES:
        phrase = _phrase(tokens, index, index + 1, definite=True, singular=True, numbers=numbers, depth=depth)
        return phrase
    return _phrase(tokens, start, start, definite=definite, singular=singular, numbers=numbers, depth=depth)


def _determiner(tokens: Tokens, index: int) -> tuple[int, bool, bool]:
    """Past articles; whether one was definite, and whether one bound the noun to a particular thing."""
    lower = tokens.lower
    definite = singular = False
    start = index
    while lower[index] in lex.DETERMINERS and index < start + 3 and (lower[index] in _ARTICLES or tokens.words[index].islower()):
        definite = definite or lower[index] in ("the", "this", "that", "these", "those")
        singular = singular or lower[index] in ("a", "an", "the", "this", "that", "one", "these", "those", "another")
        index += 1
    while lower[index] in ('"', "“", "”", "‘", "'"):
        index += 1
    return index, definite, singular


_QUOTES = frozenset('" “ ‘'.split())
_ARTICLES = frozenset("the a an this that these those".split())


def _simple(tokens: Tokens, start: int, end: int, kind: MentionKind, *, pronoun: bool = False, generic: bool = False) -> Anchor:
    mention = Mention(span=tokens.span(start, end), name=tokens.text(start, end), kind=kind)
    return Anchor(start=start, end=end, mention=mention, pronoun=pronoun, generic=generic)


def _clause(tokens: Tokens, index: int) -> Anchor | None:
    """As in "where Main Street ends in Springfield": up to the next mark."""
    end = index + 1
    while end < min(tokens.count, index + 1 + _MOST_CLAUSE) and tokens.lower[end] not in (",", ".", ";", ":", "(", ")", "?", "!", '"', "”"):
        end += 1
    return _simple(tokens, index, end, MentionKind.COMMON) if end > index + 1 else None


def starts_name(tokens: Tokens, index: int) -> bool:
    """Whether a proper name may start at a token: a capital, or an Arabic article joined to one."""
    lower = tokens.lower[index]
    if tokens.words[index].islower():
        if lower in lex.ARABIC_ARTICLES:
            return (tokens.hyphen(index + 1) and tokens.capital(index + 2)) or (lower in ("al", "el") and tokens.capital(index + 1))
        return False
    return tokens.capital(index) and lower not in lex.STOPS and lower not in lex.WEEKDAYS_MONTHS


def name_end(tokens: Tokens, index: int) -> int:
    """The token after the proper name that starts at a token; feature words in lower case are not part of it."""
    lower = tokens.lower
    end = index + 1
    if tokens.words[index].islower() and not tokens.hyphen(end):  # al Hudaydah
        end += 1
    while end < index + _MOST_NAME:
        step = _name_step(tokens, index, end)
        if not step:
            break
        end += step
    while end - 1 > index and lower[end - 1] in ("and", "-", "–", "of", "the"):
        end -= 1
    return end


def _name_step(tokens: Tokens, start: int, at: int) -> int:
    """How many tokens at a place go on with a name."""
    lower, words = tokens.lower, tokens.words
    word = words[at]
    if tokens.hyphen(at):
        return _hyphen_step(tokens, at)
    if (
        word == "."
        and lower[at - 1] in ("st", "ste", "mt", "ft", "pt", "no", "hwy", "rd", "jct", "natl", "mtn", "mtns", "cyn", "cr", "ck", "co")
        and tokens.glued(at)
    ):
        return 1 if tokens.capital(at + 1) or tokens.capital(at + 2) else 0
    if word == "#" and words[at + 1].isdecimal():
        return 2
    if word[:1].isdecimal():
        return 1 if _number_in_name(tokens, start, at) else 0
    if starts_name(tokens, at):
        return 0 if tokens.glued(at) and not tokens.glued(at - 1) and lower[at - 1] in lex.STOPS else 1
    if lower[at] in lex.NAME_LINKS:
        if starts_name(tokens, at + 1):
            return 2
        return 3 if lower[at + 1] in lex.NAME_LINKS and tokens.capital(at + 2) else 0
    if lower[at] in lex.ARABIC_ARTICLES and tokens.hyphen(at + 1) and tokens.capital(at + 2):
        return 3
    if lower[at] == "of":
        return _of_step(tokens, start, at)
    if lower[at] in ("and", "&"):
        return _and_step(tokens, at)
    return 0


def _hyphen_step(tokens: Tokens, at: int) -> int:
    """Past a hyphen inside a name: "Deir-ez-Zor", "Port-au-Prince", "Lebanese – Syrian"."""
    following = tokens.words[at + 1]
    if not following or not following[0].isalnum():
        return 0
    if tokens.glued(at):
        return (
            2
            if following[0].isalnum()
            and tokens.lower[at + 1] not in ("based", "led", "backed", "born", "held", "controlled", "flagged", "style")
            else 0
        )
    both = tokens.lower[at - 1] in lex.DEMONYMS and tokens.lower[at + 1] in lex.DEMONYMS
    return 2 if both else 0


def _number_in_name(tokens: Tokens, start: int, at: int) -> bool:
    """Whether a numeral goes on with a name: "Highway 67", "Thomassin 32", "Routes 25 and 146"."""
    if not tokens.words[at].isdecimal() or len(tokens.words[at]) > 4 or is_unit(tokens, at + 1):
        return False
    return tokens.capital(at - 1) or tokens.lower[at - 1] in ("and", "-", "#", "highway", "route", "no", ".") or start == at


def _of_step(tokens: Tokens, start: int, at: int) -> int:
    """Past "of" inside a name: "Gulf of Aden", "South Fork of American River", "Bay of the Dead"."""
    head = tokens.lower[at - 1]
    if not tokens.capital(at - 1) or (tokens.words[at] == "OF" and head not in lex.FEATURES and head not in lex.NAMING_HEADS):
        return 0
    capital_head = (
        head in lex.FEATURES
        or head in lex.NAMING_HEADS
        or head
        in ("horn", "fork", "isles", "firth", "sound", "port", "university", "arch", "united", "line", "tip", "mouth", "end", "bank")
    )
    if not capital_head:
        return 0
    if starts_name(tokens, at + 1):
        return 2
    return 3 if tokens.lower[at + 1] == "the" and starts_name(tokens, at + 2) else 0


def _and_step(tokens: Tokens, at: int) -> int:
    """Past "and" inside a name: known pairs, or two numbers of roads."""
    if (tokens.lower[at - 1], tokens.lower[at + 1]) in lex.NAMES_WITH_AND:
        return 2
    if tokens.words[at - 1].isdecimal() and tokens.words[at + 1].isdecimal():
        return 2
    return 0


def _is_demonym(tokens: Tokens, start: int, end: int) -> bool:
    """Whether all words of a run are nationality words: "Syrian", "Lebanese – Syrian", "US"."""
    return all(tokens.lower[at] in lex.DEMONYMS or not tokens.words[at][0].isalnum() for at in range(start, end))


def _descriptive(tokens: Tokens, at: int, seen: int, head: bool) -> bool:
    """Whether a lower-case word goes on with a noun phrase."""
    word = tokens.lower[at]
    if (
        word in ("no", "so")
        and not seen
        and tokens.lower[at + 1] in ("end", "side", "fork", "part", "edge", "bank", "shore", "base", "entrance")
    ):
        return True  # north and south, as collectors abbreviate them
    if not word or not word[0].isalpha() or word in lex.STOPS or word in lex.WEEKDAYS_MONTHS:
        return False
    if tokens.lower[at + 1] in ("of", "from") and starts_bearing(word):
        return False
    if head:
        return word in lex.FEATURES or (word in lex.FEATURE_MODIFIERS and tokens.lower[at + 1] in lex.FEATURES)
    if seen and (
        word.endswith("ly") or (word.endswith(("ed", "ing")) and word not in lex.FEATURES and tokens.lower[at + 1] not in lex.FEATURES)
    ):
        return False
    return True


def _phrase(tokens: Tokens, start: int, at: int, *, definite: bool, singular: bool, numbers: bool, depth: int) -> Anchor | None:
    """The noun phrase whose describing words start at `at`; the mention starts at `start` (before, for "its summit")."""
    lower = tokens.lower
    first = at
    head_at = -1
    while at < first + _MOST_DESCRIBING:
        if lower[at] in ("so", "self") and tokens.hyphen(at + 1):  # the so-called "red line"
            at += 3
            continue
        if tokens.words[at] in _QUOTES and tokens.words[at + 1][:1].isalpha() and (head_at < 0):
            at += 1
            continue
        if (starts_name(tokens, at) and not (definite and _capital_noun(tokens, at))) or (
            numbers and at == first and tokens.words[at][:1].isdecimal() and starts_name(tokens, at + 1)
        ):
            return _with_name(tokens, start, at, definite=definite, singular=singular, depth=depth)
        if tokens.hyphen(at) and at > first and tokens.glued(at):
            at += 1
            continue
        if lower[at] in ("'s", "’s") and at > first:
            at += 1
            head_at = -1
            continue
        if lower[at] in ("’", "'") and at > first and tokens.glued(at) and lower[at - 1].endswith("s") and lower[at + 1] not in lex.STOPS:
            at += 1
            head_at = -1
            continue
        if not _descriptive(tokens, at, at - first, head_at >= 0):
            break
        if lower[at] in lex.FEATURES and not (lower[at] in lex.FEATURE_MODIFIERS and lower[at + 1] in lex.FEATURES):
            head_at = at
            if starts_name(tokens, at + 1) and not _joins_name(tokens, at):
                at += 1
                break
        at += 1
    if at == first:
        return None
    while at > first and (tokens.words[at - 1] in "-–" or lower[at - 1] in ("'s", "’s", "’", "'")):
        at -= 1
    return _common(tokens, start, first, at, definite=definite, singular=singular, depth=depth)


def _capital_noun(tokens: Tokens, at: int) -> bool:
    """Whether a capitalised word is only a common noun: "the Capital, Lima", "the Port"."""
    return (
        tokens.lower[at] in _CAPITALISED
        and not tokens.capital(at + 1)
        and not tokens.hyphen(at + 1)
        and tokens.lower[at + 1] not in ("of", "'s", "’s")
    )


_CAPITALISED = frozenset("capital city town village port border coast base airport island river bridge camp".split())


def _joins_name(tokens: Tokens, head: int) -> bool:
    """Whether a feature noun and the name after it belong together: "capital Lagos", "village Dvani", not "border Tuesday"."""
    return tokens.lower[head] not in ("border", "area", "site", "coast", "house", "home")


def _common(tokens: Tokens, start: int, first: int, end: int, *, definite: bool, singular: bool, depth: int) -> Anchor:
    """An anchor of common nouns, perhaps with "of" and a second phrase, or with a name in apposition."""
    lower = tokens.lower
    head = lower[end - 1]
    if lower[end] == "of" and depth < 2:
        inner = anchor_at(tokens, end + 1, depth=depth + 1)
        if inner is not None:
            return _of_phrase(tokens, start, end, inner, definite=definite)
    if head in lex.BORDER_HEADS and lower[end] in ("with", "between") and depth < 2:
        inner = anchor_at(tokens, end + 1, depth=depth + 1)
        if inner is not None:
            stop, name = inner.end, inner.mention.name
            if lower[end] == "between" and lower[stop] == "and":
                other = anchor_at(tokens, stop + 1, depth=depth + 1)
                if other is not None:
                    stop, name = other.end, f"{name}-{other.mention.name}" if other.named else name
            mention = Mention(span=tokens.span(start, stop), name=name, kind=MentionKind.BORDER, feature=head)
            return Anchor(start=start, end=stop, mention=mention, definite=True)
    if head in ("point", "land", "part", "spot", "stretch") and lower[end] in ("on", "along", "of", "in") and depth < 2:
        inner = anchor_at(tokens, end + 1, depth=depth + 1)
        if inner is not None and inner.mention.kind in (MentionKind.COAST, MentionKind.BORDER):  # the nearest point of land on the coast
            return replace(inner, start=start, mention=replace(inner.mention, span=tokens.span(start, inner.end)))
    apposed = _apposition(tokens, end, head)
    if apposed is not None:
        name = _with_name(tokens, apposed, apposed, definite=True, singular=True, depth=2)
        if name is not None:
            feature = head if name.mention.feature is None and head in lex.FEATURES else name.mention.feature
            return replace(name, mention=replace(name.mention, feature=feature))
    kind = _kind_of_head(head)
    if lower[end] == "where":
        clause = _clause(tokens, end)
        end = clause.end if clause else end
    mention = Mention(span=tokens.span(start, end), name=tokens.text(first, end), kind=kind, feature=_feature(tokens, first, end))
    plural = head.endswith("s") and not head.endswith(("ss", "us", "is", "headquarters", "falls", "barracks", "crossroads"))
    return Anchor(start=start, end=end, mention=mention, definite=definite, generic=plural and not singular and kind is MentionKind.COMMON)


def _kind_of_head(head: str) -> MentionKind:
    if head in lex.BORDER_HEADS:
        return MentionKind.BORDER
    if head in lex.COAST_HEADS:
        return MentionKind.COAST
    return MentionKind.MOVING if head in lex.MOVING_HEADS else MentionKind.COMMON


def _feature(tokens: Tokens, start: int, end: int) -> str | None:
    """The feature noun that ends a run, with the words that specify it: "border post"."""
    if end <= start or tokens.lower[end - 1] not in lex.FEATURES:
        return None
    first = end - 1
    while first > start and (tokens.lower[first - 1] in lex.FEATURE_MODIFIERS or tokens.lower[first - 1] in lex.FEATURES):
        first -= 1
    return tokens.text(first, end).lower()


def _apposition(tokens: Tokens, end: int, head: str) -> int | None:
    """Where the name starts that says what a common noun stands for: "the capital, Lima", "the main city in the south, Kandahar"."""
    lower = tokens.lower
    if head not in ("capital", "city", "town", "village", "port", "hub", "stronghold", "hometown", "island", "metropolis", "seat"):
        return None
    at = end
    if lower[at] in ("in", "of") and lower[at + 1] in ("the", "this") and lower[at + 2].isalpha() and lower[at + 3] == ",":
        at += 3
    if lower[at] == "," and starts_name(tokens, at + 1) and not (lower[at + 1] in lex.DEMONYMS or lower[at + 1] in lex.ORGANISATIONS):
        return at + 1
    return None


def _of_phrase(tokens: Tokens, start: int, of: int, inner: Anchor, *, definite: bool) -> Anchor:
    """As in "the city of Homs" (the name itself), "the coast of Odessa" (a coast), "the outskirts of Aleppo" (a part)."""
    lower = tokens.lower
    head = lower[of - 1]
    if head in ("intersection", "junction", "corner", "confluence", "jct") and lower[inner.end] == "and":
        other = anchor_at(tokens, inner.end + 1, depth=2)
        if other is not None:
            span = tokens.span(start, other.end)
            mention = Mention(span=span, name=span.text, kind=MentionKind.NAME if other.named else MentionKind.COMMON, feature=head)
            return Anchor(start=start, end=other.end, mention=mention, definite=definite)
    if inner.pronoun:
        return replace(inner, start=start)
    if head in lex.NAMING_HEADS and inner.mention.kind is MentionKind.NAME:
        mention = replace(inner.mention, feature=inner.mention.feature or head)
        return replace(inner, mention=mention)
    kind = _kind_of_head(head)
    if head == "point" and inner.mention.kind in (MentionKind.COAST, MentionKind.BORDER):  # the nearest point of the coast
        mention = replace(inner.mention, span=tokens.span(start, inner.end))
    elif kind in (MentionKind.BORDER, MentionKind.COAST):
        mention = Mention(
            span=tokens.span(start, inner.end), name=inner.mention.name, kind=kind, feature=head, part=_part(tokens, start, of)
        )
    elif inner.mention.kind is MentionKind.NAME and head not in lex.MOVING_HEADS:
        mention = replace(inner.mention, span=tokens.span(start, inner.end), feature=head)
    else:
        mention = Mention(
            span=tokens.span(start, inner.end),
            name=tokens.text(start, inner.end),
            kind=kind,
            feature=head if head in lex.FEATURES else None,
        )
    return Anchor(start=start, end=inner.end, mention=mention, definite=definite)


def _part(tokens: Tokens, start: int, end: int) -> str | None:
    """The compass part that a run's words name: "the western coast"."""
    for at in range(start, end):
        part = part_word(tokens.lower[at])
        if part:
            return part
    return None


def _with_name(tokens: Tokens, start: int, at: int, *, definite: bool, singular: bool, depth: int) -> Anchor | None:
    """An anchor that holds a proper name at `at`, after describing words."""
    lower = tokens.lower
    end = name_end(tokens, at) if not tokens.words[at][:1].isdecimal() else name_end(tokens, at + 1)
    if end <= at:
        return None
    if lower[end] in ("'s", "’s") or (
        lower[end] in ("’", "'") and tokens.glued(end) and lower[end - 1].endswith("s") and _goes_on(tokens, end + 1)
    ):
        return _possessive(tokens, at, end, depth=depth)
    demonym = _is_demonym(tokens, at, end)
    split = _demonym_prefix(tokens, at, end)
    head_end = _feature_run(tokens, end, free=demonym)
    if demonym and head_end > end:
        return _adjective(tokens, at, end, head_end, definite=definite, depth=depth)
    at = max(at, split)
    return _named(tokens, start, at, end, head_end, definite=definite, depth=depth)


def _goes_on(tokens: Tokens, index: int) -> bool:
    return tokens.words[index][:1].isalpha() and tokens.lower[index] not in lex.STOPS


def _possessive(tokens: Tokens, at: int, end: int, *, depth: int) -> Anchor | None:
    """As in "Yemen's Aden" (Aden), "Iran's coast" (a coast), "Mr Carroll's home" (a common noun)."""
    after = end + 1
    if starts_name(tokens, after):
        return _with_name(tokens, after, after, definite=True, singular=True, depth=depth)
    inner = _phrase(tokens, at, after, definite=True, singular=True, numbers=False, depth=depth)
    if inner is None:
        return _simple(tokens, at, end, MentionKind.NAME)
    mention = inner.mention
    if mention.kind in (MentionKind.BORDER, MentionKind.COAST):
        mention = replace(mention, name=tokens.text(at, end))
    return replace(inner, mention=mention)


def _demonym_prefix(tokens: Tokens, at: int, end: int) -> int:
    """Where the name starts after a nationality word in capitals: "Syrian Kobani" is Kobani."""
    if (
        end - at >= 2
        and tokens.lower[at] in lex.DEMONYMS
        and starts_name(tokens, at + 1)
        and tokens.lower[at + 1] not in lex.FEATURES
        and tokens.words[at].istitle()
    ):
        return at + 1
    return at


def _feature_run(tokens: Tokens, end: int, *, free: bool) -> int:
    """The token after the feature nouns that follow a name; after a nationality word any nouns may ("nearest Syrian army base")."""
    lower = tokens.lower
    at = end
    while at < end + 4:
        word = lower[at]
        if word in lex.FEATURES and tokens.words[at].islower():
            at += 1
            continue
        if tokens.hyphen(at) and tokens.glued(at) and lower[at + 1] in lex.FEATURES:
            at += 2
            continue
        if (word in lex.FEATURE_MODIFIERS or (free and _descriptive(tokens, at, at - end, False))) and tokens.words[at].islower():
            ahead = at + 1
            while ahead < at + 3 and lower[ahead] in lex.FEATURE_MODIFIERS:
                ahead += 1
            if lower[ahead] in lex.FEATURES or (free and word not in lex.STOPS):
                at += 1
                continue
        break
    return at


def _adjective(tokens: Tokens, at: int, end: int, head_end: int, *, definite: bool, depth: int) -> Anchor:
    """A nationality word with its noun: "the Iraqi border", "the Libyan coast", "the nearest Syrian city"."""
    lower = tokens.lower
    head = lower[head_end - 1]
    kind = _kind_of_head(head)
    if starts_name(tokens, head_end) and kind is MentionKind.COMMON and head in lex.NAMING_HEADS:  # the Syrian city Homs
        named = _with_name(tokens, head_end, head_end, definite=True, singular=True, depth=depth)
        if named is not None:
            return named
    if lower[head_end] == "of" and depth < 2:
        inner = anchor_at(tokens, head_end + 1, depth=depth + 1)
        if inner is not None:
            return _of_phrase(tokens, at, head_end, inner, definite=definite)
    apposed = _apposition(tokens, head_end, head)
    if apposed is not None:
        named = _with_name(tokens, apposed, apposed, definite=True, singular=True, depth=2)
        if named is not None:
            return named
    name = tokens.text(at, end if kind in (MentionKind.BORDER, MentionKind.COAST) else head_end)
    mention = Mention(
        span=tokens.span(at, head_end), name=name, kind=kind, feature=_feature(tokens, end, head_end), part=_part(tokens, end, head_end)
    )
    return Anchor(start=at, end=head_end, mention=mention, definite=definite)


def _named(tokens: Tokens, start: int, at: int, end: int, head_end: int, *, definite: bool, depth: int) -> Anchor:
    """A place name, with the feature nouns after it and the part before it."""
    lower = tokens.lower
    name_stop, feature_from = _capital_features(tokens, at, end)
    head = lower[head_end - 1] if head_end > end else (lower[end - 1] if feature_from < end else "")
    if lower[head_end] == "of" and head_end > end and depth < 2 and lower[head_end - 1] in lex.NAMING_HEADS:
        inner = anchor_at(tokens, head_end + 1, depth=depth + 1)
        if inner is not None and inner.mention.kind is MentionKind.NAME:  # the Red Sea port city of Dor
            return _of_phrase(tokens, at, head_end, inner, definite=definite)
    elif lower[head_end] == "of" and head_end > end and depth < 2:
        inner = anchor_at(tokens, head_end + 1, depth=depth + 1)
        if inner is not None and inner.mention.kind is MentionKind.NAME and end - at == 1 and lower[at] in lex.DEMONYMS:
            return _of_phrase(tokens, at, head_end, inner, definite=definite)
    mixed = (
        head_end - end > 1 and lower[head_end - 2] in lex.FEATURES and lower[head_end - 2] not in lex.BORDER_HEADS
    )  # the M2 highway frontier
    kind = _kind_of_head(head) if head and head not in lex.MOVING_HEADS and not mixed else MentionKind.NAME
    kind = kind if kind in (MentionKind.BORDER, MentionKind.COAST) else MentionKind.NAME
    part = part_word(lower[at - 1]) if at > start else None
    feature = _feature(tokens, feature_from, head_end)
    mention = Mention(span=tokens.span(at, head_end), name=tokens.text(at, name_stop), kind=kind, feature=feature, part=part)
    return Anchor(start=at, end=head_end, mention=mention, definite=definite)


def _capital_features(tokens: Tokens, at: int, end: int) -> tuple[int, int]:
    """Where the name proper ends and feature nouns begin, for features that no gazetteer has in its names: "YEMEN COAST"."""
    stop = end
    while stop - 1 > at and tokens.lower[stop - 1] in _STRIPPED and tokens.words[stop - 1] not in "-":
        stop -= 1
    return stop, (min(end, stop))


_STRIPPED = frozenset(
    """city town village province governorate district region border coast coastline shore crossing post checkpoint garrison base
    outpost camp oilfield""".split()
)
