"""Turning points of a dyad: the months in which its level shifts, and the months that stand out from those around them.

    monthly    a series of months, from events or from numbers, and when it is too thin to judge
    found      what comes out: turning points, or a refusal with its reason
    shuffles   the order of the months left to chance: what every p-value here is a share of
    levels     level shifts, by a segment scan against the shuffled series
    spikes     single months, by their distance from their neighbours against the series clipped and shuffled
    scan       both detectors over one series, and the events that carry what they find
    archive    the monthly series of an event archive, from Parquet
    synthetic  series whose turning points are known
    checks     false alarms, known months and synthetic starts, recomputed

Both detectors are calibrated on the series itself: there is no constant threshold. Docs: `docs/methods/turning-points.md`.
"""

from detente.measures.turning_points.found import Thin, TurningPoint, TurningPoints
from detente.measures.turning_points.monthly import Series
from detente.measures.turning_points.scan import scan, turning_points

__all__ = ["Series", "Thin", "TurningPoint", "TurningPoints", "scan", "turning_points"]
