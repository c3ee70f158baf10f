"""How tables of words are written: as running text."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """The words of a text, as a set to look words up in.

    >>> sorted(word_set("north south"))
    ['north', 'south']
    """
    return frozenset(text.split())


def word_table(**rows: str) -> dict[str, str]:
    """A table from each word of a row to the row's name.

    >>> word_table(sinking="sank sunk", blaze="wildfire")["sunk"]
    'sinking'
    """
    return {word: name for name, words in rows.items() for word in words.split()}


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
