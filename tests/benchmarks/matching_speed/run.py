"""Measures one size and writes the figures as JSON: python -m matching_speed.run 100000 figures.json."""

import os
import sys

THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS", "RAYON_NUM_THREADS")
PEOPLE = 200

if __name__ == "__main__":
    os.environ |= dict.fromkeys(THREADS, "1")  # before numpy and numba are imported
    import json
    from dataclasses import asdict
    from pathlib import Path

    from matching_speed.measure import measured
    from matching_speed.peers_engines import EVERY_PEER

    figures = measured(int(sys.argv[1]), PEOPLE, EVERY_PEER)
    Path(sys.argv[2]).write_text(json.dumps(asdict(figures), indent=1), encoding="utf-8")
