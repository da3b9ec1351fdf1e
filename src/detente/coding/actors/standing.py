"""Where a person stands on a day: in which of the offices the tables know, or out of office."""

from __future__ import annotations

from datetime import date

from detente.records import Actor, Moment, Role
from detente.reference import roles

_OFFICES = ("GOV", "IGO", "MIL", "LEG", "SPY", "COP", "JUD", "OPP", "PTY")
"""Sectors of offices, the weightier first: who heads a party and a government is of the government."""
_LATELY = Moment(date(2022, 11, 1), date(2026, 10, 31), "inferred", "the last years of the tables")
"""When an undated phrase is taken to be said."""
_RETIRING = frozenset({"GOV", "LEG", "SPY", "JUD", "COP", "MIL", "PTY", "OPP", "IGO"})


def sector(person: Actor, on: Moment) -> str | None:
    """The sector of the office held on a day; `ELI` for who has left office; None where it lies before all that is known.

    Args:
        person: with dated roles; without any, the person's own sector is the answer.
        on: the day; where it is not known, some day of the last four years that the tables cover.
    """
    on = on if on.known else _LATELY
    dated = [role for role in person.roles if role.earliest or role.latest]
    if not dated:
        return {"MED": "JRN"}.get(person.sector or "", person.sector)
    held = [_sector(role, person) for role in dated if _holds(role, on)]
    if held:
        return min(held, key=lambda s: _OFFICES.index(s) if s in _OFFICES else len(_OFFICES))
    if on.latest is not None and all(role.earliest is not None and role.earliest > on.latest for role in dated):
        return None
    return "ELI" if person.sector in _RETIRING else person.sector


def _holds(role: Role, on: Moment) -> bool:
    return Moment(role.earliest, role.latest, "explicit").overlaps(on)


def _sector(role: Role, person: Actor) -> str:
    noun = roles.role(role.role)
    return noun.sector if noun is not None and noun.sector else person.sector or "GOV"
