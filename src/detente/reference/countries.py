"""States and territories: ISO 3166-1, Kosovo, and the former states that articles still write about.

`earliest` and `latest` are given where the state has ended. Names, adjectives and demonyms are in `tables/countries.csv`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from detente.errors import UnknownNameError
from detente.reference.folding import key
from detente.reference.reader import Value, first_day, last_day, rows, split, values


@dataclass(frozen=True, slots=True)
class Country:
    """A state or territory.

    Args:
        alpha3, alpha2: ISO 3166 codes (former states: those of ISO 3166-3; Kosovo: XKX, XK).
        aliases, adjectives, demonyms, seats: each with the days between which it means this state.
        cased: the forms that need their capitals: acronyms, and names that are words as well (`US`, `Turkey`).
        capital: canonical name of the capital; None where there is none or it has the state's own name.
        seats: other spellings of the capital and other seats of government, past ones too.
        leaders: the offices whose holders are called its leader, with the days between which they led.
        region: where it lies, in the words newspapers use (`Middle East`, `Balkans`).
        former: True where the state no longer exists.
    """

    alpha3: str
    alpha2: str
    name: str
    aliases: tuple[Value, ...]
    adjectives: tuple[Value, ...]
    demonyms: tuple[Value, ...]
    cased: frozenset[str]
    capital: str | None
    seats: tuple[Value, ...]
    leaders: tuple[Value, ...]
    region: str
    former: bool
    earliest: date | None
    latest: date | None

    @property
    def adjective(self) -> str | None:
        """The usual adjective, `Turkish`; None where there is none."""
        return self.adjectives[0].form if self.adjectives else None


def _country(row: dict[str, str]) -> Country:
    return Country(
        alpha3=row["alpha3"],
        alpha2=row["alpha2"],
        name=row["name"],
        aliases=tuple(values(row["aliases"])),
        adjectives=tuple(values(row["adjectives"])),
        demonyms=tuple(values(row["demonyms"])),
        cased=frozenset(split(row["cased"])),
        capital=row["capital"] or None,
        seats=tuple(values(row["seats"])),
        leaders=tuple(values(row["leaders"])),
        region=row["region"],
        former=bool(row["latest"]),
        earliest=first_day(row["earliest"]),
        latest=last_day(row["latest"]),
    )


@cache
def countries() -> dict[str, Country]:
    """Every state and territory by its alpha-3 code."""
    return {row["alpha3"]: _country(row) for row in rows("countries")}


@cache
def _codes() -> dict[str, str]:
    known = countries().values()
    codes = {key(form.form): c.alpha3 for c in reversed(known) for form in (*c.demonyms, *c.adjectives, *c.aliases)}
    codes |= {key(c.name): c.alpha3 for c in known}
    codes |= {c.alpha2.casefold(): c.alpha3 for c in known if not c.former}
    return codes | {c.alpha3.casefold(): c.alpha3 for c in known}


def country(name: str) -> Country:
    """The state that a user means by an alpha-3 or alpha-2 code, a name, an alias or an adjective.

    Raises:
        UnknownNameError: nothing answers to the name; the message has the nearest ones.
    """
    code = _codes().get(key(name))
    if code is None:
        known = [name for c in countries().values() for name in (c.alpha3, c.name)]
        raise UnknownNameError(name, kind="country", known=known)
    return countries()[code]
