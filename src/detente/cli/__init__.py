"""The command line. `detente --help` loads nothing heavy: each command imports what it needs when it runs.

    app.py      the application and its one edge: every refusal is one line on stderr and an exit status
    options.py  options that several commands share
    intake.py   demo, read
    listing.py  events actors agreements claims conflicts sources
    lookup.py   search, show
    output.py   brief, export
    upkeep.py   verify, derive, doctor
    coding.py   code
    standing.py relation, turning-points
    solving.py  issues, solve
    changing.py whatif, replay
    theses.py   hypotheses, watch
    case.py     case check, case draft
    bench.py    bench coder, bench strategy
    figures.py  numbers and intervals as words

Exit status: 0 done, 1 failed, 2 an input cannot be used, 3 the ledger cannot be used, 130 interrupted.
"""

from __future__ import annotations

from detente.cli.app import app, main

__all__ = ["app", "main"]
