"""A case laid over the hand-made relation of two states: issues, rival theses and a scenario."""

from __future__ import annotations

import norway_peru as fixture

from detente.ledger.holdings import Derived, Holdings
from detente.strategy import case as cases
from detente.strategy.scenario import parse
from detente.workbench.casefile import opened
from detente.workbench.dossier import Dossier, dossier

SEIZED = fixture.place("d1", "Norway seized two Peruvian trawlers off Svalbard in November 2017.")
CASE = f"""
format = "detente-case"
version = 1
title = "Norway and Peru <script>alert(2)</script>"
dyad = ["NOR", "PER"]

[model]
draws = 200
threshold = 50

[[actor]]
id = "NOR"
influence = 60
[[actor]]
id = "PER"
influence = 40
[[actor]]
id = "ISL"
name = "Iceland | its fleet"

[[issue]]
id = "QUOTA"
name = "How much may be caught & by <b>whom</b>"
arena = "sea"
pole_0 = "nothing"
pole_100 = "everything"
status_quo = 30
origin = "analyst"

[[issue]]
id = "PORT"
name = "A port for the fleet"
arena = "land"
pole_0 = "none"
pole_100 = "leased"
origin = "analyst"

[[position]]
actor = "NOR"
issue = "QUOTA"
low = 0
mode = 10
high = 30
salience = 80
evidence = [{{ document = "d1", start = {SEIZED.start}, end = {SEIZED.end} }}]

[[position]]
actor = "PER"
issue = "QUOTA"
low = 70
mode = 90
high = 100
salience = 60
origin = "analyst"

[[position]]
actor = "ISL"
issue = "QUOTA"
low = 50
mode = 50
high = 50
origin = "analyst"

[[mechanism]]
name = "resolve"
on = false
parameters = {{ shown = 0.5, actor = "NOR", issues = ["QUOTA"] }}

[[hypothesis]]
id = "FRIENDS"
thesis = "They are friends | for good."
expects = [{{ types = ["AID", "RETREAT"], dyad = ["NOR", "PER"] }}]
excludes = [{{ types = ["COERCE"], dyad = ["NOR", "PER"] }}]

[[hypothesis]]
id = "RIVALS"
thesis = "They are <i>rivals</i>."
holder = "Ingrid Dahl"
expects = [{{ types = ["COERCE", "MOBILIZE"], dyad = ["NOR", "PER"] }}, {{ types = ["SANCTION"], dyad = ["PER", "NOR"], directed = true }}]
"""
SCENARIO = """
title = "Norway gives way"
[[patch]]
shift = "position"
actor = "NOR"
issue = "QUOTA"
by = 30
[[patch]]
set = "salience"
actor = "ISL"
issue = "QUOTA"
to = 5
"""


def made() -> Dossier:
    """The case over the relation, with one scenario."""
    relation = fixture.relation()
    documents = {key: held.document for key, held in relation.documents.items()}
    holdings = Holdings(documents, relation.actors, reports=tuple(relation.reports.values()))
    over = opened(cases.loads(CASE), holdings, Derived(events=relation.events))
    return dossier(over, "NOR", "PER", relation.documents, [parse(SCENARIO)])


class CaseBench(fixture.Bench):
    """Stands for a workbench that has a case too."""

    def relation(self, a, b, *, case=None):
        return self.held

    def dossier(self, a, b, case, whatif=None):
        return made()
