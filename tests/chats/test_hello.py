"""S0: the first hello."""


def test_start_gets_an_answer_with_choices(sari):
    words = sari.start()

    assert "Halo Sari Contoh" in words
    assert "💰 Uang JKP saya" in sari.labels
    assert sari.labels[-2:] == ["🙋 Bantuan orang", "🏠 Menu"]


def test_pressing_twice_changes_nothing(sari):
    sari.start()

    sari.press("Menu")
    words = sari.press("Menu")

    assert "Mau mulai dari mana?" in words
    assert len(sari.all_said) == 1


def test_unknown_words_are_answered_kindly(sari):
    sari.start()

    words = sari.say("blarg wxyz")

    assert "belum paham" in words


def test_another_app_language_offers_english(rig):
    john = rig.person(2, "John Example", "en")

    words = john.start()

    assert "Hello John Example" in words
    assert "🌐 Bahasa Indonesia" in john.labels


def test_a_regional_english_is_english(rig):
    john = rig.person(3, "John Example", "en-GB")

    assert "Hello John Example" in john.start()
