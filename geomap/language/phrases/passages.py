"""A sentence in its report, as far as a rule may look back, with the names in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from geomap.language.phrases.anchors import Anchor
from geomap.language.text.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name in a sentence."""

    anchor: Anchor
    shown: bool
    """Whether the words round it show that it is a place."""
    reference: bool
    """Whether something is only measured from it: "5 km from", "north-east of"."""
    site: str | None = None
    """The sort of place that is said to be at it, which may be told of by that noun: "a checkpoint at Arvo"."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence with those before it, as far as a rule may look back."""

    sentences: Sequence[Tokens] = field(repr=False)
    """All sentences of the report."""
    index: int
    """Which of them is read."""
    tokens: Tokens = field(repr=False)
    """The sentence itself."""
    names: dict[int, list[Name]] = field(repr=False)
    """The names of sentences already looked through, by index; shared by the passages of one report."""


def passages_of(sentences: Sequence[Tokens]) -> Iterator[Passage]:
    """One passage a sentence."""
    names: dict[int, list[Name]] = {}
    for index, tokens in enumerate(sentences):
        yield Passage(sentences, index, tokens, names)
