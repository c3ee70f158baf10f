"""Areas that somebody clears, closes or warns of by a distance alone: "all residents within 20 km of the plant must leave".

The same words place something where nothing is ordered: "people within 5 km of the plant heard it", "it was hit within 3 km of the border".
"""

from __future__ import annotations

from geomap.language.claims.drafts import Draft
from geomap.language.text.tokens import HYPHENS, Tokens
from geomap.language.words import orders as words

_BACK = 10
_FAR_BACK = 25
"""Tokens between "recommends" and those to whom it is recommended."""
_AHEAD = 8
_LEADING_AHEAD = 14
_PHRASE = 5
_CLAUSE_ENDS = frozenset(". ; : ? ! who which when after before because but while where as since until".split()) | {""}
_BEING = frozenset("be been being am is are was were".split())
_HELPING = _BEING | words.BINDING | frozenset("have has had to not also all both now already".split())
_REMAINING = frozenset("remain remains remained stay stays".split())
_OPENING = frozenset(", : “ ” \" ' ‘ ’ and or please".split()) | {""}
_DONT = frozenset(("don't", "don’t"))
_NOT = frozenset(("not", "never"))
_MUSTNT = frozenset(("mustn't", "mustn’t", "shouldn't", "shouldn’t", "cannot"))
_STOPS = _CLAUSE_ENDS | words.NOBODY | _DONT | _MUSTNT | _NOT
"""Words that a look back for a ban ends at."""


def is_ordered(tokens: Tokens, draft: Draft) -> bool:
    """Whether a claim's "within 20 km of X" is where somebody orders, advises or forbids something."""
    lower, start = tokens.lower, draft.start
    first = start - (lower[start - 1] == "to")
    if _is_leading(lower, draft):
        return any(_is_bidden_at(lower, at, bidden=False) for at in range(draft.end + 1, _clause_end(lower, draft.end + 1, _LEADING_AHEAD)))
    return (
        _is_closed(lower, first)
        or _is_forbidden(lower, first)
        or _is_advised_against(lower, first)
        or _is_kept_out(lower, first)
        or _are_bidden(lower, first, draft.end)
    )


def _is_leading(lower: list[str], draft: Draft) -> bool:
    """As in "Within 5 km of the plant, …"."""
    return lower[draft.end] == "," and draft.start <= 1 and not lower[draft.start - 1].isalnum()


def _clause_end(lower: list[str], start: int, ahead: int) -> int:
    return next((at for at in range(start, start + ahead) if lower[at] in _CLAUSE_ENDS), start + ahead)


def _clause(lower: list[str], end: int) -> int:
    """The first token of what leads to a token without a break."""
    return next((at + 1 for at in range(end - 1, end - 1 - _BACK, -1) if lower[at] in _CLAUSE_ENDS or lower[at] == ","), end - _BACK)


def _are_bidden(lower: list[str], start: int, end: int) -> bool:
    """As in "ordered all residents within 5 km to leave", "ships within 5 miles must move", "homes within a mile were evacuated"."""
    if not _is_general(lower, _past_dwelling(lower, start)):
        return False
    bidden = any(lower[at] in words.BIDDING for at in range(max(0, start - _FAR_BACK), start))
    return any(_is_told_at(lower, at, bidden=bidden) for at in range(end, _clause_end(lower, end, _AHEAD)))


def _is_bidden_at(lower: list[str], at: int, *, bidden: bool) -> bool:
    """Whether, after all that is meant as a whole, a token begins what is ordered of it: "no one may", "residents must"."""
    if lower[at] in words.NOBODY:
        return any(lower[ahead] in words.ALLOWING for ahead in range(at + 1, at + 4))
    return _is_general(lower, at) and _is_told_at(lower, at, bidden=bidden)


def _is_told_at(lower: list[str], at: int, *, bidden: bool) -> bool:
    """Whether a token begins what is told or done to those before it; `bidden` where an order led to them."""
    verb = at
    while lower[verb] in _HELPING or (verb > at and lower[verb].endswith("ly")):
        verb += 1
    helping = lower[at:verb]
    return _are_told(lower, verb) or _is_shut(lower, verb, helping) or (lower[verb] in words.OBEYING and _must(helping, bidden=bidden))


def _are_told(lower: list[str], verb: int) -> bool:
    """As in "were told to leave", "are warned not to come", "are advised against"."""
    if lower[verb] not in words.BIDDING or not lower[verb].endswith(("ed", "old")):
        return False
    after, then = lower[verb + 1 : verb + 3]
    return after == "against" or (after, then) == ("not", "to") or (after == "to" and then in words.OBEYING)


def _is_shut(lower: list[str], verb: int, helping: list[str]) -> bool:
    """As in "were evacuated", "remain closed", "are off limits"."""
    if lower[verb] in _REMAINING:
        return lower[verb + 1] in words.CLEARED
    if lower[verb] not in words.CLEARED or _BEING.isdisjoint(helping):
        return False
    return lower[verb] != "off" or "limits" in lower[verb + 1 : verb + 3]


def _must(helping: list[str], *, bidden: bool) -> bool:
    """Whether the words before a verb make it an order: "must", "are to", and after "ordered" a bare "to", or nothing."""
    if not helping:
        return bidden
    return not words.BINDING.isdisjoint(helping) or (helping[-1] == "to" and (bidden or len(helping) > 1))


def _is_closed(lower: list[str], start: int) -> bool:
    """As in "police evacuated everyone within a mile", "flights are banned within", "a curfew for villages within"."""
    first = _clause(lower, start)
    for at in range(start - 1, first - 1, -1):
        word = lower[at]
        if word in words.CLOSURE:
            return at + 1 == start or _is_about(lower, at + 1, start)
        if word in words.CLOSING:
            done = lower[at - 1] in _BEING or (lower[at - 1].endswith("ly") and lower[at - 2] in _BEING)
            return (done and _is_general(lower, _before_helping(lower, at))) if at + 1 == start else _is_about(lower, at + 1, start)
    return False


def _is_about(lower: list[str], start: int, end: int) -> bool:
    """Whether the words after a ban say that all is meant: "all fishing", "from sailing", "homes and schools"."""
    if lower[end - 2] == "from" and lower[end - 1].endswith("ing"):
        return True
    end = _past_dwelling(lower, end)
    if end <= start:
        return False
    told = any(lower[at].endswith("ed") and lower[at] not in words.CLEARED for at in range(start, end))
    return not told and (_is_general(lower, end, start) or lower[end - 1] in words.GOING)


def _before_helping(lower: list[str], verb: int) -> int:
    """The end of the subject that auxiliary verbs and adverbs part from its verb."""
    at = verb
    while lower[at - 1] in _HELPING or lower[at - 1].endswith("ly"):
        at -= 1
    return at


def _is_forbidden(lower: list[str], start: int) -> bool:
    """As in "no ship may come within", "warned people not to swim, dive or fish within", "are not allowed within"."""
    last = lower[start - 1]
    if last not in words.GOING and last not in words.ALLOWED:
        return False
    return _bans(lower, start, next((at for at in range(start - 1, max(-1, start - 1 - _BACK), -1) if lower[at] in _STOPS), -1))


def _bans(lower: list[str], start: int, at: int) -> bool:
    """Whether the negation before "come within" forbids it, and does not only say that it did not happen."""
    word = lower[at]
    if word in words.NOBODY:
        return not words.ALLOWING.isdisjoint(lower[at:start])
    if word in _DONT:
        return lower[at - 1] in _OPENING
    if word == "not" and lower[at - 1] == "do":
        return lower[at - 2] in _OPENING
    return word in _MUSTNT or (word in _NOT and _is_ban(lower, at, lower[start - 1]))


def _is_ban(lower: list[str], at: int, last: str) -> bool:
    """Whether a "not" forbids: "must not", "may not", "are not to", "told not to", "not allowed"."""
    if last in words.ALLOWED or lower[at - 1] in ("must", "should", "shall", "may", "can", "to"):
        return True
    return lower[at + 1] == "to" and (lower[at - 1] in _BEING or any(lower[back] in words.BIDDING for back in range(max(0, at - 5), at)))


def _is_advised_against(lower: list[str], start: int) -> bool:
    """As in "advises against all travel to within 10 km of"."""
    found = (at for at in range(start - 1, _clause(lower, start) - 1, -1) if lower[at] == "against")
    return any(not words.BIDDING.isdisjoint(lower[max(0, at - 4) : at]) for at in found)


def _is_kept_out(lower: list[str], start: int) -> bool:
    """As in "warned to stay clear of the area within", "people should remain indoors within"."""
    for at in range(start - 1, _clause(lower, start) - 1, -1):
        if lower[at] in words.STAYING and not words.ALOOF.isdisjoint(lower[at + 1 : start]):
            return lower[at - 1] == "to" or lower[at - 1] in words.BINDING or lower[at - 1] in _OPENING
    return False


def _past_dwelling(lower: list[str], end: int) -> int:
    """Back past what says that those before it are there: "citizens who live"."""
    while end > 0 and (lower[end - 1] in words.DWELLING or lower[end - 1] == ","):
        end -= 1
    return end


def _is_general(lower: list[str], end: int, start: int = 0) -> bool:
    """Whether the phrase that ends before a token means all of a sort: "everyone", "villages", "fishing"; not "two villages", "a train"."""
    head = lower[end - 1]
    if end <= start or not head.isalpha():
        return False
    if head in ("area", "areas", "airspace", "waters"):
        return True
    for at in range(end - 1, max(start, end - _PHRASE) - 1, -1):
        if lower[at] in words.SINGLE or lower[at].isdecimal():
            return False
        if not (lower[at].isalpha() or lower[at] in HYPHENS):
            break
    return head in words.WHOLES or head.endswith("ing") or (head.endswith("s") and not head.endswith("ss"))
