"""What can go wrong, as one tree.

GeomapError
├── InputError (ValueError)          a report, case file or table cannot be used as it is
│   ├── ReportError                  a report cannot be read
│   ├── CaseFileError                a case file is malformed or names what does not exist
│   ├── UsageError                   the command's words do not fit together
│   └── GeoreferenceError            a point and radius cannot be worked out from what is given
│       ├── LocalityError            a locality cannot be put anywhere
│       └── UnknownNameError (KeyError)  no compass point, or no kind of feature, has that name
├── ChoiceError (LookupError)        an analyst's choice names a place or claim that is not there
├── GazetteerError (RuntimeError)    the gazetteer cannot be built or opened
└── MissingExtraError (ImportError)  an optional dependency is not installed
"""

from __future__ import annotations


class GeomapError(Exception):
    """Root of everything that geomap raises on purpose; its message is one line fit to print."""


class InputError(GeomapError, ValueError):
    """Input that cannot be used: says where, what is wrong, and how to mend it.

    Catch it to go on with the next file; `source` and `place` say which one this was.
    """

    def __init__(self, reason: str, *, source: str | None = None, place: str | None = None, mend: str | None = None) -> None:
        self.reason = reason
        self.source = source
        self.place = place
        self.mend = mend
        where = ", ".join(part for part in (source, place) if part)
        message = f"{where}: {reason}" if where else reason
        super().__init__(f"{message}; {mend}" if mend else message)


class ReportError(InputError):
    """A report cannot be read: missing, binary, wrongly encoded, empty or malformed."""


class CaseFileError(InputError):
    """A case file is malformed, or names a report, claim or place that does not exist."""


class UsageError(InputError):
    """The arguments of a command do not fit together; nothing was done."""


class GeoreferenceError(InputError):
    """A point and radius cannot be worked out from what is given: a length below zero, a convention that is not there."""


class UnknownNameError(GeoreferenceError, KeyError):
    """A name is none of a fixed list: no compass point, or no kind of feature with a default radial."""

    __str__ = Exception.__str__
    """The message alone, where a KeyError would quote it."""


class LocalityError(GeoreferenceError):
    """A locality is not understood, or its place is not known or one of several; the message lists them."""


class ChoiceError(GeomapError, LookupError):
    """A choice names a mention, claim or place that the case does not have."""


class GazetteerError(GeomapError, RuntimeError):
    """The gazetteer cannot be built, opened or read; building it again is the usual mend."""


class MissingExtraError(GeomapError, ImportError):
    """A capability needs an optional dependency; the message says what to install."""
