"""A case about two countries that are not in any article, with events of their own."""

from __future__ import annotations

from datetime import date

from detente.records import Event, Moment
from detente.reference import plover

CASE = """
format = "detente-case"
version = 1
title = "Norway and Peru over fish"
dyad = ["NOR", "PER"]

[model]
source_correlation = 0.25
draws = 400
seed = 5

[[actor]]
id = "NOR"
influence = 60
power = 50
authority = 0.6

[[actor]]
id = "PER"
influence = 40
power = 100

[[actor]]
id = "CHL"
influence = 20

[[actor]]
id = "ISL"

[[issue]]
id = "QUOTA"
name = "How much may be caught"
arena = "sea"
pole_0 = "nothing"
pole_100 = "everything"
status_quo = 30
origin = "analyst"

[[issue]]
id = "PORT"
name = "A port for the fleet"
pole_0 = "none"
pole_100 = "leased"
status_quo = 0
rule = "bilateral_contract"
parties = ["NOR", "PER"]
sanctions = { PER = 5 }
origin = "analyst"

[[issue]]
id = "WHALES"
name = "Whaling"
pole_0 = "banned"
pole_100 = "free"
origin = "analyst"

[[position]]
actor = "NOR"
issue = "QUOTA"
low = 70
mode = 80
high = 95
salience = 90
latest = 2016-05-01
evidence = [{ document = "d1", start = 0, end = 4, text = "Oslo" }]

[[position]]
actor = "PER"
issue = "QUOTA"
low = 5
mode = 20
high = 40
salience = 60
latest = 2016-06-01
evidence = [{ document = "d1", start = 9, end = 13, text = "Lima" }]

[[position]]
actor = "CHL"
issue = "QUOTA"
low = 40
mode = 50
high = 60
salience = 30
origin = "analyst"

[[position]]
actor = "NOR"
issue = "PORT"
low = 90
mode = 100
high = 100
salience = 40
latest = 2018-01-01
origin = "analyst"

[[position]]
actor = "PER"
issue = "PORT"
low = 40
mode = 60
high = 80
salience = 50
latest = 2018-01-01
origin = "analyst"

[[tie]]
between = ["NOR", "PER"]
value = 0.3
proximity = 0.2

[[tie]]
between = ["NOR", "ISL"]
value = 0.8

[[view]]
holder = "NOR"
of = "PER"
trust = 0.1
aggression = 0.5

[[proxy]]
actor = "CHL"
patron = "PER"
weight = 0.5

[[mechanism]]
name = "outside_option"
parameters = { kappa = { low = 0.2, mode = 0.4, high = 0.6 }, actor = "NOR", partner = "PER", third = "CHL", issues = ["QUOTA"] }
evidence = [{ document = "d2", start = 3, end = 9, text = "it may" }]

[[mechanism]]
name = "resolve"
on = false
parameters = { shown = 0.5, actor = "NOR", issues = ["QUOTA"] }

[[hypothesis]]
id = "FRIENDS"
thesis = "They are friends for good."
holder = "A. Hansen"
expects = [{ types = ["AID", "COOPERATE"], dyad = ["NOR", "PER"] }]
excludes = [{ types = ["SANCTION", "COERCE"], dyad = ["NOR", "PER"] }]

[[hypothesis]]
id = "TRADERS"
thesis = "They deal where it pays."
holder = "B. Quispe"
expects = [{ types = ["SANCTION"], dyad = ["PER", "NOR"], directed = true, since = 2017-01-01 }]
excludes = [{ types = ["AID"], dyad = ["NOR", "PER"], until = 2016-12-31 }]
overruled = [{ event = "e4", reading = "consistent", note = "it was in return" }]
"""


def event(identifier, source, target, plover_type, first=None, last=None, modality="actual"):
    days = [date.fromisoformat(day) if day else None for day in (first, last if last is not None else first)]
    moment = Moment(*days, "explicit") if any(days) else Moment()
    quad = plover.quad(plover_type)
    return Event(identifier, identifier, (source,), (target,), plover_type, quad, modality, 1.0, moment=moment)


EVENTS = (
    event("e1", "NOR.GOV", "PER", "AID", "2016-03-01"),
    event("e2", "PER", "NOR", "CONSULT", "2016-04-10"),
    event("e3", "PER.GOV.X", "NOR", "SANCTION", "2017-06-01"),
    event("e4", "NOR", "PER", "ACCUSE", "2017-07-01"),
    event("e5", "NOR", "PER", "AID"),
    event("e6", "PER", "NOR", "SANCTION", "2016-12-01", "2017-02-01"),
    event("e7", "PER", "NOR", "SANCTION", "2017-08-01", modality="future"),
    event("e8", "CHL", "PER", "AID", "2017-06-03"),
)


def case_file(folder, text=CASE):
    path = folder / "case.toml"
    path.write_text(text, encoding="utf-8")
    return path
