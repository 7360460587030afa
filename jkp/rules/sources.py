"""What the source keys of the rows mean, as docs/sources.md lists them."""

SOURCES = {
    "P47": "pasal.id, PP 37/2021 Art 47",
    "P39": "pasal.id, PP 6/2025 Art 39",
    "M9": "pasal.id, Permenaker 2/2025 Art 9",
    "M13": "pasal.id, Permenaker 2/2025 Art 13",
    "MII": "pasal.id, Permenaker 2/2025 Art II",
    "HALO": "halo.jkp.go.id helpdesk, article 73000517203, 22 Jan 2022 (the official JKP helpdesk)",
    "BIS": "bisnis.com, 14 Feb 2025 (summary of PP 6/2025)",
    "ANT": "Antara text as reprinted by statusternate.com, intra62.com, lampost.co, info24.id, Feb 2025",
    "TEM": "Tempo via sukabumiupdate.com, Feb 2025",
    "KON": "kontan.co.id",
    "RIA": "riau1.com (CNBC Indonesia), Feb 2025",
    "KSP": "ksplaw.co.id (PP 37/2021)",
    "TUM": "tumbuanpartners.com (PP 37/2021)",
    "AUP": "au-partners.com (PP 37/2021)",
    "ARM": "arma-law.com (PP 6/2025)",
    "LEG": "leglobal.law (PP 6/2025)",
    "VOI": "voi.id (PP 6/2025)",
    "HML": "hmlawoffice.blogspot.com 2021 (quotes Art 19(1), 20(2))",
    "GRS": "star.grid.id 2023 (quotes the site of BPJS TK)",
    "PAR": "parapuan.co 2022, 2024",
    "OKZ": "okezone.com, 12 Oct 2024 (quotes the ministry)",
    "IDX": "idxchannel.com 2021",
    "KOM": "kompas.com, 22 Feb 2021",
    "KLP": "the ministry's press clipping, 9 Apr 2021",
    "PP35": "scan of PP 35/2021, pp. 24-25",
    "SE22": "the ministry's letter of 11 Mar 2022 on reports of dismissals",
    "GAT": "gatra.com, 2 Jun 2022",
    "RUA": "ruangbicara.co.id, 2025",
    "IFR": "inforegulasi.com (Permenaker 4/2023)",
    "K301": "pasal.id, Permenaker 4/2023 Art 18 (correction 9656301)",
    "K444": "pasal.id, Permenaker 4/2023 Art 34 (correction 9656444)",
    "INR": "indramayu.inews.id, 10 Oct 2023",
    "JPN": "jpnn.com, 2023",
    "TRI": "tribunnews.com, 11 Sep 2025",
    "RDL": "radarlampung, 2023",
}


def spelled(keys: str) -> str:
    """Spell the source keys of a row out: `KSP, AUP` -> the names of both.

    Raises:
        KeyError: a key is on no list.
    """
    return "; ".join(SOURCES[key] for key in keys.split(", "))
