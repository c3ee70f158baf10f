"""Where a proper name starts and ends: capitals, Arabic articles, hyphens, small words between, numbers of roads."""

from __future__ import annotations

from geomap.language import words as lex
from geomap.language.quantities.units import is_unit
from geomap.language.text.tokens import Tokens

_LONGEST = 9
_SHORTENED = frozenset("st ste mt ft pt no hwy rd jct natl mtn mtns cyn cr ck co cd pto sta sto spgs pk".split())
_NEVER_AFTER_HYPHEN = frozenset("based led backed born held controlled flagged style run".split())
_OF_HEADS = (
    lex.FEATURES
    | lex.NAMING_HEADS
    | frozenset("horn fork isles firth sound university arch united tip end bank lady ministry department".split())
)
_BEFORE_NUMBER = frozenset("and - # highway route no .".split())


def starts_name(tokens: Tokens, index: int) -> bool:
    """Whether a proper name may start at a token: a capital, or an Arabic article joined to one."""
    lower = tokens.lower[index]
    if tokens.words[index].islower():
        if lower not in lex.ARABIC_ARTICLES:
            return False
        return (tokens.hyphen(index + 1) and tokens.capital(index + 2)) or (lower in ("al", "el") and tokens.capital(index + 1))
    if not tokens.capital(index) or lower in lex.CALENDAR:
        return False
    if lower in ("no", "nr"):
        return past_number(tokens, index) > index
    return lower not in lex.STOPS or _is_road(tokens, index) or _is_article_in_capitals(tokens, index)


def _is_road(tokens: Tokens, index: int) -> bool:
    """Whether a word that is a pronoun elsewhere begins the number of a road: "US 395", "I-10"."""
    if tokens.words[index] not in ("US", "I"):
        return False
    if tokens.words[index] == "US" and tokens.lower[index + 1] in ("highway", "hwy", "route", "rte"):
        return True
    at = index + 2 if tokens.hyphen(index + 1) else index + 1
    return (at > index + 1 or tokens.words[index] == "US") and tokens.words[at].isdecimal() and not is_unit(tokens, at + 1)


def _is_article_in_capitals(tokens: Tokens, index: int) -> bool:
    """Whether an Arabic article that looks like a small word begins a name among capitals: "6NM W OF AS SALIF"."""
    article = tokens.lower[index] in lex.ARABIC_ARTICLES and tokens.words[index].isupper() and tokens.words[index + 1].isupper()
    return article and tokens.words[index - 1] in ("OF", "FROM", "OFF", "NEAR")


def past_number(tokens: Tokens, at: int) -> int:
    """Past the number of a thing that has one: "14", "No. 3", "number 7"; the same token where there is none."""
    stop = at
    if tokens.lower[stop] in ("no", "nr", "number", "#"):
        stop += 1
        stop += tokens.words[stop] == "."
    word = tokens.words[stop]
    return stop + 1 if word.isdecimal() and len(word) <= 4 and not is_unit(tokens, stop + 1) else at


def name_end(tokens: Tokens, index: int) -> int:
    """The token after the proper name that starts at a token; feature words in lower case are not part of it."""
    end = past_number(tokens, index) if tokens.lower[index] in ("no", "nr") else index + 1
    if tokens.words[index].islower() and not tokens.hyphen(end):  # al Hudaydah
        end += 1
    while end < index + _LONGEST:
        step = _step(tokens, index, end)
        if not step:
            break
        end += step
    while end - 1 > index and tokens.lower[end - 1] in ("and", "-", "–", "of", "the"):
        end -= 1
    return end


def is_demonym(tokens: Tokens, start: int, end: int) -> bool:
    """Whether all words of a run are nationality words: "Syrian", "Lebanese – Syrian", "US"."""
    return all(tokens.lower[at] in lex.DEMONYMS or not tokens.words[at][0].isalnum() for at in range(start, end))


def demonym_before_name(tokens: Tokens, at: int, end: int) -> bool:
    """Whether a run is a nationality word and a name: "Syrian Kobani"."""
    if end - at < 2 or tokens.lower[at] == "western" or tokens.lower[at] not in lex.DEMONYMS or not tokens.words[at].istitle():
        return False
    return starts_name(tokens, at + 1) and tokens.lower[at + 1] not in lex.FEATURES


def _step(tokens: Tokens, start: int, at: int) -> int:
    """How many tokens at a place go on with a name: "Gate No. 3" included."""
    word = tokens.lower[at]
    if tokens.hyphen(at):
        return _past_hyphen(tokens, at)
    if not word[:1].isalpha():
        return _past_mark(tokens, start, at)
    if starts_name(tokens, at):
        return max(1, past_number(tokens, at) - at)
    if word == "of":
        return _past_of(tokens, at)
    if word == "and":
        return _past_and(tokens, at)
    return _past_link(tokens, at)


def _past_hyphen(tokens: Tokens, at: int) -> int:
    """Past a hyphen inside a name: "Deir-ez-Zor", "Port-au-Prince", "Lebanese – Syrian"."""
    if not tokens.words[at + 1][:1].isalnum():
        return 0
    if tokens.glued(at):
        return 0 if tokens.lower[at + 1] in _NEVER_AFTER_HYPHEN else 2
    return 2 if tokens.lower[at - 1] in lex.DEMONYMS and tokens.lower[at + 1] in lex.DEMONYMS else 0


def _past_mark(tokens: Tokens, start: int, at: int) -> int:
    """Past a numeral, the stop of an abbreviation, "#" or "&" inside a name."""
    word = tokens.words[at]
    if word == ".":
        return 1 if is_abbreviation(tokens, at) and (tokens.capital(at + 1) or tokens.capital(at + 2)) else 0
    if word == "#":
        return 2 if tokens.words[at + 1].isdecimal() else 0
    if word == "&":
        return _past_and(tokens, at)
    if not word.isdecimal() or len(word) > 4 or is_unit(tokens, at + 1):
        return 0
    return 1 if tokens.capital(at - 1) or tokens.lower[at - 1] in _BEFORE_NUMBER or start == at else 0


def is_abbreviation(tokens: Tokens, stop: int) -> bool:
    """Whether a full stop belongs to a shortened word of names: "St.", "Hwy."."""
    return tokens.words[stop] == "." and tokens.glued(stop) and tokens.lower[stop - 1] in _SHORTENED


def _past_link(tokens: Tokens, at: int) -> int:
    """Past small words inside a name: "Isola di Conigli", "San Pedro de la Mar", "Deir ez-Zor"."""
    lower = tokens.lower
    if lower[at] in lex.NAME_LINKS:
        if starts_name(tokens, at + 1):
            return 2
        if lower[at + 1] in lex.NAME_LINKS and tokens.capital(at + 2):
            return 3
    return 3 if lower[at] in lex.ARABIC_ARTICLES and tokens.hyphen(at + 1) and tokens.capital(at + 2) else 0


def _past_of(tokens: Tokens, at: int) -> int:
    """Past "of" inside a name: "Gulf of Aden", "South Fork of American River", "Bay of the Dead"."""
    if not tokens.capital(at - 1) or tokens.lower[at - 1] not in _OF_HEADS:
        return 0
    if starts_name(tokens, at + 1):
        return 2
    return 3 if tokens.lower[at + 1] == "the" and starts_name(tokens, at + 2) else 0


def _past_and(tokens: Tokens, at: int) -> int:
    """Past "and" inside a name: known pairs, or two numbers of roads."""
    known = (tokens.lower[at - 1], tokens.lower[at + 1]) in lex.NAMES_WITH_AND
    numbers = tokens.words[at - 1].isdecimal() and tokens.words[at + 1].isdecimal() and not is_unit(tokens, at + 2)
    return 2 if known or numbers else 0
