"""One name for each source: whose words a statement, a spokesman or a short second mention are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from geomap.language import words as lex
from geomap.language.words.tables import word_set

_WORD = re.compile(r"['’]s?(?!\w)|[^\W_](?:[\w.&]|[-‐‑'’](?=\w)(?!s\b))*|[,;()]")
_OF = word_set("of for from by")
"""Prepositions between a voice and the body that it is of: "a spokesman for the coalition"."""
_COMPLEMENTING = _OF | word_set("in at on to with who that which , ; (")
"""What ends the words that hold a name's head."""
_OWN = lex.VOICES | lex.FINDINGS | word_set("count tally government") - {"survey"}
"""What speaks for a body: its texts, those who speak in its name, the government of a state."""
_TIMES = lex.CALENDAR | word_set("yesterday today")
_ONE_OF_A_KIND = word_set("coalition pentagon kremlin reuters afp ap bbc usgs ukmto un us congress parliament")
_ANYBODYS = (lex.TELLERS - _ONE_OF_A_KIND) | word_set(
    "foreign defence interior military national armed force forces air coast guard state local security health general staff civil command"
)
"""Words for bodies of which each country or town has one: a bare name of one is of the body that its own report names in full."""
_INDIVIDUALS = lex.ROLES | lex.WITNESSES | word_set("source sources spokespeople experts expert officials officers officer")
"""Nouns for people of whom others may be meant the next time."""
_SPELLINGS = {"us": "united states", "uk": "united kingdom", "britain": "united kingdom", "america": "united states", "defense": "defence"}
_MOST_STEPS = 3
_SHORTEST_ACRONYM = 3
_ARTICLES = frozenset(("the", "a", "an"))


@dataclass(frozen=True, slots=True)
class _Source:
    """Who stands behind a name, as words in lower case."""

    head: str
    words: frozenset[str]
    is_person: bool = False
    initials: str = field(default="", compare=False)
    """Of its words with capitals; what is all capitals counts in full, so that "US Geological Survey" has USGS."""

    @property
    def is_anybodys(self) -> bool:
        """Whether the words name a kind of body and not whose it is."""
        return not self.is_person and self.words <= _ANYBODYS


def fold_sources(sayings: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """One name for each source over a case, for names as written with the ids of the reports that have them.

    A statement, a letter or an unnamed spokesman is the body's own voice; a short name is the full one that alone can be meant, that of an
    army, a ministry or the police only inside its report. Named persons of one body stay apart, and so does "an official".

    >>> said = ["the coalition", "a coalition statement", "the US-led coalition", "coalition officials", "Kimmitt", "Gen. Mark Kimmitt"]
    >>> fold_sources([(name, "r") for name in said])[1:5]
    ('the US-led coalition', 'the US-led coalition', 'the US-led coalition', 'Gen. Mark Kimmitt')
    """
    said = [(" ".join(name.split()), report) for name, report in sayings]
    sources = {name: _source(name) for name, _ in said}
    known = dict.fromkeys((sources[name], report) for name, report in said)
    full = {each: _fullest(*each, list(known)) for each in known}
    names: dict[_Source, str] = {}
    for source in dict.fromkeys(full.values()):
        members = dict.fromkeys(name for name, report in said if full[sources[name], report] == source)
        fullest = max(members, key=lambda name: _standing(name, sources[name], source))
        names[source] = fullest if _is_clipped(fullest) else _body(fullest) or fullest
    return tuple(names[full[sources[name], report]] for name, report in said)


def _standing(name: str, own: _Source, source: _Source) -> tuple[bool, bool, bool, int]:
    """How well a name stands for a source: with all its words, in its own name, a person's with the most titles."""
    return (own.words == source.words, not _is_clipped(name), not _body(name), len(name) if own.is_person else 0)


def _source(name: str) -> _Source:
    """Who a name is of: the person in it, the body whose voice it is, or just what it says."""
    person = _person(name)
    if person:
        return _Source(person[-1], frozenset(person), is_person=True)
    parts = [match[0] for match in _parts(_body(name) or name)]
    head = next((at for at, part in enumerate(parts) if at and part.lower() in _COMPLEMENTING), len(parts)) - 1
    words = [_spelled(part) for part in parts if part.lower() not in _COMPLEMENTING and part[0].isalnum()]
    initials = "".join(part if part.isupper() else part[0] for part in parts if part[0].isupper()).replace(".", "")
    return _Source(_spelled(parts[head]) if parts else name, frozenset(words or [name.lower()]), initials=initials.lower())


def _parts(name: str) -> list[re.Match[str]]:
    """The words of a name without articles; possessive endings and marks stand by themselves."""
    return [match for match in _WORD.finditer(name) if match[0].lower() not in _ARTICLES]


def _spelled(word: str) -> str:
    """A word in one spelling, an adjective of nationality as its country: "U.S." and "American" are the same."""
    plain = word.lower().replace(".", "")
    return _SPELLINGS.get(plain) or lex.COUNTRY_OF.get(plain, plain).lower()


def _body(name: str) -> str:
    """The body of which a name is only the voice: of "a statement from the army", "the army's tally" and "army officials", the army.

    Empty where a name is no such voice, does not say whose, or names a person.
    """
    parts = _parts(name)
    if not parts or _person(name):
        return ""
    lower = [part[0].lower() for part in parts]
    own = [word in _OWN and (at == 0 or part[0].islower()) for at, (word, part) in enumerate(zip(lower, parts, strict=True))]
    of = next((at for at, word in enumerate(lower) if word in _OF), 0)
    if any(own[:of]):
        return name[parts[of].end() :].strip()
    owner = _owner_end(lower)
    if owner and any(own[owner + 1 :]):
        return name[: parts[owner].start()]
    return name[: parts[-1].start()].strip() if own[-1] and _names_a_body(parts[-2:-1]) else ""


def _owner_end(lower: Sequence[str]) -> int:
    """Where a possessive ends that tells whose, not when: "the army's", not "yesterday's"; 0 where there is none."""
    owner = next((at for at, word in enumerate(lower) if word[0] in "'’"), 0)
    return owner if owner and lower[owner - 1] not in _TIMES else 0


def _is_clipped(name: str) -> bool:
    """Whether the body's words alone would be no phrase: "Syrian" of "Syrian officials"."""
    body = _body(name)
    return bool(body) and name.startswith(body) and name[len(body) :][:1] == " "


def _names_a_body(parts: Sequence[re.Match[str]]) -> bool:
    """Whether the word before "officials" or "statement" can be whose they are: "coalition", "Syrian", not "local"."""
    if not parts:
        return False
    word = parts[0][0]
    return word.lower() not in _TIMES and (word[0].isupper() or word.lower() in _BODIES)


_BODIES = lex.ORGANISATIONS | lex.ORGANISATION_NOUNS | lex.TELLERS | lex.DEMONYMS


def _person(name: str) -> list[str]:
    """The person's name in some words, in lower case; empty where there is none."""
    own, _, apposed = name.partition(", ")
    in_office = bool(apposed) and not lex.ROLES.isdisjoint(own.lower().split())
    return _named_in(own) or (_WORD.findall(apposed.lower())[-2:] if in_office else [])


def _named_in(name: str) -> list[str]:
    """The name after a title, or one that begins with a given name."""
    parts = _WORD.findall(name)
    stop = next((at for at, part in enumerate(parts) if at and part.lower() in _COMPLEMENTING), len(parts))
    lower = [part.lower().rstrip(".") for part in parts[:stop]]
    start = max((at + 1 for at, word in enumerate(lower) if word in _TITLES), default=0)
    if start == stop or not all(map(_is_capital, parts[start:stop])) or lower[-1] in lex.ORGANISATION_NOUNS:
        return []
    if start == 0:
        return lower if lower[0] in lex.GIVEN and stop > 1 else []
    is_office = lower[: start - 1] and set(lower[: start - 1]) <= lex.DETERMINERS  # "the General Staff"
    return [] if is_office else lower[start:stop]


_TITLES = lex.TITLES | lex.ROLES


def _is_capital(word: str) -> bool:
    return word[0].isupper()


def _fullest(source: _Source, report: str, known: Iterable[tuple[_Source, str]]) -> _Source:
    """The one fullest name that a source can be meant by; itself where there is none, or where several could be."""
    for _ in range(_MOST_STEPS):
        fuller = {other for other, where in known if _extends(other, source) and (where == report or not source.is_anybodys)}
        widest = [other for other in fuller if not any(other.words < another.words for another in fuller)]
        if len(widest) != 1:
            break
        source = widest[0]
    return source


def _extends(full: _Source, short: _Source) -> bool:
    """Whether a name can be a fuller one of another source's: more words with one head, a person's surname, a name's initials."""
    if full == short:
        return False
    if full.is_person:
        return short.words < full.words and (short.is_person or len(short.words) == 1)
    if short.is_person or short.head in _INDIVIDUALS or short.head in _OWN:
        return False
    if len(short.words) == 1 and len(short.head) >= _SHORTEST_ACRONYM and short.head == full.initials:
        return True
    return short.head == full.head and short.words < full.words
