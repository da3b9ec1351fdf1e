"""What each side can do: the system of actors and issues, the rules that decide it, and the solvers.

    power      effective power c·s, checked
    contest    Rule and Contest: how one issue is decided, and by whom
    system     System: actors × issues
    solvers    compromise, median, challenge, exchange, nash: one file each
    rules      multilateral, bilateral contract, unilateral, veto
    ktab       KTAB's csv in and out
    checks     the published figures, recomputed

Every function here is a pure function of numbers. An outcome is conditional on its model and not calibrated.
"""
