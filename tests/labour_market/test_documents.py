"""Vacancies out of JSON-LD and feeds; and files that are made to break the reader."""

import gzip
import json
import tracemalloc

import pytest

from intake.errors import Refused
from labour_market import documents, feed, linked_data, sheet
from labour_market.importing import VACANCIES

POSTING = {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    "identifier": {"@type": "PropertyValue", "name": "PT Contoh", "value": "C-1"},
    "title": "Teller bank",
    "hiringOrganization": {"@type": "Organization", "name": "PT Contoh Bank"},
    "jobLocation": {
        "@type": "Place",
        "address": {"addressLocality": "Sukoharjo", "addressRegion": "Jawa Tengah", "addressCountry": "ID"},
    },
    "baseSalary": {"currency": "IDR", "value": {"minValue": 3000000, "maxValue": 3500000, "unitText": "MONTH"}},
    "description": "<p>Melayani nasabah.</p><ul><li>Teliti</li></ul><script>alert(1)</script>",
    "datePosted": "2026-11-20",
    "validThrough": "2026-12-05T23:59",
    "employmentType": "FULL_TIME",
    "educationRequirements": {"credentialCategory": "high school"},
    "experienceRequirements": {"monthsOfExperience": 18},
    "totalJobOpenings": 3,
}


def cells(**changed):
    (row,) = linked_data.rows(json.dumps({**POSTING, **changed}).encode())
    return row.cells


def test_a_job_posting_becomes_a_row_that_the_sheet_takes():
    (raw,) = documents.rows(json.dumps(POSTING).encode())

    row, problems = sheet.read(raw, "Contoh")

    assert problems == ()
    assert (row.external_id, row.title, row.employer, row.location) == (
        "C-1", "Teller bank", "PT Contoh Bank", "Sukoharjo, Jawa Tengah",
    )  # fmt: skip
    assert (row.wage_min, row.wage_max, row.education_min, row.experience_years_min, row.openings) == (
        3_000_000, 3_500_000, "SMA", 1.5, 3,
    )  # fmt: skip
    assert row.description == "Melayani nasabah.\nTeliti"
    assert row.closes.isoformat() == "2026-12-05"


@pytest.mark.parametrize(
    ("category", "named", "code"),
    [
        ({"codeValue": "4211", "inCodeSet": {"name": "KBJI 2014"}}, "teller bank", "KBJI 4211"),
        ({"codeValue": "4211", "inCodeSet": "https://isco.ilo.org/en/isco-08/"}, "teller bank", "ISCO-08 4211"),
        ({"codeValue": "43-3071", "name": "Tellers", "inCodeSet": "O*Net-SOC"}, "Tellers", "O*NET-SOC 43-3071"),
        ("43-3071.00 Tellers", "Tellers", "O*NET-SOC 43-3071.00"),
        ("4211", "4211", ""),  # a bare number is by schema.org's word O*NET, never a group of KBJI
        ("Perbankan", "Perbankan", ""),
        ({"codeValue": "4211"}, "", ""),
    ],
)  # fmt: skip
def test_a_code_counts_only_with_its_code_set(category, named, code):
    found = cells(occupationalCategory=category)

    assert (found.get("category", "").casefold(), found.get("subcategory", "")) == (named.casefold(), code)


@pytest.mark.parametrize(
    ("salary", "low"),
    [
        ({"currency": "IDR", "value": {"value": 150000, "unitText": "DAY"}}, "3750000"),
        ({"currency": "IDR", "value": {"value": 60000000, "unitText": "YEAR"}}, "5000000"),
        ({"currency": "MYR", "value": {"value": 1700, "unitText": "MONTH"}}, None),
        ({"currency": "IDR", "value": {"value": 20000, "unitText": "HOUR"}}, None),
        ({"currency": "IDR", "value": {"value": "banyak"}}, None),
        ({"currency": "IDR", "value": {"value": 1e400}}, None),
    ],
)
def test_a_salary_is_taken_by_the_month_and_in_rupiah_or_not_at_all(salary, low):
    assert cells(baseSalary=salary).get("salary_min") == low


RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Loker</title>
<item><title>Operator jahit</title><link>https://loker.example/1</link><guid>L1</guid>
<pubDate>Sun, 22 Nov 2026 08:00:00 +0700</pubDate><dc:creator>PT Contoh Busana</dc:creator>
<description><![CDATA[<p>Penempatan: Kab. Sukoharjo</p><p>Gaji Rp 2.600.000</p>
<p>Paling lambat 30 November 2026</p>]]></description>
</item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Kasir</title><id>A1</id>
<link href="https://loker.example/a1"/><updated>2026-11-21T10:00:00Z</updated>
<summary>Toko di Kota Bekasi</summary></entry></feed>"""
JOBS = """<source><job><title><![CDATA[Sopir]]></title><referencenumber>9</referencenumber><company>CV Contoh</company>
<city>Klaten</city><state>Jawa Tengah</state><url>https://loker.example/9</url><date>2026-11-20</date></job></source>"""


def test_feeds_of_three_kinds_become_rows():
    (one,) = documents.rows(RSS.encode())
    (two,) = documents.rows(gzip.compress(ATOM.encode()))
    (three,) = documents.rows(b"\xff\xfe" + JOBS.encode("utf-16-le"))

    assert {name: one.cells[name] for name in ("id", "employer", "location", "salary_min", "closes", "posted")} == {
        "id": "L1", "employer": "PT Contoh Busana", "location": "33.11", "salary_min": "2600000",
        "closes": "2026-11-30", "posted": "2026-11-22",
    }  # fmt: skip
    assert (two.cells["url"], two.cells["posted"]) == ("https://loker.example/a1", "2026-11-21")
    assert (three.cells["location"], three.cells["id"]) == ("Klaten, Jawa Tengah", "9")
    assert all(sheet.read(row, "Contoh")[1] == () for row in (one, two, three))


LAUGHS = """<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><rss><item><title>&c;</title></item></rss>"""
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><item><title>&x;</title></item></rss>'


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (LAUGHS.encode(), "forbidden_xml"),
        (OUTSIDE.encode(), "forbidden_xml"),
        (b"<?xml version='1.0' encoding='klingon'?><rss/>", "not_a_feed"),
        (b"<?xml version='1.0' encoding='utf-8'?><rss><item><title>\xff\xfe</title></item></rss>", "not_a_feed"),
        (b"<rss><item><title>halb", "not_a_feed"),
        (b"<rss>" + b"<a>" * 100_000, "too_deep"),
        (b"<rss><channel/></rss>", "no_rows"),
        (b"<rss>" + b"<item><title>x</title></item>" * 50_001 + b"</rss>", "too_many_rows"),
        (b"<rss>\x00</rss>", "not_a_feed"),
    ],
)
def test_a_feed_made_to_break_the_reader_is_refused_by_name(content, code, monkeypatch):
    monkeypatch.setattr(feed, "_cells", lambda _told: {})

    with pytest.raises(Refused) as refused:
        feed.rows(content)

    assert refused.value.code == code


def test_a_large_feed_is_read_item_by_item_in_little_memory():
    item = f"<item><title>Kasir</title><description>{'x' * 2_000}</description></item>"
    content = f"<rss><channel>{item * 4_000}</channel></rss>".encode()

    tracemalloc.start()
    count = sum(1 for _item in feed._items(content))
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert (count, peak < 5 * len(content)) == (4_000, True), peak


def test_what_is_exported_comes_back_unchanged(session):
    from datetime import UTC, datetime

    from intake import exporting, reading
    from intake.writing import write_csv, write_xlsx

    now = datetime(2026, 11, 22, tzinfo=UTC)
    rows = [*documents.rows(json.dumps(POSTING).encode()), *documents.rows(RSS.encode())]
    preview = VACANCIES.preview(session, rows, "Contoh")
    VACANCIES.apply(session, preview, now=now)

    table = exporting.table(session, VACANCIES.catalogue, sheet.COLUMNS)
    for write in (write_csv, write_xlsx):
        again = VACANCIES.preview(session, reading.read(write(table.headers, table.rows)), "anders")

        assert again.problems == ()
        assert (len(again.difference.new), len(again.difference.changed), len(again.difference.unchanged)) == (0, 0, 2)
