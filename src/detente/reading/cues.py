"""What the lines around an article look like: the words by which its furniture is told from its text.

Each cue is about a kind of line, never about one publisher. A cue must begin the line, and mostly must fill it too (`$`), so
that an article about newspapers, cookies or subscriptions keeps its sentences.
"""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

_DATA = tomllib.loads(files("detente.reading").joinpath("cues.toml").read_text(encoding="utf-8"))


def _spelt(pattern: str) -> str:
    """A pattern of the file with its ⟨names⟩ spelt out."""
    return re.sub(r"⟨(\w+)⟩", lambda m: _spelt(_DATA["words"][m[1]]), pattern)


BOILERPLATE: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (reason, re.compile(_spelt(pattern), re.IGNORECASE)) for reason, patterns in _DATA["cues"].items() for pattern in patterns
)
# lines that are no prose by their shape
SHAPES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (reason, re.compile(pattern))
    for reason, pattern in (
        ("table", r"\|.*\|\s*$"),
        ("table", r"[^|]{1,60}(?:\s\|\s[^|]{1,60}){2,}$"),
        ("table", r"\S[^\t]{0,60}(?:\t+[^\t]{0,60}){2,}$"),
        ("table", r"\S.{0,40}?(?:\s{3,}\S.{0,30}?){2,}$"),
        ("table", r"(?=(?:[^,;]*[,;]){3})(?=(?:\D*\d){4})(?:[^\s,;]*(?: [^\s,;]+)?[,;]){3,}[^\s,;]*$"),
        (
            "code",
            r"(?:def|class|import|from|function|var|let|const|public|private|static|void|#include|elif|try)\b.{0,200}[(){};:=]\s*$",
        ),
        ("code", r".{0,200}(?:[{}]|[)\]\"'\w]\s?;)\s*$"),
        ("code", r"</?[a-z][\w-]*(?:\s[^<>]*)?/?>.{0,200}$"),
        ("code", r"\w+\s*(?:=|:=|\+=|->)\s*[\[{(\"'\d]"),
    )
)

# after an author's name, at the end of an article
IS_SOMEBODY = (
    r"(?:is|was|are|has (?:been|worked|written|reported)|directs|teaches|writes|works|leads|heads|holds|covers|reports|serves|"
    r"|lectures|edits|studies)\b"
)
LONGEST = 60  # words; what is longer is a paragraph, whatever it begins with

BULLET = re.compile(r"[•·▪◦‣*+–-]\s+\S|\d{1,2}[.)]\s+\S")

_UPPER = r"[^\W\d_a-zß-öø-ÿ]"
_NAME = rf"{_UPPER}[\w.'’-]*"
_OF = r"al-\w+|ar-\w+|as-\w+|bin|de|del|della|der|di|el|la|le|van|von|dos|da|ten|af"
PERSON = rf"{_NAME}(?: (?:{_NAME}|{_OF})){{1,4}}"
AGENCY = _DATA["words"]["agencies"]
_VIA = rf"(?:\s*(?:/|\||,|–|-|via)\s*(?:{AGENCY}|{PERSON}))*"
_LABEL = (
    r"(?:photo(?:graph)?s?|images?|pictures?|pics?|illustrations?|graphics?|credits?|file photo"
    r"|(?:photo|image|picture) (?:credit|by|source|courtesy))"
)

# a line that says whose picture it was
CREDIT = re.compile(
    rf"[\[(]?\s*(?:(?i:{_LABEL})(?: (?i:by|courtesy of|from))?\s*[:/©|–-]\s*\S.{{0,80}}"
    rf"|(?i:{_LABEL}) (?i:by|courtesy of) {PERSON}.{{0,40}}"
    rf"|©?\s*{PERSON}\s*(?:/|\||,|–|—|-)\s*{AGENCY}{_VIA}|©?\s*{AGENCY}{_VIA}|©\s*{PERSON}"
    rf"|{PERSON}\s*/\s*[A-Z]\w+(?: [A-Z]\w+){{0,2}}{_VIA})\s*[\])]?\.?$"
)
# a credit that closes a caption on its own line
_BRACKETED = (
    rf"[\[(]\s*(?:(?i:{_LABEL}|file|pool|©)\s*[:/ ]\s*(?:by )?)?(?:{PERSON}\s*[/|,–-]\s*)?{AGENCY}{_VIA}"
    r"(?:\s*/?\s*(?i:photo|file|pool|handout))?\s*[\])]"
)
CREDIT_TAIL = re.compile(
    rf"(?:\s*{_BRACKETED}"
    rf"|(?<=[.!?\"”’\])])\s+(?=[A-Z])(?i:{_LABEL})(?: (?i:by|courtesy of))?\s*[:/|]\s*[^.!?\n]{{2,80}}"
    rf"|(?<=[.!?\"”’])\s+©?\s*(?:{PERSON}\s*[/|]\s*)?{AGENCY}{_VIA}"
    rf"|(?<=[.!?\"”’\w])\s+©?\s*{PERSON}\s*/\s*{AGENCY}{_VIA})\s*\.?$"
)
# what hardly anything but a caption says
CAPTION = re.compile(
    r"^(?:FILE\b|File photo|In this (?:\w+ ){0,3}(?:photo|picture|image|handout)|Pictured"
    r"|An? (?:file |handout |satellite |general )(?:photo|picture|image|view))"
    r"|\((?:L|R|C|left|right|cent(?:re|er)|from left|top|bottom)\)"
    r"|\b(?:is|are) (?:seen|pictured)\b|,\s(?:left|right|from left|cent(?:re|er)),"
)

BY = re.compile(r"(?:(?:words|written|analysis|story|text|posted) )?by\s+|author\s*:\s*", re.IGNORECASE)
_PEOPLE = rf"(?:{PERSON}|{_NAME})(?:(?:,| and| &|;|,? with)\s+(?:by )?{PERSON}){{0,4}}"
BYLINE = re.compile(rf"(?P<who>{_PEOPLE})(?P<rest>\s*[,|/–—·(-]\s*.{{2,80}})?$")
SECTION = re.compile(
    r"\b(?:NEWS|ANALYSIS|OPINION|REPORT|EXCLUSIVE|COMMENT|COMMENTARY|WORLD|EUROPE|EAST|STATES|POLITICS|EDITORIAL|BREAKING|FEATURE)\b"
)
NAME_LINE = re.compile(rf"{PERSON}$")
