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
