"""From the sample articles to the what-ifs: python examples/russia-turkey/run.py [LEDGER]."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import detente

HERE = Path(__file__).parent
CASE = HERE / "case.toml"


def run(ledger: Path, draws: int = 10_000) -> Iterator[str]:
    with detente.open(ledger) as wb:
        wb.read(HERE / "articles")
        for year in wb.relation("RUS", "TUR", case=CASE).years:
            yield f"{year.period}: displayed {year.displayed}, substance {year.substance}, gap {year.gap}"
        for one in wb.solve(CASE, draws=draws).issues:
            yield f"{one.issue.id}: {one.drawn.median} [{one.drawn.low}, {one.drawn.high}], decided by {', '.join(one.deciders)}"
        for rank, thesis in wb.hypotheses(CASE).ranked:
            yield f"{rank}. {thesis.id}: {thesis.text}"
        for scenario in sorted((HERE / "whatif").glob("*.toml")):
            yield str(wb.whatif(scenario, CASE, draws=draws).diff)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        print(*run(Path(sys.argv[1] if len(sys.argv) > 1 else f"{folder}/rt.detente")), sep="\n")
