"""From bytes to text: byte order marks, UTF-8, what the document declares, and what its bytes show beyond doubt.

What is not certain enough is refused, for a wrong letter in a name is a wrong place. In trials with sentences of 20 languages in 26
encodings, cut at every length, only English text with a few Croatian names was misread, as Windows' Western code page.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from geomap.errors import ReportError

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (codecs.BOM_UTF8, "utf-8-sig"),
)
_LEAST_BYTES = 40
_SAMPLE = 1_000_000
"""Bytes that an encoding is judged by."""
_SURE = 0.15
"""chardet's confidence from which on a text is believed to have an encoding, if no other is about as likely."""
_SURE_WESTERN = 0.12
"""The same for Windows' Western code page, which is taken of several that are about as likely: most such texts have it."""
_CLOSE = 0.95
"""Encodings with this share of the best one's confidence are about as likely."""
_UNUSED = ("iso8859-16",)
_MARKS = frozenset("‘’‚“”„–—…•·«»‹›€£©®™°§±½¼¾×\xa0")
"""Typographic marks, which Windows' Western code page puts where others have letters."""
_WESTERN = _MARKS | frozenset("àâäáãåæçèéêëìíîïñòóôõöøùúûüÿœßÀÂÄÁÃÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜŸŒ°ºª¿¡")
"""What Western European text has beyond ASCII; the other code pages have other letters in the places of the rest."""
_SYMBOL_IN_WORD = re.compile(r"[^\W\d_][±¶¹²³¦¤¬¼½¾¿¡×÷§¢£¥€†‡‰™®©ºª][^\W\d_]")
"""What text looks like that is read by the wrong code page."""
_MOST_CAPITALS = 2
_WEB_ENCODING = re.compile(
    r"ascii|cp125\d|cp866|cp874|cp9\d\d|iso8859-\d\d?|koi8-[rtu]|mac-(?:roman|cyrillic)|tis-620|shift_jis\w*|euc_\w*|big5\w*|gb\w*|johab"
)
"""Python's names of what pages may declare."""
_BETWEEN_TAGS = re.compile(rb"[^<>]+")
_REPLACEMENT = "\ufffd"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and how it was read."""

    text: str
    note: str | None = None
    """What the reader should be told of it; None where there is nothing to tell."""


def decode(data: bytes, source: str) -> Decoded:
    """Bytes as text; line ends are not translated, and a byte order mark is no part of the text.

    Taken are, in this order, the encoding of a byte order mark, UTF-8 where all bytes are, and one that the bytes show beyond doubt, which
    a note tells. Raises ReportError naming the first byte that is not UTF-8 otherwise.
    """
    encoding = _marked(data, source)
    try:
        return Decoded(data.decode(encoding))
    except UnicodeDecodeError as error:
        found = None if encoding != "utf-8" or is_damaged_utf8(data) else detect(data)
        if found is None:
            raise _undecodable(data, error, encoding, source) from None
        return Decoded(found[1], f"{source}: not UTF-8, and says no encoding; read as {found[0]}")


def decode_page(data: bytes, source: str, declared: str | None) -> Decoded:
    """Bytes of a web page as text, by the encoding that it declares where the bytes are not UTF-8.

    The declaration is not believed where the bytes surely are text in another script. Single bytes that spoil UTF-8 become replacement
    characters, as in a browser. Notes tell both. Raises ReportError.
    """
    if _marked(data, source) != "utf-8" or _is_utf8(data):
        return decode(data, source)
    if is_damaged_utf8(data):
        text = data.decode("utf-8", "replace")
        return Decoded(text, f"{source}: not all UTF-8; {text.count(_REPLACEMENT)} characters are lost, and read as {_REPLACEMENT}")
    declaration = _by_declaration(data, declared)
    shown = detect(data, sample=b" ".join(piece for piece in _BETWEEN_TAGS.findall(data) if not piece.isascii()))
    if declaration is not None and (shown is None or _is_latin(shown[1]) == _is_latin(declaration)):
        return Decoded(declaration)
    if shown is None:
        return decode(data, source)
    why = "not UTF-8, and says no encoding" if declaration is None else f"declares {declared}, which it is not"
    return Decoded(shown[1], f"{source}: {why}; read as {shown[0]}")


def decode_lines(data: bytes, source: str) -> str:
    """UTF-8 whose bytes that are none become lone surrogates, so that a parser can refuse their lines alone; raises ReportError."""
    encoding = _marked(data, source)
    if not encoding.startswith("utf-8"):
        return decode(data, source).text
    return data.decode(encoding, "surrogateescape")


def detect(data: bytes, *, sample: bytes = b"") -> tuple[str, str] | None:
    """The encoding that bytes other than UTF-8 surely have, and the text; None where that is not sure. It is judged by the sample, if any.

    >>> detect("Силы коалиции заявили, что удар был нанесён в 30 км к северу".encode("cp1251"))[0]
    'windows-1251'
    >>> detect("Der Krieg in Mérida".encode("latin-1")) is None
    True
    """
    if len(data) < _LEAST_BYTES:
        return None
    western = _read_as("windows-1252", data)
    if western is not None and _has_only(western, _MARKS):
        return "windows-1252", western
    likely = _likely(data, (sample or data)[:_SAMPLE])
    if western in likely and likely[western].confidence >= _SURE_WESTERN and _has_only(western, _WESTERN):
        return "windows-1252", western
    if len(likely) != 1:
        return None
    ((text, guess),) = likely.items()
    return (guess.encoding, text) if guess.confidence >= _SURE else None


class _Guess(NamedTuple):
    """An encoding that bytes may have."""

    encoding: str
    confidence: float


def _likely(data: bytes, sample: bytes) -> dict[str, _Guess]:
    """The texts that bytes may be, by the encodings about as likely as the best; of encodings that give the same text the likeliest."""
    import chardet  # noqa: PLC0415  (slow to import, and seldom needed)

    eras = chardet.EncodingEra.MODERN_WEB | chardet.EncodingEra.LEGACY_ISO
    ranked = chardet.detect_all(sample, max_bytes=len(sample), encoding_era=eras, exclude_encodings=_UNUSED)
    found: dict[str, _Guess] = {}
    for item in ranked:
        text = _read_as(item["encoding"], data) if item["confidence"] >= _CLOSE * ranked[0]["confidence"] else None
        if text is not None and _is_spelt(text):
            found.setdefault(text, _Guess(str(item["encoding"]).lower(), item["confidence"]))
    return found


def _has_only(text: str, characters: frozenset[str]) -> bool:
    """Whether a text has no characters but ASCII and these."""
    return characters.issuperset(char for char in text if not char.isascii())


def _is_spelt(text: str) -> bool:
    """Whether words hold no symbols, and hardly a capital after a small letter, as they do where read by the wrong code page."""
    capitals = sum(one.islower() and two.isupper() and not two.isascii() for one, two in pairwise(text[:_SAMPLE]))
    return capitals < _MOST_CAPITALS and _SYMBOL_IN_WORD.search(text) is None


def is_damaged_utf8(data: bytes) -> bool:
    """Whether bytes are no UTF-8, and most of what is not ASCII in them is.

    >>> is_damaged_utf8("Ő, ű and ".encode() + bytes([0xE9])), is_damaged_utf8("déjà".encode("cp1252")), is_damaged_utf8("Ő".encode())
    (True, False, False)
    """
    beyond = [char for char in data.decode("utf-8", "surrogateescape") if not char.isascii()]
    broken = sum("\ud800" <= char <= "\udfff" for char in beyond)
    return 0 < broken < len(beyond) - broken


def _marked(data: bytes, source: str) -> str:
    """The encoding that a byte order mark states, else UTF-8; raises ReportError for bytes that are no text."""
    if not data:
        raise ReportError("the file is empty", source=source)
    encoding = next((name for mark, name in _BOMS if data.startswith(mark)), "utf-8")
    if encoding.startswith("utf-8") and b"\0" in data:
        raise ReportError("this is no text: it holds NUL bytes", source=source, mend="save it as plain text in UTF-8")
    return encoding


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _by_declaration(data: bytes, declared: str | None) -> str | None:
    """The text by the encoding that the document declares, where that is one and fits."""
    try:
        return data.decode(_web(declared or ""))
    except (LookupError, UnicodeError, ValueError):
        return None


def _web(declared: str) -> str:
    """A declared encoding as browsers take it: Latin-1 stands for Windows' superset of it. Raises LookupError for what pages do not use."""
    name = codecs.lookup(declared.strip()).name
    if _WEB_ENCODING.fullmatch(name) is None:
        raise LookupError(name)
    supersets = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "iso8859-9": "cp1254"}
    return supersets.get(name, name)


def _read_as(encoding: str | None, data: bytes) -> str | None:
    """The text, where the bytes have that encoding and hold no control characters in it."""
    try:
        text = data.decode(encoding or "ascii")
    except (UnicodeDecodeError, LookupError):
        return None
    strange = {char for char in set(text) if unicodedata.category(char) in ("Cc", "Cn", "Co")}
    return None if strange - set("\t\n\r\f") else text


def _is_latin(text: str) -> bool:
    """Whether most letters beyond ASCII are Latin."""
    letters = [char for char in text[:_SAMPLE] if not char.isascii() and char.isalpha()]
    return sum(char < "\u0250" for char in letters) * 2 >= len(letters)


def _undecodable(data: bytes, error: UnicodeDecodeError, encoding: str, source: str) -> ReportError:
    line = data.count(b"\n", 0, error.start) + 1
    place = f"line {line}" if encoding.startswith("utf-8") else None
    offset = error.start + (len(codecs.BOM_UTF8) if encoding == "utf-8-sig" else 0)
    reason = f"byte {offset} (0x{data[offset]:02x}) is not {encoding.removesuffix('-sig').upper()}"
    return ReportError(reason, source=source, place=place, mend="save it as UTF-8")
