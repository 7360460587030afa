"""How people write the levels of Indonesian schooling; knows the words, not what follows from them."""

LEVELS = ("SD", "SMP", "SMA", "SMK", "D1", "D2", "D3", "D4", "S1", "S2", "S3")
SPELLINGS = {
    **{level.casefold(): level for level in LEVELS},
    **dict.fromkeys(("sekolah dasar", "mi", "paket a", "sd/mi"), "SD"),
    **dict.fromkeys(("sltp", "mts", "paket b", "smp/mts", "smp sederajat"), "SMP"),
    **dict.fromkeys(("slta", "smu", "ma", "paket c", "sma/ma", "sma/smk", "sma/k", "smk/sma"), "SMA"),
    **dict.fromkeys(("sma sederajat", "sma/sederajat", "sma/smk sederajat", "slta sederajat", "high school"), "SMA"),
    **dict.fromkeys(("stm", "smea", "mak", "smk sederajat", "vocational high school"), "SMK"),
    **dict.fromkeys(("d-1", "d.1", "d-i", "di", "diploma 1"), "D1"),
    **dict.fromkeys(("d-2", "d.2", "d-ii", "dii", "diploma 2"), "D2"),
    **dict.fromkeys(("d-3", "d.3", "d-iii", "diii", "diploma", "diploma 3"), "D3"),
    **dict.fromkeys(("d-4", "d.4", "d-iv", "div", "diploma 4", "sarjana terapan"), "D4"),
    **dict.fromkeys(("s-1", "s.1", "sarjana", "bachelor"), "S1"),
    **dict.fromkeys(("s-2", "s.2", "magister", "master"), "S2"),
    **dict.fromkeys(("s-3", "s.3", "doktor", "doctorate"), "S3"),
}
