"""Made-up vacancies and courses, brought in the way a real file comes in."""

from intake.reading import read
from labour_market import importing as vacancies
from training_catalog import importing as courses

VACANCIES = """id;judul;perusahaan;lokasi;deskripsi;keahlian;pendidikan;pengalaman;usia_maks;gaji_min;gaji_maks;\
jam_kerja;jenis_pekerjaan;tanggal_tayang;tutup;url;cara_melamar
J1;Operator jahit;PT Contoh Busana;Sukoharjo;Menjahit kemeja;jahit|obras;SMP;;;2.400.000;2.700.000;shift pagi;Kontrak;\
2026-11-10;2026-12-05;https://lowongan.example/j1;Datang langsung ke pabrik
J2;Operator mesin jahit;CV Contoh Konveksi;Surakarta;Menjahit kaos;jahit;SMA;2;;2.300.000;;;;2026-01-14;;;
J3;Penjahit <b>halus</b> & rapi;Rumah Contoh <&>;Sukoharjo;;jahit;;;30;;;;;2026-11-15;2026-11-30;;WA HRD
J4;Operator jahit;PT Contoh Jauh;Kota Semarang;;jahit;;;;2.900.000;;;;2026-11-11;2026-12-20;;
J5;Operator jahit;PT Contoh Ijazah;Sukoharjo;;jahit;D3;;;;;;;2026-11-11;2026-12-20;;
G1;Staf gudang;PT Contoh Logistik;Karawang;;forklift;SMA;;;4.500.000;;;;2026-11-12;2026-12-12;;
G2;Operator forklift gudang;PT Contoh Gudang;Karawang;;forklift;;;;5.000.000;;;;2026-11-12;2026-12-12;;
K1;Kasir toko;Toko Contoh;Kabupaten Bandung;;kasir;;;;;;;;2026-11-12;2026-12-12;;
K2;Kasir minimarket;Minimarket Contoh;Kota Bandung;;kasir;;;;;;;;2026-11-12;2026-12-12;;
"""
COURSES = """lembaga;program;bidang;lokasi;tujuan;keahlian;durasi_jp;mulai;selesai;kuota;biaya;sertifikat;\
url;cara_daftar
BLK Contoh Solo;Menjahit dengan mesin obras;Garmen;Surakarta;Bisa menjahit dan mengobras;jahit|obras;240;2026-12-07;\
2027-01-15;16;0;Sertifikat BNSP;https://kursus.example/obras;
LPK Contoh <&>;Las dasar;Las;Klaten;Bisa mengelas;las;160;2027-01-04;;;1.500.000;;;Datang ke kantor
BLK Contoh Lama;Menjahit pakaian;Garmen;Sragen;;jahit;100;2026-10-01;2026-11-01;10;0;;;
"""


def bring(rig, *, offers: str = VACANCIES, training: str = COURSES) -> None:
    """Import the files and let the clock put them on the shelf."""
    rig.database.run(put_in, offers, training, rig.clock.now())
    rig.tick()


def put_in(session, offers, training, now, *, complete=False) -> None:
    """Import the files; an empty one is left out."""
    for room, file in ((vacancies, offers), (courses, training)):
        if file:
            preview = room.preview(session, read(file.encode()), "Bursa Contoh")
            assert not preview.problems
            room.apply(session, preview, now=now, complete=complete)
