"""`kill -9` at random moments of `detente read`: the ledger is good, and the run taken up again ends as one never killed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

KILLS = Path(__file__).parents[2] / "benchmarks" / "kills.py"


@pytest.mark.skipif(sys.platform == "win32" or not KILLS.exists(), reason="needs fork and the script beside the tests")
def test_a_killed_run_can_be_taken_up_again():
    done = subprocess.run(
        [sys.executable, str(KILLS), "--n", "4", "--seed", "7", "--articles", "6", "--json"],
        capture_output=True,
        text=True,
        check=False,
        env=dict(os.environ),
    )
    assert done.returncode == 0, done.stdout + done.stderr
    found = json.loads(done.stdout)
    assert len(found) == 4
    assert any(one["hit"] for one in found)
    assert all(one["verified"] and one["finished"] and one["same"] for one in found)
