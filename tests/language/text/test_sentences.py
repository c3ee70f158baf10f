from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from geomap.language.text.sentences import split_sentences
from geomap.language.text.tokens import tokenise
from geomap.model import Report


def split(text: str) -> list[str]:
    return [span.text for span in split_sentences(Report(id="r", text=text))]


def test_abbreviations_titles_and_decimals_do_not_end_a_sentence():
    text = "Gen. Ito left Mt. Arvo at 5 p.m. on Friday. The U.S. Navy stayed 2.5 km off St. Lys."
    assert split(text) == ["Gen. Ito left Mt. Arvo at 5 p.m. on Friday.", "The U.S. Navy stayed 2.5 km off St. Lys."]


def test_a_wrapped_line_goes_on_but_a_headline_and_a_list_item_stand_alone():
    text = "Shelling near Arvo\n\nThe column stopped for the night about ten kilometres to the west of the\nvillage of Lys. It moved on.\n- 3 km N of Dor\n- Kel"
    assert split(text) == [
        "Shelling near Arvo",
        "The column stopped for the night about ten kilometres to the west of the\nvillage of Lys.",
        "It moved on.",
        "- 3 km N of Dor",
        "- Kel",
    ]


def test_quotes_close_with_their_sentence():
    assert split("“We left.” They came back. ‘No!’ he said.") == ["“We left.”", "They came back.", "‘No!’ he said."]


@given(st.text(max_size=400))
def test_every_character_that_is_no_space_lies_in_exactly_one_sentence(text):
    report = Report(id="r", text=text)
    covered = [0] * len(text)
    for span in split_sentences(report):
        assert span.text == span.text.strip()
        for at in range(span.start, span.end):
            covered[at] += 1
    assert all(count == 1 for count, character in zip(covered, text, strict=True) if not character.isspace())


@given(st.text(max_size=200))
def test_tokens_are_the_text_without_its_spaces(text):
    for span in split_sentences(Report(id="r", text=text)):
        tokens = tokenise(span)
        assert "".join(tokens.words) == "".join(span.text.split())
        assert [text[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)] == tokens.words


def test_an_endless_sentence_is_cut_into_bounded_pieces():
    pieces = split("word, " * 5000)
    assert len(pieces) > 1
    assert max(map(len, pieces)) <= 1500
