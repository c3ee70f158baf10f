"""PDF files: the text layer as paragraphs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from geomap.errors import ReportError
from geomap.readers import pdf_layer
from geomap.readers.documents import Parsed, document_of
from geomap.readers.pdf_paragraphs import Line, paragraphs

_MOST_CPU_S = 30
_MOST_SECONDS = 600
"""A process that takes so long although its computing time is bounded waits for what will not come."""
_LISTED = 10


def parse_pdf(data: bytes, source: str) -> Parsed:
    """A PDF file with a text layer: one report, a blank line between paragraphs.

    Running heads stand once, at its end; page numbers are left out. Its title is that of its properties; the day of its making is not
    that of publication, and not taken. Raises ReportError for a file that is encrypted or malformed, and for one whose pages are pictures.
    """
    if not data:
        raise ReportError("the file is empty", source=source)
    if data.lstrip()[:1] == b"<":
        raise ReportError("this is a web page and no PDF file", source=source, mend="give it the suffix .html")
    layer = _layer(data, source)
    pages = [[Line(*line) for line in lines] for lines in layer["pages"]]
    empty = [number for number, lines in enumerate(pages, start=1) if not lines]
    if len(empty) == len(pages):
        raise ReportError(
            "the file has no text layer: its pages are pictures", source=source, mend="run OCR over it first, as with ocrmypdf"
        )
    text = paragraphs(pages)
    title = " ".join(layer["title"].split())
    stated = {"title": title} if _is_title(title, text) else {}
    notes = (f"{source}: no text layer on {_listed(empty)}",) if empty else ()
    return Parsed(documents=(document_of(text, source, stated),), notes=notes)


def _layer(data: bytes, source: str) -> dict[str, Any]:
    """What `pdf_layer` finds, in a process of its own; raises ReportError."""
    command = [sys.executable, "-P", str(Path(pdf_layer.__file__)), str(_MOST_CPU_S)]
    paths = {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    try:
        run = subprocess.run(  # noqa: S603  (our own program; the file comes by standard input)
            command, input=data, capture_output=True, timeout=_MOST_SECONDS, check=False, env=os.environ | paths
        )
        found = json.loads(run.stdout) if run.returncode == 0 else None
    except (subprocess.TimeoutExpired, ValueError, OSError):
        found = None
    if not isinstance(found, dict):
        raise ReportError(
            "takes too much time or memory, or is malformed", source=source, mend="open it in a viewer and print it as PDF again"
        )
    if found.get("error") == pdf_layer.LOCKED:
        raise ReportError("the file is encrypted", source=source, mend="save it without a password")
    if found.get("error") == pdf_layer.TOO_LONG:
        raise ReportError("has too many pages or too much text", source=source, mend="split it")
    if "error" in found:
        raise ReportError("this is no PDF file that can be read", source=source, mend="open it in a viewer and print it as PDF again")
    return found


def _is_title(title: str, text: str) -> bool:
    """Whether the properties' title is one: programs like to put a file's name there. One that the text repeats near its top is."""
    return bool(title) and title.casefold() in " ".join(text[:3000].split()).casefold()


def _listed(numbers: Sequence[int]) -> str:
    words = ", ".join(map(str, numbers[:_LISTED])) + (f" and {len(numbers) - _LISTED} more" if len(numbers) > _LISTED else "")
    return f"page {words}" if len(numbers) == 1 else f"pages {words}"
