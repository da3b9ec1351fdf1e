"""The words by which claims are told apart."""

from __future__ import annotations

MODALS = {
    "will": "will",
    "'ll": "will",
    "’ll": "will",
    "wo": "will",
    "shall": "shall",
    "may": "may",
    "might": "might",
    "could": "could",
}
"""Modal verbs that look ahead, and the form in which the tables have them."""

CERTAIN = frozenset("certain sure bound guaranteed destined inevitable".split())
"""Negated, these leave a thing open; they do not make it unlikely."""

EXPECTED = frozenset(
    "expected set due scheduled slated poised bound about sure certain guaranteed destined projected predicted tipped "
    "doomed anticipated forecast".split()
)
"""Participles and adjectives whose infinitive lies ahead."""

EXPECTING = frozenset({"expect", "anticipate", "foresee", "predict"})
PLANNING = frozenset({"plan", "intend"})
PROMISING = frozenset("promise pledge vow undertake swear commit guarantee".split())

STATIVE = frozenset(
    "be hold have appear seem know reflect explain contain include want belong consist own resemble deserve feel look sound "
    "think believe disagree agree".split()
)
"""After `may` these speak of what is, not of what comes."""

CONDITIONS = frozenset({"if", "unless", "provided", "providing", "supposing", "assuming", "should"})
PURPOSES = frozenset(
    "aim goal purpose key way task point plan idea objective challenge solution answer job role mission".split()
)
"""Subjects of which `is to` says what they are, not what comes."""

ATTITUDES = frozenset(
    "believe think assume suspect fear worry hope hop expect doubt suppose feel reckon consider presume anticipate imagine "
    "calculate bet worried convinced confident afraid concerned certain sure hopeful sceptical skeptical optimistic "
    "pessimistic".split()
)
"""Verbs and adjectives of those whose view the clause under them is; `hop` is what the lemmatiser makes of `hopes`."""

VIEWING = EXPECTING | frozenset({"judge", "deem", "rate", "reckon", "think", "consider"})
"""Verbs whose own subject holds what their clause foretells."""

BELIEFS = frozenset("believe think assume suspect suppose reckon presume fear convinced".split())
ASKING = frozenset("see wonder ask wait know decide question".split())

FALSE = frozenset(
    "false untrue baseless unfounded fabricated bogus fake debunked discredited erroneous groundless spurious refuted "
    "disproved disproven fictitious invented unsubstantiated".split()
)
FALSELY = frozenset("falsely wrongly erroneously baselessly mistakenly wrongfully untruthfully".split())
DISPROVING = frozenset("debunk disprove discredit refute".split())
RUMOURS = frozenset(
    "story tale gossip claim allegation rumour rumor accusation assertion theory narrative myth notion report news idea "
    "suggestion charge belief".split()
)

EVALUATIVE = frozenset(
    "important crucial vital essential useful useless weak strong dangerous troubling clear obvious disappointing "
    "underwhelming uneasy fragile unstable stable tense hostile friendly close cold warm rational irrational unreasonable "
    "reasonable plausible implausible angry furious happy unhappy eager reluctant worried vulnerable ready prepared "
    "hesitant sincere insincere superficial aligned isolated dependent successful unsuccessful effective ineffective hard "
    "difficult easy impossible serious real true wrong right necessary unnecessary significant insignificant temporary "
    "durable lasting limited guilty responsible complicated complex risky costly cheap decisive central unique good bad "
    "better worse best worst weaker stronger deep shallow ambiguous flexible rigid respectful loyal unreliable reliable "
    "precarious doomed hollow empty symbolic strategic tactical surprising unsurprising inevitable premature naive dead "
    "popular unpopular legitimate illegitimate unacceptable acceptable unprecedented broken stuck bleak grim hopeful "
    "optimistic safe secure insecure noteworthy furthest rare vocal tired confident determined keen key capable incapable "
    "unwilling willing powerful powerless resentful grateful suspicious wary".split()
)
"""Adjectives by which a writer judges."""

JUDGING_NOUNS = frozenset(
    "game aim goal threat risk opportunity cornerstone failure success mistake victory defeat partner ally rival enemy "
    "obstacle problem challenge reason key tool way point evidence sign proof priority weakness strength advantage burden "
    "liability asset blow setback turning-point watershed milestone gamble disaster catastrophe folly illusion myth farce "
    "excuse pretext danger dilemma friendship marriage alliance partnership rivalry truce competitor customer cooperation "
    "trust courtship backer actor power player interest concern".split()
)
"""Nouns by which a writer judges."""

WEIGHING = frozenset(
    "limit undermine weaken complicate divide matter lack require hamper hinder harm damage benefit destabilize destabilise "
    "threaten strengthen facilitate represent present pose constitute suffer deserve remove contradict troubles reflect "
    "mean suggest show serve signal depend fail".split()
)
"""Verbs in the present by which a writer weighs one thing against another."""

RELATIONS = frozenset(
    "relationship relation tie partnership friendship rapprochement reconciliation courtship marriage rivalry realignment "
    "détente entente".split()
)
"""Nouns for what lies between two states; whose it is may stand elsewhere."""

BONDS = {
    **dict.fromkeys(
        "ally partner friend rival enemy foe adversary opponent competitor customer client supplier".split(), "party"
    ),
    **dict.fromkeys(
        "alliance partnership friendship marriage wedding truce rivalry competition cooperation courtship entente axis enmity "
        "hostility détente".split(),
        "bond",
    ),
}
"""Nouns by which two are said to be something to one another: what one of them is, or what lies between them."""

STRAINING = frozenset(
    "threaten strain undermine weaken complicate damage poison overshadow jeopardise jeopardize imperil sour".split()
)
"""Verbs whose passive says how something stands."""

KNOWING = frozenset({"know", "realise", "realize"})
"""Verbs of belief only where `that` opens their clause."""

BLAME = frozenset({"responsible", "guilty", "culpable", "behind", "blame", "accountable"})
"""Words that lay an act at somebody's door."""

CRIMES = frozenset(
    "assassination murder killing attack bombing massacre shooting coup plot explosion blast poisoning kidnapping abduction "
    "hijacking strike raid downing shootdown ambush slaughter death disappearance atrocity sabotage siege invasion violence "
    "bloodshed crash hack".split()
)
"""Nouns of what somebody is to blame for."""
