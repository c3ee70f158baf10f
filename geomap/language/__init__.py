"""What reports say: sentences, quantities, names, claims, who said them, when, and of what.

A report and the gazetteer's names come in; mentions, claims and what each clause tells of an incident go out, each with its span.
It knows no coordinates but those that are written, resolves no name, and joins no two claims.
"""

from __future__ import annotations

from geomap.language.claims.extract import extract

__all__ = ["extract"]
