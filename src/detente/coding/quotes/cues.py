"""The verbs and nouns that give words to somebody."""

from __future__ import annotations

from spacy.tokens import Token

SAYING = frozenset(
    "say tell announce add note stress confirm claim argue insist warn explain report state declare maintain predict "
    "acknowledge admit write tweet post reveal emphasize emphasise underline underscore reiterate complain assert contend "
    "allege observe remark comment concede caution recall affirm deny respond reply retort conclude suggest hint inform "
    "remind assure joke quip lament boast charge counter repeat estimate testify disclose vow promise pledge swear".split()
)
"""Verbs whose clause is somebody's words."""

INDICATING = frozenset("suggest reveal confirm hint underline underscore recall estimate remind explain testify".split())
"""Verbs of evidence as well as of speech: things do them too, and say nothing by it."""

LABELLING = frozenset(
    "call label brand describe dub denounce condemn slam blast hail praise deem characterize characterise criticize "
    "criticise decry deride accuse dismiss reject mock term portray".split()
)
"""Verbs that take a quoted word or two for what somebody is."""

NAMING = frozenset("call label brand deem dub term".split())
"""Those whose object and its name are somebody's words without any marks."""

EXPRESSING = frozenset("express voice promise pledge announce".split())
"""Verbs whose object is what somebody said, in other words."""

VOICING = frozenset(
    "ask wonder shout chant cry read continue go express urge demand accuse voice cite put exclaim tout propose threaten "
    "agree point think believe".split()
)
"""Verbs that give words to somebody only where there are quotation marks."""

CONTINUING = frozenset({"add", "continue", "go"})
"""Verbs of somebody who spoke before."""

STATEMENTS = frozenset(
    "comment statement remark message response reply answer argument claim warning verdict slogan motto word question "
    "assertion announcement explanation conclusion line".split()
)
"""Nouns whose predicate is somebody's words: `his only comment was that`."""

STORIES = frozenset(
    "story tale claim allegation rumour rumor accusation assertion theory narrative myth notion report news".split()
)
"""Nouns whose clause is told by whoever spreads them."""

SPREADING = frozenset("promote spread make repeat push circulate peddle broadcast publish run carry float amplify".split())

WRITINGS = frozenset(
    "statement report study letter document paper article book essay text message communique communiqué declaration survey "
    "poll slogan banner poster sign placard headline tweet post memo cable law treaty agreement".split()
)
"""Things that carry words: the words are their author's."""

SHOWN = frozenset({"slogan", "banner", "poster", "sign", "placard"})
"""Writings that somebody holds up."""

KIN = frozenset("wife husband son daughter brother sister father mother widow uncle nephew".split())
"""People known by whom they belong to."""

UNNAMED = frozenset(
    "source analyst expert observer insider diplomat aide official witness commentator critic pundit researcher scholar "
    "adviser advisor strategist economist lawyer activist resident journalist reporter correspondent specialist historian "
    "person".split()
)
"""People who speak without a name."""

SPEAKING_FOR = frozenset("official diplomat leader minister spokesman spokeswoman spokesperson representative".split())
"""People whose words are their body's."""

PEOPLE = UNNAMED | frozenset(
    "spokesman spokeswoman spokesperson minister president leader secretary ambassador envoy lawmaker deputy senator "
    "general commander officer soldier supporter author professor politician member mayor governor director chief head man "
    "woman people chancellor king prince monarch premier negotiator delegate representative operative militant fighter "
    "rebel neighbour neighbor academic editor writer columnist veteran protester demonstrator voter citizen human "
    "counterpart".split()
)

_CALLED_BACK = PEOPLE | UNNAMED | frozenset("consul attache attaché mission staff troop force delegation team".split())

_FUTURE_OR_MAYBE = frozenset("will would could may might should must can shall 'll ’ll 'd ’d".split())


def quotes_words(token: Token) -> bool:
    """Whether the token is a verb that can give quoted words to somebody."""
    known = token.lemma_ in SAYING or token.lemma_ in LABELLING or token.lemma_ in VOICING
    return token.pos_ in ("VERB", "AUX") and known and not calls_back(token)


def calls_back(verb: Token) -> bool:
    """`recalled its envoy`: brings somebody home, and says nothing."""
    if verb.lemma_ != "recall":
        return False
    whom = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    return any(c.lemma_.lower() in _CALLED_BACK or c.ent_type_ == "PERSON" for c in whom)


def is_told(verb: Token) -> bool:
    """Whether the telling itself is told as a fact: not negated, not a wish, a question or a possibility."""
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass", "neg")]
    if any(h.dep_ == "neg" or h.lower_ in _FUTURE_OR_MAYBE for h in helpers):
        return False
    if any(h.tag_ == "TO" for h in helpers):
        return False
    return not (verb.tag_ == "VB" and not helpers)
