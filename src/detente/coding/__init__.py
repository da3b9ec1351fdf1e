"""Document → rows."""
