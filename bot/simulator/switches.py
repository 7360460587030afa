"""The fault switches as one JSON object, so that a test in another process can flip them."""

from bot.simulator.shapes import Json
from bot.simulator.telegram import FakeTelegram


def flip(telegram: FakeTelegram, given: Json) -> Json:
    """Flip what is named: clear, flood, fail, drop, latency (seconds), duplicate, reverse, expire_queries.

    `fail` is {method, code, retry_after, times, chat_id}; `drop` is {method, when, times, chat_id};
    `flood` is true, false or {on, overall, per_chat, burst} in messages a second.
    """
    if given.get("clear"):
        telegram.faults.clear()
    if "flood" in given:
        _flood(telegram, given["flood"])
    if "fail" in given:
        fields = dict(given["fail"])
        telegram.faults.fail_next(fields.pop("method"), fields.pop("code"), **fields)
    if "drop" in given:
        fields = dict(given["drop"])
        telegram.faults.drop_next(fields.pop("method"), **fields)
    if "latency" in given:
        telegram.faults.slow(float(given["latency"]), given.get("method", "*"))
    with telegram.changed:
        telegram.updates.duplicate_next(int(given.get("duplicate", 0)))
        telegram.updates.reverse_next(int(given.get("reverse", 0)))
    if given.get("expire_queries"):
        telegram.expire_queries()
    return {"happened": telegram.faults.happened, "flood": telegram.flood.on}


def _flood(telegram: FakeTelegram, wanted: object) -> None:
    if not isinstance(wanted, dict):
        telegram.flood.on = bool(wanted)
        return
    for name in ("on", "overall", "per_chat", "burst"):
        if name in wanted:
            setattr(telegram.flood, name, wanted[name])
