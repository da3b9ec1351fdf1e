"""HTML → the lines a reader sees, each with where in the page it stood. Nothing is fetched, no script is run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any

_etree: Any = import_module("lxml.etree")
_html: Any = import_module("lxml.html")

_BLOCKS = frozenset(
    "address article aside blockquote body br caption center dd details div dl dt fieldset figcaption figure footer form"
    " h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead time tr ul".split()
)
_UNSEEN = frozenset(
    "audio button canvas embed head iframe math noscript object option script select style svg template textarea video".split()
)
_ASIDE_TAGS = frozenset(["aside", "nav", "footer", "form"])
_ASIDE = re.compile(
    r"(?:^|[-_\s])(?:related|promo\w*|newsletter|shar(?:e|ing)|social|cookies?|advert\w*|ads?|subscri\w+|paywall|comments?|sidebar|breadcrumbs?|menu|nav"
    r"|recommend\w*|most-?(?:read|popular)|read-?(?:more|next|also)|also-?read|teaser|tags|footer|outbrain|taboola)(?:$|[-_\s])",
    re.IGNORECASE,
)
_CAPTION = re.compile(r"(?:^|[-_\s])(?:wp-)?caption(?:$|[-_\s])", re.IGNORECASE)
_CREDIT = re.compile(r"(?:^|[-_\s])(?:photo-?)?(?:credits?|copyright)(?:$|[-_\s])", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Piece:
    """A line of a page: its words, the tag that holds it, what it stands in, and the share of it (0–1) that is links."""

    words: str
    tag: str
    aside: bool
    caption: bool
    credit: bool
    linked: float


def tree(text: str) -> Any:
    """The element tree of a page or a fragment; None where there is nothing in it.

    Characters that XML does not allow are left out first: a single NUL would end the page.
    """
    text = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", text)
    if not text.strip():
        return None
    parser = _html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return _html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (_etree.ParserError, _etree.XMLSyntaxError):
        return None


def source(root: Any) -> str:
    """The tree written out again."""
    return _html.tostring(root, encoding="unicode")


def pieces(root: Any) -> Iterator[Piece]:
    """The lines of a page in reading order, blank ones left out."""
    yield from _Walk().over(root)


class _Walk:
    """One pass over a page: gathers inline text, and lets it go at the border of each block."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.linked = 0
        self.links = 0
        self.stack: list[tuple[str, bool, bool, bool]] = [("body", False, False, False)]

    def over(self, root: Any) -> Iterator[Piece]:
        walker = _etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            tag = element.tag if isinstance(element.tag, str) else ""
            if event == "start":
                if not tag or tag in _UNSEEN or _unseen(element):
                    element.set("data-unseen", "1") if tag else None
                    walker.skip_subtree()
                    continue
                yield from self._open(element, tag)
            elif tag:
                yield from self._close(element, tag)
            else:
                self._add(element.tail)
        yield from self._flush()

    def _open(self, element: Any, tag: str) -> Iterator[Piece]:
        _, aside, caption, credit = self.stack[-1]
        named = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}"
        credited = credit or bool(_CREDIT.search(named) and tag not in ("body", "article", "main", "footer"))
        if tag in _BLOCKS or credited != credit:
            yield from self._flush()
        self.stack.append(
            (
                tag if tag in _BLOCKS else self.stack[-1][0],
                aside or tag in _ASIDE_TAGS or bool(_ASIDE.search(named) and tag not in ("html", "body", "article", "main")),
                caption or tag == "figcaption" or bool(_CAPTION.search(named) and tag != "figure"),
                credited,
            )
        )
        self.links += tag == "a"
        self._add(element.text)

    def _close(self, element: Any, tag: str) -> Iterator[Piece]:
        if element.get("data-unseen") is None:
            credited = self.stack[-1][3] != self.stack[-2][3] if len(self.stack) > 1 else False
            if tag in _BLOCKS or credited:
                yield from self._flush()
            self.stack.pop()
            self.links -= tag == "a"
        self._add(element.tail)

    def _add(self, text: str | None) -> None:
        if text:
            self.words.append(text)
            self.linked += len(text) if self.links else 0

    def _flush(self) -> Iterator[Piece]:
        whole = "".join(self.words)
        words = " ".join(whole.split())
        if words:
            tag, aside, caption, credit = self.stack[-1]
            yield Piece(words, tag, aside, caption, credit, min(1.0, self.linked / max(1, len(whole))))
        self.words, self.linked = [], 0


def _unseen(element: Any) -> bool:
    return (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or bool(_HIDDEN.search(element.get("style") or ""))
    )
