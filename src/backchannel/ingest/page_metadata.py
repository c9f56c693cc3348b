"""What the head of a page says of it: title, outlet, day of publication, address.

Each fact comes as `[value, origin]`. Linked data is believed before meta tags, for it
is written for machines; htmldate searches the page for a day that neither gives.
"""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date

from htmldate import find_date
from lxml.html import HtmlElement, tostring

_ARTICLE_TYPES = ("article", "posting", "report")
_TITLE_TAGS = ("og:title", "twitter:title", "dc.title", "parsely-title", "headline")
_OUTLET_TAGS = ("og:site_name", "dc.publisher", "publisher", "application-name")
_DAY_TAGS = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "parsely-pub-date",
    "pubdate",
    "publishdate",
    "dc.date",
    "date",
)
_DAY = re.compile(r"\s*(\d{4}-\d{2}-\d{2})(?!\d)")
#: Nodes of linked data to look at; a page of the press has some dozens.
_MOST_NODES = 2_000
_MONTHS = 12

Fact = list[str]


def find_metadata(tree: HtmlElement) -> Mapping[str, object]:
    """Return the facts found, by name; a fact that the page does not tell is absent."""
    linked, tags = _linked_data(tree), _tags(tree)
    outlet = linked.get("outlet") or _first(tags, _OUTLET_TAGS)
    title = linked.get("title") or _first(tags, _TITLE_TAGS) or _heading(tree)
    day = linked.get("published") or _day_of_tags(tags) or _searched_day(tree)
    if title and outlet:
        title = [_without_outlet(title[0], outlet[0]), title[1]]
    facts = {"title": title, "outlet": outlet, "published": day, "url": _address(tree)}
    return {name: fact for name, fact in facts.items() if fact}


def _linked_data(tree: HtmlElement) -> dict[str, Fact]:
    for script in tree.xpath('//script[@type="application/ld+json"]'):
        for node in _nodes(script.text_content()):
            if any(kind in _type(node) for kind in _ARTICLE_TYPES):
                return _article(node)
    return {}


def _nodes(source: str) -> Iterator[Mapping[str, object]]:
    try:
        waiting = [json.loads(source, strict=False)]
    except (ValueError, RecursionError):
        return
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting.extend(node)
        elif isinstance(node, dict):
            yield node
            waiting.extend(node.get(name) for name in ("@graph", "mainEntity"))


def _type(node: Mapping[str, object]) -> str:
    return str(node.get("@type", "")).lower()


def _article(node: Mapping[str, object]) -> dict[str, Fact]:
    values = {
        "title": _words(node.get("headline")) or _words(node.get("name")),
        "outlet": _name(node.get("publisher")) or _name(node.get("sourceOrganization")),
        "published": _day(_words(node.get("datePublished"))),
    }
    return {name: [value, "json-ld"] for name, value in values.items() if value}


def _name(value: object) -> str:
    if isinstance(value, list):
        value = value[0] if value else None
    return _words(value.get("name") if isinstance(value, dict) else value)


def _words(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _day(value: str) -> str:
    found = _DAY.match(value)
    if found is None:
        return ""
    try:
        return date.fromisoformat(found.group(1)).isoformat()
    except ValueError:
        return ""


def _tags(tree: HtmlElement) -> dict[str, str]:
    """Return the meta tags by name, in lower case; of several the first counts."""
    tags: dict[str, str] = {}
    for tag in tree.xpath("//meta[@content]"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or ""
        tags.setdefault(name.lower(), _words(tag.get("content")))
    return tags


def _first(tags: Mapping[str, str], names: tuple[str, ...]) -> Fact | None:
    return next(([tags[name], "meta"] for name in names if tags.get(name)), None)


def _day_of_tags(tags: Mapping[str, str]) -> Fact | None:
    days = (_day(tags.get(name, "")) for name in _DAY_TAGS)
    return next(([day, "meta"] for day in days if day), None)


def _heading(tree: HtmlElement) -> Fact | None:
    headings = [_words(one.text_content()) for one in tree.iter("h1")]
    if len(headings) == 1 and headings[0]:
        return [headings[0], "heading"]
    title = _words(tree.findtext(".//title"))
    return [title, "title tag"] if title else None


def _without_outlet(title: str, outlet: str) -> str:
    """Cut " | The Outlet" off; what is left is never empty."""
    found = re.search(rf"\s+[|–—-]\s+{re.escape(outlet)}$", title, re.I)
    return title[: found.start()] if found and found.start() else title


def _searched_day(tree: HtmlElement) -> Fact | None:
    # The extensive search would make 1 January of the year in a copyright line.
    found = find_date(tree, extensive_search=False, original_date=True)
    return [found, "htmldate"] if found and not _guessed(found, tree) else None


def _guessed(day: str, tree: HtmlElement) -> bool:
    """Whether `day` may rest on "04/11/2023", which htmldate takes as day-first."""
    year, month, number = (int(part) for part in day.split("-"))
    if number > _MONTHS or number == month:
        return False
    page = tostring(tree, encoding="unicode")
    if day in page or day.replace("-", "/") in page:
        return False
    either = rf"0?{number}[/.-]0?{month}|0?{month}[/.-]0?{number}"
    return re.search(rf"(?<!\d)(?:{either})[/.-]{year}(?!\d)", page) is not None


def _address(tree: HtmlElement) -> str:
    places = ('//link[@rel="canonical"]/@href', '//meta[@property="og:url"]/@content')
    for place in places:
        for address in tree.xpath(place):
            if address.startswith(("http://", "https://")):
                return str(address)
    return ""
