"""Numbers, intervals and actors as words in the terminal. What is not known is said so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from detente.strategy.sampling import Summary

NOT_KNOWN = "not known"


def number(value: float | None, decimals: int = 1) -> str:
    """A plain number, without a sign of minus zero.

    >>> number(None), number(29.999999), number(-0.01)
    ('not known', '30.0', '0.0')
    """
    if value is None:
        return NOT_KNOWN
    text = f"{value:.{decimals}f}"
    return text.lstrip("-") if float(text) == 0 else text


def span(low: float | None, high: float | None, decimals: int = 1) -> str:
    """Two ends, `12.0–48.5`; empty where they are not known."""
    return "" if low is None or high is None else f"{number(low, decimals)}–{number(high, decimals)}"


def drawn(one: Summary) -> str:
    """The median of an outcome with its 80 % interval."""
    inner = span(one.low, one.high)
    return number(one.median) + (f" ({inner})" if inner else "")


def warmth(value: float | None, low: float | None = None, high: float | None = None) -> str:
    """A number between −1 and +1, or a difference of two, with its interval."""
    if value is None:
        return NOT_KNOWN
    inner = "" if low is None or high is None else f" [{low:+.2f} {high:+.2f}]"
    return f"{value:+.2f}{inner}"


def share(value: float | None) -> str:
    """A part of the draws."""
    return "" if value is None else f"{100 * value:.0f} %"


def people(actors: Iterable[str], names: Mapping[str, str]) -> str:
    """Actors by their ids, with names where these are short."""
    found = list(actors)
    return ", ".join(names.get(one, one) if len(found) < 3 else one for one in found)


def say(heading: str, lines: Iterable[str]) -> None:
    """A heading with its lines; nothing where there are none."""
    found = list(lines)
    if found:
        typer.echo(f"\n{heading}")
        for line in found:
            typer.echo(f"  {line}")


def blocks(items: Sequence[str], most: int) -> Iterator[Sequence[str]]:
    """Items in runs of at most so many."""
    for start in range(0, len(items), max(most, 1)):
        yield items[start : start + max(most, 1)]
