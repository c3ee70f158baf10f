"""How far something has come: who is told, and nobody."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Told how much is done and how much there is."""
StageProgress = Callable[[str, int, int], None]
"""Told the stage's name too, before the two."""


def silent(*told: object) -> None:
    """Progress that nobody watches."""
