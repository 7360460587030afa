"""Lets the tests of the staff rooms find the clients' rows beside them."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "staff"))
