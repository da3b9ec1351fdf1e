"""The answers that the models choose among, in the order of their outputs."""

from __future__ import annotations

TYPES: tuple[str, ...] = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
"""PLOVER's sixteen event types."""

RELATIONS: tuple[str, ...] = ("none", "a>b", "b>a", "both")
"""What passes between the marked actors: nothing, an act of the one on the other, or a mutual one."""

MODALITIES: tuple[str, ...] = ("actual", "future", "hypothetical", "negated")

_INTENT = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"), ("AGREE", "REJECT")),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), (None, "AGREE")),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), ("THREATEN", "AGREE")),
}


def as_intent(plover: str, modality: str) -> str:
    """The type by PLOVER's rule of intentions: what is not done is coded by what its announcement or refusal amounts to.

    Cooperation to come is AGREE, conflict to come THREATEN; cooperation refused is REJECT, conflict forsworn AGREE. What was
    done keeps its type.

    References:
        Halterman et al. (2023), PLOVER codebook, "Intentions".
    """
    if modality == "actual":
        return plover
    ahead, negated = _INTENT[plover]
    return negated if modality == "negated" else (ahead or plover)
