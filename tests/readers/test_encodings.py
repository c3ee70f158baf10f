"""Encodings: what is certain is read, what is likely is read and said, what is neither is refused."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap.errors import ReportError
from geomap.readers import read_all
from geomap.readers.encodings import decode, decode_lines, decode_page

RUSSIAN = "Колонну обстреляли в 20 км к северу от Алеппо, сообщили военные. Грузовики шли к границе с Турцией. " * 2
ARABIC = "تعرضت القافلة للقصف على بعد عشرين كيلومترا شمال حلب، بحسب الجيش. وكانت الشاحنات في طريقها إلى الحدود. " * 2
GREEK = "Η φάλαγγα χτυπήθηκε είκοσι χιλιόμετρα βόρεια από το Χαλέπι, είπε ο στρατός. " * 3
HEBREW = "השיירה הותקפה עשרים קילומטרים מצפון לחלב, מסר הצבא. המשאיות היו בדרכן אל הגבול. " * 3
JAPANESE = "車列はアレッポの北二十キロで攻撃されたと軍が述べた。トラックは国境へ向かっていた。" * 3
TURKISH = "Konvoy Halep'in yirmi kilometre kuzeyinde vuruldu, dedi ordu sözcüsü. Kamyonlar sınıra doğru gidiyordu, şehirde ışıklar söndü. "
CHINESE = "军方说，车队在阿勒颇以北二十公里处遭到袭击，卡车当时正驶向边境。"
KOREAN = "군은 호송대가 알레포 북쪽 이십 킬로미터에서 공격을 받았다고 밝혔다. 트럭은 국경으로 가고 있었다."
FRENCH = "Le convoi a été touché à vingt kilomètres au nord d'Alep, a déclaré l'armée. Les camions étaient en route vers la frontière."
ENGLISH = "The convoy was hit 20 km north of Aleppo – the army’s “precision strike” – said a café owner from Mérida. " * 2
POLISH = "Kolumnę ostrzelano 20 km na północ od Aleppo, podało wojsko. Ciężarówki jechały ku granicy, mówią świadkowie. " * 2


@pytest.mark.parametrize(
    ("text", "encoding", "said"),
    [
        (RUSSIAN, "cp1251", "windows-1251"),
        (RUSSIAN, "koi8-r", "koi8-r"),
        (ARABIC, "cp1256", "windows-1256"),
        (GREEK, "cp1253", "iso-8859-7"),
        (POLISH, "cp1250", "windows-1250"),
        (TURKISH, "cp1254", "iso-8859-9"),
        (CHINESE, "gb18030", "gb18030"),
        (KOREAN, "euc-kr", "cp949"),
        (FRENCH, "latin-1", "windows-1252"),
        (HEBREW, "cp1255", "windows-1255"),
        (JAPANESE, "shift_jis", "cp932"),
        (ENGLISH, "cp1252", "windows-1252"),
        (
            "The village of Núñez lies 5 km from Málaga, where José Peña has his café and nobody heard anything at all.",
            "latin-1",
            "windows-1252",
        ),
    ],
)
def test_what_the_bytes_show_is_read_and_said(text, encoding, said):
    found = decode(text.encode(encoding), "x.txt")
    assert found.text == text
    assert found.note == f"x.txt: not UTF-8, and says no encoding; read as {said}"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("second café\n", "latin-1"),
        ("A café in Mérida.", "cp1252"),
        (RUSSIAN, "mac-cyrillic"),
        (RUSSIAN, "cp866"),
        ("\x80\x81\x8d" * 200, "latin-1"),
    ],
)
def test_what_could_be_several_is_refused(text, encoding):
    with pytest.raises(ReportError, match="save it as UTF-8"):
        decode(text.encode(encoding), "x.txt")


@pytest.mark.parametrize(("declared", "encoding"), [("iso-8859-2", "iso8859-2"), ("windows-1250", "cp1250"), ("ISO-8859-1", "cp1252")])
def test_a_declared_encoding_is_taken_at_its_word(declared, encoding):
    text = ENGLISH if encoding == "cp1252" else POLISH
    assert decode_page(text.encode(encoding), "x", declared).text == text


@pytest.mark.parametrize("declared", ["nonsense", "ascii", "latin-1", "utf-16", "base64", "idna", "unicode_escape", ""])
def test_a_declaration_that_does_not_fit_does_no_harm(declared):
    assert decode_page(RUSSIAN.encode("cp1251"), "x", declared or None).text == RUSSIAN
    assert decode_page(RUSSIAN.encode(), "x", declared or None).text == RUSSIAN


@given(st.binary(max_size=400), st.sampled_from([None, "latin-1", "utf-7", "rot13"]))
def test_any_bytes_are_read_or_refused(data, declared):
    for read in (lambda: decode(data, "x").text, lambda: decode_page(data, "x", declared).text, lambda: decode_lines(data, "x")):
        with suppress(ReportError):
            assert isinstance(read(), str)


def test_a_false_declaration_is_said():
    found = decode_page(RUSSIAN.encode("cp1251"), "x.html", "iso-8859-1")
    assert found.note == "x.html: declares iso-8859-1, which it is not; read as windows-1251"


def test_a_spoilt_byte_does_not_make_utf8_something_else():
    spoilt = ("Der Convoi fuhr über Würzburg nach Jülich. " * 3).encode() + b"\xe9 and more."
    with pytest.raises(ReportError, match="0xe9"):
        decode(spoilt, "x.txt")
    found = decode_page(spoilt, "x.html", "utf-8")
    assert "Jülich. \ufffd and" in found.text
    assert "1 characters are lost" in found.note


def test_the_note_is_no_problem(tmp_path):
    (tmp_path / "a.txt").write_bytes(RUSSIAN.encode("cp1251"))
    result = read_all([tmp_path])
    assert result.problems == ()
    assert [note.rpartition("/")[2] for note in result.notes] == ["a.txt: not UTF-8, and says no encoding; read as windows-1251"]
