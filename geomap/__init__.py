"""geomap: maps the spatial claims of reports, and says which can be true together."""

from __future__ import annotations

__version__ = "0.1.0"
