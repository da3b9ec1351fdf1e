"""The words of the calendar, as numbers and as pieces of regular expressions."""

from __future__ import annotations

MONTHS = {
    name: n
    for n, names in enumerate(
        "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|"
        "november nov|december dec".split("|"),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = {name: n for n, name in enumerate(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])}
CARDINALS = {
    word: n
    for n, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty".split()
    )
} | {"a": 1, "an": 1, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "hundred": 100, "a hundred": 100, "a couple of": 2}
ORDINALS = {
    word: n
    for n, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
        "sixteenth seventeenth eighteenth nineteenth twentieth twenty-first".split(),
        start=1,
    )
}

MONTH_NAME = "January|February|March|April|May|June|July|August|September|October|November|December"
MONTH = rf"(?:{MONTH_NAME}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
YEAR = r"(?:1[0-9]|20)\d\d"
PART = r"(?:(?i:(?:the\s+)?(?:very\s+)?(?P<part>early|mid|middle|late|beginning|start|end)(?:\s+of|\s+in)?(?:\s+the)?)[\s-]+)"
SEASON = r"(?P<season>(?i:spring|summer|autumn|fall|winter))"
WEEKDAY = (
    r"(?<!Bloody )(?<!Black )(?<!Good )(?<!Palm )(?<!Easter )(?<!Ash )(?<!Super )"
    r"(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
    r"(?!\s+(?:Times|Telegraph|Mail|Mirror|Express|Herald|Post|Mass|prayers?)\b)"
)
WAY = (
    r"(?P<way>(?i:last|this\s+(?:coming|past)|this|next|current|"
    r"the\s+(?:coming|previous|past|following|current|same)|that(?:\s+same)?))"
)
COUNT = "(?i:" + "|".join(sorted((*CARDINALS, r"\d{1,3}(?:\.\d)?"), key=len, reverse=True)) + ")"
SOME = r"(?i:several|a\s+few|some|many|various|countless|a\s+number\s+of|dozens\s+of)"
UNIT = r"(?:minute|hour|day|night|week|fortnight|month|year|decade|century|centurie|generation)"
ABOUT = (
    r"(?:(?i:(?:for\s+)?(?:more|less|fewer)\s+than|over|under|at\s+least|at\s+most|up\s+to|nearly|almost|about|around|some|roughly|"
    r"approximately)\s+)?"
)
UNNAMED = r"(?<![\w$€£¥#.,/:-])"
"""Not the tail of a name or of a longer number: `S-2000`, `1,2016`."""
TO = r"\s*(?:-|–|—|to|and|until)\s*"
