"""What can be asked of a ledger; each module turns rows into the values of `records` and `holdings`."""
