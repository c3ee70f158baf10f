"""Something happened in a place: "clashes in eastern Homs", "the strike hit al-Shamiyah", "arrested in Arvo and Mola".

The rule: an incident, told as having happened, leads to the place in the same clause, and the place is one that a map can show. A bare
country or continent ("wounded in Iraq", "the virus in Africa") only says which country the story is of, and makes no claim; a part of
one ("in southern Iraq") and its soil, waters and air ("in Iraqi waters") do. Nor do one of many ("at a Mola hotel"), plans ("will be held at") and what merely is said of an incident.
A list of places makes one claim each; they tell of several things, and do not contradict each other.
"""

from __future__ import annotations

from collections.abc import Iterator

from geomap.language import words as lex
from geomap.language.claims.drafts import Draft
from geomap.language.claims.sites import is_site_noun, is_sited
from geomap.language.claims.targets import times_in
from geomap.language.claims.territories import is_territory, is_there, past_limits
from geomap.language.phrases.anchors import Anchor, anchor_at
from geomap.language.phrases.antecedents import resolve
from geomap.language.phrases.chunks import SPECIFIERS, is_nominal, is_verb
from geomap.language.phrases.passages import Passage
from geomap.language.phrases.placeness import is_country, is_indefinite, is_place, is_whole, past_and
from geomap.language.phrases.proper_names import starts_name
from geomap.language.positions.compass import compass_word
from geomap.language.text.tokens import Tokens
from geomap.language.words.tables import word_set
from geomap.model import MentionKind
from geomap.relations import Relation

_EVENT_BACK = 9
_SUBJECT_BACK = 16
_SUBJECT_NEAR = 6
_MOST_LISTED = 12
_MOST_DESCRIBING = 4
_HAPPENED = word_set(
    """assailed violated violating breached vanished disappeared missing landing torpedoed strafed rammed grounded ditched crash-landed
    rocketed torched looted ransacked flattened landfall taken laid installed"""
)
"""Words of incidents, besides those that many other rules look for."""
_PHRASAL: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(word_set("put come came brought bring"), ("down",)),
    **dict.fromkeys(word_set("took taken"), ("place",)),
    **dict.fromkeys(word_set("broken blew blown"), ("up",)),
    **dict.fromkeys(word_set("went gone"), ("down", "off")),
    "broke": ("up", "out"),
    **dict.fromkeys(word_set("ran run"), ("aground", "onto")),
    **dict.fromkeys(word_set("burned burnt"), ("out",)),
}
"""Verbs that tell of an incident together with the word after them."""
_BRINGING = word_set("bring brought put shot")
"""Verbs that tell of an aircraft's end with "down" after their object."""
_CHARGES = word_set("bomb bombs mine mines landmine landmines grenade grenades charge charges device devices explosives")
"""What goes off, or is set off, so that it explodes."""
_STRANDING = word_set("rocks rock reef shoal shore beach sandbank shallows")
"""What a ship runs onto."""
_AFTER_PHRASAL = word_set("with to well from the his her their as by")
"""Words after such a pair that show it to be another one: "came down with", "put down the phone"."""
NOT_YET = word_set("to will would could may might should can must shall not n't never if")
_PLANNED = word_set(
    """plot plotted plotting plots plan plans planning planned planned possible possibility potential prevent preventing risk risks fear fears threat
    threats threatened future upcoming"""
)
"""Words that speak of an incident before it is one, or in case it is."""
CLAUSE_ENDS = word_set("; . : that who which but while although because where wherein when")
_ELSEWHERE = word_set(
    """live lives lived living employed work works worked working studied studies born raised grew said says told spoke speaking meeting met attended attends
    convention vigil charged sentenced convicted"""
)
"""Words between an incident and a place that put the place to another thing."""
_FINDING = word_set("found discovered detected recovered spotted sighted seen reported confirmed recorded located")
"""Participles that tell where something was, after a form of "be"."""
_FOUND = word_set(
    "body bodies remains grave graves swan swans bird birds device devices wreckage debris weapons drugs case cases virus mine mines"
)
_BEING = word_set("was were been being is are")
_PASSIVES = word_set("held deployed stationed based taken laid installed")
_NO_INCIDENTS = {
    "shooting": word_set("footage film films video scenes photos photographs pictures movie"),
    "held": word_set("office post position title shares stake power"),
    "fire": word_set("department departments station chief chiefs marshal engine engines alarm service brigade rescue"),
    "fighting": word_set("for cancer crime poverty corruption"),
    "battle": word_set("for with over"),
    "fired": word_set("from"),
    "landed": lex.DETERMINERS,
    "landing": word_set("ship ships craft strip page pad gear party zone"),
    "strike": word_set("deal balance"),
    "hit": word_set("record new single movie show song"),
    "captured": word_set("gold silver bronze the title"),
    "died": word_set("down out away"),
    "taken": word_set("to by from into over off up in on place"),
    "laid": word_set("off out to down on"),
    "shot": word_set("film video scenes"),
    "protest": word_set("movement song"),
    "rocket": word_set("science scientist"),
    "flood": word_set("insurance"),
    "storm": word_set("drain drains water"),
}
"""Words of incidents, and the next words that make something else of them."""
_ABOUT = word_set(
    "expert experts insurance drill drills exercise season prevention film movie risk warning warnings alert alerts policy safety"
)
"""What follows an incident's word that is no incident."""
_RECORDS = word_set(
    "foundation foundations photograph photographs photo photos picture pictures image images video decision decisions steps measures oath vote"
)
"""What is taken without being seized, or laid without being put anywhere."""
_MONEY = word_set("shares share prices price sales stocks stock profits profit revenue rates rate index temperatures demand attendance")
"""What falls and is hit without an incident."""
_ATTACKERS = word_set(
    """gunmen gunman militants insurgents militia militias rebels fighters troops soldiers forces army warplanes warplane jets planes aircraft
    helicopters helicopter drones drone artillery bandits pirates attackers bombers bomber jihadists mob
    police guerrillas separatists tanks tsunami hurricane typhoon tornado tornadoes cyclone storms winds wind hail rain rains waves
    temblor tremor meteor meteorite asteroid avalanche boko haram shabaab al-shabaab regime coalition navy mortars"""
)
"""Who or what, besides an incident, hits or reaches a place."""
_OWN_VERBS = word_set("said says told is was has had")
"""Verbs of which the last name of a list is the subject: "in Arvo, and Mola said"."""
_SURELY_PLACES = word_set("captured recaptured retook overran stormed shelled bombarded overrun bombed")
"""Verbs whose object, where it is a name, is a place without a look at who did it."""


def inside(passage: Passage, index: int) -> Iterator[Draft]:
    """As in "an explosion in Manbij city", "crashed at the airport": where an incident was; `index` is at the preposition."""
    tokens = passage.tokens
    first = past_limits(tokens, index + 1)
    anchor = anchor_at(tokens, first)
    if anchor is None or is_indefinite(tokens, first, anchor):
        return
    held = is_territory(tokens, anchor) and is_whole(tokens, anchor)
    if not held:
        anchor = past_and(tokens, anchor)
        if not is_site(tokens, anchor):
            return
    event = _event_before(tokens, index)
    if event is not None:
        yield from each(passage, index, anchor, noun_of(tokens, event, index))
    elif (held and is_there(tokens, index)) or (not held and is_sited(tokens, index, anchor.end)) or _befalls(tokens, index, anchor):
        yield from each(passage, index, anchor)


def struck(passage: Passage, index: int) -> Iterator[Draft]:
    """As in "the air strike hit al-Shamiyah": the place named right after the verb is where it happened."""
    tokens = passage.tokens
    if any(tokens.lower[index - back] in NOT_YET for back in (1, 2)):
        return
    following = tokens.lower[index + 1]
    if not starts_name(tokens, index + 1) and following not in lex.DETERMINERS and compass_word(following) is None:
        return
    anchor = anchor_at(tokens, index + 1)
    if anchor is None or anchor.mention.kind is not MentionKind.NAME or is_indefinite(tokens, index + 1, anchor):
        return
    anchor = past_and(tokens, anchor)
    if _fits(tokens, anchor) and not _acts(tokens, anchor) and (tokens.lower[index] in _SURELY_PLACES or _is_attack(tokens, index)):
        yield from each(passage, index, anchor)


def _fits(tokens: Tokens, anchor: Anchor) -> bool:
    return is_place(tokens, anchor) and is_whole(tokens, anchor) and not is_country(anchor)


def is_site(tokens: Tokens, anchor: Anchor) -> bool:
    """Whether something can have been in a phrase: a name of a place smaller than a country, and no court, where things are only told of."""
    return anchor.mention.kind is MentionKind.NAME and _fits(tokens, anchor) and not _is_court(tokens, anchor)


def is_elsewhere(tokens: Tokens, index: int) -> bool:
    """Whether words shortly before a place put it to something that is no matter of the report: "who lives in", "told reporters in"."""
    before = tokens.lower[max(0, index - _EVENT_BACK) : index]
    return any(word in _ELSEWHERE for word in before)


def _is_court(tokens: Tokens, anchor: Anchor) -> bool:
    """Whether it is where an incident is tried: "found guilty of murder at Mola Crown Court"."""
    return tokens.lower[anchor.end - 1] in ("court", "tribunal", "assizes")


def each(passage: Passage, start: int, anchor: Anchor, about: tuple[int, int] | None = None) -> Iterator[Draft]:
    """A claim for the place, and for each further one of a list."""
    lead, place = (start, anchor.end), resolve(passage, anchor, anchor.start)
    yield Draft(start=start, end=anchor.end, relation=Relation.INSIDE, anchors=(place,), about=about)
    for other in _listed(passage.tokens, anchor):
        mention = resolve(passage, other, other.start)
        yield Draft(start=other.start, end=other.end, relation=Relation.INSIDE, anchors=(mention,), lead=lead, about=about)


def _listed(tokens: Tokens, first: Anchor) -> list[Anchor]:
    """The further names of "in Arvo, Mola and Lys"; none where no "and" or "or" closes a list: "in Arvo, Norland"."""
    found: list[Anchor] = []
    at = first.end
    while len(found) < _MOST_LISTED:
        joint = at + (tokens.lower[at] == "," and tokens.lower[at + 1] in ("and", "or"))
        last = tokens.lower[joint] in ("and", "or")
        other = anchor_at(tokens, joint + 1) if (last or tokens.lower[at] == ",") and starts_name(tokens, joint + 1) else None
        if other is None or other.mention.kind is not MentionKind.NAME or not _fits(tokens, other):
            return found if _are_several(tokens, first) else []
        found.append(other)
        at = other.end
        if last:
            return [] if is_verb(tokens, at) and tokens.lower[at] in _OWN_VERBS else found
    return []


def _are_several(tokens: Tokens, first: Anchor) -> bool:
    """Whether the noun before a list says that it is one, so that no "and" is needed: "the provinces of Arvo, Mola"."""
    heads = tokens.lower[first.start - 2]
    return tokens.lower[first.start - 1] == "of" and heads.endswith("s") and heads in lex.FEATURES


def _is_attack(tokens: Tokens, index: int) -> bool:
    """Whether an incident, a force or a pronoun for one is what hits, reaches or takes: no person does, and no plan."""
    for at in range(index - 1, max(-1, index - 1 - _SUBJECT_BACK), -1):
        word = tokens.lower[at]
        if word in (";", ":", ".", "and") and at < index - 1 and is_verb(tokens, at - 1):
            return False
        if word in lex.EVENTS or word in _ATTACKERS or word in lex.MOVING_HEADS or word in lex.ORGANISATIONS or word in lex.DEMONYMS:
            return True
    return tokens.lower[index - 1] in ("it", "they", "who")


def _acts(tokens: Tokens, anchor: Anchor) -> bool:
    """Whether the words after a name show that it is an actor or a person: "struck Hezbollah fighters"."""
    following = tokens.lower[anchor.end]
    return following in lex.MOVING_HEADS or following in ("with", "for", "’s", "'s") or tokens.words[anchor.start].isupper()


def noun_of(tokens: Tokens, event: int, index: int) -> tuple[int, int] | None:
    """The noun phrase of an incident that the place is said of: of "a survivor of the crash in Arvo", "the crash"; None for a verb."""
    if tokens.words[index - 1].isdecimal() and tokens.lower[index - 2] in (",", "and"):
        return index - 1, index  # 45 dead in A, 12 in B
    begin = event
    while begin > event - _MOST_DESCRIBING and is_nominal(tokens, begin - 1) and tokens.lower[begin - 1] not in SPECIFIERS:
        begin -= 1
    end = event + 1
    while end < index and is_nominal(tokens, end) and tokens.words[end].islower():
        end += 1
    if tokens.lower[begin - 1] not in SPECIFIERS or tokens.lower[event] == "dead" or any(is_verb(tokens, at) for at in range(event, index)):
        return None
    return begin - 1, end


def _befalls(tokens: Tokens, index: int, anchor: Anchor) -> bool:
    """As in "In Arvo, gunmen killed two", "a plant in Arvo exploded": an incident after a place, told in its clause or of a site there."""
    if index == 0:
        return _event_follows(tokens, anchor.end)
    at = anchor.end
    while tokens.lower[at] in _BEING:
        at += 1
    return is_site_noun(tokens, index - 1) and is_verb(tokens, at) and _tells(tokens, at) and not _is_planned(tokens, at)


def _event_follows(tokens: Tokens, end: int) -> bool:
    """As in "In Arvo, gunmen killed two", "In eastern Arvo there was a fire": an incident in the clause after a place."""
    if tokens.lower[end] == ",":
        end += 1
    elif tokens.lower[end] != "there":
        return False
    for at in range(end, min(tokens.count, end + _EVENT_BACK)):
        if tokens.lower[at] in CLAUSE_ENDS or tokens.lower[at] == ",":
            return False
        if _tells(tokens, at):
            return not _is_planned(tokens, at)
    return False


def _event_before(tokens: Tokens, index: int) -> int | None:
    """The word of an incident told of shortly before a token, where what stands between leaves the place to it."""
    times = tokens.once(times_in)
    at, looked = index - 1, 0
    while at >= 0 and looked < _EVENT_BACK:
        if at in times and (tokens.lower[at + 1] != "," or at + 2 == index):
            at = times[at] - 1
            continue
        if _turns_elsewhere(tokens, at):
            return None
        if _is_found(tokens, at, index) or _tells(tokens, at):
            return None if _is_planned(tokens, at) else at
        at, looked = at - 1, looked + (not _is_in_name(tokens, at))
    return None


def _turns_elsewhere(tokens: Tokens, at: int) -> bool:
    """Whether a word ends what is told before it, or puts it at another place."""
    word = tokens.lower[at]
    hour = word == ":" and tokens.words[at + 1].isdecimal()
    return (word in CLAUSE_ENDS and not hour) or (word in _ELSEWHERE and tokens.words[at].islower())


def _is_in_name(tokens: Tokens, at: int) -> bool:
    """Whether a word is one of several of a name, which are no way back."""
    return tokens.capital(at) and (tokens.capital(at + 1) or tokens.capital(at - 1) or tokens.lower[at + 1] in ("of", "and"))


def _is_found(tokens: Tokens, at: int, index: int) -> bool:
    """Whether a participle tells where something was found: "was detected in Arvo", not "it was reported in", "confirmed by X in"."""
    if tokens.lower[at] in ("found", "discovered", "spotted") and at == index - 1 and _is_thing(tokens, at - 1):
        return True
    if tokens.lower[at] not in _FINDING or tokens.lower[at - 1] not in _BEING or tokens.lower[at - 2] in (*NOT_YET, "it"):
        return False
    return not any(word in ("by", "through", "via", "to") for word in tokens.lower[at + 1 : index])


def _is_thing(tokens: Tokens, at: int) -> bool:
    """Whether what is found is a thing at one place, not a climate or a result."""
    word = tokens.lower[at]
    return word in lex.MOVING_HEADS or word in lex.EVENTS or word in _FOUND


def _tells(tokens: Tokens, at: int) -> bool:
    """Whether a word tells of an incident here, and is not part of a name, an idiom or a trade."""
    word = tokens.lower[at]
    known = word in lex.EVENTS or word in _HAPPENED or _is_phrasal(tokens.lower, at) or _is_begun(tokens.lower, at)
    if not known or _means_else(tokens.lower, at):
        return False
    if tokens.capital(at) and at and not tokens.once(in_title_case):
        return False
    return word not in _PASSIVES or any(each in _BEING for each in tokens.lower[max(0, at - 3) : at])


def _is_phrasal(lower: list[str], at: int) -> bool:
    """As in "took place", "put down", "broke up", of an incident."""
    word, after = lower[at], lower[at + 1]
    if word in _BRINGING and "down" in lower[at + 2 : at + _MOST_DESCRIBING + 1]:
        return any(each in lex.MOVING_HEADS for each in lower[at + 1 : lower.index("down", at)])
    if after not in _PHRASAL.get(word, ()):
        return False
    if after == "onto":
        return lower[at + 3] in _STRANDING
    if after == "off":
        return not _CHARGES.isdisjoint(lower[max(0, at - 3) : at])
    return lower[at + 2] not in _AFTER_PHRASAL


def _is_begun(lower: list[str], at: int) -> bool:
    """As in "the fire began on 17 June at": a beginning of what an incident's word tells of; or a charge that was set off."""
    if lower[at] not in ("set", "began", "started"):
        return False
    before = lower[max(0, at - _SUBJECT_NEAR) : at]
    if lower[at] == "set":
        return lower[at + 1] == "off" and not _CHARGES.isdisjoint(before) and not _BEING.isdisjoint(before)
    return any(word in lex.EVENTS for word in before)


def _means_else(lower: list[str], at: int) -> bool:
    """Whether the neighbours of an incident's word give it another sense: "a fire drill", "came under fire from", "shares fell"."""
    word, after = lower[at], lower[at + 1]
    if word in ("taken", "laid") and not _RECORDS.isdisjoint(lower[max(0, at - _SUBJECT_NEAR) : at]):
        return True
    if after in _ABOUT or after in _NO_INCIDENTS.get(word, ()):
        return True
    if word == "fire":
        return lower[at - 1] == "under" and after in ("from", "for", "over")
    if word in ("happened", "occurred"):
        return "time" in lower[max(0, at - 4) : at]
    return word in ("fell", "hit") and not _MONEY.isdisjoint(lower[max(0, at - 5) : at + 3])


def _is_planned(tokens: Tokens, at: int) -> bool:
    """Whether an incident is only planned, feared or foretold."""
    lower = tokens.lower
    if lower[at - 2 : at] in (["had", "to"], ["forced", "to"], ["managed", "to"]):
        return False
    if lower[at - 1] in NOT_YET or (lower[at - 1] == "be" and lower[at - 2] in (*NOT_YET, "also")):
        return True
    return any(word in _PLANNED for word in lower[max(0, at - 5) : at])


def in_title_case(tokens: Tokens) -> bool:
    """Whether a sentence is a headline, whose capitals make no names."""
    words = [at for at in range(tokens.count) if len(tokens.words[at]) > 3 and tokens.words[at].isalpha()]
    return sum(tokens.capital(at) for at in words) * 5 >= len(words) * 4
