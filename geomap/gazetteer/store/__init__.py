"""The gazetteer as SQLite files: built once, opened read-only.

Tables of places, and then names, ids and positions, come in; places go out.
It does not know which of its namesakes a report means.
"""
