"""Numbers that others have published, small enough to stand here.

EMISSION: year of introduction of emission standards, in the European Community of 1993. B. Bueno de Mesquita, in Bueno de Mesquita
and Stokman (eds.), European Community Decision Making (1994), table 1, as given by Scholz, Calbert and Smith (2011), table 1:
actor, capability, position, salience.
MEANS: the weighted mean after each round in the open replication of D. Masad (2013).
"""

EMISSION = (
    ("Netherlands", 0.08, 4, 0.8),
    ("Belgium", 0.08, 7, 0.4),
    ("Luxembourg", 0.03, 4, 0.2),
    ("Germany", 0.16, 4, 0.8),
    ("France", 0.16, 10, 0.6),
    ("Italy", 0.16, 10, 0.6),
    ("UK", 0.16, 10, 0.9),
    ("Ireland", 0.05, 7, 0.1),
    ("Denmark", 0.05, 4, 1.0),
    ("Greece", 0.08, 7, 0.7),
)
ACTORS = tuple(row[0] for row in EMISSION)
CAPABILITY = [row[1] for row in EMISSION]
POSITION = [float(row[2]) for row in EMISSION]
SALIENCE = [row[3] for row in EMISSION]

MEANS = (
    7.389955686853767,
    7.461314378277189,
    7.552500865855845,
    7.590144997451547,
    7.358130531334201,
    7.3491739896752115,
    7.414877545372958,
    7.510457183677219,
    7.5724470975503,
    7.324989065683666,
    7.242130958473938,
)
