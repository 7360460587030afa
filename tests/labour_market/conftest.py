"""Makes the reader of the advertisements' table importable."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
