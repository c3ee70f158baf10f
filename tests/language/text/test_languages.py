"""The language of a text: English is never called anything else, other languages are named, and too little to tell is not guessed."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time

import pytest
from many_languages import PARAGRAPHS, SENTENCES

from geomap.language import extract
from geomap.language.text.languages import SEVERAL, UNKNOWN, in_words, language_of, why_unread
from geomap.model import Report

ENGLISH = """\
Two peacekeepers of UNIFIL were wounded on Wednesday near Naqoura in southern Lebanon, the United Nations said in New York. The
vehicle was about 5 km north-east of the town when a bomb went off beside the road, according to a spokesman, who added that nobody had
claimed the attack. The army closed the road between Tyre and Marjayoun for several hours. Residents said that they had heard two
explosions, and that shepherds had warned of strangers in the hills. It was the third attack of this kind since May.
"""


@pytest.mark.parametrize("code", SENTENCES)
def test_one_sentence_is_enough(code):
    assert language_of(SENTENCES[code]) == code


@pytest.mark.parametrize("code", PARAGRAPHS)
def test_a_paragraph_full_of_english_names(code):
    assert language_of(PARAGRAPHS[code]) == code


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        "The convoy was struck within 30 km of the crossing, the coalition said on Tuesday.",
        "A bomb exploded at an Oregon bank in Woodburn late Friday, killing a police officer and a bomb technician.",
        "the strike hit a convoy near al-tanf, a spokesman for the coalition said on tuesday",
        "Syrian Observatory for Human Rights (SOHR): at least 7 killed in raids on Deir ez-Zor, Mayadin and al-Bukamal.",
        "La Crosse, Des Moines and Baton Rouge were named by French fur traders, but San Jose and Los Angeles by the Spanish.",
    ],
)
def test_english(text):
    assert language_of(text) == "en"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \n",
        "10 km NE of Palmyra",
        "33°30'N 38°40'E",
        "45 mi. W of San Carlos de la Sierra",
        "Palmyra, Homs, Deir ez-Zor, al-Bukamal, al-Tanf, Rutba, Trebil",
        "San Juan de los Lagos, Villa de la Paz, Lagos de Moreno, Encarnación de Díaz, Jalostotitlán, Santa María del Oro",
        "Wolkersdorf im Weinviertel\nMautern in Steiermark\nPuchberg am Schneeberg\nRamsau\nMatrei am Brenner\nTiefenbach\nVoldöpp",
        "تدمر، حمص، دير الزور",
        "homs, palmyra, rutba, mayadin, arar, raqqa, idlib, hama",
        "UNIFIL NATO IDF OSCE",
        "1 2 3 4 5 6 7 8 9",
    ],
)
def test_too_little_to_tell(text):
    assert language_of(text) is None


@pytest.mark.parametrize("code", PARAGRAPHS)
def test_a_quotation_leaves_a_report_english(code):
    half = len(ENGLISH) // 2
    assert language_of(f"{ENGLISH}{ENGLISH[:half]}\n“{SENTENCES[code]}”\n{ENGLISH[half:]}") == "en"


@pytest.mark.parametrize("code", ["ar", "ru", "he", "fa"])
def test_a_byline_and_clutter_leave_a_report_english(code):
    assert language_of(f"{SENTENCES[code][:40]}\nHome | News | العربية | Français | Русский | Türkçe | فارسی\n{ENGLISH}") == "en"


@pytest.mark.parametrize("code", PARAGRAPHS)
def test_an_english_headline_leaves_a_report_foreign(code):
    assert language_of(f"US jets hit convoy near al-Tanf\n\n{PARAGRAPHS[code]}\n{SENTENCES[code]}") == code


@pytest.mark.parametrize("code", PARAGRAPHS)
def test_half_and_half_is_several_languages(code):
    assert language_of(f"{ENGLISH}\n{(PARAGRAPHS[code] * 4)[: len(ENGLISH)]}") == SEVERAL


def test_the_beginning_does_not_decide_for_a_long_text():
    assert language_of(ENGLISH * 3 + PARAGRAPHS["fr"] * 60) == "fr"
    assert language_of(PARAGRAPHS["fr"] * 3 + ENGLISH * 60) == "en"


@pytest.mark.parametrize("text", ["ދިވެހިރާއްޖޭގެ ރައްޔިތުންގެ މަޖިލިސް ދިވެހި", "ᎣᏏᏲ ᏂᎦᏓ ᎠᏂᏣᎳᎩ ᎠᏂᏴᏫ ᎤᎾᎵᎪᏒ ᎠᎴ", "ᠮᠣᠩᠭᠣᠯ ᠪᠢᠴᠢᠭ ᠦᠨ ᠰᠤᠷᠭᠠᠭᠤᠯᠢ ᠶᠢᠨ ᠰᠤᠷᠤᠭᠴᠢ"])
def test_a_language_in_letters_that_nobody_knows_is_not_guessed(text):
    assert language_of(text * 3) == UNKNOWN


def test_words_for_readers():
    assert in_words("uk") == "Ukrainian (uk)"
    assert in_words("bcl") == "the language bcl"
    assert in_words(UNKNOWN) == "an unknown language (und)"
    assert why_unread("en") is None
    assert why_unread(None) is None
    assert "several languages (mul)" in str(why_unread(SEVERAL))


def test_an_extraction_knows_the_language():
    assert extract(Report(id="r", text=PARAGRAPHS["it"])).language == "it"
    assert extract(Report(id="r", text=ENGLISH)).language == "en"
    assert extract(Report(id="r", text="Palmyra")).language is None


@pytest.mark.parametrize(
    "text",
    [
        "a" * 1_000_000,
        "a " * 500_000,
        "aЖעชא漢 " * 150_000,
        "ا" * 1_000_000,
        "\x00\x01\x07\x1b\u202e\u2028" * 160_000,
        "\ud800 " * 500_000,
        "e\u0301\u0302\u0303" * 250_000,
        " " * 1_000_000,
        "de la " * 160_000,
        "!?.,;:«»" * 125_000,
        "the" * 333_000,
        "🧭" * 1_000_000,
    ],
)
def test_hostile_texts_are_judged_at_once(text):
    language_of(SENTENCES["fr"])  # the library is loaded before the clock runs
    started = time.perf_counter()
    first = language_of(text)
    assert time.perf_counter() - started < 1
    assert language_of(text) == first


def test_english_never_loads_the_library():
    code = """if True:
        import sys, geomap
        from geomap.language.text.languages import language_of
        assert language_of(sys.stdin.read()) == "en"
        assert not {"py3langid", "babel"} & set(sys.modules)
    """
    subprocess.run([sys.executable, "-c", code], input=ENGLISH, text=True, check=True)


@pytest.mark.shared
def test_no_gold_record_and_no_news_is_called_foreign(shared):
    texts = [json.loads(line)["context"] for line in (shared / "eval/claims/dev.jsonl").read_text(encoding="utf-8").split("\n") if line]
    assert len(texts) == 358
    for path in [*sorted((shared / "eval/toponyms").glob("*.jsonl")), shared / "eval/ecb/documents.jsonl"]:
        texts += [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").split("\n") if line]
    for folder in ("seeds", "incidents", "eval/incidents"):
        texts += [path.read_text(encoding="utf-8") for path in sorted((shared / folder).rglob("*.md"))]
    assert {language_of(text) for text in texts} == {"en", None}
    sentences = [part for text in texts for part in re.split(r"(?<=[.!?])\s+|\n+", text)]
    assert len(sentences) > 8000
    assert {language_of(sentence) for sentence in sentences} == {"en", None}
