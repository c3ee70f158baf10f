"""How a sentence is worded round its claims: what stands before and behind them, what is spoken of as known and what as new."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from geomap.language import words as lex
from geomap.language.events.content import stem_of
from geomap.language.phrases.chunks import index_at
from geomap.language.phrases.proper_names import starts_name
from geomap.language.text.tokens import Tokens
from geomap.language.words.tables import word_set
from geomap.model import Claim, Span, Wording

_KNOWN = word_set("the that this these those its their his her both")
_NEW = word_set("a an another two three four several some")
_MANNERS = {
    "present": word_set("is are lies stands has have lie"),
    "had": word_set("had"),
    "modal": word_set("would could may might if should"),
}
"""Words of a sentence that tell how it is meant."""
_SCENES = word_set("it there here scene site spot place wreck wreckage crater ruins crash epicentre epicenter hypocentre hypocenter")
"""Words of a claim that measure it from where something was."""
_DETERMINERS = word_set("the a an this that these those his her its their it she he they two three another one i we some")
_NAME, _WEEKDAY, _MONTH = "Name", "Weekday", "Month"
_MASKS = {**dict.fromkeys(lex.MONTHS, _MONTH), **dict.fromkeys(lex.WEEKDAYS, _WEEKDAY)}
"""What stands for words that say nothing about which incident is told of, capitals only: "may" is one of another kind."""
_SHORTEST = 4
"""Shorter words are no nouns that tell things apart."""


def wording_of(tokens: Tokens, claims: Sequence[Claim] = (), clause: tuple[int, int] | None = None) -> Wording:
    """The wording of a sentence with a group of its claims, and the tokens of their clause."""
    words, known, new, manner = tokens.once(_words), tokens.once(_known), tokens.once(_new), tokens.once(_manner)
    if not claims:
        return Wording(words=words, definite=known, indefinite=new, manner=manner)
    low, high = index_at(tokens, claims[0].span.start), index_at(tokens, claims[-1].span.end - 1) + 1
    target = claims[0].target
    return Wording(
        words=words,
        claims=(low, high),
        clause=clause,
        target=_in_sentence(tokens, target),
        head=_head(target),
        definite=known,
        indefinite=new,
        manner=manner | frozenset(_beginnings(target)) | ({"scene"} if not _SCENES.isdisjoint(tokens.lower[low:high]) else frozenset()),
    )


def _words(tokens: Tokens) -> tuple[str, ...]:
    """In lower case; names, months and days of the week say nothing here, and are all one."""
    return tuple(_mask(tokens, at) or word for at, word in enumerate(tokens.lower[: tokens.count]))


def _mask(tokens: Tokens, at: int) -> str:
    """What stands for a word; nothing where it stands for itself, as one does that has its capital only for beginning the sentence."""
    if not tokens.upper(at):
        return ""
    known = _MASKS.get(tokens.lower[at])
    if known is not None:
        return known
    return _NAME if at > 0 or (starts_name(tokens, at) and tokens.upper(at + 1) and tokens.lower[at + 1] not in lex.CALENDAR) else ""


def _known(tokens: Tokens) -> frozenset[str]:
    return frozenset(_nouns(tokens, _KNOWN, reach=2))


def _new(tokens: Tokens) -> frozenset[str]:
    return frozenset(_nouns(tokens, _NEW, reach=1))


def _manner(tokens: Tokens) -> frozenset[str]:
    return frozenset(name for name, words in _MANNERS.items() if not words.isdisjoint(tokens.lower))


def _beginnings(target: Span | None) -> Iterator[str]:
    """What the words for a thing begin with: a determiner, a number, a name."""
    if target is None:
        return
    first = target.text.split()[0]
    if first.lower() in _DETERMINERS:
        yield f"begins with {first.lower()}"
    else:
        yield "begins with a number" if first.isdigit() else "begins with a name" if first[:1].isupper() else "begins bare"
    yield "ends with a name" if target.text.split()[-1][:1].isupper() else "ends with a noun"


def _nouns(tokens: Tokens, determiners: frozenset[str], reach: int) -> Iterator[str]:
    """Stems of the words that follow a determiner closely: "the ship", "the burning ship"."""
    for at in range(tokens.count - 1):
        if tokens.lower[at] in determiners:
            yield from (stem_of(word) for word in tokens.lower[at + 1 : at + 1 + reach] if _is_noun(word))


def _is_noun(word: str) -> bool:
    return len(word) >= _SHORTEST and word.isalpha()


def _in_sentence(tokens: Tokens, target: Span | None) -> tuple[int, int] | None:
    if target is None or not tokens.sentence.start <= target.start < target.end <= tokens.sentence.end:
        return None
    return index_at(tokens, target.start), index_at(tokens, target.end - 1) + 1


def _head(target: Span | None) -> str:
    words = [] if target is None else target.text.lower().split()
    return stem_of(words[-1]) if words and _is_noun(words[-1]) else ""
