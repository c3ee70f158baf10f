"""What nobody has looked at tells of no incident that anything is fitted to, under whatever name."""

from __future__ import annotations

import re
from pathlib import Path

EVALUATION = Path(__file__).parents[1] / "evaluation"
LIKE = 0.2
"""Two cases of one day share no more of their names than this, if they are of two incidents."""


def cases(folder: str) -> dict[str, tuple[str, frozenset[str]]]:
    """The day and the names of each case."""
    texts = {path.stem: path.read_text(encoding="utf-8") for path in (EVALUATION / folder).glob("*.txt")}
    days = {name: re.search(r"^=event A \|.*\| *(\S+)$", text, re.MULTILINE) for name, text in texts.items()}
    return {name: (day[1], frozenset(re.findall(r"\b[A-Z][a-z]{3,}\b", texts[name]))) for name, day in days.items() if day}


def test_no_unseen_story_is_of_an_incident_of_the_others():
    seen, unseen = cases("stories"), cases("unseen-stories")
    assert len(seen) > len(unseen) > 100
    assert not [
        (mine, other)
        for mine, (day, names) in unseen.items()
        for other, (that_day, those) in seen.items()
        if len(day) == len("2001-01-01") and day == that_day and len(names & those) > LIKE * min(len(names), len(those))
    ]
