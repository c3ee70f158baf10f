"""Reported speech: who says what, and how surely.

Tokens of a sentence come in; speakers, the clauses that are their words, and their stance go out.
It does not know what the clauses claim.
"""
