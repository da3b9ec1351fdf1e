"""A passage as the encoder reads it: word pieces, with the two actors between markers.

The markers are entries of the vocabulary that stand for no word; `a` has one pair and `b` another, whichever comes first in the
text, so that one passage can be asked in both directions.
"""

from __future__ import annotations

from typing import Protocol

CLS, SEP = 101, 102
OPEN_A, CLOSE_A, OPEN_B, CLOSE_B = 1, 2, 3, 4
LONGEST = 160
"""Most pieces; a longer passage loses words far from the actors first."""


class Pieces(Protocol):
    """Cuts text into the numbers of its word pieces."""

    def __call__(self, text: str) -> list[int]:
        """Numbers of the pieces of `text`."""
        ...


def marked(pieces: Pieces, text: str, a: tuple[int, int], b: tuple[int, int]) -> tuple[list[int], int, int]:
    """The numbers of the pieces of `text`, and where the markers of `a` and `b` stand among them.

    Args:
        pieces: the tokenizer.
        text: the passage.
        a: character range of the actor asked about.
        b: character range of the other.
    """
    one = (a, OPEN_A, CLOSE_A)
    other = (b, OPEN_B, CLOSE_B)
    (first, open1, close1), (second, open2, close2) = (one, other) if a < b else (other, one)
    before, between, after = pieces(text[: first[0]]), pieces(text[first[1] : second[0]]), pieces(text[second[1] :])
    head = [open1, *pieces(text[slice(*first)])[:40], close1]
    tail = [open2, *pieces(text[slice(*second)])[:40], close2]
    room = LONGEST - 2 - len(head) - len(tail)
    if len(between) > room:
        between = [*between[: room // 2], *between[-(room - room // 2) :]]
    room -= len(between)
    before = before[max(0, len(before) - max(room // 2, room - len(after))) :] if room else []
    after = after[: room - len(before)]
    ids = [CLS, *before, *head, *between, *tail, *after, SEP]
    at_first = 1 + len(before)
    at_second = at_first + len(head) + len(between)
    return (ids, at_first, at_second) if a < b else (ids, at_second, at_first)
