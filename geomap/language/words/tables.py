"""How a table of words is written down: as one string, words between spaces."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a string.

    >>> sorted(words("mile miles mile"))
    ['mile', 'miles']
    """
    return frozenset(text.split())


def pairs(text: str) -> dict[str, str]:
    r"""From each word of lines to what stands before their colon; an underscore in a word is a space.

    >>> pairs("Syria: syrian syrians\nSouth Korea: south_korean")
    {'syrian': 'Syria', 'syrians': 'Syria', 'south korean': 'South Korea'}
    """
    found: dict[str, str] = {}
    for line in text.strip().splitlines():
        meaning, _, spellings = line.partition(":")
        found.update((word.replace("_", " "), meaning.strip()) for word in spellings.split())
    return found
