"""The words that the rules look up, as plain tables.

Nothing comes in; sets and tables of English words go out.
It knows no text and no rule.
"""
