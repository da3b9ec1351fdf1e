"""Forms of English verbs and the few noun matters a sentence needs: possessives and the article before a vowel sound."""

from __future__ import annotations

import re

# base: (past, participle); verbs that are regular in English are left to the rules.
IRREGULAR = {
    "be": ("was", "been"),
    "beat": ("beat", "beaten"),
    "become": ("became", "become"),
    "begin": ("began", "begun"),
    "bind": ("bound", "bound"),
    "blow": ("blew", "blown"),
    "break": ("broke", "broken"),
    "bring": ("brought", "brought"),
    "build": ("built", "built"),
    "burn": ("burned", "burned"),
    "buy": ("bought", "bought"),
    "cast": ("cast", "cast"),
    "catch": ("caught", "caught"),
    "come": ("came", "come"),
    "cut": ("cut", "cut"),
    "dig": ("dug", "dug"),
    "do": ("did", "done"),
    "draw": ("drew", "drawn"),
    "drive": ("drove", "driven"),
    "fall": ("fell", "fallen"),
    "feed": ("fed", "fed"),
    "fight": ("fought", "fought"),
    "find": ("found", "found"),
    "flee": ("fled", "fled"),
    "fling": ("flung", "flung"),
    "fly": ("flew", "flown"),
    "forget": ("forgot", "forgotten"),
    "forgive": ("forgave", "forgiven"),
    "freeze": ("froze", "frozen"),
    "get": ("got", "got"),
    "give": ("gave", "given"),
    "go": ("went", "gone"),
    "grind": ("ground", "ground"),
    "grow": ("grew", "grown"),
    "have": ("had", "had"),
    "hear": ("heard", "heard"),
    "hit": ("hit", "hit"),
    "hold": ("held", "held"),
    "keep": ("kept", "kept"),
    "lay": ("laid", "laid"),
    "lead": ("led", "led"),
    "leave": ("left", "left"),
    "lend": ("lent", "lent"),
    "let": ("let", "let"),
    "lose": ("lost", "lost"),
    "make": ("made", "made"),
    "meet": ("met", "met"),
    "overrun": ("overran", "overrun"),
    "overthrow": ("overthrew", "overthrown"),
    "pay": ("paid", "paid"),
    "put": ("put", "put"),
    "quit": ("quit", "quit"),
    "rebuild": ("rebuilt", "rebuilt"),
    "repay": ("repaid", "repaid"),
    "ride": ("rode", "ridden"),
    "rise": ("rose", "risen"),
    "run": ("ran", "run"),
    "say": ("said", "said"),
    "see": ("saw", "seen"),
    "seek": ("sought", "sought"),
    "sell": ("sold", "sold"),
    "send": ("sent", "sent"),
    "set": ("set", "set"),
    "sew": ("sewed", "sewn"),
    "shake": ("shook", "shaken"),
    "shed": ("shed", "shed"),
    "shoot": ("shot", "shot"),
    "show": ("showed", "shown"),
    "shut": ("shut", "shut"),
    "sink": ("sank", "sunk"),
    "sit": ("sat", "sat"),
    "slay": ("slew", "slain"),
    "speak": ("spoke", "spoken"),
    "spell": ("spelled", "spelled"),
    "spend": ("spent", "spent"),
    "spread": ("spread", "spread"),
    "spring": ("sprang", "sprung"),
    "stand": ("stood", "stood"),
    "steal": ("stole", "stolen"),
    "stick": ("stuck", "stuck"),
    "strike": ("struck", "struck"),
    "swear": ("swore", "sworn"),
    "sweep": ("swept", "swept"),
    "take": ("took", "taken"),
    "teach": ("taught", "taught"),
    "tear": ("tore", "torn"),
    "tear-gas": ("tear-gassed", "tear-gassed"),
    "tell": ("told", "told"),
    "think": ("thought", "thought"),
    "throw": ("threw", "thrown"),
    "undertake": ("undertook", "undertaken"),
    "unfreeze": ("unfroze", "unfrozen"),
    "uphold": ("upheld", "upheld"),
    "win": ("won", "won"),
    "wind": ("wound", "wound"),
    "withdraw": ("withdrew", "withdrawn"),
    "withhold": ("withheld", "withheld"),
    "wring": ("wrung", "wrung"),
    "write": ("wrote", "written"),
}
# Verbs of more than one syllable whose last syllable carries the stress, and so doubles its consonant.
STRESSED = frozenset(
    "admit abet commit compel concur confer control defer deter expel impel incur infer inter occur omit patrol permit prefer propel "
    "rebut rebel recur refer regret remit repel submit transfer transmit outbid kidnap equip unban begin forget upset overrun "
    "tear-gas initial cancel travel label signal quarrel counsel fuel channel model level marshal".split()
)
FORMS = ("base", "pres", "past", "pp", "ing")


def inflect(verb: str, form: str, *, plural: bool = False) -> str:
    """One form of `verb`, given in its base form.

    Args:
        form: one of `FORMS`; `pres` is the present for a third person.
        plural: whether the subject is plural; only `be` shows it in the past.

    Raises:
        ValueError: `form` is no form.
    """
    if form not in FORMS:
        raise ValueError(f"{form!r} is no form of a verb: {', '.join(FORMS)}")
    if verb == "be" and form in ("pres", "past"):
        return {"pres": ("is", "are"), "past": ("was", "were")}[form][plural]
    if form == "base" or (form == "pres" and plural):
        return verb
    if form == "pres":
        return {"have": "has"}.get(verb) or _with_s(verb)
    if form == "ing":
        return _ing(verb)
    if verb in IRREGULAR:
        return IRREGULAR[verb][form == "pp"]
    return _ed(verb)


def possessive(name: str) -> str:
    """The name with its possessive ending: plural-looking names take the bare apostrophe."""
    plural = name.endswith("s") and (name.lower().startswith("the ") or " " in name or name[0].islower())
    return name + ("'" if plural and not name.endswith("ss") else "'s")


def _with_s(verb: str) -> str:
    if re.search(r"(s|x|z|ch|sh|o)$", verb):
        return verb + "es"
    return verb[:-1] + "ies" if re.search(r"[^aeiou]y$", verb) else verb + "s"


def _ed(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if re.search(r"[^aeiou]y$", verb):
        return verb[:-1] + "ied"
    if verb.endswith("c"):
        return verb + "ked"
    return verb + (verb[-1] if _doubles(verb) else "") + "ed"


def _ing(verb: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and verb != "be":
        return verb[:-1] + "ing"
    if verb.endswith("c"):
        return verb + "king"
    return verb + (verb[-1] if _doubles(verb) else "") + "ing"


def _doubles(verb: str) -> bool:
    closed = re.fullmatch(r"[^aeiou]*(?:qu)?[aeiou][^aeiouwxy]", verb) is not None
    return closed or verb in STRESSED


_ACRONYM = re.compile(r"[A-Z]{2,}\b")
_YOO = re.compile(r"eu|uni(?![dmn])|unani|one\b|once\b|ukr|uru|uga|us[ue]|uti|ub[iq]")


def vowel_sound(word: str) -> bool:
    """Whether `an` stands before this word."""
    if _ACRONYM.match(word):
        return word[0] in "AEFHILMNORSX" and word != "NATO"
    lower = word.lower()
    if lower[0].isdigit():
        return lower[0] == "8" or re.match(r"1[18]\b", lower) is not None
    if lower.startswith(("hono", "hour", "heir")):
        return True
    return lower[0] in "aeiou" and _YOO.match(lower) is None


def articles(text: str) -> str:
    """Write `a` or `an` as the next word wants it, looking through marks such as `<a>`."""

    def right(match: re.Match[str]) -> str:
        article = "an" if vowel_sound(match[4]) else "a"
        return (article.capitalize() if match[1][0] == "A" else article) + match[2] + match[3] + match[4]

    return re.sub(r"(?<![\w'’.-])([Aa]n?)(\s+)((?:<[^>]+>)*)([\w'-]+)", right, text)
