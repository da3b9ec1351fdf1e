"""The tables of the reference room, as plain csv; `SOURCES.md` beside them says whence each row comes and under which licence."""
