"""How each number was made: a card for each measure."""

from __future__ import annotations

from detente.desk.views import NumberView
from detente.measures.interval import DRAWS, LEVEL
from detente.measures.series import HALF_LIFE_DAYS
from detente.measures.trend import FURTHEST_BACK, THIN, THIN_THRESHOLD, THRESHOLD, WINDOW_DAYS

_COUNTED = (
    "acts between the two states and their organs that are told as having taken place and whose date is known at both ends; "
    "each is one unit, spread evenly over the days it may lie on"
)


def numbers() -> tuple[NumberView, ...]:
    """The cards, in the order of the brief."""
    decay = f"half-life {HALF_LIFE_DAYS:g} days, seen from the end of the month"
    known = f"not known where no act of that kind is younger than {2 * HALF_LIFE_DAYS:g} days"
    return (
        NumberView(
            "number-displayed",
            "Displayed: words",
            "How warm the relation sounds: the verbal acts between the two.",
            "D = (a − c) / (a + c), with a the cooperative and c the conflictual weight of verbal acts; from −1 to +1.",
            (f"by month: {decay}, {known}", "by calendar year: share of days in the year, no decay"),
            f"Rests on {_COUNTED}. Each line of the tables links to its acts.",
            "It counts what was written of; a loud quarrel and a quiet one weigh the same.",
        ),
        NumberView(
            "number-substance",
            "Substance: deeds",
            "How warm the relation is in what is done: the material acts between the two.",
            "S = (a − c) / (a + c), the same with material acts. Signing is a word; carrying out is a deed.",
            (f"by month: {decay}, {known}", "by calendar year: share of days in the year, no decay"),
            f"Rests on {_COUNTED}.",
            "Deeds by allies, rebels and firms are not the state’s here. A single deed gives +1 or −1: look at its interval.",
        ),
        NumberView(
            "number-gap",
            "Gap",
            "How much warmer the words are than the deeds.",
            "G = D − S, from −2 to +2; not known where either is not known.",
            ("no settings of its own",),
            "Rests on the acts of both.",
            "A gap may also come from articles that tell words and leave out deeds, or the other way about.",
        ),
        NumberView(
            "number-interval",
            "Interval",
            "How far the value might lie elsewhere, given how few acts and articles it rests on.",
            "Beta(a + ½, c + ½) mapped to −1…+1, each draw after resampling the articles; an act that several tell is split "
            "among them.",
            (
                f"{100 * LEVEL:g} % of {DRAWS} draws, seed 0",
                "widened to hold the value itself",
            ),
            "Rests on the same acts.",
            "It does not know of acts that no article tells, nor of errors in reading.",
        ),
        NumberView(
            "number-arrow",
            "Arrow",
            "Whether the relation got better or worse.",
            f"The {WINDOW_DAYS} days up to the last dated act against the nearest earlier {WINDOW_DAYS} days with acts of the "
            f"same kind, at most {FURTHEST_BACK} such spans back; a difference below {THRESHOLD:g} is no change. "
            "Deeds outrank words.",
            (
                f"window {WINDOW_DAYS} days",
                f"threshold {THRESHOLD:g}, or {THIN_THRESHOLD:g} on fewer than {THIN} acts",
                "no decay inside a window",
            ),
            "Rests on the acts named beside the arrow.",
            "It compares two spans and says nothing of what comes next.",
        ),
        NumberView(
            "number-confidence",
            "Confidence",
            "How far to lean on the arrow.",
            "High: intervals apart (or no change), five articles, six acts in each of the two half-years, fewer than half of all "
            "acts told by one article alone. Moderate: intervals apart (or no change), three articles, three acts in each "
            "of the two half-years. Low: anything less.",
            ("copies count once",),
            "Rests on the counts under “What is not known”.",
            "It weighs quantity. Nobody has judged the sources: all stand at F / 6, cannot be judged.",
        ),
    )
