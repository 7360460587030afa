"""The work profile: one thing at a time, all of it may stay unknown, and the wish to be told of offers."""

from offered import bring

from bot.services import profile, settings
from bot.store import consents, people, profiles


def kept(talker):
    return talker.rig.database.run(lambda s: profile.seen(s, talker.id))


def change(talker, label, text, *, more=False):
    talker.say("/profil")
    if more:
        talker.press("Lainnya")
    talker.press(label)
    return talker.say(text)


def test_everything_may_stay_unknown(sari):
    words = sari.say("/profil")

    assert words.count("belum diisi") == 8


def test_typed_answers_are_kept_as_they_are_meant(sari):
    change(sari, "✏️ Pekerjaan", "tukang jahit")
    change(sari, "✏️ Tempat", "kab sukoharjo")
    change(sari, "✏️ Pendidikan", "smk")
    change(sari, "✏️ Pengalaman", "6 bulan", more=True)
    change(sari, "✏️ Gaji", "2,5 jt", more=True)
    change(sari, "✏️ Umur", "34 tahun", more=True)
    change(sari, "✏️ Keahlian", "jahit, <obras> dan pola", more=True)
    words = change(sari, "✏️ Daerah lain", "solo dan boyolali", more=True)

    seen = kept(sari)
    assert (seen.occupation, seen.places, seen.education) == ("tukang jahit", ("Kabupaten Sukoharjo",), "SMK")
    assert (seen.experience, seen.wage, seen.age) == (0.5, 2_500_000, 34)
    assert seen.skills == ("jahit", "<obras>", "pola")
    assert seen.willing == ("Kota Surakarta", "Kabupaten Boyolali")
    assert "🛠 Keahlian: jahit, <obras>, pola" in words
    assert "💵 Gaji yang diharapkan: Rp2.500.000" in words


def test_wrong_answers_are_asked_again_with_an_example(sari):
    assert "Tulis angka 15 sampai 80" in change(sari, "✏️ Umur", "tua", more=True)
    assert "Belum terbaca" in change(sari, "✏️ Pendidikan", "pernah kursus")
    assert "belum saya kenal" in change(sari, "✏️ Tempat", "xyzzy")
    assert kept(sari).age is None


def test_an_answer_can_be_skipped_and_emptied(sari):
    change(sari, "✏️ Umur", "34", more=True)
    sari.press("Lainnya")
    sari.press("✏️ Umur")
    sari.press("Lewati")
    assert kept(sari).age == 34

    sari.press("Lainnya")
    sari.press("✏️ Umur")
    words = sari.press("Kosongkan")

    assert "Dikosongkan" in words
    assert kept(sari).age is None


def test_a_shared_name_is_asked_back(sari):
    change(sari, "✏️ Tempat", "bandung")

    sari.press("Kota Bandung")

    assert kept(sari).places == ("Kota Bandung",)


def test_being_told_needs_an_agreement_and_browsing_needs_none(rig):
    bring(rig)
    sari = rig.person()
    sari.say("loker gudang karawang")
    assert not rig.database.run(consents.standing, sari.id)

    sari.say("/profil")
    sari.press("Kabari saya")
    words = sari.say("/profil")

    agreed = rig.database.run(consents.standing, sari.id)
    assert [one.purpose for one in agreed] == [consents.MATCHING]
    assert "Anda dikabari" in words


def test_a_long_number_is_not_kept_as_a_job(sari):
    change(sari, "✏️ Pekerjaan", "3311012345678901")

    assert kept(sari).occupation == ""
    assert sari.rig.database.run(lambda s: profiles.of(s, sari.id).occupation) == ""


def test_the_profile_changes_what_is_found(rig):
    bring(rig)
    sari = rig.person()
    change(sari, "✏️ Pekerjaan", "operator jahit")
    change(sari, "✏️ Tempat", "sukoharjo")
    change(sari, "✏️ Pendidikan", "SMP")

    card = sari.say("/kerja")

    assert "PT Contoh Busana" in card
    assert "pendidikan cukup" in card


def test_the_hours_follow_the_place_until_others_are_chosen(rig, sari):
    change(sari, "✏️ Tempat", "Kota Jayapura")

    assert rig.database.run(lambda s: people.find(s, sari.id).zone) == "Asia/Jayapura"

    rig.database.run(lambda s: settings.live_in(s, people.find(s, sari.id), "wib", rig.clock.now()))
    change(sari, "✏️ Tempat", "Kota Makassar")

    assert rig.database.run(lambda s: people.find(s, sari.id).zone) == "Asia/Jakarta"
