"""What each side can do: the system of actors and issues, the rules that decide it, and the solvers.

    power      effective power c·s, checked
    contest    Rule and Contest: how one issue is decided, and by whom
    system     System: actors × issues
    solvers    compromise, median, challenge, exchange, nash: one file each
    rules      multilateral, bilateral contract, unilateral, veto
    ktab       KTAB's csv in and out
    checks     the published figures, recomputed
    state      what mechanisms act on: positions, power, ties, trust, perception
    mechanisms what moves what, one file each, with a sign that `signs` tests
    run        the order of updates, every issue by its rule, and the outcome
    sampling   draws, intervals, tornado, a source left out
    scenario   patches, and what each changes
    replay     what was there on a day
    hypotheses rival theses against events; `indicators`: what is watched for
    case       the case file; `assembly` makes a situation of it and of a ledger's events
    draft      a case proposed from articles

Every function here is a pure function of numbers. An outcome is conditional on its model and not calibrated.
"""
