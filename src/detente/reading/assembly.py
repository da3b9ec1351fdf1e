"""Draft → Document: blocks, clean text, date, language, fingerprint; or the refusal of what is no article."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

from detente.config import Settings
from detente.errors import UnreadableError
from detente.reading import blocks as cutting
from detente.reading import clean, copies, dating, degraded, language, origin
from detente.reading.draft import Draft
from detente.records import Block, CleanText, Document

_SENTENCE_END = re.compile(r"[.!?…。！？।؟](?:[\"'”’»)\]]|\s|$)")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


def assemble(draft: Draft, path: Path, digest: str, settings: Settings) -> Document:
    """Make the Document of a draft.

    Args:
        draft: what came through the door.
        path: the file it came from.
        digest: sha256 of the file's bytes.
        settings: limits.

    Raises:
        UnreadableError: `empty`, `too_large` or `not_an_article`.
    """
    source = str(path) if draft.item is None else f"{path}#{draft.item}"
    name = path.name if draft.item is None else f"{path.name}#{draft.item}"
    if not draft.text.strip("\ufeff \t\r\n"):
        raise UnreadableError("has no text in it", reason="empty", at=source)
    if len(draft.text) > settings.max_text:
        mend = "split it, or raise max_text"
        raise UnreadableError(f"has more than {settings.max_text:,} characters", reason="too_large", at=source, mend=mend)
    markdown = draft.media == "markdown"
    blocks = cutting.cut(draft.text, draft.hints, markdown=markdown)
    cleaned = clean.build(draft.text, blocks, markdown=markdown)
    _article(draft.text, blocks, cleaned, settings.min_words, source)
    date, span = dating.find(draft.text, blocks, draft.date)
    return Document(
        id=sha256(f"{name}\0{draft.text}".encode("utf-8", "surrogatepass")).hexdigest()[:16],
        name=name,
        source=source,
        sha256=digest,
        media=draft.media,
        text=draft.text,
        blocks=blocks,
        clean=cleaned,
        title=draft.title or cutting.title(draft.text, blocks),
        outlet=draft.outlet or origin.outlet(draft.text, blocks),
        author=draft.author or origin.author(draft.text, blocks),
        url=draft.url,
        language=language.identify(cleaned.text) or draft.language,
        date=date,
        date_span=draft.date_span or span,
        degraded=tuple(dict.fromkeys((*draft.degraded, *degraded.reasons(draft.text, blocks, cleaned.text)))),
        fingerprint=copies.fingerprint(cleaned.text),
    )


def _article(text: str, blocks: tuple[Block, ...], cleaned: CleanText, least: int, source: str) -> None:
    """Refuse what has too few words, no sentences, or is mostly tables or code."""
    words = _count(cleaned.text)
    shapes = [text[b.span.start : b.span.end] for b in blocks if b.reason in ("table", "code")]
    mend = "take it out of the folder, or lower min_words" if words < least else "take it out of the folder"
    if sum(map(_count, shapes)) > words:
        raise UnreadableError("is mostly tables or code, not an article", reason="not_an_article", at=source, mend=mend)
    if words < least:
        what = f"has {words} words of running text, an article has {least} or more"
        raise UnreadableError(what, reason="not_an_article", at=source, mend=mend)
    if not _SENTENCE_END.search(cleaned.text):
        raise UnreadableError("has no sentences in it, so it is not an article", reason="not_an_article", at=source, mend=mend)


def _count(text: str) -> int:
    """Words; of a script without spaces, half its characters."""
    return len(text.split()) + len(_UNSPACED.findall(text)) // 2
