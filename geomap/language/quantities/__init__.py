"""Lengths in running text: numerals, units, qualifiers, ranges, second units.

Tokens of a sentence come in; lengths with their figures as written go out.
It does not know what a length is measured from, nor whether it places anything.
"""
