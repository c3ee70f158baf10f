"""What a web page states of itself: schema.org's JSON-LD, OpenGraph and other meta elements, time elements, the canonical link.

Only a day that is stated as that of publication counts. Nothing is taken from the address, a copyright line or a day of change.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from geomap.readers.dates import parse_day_in_any_language

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title", "headline")
_PUBLISHERS = ("og:site_name", "dc.publisher", "dcterms.publisher", "citation_publisher", "citation_journal_title", "application-name")
_DAYS = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "citation_publication_date",
    "citation_date",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "cxenseparse:recs:publishtime",
    "dc.date",
)
"""Names of meta elements for the day of publication, the most explicit first."""
_ARTICLES = frozenset(
    """article newsarticle reportagenewsarticle backgroundnewsarticle analysisnewsarticle opinionnewsarticle reviewnewsarticle blogposting
    liveblogposting report scholarlyarticle techarticle socialmediaposting advertisercontentarticle satiricalarticle webpage""".split()
)
_MOST_CHARS = 500
_MOST_NODES = 2000
"""So much of a page's JSON-LD is looked at."""


def stated_by(tree: HtmlElement) -> dict[str, str]:
    """Title, publisher, published (as YYYY-MM-DD) and url, as far as a page states them.

    >>> from lxml import html
    >>> page = html.fromstring('<html><head><meta property="og:site_name" content="Harbour News"></head><body>A ship sank.</body></html>')
    >>> stated_by(page)
    {'publisher': 'Harbour News'}
    """
    metas = _metas(tree)
    article = _article(tree)
    found = {
        "title": _first(
            _text(article.get("headline")), *(metas.get(name) for name in _TITLES), _only(tree, "//h1"), _only(tree, "//title")
        ),
        "publisher": _first(_name(article.get("publisher")), *(metas.get(name) for name in _PUBLISHERS)),
        "published": _day(_text(article.get("datePublished")), *(metas.get(name) for name in _DAYS), *_times(tree)),
        "url": _address(_text(article.get("url")), *tree.xpath("//link[@rel='canonical']/@href"), metas.get("og:url")),
    }
    return {key: value for key, value in found.items() if value}


def _metas(tree: HtmlElement) -> dict[str, str]:
    """The contents of the meta elements by name, the first of each."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = element.get("content")
        for key in ("property", "name", "itemprop"):
            name = element.get(key)
            if name and content:
                found.setdefault(name.strip().lower(), content)
    return found


def _article(tree: HtmlElement) -> dict[str, Any]:
    """The first thing in the page's JSON-LD that is an article, else an empty one."""
    pages: list[dict[str, Any]] = []
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            data = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for node in _nodes(data):
            kinds = node.get("@type")
            names = {str(kind).lower() for kind in (kinds if isinstance(kinds, list) else [kinds])}
            if names & _ARTICLES:
                if names != {"webpage"}:
                    return node
                pages.append(node)
    return pages[0] if pages else {}


def _nodes(data: Any) -> Iterator[dict[str, Any]]:
    """The objects of JSON-LD, outer ones first, not endlessly many."""
    queue = [data]
    for at in range(_MOST_NODES):
        if at >= len(queue):
            return
        item = queue[at]
        if isinstance(item, dict):
            yield item
            queue += [value for value in item.values() if isinstance(value, (dict, list))]
        elif isinstance(item, list):
            queue += item[:_MOST_NODES]


def _times(tree: HtmlElement) -> Iterator[str]:
    """The days of time elements that are marked as those of publication."""
    for element in tree.iter("time"):
        marks = f"{element.get('itemprop', '')} {element.get('class', '')}".lower()
        if "publish" in marks or "pubdate" in element.attrib or "pubdate" in marks or "entry-date" in marks:
            yield element.get("datetime") or element.text_content()


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _name(value: Any) -> str | None:
    """The name of an organisation, which JSON-LD gives as text, as an object or as a list of these."""
    if isinstance(value, list):
        value = value[0] if value else None
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _only(tree: HtmlElement, path: str) -> str | None:
    """The text of an element, where there is one such."""
    found = tree.xpath(path)
    return found[0].text_content() if len(found) == 1 else None


def _first(*values: str | None) -> str | None:
    """The first that says something, on one line."""
    return next((" ".join(value.split())[:_MOST_CHARS] for value in values if value and value.strip()), None)


def _day(*values: str | None) -> str | None:
    """The first that names a day, as written where it was published: a time's zone does not move it."""
    for value in values:
        words = (value or "").strip()[:_MOST_CHARS]
        day = parse_day_in_any_language(words[:10] if words[4:5] == "-" else words) if words else None
        if day is not None:
            return day.isoformat()
    return None


def _address(*values: str | None) -> str | None:
    return next((value.strip() for value in values if value and value.strip().startswith(("http://", "https://"))), None)
