"""The hand-made relation of the desk's tests serves here too; a browser is used where one is installed."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "desk"))
