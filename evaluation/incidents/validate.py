"""Whether each gold.json says only what can be true of its own folder: `validate.py [FOLDER ...]`, all folders beside this file without one.

Every quote is an exact substring of its report's body once white space is folded, every name of a claim, an incident or a report is known,
and no identifier is given twice. Prints what is wrong, a line each, and ends with status 1 if anything is.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path


def folded(text: str) -> str:
    """A text with each run of white space as one blank."""
    return " ".join(text.split())


def bodies(folder: Path) -> dict[str, str]:
    """The folded text of each report, without its front matter, by the name of its file."""
    return {path.stem: folded(path.read_text(encoding="utf-8").split("\n---\n", 1)[1]) for path in sorted(folder.glob("*.md"))}


def faults(folder: Path) -> Iterator[str]:
    """What is wrong in a folder."""
    gold, texts = json.loads((folder / "gold.json").read_text(encoding="utf-8")), bodies(folder)
    names = [claim["id"] for claim in gold["claims"]]
    yield from (f"claim {name} is given twice" for name in sorted({name for name in names if names.count(name) > 1}))
    for claim in gold["claims"]:
        if folded(claim["quote"]) not in texts.get(claim["report"], ""):
            yield f"claim {claim['id']}: not in the report {claim['report']}: {claim['quote']}"
        if claim["about"] and claim["about"] not in gold["events"]:
            yield f"claim {claim['id']}: no incident {claim['about']}"
    for pair in gold["checks"] + gold["never"]:
        yield from (f"a pair names no claim: {name}" for name in pair["claims"] if name not in names)
    yield from (f"in no report: {quote}" for quote in gold["not_claims"] if not any(folded(quote) in text for text in texts.values()))
    yield from (f"no report {item['report']}" for item in gold["sources"] if item["report"] not in texts)


def main() -> int:
    """Validate the folders that the command line names."""
    folders = [Path(name) for name in sys.argv[1:]] or sorted(path.parent for path in Path(__file__).parent.glob("*/gold.json"))
    wrong = [f"{folder.name}: {fault}" for folder in folders for fault in faults(folder)]
    print("\n".join(wrong or [f"{len(folders)} folders, nothing wrong"]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
