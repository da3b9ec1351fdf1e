"""Nouns for offices, bodies and groups, and what they say about the one who is called so.

    role("PM")             → RoleNoun(role="prime minister", sector="GOV", head=True, collective=False)
    agency("air force")    → AgencyNoun(suffix="MIL.AIR_FORCE", sector="MIL", name="Air Force of {}")
    group("rebels")        → GroupNoun(suffix="REB", sector="REB", kind="armed_group")

Nouns are looked up by lemma or as written, case and accents apart. Sectors are PLOVER's.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple, cast

from detente.records import ActorKind
from detente.reference.folding import key
from detente.reference.reader import rows


class RoleNoun(NamedTuple):
    """An office. `head`: of a state or a government; `collective`: the noun stands for several people or for the body."""

    noun: str
    role: str
    sector: str
    head: bool = False
    collective: bool = False


class AgencyNoun(NamedTuple):
    """A body that most states have. `suffix` follows the state's code in the id; `name` has `{}` for the state's name."""

    noun: str
    suffix: str
    sector: str
    name: str


class GroupNoun(NamedTuple):
    """People taken together. `suffix` follows the state's code, or stands alone where the group belongs to no state."""

    noun: str
    suffix: str
    sector: str
    kind: ActorKind


@cache
def role_nouns() -> dict[str, RoleNoun]:
    """Every role noun by its folded form."""
    return {
        key(row["noun"]): RoleNoun(row["noun"], row["role"], row["sector"], row["head"] == "1", row["collective"] == "1")
        for row in rows("role_nouns")
    }


@cache
def agency_nouns() -> dict[str, AgencyNoun]:
    """Every agency noun by its folded form."""
    return {key(r["noun"]): AgencyNoun(r["noun"], r["suffix"], r["sector"], r["name"]) for r in rows("agency_nouns")}


@cache
def group_nouns() -> dict[str, GroupNoun]:
    """Every group noun by its folded form."""
    return {
        key(r["noun"]): GroupNoun(r["noun"], r["suffix"], r["sector"], cast(ActorKind, r["kind"])) for r in rows("group_nouns")
    }


def role(noun: str) -> RoleNoun | None:
    """The office that a noun names, `foreign secretary`; None where it names none."""
    return role_nouns().get(key(noun))


def agency(noun: str) -> AgencyNoun | None:
    """The body that a noun names, `defence ministry`; None where it names none."""
    return agency_nouns().get(key(noun))


def group(noun: str) -> GroupNoun | None:
    """The group that a noun names, `separatists`; None where it names none."""
    return group_nouns().get(key(noun))


@lru_cache(maxsize=4096)
def canonical_role(title: str) -> str:
    """The office behind a title: `Premier` → `prime minister`; a title that is not in the table, folded."""
    known = role(title)
    return known.role if known else key(title)
