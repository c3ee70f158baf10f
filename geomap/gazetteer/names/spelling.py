"""Names that are spelt a little wrong: which known names are a letter or two away from one.

The known names are kept packed by their length, the short ones by their first letter too: their letters end to end, and for each a sign of
64 bits that tells which letters it has once and which again. A wrong letter changes at most two bits, so that a count of bits leaves a few
names in a thousand to compare letter by letter. Only names in the 26 letters of the Latin alphabet, once they are folded, are kept; those in other scripts are not many.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import numpy as np
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

LEAST_LETTERS = 5
"""Shorter names are a letter away from too many others."""
_TWO_LETTERS = 8
"""So many letters allow two of them to be wrong, and the first of all."""
MOST_LETTERS = 60
"""Longer names are not looked for."""
_PACK = 8192
"""Names in a pack."""
_SPELT = re.compile(r"[a-z][a-z0-9 ]*")
_BITS = np.array([1 << (code - 97 if 97 <= code <= 122 else 26) for code in range(128)], dtype=np.uint64)
"""The bit of each character; figures and spaces have one together."""
_AGAIN = np.uint64(27)
"""Where the bits of characters that come again begin."""

Pack = tuple[int, str, bytes, bytes]
"""The length of some keys, their first letter or nothing where that may be wrong too, their signs, and the keys end to end."""


def allowed(key: str) -> int:
    """How many letters of a folded name may be wrong: none in short ones and those that are not in Latin letters.

    >>> allowed("homs"), allowed("aleppo"), allowed("khan yunis")
    (0, 1, 2)
    """
    letters = len(key) - key.count(" ")
    if letters < LEAST_LETTERS or letters > MOST_LETTERS or not _SPELT.fullmatch(key):
        return 0
    return 1 if letters < _TWO_LETTERS else 2


def packed(keys: Iterable[str]) -> Iterator[Pack]:
    """The packs of some folded names in order."""
    open_packs: dict[tuple[int, str], bytearray] = {}
    for key in keys:
        if not allowed(key):
            continue
        kind = len(key), key[0] if _is_short(key) else ""
        text = open_packs.setdefault(kind, bytearray())
        text += key.encode()
        if len(text) == _PACK * len(key):
            yield _pack(kind, open_packs.pop(kind))
    for kind in sorted(open_packs):
        yield _pack(kind, open_packs[kind])


def _is_short(key: str) -> bool:
    """Whether the first letter of a folded name cannot be wrong."""
    return len(key) - key.count(" ") < _TWO_LETTERS


def _pack(kind: tuple[int, str], text: bytes | bytearray) -> Pack:
    return *kind, signs(text, kind[0]).astype("<u8").tobytes(), bytes(text)


def signs(text: bytes | bytearray, length: int) -> np.ndarray:
    """The signs of keys of one length that stand end to end."""
    bits = _BITS[np.frombuffer(text, dtype=np.uint8).reshape(-1, length)]
    once, again = np.zeros((2, len(bits)), dtype=np.uint64)
    for column in bits.T:
        again |= once & column
        once |= column
    found: np.ndarray = once | again << _AGAIN
    return found


def reach(key: str) -> tuple[int, int, str, str]:
    """The lengths, and the first and last initial, of names that a wrong spelling may mean, besides those packed without one.

    >>> reach("aleppo"), reach("palmira"), reach("kharkiff")
    ((5, 7, 'a', 'a'), (6, 8, 'p', 'p'), (6, 10, 'a', 'z'))
    """
    wrong = allowed(key)
    first, last = (key[0], key[0]) if _is_short(key) else ("a", "z")
    return len(key) - wrong, len(key) + wrong, first, last


def alike(key: str, packs: Iterable[Pack]) -> list[tuple[int, str]]:
    """The names in packs that are as few letters from a folded name as both their lengths allow, with how many: the nearest first.

    The distance is that of optimal string alignment: letters left out, put in, changed, or exchanged with their neighbour.
    """
    wrong = allowed(key)
    if not wrong:
        return []
    own = signs(key.encode(), len(key))[0]
    near: list[str] = []
    for length, _, bits, text in packs:
        chosen = np.flatnonzero(np.bitwise_count(np.frombuffer(bits, dtype="<u8") ^ own) <= 2 * wrong)
        near += [text[at * length : (at + 1) * length].decode() for at in chosen.tolist()]
    if not near:
        return []
    distances = cdist([key], near, scorer=OSA.distance, score_cutoff=wrong, dtype=np.uint8)[0]
    found = ((int(distances[at]), near[at]) for at in np.flatnonzero((distances <= wrong) & (distances > 0)).tolist())
    return sorted((distance, name) for distance, name in found if distance <= allowed(name) and _fits(key, name))


def _fits(key: str, name: str) -> bool:
    """Whether the first letter is right where it must be, and of names of several words each word may be the other's wrong spelling.

    "Boone County" is no misspelt "Bong County".

    Where one has more words than the other, words were written together or apart, and nothing else may be wrong.
    """
    if _is_short(key) and key[0] != name[0]:
        return False
    words, others = key.split(), name.split()
    if len(words) != len(others):
        return "".join(words) == "".join(others)
    if len(words) == 1:
        return True
    pairs = ((word, other) for word, other in zip(words, others, strict=True) if word != other)
    return all(OSA.distance(word, other) <= min(allowed(word), allowed(other)) for word, other in pairs)
