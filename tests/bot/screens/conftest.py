"""Lets the test find the samples beside it."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
