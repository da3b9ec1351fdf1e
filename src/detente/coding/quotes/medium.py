"""Through what somebody spoke: an agency, a press conference, a study."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from detente.coding import syntax
from detente.coding.quotes.speakers import Voices

if TYPE_CHECKING:
    from spacy.tokens import Token

_AGENCIES = (
    r"Reuters|AFP|Agence\s+France[- ]Presse|AP|(?:the\s+)?Associated\s+Press|T[Aa][Ss]{2}|TASS|ITAR-TASS|RIA(?:\s+Novosti)?|"
    r"Sputnik|Interfax|Anadolu(?:\s+Agency)?|Xinhua|Kyodo|Yonhap|BBC|CNN|Fox\s+News|NTV|TRT|Bloomberg|Al\s+Jazeera|dpa|DPA|IRNA|"
    r"SANA|KCNA|PTI|EFE|ANSA"
)
_TOLD = re.compile(
    rf"\b(?:told|tells|tell|telling|to)\s+(?:the\s+(?=[A-Z]))?(?:the\s+(?:news\s+)?(?:agency|newspaper|daily|magazine|channel)\s+)?"
    rf"((?:{_AGENCIES})(?:\s+(?:news\s+)?agency)?|"
    r"(?:the\s+)?(?:[A-Z][\w-]+\s+){1,3}(?:news\s+agency|newspaper|daily|magazine|television|TV|radio)|"
    r"(?:the\s+)?(?:local\s+|foreign\s+|state\s+|\w+\s+)?(?:media|press|reporters|journalists|lawmakers|parliament|television))\b"
)
_IN = re.compile(
    r"\b(?:in|at|during|on|via|by|through)\s+(?:an?|the|his|her|their|its)?\s*(?:\w+(?:[- ]\w+)?\s+)?"
    r"(press\s+conference|news\s+conference|briefing|interview|statement|study|report|speech|address|letter|article|op-ed|book|essay|"
    r"phone\s+call|telephone\s+call|tweet|post|video|email|e-mail|Twitter|Facebook|Telegram|telephone|phone|paper)\b"
)


def medium(cue: Token | None, voices: Voices) -> str | None:
    """What the cue's sentence says of the medium; None where it says nothing."""
    if cue is None:
        return None
    for named in syntax.objects(cue) + syntax.indirect_objects(cue):
        mention = voices.mention(named)
        known = voices.actors.get(mention.actors[0]) if mention is not None and mention.kind == "name" else None
        if known is not None and known.kind == "outlet":
            return known.name
    sentence = cue.sent.text
    told = _TOLD.search(sentence)
    if told is not None:
        return told[1]
    match = _IN.search(sentence)
    if match is not None:
        return match[1].lower()
    return "tweet" if cue.lemma_ == "tweet" else None
