"""Directions and positions: compass words, degrees, UTM, MGRS and plus codes.

Tokens of a sentence come in; compass points and positions with their precision as written go out.
It does not know what lies in the direction or at the position.
"""
