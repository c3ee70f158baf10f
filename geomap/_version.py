"""The version, where every part of the package can ask for it."""

__version__ = "0.1.0"
