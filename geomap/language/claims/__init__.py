"""Rules from sentences to spatial claims, one relation or look-alike a file.

Sentences with their phrases, lengths and directions come in; claims, and lengths that are none, go out.
It resolves no name and joins no two claims.
"""
