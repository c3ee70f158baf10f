"""A recogniser round a trained spaCy pipeline, which the user has and names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from geomap.errors import MissingExtraError, UsageError
from geomap.language.toponyms.toponyms import mentions_at
from geomap.model import Mention, Report

if TYPE_CHECKING:
    from spacy.language import Language

LABELS = frozenset(("GPE", "LOC", "FAC", "NORP", "LOCATION", "PLACE"))
"""Labels of places, and of nationality words, in the schemes that spaCy's pipelines are trained with: OntoNotes, WikiNER and their kin."""
_UNUSED = frozenset(("lemmatizer", "trainable_lemmatizer", "parser", "senter", "textcat", "textcat_multilabel", "morphologizer"))
"""Components whose results no trained recogniser of names looks at."""
_RULERS = frozenset(("entity_ruler", "span_ruler"))
"""Components whose patterns may ask for the results of any other."""
_MOST_CODE_POINTS = 100_000
"""A longer text goes through the pipeline in pieces, for its memory grows with their length."""


class SpacyRecognizer:
    """Finds names of places by a spaCy pipeline; see `geomap.language.toponyms.toponyms.Recognizer`."""

    def __init__(self, model: str) -> None:
        """Load a pipeline by the name of its package, such as en_core_web_sm, or by its folder.

        Raises MissingExtraError where spaCy or the pipeline is not installed, UsageError where it cannot be loaded or finds no names.
        """
        self.model = model
        self._pipeline = _loaded(model)

    def __call__(self, report: Report) -> Sequence[Mention]:
        """The mentions of a report, by position."""
        pieces = list(_pieces(report.text))
        documents = self._pipeline.pipe(report.text[start:end] for start, end in pieces)
        return mentions_at(
            report,
            (
                (start + entity.start_char, start + entity.end_char)
                for (start, _), document in zip(pieces, documents, strict=True)
                for entity in document.ents
                if entity.label_ in LABELS
            ),
        )


def _loaded(model: str) -> Language:
    try:
        import spacy  # noqa: PLC0415  (an extra, and slow to import)
    except ImportError:
        raise MissingExtraError("the recogniser spacy needs spaCy; install it with: pip install 'geomap[spacy]'") from None
    if not model:
        raise UsageError("the recogniser spacy needs the name of a pipeline", mend="write spacy:NAME, such as spacy:en_core_web_sm")
    try:
        pipeline = spacy.load(model)
    except OSError:
        message = f"spaCy has no pipeline {model!r}; install it with: python -m spacy download {model} (or name a pipeline's folder)"
        raise MissingExtraError(message) from None
    except Exception as error:  # noqa: BLE001  (a pipeline is other people's code, and may raise anything)
        raise UsageError(f"spaCy cannot load the pipeline {model!r}: {' '.join(str(error).split())}") from None
    if not LABELS.intersection(_labels(pipeline)):
        raise UsageError(
            f"the pipeline {model!r} finds no names of places", mend=f"take one that has a label of {', '.join(sorted(LABELS))}"
        )
    factories = {name: pipeline.get_pipe_meta(name).factory for name in pipeline.pipe_names}
    if _RULERS.isdisjoint(factories.values()):
        pipeline.disable_pipes(*(name for name, factory in factories.items() if factory in _UNUSED))
    return pipeline


def _labels(pipeline: Language) -> set[str]:
    """The labels of a pipeline's components."""
    return {label for labels in pipeline.pipe_labels.values() for label in labels}


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """A text cut at ends of paragraphs, else of lines or words, so that no piece is too long."""
    start = 0
    while start < len(text):
        end = len(text)
        if end - start > _MOST_CODE_POINTS:
            limit = start + _MOST_CODE_POINTS
            cuts = (text.rfind(mark, start + 1, limit) for mark in ("\n\n", "\n", " "))
            end = next((cut for cut in cuts if cut > start), limit)
        yield start, end
        start = end
