"""Bytes from a file, unpacked if need be, never more of them than allowed.

The limit is enforced on what comes out, chunk by chunk: the sizes that an archive declares are not believed.
"""

from __future__ import annotations

import bz2
import lzma
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from detente.config import Settings
from detente.errors import UnreadableError

PACKED = {".gz": "gzip", ".bz2": "bzip2", ".xz": "xz"}
_MAGIC = {".gz": b"\x1f\x8b", ".bz2": b"BZh", ".xz": b"\xfd7zXZ"}
_CHUNK = 1 << 16
_MEMBERS = 1000  # members that unpack to nothing would else be walked without end
_MEMORY = 256 << 20


class _Decompressor(Protocol):
    def decompress(self, data: bytes, max_length: int, /) -> bytes: ...

    @property
    def eof(self) -> bool: ...

    @property
    def unused_data(self) -> bytes: ...


def load(path: Path, settings: Settings) -> bytes:
    """The whole file as it lies on disk.

    Raises:
        UnreadableError: `empty`, `too_large`, or `unreadable` where the system refuses.
    """
    try:
        with path.open("rb") as file:
            raw = file.read(settings.max_bytes + 1)
    except OSError as error:
        raise UnreadableError(error.strerror or "cannot be opened", reason="unreadable", at=path) from None
    if not raw:
        raise UnreadableError("is empty", reason="empty", at=path)
    if len(raw) > settings.max_bytes:
        mend = "split it, or raise max_bytes"
        raise UnreadableError(f"is larger than {settings.max_bytes:,} bytes", reason="too_large", at=path, mend=mend)
    return raw


def unpack(raw: bytes, suffix: str, limit: int, *, at: Path) -> bytes:
    """What `raw` unpacks to; `suffix` is one of `.gz .bz2 .xz`. Members written one after another are joined.

    Raises:
        UnreadableError: `too_large` beyond `limit` bytes, `truncated` where the stream breaks off, `corrupt` where it is none.
    """
    out = bytearray()
    place = 0
    for _ in range(_MEMBERS):
        place = _member(_MAKERS[suffix](), raw, place, out, limit, PACKED[suffix], at)
        if not raw.startswith(_MAGIC[suffix], place):
            break
    if not out:
        raise UnreadableError("unpacks to nothing", reason="empty", at=at)
    return bytes(out)


def _member(stream: _Decompressor, raw: bytes, place: int, out: bytearray, limit: int, kind: str, at: Path) -> int:
    """Unpack the member that begins at `place` onto `out`; where it ends."""
    rest = b""
    while not stream.eof:
        data = rest or raw[place : place + _CHUNK]
        place += 0 if rest else len(data)
        try:
            part = stream.decompress(data, _CHUNK)
        except (OSError, EOFError, MemoryError, zlib.error, lzma.LZMAError) as error:
            raise UnreadableError(f"is no sound {kind} file: {error}", reason="corrupt", at=at) from None
        rest = getattr(stream, "unconsumed_tail", b"")
        if not part and not data:
            raise UnreadableError(f"the {kind} stream breaks off", reason="truncated", at=at)
        out += part
        if len(out) > limit:
            mend = "unpack it by hand, or raise max_unpacked"
            raise UnreadableError(f"unpacks to more than {limit:,} bytes", reason="too_large", at=at, mend=mend)
    return place - len(stream.unused_data)


_MAKERS: dict[str, Callable[[], _Decompressor]] = {
    ".gz": lambda: zlib.decompressobj(wbits=31),
    ".bz2": bz2.BZ2Decompressor,
    ".xz": lambda: lzma.LZMADecompressor(memlimit=_MEMORY),
}
