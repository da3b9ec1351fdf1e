"""The tables of the reference room, as plain csv; `SOURCES.md` one folder up says whence they come."""
