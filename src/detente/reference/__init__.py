"""The reference room: what the world is called.

    gazetteer()   actors and dated roles, places, and every way they are written
    countries()   states and territories; `country("Türkiye")` finds one
    plover, cameo, estimative, roles    coding schemes and word lists

Everything is read from the csv tables beside this file, with the standard library alone. `SOURCES.md` says whence each table
comes and under which licence.
"""

from __future__ import annotations

from detente.reference import cameo, estimative, plover, roles
from detente.reference.countries import Country, countries, country
from detente.reference.folding import atoms, fold
from detente.reference.naming import Gazetteer, gazetteer
from detente.reference.surfaces import Surface, SurfaceKind

__all__ = [
    "Country",
    "Gazetteer",
    "Surface",
    "SurfaceKind",
    "atoms",
    "cameo",
    "countries",
    "country",
    "estimative",
    "fold",
    "gazetteer",
    "plover",
    "roles",
]
