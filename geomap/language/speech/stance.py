"""How a speaker stands to a claim: asserted, hedged or denied, by the words of its clause."""

from __future__ import annotations

from geomap.language import words as lex
from geomap.language.phrases.chunks import (
    PERSONAL,
    before_adverbs,
    is_auxiliary,
    is_new_clause,
    is_nominal,
    is_verb,
    phrase_starting_at,
)
from geomap.language.speech.frames import Frame
from geomap.language.speech.speakers import is_negation
from geomap.language.text.tokens import HYPHENS, Tokens
from geomap.language.words.tables import word_set
from geomap.model import Stance

_HEDGES = word_set(
    """may might could allegedly reportedly apparently seemingly possibly perhaps probably likely unconfirmed purportedly supposedly presumably
    appears appeared appear seems seemed seem believed thought suspects rumoured rumored unverified
    hopes hoped plans planned wants intends if unless claims-to"""
)
_HEDGING_ADJECTIVES = word_set("suspected alleged purported supposed presumed reported would-be")
"""Words that hedge what they stand before: "a suspected strike", but not "a suspected thief", who is surely somewhere."""
_HAPPENINGS = lex.EVENTS | word_set("case cases site sites position positions attempt infection infections")
_HEARSAY = word_set("said reported understood feared claimed alleged rumoured rumored believed thought suspected presumed supposed")
"""Participles that hedge before an infinitive or a clause: "is said to have …"."""
_ACCOUNTS = word_set(
    "report reports claim claims rumour rumours rumor rumors allegation allegations suggestion suggestions accusation accusations account"
)
_FALSE = word_set("false untrue baseless unfounded groundless incorrect wrong fabricated lies fake nonsense fiction")
_CHECKED = word_set("confirmed verified corroborated confirm verify corroborate established")
_BARE = word_set("this that these it which report reports claim claims account accounts whether information footage video")
_UNSURE = _CHECKED | word_set("deny say know known clear rule comment disclose")
"""What is not said or not known is not denied."""
_DECLINING = word_set("cannot declined refused unable")
"""Words that say of a check that it was not made, as "not" does."""
_NOBODY = word_set("no nobody none nothing")
_ADJUNCT_LINKS = word_set("with by in of for after")
"""Prepositions after which "no" denies only what leads the clause in: "with no wind, …"."""
_NOTHING_DENIED = word_set("doubt sooner fewer less more")
"""Words after which "no" denies nothing: "no doubt", "no fewer than"."""
_BE = word_set("is are was were been being")
_FORBIDDING = word_set("must should may can could shall")
_WHERE = word_set("within in inside near at on outside close beyond")
"""Words after which a leading "not" denies the place: "not within 10 km of …"."""
_NOT_ONLY = word_set("only just merely simply far long more less least too even until necessarily")
_CLAUSE_WORDS = word_set("; but while although though whereas because when after before since which who where so how why what")
_BACK = 80
"""No clause is followed further back than so many tokens."""
_AFTER = 16
"""Words after a claim that take it back stand at most so many tokens away."""


def stance_of(tokens: Tokens, frame: Frame | None, start: int, end: int) -> Stance:
    """The stance of the words from the beginning of a claim's clause to the claim, within the saying that holds it.

    >>> from geomap.language.text.tokens import tokenise
    >>> from geomap.model import Report, Span
    >>> tokens = tokenise(Span(Report(id="r", text="The convoy was not within 10 km of Arvo."), 0, 40))
    >>> stance_of(tokens, None, 4, 9).value
    'denied'
    """
    low = _clause_start(tokens, frame, start)
    leading = tokens.lower[start] == "not" and tokens.lower[start + 1] in _WHERE
    if frame is not None and frame.open:
        return Stance.HEDGED
    if (frame is not None and frame.denies) or leading or _negated(tokens, low, start) or _called_false(tokens, low, start, end):
        return Stance.DENIED
    return Stance.HEDGED if _hedged(tokens, low, start, end) or _unchecked(tokens, end) else Stance.ASSERTED


def _clause_start(tokens: Tokens, frame: Frame | None, start: int) -> int:
    """Where the clause of a claim begins: after the verb of saying, a semicolon, or a conjunction."""
    low = frame.matrix[1] if frame is not None and frame.matrix[1] <= start else 0
    for at in range(start - 1, max(low, start - _BACK) - 1, -1):
        word = tokens.lower[at]
        if word in _CLAUSE_WORDS or (word == ":" and not tokens.glued(at + 1)) or (word in HYPHENS and not tokens.glued(at)):
            return at + 1
        if word == "and" and is_new_clause(tokens, at, start):
            return at + 1
        if word == "as" and _leads_clause(tokens, at) and is_new_clause(tokens, at, start):
            return at + 1
    return max(low, start - _BACK)


def _leads_clause(tokens: Tokens, at: int) -> bool:
    """Whether "as" stands before a subject: "as the quake struck", not "known as"."""
    after = tokens.lower[at + 1]
    return (after in lex.DETERMINERS or after in PERSONAL or tokens.capital(at + 1)) and not is_verb(tokens, at - 1)


def _negated(tokens: Tokens, low: int, start: int) -> bool:
    """Whether a "not" between the clause's start and the claim denies it; "not X but Y" leaves Y standing.

    What is forbidden ("must not sail within …") is not denied.
    """
    lower = tokens.lower
    things = 0
    for at in range(start - 1, low - 1, -1):
        word = lower[at]
        if word == "but" or (word == "," and any(is_verb(tokens, step) for step in range(at + 1, start))):
            return False
        if word in ("that", "whether"):
            return word == "that" and _is_untrue(lower, at)
        if is_negation(word) or (word == "t" and lower[at - 1] in ("'", "’")):
            return _denies(lower, at)
        if word in _NOBODY:
            return lower[at + 1] == "longer" or (things <= 1 and not _stands_apart(tokens, at, start))
        things += _heads_phrase(tokens, at, start)
    return False


def _is_untrue(lower: list[str], that: int) -> bool:
    """Whether a clause is called false: "it is false that …", "it is not true that …"."""
    return lower[that - 1] in _FALSE or (lower[that - 1] == "true" and lower[that - 2] == "not")


def _denies(lower: list[str], at: int) -> bool:
    """Whether a "not" denies what follows; not where it is only not known, is forbidden, or is "not only" so."""
    if not _UNSURE.isdisjoint(lower[at + 1 : at + 4]):
        return False
    forbids = lower[at + 1] == "to" or lower[at - 1] in _FORBIDDING
    return not forbids and lower[at + 1] not in _NOT_ONLY


def _heads_phrase(tokens: Tokens, at: int, start: int) -> bool:
    """Whether a word ends the core of a noun phrase before a claim."""
    return is_nominal(tokens, at) and (at + 1 == start or not is_nominal(tokens, at + 1)) and tokens.lower[at + 1] != "of"


def _stands_apart(tokens: Tokens, at: int, start: int) -> bool:
    """Whether "no …" only leads the clause in ("with no wind, …") or denies something else than the thing located."""
    if tokens.lower[at - 1] in _ADJUNCT_LINKS or tokens.lower[at + 1] in _NOTHING_DENIED:
        return True
    return "," in tokens.words[at:start]


def _called_false(tokens: Tokens, low: int, start: int, end: int) -> bool:
    """Whether reports of it are called false: "claims that troops were 5 km from … are untrue"."""
    if not any(tokens.lower[at] in _ACCOUNTS for at in range(low, start)):
        return False
    for at in range(end, min(tokens.count, end + _AFTER)):
        if tokens.lower[at] in (".", ";", "but"):
            return False
        if tokens.lower[at] in _FALSE:
            return any(is_auxiliary(tokens, step) for step in range(max(end, at - 3), at)) and tokens.lower[at - 1] != "not"
    return False


def _hedged(tokens: Tokens, low: int, start: int, end: int) -> bool:
    """Whether a word in the clause of a claim, or right behind it, puts it in doubt."""
    lower = tokens.lower
    for at in range(low, min(end + 3, tokens.count)):
        word = lower[at]
        if at >= end and word in (".", ";"):
            break
        if start <= at < end and word in ("if", "thought"):
            continue
        if (word in _HEDGES and not _is_name(tokens, at)) or (word == "would" and lower[at + 1] == "have"):
            return True
        if at < start and _doubts(tokens, at, low):
            return True
    return False


def _doubts(tokens: Tokens, at: int, low: int) -> bool:
    """Whether a word before a claim says that it is hearsay, unchecked, or of something that may not have been."""
    word = tokens.lower[at]
    if word in _CHECKED and _not_before(tokens, at, low):
        return True
    return (word in _HEDGING_ADJECTIVES and _hedges_happening(tokens, at)) or _hearsay(tokens, at)


def _is_name(tokens: Tokens, at: int) -> bool:
    """Whether "May" is the month or a name."""
    return tokens.lower[at] in ("may", "might", "could") and tokens.capital(at) and at > 0


def _hearsay(tokens: Tokens, at: int) -> bool:
    """Whether somebody is said to do something without a word of who says so, or "reports of" something are told."""
    word, after = tokens.lower[at], tokens.lower[at + 1]
    if word == "accused" and after == "of":
        return True
    if word in _HEARSAY and after in ("to", "that"):
        return tokens.lower[before_adverbs(tokens, at)] in _BE
    return word in _ACCOUNTS and after in ("of", "that") and tokens.lower[at + 2] != "responsibility" and not is_verb(tokens, at)


def _hedges_happening(tokens: Tokens, at: int) -> bool:
    """Whether an adjective of doubt stands before an event, not before a person or thing that surely is where it is."""
    end = phrase_starting_at(tokens, at + 1)
    if end == at + 1 or is_auxiliary(tokens, at - 1):
        return False
    stop = next((step for step in range(at + 1, end) if tokens.lower[step] == "of"), end)
    return tokens.lower[stop - 1] in _HAPPENINGS


def _unchecked(tokens: Tokens, end: int) -> bool:
    """Whether the sentence goes on to say that this could not be verified."""
    lower = tokens.lower
    for at in range(end, min(tokens.count, end + _AFTER)):
        if lower[at] in (";", "."):
            return False
        if lower[at] in _CHECKED and _not_before(tokens, at, end):
            return any(lower[step] in _BARE for step in range(end, at + 4))
    return False


def _not_before(tokens: Tokens, at: int, floor: int) -> bool:
    """Whether a "not" stands shortly before a verb: "could not be independently verified", "declined to confirm"."""
    return any(is_negation(word) or word in _DECLINING for word in tokens.lower[max(floor, at - 4) : at])
