"""Names of places in a report: which runs of words are such names, and by what signs.

A report and the gazetteer's names come in; mentions go out.
It does not know which of its namesakes a name means.
"""
