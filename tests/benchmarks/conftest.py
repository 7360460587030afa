"""Where the load and the peers lie."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
