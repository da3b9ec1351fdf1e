"""Reading: bytes → Document. One door per kind of source, then cleaning, dating, language; `parse` for sentences and syntax.

    for item in reading.read(["articles/"]):       # Document or Refusal, in a fixed order
        parsed = reading.parse.parse(item)

Nothing here fetches, writes or remembers anything: the same bytes give the same Document on every machine.
"""

from __future__ import annotations

from detente.reading.intake import read
from detente.reading.sources import expand

__all__ = ["expand", "read"]
