"""The order of Indonesian schooling, so that a stated minimum can be compared with what a person has."""

LEVELS = {"SD": 1, "SMP": 2, "SMA": 3, "SMK": 3, "MA": 3, "D1": 4, "D2": 5, "D3": 6, "D4": 7, "S1": 7, "S2": 8, "S3": 9}
DIPLOMA = LEVELS["D1"]
NAMES = {1: "SD", 2: "SMP", 3: "SMA", 4: "D1", 5: "D2", 6: "D3", 7: "S1", 8: "S2", 9: "S3"}  # of the ranks


def level(name: str | None) -> int | None:
    """Return the rank of a certificate (SD 1 ... S3 9; SMA and SMK alike, D4 and S1 alike), or None when unknown."""
    return LEVELS.get(name.strip().upper()) if name else None
