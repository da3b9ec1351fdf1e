"""What a page says about itself: JSON-LD first, then its meta elements, then what it shows."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, cast
from urllib.parse import urlsplit

from detente.reading import days
from detente.records import UNKNOWN, Moment

_ARTICLE = re.compile(r"(?:Article|BlogPosting|Report|NewsItem|AnalysisNewsArticle)$")
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "article:published",
    "published_time",
    "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "date",
    "dc.date", "dc.date.issued", "dc.date.created", "dcterms.created", "dcterms.issued", "dcterms.date",
    "citation_publication_date",
    "citation_date", "article_date_original", "cxenseparse:recs:publishtime", "rnews:datepublished",
)  # fmt: skip
_TITLE = ("og:title", "twitter:title", "parsely-title", "dc.title", "citation_title", "headline")
_OUTLET = ("og:site_name", "publisher", "dc.publisher", "application-name", "citation_journal_title")
_AUTHOR = (
    "author",
    "article:author",
    "byl",
    "dc.creator",
    "parsely-author",
    "sailthru.author",
    "citation_author",
    "dcterms.creator",
)
_DEEPEST = 12  # levels of JSON-LD that are looked into
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?:[/-]|$)")


@dataclass(frozen=True, slots=True)
class Metadata:
    """A page's own word on itself; None and UNKNOWN where it says nothing."""

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None
    date: Moment = UNKNOWN


def read(root: Any) -> Metadata:
    """The metadata of an element tree."""
    meta = _meta(root)
    data = _linked_data(root)
    url = _first(meta, ("og:url", "twitter:url")) or _attribute(root, "//link[@rel='canonical']", "href")
    language = (
        (root.get("lang") or _first(meta, ("og:locale", "language", "content-language", "dc.language")) or "")
        .strip()[:2]
        .lower()
    )
    return Metadata(
        title=_text(data.get("headline")) or _first(meta, _TITLE),
        outlet=_name(data.get("publisher")) or _first(meta, _OUTLET),
        author=_person(_name(data.get("author")) or _first(meta, _AUTHOR)),
        url=url if url and url.startswith("http") else None,
        language=language if len(language) == 2 and language.isalpha() else None,
        date=_date(root, data, meta, url),
    )


def _date(root: Any, data: dict[str, Any], meta: dict[str, str], url: str | None) -> Moment:
    """The day of publication; the address's day only as an inference."""
    shown = _attribute(root, "//time[@itemprop='datePublished' or @pubdate]", "datetime")
    shown = shown or _attribute(root, "//*[@itemprop='datePublished']", "content")
    candidates = [_text(data.get("datePublished")), *(meta.get(name) for name in _PUBLISHED), shown]
    candidates.append(_attribute(root, "//article//time[@datetime]", "datetime"))
    for value in candidates:
        if value and (found := days.stamp(value)):
            return Moment(*found, "explicit")
    m = _IN_ADDRESS.search(urlsplit(url).path) if url else None
    if m:
        try:
            day = date(int(m[1]), int(m[2]), int(m[3]))
        except ValueError:
            return UNKNOWN
        return Moment(day, day, "inferred", f"the page's address has {m[0].strip('/')} in it")
    return UNKNOWN


def _meta(root: Any) -> dict[str, str]:
    """Meta names in lower case → content; the first of each name."""
    found: dict[str, str] = {}
    for element in root.iterfind(".//meta"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").strip().lower()
        content = (element.get("content") or "").strip()
        if name and content:
            found.setdefault(name, content)
    return found


def _linked_data(root: Any) -> dict[str, Any]:
    """The first JSON-LD object that describes an article."""
    for element in root.iterfind(".//script[@type='application/ld+json']"):
        try:
            value: object = json.loads(element.text or "", strict=False)
        except (json.JSONDecodeError, RecursionError):
            continue
        for item in _objects(value, 0):
            kinds = item.get("@type")
            names = cast(list[object], kinds) if isinstance(kinds, list) else [kinds]
            if any(isinstance(k, str) and _ARTICLE.search(k) for k in names):
                return item
    return {}


def _objects(value: object, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        item = cast(dict[str, Any], value)
        yield item
        for inner in item.values():
            yield from _objects(inner, depth + 1)
    elif isinstance(value, list):
        for inner in cast(list[object], value):
            yield from _objects(inner, depth + 1)


def _name(value: object) -> str | None:
    """The name of a JSON-LD person or organisation, or of several."""
    if isinstance(value, list):
        names = [n for n in (_name(v) for v in cast(list[object], value)) if n]
        return ", ".join(names) or None
    if isinstance(value, dict):
        return _text(cast(dict[str, Any], value).get("name"))
    return _text(value)


def _person(value: str | None) -> str | None:
    """A name; addresses and handles are none."""
    if value is None or value.startswith(("http", "@", "www.")) or "@" in value:
        return None
    return re.sub(r"^(?i:by)\s+", "", value) or None


def _text(value: object) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((" ".join(meta[n].split()) for n in names if n in meta), None)


def _attribute(root: Any, path: str, name: str) -> str | None:
    found = root.xpath(path)
    return (found[0].get(name) or None) if found else None
