"""Encodings: what is certain is read, what is likely is read and said, what is neither is refused."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap.errors import ReportError
from geomap.readers import read_all
from geomap.readers.encodings import decode, decode_lines

RUSSIAN = "Колонну обстреляли в 20 км к северу от Алеппо, сообщили военные. Грузовики шли к границе с Турцией. " * 2
ARABIC = "تعرضت القافلة للقصف على بعد عشرين كيلومترا شمال حلب، بحسب الجيش. وكانت الشاحنات في طريقها إلى الحدود. " * 2
GREEK = "Η φάλαγγα χτυπήθηκε είκοσι χιλιόμετρα βόρεια από το Χαλέπι, είπε ο στρατός. " * 3
HEBREW = "השיירה הותקפה עשרים קילומטרים מצפון לחלב, מסר הצבא. המשאיות היו בדרכן אל הגבול. " * 3
JAPANESE = "車列はアレッポの北二十キロで攻撃されたと軍が述べた。トラックは国境へ向かっていた。" * 3
ENGLISH = "The convoy was hit 20 km north of Aleppo – the army’s “precision strike” – said a café owner from Mérida. " * 2
POLISH = "Kolumnę ostrzelano 20 km na północ od Aleppo, podało wojsko. Ciężarówki jechały ku granicy, mówią świadkowie. " * 2


@pytest.mark.parametrize(
    ("text", "encoding", "said"),
    [
        (RUSSIAN, "cp1251", "windows-1251"),
        (RUSSIAN, "koi8-r", "koi8-r"),
        (ARABIC, "cp1256", "windows-1256"),
        (GREEK, "cp1253", "windows-1253"),
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
    ("text", "encoding"), [("second café\n", "latin-1"), (POLISH, "iso8859-2"), (POLISH, "cp1250"), ("\x80\x81\x8d" * 200, "latin-1")]
)
def test_what_could_be_several_is_refused(text, encoding):
    with pytest.raises(ReportError, match="save it as UTF-8"):
        decode(text.encode(encoding), "x.txt")


@pytest.mark.parametrize(("declared", "encoding"), [("iso-8859-2", "iso8859-2"), ("windows-1250", "cp1250"), ("ISO-8859-1", "cp1252")])
def test_a_declared_encoding_is_taken_at_its_word(declared, encoding):
    text = ENGLISH if encoding == "cp1252" else POLISH
    assert decode(text.encode(encoding), "x", declared=declared).text == text


@pytest.mark.parametrize("declared", ["nonsense", "ascii", "utf-16", "base64", "idna", ""])
def test_a_declaration_that_does_not_fit_does_no_harm(declared):
    assert decode(RUSSIAN.encode("cp1251"), "x", declared=declared or None).text
    assert decode(RUSSIAN.encode(), "x", declared=declared or None).text == RUSSIAN


@given(st.binary(max_size=400), st.sampled_from([None, "latin-1", "utf-7", "rot13"]))
def test_any_bytes_are_read_or_refused(data, declared):
    for read in (lambda: decode(data, "x", declared=declared).text, lambda: decode_lines(data, "x")):
        with suppress(ReportError):
            assert isinstance(read(), str)


def test_the_note_is_no_problem(tmp_path):
    (tmp_path / "a.txt").write_bytes(RUSSIAN.encode("cp1251"))
    result = read_all([tmp_path])
    assert result.problems == ()
    assert [note.rpartition("/")[2] for note in result.notes] == ["a.txt: not UTF-8, and says no encoding; read as windows-1251"]
