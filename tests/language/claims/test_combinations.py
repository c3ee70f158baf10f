"""Amounts, qualifiers, units, bearings, anchors and sentences crossed: each combination must be read as its parts say."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle

import pytest
from forms import differences

AMOUNTS = {
    "5": "5", "12.5": "12.5", "1,200": "1200", "1 200": "1200", "3,5": "3.5", ".75": "0.75", "2½": "2.5", "½": "0.5", "1 1/2": "1.5", "1-1/2": "1.5",
    "3/4": "0.75", "twenty-five": "25", "twenty five": "25", "two and a half": "2.5", "one and a quarter": "1.25", "a hundred": "100",
    "one hundred and twenty": "120", "two hundred": "200", "half a dozen": "6", "a dozen": "12", "two dozen": "24", "five-odd": "5", "20-odd": "20",
    "20-plus": ">20", "20+": ">20", "10-15": "10-15", "10–15": "10-15", "10 to 15": "10-15", "10 or 15": "10-15", "between 20 and 30": "20-30",
    "from 5 to 10": "5-10", "ten to fifteen": "10-15", "2-2.5": "2-2.5", "6 - 8": "6-8", "5~6": "5-6", "2½-3": "2.5-3", "a couple of": "?",
    "a few": "?", "several": "?", "several hundred": "?", "a few dozen": "?", "dozens of": "?", "tens of": "?", "hundreds of": "?", "scores of": "?",
    "a handful of": "?", "a number of": "?", "many": "?",
}  # fmt: skip
"""How an amount is written, and what it means."""
UNITS = {
    "km": "km", "kms": "km", "km.": "km", "kilometres": "km", "kilometers": "km", "klicks": "km", "mi": "mi", "mi.": "mi", "miles": "mi",
    "statute miles": "mi", "nautical miles": "nmi", "sea miles": "nmi", "NM": "nmi", "nm": "nmi", "nmi": "nmi", "n.m.": "nmi", "n. miles": "nmi",
    "yards": "yd", "yds": "yd", "yds.": "yd", "feet": "ft", "ft": "ft", "ft.": "ft", "metres": "m", "meters": "m", "leagues": "league",
    "furlongs": "furlong", "versts": "verst",
}  # fmt: skip
QUALIFIERS = {
    "": "about|some|around|approximately|approx.|roughly|nearly|almost|ca.|c.|circa|~|an estimated|close to|perhaps|just about|very nearly|more or less|"
    "something like|in the region of|in the order of|just short of|just shy of|getting on for|the best part of|only|just|a mere|exactly|barely|hardly|"
    "scarcely|merely|a full|a good|at about|at approximately|at",
    ">": "more than|over|just over|well over|slightly more than|a little over|a bit over|in excess of|upwards of|further than|farther than|greater than|"
    "beyond|above|exceeding|at least|no less than|not less than|nothing less than|no closer than|no nearer than|not closer than|not nearer than|"
    "a minimum of|at a minimum|minimum|better than|considerably more than|far more than",
    "<": "within|to within|within about|within just|well within|inside|less than|under|just under|slightly less than|a little under|fewer than|up to|"
    "as much as|as far as|as far away as|at most|at the most|no more than|not more than|a maximum of|maximum|no further than|no farther than|as close as|"
    "as near as|as little as|not even|not|not quite|nothing like|closer than|nearer than|much less than",
}
"""Qualifiers by what they do to a single amount."""
AFTERTHOUGHTS = {
    "": "or so|or thereabouts|more or less|, give or take,|(approx.)",
    ">": "or more|or farther|or over|at least|at the very least|minimum|and more",
    "<": "or less|or closer|at most|at the most|maximum|max",
}
BEARINGS = {
    "north": "N", "NNE": "NNE", "north-northeast": "NNE", "north-north-east": "NNE", "north north-east": "NNE", "northeast": "NE", "north-east": "NE",
    "north east": "NE", "North-East": "NE", "N.E.": "NE", "N.E": "NE", "N-E": "NE", "due east": "E", "dead south": "S", "directly south": "S",
    "south by east": "SbE", "SbE": "SbE", "E by N": "EbN", "southeast by east": "SEbE", "SSW": "SSW", "S.S.W.": "SSW", "south and west": "SW",
    "to the west": "W", "to the north-west": "NW", "to the W": "W", "W-SW": "WSW", "westward": "W", "westwards": "W", "W/NW": "WNW", "S.": "S",
    "slightly west": "W", "roughly northwest": "NW", "northwesterly": "NW", "true north": "N", "magnetic north": "N",
}  # fmt: skip
ANCHORS = {
    "Kharga": "Kharga", "the Tanf garrison": "Tanf garrison", "the port of Mocha": "Mocha", "the Iraqi border": "Iraqi border", "Yemen's Aden": "Aden",
    "the village of Beit Sira": "Beit Sira", "al-Bab": "al-Bab", "Deir ez-Zor": "Deir ez-Zor", "Umm Qasr port": "Umm Qasr port", "Ras al Hadd": "Ras al Hadd",
    "the capital, Lima": "Lima", "the provincial capital Raqqa": "Raqqa", "St. Lys": "St. Lys", "the coast of Oman": "coast of Oman", "the town": "town",
    "the mouth of the Sobat": "mouth of the Sobat", "Highway 95": "Highway 95", "the M5 motorway": "M5 motorway", "US 395": "US 395", "US-395": "US-395",
    "I-10": "I-10", "the intersection of Highways 5 and 12": "intersection of Highways 5 and 12", "Simon's Spring": "Simon's Spring", "its base": "its base",
    "checkpoint 14": "checkpoint 14", "Buoy 7": "Buoy 7", "Gate No. 3": "Gate No. 3", "Île de Gorée": "Île de Gorée", "her house": "her house",
    "the Zaporizhzhia nuclear power plant": "Zaporizhzhia nuclear power plant", "12-34N 045-10E": "12-34N 045-10E", "12°34′N 45°10′E": "12°34′N 45°10′E",
    "position 12-34N 045-10E": "12-34N 045-10E", "government-held Aleppo": "Aleppo", "rebel-held Idlib city": "Idlib city",
    "non-government-controlled Horlivka": "Horlivka", "“DPR”-controlled Horlivka": "Horlivka", "Islamic State-held Raqqa": "Raqqa",
    "the disputed town of Abyei": "Abyei", "southern Beirut": "Beirut", "the southern outskirts of Homs": "southern outskirts of Homs",
    "the Line of Control": "Line of Control", "the 38th parallel": "38th parallel", "the bridge over the Narew": "bridge over the Narew", "Łódź": "Łódź",
}  # fmt: skip
FRAMES = {
    "The camp lies {}.": "",
    "An explosion was reported {} on Monday.": "",
    "It happened at a spot {}, police said.": "",
    "Rebels seized Arvo, {}.": " ; inside | Arvo",
    "Sarvo ({}) was shelled.": "",
    "The site is located {} and is guarded.": "",
    "A drone fell in a field {} overnight, injuring two people.": "",
    "Monitors in Arvo saw smoke {} at 14:20.": "",
    "The ship, which was {} when it was hit, sank.": "",
}
"""Sentences for the combinations, with what else they say."""


def amounts() -> Iterator[tuple[str, str]]:
    """Amounts with all the units, qualifiers and afterthoughts."""
    for written, meaning in AMOUNTS.items():
        for unit in ("km", "miles"):
            yield f"{written} {unit}", meaning if meaning == "?" else f"{meaning} {UNITS[unit]}"
    for written, unit in UNITS.items():
        yield f"7 {written}", f"7 {unit}"
        yield f"10-15 {written}", f"10-15 {unit}"
    yield from ((f"{word} 12 km", f"{mark}12 km") for mark, words in QUALIFIERS.items() for word in words.split("|"))
    yield from ((f"12 km {word}".replace(" ,", ","), f"{mark}12 km") for mark, words in AFTERTHOUGHTS.items() for word in words.split("|"))


def phrases() -> Iterator[tuple[str, str]]:
    """Phrases with what they say: each part with several of the others, none with all."""
    anchors, bearings = cycle(list(ANCHORS.items())[:11]), cycle(list(BEARINGS.items())[:9])
    for amount, meaning in amounts():
        point, anchor = next(bearings), next(anchors)
        yield f"{amount} {point[0]} of {anchor[0]}", f"{meaning} | {point[1]} | {anchor[1]}"
        yield f"{amount} from {anchor[0]}", f"{meaning} | - | {anchor[1]}"
    for written, toward in BEARINGS.items():
        anchor = next(anchors)
        yield f"about 3 miles {written} of {anchor[0]}", f"3 mi | {toward} | {anchor[1]}"
    for written, named in ANCHORS.items():
        for between, toward in (("north of", "N"), ("from", "-"), ("SW of", "SW")):
            yield f"12 km {between} {written}", f"12 km | {toward} | {named}"


def combinations() -> Iterator[tuple[str, str]]:
    """Texts with what they say."""
    for (phrase, meaning), (frame, further) in zip(phrases(), cycle(FRAMES.items()), strict=False):
        yield frame.format(phrase), meaning + further


@pytest.mark.parametrize(("text", "expected"), list(combinations()))
def test_reads(text, expected):
    assert differences(text, expected) == []
