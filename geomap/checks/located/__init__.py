"""Where must it be? Names that no gazetteer has, and events, located by the claims of the reports themselves.

The evidence of claims comes in; areas that are never smaller than what the claims leave room for go out, each with the claims it rests on.
It finds no contradictions and reads no text: which claims cannot stand together is told by the findings.
"""
