"""Event mentions: which clauses tell of an incident, of what kind, with whom, on which day.

Sentences and the claims found in them come in; what each clause tells of an incident goes out.
It does not know which mentions are of one incident.
"""
