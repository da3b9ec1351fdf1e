"""Who does it and to whom: the slots of a frame filled from the parse and the cast.

verbal    the sides of an act told by a verb
nominal   the sides of an act told by a noun
sides     what a phrase stands for as a side
blame     targets that stand in a clause of blame
"""

from __future__ import annotations

from detente.coding.roles.nominal import clause_subjects, noun_roles
from detente.coding.roles.sides import Filled, Side, side
from detente.coding.roles.verbal import ORDERS, verb_roles

__all__ = ["ORDERS", "Filled", "Side", "clause_subjects", "noun_roles", "side", "verb_roles"]
