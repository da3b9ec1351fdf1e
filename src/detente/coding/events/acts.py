"""An act as it is read: its trigger, frame and sides, and the scene of the acts told before it."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from detente.coding.cast import Cast
from detente.coding.lexicon import Frame
from detente.coding.modality import Standing
from detente.coding.roles import Filled

MATERIAL = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE"})


@dataclass(frozen=True, slots=True)
class Act:
    """A trigger with its frame and sides, before it becomes a row."""

    trigger: Token
    first: Token
    last: Token
    lemma: str
    frame: Frame
    sides: Filled
    standing: Standing
    confidence: float
    inherited: bool = False
    points_to: int | None = None
    """Token index of the trigger that a noun points back to."""


@dataclass(slots=True)
class Scene:
    """What has been told so far in a document."""

    cast: Cast
    acts: list[Act] = field(default_factory=list[Act])
    spent: set[int] = field(default_factory=set[int])
