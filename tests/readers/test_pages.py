"""Web pages: the story and not the clutter; what the page states, and no date that it does not."""

from __future__ import annotations

import json
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geomap.errors import ReportError
from geomap.language import extract
from geomap.readers import read_all
from geomap.readers.pages import parse_html

STORY = """
<p>A convoy was struck 12&nbsp;km north of Ferrow on Monday, the army said in a statement that state television read out at night.</p>
<p>Rebels said that it happened more than <b>45 miles</b> from the border post. They gave no further account of the attack, which came
a day after the talks had broken down in the capital.</p>
<h2>The zone</h2><ul><li>The 34-mile exclusion zone around Tanf was not entered, a colonel said.</li><li>Two trucks burned.</li></ul>
"""
CLUTTER = {
    "menu": "<nav><ul><li><a href='/'>Home</a></li><li><a href='/w'>Ships 3 km off Mola</a></li></ul></nav>",
    "cookies": "<div class='cookie-banner' role='dialog'>We and our partners within 5 km of you store cookies. <button>Accept</button></div>",
    "related": "<aside class='related'><h3>Read also</h3><ul><li><a href='/s'>Tanker sinks 40 miles off Mola</a></li></ul></aside>",
    "comments": "<section id='comments' class='comments-area'><h3>Comments</h3><p>I live 2 km from there and heard nothing.</p></section>",
    "script": "<script>var a = 'It fell 7 km from Mola.';</script><style>p::after {content: '8 km from Mola'}</style>",
    "footer": "<footer>© 2019 Harbour News, 9 km from Mola</footer>",
}


def page(head: str = "", body: str = STORY, *, clutter: bool = True) -> bytes:
    before, after = (("menu", "cookies", "script"), ("related", "comments", "footer")) if clutter else ((), ())
    parts = [
        *(CLUTTER[name] for name in before),
        f"<main><article><h1>Convoy hit</h1>{body}</article></main>",
        *(CLUTTER[n] for n in after),
    ]
    return f"<!DOCTYPE html><html><head><title>Convoy hit | Harbour News</title>{head}</head><body>{''.join(parts)}</body></html>".encode()


def document(data: bytes):
    (found,) = parse_html(data, "x.html").documents
    return found


def linked(**fields: object) -> str:
    return f"<script type='application/ld+json'>{json.dumps({'@context': 'https://schema.org', **fields})}</script>"


def test_the_story_is_read_and_the_clutter_is_not(tmp_path):
    (tmp_path / "x.html").write_bytes(page())
    (report,) = read_all([tmp_path]).reports
    found = extract(report)
    assert [claim.span.text for claim in found.claims] == [
        "12 km north of Ferrow",
        "more than 45 miles from the border post",
        "The 34-mile exclusion zone around Tanf",
    ]
    assert all(report.text[c.span.start : c.span.end] == c.span.text for c in found.claims)
    assert "Mola" not in report.text
    assert "I live" not in report.text


def test_the_headline_stands_over_the_story_once():
    text = document(page()).text
    assert text.startswith("Convoy hit\n\n")
    assert text.count("Convoy hit") == 1


@pytest.mark.parametrize(
    ("head", "day"),
    [
        (linked(**{"@type": "NewsArticle", "datePublished": "2021-05-03T23:30:00-04:00", "dateModified": "2022-01-01"}), "2021-05-03"),
        (
            linked(
                **{"@graph": [{"@type": "WebPage", "datePublished": "2020-01-01"}, {"@type": ["Report"], "datePublished": "2021-05-03"}]}
            ),
            "2021-05-03",
        ),
        ("<meta property='article:published_time' content='2021-05-03T08:00:00Z'>", "2021-05-03"),
        ("<meta name='DC.date.issued' content='3 May 2021'>", "2021-05-03"),
        ("<meta itemprop='datePublished' content='2021-05-03'>", "2021-05-03"),
        ("<meta property='article:modified_time' content='2022-01-01T00:00:00Z'>", None),
        ("<meta name='last-modified' content='2022-01-01'>", None),
        ("<link rel='canonical' href='https://harbour.example/2021/05/03/convoy'>", None),
        (linked(**{"@type": "Organization", "foundingDate": "1990-01-01", "datePublished": "1990-01-01"}), None),
        (linked(**{"@type": "NewsArticle", "datePublished": "soon"}), None),
        ("<script type='application/ld+json'>{not json</script>", None),
        ("", None),
    ],
)
def test_only_a_stated_day_of_publication_counts(head, day):
    published = document(page(head)).published
    assert (published.isoformat() if published else None) == day


@pytest.mark.parametrize(
    ("mark", "day"),
    [
        ("<time itemprop='datePublished' datetime='2021-05-03T10:00'>yesterday</time>", "2021-05-03"),
        ("<time class='entry-date published' datetime='2021-05-03'>3 May</time>", "2021-05-03"),
        ("<time datetime='2017-06-06'>the day of the strike</time>", None),
    ],
)
def test_time_elements_count_where_they_say_so(mark, day):
    published = document(page(body=f"{mark}{STORY}")).published
    assert (published.isoformat() if published else None) == day


def test_title_publisher_and_address_are_the_page_s_own():
    head = (
        linked(**{"@type": "NewsArticle", "headline": "Convoy  hit", "publisher": {"@type": "Organization", "name": "Harbour News"}})
        + "<link rel='canonical' href='https://harbour.example/convoy'><meta property='og:site_name' content='HN'>"
    )
    found = document(page(head))
    assert (found.title, found.publisher, found.url) == ("Convoy hit", "Harbour News", "https://harbour.example/convoy")
    assert document(page("<link rel='canonical' href='javascript:alert(1)'>")).url is None


def test_tables_are_read_row_by_row():
    rows = "".join(f"<tr><td>Camp {n}</td><td>{n} km north of Ferrow</td></tr>" for n in range(1, 4))
    assert "| Camp 2 | 2 km north of Ferrow |" in document(page(body=f"{STORY}<table><tbody>{rows}</tbody></table>")).text


@pytest.mark.parametrize(
    ("declared", "encoding"), [("windows-1251", "cp1251"), ("utf-8", "utf-8"), ("iso-8859-1", "cp1251"), ("x-unknown", "utf-8")]
)
def test_encodings(declared, encoding):
    words = "Колонну обстреляли в 20 км к северу от Алеппо, сообщили военные. Грузовики шли к границе с Турцией. " * 3
    text = page(f"<meta charset='{declared}'>", f"<p>{words}</p>").decode().encode(encoding)
    found = document(text).text
    assert "Алеппо" in found


def test_a_page_of_a_few_words_is_still_read():
    parsed = parse_html(b"<html><body><p>It fell 5 km from Homs.</p></body></html>", "x.html")
    assert parsed.documents[0].text == "It fell 5 km from Homs.\n"


@pytest.mark.parametrize("data", [b"", b"<html></html>", b"<!DOCTYPE html>", b"<html><body><script>x</script></body></html>", b"\0" * 50])
def test_a_page_without_words_is_refused(data):
    with pytest.raises(ReportError):
        parse_html(data, "x.html")


@pytest.mark.parametrize(
    "text",
    [
        "<div>" * 20_000 + "It fell 5 km from Homs." + "</div>" * 20_000,
        "<p>" * 5_000,
        "<html><body>" + "<table><tr><td>" * 500 + "x",
        "<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]><html><body><p>&b;&b; It fell.</p></body></html>",
        "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><html><body><p>&a; It fell 5 km from Homs.</p></body></html>",
        "<?xml version='1.0' encoding='utf-16'?><html><body><p>It fell 5 km from Homs.</p></body></html>",
        "<html><body><p>" + "&#0;&#xD800;&#x110000;" * 50 + "It fell.</p></body></html>",
        "<html><head><meta charset='" + "a" * 5000 + "</head>It fell 5 km from Homs.",
        "<script type='application/ld+json'>" + "[" * 100_000 + "</script><p>It fell.",
    ],
)
def test_hostile_pages_end_well(text):
    try:
        found = document(text.encode())
    except ReportError:
        return
    assert "root:" not in found.text
    assert "\0" not in found.text


def test_a_line_break_does_not_cut_a_claim(tmp_path):
    (tmp_path / "x.html").write_bytes(page(body=f"{STORY}<p>The ship was inside the 20-mile<br>exclusion zone around Mola at noon.</p>"))
    (report,) = read_all([tmp_path]).reports
    assert "20-mile\nexclusion zone around Mola" in [claim.span.text for claim in extract(report).claims][-1]


@pytest.mark.parametrize(
    ("one", "other", "day"),
    [
        ("2021-05-03", "2021-05-03T23:00:00Z", "2021-05-03"),
        ("2021-05-03T23:00:00-04:00", "2021-05-04T03:00:00Z", "2021-05-03"),
        ("2021-05-03", "2021-06-07", None),
    ],
)
def test_days_that_contradict_each_other_are_not_taken(one, other, day):
    head = linked(**{"@type": "NewsArticle", "datePublished": one}) + f"<meta property='article:published_time' content='{other}'>"
    (parsed,) = (parse_html(page(head), "x.html"),)
    published = parsed.documents[0].published
    assert (published.isoformat() if published else None) == day
    assert any("several days" in note for note in parsed.notes) == (day is None)


def test_another_article_s_metadata_are_not_the_page_s():
    other = {"@type": "NewsArticle", "headline": "Ferry sinks", "datePublished": "2001-01-01", "publisher": {"name": "Elsewhere"}}
    found = document(page(linked(**{"@type": "WebSite", "mentions": other, "hasPart": [other]})))
    assert (found.title, found.publisher, found.published) == ("Convoy hit", None, None)
    own = {"@type": "NewsArticle", "headline": "Convoy hit", "datePublished": "2021-05-03"}
    found = document(page(linked(**{"@graph": [other, own]})))
    assert (found.title, str(found.published)) == ("Convoy hit", "2021-05-03")
    assert document(page(linked(**{"@graph": [other, {**other, "datePublished": "2002-02-02"}]}))).published is None


def test_a_heading_that_is_a_day_is_not_that_of_publication():
    assert document(page(body=f"<h2>6 June 2017</h2>{STORY}")).published is None


def test_reading_leaves_nothing_behind():
    import logging

    first, second = page(), page(body="<p>Another story of a ferry that ran aground 5 km off Mola on Sunday, in a gale.</p>")
    alone = document(first)
    document(second)
    assert document(first) == alone
    assert document(first) == alone
    assert logging.getLogger("trafilatura").level == logging.NOTSET


def test_a_deep_page_is_read_as_far_as_it_can_be():
    assert "5 km from Homs" in document(("<html><body>" + "<div>" * 300 + "<p>It fell 5 km from Homs.</p>").encode()).text
    parsed = parse_html(("<html><body><p>It fell 5 km from Homs.</p>" + "<div>" * 5000 + "<p>Deep down.</p>").encode(), "x.html")
    assert "5 km from Homs" in parsed.documents[0].text
    assert any("deeply" in note for note in parsed.notes)


def test_a_page_that_is_one_long_list_is_read_whole():
    rows = "".join(f"<tr><td>Camp {n}</td><td>{n} km from Homs</td></tr>" for n in range(20_000))
    parsed = parse_html(f"<html><body><table>{rows}</table></body></html>".encode(), "x.html")
    assert "| Camp 19999 | 19999 km from Homs |" in parsed.documents[0].text
    assert any("all of it" in note for note in parsed.notes)


@pytest.mark.parametrize("quote", ["", "'", '"'])
def test_an_element_of_very_many_attributes_is_refused(quote):
    attributes = " ".join(f"a{n}={quote}<1>{quote}" if quote else f"a{n}" for n in range(20_000))
    with pytest.raises(ReportError, match="attributes"):
        document(f"<html><body {attributes}><p>It fell 5 km from Homs.</p></body></html>".encode())


@settings(max_examples=60)
@given(st.lists(st.sampled_from(["<p>", "</p>", "<div", ">", "<!--", "-->", "<table>", "<td>", "5 km from Homs. ", "&amp;", "&#", "<time datetime='",
                                 "'", '"', "<meta name=date content=", "<script type='application/ld+json'>", "{", "</script>", "<html", "<body>", "\ufeff", "é"])))  # fmt: skip
def test_any_tag_salad_is_read_or_refused(parts):
    with suppress(ReportError):
        assert document("".join(parts).encode()).text.strip()


def test_one_page_leaves_no_trace_in_the_next():
    assert [document(page()).text for _ in range(4)] == [document(page()).text] * 4
