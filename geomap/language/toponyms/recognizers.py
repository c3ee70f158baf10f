"""Recognisers of place names, by what the user calls them.

The built-in one needs no model. Others are plug-ins: any installed package may offer one as an entry point of the group
``geomap.recognizers``, a function that takes the words after the colon and returns a `geomap.language.toponyms.toponyms.Recognizer`. geomap
itself offers ``spacy:PIPELINE`` in this way.
"""

from __future__ import annotations

from importlib.metadata import entry_points
from typing import cast

from geomap.errors import UsageError
from geomap.language.toponyms.toponyms import Recognizer

BUILT_IN = "builtin"
"""What the recogniser by rules and gazetteer is called."""
GROUP = "geomap.recognizers"
"""The group of entry points."""


def load_recognizer(called: str) -> Recognizer | None:
    """The recogniser that is called so: ``builtin`` (None, for it is part of `extract`), or ``NAME:ARGUMENT`` for a plug-in's.

    Raises UsageError for a name that no installed package offers, MissingExtraError where what a plug-in needs is not installed.

    >>> load_recognizer("builtin") is None
    True
    """
    name, _, argument = called.partition(":")
    if name == BUILT_IN and not argument:
        return None
    offered = {entry.name: entry for entry in entry_points(group=GROUP)}
    if name not in offered:
        known = ", ".join([BUILT_IN, *(f"{other}:…" for other in sorted(offered))])
        raise UsageError(f"there is no recogniser {called!r}", mend=f"the ones installed are {known}")
    return cast("Recognizer", offered[name].load()(argument))
