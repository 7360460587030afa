"""Fee words, hidden links and promises; and what only sounds like them."""

import pytest

from labour_market.suspicions import links, suspicions


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("Biaya admin Rp150.000 dibayar saat interview", {"fee"}),
        ("Transfer dulu 50rb ke rek BCA", {"fee"}),
        ("Daftar dgn deposit 50rb (kembali)", {"fee"}),
        ("DP 5 juta untuk paspor", {"fee"}),
        ("potong gaji 6 bulan", {"fee"}),
        ("wajib beli seragam 200rb", {"fee"}),
        ("ijazah asli ditahan", {"papers"}),
        ("penghasilan 3 juta per minggu", {"promise"}),
        ("daftar di bit.ly/abc", {"shortener"}),
        ("daftar di https://gaji-besar.example/x", {"link"}),
        ("Tidak dipungut biaya apapun", set()),
        ("TANPA POTONGAN, tanpa deposit", set()),
        ("Gratis, tidak ada uang jaminan", set()),
        ("biaya seragam ditanggung perusahaan", set()),
        ("Biaya pendaftaran: gratis", set()),
        ("gaji utuh tanpa potongan gaji", set()),
        ("uang makan dan uang transport", set()),
        ("Daftar https://forms.gle/abc atau https://disnaker.sukoharjokab.go.id/loker", set()),
        ("wa.me/6281200000000", set()),
    ],
)
def test_what_is_suspicious_is_named_by_its_kind(words, kinds):
    assert {one.kind for one in suspicions(words)} == kinds


def test_an_address_that_is_none_is_suspicious_and_breaks_nothing():
    assert [one.kind for one in suspicions("http://[salah")] == ["link"]
    assert links("lihat www.contoh.example/a, lalu https://b.example.") == ("www.contoh.example/a", "https://b.example")


def test_words_that_deny_one_fee_do_not_excuse_another():
    found = suspicions("Tidak dipungut biaya. Deposit seragam 100rb.")

    assert [one.kind for one in found] == ["fee"]
