"""What the lines around an article look like: the words by which furniture is told from text.

Each cue is about a kind of line, never about one publisher. A cue speaks of a whole line, and only of a short one, so that an
article about newspapers, cookies or subscriptions keeps its sentences.
"""

from __future__ import annotations

import re

_I = re.IGNORECASE

# reason → what such a line begins with or, where anchored with $, consists of
BOILERPLATE: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (reason, re.compile(pattern, _I))
    for reason, pattern in (
        (
            "subscribe",
            r"(?:please )?(?:subscribe|sign up|sign in|log ?in|register|join us)\b(?! by | for the (?:talks|summit|conference))"
            r"(?=.{0,80}(?:$|now|today|here|free|newsletter|access|email|inbox|unlimited|account|updates?|channel|to (?:our|the|read|get|continue)))"
            r"|(?:already|not) a (?:subscriber|member)|(?:become|are you) a (?:subscriber|member)|start your (?:free )?(?:trial|subscription)"
            r"|(?:get|receive) (?:unlimited access|the (?:latest|day's|week's|best|top|morning)\b.{0,60}(?:inbox|email|newsletter|delivered|day|week))"
            r"|get (?:our|the) .{0,40}newsletter|(?:our|the|free|daily|weekly|morning) newsletters?\b.{0,40}$|support (?:our|independent) journalism"
            r"|(?:stay|keep) (?:informed|up to date|updated)\b|you(?:'|’)?(?: a|)re reading (?:a|your|one of|the last)\b.{0,40}\b(?:free|article)"
            r"|you have (?:\d+|one|two|three|reached|read|no)\b.{0,40}\b(?:free|articles?|limit)\b|(?:this (?:article|content|story) is|exclusive) "
            r"(?:for|only for|available to|reserved for) (?:paid |premium )?(?:subscribers|members)|unlock (?:this|the full|full|unlimited)\b"
            r"|(?:paywall-free|ad-free)\b|to (?:continue|keep) reading\b|(?:continue|keep) reading with\b|donate (?:now|today|here)\b|enter your e-?mail\b",
        ),
        (
            "also_read",
            r"(?:also read|read also|read (?:more|next|this|on)|(?:you )?(?:may|might) also (?:like|be interested)|see also|related(?: (?:articles?|stories|news|coverage"
            r"|content|topics?|posts?|links?|reading))?|more (?:from|on this|stories|news|about this)|(?:further|recommended|suggested) reading|recommended(?: for you)?"
            r"|editor(?:'|’)?s(?:'|’)? picks?|most (?:read|popular|viewed)|trending(?: now)?|don(?:'|’)t miss|up next|next article|previous article|watch(?: more| now| live| also)?"
            r"|listen(?: now| to this article)?|in (?:pictures|video)|explore more|what to read next|latest (?:news|stories|headlines)|keep reading|continue reading|full story|click here)"
            r"\s*(?:[:|»>→–—-]|$)|(?:read|see|watch) (?:more|also|our|the full)\b.{0,60}(?:here|:|»|>|→|\.{3}|…)\s*$|click here\b",
        ),
        (
            "share_bar",
            r"(?:share|tweet|print|e-?mail|copy link|save|bookmark|comments?|like|pin it|whats ?app|facebook|twitter|linked ?in|telegram|reddit|flipboard|pocket|messenger|instagram"
            r"|youtube|x|follow|pinterest|viber|vk|link copied!?|copy|url|more|\d+ (?:shares?|comments?|likes?|views?))"
            r"(?:(?:[\s,|/·•&+]|and|on|via|this|article|story|to|the|by|with|friends|page|email|link|\d)+(?:share|tweet|print|e-?mail|copy|link|save|bookmark|comments?|like|pin|whats ?app|facebook"
            r"|twitter|linked ?in|telegram|reddit|flipboard|pocket|messenger|instagram|youtube|x|follow|pinterest|viber|vk|page|article|story|friends))*[\s.:!]*$"
            r"|share (?:this|on|via|to|the)\b.{0,60}$|(?:leave|add|post|write) (?:a|your) (?:comment|reply)\b|\d+ comments?\s*$|comments (?:are|have been) (?:closed|disabled)",
        ),
        ("follow", r"(?:follow|like|find|join|connect with|visit) (?:us|the author|our|@?\w+)\b.{0,60}\b(?:on|at|via)\b.{0,20}(?:twitter|facebook|x|instagram|telegram|linked ?in|youtube|whatsapp|google news|threads|bluesky|mastodon)\b"
                   r"|follow (?:us|@\w+)\b.{0,40}$|(?:download|get) (?:our|the) (?:free )?app\b|@\w{2,30}\s*$"),
        ("cookie_notice", r"(?:we|this (?:web)?site|our (?:web)?site|by (?:continuing|using|clicking|accepting))\b.{0,160}\b(?:cookies?|privacy policy|terms of (?:use|service))\b|(?:accept|reject|manage) (?:all )?(?:cookies|preferences|settings)\b"
                          r"|(?:cookie|privacy) (?:policy|settings|notice|preferences)\s*$|terms (?:of (?:use|service)|and conditions)\s*$"),
        ("reading_time", r"(?:estimated )?(?:reading|read) time\s*:?.{0,20}$|(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)[ -]?(?:min(?:ute)?s?\.?)(?:[ -]read(?:ing)?| to read)?\s*$|\d{1,3}\s*min(?:ute)?s?\s+(?:read|listen|watch)\b.{0,20}$"),
        ("copyright", r"(?:copyright|©|\(c\)\s*\d{4}|all rights reserved|℗)|.{0,60}\ball rights reserved\b|this (?:article|material|content|work) (?:may not be|is (?:protected|licensed|published under|republished))\b|(?:re)?printed with permission\b|reproduction (?:without|in whole)\b"),
        (
            "disclaimer",
            r"(?:disclaimer|editor(?:'|’)?s note|note)\s*:\s*(?=.{0,200}\b(?:views?|opinions?|position|policy)\b)"
            r"|(?:the |all |any )?(?:views?|opinions?|analys[ei]s|statements?|positions?|content)\b.{0,120}\b(?:are|is|do|does|may|might|should|belong|represent|remain|expressed)\b.{0,120}"
            r"\b(?:those of|not (?:necessarily )?(?:reflect|represent|be (?:attributed|construed|taken)|constitute|those)|(?:his|her|their|the authors?(?:'|’)?s?|author(?:'|’)?s) own|reflect(?:s|ing)?|alone|solely|belong)\b"
            r"|this (?:article|piece|op-?ed|commentary|column|essay|opinion|text)\b.{0,80}\b(?:not necessarily|reflects? (?:only )?the (?:views?|opinions?)|does not (?:reflect|represent)|own (?:views?|opinions?)|editorial (?:policy|position|stance|line))\b",
        ),
        ("author_note", r"(?:the (?:writer|author)|about the authors?|[A-Z][\w.'’-]+ [A-Z][\w.'’ -]{1,40}) (?:is|was|are) (?:an? |the |our )?(?:[\w-]+ ){0,4}(?:columnist|correspondent|contributor|contributing (?:writer|editor)|editor-at-large|staff writer|freelance (?:journalist|writer))\b"
                        r"|about the authors?\s*:?\s*$|(?:additional |with )?reporting by\b|(?:edited|editing|writing|compiled|translated) by [A-Z]|\(?(?:reporting|writing|editing) by\b|our standards: |contact (?:us|the (?:author|editor|newsroom))\b|got a (?:tip|story)"),
        ("advertisement", r"(?:advertis(?:ement|ing)|sponsored(?: (?:content|by\b.*|post))?|promoted(?: content)?|ad|paid (?:post|content)|article continues (?:below|after).{0,40}|story continues (?:below|after).{0,40}|scroll (?:down )?to continue.{0,30}|loading\s*\.*|skip to (?:main )?content|skip ad)[\s.:]*$"),
        ("navigation", r"(?:home|menu|search|back to top|go to top|top|next|previous|prev|close|sections?|topics?|tags?|categor(?:y|ies)|filed under|in this (?:article|story)|show more|view all|see all|load more|print edition|contents|table of contents|page \d+(?: of \d+)?|\d{1,4}|[-–—*_=~·•#\s]{3,})\s*$"
                       r"|(?:tags?|topics?|keywords?|filed under|categor(?:y|ies)|sections?)\s*:\s*.{0,160}$|.{1,40}(?:\s[>»›]\s.{1,40}){2,}$|(?:source|via|originally published(?: (?:at|by|in|on))?)\s*:?\s+(?:https?://|www\.)\S+\s*$|(?:https?://|www\.)\S+\s*$"),
        ("updated", r"(?:last )?(?:updated|modified|edited)\s*:?\s*(?:on\s+)?(?:\d|an? |[A-Z][a-z]{2,8}\.? \d).{0,40}$|\d+ (?:minutes?|hours?|days?|weeks?|months?) ago\s*$"),
    )
)  # fmt: skip

# a line of these after a subscription or link cue belongs to it
BULLET = re.compile(r"[•·▪◦‣*+–-]\s+\S|\d{1,2}[.)]\s+\S")
# section heads whose following short lines are links
LISTS = ("also_read", "subscribe")

_NAME = r"(?:[^\W\d_a-z][\w.'’-]*\.?)"
_PERSON = rf"{_NAME}(?:[ ](?:{_NAME}|al-\w+|bin|de|del|della|der|di|el|la|le|van|von|dos|da)){{0,4}}"
AGENCIES = (
    r"(?:Reuters|AFP|Agence France[- ]Presse|AP(?: Photo)?|Associated Press|Getty(?: Images)?|Corbis|EPA(?:-EFE)?|EFE|RIA Novosti|Sputnik|TASS|ITAR-TASS|Interfax"
    r"|Anadolu(?: Agency)?|AA|DHA|IHA|Xinhua|UPI|DPA|Bloomberg|Kyodo|Yonhap|PTI|ANI|IRNA|ISNA|SANA|Ukrinform|UNIAN|Kommersant|Shutterstock|Alamy(?: Stock Photo)?|iStock(?:photo)?|Flickr"
    r"|Wikimedia(?: Commons)?|Wikipedia|Creative Commons|CC[ -]BY(?:-\w+)*|Magnum(?: Photos)?|Zuma(?: Press)?|ZUMAPRESS|NurPhoto|Polaris|Redux|Sipa(?: USA)?|Pool|Handout|Kremlin\.ru|Press TV|Photoshot|VCG|Rex(?: Features)?|Courtesy)"
)
CREDIT = re.compile(
    rf"\W{{0,2}}(?:(?:photo(?:graph)?|image|picture|pic|illustration|graphic|map|video|credits?|file photo|photo credit|image credit|courtesy)s?(?: (?:credit|by|courtesy(?: of)?|source|from))?\s*[:/©|–-]\s*\S.{{0,80}}"
    rf"|(?:photo(?:graph)?|image|picture|illustration|graphic|map) (?:by|courtesy of) {_PERSON}.{{0,40}}"
    rf"|(?:©\s*)?{_PERSON}\s*(?:/|\||,|–|—|-)\s*{AGENCIES}(?:\s*(?:/|via|,|\||-|–)\s*{AGENCIES})*|(?:©\s*)?{AGENCIES}(?:\s*(?:/|via|,|\||-|–)\s*(?:{AGENCIES}|{_PERSON}))*"
    rf"|{_PERSON}\s*/\s*[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){{0,2}}(?: via [A-Z]\w+(?: \w+)?)?)\W{{0,3}}$",
)
# a credit that closes a caption on its own line
CREDIT_TAIL = re.compile(
    rf"\s*(?:[\[(]\s*(?:(?:photo|image|picture|file|pool|©)[^\])]{{0,20}}?[:/ ]\s*)?(?:{_PERSON}\s*[/|,–-]\s*)?{AGENCIES}[^\])]{{0,60}}[\])]"
    rf"|\b(?:Photo(?:graph)?|Image|Picture|Credit|Illustration)s?(?: (?:credit|by|courtesy(?: of)?))?\s*[:/|]\s*[^.!?\n]{{2,80}}"
    rf"|(?<=[.!?\"”’])\s+(?:©\s*)?(?:{_PERSON}\s*/\s*)?{AGENCIES}(?:\s*(?:/|via)\s*(?:{AGENCIES}|{_PERSON}))*"
    rf"|\s+(?:©\s*)?{_PERSON}\s*/\s*{AGENCIES}(?:\s*(?:/|via)\s*(?:{AGENCIES}|{_PERSON}))*)\s*\.?$",
)
# what only captions say
CAPTION = re.compile(
    r"^(?:FILE\b|File photo|In this (?:\w+ ){0,3}(?:photo|picture|image|handout)|(?:A|An) (?:file |handout |satellite |general )(?:photo|picture|image|view)|Pictured)"
    r"|\((?:L|R|C|left|right|cent(?:re|er)|from left|top|bottom)\)|\bis (?:seen|pictured) (?:in|at|on|during|with)\b|\b(?:is|are) (?:seen|pictured)\b"
    r"|,\s(?:left|right|from left|cent(?:re|er)),",
)
BYLINE = re.compile(
    rf"(?:(?:by|words by|written by|analysis by|story by|author\s*:|from|text by)\s+){_PERSON}(?:(?:,| and| &|;)\s*(?:and )?(?:by )?{_PERSON}){{0,4}}(?:\s*[,|/–—-]\s*.{{2,60}})?\s*$"
)
BY = re.compile(r"(?i:by|words by|written by|analysis by|story by|author\s*:|from|text by)\s+")
NAME_LINE = re.compile(rf"{_PERSON}\s*$")
SHOUTED_NAME = re.compile(r"[^\W\d_]{2,}(?:[ .'’-]+[^\W\d_]+){1,3}\s*$")
PAREN_OUTLET = re.compile(r"\(\s*([A-Z][\w.&' -]{1,40}?)\s*\)")
