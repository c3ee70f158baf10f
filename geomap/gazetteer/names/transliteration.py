"""Keys that different transliterations of one name share, by the family of languages that a country's names come from.

A name is looked up by the keys of all families, for a writer does not say which one it comes from; a place is kept under those of its
country's families. Unrelated names may share such a key, so a match by it is weaker evidence than one by the name itself, and where
little of a name is left it has no such key.

Three alphabets are read directly: Arabic and Hebrew letters leave out vowels, so that they are compared by consonants alone. Cyrillic,
Greek, Armenian and Georgian have vowels; anyascii spells them out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii

from geomap.gazetteer.names.folding import folded

_ARTICLES = frozenset("al el il ul ad ed ud adh edh an en ar er ur as es us ash esh ush at et ut ath eth az ez uz".split())
_FUSED = re.compile(r"\b[aeu](?:(?=(dh|sh|th)\1)..|(?=([dnrstz])\2).)(?=...)")
"""An article that has become one word with its noun: "Ezzor", "Essalam", "Ashshaddadi"."""
_SINGLE = str.maketrans("qwyvp", "kuifb")
_DOUBLED, _END = re.compile(r"(\S)\1+"), re.compile(r"(?<=\w\w)[ae]h?\b")
_AI, _AU = re.compile(r"a?[ei]+"), re.compile(r"a?[ou]+")
_ONE_VOWEL, _NO_VOWELS = str.maketrans("eiouy", "aaaaa"), str.maketrans("", "", "aeiouy ")
_LAST_VOWEL = re.compile(r"(?<=[^a ])a\b")
_LEAST_CONSONANTS = 4
"""Fewer consonants say too little to tell a name by."""

ARABIC_SPELT = frozenset(
    "AE AF BH DJ DZ EG EH ER IL IQ IR JO KM KW LB LY MA ML MR NE OM PK PS QA SA SD SO SS SY TD TN TR YE".split(),
)
"""Countries whose names reach the Latin alphabet through Arabic or its script, so that they are also kept by their loosened key."""
_SLAVIC_SPELT = frozenset("AM AZ BA BG BY EE GE HR KG KZ LT LV MD ME MK MN PL RS RU SI SK CZ TJ TM UA UZ XK".split())
"""Countries whose names are Slavic, or reach the Latin alphabet through Cyrillic as well."""

# From Arabic: ALA-LC (1997) writes kh, dh, th, sh, gh and q; BGN/PCGN (1956) the same with other marks; the French manner of Syria and
# the Maghreb dj, ch, ou. Egyptians write g for j, which is not undone: too many names have a g of their own.
_ARABIC = {"tch": "sh", "sch": "sh", "ch": "sh", "dj": "j", "dh": "d", "th": "t", "ph": "f", "gh": "g", "kh": "k", "ck": "k"}

# Russian and Ukrainian names of one place differ in vowels (-ov, -iv), in г (g, h) and in their endings (-oye, -e; -aya, -a). BGN/PCGN
# (1944, 1947 for Russian) and ALA-LC write kh, zh, ts, ch, sh, shch; the Ukrainian national system (2010) too, with h for г and zgh for
# зг; the scholarly one and ISO 9 letters with a háček, which folding takes away; Polish and German cz, sz, tsch, w; Croatian dj.
_SLAVIC = {
    "shch": "s", "stsch": "s", "schtsch": "s", "szcz": "s", "sch": "s", "sh": "s", "sz": "s", "tsch": "c", "tch": "c", "ch": "c",
    "cz": "c", "ts": "c", "tz": "c", "dzh": "z", "dj": "z", "dz": "z", "zh": "z", "kh": "h", "zgh": "zh", "gh": "h", "g": "h",
    "x": "ks", "ck": "k", "q": "k", "w": "v", "ph": "f", "j": "y",
}  # fmt: skip

# From Persian: BGN/PCGN (1958) writes gh and q for letters that sound alike today, v where Arabic has w, zh, and kh; the national system
# (2012) kh as x, and sh, ch by one letter with a mark; newspapers oo and ee.
_PERSIAN = {
    "tch": "c", "ch": "c", "sh": "s", "zh": "z", "dj": "j", "gh": "q", "kh": "x", "ph": "f", "th": "s", "dh": "z", "ck": "k", "w": "v",
}  # fmt: skip

# Turkish has an alphabet of its own (1928), whose marks folding takes away; the English write ş as sh, ç as ch and c as j; BGN/PCGN keeps
# the marks. Kurdish (Bedirxan, 1932) and Azerbaijani have x, q and w.
_TURKISH = {
    "sch": "s", "sh": "s", "tch": "c", "ch": "c", "dj": "c", "j": "c", "gh": "g", "kh": "h", "x": "h", "q": "k", "ck": "k", "w": "v",
}  # fmt: skip

# From Hebrew: the Academy of the Hebrew Language (1953: ẖ, ẕ, q, and every shva; 2006: h, ts, k, and few of them), BGN/PCGN (1962), and
# newspapers (ch, kh, tz, z). ב is b or v, פ is p or f, כ is k or kh, and ו may be v or a vowel, so what they confuse is taken for one.
_HEBREW = {
    "tch": "s", "sch": "s", "sh": "s", "tz": "z", "ts": "z", "ch": "k", "kh": "k", "ck": "k", "ph": "p", "th": "t", "h": "k", "q": "k",
    "c": "k", "f": "p", "v": "b", "w": "b",
}  # fmt: skip
_HEBREW_LETTERS = str.maketrans("בגדהזחטכךלמםנןספףצץקרשת", "bgdkzktkklmmnnsppzzkrst", "אויע\u05f3\u05f4")
"""The consonants of the Hebrew script as `_HEBREW` has them; aleph, ayin, and the letters that stand for vowels are left out."""
_ARABIC_LETTERS = str.maketrans("بپتثجچحخدذرزژسشصضطظغفڤقكگلمنه", "bbttjshkddrzzsssdtzgffkkglmnh", "اآأإٱوؤيئىءةع")
"""The consonants of the Arabic and Persian script as what is left of a loosened key; the letters that stand for vowels are left out."""
_FINAL_HE = re.compile(r"(?<=\w\w)ה(?= |$)")
_FINAL_HEH = re.compile(r"(?<=\w\w)ه(?= |$)")
_VOWELLED = re.compile("[\u0370-\u03ff\u0400-\u052f\u0530-\u058f\u10a0-\u10ff]")
"""Greek, Cyrillic, Armenian, Georgian."""
_ARABIC_SCRIPT = re.compile("[\u0621-\u06d3]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Languages whose names are transliterated in the same ways."""

    sign: str
    """What its keys begin with, so that they are not taken for names; no folded name begins with a tilde."""
    countries: frozenset[str]
    """Countries whose names come from these languages, as ISO 3166-1 alpha-2 codes."""
    key: Callable[[str], str]
    """The looser key of a folded key; empty where little would be left."""
    script: re.Pattern[str] | None = None
    """Finds letters of the script in which alone a name is looked up so; None where any will do."""


@lru_cache(maxsize=1024)
def loosened(key: str) -> str:
    """The looser key of a folded key, for names from Arabic; the key itself where little would be left.

    >>> loosened(folded("Deir ez-Zor")) == loosened(folded("Dayr az Zawr")) == loosened(folded("Deir Ezzor"))
    True
    >>> loosened(folded("ash-Shāmīyah")) == loosened(folded("al-Shamiyah"))
    True
    >>> loosened(folded("التنف")) == loosened(folded("تنف"))
    True
    """
    words = [word for word in key.split() if word not in _ARTICLES]
    if not words:
        return key
    loose = " ".join(words)
    if not loose.isascii():
        return " ".join(word[2:] if word.startswith("ال") and len(word) > 4 else word for word in words)
    loose = _ARABIC_SOUNDS(_FUSED.sub("", loose)).translate(_SINGLE)
    loose = _AU.sub("u", _AI.sub("i", _END.sub("a", _DOUBLED.sub(r"\1", loose))))
    return loose if len(loose) > 2 else key


def has_article(key: str) -> bool:
    """Whether a folded key has an Arabic article as a word of its own, so that other spellings of it are to be expected.

    >>> has_article(folded("al-Tanf")), has_article(folded("Paris"))
    (True, False)
    """
    return (" " in key and not _ARTICLES.isdisjoint(key.split())) or key.startswith("ال")


def consonants(key: str) -> str:
    """What Arabic letters and a transliteration of them have in common: the consonants; empty where there are few.

    >>> consonants(folded("خان يونس")) == consonants(folded("Khan Younis"))
    True
    """
    loose = loosened(key)
    if key.isascii():
        left = loose.translate(_NO_VOWELS).replace("sh", "s").replace("zh", "z")
    else:
        left = _FINAL_HEH.sub("", loose).translate(_ARABIC_LETTERS).replace(" ", "")
    return left if left.isascii() and len(left) >= _LEAST_CONSONANTS else ""


def hebrew(key: str) -> str:
    """The consonants of a Hebrew name, in either alphabet; empty where there are few.

    >>> hebrew(folded("Be'er Sheva")) == hebrew(folded("Beersheba")) == hebrew("באר שבע")
    True
    """
    if key.isascii():
        left = _DOUBLED.sub(r"\1", _HEBREW_SOUNDS(_END.sub("a", key))).translate(_NO_VOWELS)
    else:
        left = _FINAL_HE.sub("", key).translate(_HEBREW_LETTERS).replace(" ", "")
    return left if left.isascii() and len(left) >= _LEAST_CONSONANTS else ""


def romanised(key: str) -> str:
    """A folded key of Cyrillic, Greek, Armenian or Georgian letters in Latin ones; other keys as they are.

    >>> romanised(folded("Харьков")), romanised("homs")
    ('kharkov', 'homs')
    """
    return folded(anyascii(key)) if _VOWELLED.search(key) else key


def loose_keys(key: str) -> tuple[str, ...]:
    """The keys under which other transliterations of a folded name may be kept, of all families.

    >>> set(loose_keys(folded("Chasov Yar"))).isdisjoint(loose_keys(folded("Часів Яр")))
    False
    """
    own = romanised(key)
    families = (family for family in FAMILIES if family.script is None or family.script.search(key))
    return tuple(f"{family.sign}{loose}" for family in families if (loose := family.key(own)))


def kept_keys(key: str, country: str | None) -> Iterator[str]:
    """The keys, other than its folded one, under which a name of a place in a country is kept."""
    for family in _BY_COUNTRY.get(country or "", ()):
        loose = family.key(key)
        if loose:
            yield f"{family.sign}{loose}"


def _sounds(table: Mapping[str, str]) -> Callable[[str], str]:
    """What replaces letters by what they sound like, the longest first."""
    pattern = re.compile("|".join(sorted(table, key=lambda sound: (-len(sound), sound))))
    return lambda text: pattern.sub(lambda match: table[match.group()], text)


def _voiced(table: Mapping[str, str], *, joined: bool) -> Callable[[str], str]:
    """A key of consonants in which all vowels are one, and none at the end of words; `joined` where words are written together or not."""
    sounds = _sounds(table)

    def key(known: str) -> str:
        if not known.isascii():
            return ""
        left = _DOUBLED.sub(r"\1", sounds(known.replace(" ", "") if joined else known).translate(_ONE_VOWEL))
        left = _LAST_VOWEL.sub("", left)
        return left if len(left) - left.count("a") - left.count(" ") >= _LEAST_CONSONANTS else ""

    return key


_ARABIC_SOUNDS, _HEBREW_SOUNDS = _sounds(_ARABIC), _sounds(_HEBREW)

FAMILIES = (
    Family(sign="~", countries=ARABIC_SPELT, key=loosened),
    Family(sign="~c ", countries=ARABIC_SPELT, key=consonants, script=_ARABIC_SCRIPT),
    Family(sign="~h ", countries=frozenset(("IL", "PS")), key=hebrew),
    Family(sign="~s ", countries=_SLAVIC_SPELT, key=_voiced(_SLAVIC, joined=False)),
    Family(sign="~p ", countries=frozenset(("AF", "IR", "TJ")), key=_voiced(_PERSIAN, joined=False)),
    Family(sign="~t ", countries=frozenset(("AZ", "CY", "TR")), key=_voiced(_TURKISH, joined=True)),
)
_BY_COUNTRY = {
    country: tuple(family for family in FAMILIES if country in family.countries)
    for country in frozenset().union(*(family.countries for family in FAMILIES))
}
