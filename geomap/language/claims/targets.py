"""What a claim locates: the words for the thing, event or force, by cheap rules over tokens."""

from __future__ import annotations

from geomap.language import words as lex
from geomap.language.calendar.moments import find_moments
from geomap.language.phrases.chunks import (
    ADVERBS,
    CONJUNCTIONS,
    LOOK,
    PERSONAL,
    PREPOSITIONS,
    RELATIVES,
    SPECIFIERS,
    head_of,
    index_at,
    is_auxiliary,
    is_new_clause,
    is_nominal,
    is_verb,
    phrase_ending_at,
    phrase_starting_at,
)
from geomap.language.quantities.units import UNIT_WORDS
from geomap.language.speech.attribution import frame_of
from geomap.language.speech.frames import find_frames, span_of
from geomap.language.text.tokens import HYPHENS, Tokens
from geomap.language.words.incidents import CLASSES, KINDS
from geomap.language.words.tables import word_set
from geomap.model import Span

_PLACING = word_set(
    """located situated based centred centered epicentred epicentered stationed positioned stranded anchored moored lying sitting standing just only
    roughly still now currently deployed held seen found spotted sighted reported"""
)
"""Participles between a thing and its place: "a camp situated 5 km from …"."""
_MEASURES = (UNIT_WORDS - word_set("league leagues")) | word_set("mph kph knots degrees hour hours minute minutes")
"""Words after a number that make it a measure: no league, which is also one of clubs."""
_LOCATIVE = word_set(
    "in at on near into to inside outside toward towards through around over off onto along across for via within beyond under above with by against during"
)
_HITTING = word_set("hit struck hits strike strikes bombed targeted shelled reached attacked rocked")
_AIMING = word_set("shoot shoots shot shooting fire fires fired firing aim aimed aiming launch launched")
_STEPS = 24
"""So many words and phrases are passed on the way to what is located."""
_CLOCK = word_set("a.m a.m. p.m p.m. am pm gmt utc est local time hours")
_PATHS = word_set(
    """sea ocean gulf water waters air sky road roads highway route street river coast coastline shore border desert way rd hwy st line direction
    bay strait channel course side position positions path distance"""
)
"""What something is in or on without being where it is."""
_HEADLINE_VERBS = word_set("kills hits injures wounds strikes dies leaves destroys shakes rocks sinks seizes kill hit die seize")
_WHILE = word_set(
    "underway under-way duty anchor afloat adrift southbound northbound eastbound westbound inbound outbound close way enroute route"
)
"""How a thing was when it was somewhere, which is no thing: "underway", "at anchor"."""
_NO_THINGS = word_set(
    """themselves himself herself itself myself ourselves anywhere somewhere nowhere everywhere i least most well it's part place
    furthermore moreover actually nevertheless additionally similarly instead otherwise total"""
)
_COMPASS = word_set("north south east west northeast northwest southeast southwest north-east north-west south-east south-west")
_STATES = word_set("dead alive injured wounded missing unconscious safe intact home alone")
_PARTS_OF_DAY = word_set("morning afternoon evening night noon midnight dawn dusk weekend")
_SKIPPED = frozenset(("(", ")", "°", "º", "′", "″", "'", "’", '"', "”", "“"))
_APPOSED = word_set("a an the one another")
_CLAUSE_STARTS = word_set("; : but while that because although when after")
_CIRCUMSTANCES = _PATHS | _WHILE | _NO_THINGS
_SMALL_WORDS = RELATIVES | PREPOSITIONS | ADVERBS | HYPHENS | _SKIPPED | {","}
_LIGHT_VERBS = {"fire": word_set("open opened opens opening returned"), "place": word_set("took take taken taking")}
"""From a noun to the verbs that it is one verb with: "opened fire", "took place"."""


def target_of(span: Span, tokens: Tokens) -> Span | None:
    """The words for what the claim at `span` of a sentence locates; None where none is in sight.

    The phrase that the place is said of directly ("a boat 5 km off …"), else the subject of the verb that leads to it. Where the claim
    is an apposition to a place that something hit ("the strike hit Arvo, more than 5 km from …"), it is what hit it.

    >>> from geomap.language.text.tokens import tokenise
    >>> from geomap.model import Report
    >>> report = Report(id="r", text="Rebel forces have now advanced within 5 km of Arvo.")
    >>> target_of(Span(report, 31, 50), tokenise(Span(report, 0, 51))).text
    'Rebel forces'
    """
    start, end = index_at(tokens, span.start), index_at(tokens, span.end - 1) + 1
    frame = frame_of(find_frames(tokens), start, end)
    floor = frame.matrix[1] if frame is not None and frame.matrix[1] <= start else 0
    floor = max(floor + (tokens.lower[floor] == "that"), start - LOOK)
    found = _before(tokens, start, floor)
    found = None if found is None else _tidied(tokens, *found)
    if found is None and (frame is None or frame.matrix[0] != end + 1):
        found = _after(tokens, start, end)
    return None if found is None else span_of(tokens, found)


def _tidied(tokens: Tokens, begin: int, end: int) -> tuple[int, int] | None:
    """A phrase without words that are none of it; None where no thing is left."""
    begin, end = _past_that(tokens, begin, end)
    begin = _past_openers(tokens.lower, begin, end)
    end = next((at for at in range(begin + 1, end) if _is_headline_verb(tokens, at)), end)
    end = _before_closers(tokens, begin, end)
    if begin >= end or tokens.lower[begin] in _NO_THINGS or tokens.lower[end - 1] in _WHILE:
        return None
    return None if _is_direction(tokens, begin, end) or _is_no_thing(tokens, begin, end) else (begin, end)


def _past_that(tokens: Tokens, begin: int, end: int) -> tuple[int, int]:
    """A phrase without the "that" before a clause ("that strikes hit …"), or for a relative "that" what it stands for."""
    if tokens.lower[begin] != "that":
        return begin, end
    if end - begin > 1 and tokens.lower[begin + 1].endswith("s"):
        return begin + 1, end
    return (phrase_ending_at(tokens, begin), begin) if is_nominal(tokens, begin - 1) else (begin, end)


def _past_openers(lower: list[str], begin: int, end: int) -> int:
    """Past the "least" of "at least two boats", and the "a result of" of "as a result of the strike"."""
    if lower[begin] in ("least", "most") and end - begin > 1:
        begin += 1
    return begin + len(_RESULT) if lower[begin : begin + len(_RESULT)] == _RESULT else begin


def _before_closers(tokens: Tokens, begin: int, end: int) -> int:
    """Back past words at the end of a phrase that are none of the thing: how it was or what it did, then small words."""
    lower = tokens.lower
    while end > begin + 1 and (lower[end - 1] in _WHILE or (_is_participle(tokens, end - 1) and lower[end - 2].endswith("s"))):
        end -= 1
    while end > begin and (lower[end - 1] in lex.DETERMINERS or lower[end - 1] in PREPOSITIONS):
        end -= 1
    return end


def _is_headline_verb(tokens: Tokens, at: int) -> bool:
    return tokens.lower[at] in _HEADLINE_VERBS and (tokens.capital(at) or tokens.lower[at] in ("kills", "injures", "wounds", "destroys"))


def _is_direction(tokens: Tokens, begin: int, end: int) -> bool:
    """Whether a phrase is a bearing, and no name that begins with one: "northwest of Arvo", but not "East Broad Street"."""
    return tokens.lower[begin] in _COMPASS and not (end - begin > 1 and tokens.capital(begin) and tokens.lower[begin + 1] != "of")


def _is_participle(tokens: Tokens, at: int) -> bool:
    word = tokens.lower[at]
    return word.endswith("ing") and len(word) > 5 and not tokens.capital(at)


def _is_no_thing(tokens: Tokens, begin: int, end: int) -> bool:
    """Whether a phrase is figures, words of time, or a bare verb after "to", "and" or a pronoun."""
    words = tokens.lower[begin:end]
    return _is_duration(words) or _is_figures(words) or _is_time(words) or (end == begin + 1 and _is_bare_verb(tokens, begin))


def _is_duration(words: list[str]) -> bool:
    """As in "two hours later"; not "the second boat"."""
    return len(words) > 1 and words[0] in _NUMBER_WORDS and words[1] in _DURATIONS


def _is_figures(words: list[str]) -> bool:
    """As in "about 20", "9 a.m. local"."""
    return any(word in _CLOCK for word in words[:-1]) or all(word in _NUMBER_WORDS or not word[0].isalpha() for word in words)


def _is_time(words: list[str]) -> bool:
    """As in "Monday", "July 4", "the morning"."""
    return words[-1] in _PARTS_OF_DAY or all(word in lex.CALENDAR or not word[0].isalpha() for word in words)


def _is_bare_verb(tokens: Tokens, at: int) -> bool:
    """Whether a word that is a phrase alone is a verb, an adverb or a state: "to flee", "they flee", "drifting", "alive"."""
    word, before = tokens.lower[at], tokens.lower[at - 1]
    if tokens.capital(at):
        return False
    if word in _STATES or word.endswith(("ing", "ly")):
        return True
    return before in ("to", "or") or before in PERSONAL or is_auxiliary(tokens, at - 1)


_NUMBER_WORDS = word_set(
    """the a an this that all some about one two three four five six seven eight nine ten eleven twelve dozen dozens hundred hundreds thousand thousands
    several many few least most"""
)
_DURATIONS = (lex.TIME_UNITS | {f"{unit}s" for unit in lex.TIME_UNITS}) - {"second"}
_RESULT = ["a", "result", "of"]


def _before(tokens: Tokens, start: int, floor: int) -> tuple[int, int] | None:
    """What stands before the claim: the phrase it is said of, or the subject of its verb."""
    times = tokens.once(times_in)
    at = _past_placing_words(tokens, start, floor)
    if at < start and not is_auxiliary(tokens, at - 1):
        begin = phrase_ending_at(tokens, at, floor)
        if begin < at and begin not in times and at - 1 not in times and tokens.lower[at - 1] not in _WHILE:
            return begin, at
    for _ in range(_STEPS):
        at = _past_what_is_none(tokens, at, floor)
        if at <= floor:
            return None
        begin = phrase_ending_at(tokens, at, floor)
        if begin == at:
            return _subject_before(tokens, at, floor)
        if not _measures(tokens, begin, at) and begin not in times:  # "died Monday of the plague"
            begin, at = _named_by_apposition(tokens, begin, at, floor)
            after = _past_phrase(tokens, begin, floor, apposed=at < start and tokens.lower[at] == ",")
            if after is None or _is_place(tokens, begin, at, floor):
                return begin, at
            begin = after
        at = begin
    return None


def _past_what_is_none(tokens: Tokens, at: int, floor: int) -> int:
    """Past words of time and small words."""
    times = tokens.once(times_in)
    while at > floor:
        begin = times.get(at - 1, at)
        if begin == at and _is_small_word(tokens, at - 1):
            begin = at - 1
        if begin == at:
            break
        at = begin
    return at


def _is_place(tokens: Tokens, begin: int, end: int, floor: int) -> bool:
    """Whether a phrase after a preposition is itself what is located: the farm of "they live on a farm 5 km from …".

    Where the clause tells of an incident, that is; of "a drone fell in a field 5 km from …" it is the drone.
    """
    head = tokens.lower[head_of(tokens, begin, end)]
    if _is_circumstance(tokens, begin, end, head) or _is_unspecific(tokens, begin, end):
        return False
    told = [at for at in range(_clause_start(tokens, begin, floor), begin - 1) if _happens(tokens, at)]
    return not told or (head in lex.EVENTS and not any(is_verb(tokens, at) for at in told))


def _is_circumstance(tokens: Tokens, begin: int, end: int, head: str) -> bool:
    """Whether a phrase says how, when or with what something was somewhere: "on the road", "at anchor", "by rebels"."""
    if head in _CIRCUMSTANCES or tokens.lower[begin] in _PATHS or tokens.lower[begin - 1] in ("by", "with", "against"):
        return True
    return end - 1 in tokens.once(times_in)


def _is_unspecific(tokens: Tokens, begin: int, end: int) -> bool:
    """Whether a phrase is one bare word, a purpose ("for food"), a bearing or figures."""
    if end - begin == 1 and not tokens.capital(begin):
        return True
    if tokens.lower[begin - 1] == "for" and not tokens.capital(end - 1):
        return True
    return _is_direction(tokens, begin, end) or not any(word[0].isalpha() for word in tokens.lower[begin:end])


def _happens(tokens: Tokens, at: int) -> bool:
    word = tokens.lower[at]
    return word in lex.EVENTS or word in KINDS or word in CLASSES


def _is_small_word(tokens: Tokens, at: int) -> bool:
    """Whether a word between a claim and what it locates is no thing: a mark, a preposition, how it was, part of a verb."""
    word, before = tokens.lower[at], tokens.lower[at - 1]
    if word in _SMALL_WORDS or before in _LIGHT_VERBS.get(word, ()):
        return True
    if word in _WHILE:
        return not (tokens.capital(at) or before in SPECIFIERS)
    if word in ("while", "when"):
        return not _WHILE.isdisjoint(tokens.lower[at + 1 : at + 3])
    if word == ":":  # 9:30
        return tokens.glued(at) and tokens.glued(at + 1)
    return word in _COMPASS and is_verb(tokens, at - 1)  # heading north on


def _subject_before(tokens: Tokens, at: int, floor: int) -> tuple[int, int] | None:
    """The pronoun before a token, or the subject of the verb there."""
    if is_verb(tokens, at - 1):
        return _subject(tokens, at - 1, floor)
    return (at - 1, at) if tokens.lower[at - 1] in PERSONAL else None


def times_in(tokens: Tokens) -> dict[int, int]:
    """For each token in words of time, where those words begin."""
    begins: dict[int, int] = {}
    for moment in find_moments(tokens):
        first, last = index_at(tokens, moment.span.start), index_at(tokens, moment.span.end - 1) + 1
        begins.update(dict.fromkeys(range(first, last), first))
    return begins


def _measures(tokens: Tokens, begin: int, end: int) -> bool:
    """Whether a phrase is a length or a time of day rather than a thing."""
    if any(tokens.lower[at] in _CLOCK for at in range(begin, end)):
        return True
    if all(
        tokens.words[at][0].isdigit() or tokens.words[at] in _SKIPPED or tokens.words[at] in ("N", "S", "E", "W")
        for at in range(begin, end)
    ):
        return True
    numbered = any(tokens.words[at][0].isdigit() or tokens.lower[at] in lex.DETERMINERS for at in range(begin, min(end, begin + 2)))
    return numbered and any(tokens.lower[at] in _MEASURES for at in range(begin + 1, min(end, begin + 5)))


def _named_by_apposition(tokens: Tokens, begin: int, end: int, floor: int) -> tuple[int, int]:
    """The name before an apposition: of "Arvo, a village", the name."""
    if begin - 1 > floor and tokens.words[begin - 1] == "," and tokens.lower[begin] in _APPOSED:
        name = phrase_ending_at(tokens, begin - 1, floor)
        if name < begin - 1 and tokens.capital(begin - 2):
            return name, begin - 1
    return begin, end


def _past_placing_words(tokens: Tokens, at: int, floor: int) -> int:
    """Past "situated", "is", "just" and marks before a claim, if a phrase stands before them."""
    while at > floor and (tokens.lower[at - 1] in _PLACING or tokens.lower[at - 1] in ("(", "“", '"')):
        at -= 1
    return at


def _past_phrase(tokens: Tokens, begin: int, floor: int, *, apposed: bool) -> int | None:
    """Where to look on if the phrase is not what is located: a place the thing is in, or that it hit; None if it is the thing."""
    before = tokens.lower[begin - 1] if begin > floor else ""
    if not before:
        return None
    if apposed and before in _HITTING:
        return begin
    if before == "at" and any(tokens.lower[at] in _AIMING for at in range(max(floor, begin - 6), begin - 1)):
        return None
    if before in _LOCATIVE:
        return begin - 1 if _something_before(tokens, begin - 1, floor) else None
    return None


def _something_before(tokens: Tokens, at: int, floor: int) -> bool:
    """Whether a thing or verb stands before a preposition, so that its phrase only says where."""
    return at > floor and tokens.lower[at - 1] not in (",", ";", ":") and tokens.lower[at - 1] not in CONJUNCTIONS


def _subject(tokens: Tokens, verb: int, floor: int) -> tuple[int, int] | None:
    """The subject of a verb: the phrase before its auxiliaries, or of "and did" the clause's first."""
    at = _before_verbs(tokens, verb, floor)
    relative = at > floor and tokens.lower[at - 1] in RELATIVES
    if relative:
        at -= 1
        while at > floor and (tokens.lower[at - 1] == "," or tokens.lower[at - 1] in PREPOSITIONS):
            at -= 1
    begin = phrase_ending_at(tokens, at, floor)
    if begin < at:
        return (begin, at) if relative else _head_of_clause(tokens, begin, floor) or (begin, at)
    if at > floor and tokens.lower[at - 1] in PERSONAL:
        return at - 1, at
    return _first_subject(tokens, _clause_start(tokens, at, floor), verb)


def _head_of_clause(tokens: Tokens, begin: int, floor: int) -> tuple[int, int] | None:
    """The phrase that one before a verb hangs on: "the attack" of "the attack on the base was", "the quake that shook Arvo was"."""
    if begin - 1 <= floor:
        return None
    if is_verb(tokens, begin - 1):
        clause = _before_verbs(tokens, begin - 1, floor)
        if clause <= floor or tokens.lower[clause - 1] not in RELATIVES:
            return None
        stop = clause - 1 - (tokens.lower[clause - 2] == ",")
    elif tokens.lower[begin - 1] in _LOCATIVE or (tokens.lower[begin - 1] == "of" and tokens.words[begin - 2] == ","):
        stop = begin - 1
        while stop > floor and (tokens.words[stop - 1] == "," or tokens.words[stop - 1].isdigit()):  # Ann Writer, 18, of Mola, was
            stop -= 1
        if is_verb(tokens, stop - 1):
            return _subject(tokens, stop - 1, floor)
    else:
        return None
    head = phrase_ending_at(tokens, stop, floor)
    return (head, stop) if head < stop else None


def _before_verbs(tokens: Tokens, at: int, floor: int) -> int:
    """Past the verbs, adverbs and words of time that stand between a verb and its subject."""
    times = tokens.once(times_in)
    while at > floor:
        begin = times.get(at - 1, at)
        if begin < at and tokens.lower[begin - 1] == "on":
            begin -= 1
        small = is_verb(tokens, at - 1) or tokens.lower[at - 1] in ADVERBS or tokens.lower[at - 1] in ("to", "t", "'", "’")
        if begin == at and not small:
            break
        at = min(begin, at - 1)
    return max(at, floor)


def _clause_start(tokens: Tokens, at: int, floor: int) -> int:
    """The start of the clause that a shared subject stands in."""
    for step in range(at - 1, floor - 1, -1):
        word = tokens.lower[step]
        if word in _CLAUSE_STARTS:
            return step + 1
        if word == "and" and is_new_clause(tokens, step, at):
            return step + 1
    return floor


def _first_subject(tokens: Tokens, start: int, stop: int) -> tuple[int, int] | None:
    """The first phrase of a clause, past what leads it in."""
    at = start
    while at < stop and (tokens.lower[at] in ADVERBS or tokens.lower[at] in CONJUNCTIONS or tokens.words[at] in ',“"”'):
        at += 1
    if tokens.lower[at] in PREPOSITIONS:
        at = phrase_starting_at(tokens, at + 1, stop)
        at += tokens.words[at] == ","
    end = phrase_starting_at(tokens, at, stop)
    return (at, end) if end > at else None


def _after(tokens: Tokens, start: int, end: int) -> tuple[int, int] | None:
    """The subject after a claim that leads the sentence: "About 5 km north of Arvo, a boat sank"."""
    if start > 4 and tokens.lower[start - 1] not in (",", ";", "and", "but", "that"):
        return None
    at = end
    if tokens.words[at] != ",":
        return None
    found = phrase_starting_at(tokens, at + 1)
    return (at + 1, found) if found > at + 1 and tokens.lower[at + 1] not in lex.COMPASS_HOURS else None
