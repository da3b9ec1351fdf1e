"""Workbench: every question that can be asked of a ledger, and reading articles into it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from detente import config
from detente.errors import LedgerError, LedgerVersionError, UnknownNameError
from detente.ledger import Derived, Hit, Holdings, Ledger, Shown, Told
from detente.records import Actor, Agreement, Claim, Conflict, Event, Moment, Quote, Refusal, Report
from detente.workbench import names, outgoing
from detente.workbench.analysing import Analysing
from detente.workbench.auditing import Verification, audited
from detente.workbench.casework import Casework
from detente.workbench.dyad import Dyad
from detente.workbench.intake import Progress, ReadResult, take_in
from detente.workbench.relation import HeldDocument, Relation, relate

if TYPE_CHECKING:
    from detente.strategy.case import Case


def open_ledger(path: str | Path, *, create: bool = True, settings: config.Settings | None = None) -> Workbench:
    """A workbench over a ledger file; `detente.open` is this.

    Args:
        path: of the ledger.
        create: make the ledger where there is none.
        settings: without them, those of `detente.toml` and the environment.

    Raises:
        InputError: there is none. NotALedgerError, LedgerVersionError, LedgerDamagedError: see `detente.errors`.
    """
    path = Path(path)
    if create and not (path.exists() and path.stat().st_size):
        Ledger.open(path, write=True, create=True).close()
    try:
        return Workbench(path, settings)
    except LedgerVersionError:
        if not create:
            raise
        Ledger.open(path, write=True).close()  # brings an older ledger up to date, refuses a newer one
        return Workbench(path, settings)


class Workbench(Analysing):
    """A ledger and what can be asked of it. Reading takes the writer's place only while it lasts.

    Args:
        path: of a ledger that exists.

    Two names, `a` and `b`, are codes or names of states, or actor ids; with one, a list has what that one is part of.
    """

    def __init__(self, path: str | Path, settings: config.Settings | None = None) -> None:
        self.path = Path(path)
        self.settings = settings or config.load()
        self._ledger = Ledger.open(self.path)
        self._held: tuple[str, Holdings, Derived] | None = None
        self._casework = Casework(self)

    def close(self) -> None:
        """Let go of the file."""
        self._ledger.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def read(self, *paths: str | Path, progress: Callable[[Progress], None] | None = None) -> ReadResult:
        """Read articles into the ledger, one transaction each, then bring up to date what is derived from them.

        Interrupted, it leaves a good ledger: the same call again goes on where it stopped.

        Args:
            paths: files, folders or patterns.
            progress: called after each article.

        Raises:
            InputError: a path that does not exist or holds nothing. LedgerError: the ledger cannot be written to.
        """
        with Ledger.open(self.path, write=True) as ledger:
            result = take_in(ledger, paths, self.settings, progress)
            if not ledger.derived_is_current():
                ledger.derive_all()
        return result

    def derive(self) -> Derived:
        """Recompute what is derived from the rows of record: dates, copies, events, agreements, conflicts."""
        with Ledger.open(self.path, write=True) as ledger:
            return ledger.derive_all()

    def holdings(self) -> Holdings:
        """Every current row of record."""
        return self._contents()[0]

    def derived(self) -> Derived:
        """What the rows of record say together."""
        return self._contents()[1]

    def _contents(self) -> tuple[Holdings, Derived]:
        """Both, of one moment of the ledger as it is now."""
        chain = self._ledger.chain
        if self._held is None or self._held[0] != chain:
            with suppress(LedgerError):  # somebody else is writing, or nobody may: then it is derived below, and not kept
                self._bring_up_to_date()
            with self._ledger.snapshot():
                holdings = self._ledger.holdings()
                kept = self._ledger.derived() if self._ledger.derived_is_current() else None
                self._held = (self._ledger.chain, holdings, kept or _derived(holdings))
        return self._held[1:]

    def _bring_up_to_date(self) -> None:
        """Derive what an interrupted run left to be derived. Raises LedgerBusyError where another process is writing."""
        if not self._ledger.derived_is_current():
            self.derive()

    def documents(self) -> dict[str, HeldDocument]:
        """Document id → the document as it is held, in the order of their names."""
        derived = self.derived()
        return {
            held.id: HeldDocument(
                held.document, derived.dates.get(held.id, held.document.date), derived.copies.get(held.id), held.coder != ""
            )
            for held in self._ledger.documents()
        }

    def sources(self) -> list[HeldDocument]:
        """The documents, by the outlet that published them, then by name."""
        return sorted(self.documents().values(), key=lambda held: (held.document.outlet or "\U0010ffff", held.document.name))

    def quarantine(self) -> tuple[Refusal, ...]:
        """What could not be read, and why."""
        return self._ledger.quarantine()

    def actors(self, a: str | None = None) -> list[Actor]:
        """Who is named, the most often named first; of one party, what belongs to it."""
        dyad, named = self._dyad(a), self.named()
        found = [actor for actor in self.holdings().actors.values() if dyad.between((actor.id,))]
        return sorted(found, key=lambda actor: (-named[actor.id], actor.id))

    def named(self) -> Counter[str]:
        """Actor id → how often the documents name it."""
        return Counter(actor for told in self.holdings().mentions for actor in told.row.actors if told.row.sense == "actor")

    def events(
        self,
        a: str | None = None,
        b: str | None = None,
        *,
        since: date | None = None,
        until: date | None = None,
        type: str | None = None,  # noqa: A002
        modality: str | None = None,
    ) -> list[Event]:
        """Acts of one upon the other, in the order of time, those without a known day last.

        Args:
            a: a party, on either side.
            b: another, on the other side.
            since: a day; with it or `until`, an event without any known day does not fit.
            until: a day; an event that may lie between the two fits.
            type: one of PLOVER's 16.
            modality: `actual future hypothetical negated`.

        Raises:
            UnknownNameError: a name, type or modality that is not known.
        """
        window = Moment(since, until, "explicit") if since or until else None
        type = names.plover_type(type)  # noqa: A001
        modality = names.modality(modality)
        return [
            event
            for event in self._dyad(a, b).events()
            if (window is None or event.moment.overlaps(window))
            and type in (None, event.plover)
            and modality in (None, event.modality)
        ]

    def reports(self, event: str | None = None) -> dict[str, Told[Report]]:
        """Report id → the report; of one event, those it was merged from. Without an event also those below the threshold."""
        reports = {told.id: told for told in self.holdings().reports}
        if event is None:
            return reports
        found = {one.id: one for one in self.derived().events}
        if event not in found:
            raise UnknownNameError(event, kind="event", known=found)
        return {report: reports[report] for report in found[event].reports}

    def agreements(self, a: str | None = None, b: str | None = None) -> list[Agreement]:
        """Agreements that the named are parties to, with their states through time."""
        return self._dyad(a, b).agreements()

    def claims(self, a: str | None = None, b: str | None = None, *, kind: str | None = None) -> list[Told[Claim]]:
        """What somebody holds, foresees or promises about the named."""
        kind = names.claim_kind(kind)
        return [told for told in self._dyad(a, b).claims() if kind in (None, told.row.kind)]

    def quotes(self, a: str | None = None, b: str | None = None) -> list[Told[Quote]]:
        """Words of the named about each other, and of others about them."""
        return self._dyad(a, b).quotes()

    def conflicts(self, a: str | None = None, b: str | None = None, *, kind: str | None = None) -> list[Conflict]:
        """Where reports disagree, side by side."""
        kind = names.conflict_kind(kind)
        dyad = self._dyad(a, b)
        subjects = [row.id for rows in (dyad.events(), dyad.agreements(), dyad.claims()) for row in rows]
        found = dyad.conflicts(subjects) if a or b else list(self.derived().conflicts)
        return [conflict for conflict in found if kind in (None, conflict.kind)]

    def search(self, text: str, *, limit: int = 20) -> tuple[Hit, ...]:
        """Passages that have all the words, best first; `"a phrase"` is one word, `word*` a beginning."""
        return self._ledger.search(text, limit)

    def show(self, id: str) -> Shown:  # noqa: A002
        """Anything the ledger holds, by its id or at least the first four signs of it. Raises InputError."""
        self._bring_up_to_date()
        return self._ledger.show(id)

    def relation(self, a: str, b: str, *, case: str | Path | Case | None = None) -> Relation:
        """Everything that is known between two parties.

        Args:
            a: a party.
            b: another.
            case: whose proxies count as the parties they act for.

        Raises:
            UnknownNameError: a name that nothing answers to. InputError: both names mean one, or a fault of the case.
        """
        holdings, derived = self._contents()
        first, second = names.pair(a, b, holdings.actors)
        proxies = self._over(case).case.proxies() if case is not None else None
        return relate(first, second, holdings, derived, self.documents(), self.quarantine(), proxies)

    def table(self, name: str, ids: Iterable[str] | None = None) -> list[dict[str, Any]]:
        """Rows of a table as the export has them.

        Args:
            name: a table of the export, such as `events`.
            ids: which rows, in this order; all without them. Of documents, the ids of documents.

        Raises:
            UnknownNameError: there is no such table. LedgerBusyError: what is derived waits for another writer to end.
        """
        self._bring_up_to_date()
        case = self.case.draft() if name in ("issues", "positions") else None
        return outgoing.table(self._ledger, name, ids, case)

    @property
    def case(self) -> Casework:
        """What can be done with a case file and these articles: `case.draft`, `case.check`."""
        return self._casework

    def export(self, folder: str | Path, *, format: str = "jsonl", case: str | Path | Case | None = None) -> dict[str, int]:  # noqa: A002
        """Write every table into a folder, with a manifest: the public contract for scripts.

        Args:
            folder: made if it is not there.
            format: `jsonl`.
            case: a case, or the path of its file, whose issues and positions are written; without it those that the articles
                propose, all marked `extracted`.

        Returns:
            Table → how many rows.

        Raises:
            InputError: a format that is not known, a folder that cannot be written, a case with a fault.
        """
        if format not in outgoing.FORMATS:
            raise UnknownNameError(format, kind="format", known=outgoing.FORMATS)
        self._bring_up_to_date()
        if isinstance(case, str | Path):
            from detente.strategy.case import load

            case = load(case)
        return outgoing.export(self._ledger, folder, case or self.case.draft())

    def verify(self) -> Verification:
        """Whether every row, link and sentence is what was written."""
        return audited(self._ledger)

    def _dyad(self, a: str | None = None, b: str | None = None) -> Dyad:
        """The rows between two names, of one, or all."""
        holdings, derived = self._contents()
        if a and b:
            first, second = names.pair(a, b, holdings.actors)
            return Dyad(first.id, second.id, holdings, derived)
        one = a or b
        return Dyad(names.party(one, holdings.actors).id if one else None, None, holdings, derived)


def _derived(holdings: Holdings) -> Derived:
    from detente.ledger.derivation import derive  # what is merely asked of a ledger seldom needs it

    return derive(holdings)
