"""Noun phrases and verbs, told by the shape of words and short tables: cheap chunking without a model.

Every walk is bounded, so a sentence of any length costs time in proportion to it.
"""

from __future__ import annotations

from geomap.language import words as lex
from geomap.language.text.tokens import Tokens
from geomap.language.words.tables import word_set

LOOK = 60
"""No phrase and no look to the left or right is longer than this many tokens."""


SPECIFIERS = lex.DETERMINERS | lex.POSSESSIVES
"""Words that open a noun phrase: "the", "a", "its"."""
_PREDETERMINERS = word_set("both all half")
"""Words that may stand before those."""
AUXILIARIES = word_set(
    """is are was were be been being am has have had having do does did will would shall should can could may might must cannot
    isn wasn aren weren hasn haven hadn didn doesn don won wouldn couldn can't"""
)
PREPOSITIONS = word_set(
    """in on at by to from with without within into onto upon over under above below beneath behind beyond between among amid around round
    about across along against toward towards through throughout during via per near off out up down inside outside past for of except
    despite like unlike after before since until till because"""
)
CONJUNCTIONS = word_set(
    "and or but nor so yet although though while whilst whereas unless if when whenever where whereby as because once than that whether"
)
RELATIVES = word_set("which who whom whose that where")
ADVERBS = word_set(
    """also later earlier early late then now just already still only even once again soon recently previously apparently reportedly allegedly
    probably possibly perhaps likely initially originally subsequently finally however meanwhile therefore thus hence today yesterday tonight
    tomorrow overnight not never n't ever almost nearly roughly approximately about some around directly immediately shortly jointly repeatedly
    separately further too ago away back ahead apart here there first publicly officially flatly formally not"""
)
PAST = word_set(
    """said told saw took came went got gave made fell ran found felt held kept fled died hit struck sank began became brought bought built burnt
    burst caught chose cut dealt drew drove fought flew forgot froze grew heard hid hung hurt knew laid led left lent let lost meant met paid put
    quit read rode rose sent set shook shot shut slept slid spoke spent split spread sprang stood stole stuck stung swam swept swung taught thought
    threw understood withdrew woke won wore wrote blew broke bore beat lay crept dug fed ate sought sold swore tore wept overran overthrew broken
    driven flown given gone grown known seen shown taken thrown withdrawn written fallen hidden sunk begun come become run done drawn risen overrun"""
)
"""Past tenses and participles that do not end in -ed."""
_PRESENT = word_set(
    """shoot reach extend says tells lies stands sits goes comes takes makes gives gets sees knows thinks keeps holds leaves runs falls remains appears seems extends
    stretches reaches hopes wants plans aims includes contains becomes begins continues moves believes denies insists adds warns confirms
    alleges argues notes explains acknowledges admits announces declares say believe deny insist warn know think want need hope lie stand appear seem remain
    indicate indicates suggest suggests revolve revolves coincide coincides pass passes meander meanders die dies occur occur happen happens sit lead leads
    live lives operates belongs happens occurs crosses borders enters carries serves houses hosts controls uses shows"""
)
_ADJECTIVAL = word_set(
    """armed united allied masked suspected alleged besieged disputed stranded displaced abandoned damaged retired combined wounded injured sunken
    uniformed organised organized specialised specialized occupied contested mixed limited estimated expected unmanned uncrewed unarmed uninhabited
    unidentified unnamed unknown so-called hijacked loaded crowded distressed informed joint burned captured nearest red hundred"""
)
_HIT_WORDS = word_set("hit hits strike strikes shot cut run fall fire set spread read split")
_BEFORE_NOUNS = word_set(
    "direct heavy fatal single precision near air drone missile rocket second first third deadly new fresh such retaliatory night"
)
"""Words that make a noun of a hit or a strike: "a direct hit"."""
_NOUNS_IN_ING = word_set(
    """fighting shelling bombing shooting landing crossing building meeting warning training morning evening briefing bearing wing king ring being
    thing something nothing everything sighting spring string filming killing hearing housing wedding boarding sinking downing beijing reading"""
)
_NOUNS_IN_ED = word_set(
    "hundred shed seed bed feed weed speed creed breed reed bloodshed watershed sled greed deed need steed med fed red infrared mohammed ahmed mohamed ahed"
)


def is_auxiliary(tokens: Tokens, index: int) -> bool:
    """Whether a token is a form of be, have, do, or a modal."""
    word = tokens.lower[index]
    if word.endswith(("n't", "n’t")):
        return True
    return word in AUXILIARIES and not (word in ("may", "will", "can") and tokens.words[index][0].isupper() and index > 0)


def is_verb(tokens: Tokens, index: int) -> bool:
    """Whether a token is, going by its form and neighbours, a verb or participle that is no adjective."""
    return 0 <= index < tokens.count and tokens.once(_verbs)[index]


def _verbs(tokens: Tokens) -> list[bool]:
    return [_is_verb(tokens, index) for index in range(tokens.count)]


def _is_verb(tokens: Tokens, index: int) -> bool:
    if is_auxiliary(tokens, index):
        return True
    if not _verb_form(tokens, index) or _noun_like(tokens, index):
        return False
    return not (tokens.capital(index) and index > 0 and not tokens.words[index].isupper())


def _noun_like(tokens: Tokens, index: int) -> bool:
    """Whether the neighbours make a describing word or a noun of what looks like a verb: "a direct hit"."""
    counted = tokens.words[index - 1][:1].isdigit() and index > 0 and tokens.lower[index].endswith("s")
    return counted or _describes(tokens, index) or (tokens.lower[index] in _HIT_WORDS and tokens.lower[index - 1] in _BEFORE_NOUNS)


def _verb_form(tokens: Tokens, index: int) -> bool:
    """Whether a word has the form of a verb or participle."""
    word = tokens.lower[index]
    if word in PAST or word in _PRESENT:
        return True
    if word.endswith("ed") and len(word) > 3:
        return word not in _NOUNS_IN_ED
    return word.endswith("ing") and len(word) > 4 and word not in _NOUNS_IN_ING and not _after_determiner(tokens, index)


def _describes(tokens: Tokens, index: int) -> bool:
    """Whether a participle stands as an adjective: "the wrecked ship", "US-led", "a Syrian armed forces source"."""
    before = tokens.lower[index - 1]
    if tokens.hyphen(index - 1) or tokens.hyphen(index + 1):
        return True
    if tokens.lower[index] in _ADJECTIVAL:
        after = tokens.lower[index + 1]
        leads = after[:1].isalpha() and after not in PREPOSITIONS and after not in CONJUNCTIONS
        return leads and not (is_auxiliary(tokens, before_adverbs(tokens, index)) or before in PERSONAL)
    if (before.isdigit() or before in NUMBERS) and is_plural(tokens, index + 1):
        return True
    return _after_determiner(tokens, index) and before not in _ALONE


_ALONE = word_set("this that these those all both each some one any")
"""Determiners that can do without a noun, so that a verb may follow: "some said"."""


def before_adverbs(tokens: Tokens, index: int) -> int:
    """The token before a word, past adverbs: of "was later said", that of "was"."""
    at = index - 1
    while at > 0 and tokens.lower[at] in ADVERBS:
        at -= 1
    return at


NUMBERS = word_set("two three four five six seven eight nine ten eleven twelve several many")


def is_plural(tokens: Tokens, index: int) -> bool:
    """Whether a plural noun stands at a token or after one more describing word."""
    return any(
        tokens.lower[at].endswith("s") and tokens.lower[at][:-1].isalpha() for at in (index, index + 1) if tokens.lower[index].isalpha()
    )


def _after_determiner(tokens: Tokens, index: int) -> bool:
    before = tokens.lower[index - 1]
    return before in SPECIFIERS or before in ("'s", "’s", "no")


_BEFORE_IS = word_set("that it he she who which there what here")
PERSONAL = word_set("i you he she it we they who which")


def is_nominal(tokens: Tokens, index: int) -> bool:
    """Whether a token can be part of the core of a noun phrase."""
    return 0 <= index < tokens.count and tokens.once(_nominals)[index]


def _nominals(tokens: Tokens) -> list[bool]:
    return [_is_nominal(tokens, index) for index in range(tokens.count)]


def _is_nominal(tokens: Tokens, index: int) -> bool:
    word = tokens.lower[index]
    if word == ".":
        return abbreviates(tokens, index)
    if word in ("'s", "’s"):
        return tokens.lower[index - 1] not in _BEFORE_IS
    if tokens.hyphen(index) or word in ("’", "'") or word.endswith("."):
        return word not in ("’", "'") or tokens.glued(index)
    return word[0].isalnum() and _is_nominal_word(tokens, index)


def _is_nominal_word(tokens: Tokens, index: int) -> bool:
    word = tokens.lower[index]
    if _compounded(tokens, index):
        return True
    if word in _ORDERING and _after_determiner(tokens, index):
        return True
    if word in AUXILIARIES or word in PREPOSITIONS or word in CONJUNCTIONS or word in RELATIVES or word in ADVERBS:
        return word in ("may", "will", "off", "up", "down") and tokens.capital(index) and tokens.capital(index + 1) and index > 0
    return word not in PERSONAL and not is_verb(tokens, index)


_SHORTENED = word_set("mr mrs ms dr st ste mt ft gen lt col sgt cpl maj capt cmdr adm gov sen rep pres prof rev hon jr sr supt insp det")


def abbreviates(tokens: Tokens, index: int) -> bool:
    """Whether a full stop belongs to a title or an initial before a name: "Lt. Ann B. Writer"."""
    word = tokens.lower[index - 1]
    if tokens.words[index] != "." or index == 0 or not (tokens.capital(index + 1) and tokens.capital(index - 1)):
        return False
    return tokens.glued(index) and (word in _SHORTENED or len(word) == 1)


_ORDERING = word_set("first early late only then")
"""Adverbs that are adjectives after an article: "the first floor"."""


def _compounded(tokens: Tokens, index: int) -> bool:
    """Whether a hyphen without spaces makes a word part of another: "off-duty", "then-mayor"."""
    before = tokens.hyphen(index - 1) and tokens.glued(index) and tokens.glued(index - 1)
    return before or (tokens.hyphen(index + 1) and tokens.glued(index + 1) and tokens.glued(index + 2))


PLACED = word_set("based located situated stationed positioned deployed stranded moored anchored centred centered")
"""Participles that say where a thing is: "a camp situated 5 km from …"."""


def is_new_clause(tokens: Tokens, conjunction: int, stop: int) -> bool:
    """Whether "and" begins a clause with a subject of its own, and does not join two words or two verbs."""
    after = conjunction + 1
    if is_verb(tokens, after) or tokens.lower[after] in CONJUNCTIONS:
        return False
    before = any(is_verb(tokens, at) for at in range(max(0, conjunction - 20), conjunction))
    verb = next((at for at in range(after, min(stop, after + 12)) if is_verb(tokens, at)), None)
    return before and verb is not None and tokens.lower[verb] not in PLACED and tokens.words[verb - 1] != ","


def phrase_ending_at(tokens: Tokens, end: int, floor: int = 0) -> int:
    """Start of the noun phrase whose last token is before `end`; `end` itself where there is none.

    "of" and "and" between two nominal words do not end it, a determiner does: "the villages of Markovo and Tetkino".
    """
    floor = max(floor, end - LOOK)
    lower, at = tokens.lower, end
    while at > floor:
        if lower[at - 1] in SPECIFIERS and not _compounded(tokens, at - 1):
            if at - 2 > floor and lower[at - 2] == "of" and is_nominal(tokens, at - 3):
                at -= 2
                continue
            at -= 2 if at - 1 > floor and lower[at - 2] in _PREDETERMINERS else 1
            break
        further = at - 1 if is_nominal(tokens, at - 1) else _back_past_joint(tokens, at, end, floor)
        if further == at:
            break
        at = further
    return _trimmed(tokens, at, end)


def _back_past_joint(tokens: Tokens, at: int, end: int, floor: int) -> int:
    """Back past an "of" or "and" between words of one phrase, or past a bracket or quotation mark that closes it; else the same token."""
    if at == end:
        return _back_past_closing(tokens, end, floor)
    word = tokens.lower[at - 1]
    joins = word == "of" or (word in ("and", "&") and _joins(tokens, at - 1))
    return at - 1 if joins and at - 1 > floor and is_nominal(tokens, at - 2) else at


def _back_past_closing(tokens: Tokens, end: int, floor: int) -> int:
    """Back past words in brackets after a phrase, or past the quotation mark that closes it; else the same token."""
    mark = tokens.words[end - 1]
    if mark == ")":
        opening = _opening(tokens, end - 1, floor)
        return opening if opening > floor and is_nominal(tokens, opening - 1) else end
    return end - 1 if mark in _QUOTES and end - 1 > floor and is_nominal(tokens, end - 2) else end


_QUOTES = frozenset('"“”')


def _trimmed(tokens: Tokens, start: int, end: int) -> int:
    """A phrase does not begin with a hyphen, a mark or a possessive."""
    while start < end and not (tokens.lower[start][0].isalnum() or tokens.lower[start][0].isalpha()):
        start += 1
    return start


def _joins(tokens: Tokens, index: int) -> bool:
    """Whether "and" joins two words of one phrase: names with names, bare words with bare words."""
    left, right = index - 1, index + 1
    if tokens.lower[right] in SPECIFIERS:
        return False
    return tokens.capital(left) == tokens.capital(right)


def head_of(tokens: Tokens, start: int, end: int) -> int:
    """The token of a phrase's head, the last before an "of": of "the outskirts of Arvo", "outskirts"."""
    return next((at for at in range(start + 1, end) if tokens.lower[at] == "of"), end) - 1


def _opening(tokens: Tokens, closing: int, floor: int) -> int:
    for at in range(closing - 1, max(floor, closing - 12), -1):
        if tokens.words[at] == "(":
            return at
    return floor


def phrase_starting_at(tokens: Tokens, start: int, ceiling: int | None = None) -> int:
    """End of the noun phrase that starts at a token; `start` itself where there is none."""
    limit = min(tokens.count if ceiling is None else ceiling, start + LOOK)
    lower, at = tokens.lower, start
    if at < limit and lower[at] in PERSONAL:
        return at + 1
    while at < limit and (lower[at] in SPECIFIERS or lower[at] in _PREDETERMINERS):
        at += 1
    core = at
    while at < limit and (at == core or lower[at] not in SPECIFIERS):
        further = at + 1 if is_nominal(tokens, at) else _past_joint(tokens, at, limit) if at > core else at
        if further == at:
            break
        at = further
    return at if at > core else start


def _past_joint(tokens: Tokens, at: int, limit: int) -> int:
    """Past an "of" with the phrase after it, or past an "and" between words of one phrase; else the same token."""
    if tokens.lower[at] == "of":
        further = phrase_starting_at(tokens, at + 1, limit)
        return further if further > at + 1 else at
    return at + 1 if tokens.lower[at] in ("and", "&") and _joins(tokens, at) and is_nominal(tokens, at + 1) else at


def index_at(tokens: Tokens, offset: int) -> int:
    """The first token that ends after an offset of the report's text."""
    low, high = 0, tokens.count
    while low < high:
        middle = (low + high) // 2
        if tokens.ends[middle] <= offset:
            low = middle + 1
        else:
            high = middle
    return low
