"""The encrypted column: bound to its place, keys that rotate, signatures."""

import pytest

from jkp.membership.sealed import KeyUnknown, Sealer, Tampered, new_key

PLACE = "member.nik:row-1"


def test_a_value_opens_only_in_its_place():
    sealer = Sealer([new_key()])
    sealed = sealer.seal("rahasia contoh", PLACE)

    assert sealer.open(sealed, PLACE) == "rahasia contoh"
    assert b"rahasia" not in sealed
    assert sealer.seal("rahasia contoh", PLACE) != sealed
    for place in ("member.nik:row-2", "member.kpj:row-1"):
        with pytest.raises(Tampered):
            sealer.open(sealed, place)


def test_every_damaged_byte_is_noticed():
    sealer = Sealer([new_key()])
    sealed = sealer.seal("contoh", PLACE)

    for at in range(len(sealed)):
        damaged = sealed[:at] + bytes([sealed[at] ^ 1]) + sealed[at + 1 :]
        with pytest.raises((Tampered, KeyUnknown)):
            sealer.open(damaged, PLACE)
    with pytest.raises(Tampered):
        sealer.open(sealed[:7], PLACE)


def test_after_a_rotation_old_values_open_and_new_ones_use_the_new_key():
    old, new = new_key(), new_key()
    sealed = Sealer([old]).seal("contoh", PLACE)
    both = Sealer([new, old])

    assert both.open(sealed, PLACE) == "contoh"
    assert not both.is_current(sealed)
    assert both.is_current(both.seal("contoh", PLACE))
    assert both.key_id == Sealer([new]).key_id != Sealer([old]).key_id
    with pytest.raises(KeyUnknown):
        Sealer([new]).open(sealed, PLACE)


def test_blind_indexes_are_equal_for_equal_values_per_field_and_key():
    old, new = new_key(), new_key()
    both = Sealer([new, old])

    assert both.blind("1", "nik") == both.blind("1", "nik") != both.blind("1", "kpj")
    assert both.blinds("1", "nik") == [Sealer([new]).blind("1", "nik"), Sealer([old]).blind("1", "nik")]


def test_signatures_outlive_a_rotation():
    old, new = new_key(), new_key()

    signature = Sealer([old]).sign("tombol")

    assert signature in Sealer([new, old]).signatures("tombol")
    assert len(signature) == 32
    assert signature not in Sealer([new]).signatures("tombol")


@pytest.mark.parametrize("keys", [[], ["short"], ["not base64 é"], [new_key()[:-8]]])
def test_a_wrong_key_is_refused_at_once(keys):
    with pytest.raises(ValueError, match="key"):
        Sealer(keys)
