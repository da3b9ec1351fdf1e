"""What every door is given."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from detente.config import Settings
from detente.errors import UnreadableError


@dataclass(frozen=True, slots=True)
class Opened:
    """A file's unpacked bytes, where they are from, the limits, and when to give up (monotonic seconds)."""

    path: Path
    raw: bytes
    settings: Settings
    until: float

    def check(self) -> None:
        """To be called between two steps of long work.

        Raises:
            UnreadableError: `timeout`.
        """
        if monotonic() > self.until:
            what = f"takes more than {self.settings.max_seconds:g} seconds to read"
            raise UnreadableError(what, reason="timeout", at=self.path, mend="split it, or raise max_seconds")
