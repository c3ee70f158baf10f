"""Can regions meet? Exactly for points, by a certified search for lines, areas and directions.

Regions come in; gaps, witnesses, and which sets can stand together, go out.
It does not know who claims what, and words nothing.
"""
