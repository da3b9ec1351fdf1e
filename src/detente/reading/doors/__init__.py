"""One door per kind of source: bytes → drafts."""
