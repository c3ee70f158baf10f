"""From bytes to text: byte order marks, UTF-8, what the document declares, and what its bytes show beyond doubt."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from geomap.errors import ReportError

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (codecs.BOM_UTF8, "utf-8-sig"),
)
_SAMPLE = 200_000
"""Bytes that an encoding is judged by."""
_LEAST_BYTES = 100
_LEAST_LETTERS = 20
"""Letters beyond ASCII that an alphabet other than the Latin is recognised by."""
_MOST_CHAOS = 0.1
"""charset-normalizer's measure of mess from which a guess is not believed."""
_WESTERN = frozenset("àâäáãåæçèéêëìíîïñòóôõöøùúûüÿœßÀÂÄÁÃÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜŸŒ“”„‘’‚–—…•«»‹›°ºª§©®™€£·¿¡½¼¾×\xa0")
"""What Western European text has beyond ASCII; the other code pages have other letters in the places of the rest."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and how it was read."""

    text: str
    note: str | None = None
    """What the reader should be told of it; None where there is nothing to tell."""


def decode(data: bytes, source: str, *, declared: str | None = None) -> Decoded:
    """Bytes as text; line ends are not translated, and a byte order mark is no part of the text.

    Taken are, in this order, the encoding of a byte order mark, UTF-8 where all bytes are, the one that the document declares, and one
    that the bytes make certain enough, which a note tells. Raises ReportError naming the first byte that is not UTF-8 otherwise.
    """
    if not data:
        raise ReportError("the file is empty", source=source)
    encoding = next((name for mark, name in _BOMS if data.startswith(mark)), "utf-8")
    if encoding.startswith("utf-8") and b"\0" in data:
        raise ReportError("this is no text: it holds NUL bytes", source=source, mend="save it as plain text in UTF-8")
    try:
        return Decoded(data.decode(encoding))
    except UnicodeDecodeError as error:
        other = None if encoding != "utf-8" else _declared(data, declared) or _shown(data, source)
        if other is not None:
            return other
        raise _undecodable(data, error, encoding, source) from None


def decode_lines(data: bytes, source: str) -> str:
    """UTF-8 whose bytes that are none become lone surrogates, so that a parser can refuse their lines alone; raises ReportError."""
    if not data:
        raise ReportError("the file is empty", source=source)
    if any(data.startswith(mark) for mark, name in _BOMS if not name.startswith("utf-8")):
        return decode(data, source).text
    if b"\0" in data:
        raise ReportError("this is no text: it holds NUL bytes", source=source, mend="save it as plain text in UTF-8")
    return data.removeprefix(codecs.BOM_UTF8).decode("utf-8", "surrogateescape")


def _declared(data: bytes, declared: str | None) -> Decoded | None:
    """The text by the encoding that the document declares, where that is one and fits."""
    if declared is None:
        return None
    try:
        return Decoded(data.decode(_web(declared)))
    except (LookupError, UnicodeDecodeError):
        return None


def _web(declared: str) -> str:
    """A declared encoding as browsers take it: Latin-1 stands for Windows' superset of it."""
    name = codecs.lookup(declared.strip()).name
    return {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "iso8859-9": "cp1254"}.get(name, name)


def _shown(data: bytes, source: str) -> Decoded | None:
    """The text by the encoding that the bytes themselves show; None where several would do."""
    if len(data) < _LEAST_BYTES:
        return None
    found = _western(data) or _other_alphabet(data)
    if found is None:
        return None
    encoding, text = found
    return Decoded(text, f"{source}: not UTF-8, and says no encoding; read as {encoding}")


def _western(data: bytes) -> tuple[str, str] | None:
    """Western European text in Windows' code page: letters and typographic marks of these languages, and nothing else."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    beyond = [char for char in text if char > "\x7f"]
    return ("windows-1252", text) if len(beyond) * 5 < len(text) and _WESTERN.issuperset(beyond) else None


def _other_alphabet(data: bytes) -> tuple[str, str] | None:
    """Text in an alphabet other than the Latin, where charset-normalizer finds one encoding that makes sense of it."""
    from charset_normalizer import from_bytes  # noqa: PLC0415  (slow to import, and seldom needed)

    best = from_bytes(data[:_SAMPLE]).best()
    if best is None or best.chaos > _MOST_CHAOS:
        return None
    try:
        text = data.decode(best.encoding)
    except (UnicodeDecodeError, LookupError):
        return None
    letters = [char for char in text[:_SAMPLE] if char.isalpha()]
    beyond = sum(char > "\u036f" for char in letters)
    if beyond < _LEAST_LETTERS or beyond * 4 < len(letters):
        return None
    name = best.encoding.replace("_", "-")
    return (f"windows-{name[2:]}" if name.startswith("cp125") else name), text


def _undecodable(data: bytes, error: UnicodeDecodeError, encoding: str, source: str) -> ReportError:
    line = data.count(b"\n", 0, error.start) + 1
    place = f"line {line}" if encoding.startswith("utf-8") else None
    offset = error.start + (len(codecs.BOM_UTF8) if encoding == "utf-8-sig" else 0)
    reason = f"byte {offset} (0x{data[offset]:02x}) is not {encoding.removesuffix('-sig').upper()}"
    return ReportError(reason, source=source, place=place, mend="save it as UTF-8")
