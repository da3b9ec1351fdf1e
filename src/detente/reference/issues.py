"""A catalogue of issues common between states, for any pair of them.

Each kind of issue has two poles in words and the cues that mark it in a sentence. A cue is a set of word groups, one word of
each of which has to be there; words are lemmas. The words of a `plus` cue speak of what stands at pole 100, those of a `minus`
cue of what stands at pole 0. Four are no words: `@named` (the thing spoken of is a state or somebody of it), `@other` (a state or
somebody of one other than the speaker is named), `@leader` (a leader or government is) and `@people` (a people is).

`{about}` in names and poles stands for the third party, group, place or object of an instance: a kind is made an issue per corpus.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, cast, get_args

from detente.reference.reader import rows

About = Literal["place", "state", "pair", "people", "group", "leader", "party", "object"]
Cue = tuple[frozenset[str], ...]
"""Groups of lemmas; all have to be met, by different words."""

MARKS = frozenset({"@named", "@other", "@leader", "@people"})


@dataclass(frozen=True, slots=True)
class IssueKind:
    """A kind of issue. `about`: what an instance of it is about."""

    id: str
    name: str
    arena: str
    pole_0: str
    pole_100: str
    about: About
    plus: tuple[Cue, ...]
    minus: tuple[Cue, ...]

    def named(self, about: str | None) -> tuple[str, str, str]:
        """Name and poles of an instance; where it is not known what it is about, in general words."""
        about = about or _IN_GENERAL.get(self.about)
        return _filled(self.name, about), _filled(self.pole_0, about), _filled(self.pole_100, about)


@cache
def catalogue() -> dict[str, IssueKind]:
    """Id → kind, in the order of the table."""
    return {
        row["id"]: IssueKind(
            row["id"],
            row["name"],
            row["arena"],
            row["pole_0"],
            row["pole_100"],
            _about(row["about"]),
            _cues(row["plus"]),
            _cues(row["minus"]),
        )
        for row in rows("issues")
    }


@cache
def _classes() -> dict[str, frozenset[str]]:
    return {f"@{row['class']}": frozenset(row["words"].split("|")) for row in rows("issue_words")}


def _cues(cell: str) -> tuple[Cue, ...]:
    return tuple(tuple(_group(part.strip()) for part in cue.split("+")) for cue in cell.split(";") if cue)


def _group(cell: str) -> frozenset[str]:
    found = set[str]()
    for word in cell.split("|"):
        if word.startswith("@") and word != "@leader" and word not in MARKS:
            found |= _classes()[word]
        else:
            found.add(word)
            if word == "@leader":
                found |= _classes()[word]
    return frozenset(found)


def _about(cell: str) -> About:
    if cell not in get_args(About):
        raise ValueError(f"issues.csv: {cell!r} is not one of {', '.join(get_args(About))}")
    return cast("About", cell)


_IN_GENERAL: dict[About, str] = {"group": "the armed groups", "leader": "the leadership", "object": "the goods"}
_LINKS = ("for", "of", "in", "to", "with", "on", "by", "from", "between", "near", "across", "through", "over")


def _filled(words: str, about: str | None) -> str:
    if about:
        return words.replace("{about}", about)
    for link in _LINKS:
        words = words.replace(f" {link} {{about}}", "")
    return words.replace("{about}", "it")
