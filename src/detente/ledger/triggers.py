"""What kind of act a trigger names, coarser than its lemma and finer than its PLOVER type.

Two tellings of one act seldom use one word: a jet is shot down, its downing is an incident; a president flew, visited, was
received. A family holds the words that may name one and the same act. A word that no family holds is a family of its own, made
of its stem, so that *ratify* and *ratification* agree and nothing else does.
"""

from __future__ import annotations

from functools import lru_cache

_FAMILIES = {
    "meeting": "meet sit shake meeting summit encounter audience gathering sit-down get-together confer tete-a-tete",
    "visit": "visit trip arrival arrive land fly flight come travel tour journey head host receive welcome go stopover",
    "talks": "talk talks negotiate negotiation negotiations consult consultation discuss discussion dialogue conversation",
    "phone": "phone telephone ring phone-call telephone-call teleconference videoconference",
    "downing": "shoot-down shootdown shooting-down shoot-downs downing down shoot knockdown felling bring-down knock-down",
    "destroy": "destroy destruction demolish demolition wreck sink sinking blow-up",
    "coup": "coup putsch overthrow mutiny coup-attempt topple takeover d'etat",
    "rising": "revolution uprising revolt rebellion insurrection insurgency",
    "repression": "purge crackdown dismiss dismissal arrest detain detention dismantle imprison jail sack roundup",
    "deployment": "deploy deployment station stationing redeploy field",
    "deal": "deal contract purchase buy sell sale acquire acquisition procure procurement order",
    "signing": "sign signing signature conclude conclusion ink",
    "ratification": "ratify ratification",
    "strike": "strike airstrike air-strike bomb bombing bombard bombardment shell shelling pound pounding raid barrage hit "
    "missile-strike drone-strike attack assault",
    "fighting": "fight fighting clash battle skirmish war conflict civil-war combat hostility hostilities warfare",
    "intervention": "intervene intervention operation incursion offensive invade invasion campaign",
    "annexation": "annex annexation reunification",
    "killing": "assassinate assassination murder kill killing slay poison poisoning",
    "sanction": "sanction sanctions embargo boycott restrict restriction ban curb cut cut-off cutoff sever severing tariff "
    "blockade impose suspend suspension",
    "easing": "lift lifting ease easing relax relaxation unfreeze",
    "protest": "protest demonstrate demonstration rally march slogan riot",
    "rapprochement": "rapprochement reconcile reconciliation normalize normalise normalization normalisation thaw detente "
    "repair mend",
    "cooperation": "cooperate cooperation collaborate collaboration work partner partnership coordinate coordination",
    "revival": "revive revival resume resumption restart relaunch restore restoration",
    "vote": "referendum vote plebiscite ballot poll election",
    "accusation": "accuse accusation allege allegation blame condemn condemnation criticise criticize criticism denounce decry "
    "rebuke label brand",
    "threat": "threaten threat warn warning ultimatum",
    "aid": "arm fund finance aid donate subsidize subsidise bankroll equip",
    "backing": "support back backing supporter backer endorse endorsement",
    "ceasefire": "ceasefire cease-fire truce armistice",
    "withdrawal": "withdraw withdrawal pull-out pullout retreat pull",
    "expulsion": "expel expulsion deport deportation",
    "concession": "concede concession concessions give-up yield",
    "delivery": "deliver delivery ship shipment handover",
    "agreement": "agree agreement accord pact",
    "mobilization": "mobilize mobilise mobilization mobilisation buildup build-up mass exercise drill manoeuvre maneuver",
    "hostages": "kidnap kidnapping abduct abduction hostage seize seizure capture",
}
_WORD = {word: name for name, words in _FAMILIES.items() for word in words.split()}

_RELATED = frozenset(
    frozenset(pair)
    for pair in (
        ("meeting", "visit"),
        ("meeting", "talks"),
        ("visit", "talks"),
        ("downing", "destroy"),
        ("deal", "signing"),
        ("agreement", "signing"),
        ("strike", "intervention"),
        ("coup", "rising"),
        ("fighting", "rising"),
    )
)
_ROOTS = {"visit": "meeting", "talks": "meeting", "destroy": "downing", "signing": "deal", "agreement": "deal",
          "intervention": "strike", "rising": "coup", "fighting": "coup"}  # fmt: skip

DISTINCTIVE = frozenset({"downing", "coup", "rising", "annexation", "killing", "vote", "ceasefire", "expulsion"})
"""Acts rare enough between the same parties that parties, place and kind nearly name them."""

UNIQUE = frozenset({"coup", "annexation"})
"""Acts of which one place sees at most one within weeks: a date that differs is a slip of a source, not another act."""

RECURRING = frozenset({"fighting", "cooperation", "backing", "aid", "rapprochement", "strike", "protest", "deployment"})
"""What lasts or comes again between the same parties: kind, parties and place do not tell that it is the same one."""

MUTUAL_FAMILIES = frozenset({"meeting", "visit", "talks"})
"""Who came to whom differs by telling; the act has a set of parties."""

_POINTING = "incident event episode affair move step action crisis occasion development act matter decision"
_GENERIC = frozenset(_POINTING.split())
_PHONE_WORDS = ("phone", "telephone", "video link", "videoconference")
_ENDINGS = "isation ization ation ition ement ment ance ence tion sion ing ies ify ery al ed er es s y e"
_SUFFIXES = tuple(_ENDINGS.split())


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """A crude derivational stem: *delivery* and *deliver* agree. Short words are left alone."""
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 4:
            return word[: -len(suffix)]
    return word


def family(lemma: str, words: str, plover: str, mode: str | None = None) -> str:
    """The family of a trigger, by its lemma and its words as written.

    The type and mode tell a call by telephone from a call for something.
    """
    lemma, words = lemma.casefold().strip().replace("_", " "), words.casefold().strip()
    if lemma in ("bring", "knock", "take") and words.endswith("down"):
        return "downing"
    if lemma == "shoot":
        return "downing" if words.endswith("down") else "killing"
    if plover == "CONSULT" and (mode == "phone" or lemma in ("call", "ring") or any(p in words for p in _PHONE_WORDS)):
        return "phone"
    for candidate in (lemma.replace(" ", "-"), words.replace(" ", "-"), *reversed(lemma.split()), *reversed(words.split())):
        if found := _WORD.get(candidate):
            return found
    return stem(lemma.split()[0]) if lemma else stem(words)


def is_generic(lemma: str) -> bool:
    """Whether the word only points: an incident, a move, an occasion."""
    return bool(lemma.split()) and lemma.casefold().split()[-1] in _GENERIC


def related(a: str, b: str) -> bool:
    """Whether words of two different families may name one act."""
    return frozenset((a, b)) in _RELATED


def root(name: str) -> str:
    """One name for all families that may name one act, directly or through a third."""
    return _ROOTS.get(name, name)
