"""The nouns of a phrase and what they say: sector, title, and whether the office is a thing of the past."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from detente.coding.cast import Cast
from detente.reference import roles
from detente.reference.agents import LONGEST, UNKNOWN_SECTOR, agent

_FORMER = frozenset(
    "former ex retired disgraced ousted deposed onetime erstwhile then-former past overthrown sacked impeached toppled late "
    "resigned defrocked dismissed fugitive exiled".split()
)
_LEAVING = frozenset({"GOV", "LEG", "SPY", "JUD", "PTY", "ELI", "IGO"})
_RANKS = frozenset(
    "general admiral commander chief colonel major captain marshal brigadier lieutenant officer minister official".split()
)
_TITLES = {
    **dict.fromkeys(("sen", "rep", "congressman", "congresswoman", "mp"), "LEG"),
    **dict.fromkeys(("gov", "amb", "pres", "dep"), "GOV"),
    **dict.fromkeys(("gen", "col", "lt", "maj", "adm", "capt", "sgt", "brig", "cmdr"), "MIL"),
    **dict.fromkeys(("rev", "fr", "msgr"), "REL"),
}
_FAITHS = frozenset({"REL"})
_LOOSE = frozenset(
    "leader officer official chief head member agent spokesman spokeswoman spokesperson commander accountant worker team group "
    "staff personnel employee representative unit source delegation boss figure director supporter building headquarters driver "
    "site base station convoy vehicle victim family relative".split()
)
"""Nouns that say little of what a phrase is: the word before them says more ("intelligence officer", "army accountant")."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the nouns of a phrase say. `titles`: they stand beside a name and are no phrase of their own."""

    sector: str | None
    former: bool
    titles: bool
    head: Token | None
    text: str


def head_of(doc: Doc) -> Token | None:
    """The noun that heads the phrase."""
    root = next((t for t in doc if t.dep_ == "ROOT" and not t.is_punct and not t.is_space), None)
    if root is not None and root.pos_ in ("NOUN", "PROPN", "ADJ", "NUM", "PRON", "X"):
        return root
    chunks = list(doc.noun_chunks)
    if chunks:
        return chunks[0].root
    return root


def read(cast: Cast, head: Token) -> Reading:
    """The sector that the words of the phrase give, the head noun's before those around it."""
    doc = head.doc
    named = {i for n in cast.namings if n.kind in ("name", "metonym") and n.sense == "actor" for i in range(n.start, n.end)}
    people = {i for n in cast.namings if n.kind == "name" and cast.actors[n.actors[0]].kind in ("leader", "person")
              for i in range(n.start, n.end)}  # fmt: skip
    found = _hits(doc, people if head.i in people else named)
    titles = head.i in people or any(doc[i].i > (found[0][0] if found else -1) for i in people)
    sector = _title(found) if head.i in people else _sector(found, head, doc)
    text = " ".join(doc[i].lower_ for start, end, _ in found[:1] for i in range(start, end))
    former = _is_former(doc, found, sector)
    return Reading(sector, former, bool(people) and titles, head, text)


def _hits(doc: Doc, named: set[int]) -> list[tuple[int, int, str]]:
    """Every noun of the tables in the phrase as (start, end, sector), longest first at each place, names left out."""
    found: list[tuple[int, int, str]] = []
    at = 0
    while at < len(doc):
        if at in named:
            at += 1
            continue
        short = _TITLES.get(doc[at].lower_.rstrip("."))
        hit = (at, at + 1, short) if short and doc[at].text.endswith(".") else _longest(doc, at, named)
        if hit is not None:
            found.append(hit)
        at = hit[1] if hit is not None else at + 1
    return found


def _longest(doc: Doc, at: int, named: set[int]) -> tuple[int, int, str] | None:
    for end in range(min(len(doc), at + LONGEST + 2), at, -1):
        if any(i in named for i in range(at, end)) or doc[end - 1].is_punct or doc[at].is_punct:
            continue
        words = doc[at:end].text.removeprefix("ex-")
        sector = agent(words) or _noun(words)
        if sector:
            return at, end, sector
    return None


def _noun(words: str) -> str | None:
    """The sector of our own nouns for offices, bodies and groups."""
    known = roles.role(words) or roles.agency(words) or roles.group(words)
    return known.sector or None if known is not None else None


def _sector(found: list[tuple[int, int, str]], head: Token, doc: Doc) -> str | None:
    """The head noun's sector; where that says little, the sector of a noun before it, else of the phrase that hangs on it."""
    if not found:
        return None
    at = next((f for f in found if f[0] <= head.i < f[1]), None)
    before = [f for f in found if f[1] <= (at[0] if at else head.i)]
    after = [f for f in found if f[0] >= (at[1] if at else head.i + 1)]
    if at is not None and at[2] != UNKNOWN_SECTOR:
        loose = at[1] - at[0] == 1 and (doc[at[0]].lemma_.lower() in _LOOSE or at[2] in ("CVL", "UNK"))
        telling = [f for f in before if f[2] not in (UNKNOWN_SECTOR, "CVL", "ELI") and f[1] == at[0]]
        return telling[-1][2] if loose and telling else at[2]
    for pool in (before[::-1], after):
        told = next((f[2] for f in pool if f[2] != UNKNOWN_SECTOR), None)
        if told is not None and (at is not None or pool is not after or _part_of(head)):
            return told
    return at[2] if at is not None else None


def _title(found: list[tuple[int, int, str]]) -> str | None:
    """The sector of the titles beside a name: who is a minister and a general is of the government."""
    told = {sector for _, _, sector in found}
    return next((s for s in ("GOV", "LEG", "ELI") if s in told), found[-1][2] if found else None)


def _part_of(head: Token) -> bool:
    """Whether the head only counts or gathers what follows: "several of the unions", "a team of police"."""
    return any(c.dep_ == "prep" and c.lower_ == "of" for c in head.children)


def _is_former(doc: Doc, found: list[tuple[int, int, str]], sector: str | None) -> bool:
    said = any(t.lower_ in _FORMER or (t.lower_.startswith("ex-") and len(t) > 3) for t in doc)
    if not said or sector is None:
        return said
    ranked = any(doc[i].lemma_.lower() in _RANKS for start, end, _ in found for i in range(start, end))
    return sector in _LEAVING or (sector in ("MIL", "COP") and ranked)
