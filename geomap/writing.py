"""Files that appear whole or not at all."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def appearing(target: Path) -> Iterator[Path]:
    """A file to write to, that takes the place of `target` when all went well and goes when not; folders are made as needed."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".geomap-") as folder:
        partial = Path(folder, target.name)
        yield partial
        partial.replace(target)


def write_text(path: Path, text: str) -> None:
    """Write a text file in UTF-8 with plain newlines; what UTF-8 cannot hold (lone surrogates) becomes a question mark."""
    with appearing(path) as partial:
        partial.write_text(text, encoding="utf-8", newline="\n", errors="replace")
