"""Borders, coasts and territories by their countries' names: "the Turkish-Syrian border" is that of Turkey and Syria."""

from __future__ import annotations

import re
from dataclasses import replace

from geomap.language.words import COUNTRY_OF
from geomap.model import Mention, MentionKind

_HYPHEN = re.compile(r"\s*[-‐‑–—/]\s*")
_TERRITORY = frozenset(("territory", "soil"))
_LEADING = re.compile(r"(?i)^the\s+|['’]s?$")


def by_country(mention: Mention) -> Mention:
    """The mention of a border or coast with its countries' names for nationality words, and "Syrian territory" as Syria; others as they are."""
    nation, _, noun = mention.name.lower().rpartition(" ")
    if mention.kind is MentionKind.COMMON and noun in _TERRITORY and nation in COUNTRY_OF:
        return replace(mention, kind=MentionKind.NAME, name=COUNTRY_OF[nation], feature="country")
    if mention.kind not in (MentionKind.BORDER, MentionKind.COAST):
        return mention
    return replace(mention, name=countries_in(mention.name))


def countries_in(name: str) -> str:
    """A name with nationality words put into names of countries.

    >>> countries_in("Turkish-Syrian"), countries_in("Guinea-Bissau"), countries_in("Yemen's"), countries_in("Libyan")
    ('Turkey-Syria', 'Guinea-Bissau', 'Yemen', 'Libya')
    """
    parts = [_LEADING.sub("", part) for part in _HYPHEN.split(" ".join(name.split()))]
    return "-".join(COUNTRY_OF.get(part.lower(), part) for part in parts)
