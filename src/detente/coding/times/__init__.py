"""Time expressions and the days they mean.

    times = find(parsed)                                     # every date, duration and vague reference of a document
    for dated in of(parsed.document, times, sentence): ...   # those of one sentence: row, preposition, moment

`since 2011` is the expression `2011` with the days of that year; the `moment` of its `Dated` has no end.

The grammar reads the clean text, admission asks the parse whether a stretch is a time at all, resolution finds the days.
A row may carry flags: `ambiguous_month` (`so far this month` in its first days), `ambiguous_order` (9/8/2016), and for a date
without a known year the days of any year, `recurs:07-21/07-31`.
"""

from __future__ import annotations

from detente.coding.times.governing import Dated, of, opened
from detente.coding.times.rows import find

__all__ = ["Dated", "find", "of", "opened"]
