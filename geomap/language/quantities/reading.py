"""Lengths in running text: figure or vague amount, unit, qualifier, range, and a second unit.

Each unit word is looked at once; the number is sought in a short window to its left, so the work is linear in the text.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from geomap.language.quantities.lengths import Length
from geomap.language.quantities.numerals import GLYPHS, NUMERAL_WORDS, numeral, parse_number, plain
from geomap.language.quantities.qualifiers import qualifiers_after, qualifiers_before, qualifies, strongest
from geomap.language.quantities.units import LONG, PLURAL, SINGULAR, is_unit_word, starts_unit, unit_at
from geomap.language.text.tokens import HYPHENS, Tokens
from geomap.model import Qualifier
from geomap.units import Unit

_WINDOW = 12
"""Tokens to the left of a unit that its number may take."""

_SQUARED = frozenset("square sq cubic cu squared".split())
_ROAD_MILES = frozenset("air road rd hwy aerial linear geographical english".split())

_VAGUE = frozenset("few several couple dozens tens hundreds thousands scores many some handful number".split())
_VAGUE_PARTS = frozenset({*_VAGUE, "a", "of", "the", "hundred", "thousand", "dozen", "good", "mere", "fair"})
_BEFORE_DOZEN = frozenset("few several couple many".split())
_RANGE_WORDS = frozenset({"to", "or", "~", *HYPHENS})
_MAGNITUDES = frozenset("m mw ml mb ms magnitude mag".split())
_AROUND = {"odd": Qualifier.ABOUT, "plus": Qualifier.AT_LEAST, "+": Qualifier.AT_LEAST}
"""What stands between a figure and its unit: "20-odd miles", "20+ km"."""
_IN_NUMBERS = frozenset({"a", "an", "and", "of", "to", "or", "/", "~", *HYPHENS})
"""Words and marks inside numbers and between two of a range."""
_PAIRING = {("/",), ("or",), (",", "or"), (";",), (",",), (".", ".", "."), ("…",)}
"""What joins two lengths that are one in two units."""
_MOST_IN_BRACKET = 3
_LONGEST_RESTATED = 7


def find_lengths(tokens: Tokens) -> list[Length]:
    """All lengths of a sentence in reading order, with areas among them marked as such."""
    found: list[Length] = []
    lower = tokens.lower
    floor = 0
    for index in range(tokens.count):
        if starts_unit(lower[index]):
            length = _length_at(tokens, index, floor)
            if length is not None:
                found.append(length)
                floor = length.end
    return [_qualified(tokens, length) for length in _paired(tokens, _ranged(tokens, found))]


def _length_at(tokens: Tokens, index: int, floor: int) -> Length | None:
    """The length whose unit starts at a token; its number may not reach back beyond `floor`."""
    found = unit_at(tokens, index)
    if found is None:
        return None
    unit, end, plain_unit = found
    joined = tokens.hyphen(index - 1) and index - 1 > floor
    number_end, squared = _past_modifiers(tokens, index - joined, floor)
    number_end, rounded = _past_rounding(tokens, _past_restated(tokens, number_end, floor), floor)
    number = _number_before(tokens, number_end, max(floor, number_end - _WINDOW))
    if number is None:
        return None
    core, figures = number
    if (not figures and tokens.lower[index] in SINGULAR) or _is_name(tokens, core, index) or _is_yard(tokens, core, index):
        return None
    if figures:
        figures, end = _and_a_half(tokens, figures, end)
    return Length(
        start=core,
        core=core,
        unit_at=index,
        end=end,
        figures=figures,
        unit=unit,
        plain_unit=plain_unit,
        qualifier=Qualifier.RANGE if len(figures) == 2 else rounded,
        joined=joined,
        squared=squared or _power_after(tokens, end),
    )


def _past_modifiers(tokens: Tokens, end: int, floor: int) -> tuple[int, bool]:
    """The token after the number, back past "square" and past "air" or "road" before the unit, and whether "square" was there."""
    lower = tokens.lower
    before = end - 2 if lower[end - 1] == "." else end - 1
    squared = lower[before] in _SQUARED
    if squared or lower[before] in _ROAD_MILES:
        end = before
        if tokens.hyphen(end - 1) and end - 1 > floor:
            end -= 1
    return end, squared


def _past_rounding(tokens: Tokens, end: int, floor: int) -> tuple[int, Qualifier]:
    """The token after the number, back past "-odd" or "+", and what that says of it."""
    meaning = _AROUND.get(tokens.lower[end - 1]) if end - 1 > floor else None
    if meaning is None:
        return end, Qualifier.EXACT
    end -= 1
    return (end - 1 if tokens.hyphen(end - 1) else end), meaning


def _past_restated(tokens: Tokens, end: int, floor: int) -> int:
    """The token after a number, back past the same number in brackets: "two (2) kilometres", "200 (two hundred) metres"."""
    if tokens.words[end - 1] != ")":
        return end
    opening = next((at for at in range(end - 3, max(floor, end - _LONGEST_RESTATED), -1) if tokens.words[at] == "("), None)
    if opening is None:
        return end
    again, number = parse_number(tokens, opening + 1), _number_before(tokens, opening, max(floor, opening - _WINDOW))
    same = again == (number[1][0], end - 1) if number is not None and number[1] else False
    return opening if same else end


def _power_after(tokens: Tokens, end: int) -> bool:
    """Whether a power follows: "km²", "km2", "feet squared"."""
    return tokens.lower[end] == "squared" or (tokens.words[end] in ("²", "³", "2", "3", "^") and tokens.glued(end))


def _and_a_half(tokens: Tokens, figures: tuple[str, ...], end: int) -> tuple[tuple[str, ...], int]:
    """The figures and the end of "a mile and a half"."""
    if tokens.lower[end] != "and" or tokens.lower[end + 1] not in ("a", "one", "three"):
        return figures, end
    more = parse_number(tokens, end + 1)
    if more is None or not more[0].startswith("0."):
        return figures, end
    return (plain(Decimal(figures[-1]) + Decimal(more[0])),), more[1]


def _is_name(tokens: Tokens, core: int, unit: int) -> bool:
    """Whether number and unit are parts of a name: "Ten Mile", "Three Mile Island"."""
    word = tokens.words[unit]
    if not (word.istitle() and tokens.lower[unit] in LONG):
        return False
    following = tokens.words[unit + 1]
    number = tokens.words[core]
    return (number.istitle() and core > 0) or following.istitle() or (tokens.lower[unit] in SINGULAR and number.istitle())


def _is_yard(tokens: Tokens, core: int, unit: int) -> bool:
    """Whether "a yard" is the ground behind a house rather than three feet."""
    return tokens.lower[unit] == "yard" and tokens.lower[core] == "a" and tokens.lower[unit + 1] not in ("from", "away", "off", "of", "or")


def _number_before(tokens: Tokens, end: int, floor: int) -> tuple[int, tuple[str, ...]] | None:
    """The number or vague amount that ends right before a token: its first token and its figures, none for a vague amount."""
    lower = tokens.lower
    start = end
    while start > floor and _numberish(tokens, start - 1):
        start -= 1
    if lower[start - 1] in _BEFORE_DOZEN or (lower[start] == "of" and lower[start - 1] in _VAGUE):
        return _vague_before(tokens, end, floor)
    for at in range(start, end):
        figures = _figures_exactly(tokens, at, end)
        if figures is not None:
            return at, figures
    return _vague_before(tokens, end, floor) if lower[end - 1] in _VAGUE_PARTS or _bare_unit(tokens, end) else None


def _numberish(tokens: Tokens, index: int) -> bool:
    """Whether a token can be part of a number, a range or a vague amount."""
    word = tokens.lower[index]
    return word in NUMERAL_WORDS or word in _IN_NUMBERS or word in GLYPHS or (word[-1:].isdecimal() and numeral(word) is not None)


def _figures_exactly(tokens: Tokens, at: int, end: int) -> tuple[str, ...] | None:
    """The figures of a number, or of a range without an inner unit, that fills the tokens exactly."""
    if tokens.lower[at] in ("a", "an") and at + 1 == end:
        return ("1",)
    first = parse_number(tokens, at)
    if first is None or first[1] == end:
        return None if first is None else (first[0],)
    joint = first[1]
    if not _joins_figures(tokens, joint, at):
        return None
    if tokens.words[joint] in HYPHENS and tokens.lower[joint + 1] in ("to", "or"):
        joint += 1  # five- to ten-mile
    second = parse_number(tokens, joint + 1)
    rising = second is not None and second[1] == end and float(second[0]) > float(first[0])
    return (first[0], second[0]) if second is not None and rising else None


def _joins_figures(tokens: Tokens, joint: int, first: int) -> bool:
    """Whether a token joins the figure that starts at `first` to a second one: "10-15", "5~6", "between 20 and 30"."""
    if tokens.lower[joint] == "and":
        return tokens.lower[first - 1] == "between"
    if tokens.words[joint] in HYPHENS and not tokens.glued(joint) and tokens.lower[first - 1] in _MAGNITUDES:
        return False  # M 5.6 - 12 km SSW of
    return tokens.lower[joint] in _RANGE_WORDS


def _vague_before(tokens: Tokens, end: int, floor: int) -> tuple[int, tuple[str, ...]] | None:
    """As in "a few", "dozens of", "several hundred", or nothing at all before a plural unit ("within miles of")."""
    lower = tokens.lower
    start = end
    while start > floor and lower[start - 1] in _VAGUE_PARTS:
        start -= 1
    if any(lower[at] in _VAGUE for at in range(start, end)):
        if lower[start] == "of":
            start += 1
        if lower[start] == "some" and start + 1 < end:
            start += 1
        return start, ()
    return (end, ()) if _bare_unit(tokens, end) else None


def _bare_unit(tokens: Tokens, unit: int) -> bool:
    """Whether a plural unit stands without a number where a distance is meant: "within miles of", "miles away"."""
    lower = tokens.lower
    if lower[unit] not in PLURAL:
        return False
    return lower[unit + 1] in ("from", "away", "off", "outside") or lower[unit - 1] in ("within", "just", "only", "mere")


def _ranged(tokens: Tokens, lengths: list[Length]) -> list[Length]:
    """Lengths joined to a range: "15km to 25km", "between 5 km and 10 km", "700 m to 1 km"."""
    out: list[Length] = []
    for length in lengths:
        previous = out[-1] if out else None
        if previous is not None and previous.unit is Unit.METRE and length.unit is Unit.KILOMETRE:
            previous = _in_kilometres(previous)
        if previous is not None and _joins_range(tokens, previous, length):
            figures = (*previous.figures, *length.figures)
            out[-1] = replace(previous, end=length.end, figures=figures, qualifier=Qualifier.RANGE, unit_at=length.unit_at)
        else:
            out.append(length)
    return out


def _in_kilometres(length: Length) -> Length:
    """A length in metres as one in kilometres: the lower end of "700 m to 1 km"."""
    figures = tuple(plain(Decimal(figure) / 1000) for figure in length.figures)
    return replace(length, figures=figures, unit=Unit.KILOMETRE)


def _joins_range(tokens: Tokens, first: Length, second: Length) -> bool:
    if not (first.unit is second.unit and len(first.figures) == 1 == len(second.figures) and second.core == first.end + 1):
        return False
    joint = tokens.lower[first.end]
    if float(second.figures[0]) <= float(first.figures[0]):
        return False
    return joint in _RANGE_WORDS or (joint == "and" and tokens.lower[first.core - 1] == "between")


def _paired(tokens: Tokens, lengths: list[Length]) -> list[Length]:
    """Lengths with the same one in a second unit: "20 miles (32 km)", "32 km, or 20 miles,", "12-mile (20-kilometre)", "5 km/3 miles"."""
    out: list[Length] = []
    for length in lengths:
        previous = out[-1] if out else None
        end = None if previous is None else _pair_end(tokens, previous, length)
        if previous is not None and end is not None:
            out[-1] = replace(previous, alternative=replace(length, start=length.core), end=end)
        else:
            out.append(length)
    return [_with_empty_bracket(tokens, length) for length in out]


def _pair_end(tokens: Tokens, first: Length, second: Length) -> int | None:
    """The token after a pair, or None where two lengths are not one."""
    if first.alternative is not None or first.unit is second.unit or first.squared or second.squared:
        return None
    between = tuple(tokens.lower[first.end : second.core])
    if between[:1] in (("(",), ("[",)):
        return _bracket_end(tokens, between[1:], second.end)
    if between not in _PAIRING or not _alike(first, second):
        return None
    return second.end + (between == (",", "or") and tokens.words[second.end] == ",")


def _bracket_end(tokens: Tokens, words: tuple[str, ...], end: int) -> int | None:
    """The token after the bracket that closes behind a second length, where only qualifying words stand before that: "(or about 32 km)"."""
    if len(words) > _MOST_IN_BRACKET or not all(word in ("or", ".") or qualifies(word) for word in words):
        return None
    end += tokens.words[end] in HYPHENS
    return end + 1 if tokens.words[end] in (")", "]") else None


def _alike(first: Length, second: Length) -> bool:
    """Whether two lengths are nearly the same length."""
    if not first.figures or not second.figures:
        return False
    one, two = float(first.figures[-1]) * first.unit.metres, float(second.figures[-1]) * second.unit.metres
    return abs(one - two) <= 0.12 * max(one, two)


def _with_empty_bracket(tokens: Tokens, length: Length) -> Length:
    """Past a unit in brackets that has no figure: "a few kilometres (miles)"."""
    if (
        length.alternative is None
        and tokens.words[length.end] == "("
        and is_unit_word(tokens.lower[length.end + 1])
        and tokens.words[length.end + 2] == ")"
    ):
        return replace(length, end=length.end + 3)
    return length


def _qualified(tokens: Tokens, length: Length) -> Length:
    """A length with the words round it that qualify it."""
    start, before = qualifiers_before(tokens, length.core)
    end, after = qualifiers_after(tokens, length.end)
    if length.qualifier is Qualifier.RANGE:
        qualifier = Qualifier.RANGE
        start -= tokens.lower[start - 1] == "between"
    else:
        qualifier = strongest([*before, length.qualifier, *after])
    if (start, end, qualifier) == (length.start, length.end, length.qualifier):
        return length
    return replace(length, start=start, end=end, qualifier=qualifier)
