"""What the lines around an article look like: the words by which its furniture is told from its text.

Each cue is about a kind of line, never about one publisher. A cue must begin the line, and mostly must fill it too (`$`), so that
an article about newspapers, cookies or subscriptions keeps its sentences.
"""

from __future__ import annotations

import re

_END = r"\W*$"
_MANY = r"(?:you|your|our|the|this|a|an|my)"
_SITES = (
    "facebook|twitter|x|linked ?in|whats ?app|telegram|reddit|flipboard|pocket|messenger|instagram|youtube|pinterest|viber|vk|tumblr"
    "|threads|bluesky|mastodon|google news|tiktok|weibo|wechat|rss"
)
_SHARE = rf"(?:share|tweet|print|e-?mail|copy|link|save|bookmark|comments?|like|pin|follow|post|url|more|listen|gift|{_SITES})"
_JOIN = r"(?:[\s,|/·•&+:()\d-]+|\b(?:and|on|via|this|article|story|to|the|by|with|page|it|us|friends?|a|now)\b)"
_VIEWS = r"(?:views?|opinions?|analys[ei]s|statements?|positions?|conclusions|content|facts)"
_PIECE = r"(?:article|piece|op-?ed|commentary|column|essay|opinion|text|blog|post|contribution|material)"
_TRADE = r"(?:columnist|correspondent|contributor|contributing \w+|editor(?:-at-large|-in-chief)?|staff writer|freelance \w+)"

_BEGINNINGS: dict[str, tuple[str, ...]] = {
    "subscribe": (
        r"(?:please )?subscribe(?: now| here| today)?" + _END,
        r"(?:please )?subscribe (?:to|for)\b.{0,80}\b(?:get|access|newsletters?|updates?|channel|inbox|e-?mail|podcast|unlimited|free|today|now)\b",
        r"(?:please )?subscribe (?:to|for) (?:\w+ ){1,5}\w*" + _END,
        r"sign (?:up|in)" + _END,
        r"sign (?:up|in)\b.{0,80}\b(?:newsletters?|inbox|e-?mail|updates?|account|alerts?|free|briefing|continue|read)\b",
        r"(?:log ?in|register|join)(?: now| here| today| free)?(?: to | for )?(?:continue|read|get|access|comment)?.{0,30}" + r"\b(?:account|free|now|here|today|reading|access|comment)" + _END,
        r"(?:already|not(?: yet)?|become|are you) a (?:subscriber|member)\b",
        r"start your (?:free |\w+ )?(?:trial|subscription)\b",
        r"(?:get|receive) (?:unlimited|full|digital) access\b",
        r"(?:get|receive|enjoy) .{0,80}\b(?:inbox|newsletters?|delivered|e-?mail alerts?)\b",
        rf"{_MANY} (?:\w+ )?newsletters?" + _END,
        r"(?:free |daily |weekly |morning )?newsletters?(?: sign[- ]?up)?" + _END,
        r"support (?:our|independent|quality) (?:journalism|work|reporting)\b",
        r"you(?:['’]| a)re (?:currently )?reading (?:a|your|one of|the last)\b.{0,40}\b(?:free|article|story)\b",
        r"you have (?:\d+|one|two|three|reached|read|used|no)\b.{0,50}\b(?:free|articles?|limit|stories)\b",
        r"this (?:article|content|story|page) is (?:exclusive|only|reserved|available|free)\b.{0,40}\b(?:subscribers|members|readers|registered)\b",
        r"(?:exclusive|only) (?:for|to) (?:\w+ )?(?:subscribers|members)\b",
        r"unlock (?:this|the full|full|unlimited|access|more|all)\b",
        r"(?:paywall|ad)-free\b",
        r"(?:continue|keep) reading (?:with|for|by)\b",
        r"to (?:continue|keep) reading\b",
        r"(?:donate|give|subscribe|upgrade) (?:now|today|here)" + _END,
        r"(?:please )?(?:enter|provide) (?:your|a valid) e-?mail\b",
        r"(?:stay|keep) (?:informed|up[- ]to[- ]date|updated|in the know)\b.{0,60}" + _END,
        r"(?:cancel|unsubscribe) (?:at )?any ?time\b",
    ),
    "also_read": (
        r"(?:also read|read also|read more|read next|read this|read on|see also|watch also|also watch|see more|watch more)\s*(?:[:|»>→–—-]|$)",
        r"(?:you )?(?:may|might) (?:also )?(?:like|be interested|enjoy|want)\b.{0,40}" + _END,
        r"(?:related|recommended|further|suggested|more)(?: (?:articles?|stories|news|coverage|content|topics?|posts?|links?|reading|videos?))?\s*(?::|$)",
        r"(?:related|recommended) (?:articles?|stories|news|coverage|content|topics?|posts?|links?|reading|videos?)\b\s*[:|»>→–—-]?",
        r"more (?:from|on|about|in) .{1,50}" + _END,
        r"editor['’]?s['’]? (?:picks?|choice)" + _END,
        r"(?:most (?:read|popular|viewed|shared|recent)|trending(?: now)?|don['’]t miss|up next|popular|top stories)" + _END,
        r"(?:next|previous) (?:article|story|post)\b.{0,80}" + _END,
        r"(?:watch|listen)(?: now| live| here)?\s*[:|»>→]",
        r"(?:what to read next|latest (?:news|stories|headlines|articles)|explore more|full story|keep reading|continue reading)" + _END,
        r"(?:read|see|watch|find|learn|view) (?:more|also|our|the full|all)\b.{0,60}(?:\bhere\b|»|>|→|\.{3}|…)" + _END,
        r"click (?:here|on|to)\b.{0,80}" + _END,
        r"(?:for more|more information)\b.{0,60}\b(?:click|visit|see|go to)\b",
    ),
    "share_bar": (
        rf"{_SHARE}(?:{_JOIN}{{1,4}}{_SHARE})+" + _END,
        r"(?:share|tweet|print|e-?mail|bookmark|save)(?: this(?: article| story| page| post)?)?" + _END,
        r"share (?:this|on|via|to|the|with)\b.{0,60}" + _END,
        rf"(?:{_SITES})" + _END,
        r"(?:leave|add|post|write|view) (?:a |your )?(?:comments?|reply)\b.{0,30}" + _END,
        r"[\d.,]+k? (?:shares?|comments?|likes?|views?|retweets?)" + _END,
        r"comments?(?: \(\d+\)| are closed| have been (?:closed|disabled))?" + _END,
    ),
    "follow": (
        rf"(?:follow|like|find|join|connect with|visit) (?:us|our|me|the author|@?\w+(?: \w+)?)\b.{{0,60}}\b(?:on|at|via)\b.{{0,40}}\b(?:{_SITES})\b.{{0,60}}" + _END,
        r"follow (?:us|@\w+)\b.{0,40}" + _END,
        r"(?:download|get) (?:our|the) (?:\w+ ){0,3}app\b.{0,60}" + _END,
        r"@\w{2,30}" + _END,
    ),
    "cookie_notice": (
        r"(?:we|this (?:web ?)?site|our (?:web ?)?sites?|by (?:continuing|using|clicking|accepting))\b.{0,200}\b(?:cookies?|privacy policy|terms of (?:use|service))\b",
        r"(?:accept|reject|manage|allow) (?:all |my )?(?:cookies|preferences|settings)\b.{0,40}" + _END,
        r"(?:cookie|privacy) (?:policy|settings|notice|preferences)" + _END,
        r"terms (?:of (?:use|service)|and conditions)" + _END,
    ),
    "reading_time": (
        r"(?:estimated )?(?:reading|read) time\b.{0,20}" + _END,
        r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)[ -]?min(?:ute)?s?\.?[ -](?:read|reading|to read|listen|watch)\b.{0,20}" + _END,
    ),
    "copyright": (
        r"(?:copyright\b|©|\(c\)\s*\d{4}|℗)(?=.{0,160}$)",
        r".{0,80}\ball rights reserved\b",
        r"this (?:article|material|content|work|story) (?:may not be|is (?:protected|licensed|published under|republished)|was (?:first|originally) published)\b.{0,200}",
        r"(?:re)?(?:printed|published) with (?:the )?permission\b",
        r"reproduction (?:without|in whole)\b",
    ),
    "disclaimer": (
        rf"(?:disclaimer|editor['’]?s note|note)\s*:(?=.{{0,300}}\b{_VIEWS}\b)",
        rf"(?:the |all |any |these )?{_VIEWS}\b.{{0,160}}\b(?:not necessarily|necessarily (?:reflect|represent)|(?:do|does|may|might|should|need) not (?:\w+ )?(?:reflect|represent|be (?:attributed|construed|taken)))",
        rf"(?:the |all |any |these )?{_VIEWS} (?:expressed|presented|contained|stated|set out|given|here)\b.{{0,160}}\b(?:own|alone|solely|only|those of)\b",
        rf"(?:the |all )?{_VIEWS} (?:are|is) (?:those of|(?:his|her|their|the author['’]?s['’]?|the writer['’]?s['’]?) own|the author['’]?s['’]?)\b",
        rf"(?:this|the) (?:above )?{_PIECE}\b.{{0,100}}\b(?:not necessarily|reflects? (?:only )?the (?:views?|opinions?)|(?:does|may|do) not (?:\w+ )?(?:reflect|represent)|own (?:views?|opinions?))\b",
        rf"(?:what is|anything) written here\b.{{0,120}}\b{_VIEWS}\b",
    ),
    "author_note": (
        rf"(?:the (?:writer|author)|[A-Z][\w.'’-]+ [A-Z][\w.'’ -]{{1,40}}) (?:is|was) (?:an? |the |our )?(?:[\w-]+,? ){{0,5}}{_TRADE}\b.{{0,300}}",
        r"about the authors?\b.{0,20}" + _END,
        r"\(?(?:additional |with )?(?:reporting|writing|editing|edited|compiled|translated|translation) by\b.{0,200}",
        r"our standards\s*:",
        r"contact (?:us|the (?:author|editor|newsroom|writer))\b",
        r"got a (?:tip|story|correction)\b",
    ),
    "advertisement": (
        r"(?:advertis(?:ement|ing)|sponsored(?: (?:content|post|by\b.{0,40}))?|promoted(?: content)?|ad|ads|paid (?:post|content)|skip ad|remove ads)" + _END,
        r"(?:article|story) continues (?:below|after)\b.{0,40}" + _END,
        r"(?:scroll (?:down )?to continue|loading|skip to (?:main )?content)\b.{0,30}" + _END,
    ),
    "navigation": (
        r"(?:home|menu|search|back to top|go to top|top|next|previous|prev|close|sections?|topics?|tags?|categor(?:y|ies)|filed under|in this (?:article|story)|on this page"
        r"|show (?:more|less)|view all|see all|load more|print edition|contents|table of contents|toggle navigation|most recent)" + _END,
        r"(?:tags?|topics?|keywords?|filed under|categor(?:y|ies)|posted in|sections?)\s*:\s*.{0,160}$",
        r".{1,40}(?:\s[>»›]\s.{1,40}){2,}$",
        r"(?:source|via|originally published(?: (?:at|by|in|on))?|url|link)\s*:?\s+(?:https?://|www\.)\S+" + _END,
        r"(?:https?://|www\.)\S+$",
        r"(?:page )?\d{1,4}(?: (?:of|/) \d{1,4})?$",
        r"[\W_]+$",
    ),
    "updated": (r"\d+ (?:minutes?|hours?|days?|weeks?|months?|years?) ago" + _END,),
}  # fmt: skip

BOILERPLATE: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (reason, re.compile(pattern, re.IGNORECASE)) for reason, patterns in _BEGINNINGS.items() for pattern in patterns
)
LONGEST = 60  # words; what is longer is a paragraph, whatever it begins with

BULLET = re.compile(r"[•·▪◦‣*+–-]\s+\S|\d{1,2}[.)]\s+\S")

_UPPER = r"[^\W\d_a-zß-öø-ÿ]"
_NAME = rf"{_UPPER}[\w.'’-]*"
_OF = r"al-\w+|ar-\w+|as-\w+|bin|de|del|della|der|di|el|la|le|van|von|dos|da|ten|af"
PERSON = rf"{_NAME}(?: (?:{_NAME}|{_OF})){{1,4}}"
_AGENCIES = (
    "AA", "AFP", "Agence France[- ]Presse", "Alamy", "Anadolu(?: Agency)?", "ANI", "AP(?: Photo)?", "(?:The )?Associated Press", "Bloomberg",
    "Corbis", "Creative Commons", "CC[ -]BY[\\w-]*", "DHA", "DPA", "EFE", "EPA(?:-EFE)?", "Flickr", "Getty(?: Images)?", "Handout", "IHA",
    "Interfax", "IRNA", "ISNA", "iStock(?:photo)?", "ITAR-TASS", "Kommersant", "Kremlin\\.ru", "Kyodo", "Magnum(?: Photos)?", "NurPhoto",
    "Polaris", "Pool", "PTI", "Redux", "Reuters", "Rex(?: Features)?", "RIA Novosti", "SANA", "Shutterstock", "Sipa(?: USA)?", "Sputnik",
    "T[Aa][Ss][Ss]", "Ukrinform", "UNIAN", "UPI", "VCG", "Wikimedia(?: Commons)?", "Wikipedia", "Xinhua", "Yonhap", "Z[Uu][Mm][Aa](?: Press)?",
)  # fmt: skip
AGENCY = rf"(?:{'|'.join(_AGENCIES)})"
_VIA = rf"(?:\s*(?:/|\||,|–|-|via)\s*(?:{AGENCY}|{PERSON}))*"
_LABEL = r"(?:photo(?:graph)?s?|images?|pictures?|pics?|illustrations?|graphics?|credits?|file photo|(?:photo|image|picture) (?:credit|by|source|courtesy))"

# a line that says whose picture it was
CREDIT = re.compile(
    rf"[\[(]?\s*(?:(?i:{_LABEL})(?: (?i:by|courtesy of|from))?\s*[:/©|–-]\s*\S.{{0,80}}|(?i:{_LABEL}) (?i:by|courtesy of) {PERSON}.{{0,40}}"
    rf"|©?\s*{PERSON}\s*(?:/|\||,|–|—|-)\s*{AGENCY}{_VIA}|©?\s*{AGENCY}{_VIA}|©\s*{PERSON}"
    rf"|{PERSON}\s*/\s*[A-Z]\w+(?: [A-Z]\w+){{0,2}}{_VIA})\s*[\])]?\.?$"
)
# a credit that closes a caption on its own line
CREDIT_TAIL = re.compile(
    rf"\s*(?:[\[(]\s*(?:[^\])]{{0,40}}[:/,| ]\s*)?{AGENCY}\b[^\])]{{0,60}}[\])]"
    rf"|\b(?i:{_LABEL})(?: (?i:by|courtesy of))?\s*[:/|]\s*[^.!?\n]{{2,80}}"
    rf"|(?<=[.!?\"”’])\s+©?\s*(?:{PERSON}\s*[/|]\s*)?{AGENCY}{_VIA}"
    rf"|(?<=[.!?\"”’\w])\s+©?\s*{PERSON}\s*/\s*{AGENCY}{_VIA})\s*\.?$"
)
# what hardly anything but a caption says
CAPTION = re.compile(
    r"^(?:FILE\b|File photo|In this (?:\w+ ){0,3}(?:photo|picture|image|handout)|An? (?:file |handout |satellite |general )(?:photo|picture|image|view)|Pictured)"
    r"|\((?:L|R|C|left|right|cent(?:re|er)|from left|top|bottom)\)|\b(?:is|are) (?:seen|pictured)\b|,\s(?:left|right|from left|cent(?:re|er)),"
)

BY = re.compile(r"(?:(?:words|written|analysis|story|text|posted) )?by\s+|author\s*:\s*", re.IGNORECASE)
_PEOPLE = rf"(?:{PERSON}|{_NAME})(?:(?:,| and| &|;|,? with)\s+(?:by )?{PERSON}){{0,4}}"
BYLINE = re.compile(rf"(?P<who>{_PEOPLE})(?P<rest>\s*[,|/–—·(-]\s*.{{2,80}})?$")
NAME_LINE = re.compile(rf"{PERSON}$")
