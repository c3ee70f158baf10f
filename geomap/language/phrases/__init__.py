"""Noun phrases: names, common nouns, what is measured from, and what pronouns point back to.

Tokens of a sentence and those before it come in; phrases and anchors as mentions go out.
It does not ask the gazetteer, and does not know how the thing told of stands to an anchor.
"""
