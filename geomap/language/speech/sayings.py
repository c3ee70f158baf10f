"""Acts of saying by a verb: "the army denied that …", "…, the mayor said"."""

from __future__ import annotations

from collections.abc import Sequence

from geomap.language import words as lex
from geomap.language.phrases.chunks import (
    ADVERBS,
    CONJUNCTIONS,
    LOOK,
    NUMBERS,
    PERSONAL,
    PREPOSITIONS,
    RELATIVES,
    SPECIFIERS,
    before_adverbs,
    is_auxiliary,
    is_nominal,
    is_verb,
    phrase_starting_at,
)
from geomap.language.speech.acts import STATEMENT, Frame, can_be_teller, ends_quote, past_tails
from geomap.language.speech.speakers import DENYING, NOUN_OR_VERB, QUOTES_CLOSE, QUOTES_OPEN, SAYING, is_mark, is_negation, subject_of
from geomap.language.text.tokens import Tokens
from geomap.language.words.tables import word_set

_NEED_CLAUSE = word_set(
    """estimated estimates indicated maintained maintains contended contends understands posted broadcast concluded disclosed revealed suggested suggests specified stressed
    believed believes indicates concludes noted commented warning arguing noting
    added adds adding stated states stating responded replied identified signaled signalled"""
)
"""Verbs that report only with a clause or a quotation after them, or after what is said."""
_CLAIMING = word_set("claim claims claimed claiming")
"""Verbs that report with a clause or an infinitive only: "claims a strip of sea" puts no words in a mouth."""
_ADJECTIVAL = word_set(
    "alleged reported confirmed estimated suggested identified stated declared claims reports states estimates estimate report claim"
)
"""Verbs of saying whose form, with a capital inside a sentence, belongs to a name or headline noun: "the United States"."""
_TELLING = word_set("told tell tells telling")
NO_AGENTS = word_set("telephone phone email e-mail radio letter text video satellite fax post mail")
_BEFORE_TIMES = word_set("on late early earlier later in by also")
_NOT_SAID_AFTER = word_set("is are was were be been being to of")
_VERBS = SAYING | DENYING | NOUN_OR_VERB | lex.ASKING | lex.DIRECTING | lex.RULING
_NEGATED_BACK = 4
"""A "not" that negates a verb of saying stands at most so many tokens before it."""


def saying(tokens: Tokens, verb: int, moments: dict[int, int], found: Sequence[Frame]) -> Frame | None:
    """Who says something by a verb of saying: "the army denied that …", '"…," said the mayor'."""
    going_on = _goes_on(tokens, verb)
    if not (going_on or (tokens.lower[verb] in _VERBS and _is_saying(tokens, verb))) or tokens.lower[verb + 1] == "nothing":
        return None
    denies = tokens.lower[verb] in DENYING
    inverted = _inverted(tokens, verb)
    if inverted is not None:
        return Frame(speaker=inverted, verb=verb, matrix=(verb, inverted[1]), content=((0, verb),), denies=denies)
    subject = subject_of(tokens, verb, moments, _speaker_before(found))
    if subject is None:
        return None
    speaker, start = subject
    negated = any(map(is_negation, tokens.lower[max(speaker[1], verb - _NEGATED_BACK) : verb]))
    if negated and not denies and tokens.lower[verb] not in ("confirmed", "confirm"):
        return None
    after = past_adjuncts(tokens, verb + 1 + going_on, moments)
    if _follows_content(tokens, start):
        after = _past_circumstances(tokens, after, moments, told=tokens.lower[verb] in _TELLING)
    content = _content(tokens, verb, start, after)
    if content is None or (going_on and not can_be_teller(tokens, *speaker)):
        return None
    matrix = (start, _matrix_end(tokens, verb, after))
    return Frame(speaker=speaker, verb=verb, matrix=matrix, content=content, denies=denies and not negated, open=negated)


def _is_told_to(tokens: Tokens, at: int) -> bool:
    """Whether somebody is to do something: "residents within 5 km to leave", not "troops to a village"."""
    clause = range(at + 1, min(tokens.count, at + _FURTHEST_INFINITIVE))
    to = next((step for step in clause if tokens.lower[step] == "to"), None)
    if to is None or phrase_starting_at(tokens, at) == at:
        return False
    after = tokens.lower[to + 1]
    return after.isalpha() and after not in SPECIFIERS and not tokens.capital(to + 1) and after not in PREPOSITIONS


_FURTHEST_INFINITIVE = 16


def _matrix_end(tokens: Tokens, verb: int, after: int) -> int:
    """Where the words of the saying end; the day of an order is that of what is ordered, and not the saying's own."""
    return verb + 1 if tokens.lower[verb] in lex.DIRECTING else after


def _goes_on(tokens: Tokens, verb: int) -> bool:
    """Whether somebody "went on" to say more."""
    return tokens.lower[verb] in ("went", "goes") and tokens.lower[verb + 1] == "on"


def _follows_content(tokens: Tokens, start: int) -> bool:
    """Whether what is said stands before the words of saying: "The shell fell there, the mayor (said)"."""
    return ends_quote(tokens, start) or (start > 0 and tokens.words[start - 1] == ",")


_CIRCUMSTANCES = word_set("from in at by after before during on via near outside")


def _past_circumstances(tokens: Tokens, at: int, moments: dict[int, int], *, told: bool) -> int:
    """Past where, how and to whom it was said, if nothing more follows: "… said from Mola", "… told state television"; else the same token."""
    end = phrase_starting_at(tokens, at) if told else at
    for _ in range(4):
        further = past_adjuncts(tokens, end, moments)
        if further == end and tokens.lower[end] in _CIRCUMSTANCES:
            phrase = phrase_starting_at(tokens, end + 1)
            further = phrase if phrase > end + 1 else end
        if further == end:
            break
        end = further
    return end if end >= tokens.count or tokens.words[end] in _ENDS or tokens.lower[end] in _WHILE else at


_WHILE = word_set("as while after when before")
_ENDS = frozenset(".!?;),")


def _content(tokens: Tokens, verb: int, start: int, after: int) -> tuple[tuple[int, int], ...] | None:
    """What is said by a verb of saying whose words are those from `start` to `after`; None where it says nothing."""
    word = tokens.lower[verb]
    if word in lex.ASKING:
        return ((0, start),) if ends_quote(tokens, start) else None
    closed = closes(tokens, after, verb) or (tokens.lower[after] in _WHILE and _follows_content(tokens, start))
    if closed:
        return None if word in lex.DIRECTING or word in lex.RULING else _content_before(tokens, start, after)
    if not _tells(tokens, verb, after):
        return None
    following = (after, _end_of_denial(tokens, after) if word in DENYING else _end_of_relative(tokens, start, after))
    if not ends_quote(tokens, start):
        return (following,)
    return ((0, start), following) if tokens.lower[verb + 1] in (",", ":") else ((0, start),)


def _speaker_before(found: Sequence[Frame]) -> tuple[int, int] | None:
    """Who goes on in "…, adding that": the speaker before, not one whose words that speaker tells."""
    if len(found) > 1 and found[-2].matrix[1] <= found[-1].matrix[0] <= found[-2].matrix[1] + 1:
        return found[-2].speaker
    return found[-1].speaker if found else None


def _tells(tokens: Tokens, verb: int, after: int) -> bool:
    """Whether what follows a verb of saying is said: for many verbs only a clause is."""
    word = tokens.lower[verb]
    if word in lex.DIRECTING or word in lex.RULING:
        return tokens.lower[after] == "that" or (word in lex.DIRECTING and _is_told_to(tokens, after))
    if _goes_on(tokens, verb):
        return tokens.words[after] == ":"
    if word in _CLAIMING:
        return tokens.lower[after] == "to" or _clause_follows(tokens, after)
    return not (word in _NEED_CLAUSE or word.endswith("ing")) or _clause_follows(tokens, after)


def _end_of_denial(tokens: Tokens, start: int) -> int:
    """What follows "but" is no longer denied."""
    return next((at for at in range(start, tokens.count) if tokens.lower[at] in ("but", "although", "while", ";")), tokens.count)


def _end_of_relative(tokens: Tokens, start: int, after: int) -> int:
    """Where what is said in a relative clause ends: of "the hill that the army says it took lies …", before "lies"; else with the sentence."""
    if start == 0 or not _opens_relative(tokens, start - 1):
        return tokens.count
    at = next((step for step in range(after, tokens.count) if is_verb(tokens, step)), tokens.count)
    while at < tokens.count and (is_auxiliary(tokens, at) or tokens.lower[at] in ADVERBS):
        at += 1
    for step in range(at + 1, tokens.count):
        if tokens.lower[step] in CONJUNCTIONS or tokens.lower[step] in RELATIVES:
            break
        if is_verb(tokens, step) and not tokens.lower[step].endswith("ing") and tokens.lower[step - 1] not in ("to", "been"):
            return step
    return tokens.count


def _opens_relative(tokens: Tokens, at: int) -> bool:
    """Whether a "that" or "which" tells more of the noun before it, rather than what somebody says."""
    noun = at - 1 - (tokens.words[at - 1] == ",")
    return (
        tokens.lower[at] in ("that", "which", "whom") and noun >= 0 and is_nominal(tokens, noun) and tokens.lower[noun] not in lex.FINDINGS
    )


def _is_saying(tokens: Tokens, verb: int) -> bool:
    """Whether a verb of saying is active and finite here, and not a noun."""
    word, before, after = tokens.lower[verb], tokens.lower[verb - 1], tokens.lower[verb + 1]
    if word.endswith("ing"):
        return before == ","
    if _is_passive(tokens, verb) or tokens.hyphen(verb - 1) or tokens.hyphen(verb + 1):
        return False
    if word in _ADJECTIVAL and _describes(tokens, verb):
        return False
    if word in NOUN_OR_VERB:
        return _is_no_noun(tokens, verb)
    if before in SPECIFIERS or before in ("'s", "’s"):
        return False
    return after != "by" or tokens.lower[verb + 2] in NO_AGENTS


def _is_passive(tokens: Tokens, verb: int) -> bool:
    """Whether a form of "be" leads to it, so that it is not said who says it, or a "to" or "of", so that it is not said at all."""
    return tokens.lower[before_adverbs(tokens, verb)] in _NOT_SAID_AFTER


def _is_no_noun(tokens: Tokens, verb: int) -> bool:
    """Whether "claims", "reports" or the like is a verb: what it says follows, and nothing before makes a noun of it."""
    before, after = tokens.lower[verb - 1], tokens.lower[verb + 1]
    opens = after == "that" or after in SPECIFIERS or after in PERSONAL or tokens.capital(verb + 1)
    return opens and not is_verb(tokens, verb - 1) and before not in SPECIFIERS and before not in PREPOSITIONS


def _describes(tokens: Tokens, at: int) -> bool:
    """Whether a word is part of a name, or tells of a number of things: "the United States", "three confirmed cases"."""
    named = tokens.capital(at) and at > 0 and not tokens.words[at].isupper()
    return named or tokens.lower[at - 1].isdigit() or tokens.lower[at - 1] in NUMBERS


def past_adjuncts(tokens: Tokens, at: int, moments: dict[int, int]) -> int:
    """Past words of time and "in a statement" after a verb of saying."""
    lower = tokens.lower
    for _ in range(4):
        skip = at
        while lower[skip] in _BEFORE_TIMES and skip - at < 2 and (skip + 1 in moments or skip + 2 in moments):
            skip += 1
        if skip in moments:
            at = moments[skip]
            continue
        if lower[at] in ("in", "to", "at", "on", "during"):
            end = phrase_starting_at(tokens, at + 1)
            if end > at + 1 and any(lower[word] in STATEMENT for word in range(at + 1, end)):
                at = end
                continue
        break
    return at


def closes(tokens: Tokens, after: int, verb: int) -> bool:
    """Whether nothing of what is said follows: the verb stands at the end, or in a parenthesis."""
    word = tokens.lower[after]
    if after >= tokens.count or word in (".", "!", "?", ";") or (word == ")"):
        return True
    if word == ",":
        return tokens.lower[verb] not in DENYING
    return word in ("as", "while", "after", "when") and after == verb + 1


def _content_before(tokens: Tokens, start: int, after: int) -> tuple[tuple[int, int], ...]:
    """What stands before a closing "X said", and what goes on after it unless the quotation is over."""
    if after >= tokens.count or tokens.lower[after] != ",":
        return ((0, start),)
    clause = next((at + 1 for at in range(start - 1, -1, -1) if tokens.words[at] == ";"), 0)
    if ends_quote(tokens, start):
        goes_on = tokens.words[after + 1] in QUOTES_OPEN or tokens.lower[after + 1] in ("adding", "noting", "saying")
        return ((0, start), (after, tokens.count)) if goes_on else ((0, start),)
    if tokens.lower[after + 1] in ("adding", "noting", "saying") or tokens.lower[after + 1] not in CONJUNCTIONS:
        return ((clause, start), (after, tokens.count))
    return ((0, start),)


def _clause_follows(tokens: Tokens, at: int) -> bool:
    """Whether a clause or quotation begins at a token: "that …", or a phrase with a verb after it."""
    if tokens.lower[at] in ("that", ":") or tokens.words[at] in QUOTES_OPEN:
        return True
    end = phrase_starting_at(tokens, at)
    return end > at and is_verb(tokens, end + (tokens.lower[end] in ADVERBS))


def _inverted(tokens: Tokens, verb: int) -> tuple[int, int] | None:
    """The speaker after the verb, as in '…," said the mayor'."""
    if not _follows_said(tokens, verb):
        return None
    end = phrase_starting_at(tokens, verb + 1)
    if end == verb + 1 or tokens.lower[verb + 1] == "that" or _has_verb_after(tokens, end):
        return None
    quoted = tokens.words[verb - 1] in QUOTES_CLOSE or tokens.words[verb - 2] in QUOTES_CLOSE
    if not quoted and not any(is_verb(tokens, at) for at in range(max(0, verb - LOOK), verb - 1)):
        return None
    return verb + 1, past_tails(tokens, end, verb + 1)


def _follows_said(tokens: Tokens, verb: int) -> bool:
    """Whether a verb of saying stands behind the comma or quotation mark that ends what is said."""
    word, mark = tokens.lower[verb], tokens.words[verb - 1]
    if verb == 0 or not (mark == "," or mark in QUOTES_CLOSE):
        return False
    if word in lex.ASKING:
        return ends_quote(tokens, verb)
    return word in SAYING and word not in _TELLING and not word.endswith("ing")


def _has_verb_after(tokens: Tokens, end: int) -> bool:
    """Whether a phrase has a verb behind it up to the next mark, and so is the subject of that: "…, said the mayor was …"."""
    for at in range(end, min(tokens.count, end + LOOK)):
        if is_mark(tokens, at):
            return False
        if is_verb(tokens, at) and tokens.lower[at - 1] not in RELATIVES:
            return True
    return False
