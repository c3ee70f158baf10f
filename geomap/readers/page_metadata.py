"""What a web page states of itself: schema.org's JSON-LD, OpenGraph and other meta elements, time elements, the canonical link.

Only a day that is stated as that of publication counts. Nothing is taken from the address, a copyright line or a day of change.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from geomap.language.calendar.dates import parse_day_in_any_language

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title", "headline")
_PUBLISHERS = ("og:site_name", "dc.publisher", "dcterms.publisher", "citation_publisher", "citation_journal_title", "application-name")
_DAYS = frozenset(
    """article:published_time og:article:published_time og:published_time datepublished dc.date.issued dcterms.issued dcterms.date.issued
    citation_publication_date citation_date parsely-pub-date sailthru.date pubdate publishdate publish-date publish_date publication_date
    publication-date article.published cxenseparse:recs:publishtime""".split()
)
"""Names of meta elements for the day of publication."""
_ARTICLES = frozenset(
    """article newsarticle reportagenewsarticle backgroundnewsarticle analysisnewsarticle opinionnewsarticle reviewnewsarticle blogposting
    liveblogposting report scholarlyarticle techarticle socialmediaposting advertisercontentarticle satiricalarticle webpage""".split()
)
_CONTAINERS = ("@graph", "mainEntity", "mainEntityOfPage")
"""Keys of JSON-LD under which the page's own article may stand; what it mentions or is listed with stands under others."""
_PUBLISHED_MARKS = ("datepublished", "dt-published", "entry-date", "published", "publish-date", "pubdate")
_CHANGED_MARKS = ("updated", "modified", "changed")
_MOST_CHARS = 500
_MOST_NODES = 2000
"""So much of a page's JSON-LD is looked at."""


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """What a page states of itself."""

    fields: dict[str, str]
    """title, publisher, published (as YYYY-MM-DD) and url, as far as they are stated."""
    notes: tuple[str, ...] = ()


def stated_by(tree: HtmlElement) -> PageMetadata:
    """What a page states; where its days of publication contradict each other, none is taken and a note says so.

    >>> from lxml import html
    >>> page = html.fromstring('<html><head><meta property="og:site_name" content="Harbour News"></head><body>A ship sank.</body></html>')
    >>> stated_by(page).fields
    {'publisher': 'Harbour News'}
    """
    metas = _metas(tree)
    address = _address(*tree.xpath("//link[@rel='canonical']/@href"), *_stated(metas, ("og:url",)))
    title = _first(*_stated(metas, _TITLES))
    article = _article(tree, title or headline(tree), address)
    days = _days([_text(article.get("datePublished")), *_stated(metas, sorted(_DAYS))]) or _days(_times(tree))
    published, notes = _agreed(days)
    found = {
        "title": _first(_text(article.get("headline")), title, headline(tree)),
        "publisher": _first(_name(article.get("publisher")), *_stated(metas, _PUBLISHERS)),
        "published": published,
        "url": address or _address(_text(article.get("url"))),
    }
    return PageMetadata({key: value for key, value in found.items() if value}, notes)


def headline(tree: HtmlElement) -> str | None:
    """The headline that the page shows: its only heading of the first rank, unless that is the site's name; else its title.

    >>> from lxml import html
    >>> headline(html.fromstring("<html><title>Ferry aground | Harbour News</title><h1>Ferry aground</h1></html>"))
    'Ferry aground'
    """
    title = _only(tree, "//head/title") or ""
    shown = _only(tree, "//h1") or ""
    if not shown or (shown != title and shown in title and not title.startswith(shown)):
        return title or None
    return shown


def _metas(tree: HtmlElement) -> dict[str, list[str]]:
    """The contents of the meta elements by name."""
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        content = element.get("content")
        for key in ("property", "name", "itemprop"):
            name = element.get(key)
            if name and content:
                found.setdefault(name.strip().lower(), []).append(content)
    return found


def _stated(metas: Mapping[str, list[str]], names: Iterable[str]) -> list[str]:
    """The contents of the meta elements of some names, in the order of the names."""
    return [value for name in names for value in metas.get(name, ())]


def _article(tree: HtmlElement, title: str | None, address: str | None) -> dict[str, Any]:
    """The page's own article in its JSON-LD, else an empty one: of several the one with the page's title or address."""
    nodes = list(_articles(tree))
    if len(nodes) > 1:
        nodes = [node for node in nodes if _is_about(node, title, address)] or nodes
    stories = [node for node in nodes if _kinds(node) != {"webpage"}] or nodes
    days = {_text(node.get("datePublished")) for node in stories}
    return stories[0] if stories and len(days) == 1 else {}


def _is_about(node: dict[str, Any], title: str | None, address: str | None) -> bool:
    """Whether a node has the page's title or address."""
    same_title = title is not None and _first(_text(node.get("headline"))) == title
    return same_title or (address is not None and _text(node.get("url")) == address)


def _articles(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    for script in tree.iter("script"):
        if not script.get("type", "").strip().lower().startswith("application/ld+json"):
            continue
        try:
            data = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        yield from (node for node in _nodes(data) if _kinds(node) & _ARTICLES)


def _nodes(data: Any) -> Iterator[dict[str, Any]]:
    """The objects of JSON-LD that may be the page's own, outer ones first, not endlessly many."""
    queue = [data]
    for at in range(_MOST_NODES):
        if at >= len(queue):
            return
        item = queue[at]
        if isinstance(item, dict):
            yield item
            queue += [item[key] for key in _CONTAINERS if isinstance(item.get(key), (dict, list))]
        elif isinstance(item, list):
            queue += item[:_MOST_NODES]


def _kinds(node: dict[str, Any]) -> set[str]:
    kinds = node.get("@type")
    return {str(kind).lower() for kind in (kinds if isinstance(kinds, list) else [kinds])}


def _times(tree: HtmlElement) -> Iterator[str]:
    """The days of time elements that are marked as those of publication: in the article of the headline, where there is one such."""
    within = tree.xpath("//article[.//h1]")
    root = within[0] if len(within) == 1 else tree
    for element in root.iter("time"):
        marks = f"{element.get('itemprop', '')} {element.get('class', '')}".lower().split()
        said = "pubdate" in element.attrib or any(mark in word for word in marks for mark in _PUBLISHED_MARKS)
        if said and not any(mark in word for word in marks for mark in _CHANGED_MARKS):
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
    return _first(found[0].text_content()) if len(found) == 1 else None


def _first(*values: str | None) -> str | None:
    """The first that says something, on one line."""
    return next((" ".join(value.split())[:_MOST_CHARS] for value in values if value and value.strip()), None)


def _days(values: Iterable[str | None]) -> list[dt.datetime]:
    """The days that are stated, as written where it was published: a time's zone does not move them. A day alone has no zone."""
    found: list[dt.datetime] = []
    for value in values:
        words = (value or "").strip()[:_MOST_CHARS]
        moment: dt.datetime | None = None
        try:
            moment = dt.datetime.fromisoformat(words)
        except ValueError:
            day = parse_day_in_any_language(words[:10] if words[4:5] == "-" else words) if words else None
            moment = dt.datetime.combine(day, dt.time(), None) if day else None
        if moment is not None:
            found.append(moment)
    return found


def _agreed(days: list[dt.datetime]) -> tuple[str | None, tuple[str, ...]]:
    """The day that all moments agree on, as YYYY-MM-DD; where they do not, none and a note."""
    if all(_agree(days[0], other) for other in days):
        return days[0].date().isoformat() if days else None, ()
    several = ", ".join(sorted({day.date().isoformat() for day in days}))
    return None, (f"states several days of publication ({several}); none is taken",)


def _agree(one: dt.datetime, other: dt.datetime) -> bool:
    """Whether two moments are of one day somewhere on the earth: the same day, or the same moment in two zones."""
    if one.date() == other.date():
        return True
    if one.tzinfo and other.tzinfo:
        return one == other
    return False


def _address(*values: str | None) -> str | None:
    return next((value.strip() for value in values if value and value.strip().startswith(("http://", "https://"))), None)
