"""What happened, as a sentence tells it: the kind of incident, who and what took part, and the words that tell it.

The tables are data: a word more here teaches geomap one more way to tell of a strike, a quake or a wreck.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from geomap.language import words as lex
from geomap.language.phrases.chunks import (
    CONJUNCTIONS,
    PERSONAL,
    PLACED,
    is_auxiliary,
    is_verb,
    phrase_ending_at,
    phrase_starting_at,
)
from geomap.language.text.tokens import Tokens
from geomap.model import Telling


def _table(**rows: str) -> dict[str, str]:
    return {word: kind for kind, words in rows.items() for word in words.split()}


KINDS = _table(
    attack="""strike strikes airstrike airstrikes air-strike raid raids bombing bombings bombed bombard bombarded bombardment attack attacks attacked
    attacking shelled shelling shell targeted engaged ambush ambushed assault missile missiles rocket rockets torpedoed""",
    shooting="gunfire shooting shootings fired firing fire-fight firefight shoot shoots",
    explosion="explosion explosions blast blasts exploded detonated detonation bomb bombs car-bomb",
    quake="quake quakes earthquake earthquakes tremor tremors aftershock aftershocks epicentre epicenter temblor seismic",
    crash="crash crashed crashes collision collided collides derailed derailment wreckage nose-dived",
    sinking="sank sunk sinking sinks capsized capsizes capsizing foundered shipwreck wrecked",
    blaze="wildfire wildfires blaze bushfire forest-fire",
    eruption="eruption erupted erupts",
    slide="landslide landslip avalanche mudslide rockslide",
    hijack="hijacked hijacking hijack boarded boarding pirates piracy skiffs seized",
    find="found recovered discovered rescued rescue washed retrieved salvaged",
    movement="""advanced advance advances advancing moved moving reached entered strayed withdrew withdrawn retreated retreat deployed captured
    seized arrived approaching approached pushed""",
    fighting="clash clashes clashed fighting battle battles fought",
    violation="violated violates violating violation breached breach breaches intruded intrusion incursion",
)
"""From a word to the kind of incident that it tells of."""
_HITS = frozenset("hit hits struck strikes destroyed".split())
"""Words that tell of an attack by what they do or are done by."""
_DOWN = frozenset("shot shoot shooting shoots brought bring".split())

CLASSES = _table(
    aircraft="""aircraft plane planes jet jets warplane warplanes drone drones uav helicopter helicopters bomber airliner airplane fighter-jet
    phantom airframe aeroplane""",
    vessel="""ship ships vessel vessels boat boats tanker tankers ferry ferries trawler frigate destroyer submarine dinghy yacht freighter carrier""",
    force="""convoy convoys force forces troops soldiers fighters militia militias militiamen column army unit units rebels insurgents militants
    garrison regiment brigade battalion""",
    vehicle="car cars truck trucks bus buses train trains lorry vehicle vehicles",
    quake="quake earthquake tremor aftershock epicentre epicenter temblor",
    storm="storm hurricane cyclone typhoon tornado",
    fire="wildfire blaze bushfire fire",
    strike="strike airstrike raid bombing attack blast explosion shelling",
    person="man woman boy girl body bodies victim hiker",
)
"""From a noun to the class of thing that takes part in an incident."""
_MODEL = re.compile(r"(?:F|RQ|MQ|Su|MiG|Tu|Il|An|B|C|A|Mi|Ka|UH|AH|CH|KC|TB)$")
_PLURAL = frozenset(
    "planes jets warplanes drones helicopters ships vessels boats tankers ferries convoys strikes airstrikes raids attacks blasts explosions".split()
)
PLURAL_EVENTS = frozenset(
    """strikes airstrikes raids bombings attacks shootings explosions blasts quakes earthquakes tremors aftershocks crashes collisions fires wildfires
    clashes landslides avalanches bombs""".split()
)
"""Nouns that tell of several incidents, which are not one."""
_WAYS = _table(
    air="""strike strikes airstrike airstrikes air-strike raid raids bombed bombard bombarded bombardment bombing bombings missile missiles rocket
    rockets jets warplanes""",
    shelling="shelled shelling shell artillery mortar mortars",
    ambush="ambush ambushed gunmen gunfire shooting",
    aftershock="aftershock aftershocks",
    quake="quake quakes earthquake earthquakes tremor temblor",
)
"""From a word to the way that an incident came about; two ways are two incidents."""
_SIDES = _table(state="army police soldier navy garrison", rebels="rebel insurgent militant")
_PLANTED = frozenset("suicide car truck roadside".split())
"""Words before "bomb" and "bombing" that tell of one not dropped from the air."""
_SIZE = re.compile(r"[2-9]\.\d")
_SET_APART = frozenset("first last latest earlier later similar fresh subsequent following different next year's".split())
"""Words that set an incident apart where they describe it."""
_NEW = frozenset(
    "another other second third separate separately elsewhere previous previously already twice occasions meanwhile also".split()
)
_STANDING = frozenset("is are lies lie stands stand sits sit remains remain now 's ’s".split())
_DEFINITE = frozenset("the this that these those its his her their it they".split())
_MONTHS_AND_DAYS = lex.CALENDAR


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """A word that tells of an incident."""

    at: int
    """Its token."""
    kind: str
    noun: tuple[int, int] | None
    """The noun phrase that it heads; None for a verb."""
    passive: bool = False


def triggers(tokens: Tokens, start: int, end: int) -> list[Trigger]:
    """The words that tell of incidents between two tokens, in order."""
    found = []
    for at in range(start, end):
        kind = _kind(tokens, at)
        if kind is None:
            continue
        noun = None if is_verb(tokens, at) else (min(phrase_ending_at(tokens, at + 1), at), at + 1)
        found.append(Trigger(at=at, kind=kind, noun=noun, passive=noun is None and _passive(tokens, at)))
    return found


def _kind(tokens: Tokens, at: int) -> str | None:
    """The kind of incident that a word tells of where it stands."""
    word, before, after = tokens.lower[at], tokens.lower[at - 1], tokens.lower[at + 1]
    if word in _DOWNING or (word in _DOWN and "down" in (after, tokens.lower[at + 2])):
        return "shootdown"
    if (word == "fire" and before in _BEFORE_FIRE) or (word == "shot" and after == "at"):
        return "shooting"
    if word in ("missile", "rocket") and after in ("test", "base", "launch", "program", "programme"):
        return None
    return "attack" if word in _HITS else KINDS.get(word)


_DOWNING = frozenset("downed intercept intercepts intercepted shootdown".split())
_BEFORE_FIRE = frozenset("aircraft opened arms exchanged under hostile".split())


def _passive(tokens: Tokens, at: int) -> bool:
    return any(tokens.lower[step] in ("was", "were", "been", "being", "is", "are", "be") for step in range(max(0, at - 3), at))


def classes_in(tokens: Tokens, start: int, end: int) -> frozenset[str]:
    """The classes of things named between two tokens."""
    found = set()
    for at in range(max(0, start), min(end, tokens.count)):
        kind = CLASSES.get(tokens.lower[at])
        if kind is None and _MODEL.match(tokens.words[at]) and tokens.hyphen(at + 1) and tokens.words[at + 2].isdigit():
            kind = "aircraft"
        if kind is not None and not (tokens.hyphen(at - 1) and tokens.lower[at - 2] == "anti"):
            found.add(kind)
    return frozenset(found)


def names_in(tokens: Tokens, start: int, end: int) -> frozenset[str]:
    """Folded proper names and nationalities between two tokens; "Syrian" and "Syria" fold alike."""
    found = set()
    for at in range(max(0, start), min(end, tokens.count)):
        word = tokens.words[at]
        lower = tokens.lower[at]
        if not word[0].isupper() or lower in _MONTHS_AND_DAYS or lower in lex.STOPS or lower in lex.DETERMINERS:
            continue
        if at == 0 and lower not in lex.DEMONYMS and lower not in lex.ORGANISATIONS and not tokens.capital(1):
            continue
        found.add(fold_name(word))
    return frozenset(name for name in found if name)


_ALIASES = {
    "american": "us",
    "america": "us",
    "usa": "us",
    "british": "uk",
    "britain": "uk",
    "french": "fran",
    "dutch": "neth",
    "danish": "denm",
}
_DEMONYM_STEMS = frozenset(word[:4] for word in lex.DEMONYMS if len(word) > 3)


def fold_name(word: str) -> str:
    """A name in lower case; a nationality and its country cut to the letters that they have in common.

    >>> fold_name("Syrian") == fold_name("Syria"), fold_name("Turkish") == fold_name("Turkey"), fold_name("Arvo")
    (True, True, 'arvo')
    """
    plain = word.lower().replace(".", "")
    if plain in _ALIASES:
        return _ALIASES[plain]
    return plain[:4] if len(plain) < 10 and plain[:4] in _DEMONYM_STEMS else plain


COUNTRIES = frozenset(fold_name(word) for word in lex.DEMONYMS | lex.ORGANISATIONS)
"""Folded names of countries and of large actors, which many incidents of a day have in common."""


def telling(tokens: Tokens, low: int, high: int, *, thing: tuple[int, int] | None = None) -> Telling:
    """What the clause between two tokens tells; `thing` is the phrase of what a claim in it locates."""
    found = triggers(tokens, low, high)
    main = _main(found, thing)
    kinds = {trigger.kind for trigger in found} if main is None or main.kind != "shootdown" else {"shootdown", "attack"}
    if main is not None:
        kinds = {main.kind} | ({"attack"} if main.kind == "shootdown" else set())
    targets = frozenset() if main is None else _hit(tokens, main, low, high)
    if "attack" in kinds and "aircraft" in targets:
        kinds.add("shootdown")
    head = thing if thing is not None else main.noun if main is not None else None
    subject = _subject(tokens, main, low) if main is not None and main.noun is None and thing is None else head
    pronoun = subject is not None and subject[1] - subject[0] == 1 and tokens.lower[subject[0]] in PERSONAL
    hits_pronoun = any(_hits_pronoun(tokens, trigger, low, high) for trigger in found)
    definite = subject is not None and tokens.lower[subject[0]] in _DEFINITE and (thing is not None or bool(classes_in(tokens, *subject)))
    shown = frozenset() if thing is None else classes_in(tokens, *thing)
    told_by = frozenset() if main is None or main.noun is None else classes_in(tokens, *main.noun)
    struck = frozenset() if main is None else _struck(tokens, main, low, high)
    return Telling(
        kinds=frozenset(kinds),
        classes=classes_in(tokens, low, high) if thing is None else shown | told_by | targets,
        targets=targets,
        names=names_in(tokens, 0, tokens.count),
        definite=pronoun or definite or hits_pronoun,
        event=main is not None and main.noun is not None and (thing is None or thing[0] <= main.at < thing[1]),
        pronoun=pronoun or hits_pronoun,
        hits_pronoun=hits_pronoun,
        standing=not kinds and any(tokens.lower[at] in _STANDING for at in range(low, high)),
        plural=any(tokens.lower[at] in _PLURAL for at in range(low, high)),
        new=not pronoun and _is_new(tokens, low, high, head),
        plural_event=any(_is_plural_event(tokens, trigger, main, thing) for trigger in found),
        acts=any(_acts(tokens, at) for at in range(low, high)),
        ways=frozenset(way for way in (_way(tokens, trigger.at) for trigger in found) if way is not None),
        struck=struck,
        sides=frozenset(_SIDES[word] for word in struck if word in _SIDES),
        own_names=_ship_names(tokens, thing) if thing is not None and "vessel" in shown else frozenset(),
        size=_size(tokens, low, high) if "quake" in kinds else None,
        words=_words(tokens, main, head),
        label=_label(tokens, main, thing),
    )


def _is_new(tokens: Tokens, low: int, high: int, head: tuple[int, int] | None) -> bool:
    """Whether a word sets an incident apart from those told before."""
    if any(tokens.lower[at] in _NEW and tokens.lower[at + 1] != "time" for at in range(low, high)):
        return True
    return head is not None and any(tokens.lower[at] in _SET_APART for at in range(*head))


def _is_plural_event(tokens: Tokens, trigger: Trigger, main: Trigger | None, thing: tuple[int, int] | None) -> bool:
    if trigger.noun is None or tokens.lower[trigger.at] not in PLURAL_EVENTS:
        return False
    return trigger is main or (thing is not None and thing[0] <= trigger.at < thing[1])


_PLACING_VERBS = PLACED | frozenset(
    "occurred happened took taken lay centred centered hit struck exploded seen found reported said put".split()
)


def _acts(tokens: Tokens, at: int) -> bool:
    return is_verb(tokens, at) and not is_auxiliary(tokens, at) and tokens.lower[at] not in _PLACING_VERBS


def _way(tokens: Tokens, at: int) -> str | None:
    """The way that a word tells of; a planted bomb is none from the air."""
    word = tokens.lower[at]
    if word.startswith("bomb") and tokens.lower[at - 1] in _PLANTED:
        return "bomb"
    return _WAYS.get(word)


def _size(tokens: Tokens, low: int, high: int) -> float | None:
    """A magnitude as written."""
    return next((float(tokens.words[at]) for at in range(low, high) if _SIZE.fullmatch(tokens.words[at])), None)


def _ship_names(tokens: Tokens, thing: tuple[int, int]) -> frozenset[str]:
    found = {fold_name(tokens.words[at]) for at in range(thing[0] + 1, thing[1]) if tokens.capital(at) and tokens.lower[at] not in CLASSES}
    return frozenset(found) - COUNTRIES


def _struck(tokens: Tokens, trigger: Trigger, low: int, high: int) -> frozenset[str]:
    """The common noun for what is hit: the object of an active verb, the subject of a passive one, what "strike on" names."""
    if trigger.kind not in ("attack", "shootdown", "explosion"):
        return frozenset()
    if trigger.passive:
        subject = _subject(tokens, trigger, low)
        begin, end = subject if subject is not None else (0, 0)
    else:
        begin = trigger.at + 1
        if trigger.noun is not None and tokens.lower[begin] not in ("on", "against"):
            return frozenset()
        begin += trigger.noun is not None
        end = _phrase_end(tokens, begin, high)
    head = next((at for at in range(begin + 1, end) if tokens.lower[at] == "of"), end) - 1
    common = (
        end > begin
        and not tokens.words[begin][0].isdigit()
        and tokens.lower[head].isalpha()
        and not tokens.capital(head)
        and tokens.lower[head] not in PERSONAL
    )
    return frozenset({tokens.lower[head].removesuffix("s")}) if common else frozenset()


def _main(found: list[Trigger], thing: tuple[int, int] | None) -> Trigger | None:
    """The trigger that counts: one in the thing located, else the first verb, else the first."""
    if thing is not None:
        inside = [trigger for trigger in found if thing[0] <= trigger.at < thing[1]]
        if inside:
            return inside[-1]
    strong = [trigger for trigger in found if trigger.kind not in ("find", "movement")] or found
    verbs = [trigger for trigger in strong if trigger.noun is None]
    return verbs[0] if verbs else strong[0] if strong else None


def _subject(tokens: Tokens, trigger: Trigger, low: int) -> tuple[int, int] | None:
    at = trigger.at
    while at > low and (is_auxiliary(tokens, at - 1) or tokens.lower[at - 1] in ("not", "also", "now", "then")):
        at -= 1
    if at > low and tokens.lower[at - 1] in PERSONAL:
        return at - 1, at
    start = phrase_ending_at(tokens, at, low)
    if start == at and tokens.lower[at - 1] in ("and", ",") and tokens.lower[low] in PERSONAL:
        return low, low + 1
    if start - 1 > low and tokens.lower[start - 1] in ("from", "of", "in"):
        start = min(start, phrase_ending_at(tokens, start - 1, low))
    return (start, at) if start < at else None


def _hits_pronoun(tokens: Tokens, trigger: Trigger, low: int, high: int) -> bool:
    if trigger.noun is not None or trigger.kind not in ("attack", "shootdown", "shooting"):
        return False
    if trigger.passive:
        subject = _subject(tokens, trigger, low)
        return subject is not None and subject[1] - subject[0] == 1 and tokens.lower[subject[0]] in ("it", "they")
    return any(tokens.lower[at] in ("it", "them") for at in range(trigger.at, min(high, trigger.at + 3)))


def _hit(tokens: Tokens, trigger: Trigger, low: int, high: int) -> frozenset[str]:
    """Classes of what is hit: the object of an active verb, the subject of a passive one, what "strike on" names."""
    if trigger.noun is not None:
        if tokens.lower[trigger.at + 1] in ("on", "against", "at"):
            end = phrase_starting_at(tokens, trigger.at + 2, high)
            return classes_in(tokens, trigger.at + 2, end)
        return frozenset()
    if trigger.passive:
        return classes_in(tokens, low, trigger.at)
    stop = trigger.at + 1
    while (
        stop < high
        and stop < trigger.at + 10
        and tokens.lower[stop] not in CONJUNCTIONS
        and tokens.lower[stop] not in (",", ";", "near", "in", "on")
    ):
        stop += 1
    found = classes_in(tokens, trigger.at + 1, stop)
    relative = any(tokens.lower[step] in ("that", "which") for step in range(max(low, trigger.at - 4), trigger.at))
    return found or (classes_in(tokens, low, trigger.at) if relative else found)


def _phrase_end(tokens: Tokens, start: int, ceiling: int) -> int:
    """The end of the phrase at a token, before a distance that follows it."""
    end = phrase_starting_at(tokens, start, ceiling)
    return next((at for at in range(start + 1, end) if tokens.words[at][0].isdigit()), end)


def _words(tokens: Tokens, main: Trigger | None, head: tuple[int, int] | None) -> str:
    if head is not None:
        return " ".join(tokens.text(*head).split())
    return "" if main is None else _label(tokens, main, None)


def _label(tokens: Tokens, main: Trigger | None, thing: tuple[int, int] | None) -> str:
    """The incident's noun, or its verb with what stands round it."""
    if main is not None and main.noun is not None:
        return " ".join(tokens.text(*main.noun).split())
    if main is None:
        return "" if thing is None else " ".join(tokens.text(*thing).split())
    subject = _subject(tokens, main, 0)
    start = min(subject[0] if subject else main.at, thing[0] if thing else main.at)
    end = max(_phrase_end(tokens, main.at + 1, tokens.count), main.at + 1, thing[1] if thing else 0)
    if end - start > _LONGEST_LABEL:
        start, end = thing if thing is not None else (main.at, main.at + 1)
    return " ".join(tokens.text(start, end).split())


_LONGEST_LABEL = 16
