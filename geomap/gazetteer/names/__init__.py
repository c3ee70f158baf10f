"""How names are compared: folding, transliteration, spelling.

Names come in; keys that spellings of one name share go out.
It knows no place.
"""
