"""Names from other alphabets, in the many ways in which they are written in Latin letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap.gazetteer import Grade
from geomap.gazetteer.names.folding import folded
from geomap.gazetteer.names.transliteration import FAMILIES, consonants, has_article, hebrew, kept_keys, loose_keys, loosened, romanised
from geomap.geometry.geodesy import distance_m

NAMES = st.text(alphabet=st.characters(codec="utf-8"), max_size=40)
LATIN = st.text(alphabet="abcdefghijklmnopqrstuvwxyz ", max_size=30)

# Where the towns are, in degrees (lon, lat), from general knowledge to about a tenth of a degree.
TOWNS = {
    "Kharkiv": (36.23, 49.99, "Kharkiv|Kharkov|Харьков|Харків|KHARKIV"),
    "Kyiv": (30.52, 50.45, "Kyiv|Kiev|Київ|Киев"),
    "Bakhmut": (38.00, 48.59, "Bakhmut|Artemivsk|Artyomovsk|Бахмут"),
    "Zaporizhzhia": (35.14, 47.84, "Zaporizhzhia|Zaporozhye|Zaporizhia|Запорожье"),
    "Avdiivka": (37.75, 48.14, "Avdiivka|Avdeevka|Avdeyevka|Авдіївка|Авдеевка"),
    "Dnipro": (35.04, 48.46, "Dnipro|Dnepr|Dnipropetrovsk|Днепр"),
    "Chasiv Yar": (37.83, 48.59, "Chasiv Yar|Chasov Yar|Часів Яр|Часов Яр|Chasiw Jar"),
    "Lysychansk": (38.43, 48.90, "Lysychansk|Lisichansk|Лисичанськ"),
    "Luhansk": (39.31, 48.57, "Luhansk|Lugansk|Луганск"),
    "Huliaipole": (36.26, 47.66, "Huliaipole|Hulyaipole|Hulyaypole"),
    "Nova Kakhovka": (33.37, 46.76, "Nova Kakhovka|Novaya Kakhovka|Новая Каховка"),
    "Khan Yunis": (34.30, 31.34, "Khan Yunis|Khan Younes|Khan Younis|خان يونس"),
    "Kiryat Shmona": (35.57, 33.21, "Kiryat Shmona|Qiryat Shemona|Kiryat Shemona|Qiryat Shmonah|קריית שמונה"),
    "Beersheba": (34.79, 31.25, "Beersheba|Be'er Sheva|Beer Sheva|באר שבע"),
    "Haifa": (34.99, 32.82, "Haifa|חיפה|Хайфа|حيفا"),
    "Diyarbakır": (40.22, 37.91, "Diyarbakır|Diyarbakir|Diyarbekir|DİYARBAKIR"),
    "Şırnak": (42.46, 37.52, "Şırnak|Sirnak"),
    "Isfahan": (51.67, 32.65, "Isfahan|Esfahan|Ispahan|اصفهان"),
    "Deir ez-Zor": (40.14, 35.34, "Deir ez-Zor|Deir Ezzor|Dayr az-Zawr|Deir al-Zour|دير الزور"),
    "Hodeidah": (42.95, 14.80, "Al Hudaydah|Hodeidah|Hodeida|Al-Hudaydah|الحديدة"),
    "Marib": (45.33, 15.46, "Ma'rib|Marib|Ma’rib|مأرب"),
    "El Fasher": (25.35, 13.63, "El Fasher|Al-Fashir|El-Fashir|الفاشر"),
    "Wad Madani": (33.52, 14.40, "Wad Madani|Wad Medani|ود مدني"),
    "Abu Kamal": (40.92, 34.45, "Abu Kamal|Al Bukamal|Boukamal|البوكمال"),
    "Babanusa": (27.81, 11.33, "Babanusa|Babanousa|بابنوسة"),
}
SPELT = [(spelling, lon, lat) for lon, lat, spellings in TOWNS.values() for spelling in spellings.split("|")]


@pytest.mark.parametrize(("spelling", "lon", "lat"), SPELT)
def test_found_by_every_spelling(gazetteer, spelling, lon, lat):
    near = [match for match in gazetteer.matches(spelling) if distance_m((lon, lat), match.place.lonlat) < 60_000]
    assert near, [match.place.name for match in gazetteer.matches(spelling)]
    assert all(match.grade <= Grade.LOOSE for match in near)


@pytest.mark.parametrize(
    "spellings",
    [
        ("Deir ez-Zor", "Deir Ezzor", "Dayr az-Zawr", "Deir al-Zour", "Dair Ezzor"),
        ("al-Tanf", "At Tanf", "Al Tanf", "Tanf", "et-Tanf"),
        ("Ash Shāmīyah", "al-Shamiyah", "Shamiya", "esh-Shamiyeh"),
        ("Ar Raqqah", "Raqqa", "al-Rakka"),
        ("As Suwayda", "Sweida", "al-Suwaydā'"),
        ("Al Ḥudaydah", "Hodeidah", "al-Hudayda"),
        ("Khan Shaykhun", "Khan Sheikhoun", "Khān Shaykhūn"),
        ("التنف", "تنف"),
    ],
)
def test_transliterations_from_arabic(spellings):
    assert len({loosened(folded(spelling)) for spelling in spellings}) == 1


@pytest.mark.parametrize(
    ("country", "spellings"),
    [
        ("UA", ("Avdiivka", "Avdeevka", "Avdeyevka", "Awdijiwka", "Авдіївка")),
        ("UA", ("Zaporizhzhia", "Zaporozhye", "Zaporizhia")),
        ("UA", ("Krasnohorivka", "Krasnogorovka", "Красногоровка")),
        ("UA", ("Kryvyi Rih Tsentralnyi", "Krivoy Rog Centralnyy")),
        ("UA", ("Novomykhailivka", "Novomikhaylovka", "Novomyhajlivka")),
        ("RU", ("Nizhniy Novgorod", "Nižnij Novgorod", "Нижний Новгород")),
        ("IL", ("Qiryat Shemona", "Kiryat Shmona", "קריית שמונה")),
        ("IL", ("Be'er Sheva", "Beersheba", "Beer-Sheba", "באר שבע")),
        ("IR", ("Kermanshah", "Kirmanshah", "Kermânchâh")),
        ("IR", ("Ghazvin Shahr", "Qazvin-shahr", "Ghazwin Shahr")),
        ("TR", ("Diyarbakır", "Diyarbekir", "Diarbakir")),
        ("TR", ("Şanlıurfa", "Shanli Urfa", "Sanliurfa")),
        ("PS", ("Khan Yunis", "خان يونس")),
        ("SY", ("Khan Shaykhun", "Khan Sheikhoun", "خان شيخون")),
    ],
)
def test_one_key_for_each_family(country, spellings):
    kept = set(kept_keys(folded(spellings[0]), country))
    for spelling in spellings:
        assert kept.intersection(loose_keys(folded(spelling))), spelling


@pytest.mark.parametrize(
    ("one", "other"),
    [("Homs", "Hama"), ("Aleppo", "Alep"), ("al-Tanf", "al-Qaim"), ("Idlib", "Daraa"), ("Donetsk", "Luhansk"), ("Kherson", "Kharkiv")],
)
def test_other_names_are_not_transliterations(one, other):
    assert not set(loose_keys(folded(one))).intersection(loose_keys(folded(other)))


@pytest.mark.parametrize("name", ["Sumy", "Lima", "Bucha", "Haifa", "Rome", "Lemon"])
def test_little_is_left_of_short_names(name):
    key = folded(name)
    assert {each for each in loose_keys(key) if not each.startswith(f"~{loosened(key)}")} == set()


@given(NAMES)
def test_a_loosened_key_is_never_lost(name):
    assert bool(loosened(folded(name))) == bool(folded(name))


@given(NAMES)
def test_no_key_of_a_family_is_taken_for_a_name(name):
    keys = loose_keys(folded(name))
    assert all(key.startswith("~") for key in keys)
    assert all(folded(key) != key for key in keys)


@given(LATIN, st.sampled_from(["UA", "IL", "IR", "TR", "SY", "FR", None]))
def test_a_name_is_kept_under_keys_it_is_looked_up_by(name, country):
    key = folded(name)
    looked_up = set(loose_keys(key)) | {f"~c {consonants(key)}"}
    assert set(kept_keys(key, country)) <= looked_up


@given(NAMES)
def test_romanising_twice_changes_nothing(name):
    assert romanised(romanised(folded(name))) == romanised(folded(name))


@given(st.lists(st.sampled_from("bfkmnrsz"), min_size=4, max_size=8), st.sampled_from("aeiou"), st.sampled_from("aeiou"))
def test_vowels_say_nothing_to_consonant_keys(stem, one, other):
    name, again = one.join(stem), other.join(stem)
    assert consonants(name) == consonants(again) != ""
    assert hebrew(name) == hebrew(again) != ""


@pytest.mark.parametrize(
    "hostile", ["a" * 100_000, "al " * 33_333, "ahe" * 33_333, "shch" * 25_000, "ae" * 50_000, "ال" * 50_000, "щ" * 100_000]
)
def test_long_names_take_no_more_than_their_length(hostile):
    key = folded(hostile)
    assert len(loose_keys(key)) <= len(FAMILIES)


def test_articles_are_words_of_their_own():
    assert has_article(folded("al-Tanf"))
    assert has_article(folded("Deir ez-Zor"))
    assert has_article("التنف")
    assert not has_article(folded("Aleppo"))
    assert not has_article("al")


def test_a_better_known_place_of_another_spelling_comes_beside_the_namesake(gazetteer):
    grades = {match.place.country: match.grade for match in reversed(gazetteer.matches("Zaporozhye"))}
    assert grades["KZ"] < Grade.LOOSE_MAIN
    assert min(match.grade for match in gazetteer.matches("Zaporozhye") if match.place.population > 500_000) >= Grade.EXACT
    assert {place.country for place in gazetteer.find("Zaporozhye")} == {match.place.country for match in gazetteer.matches("Zaporozhye")}
