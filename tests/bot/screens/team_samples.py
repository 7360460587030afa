"""Sample words for the screens of the staff's team: members, invitations, days away, the record."""

from drawing import MOMENT

from bot.services.staff.auditing import Entry

NAMED = {
    "held_now1": ("Sri Contoh",),
    "area_code": ("33.11", ""),
    "role": ("counselor", "admin"), "area": ("Kabupaten Sukoharjo", ""), "payload": ("staf-" + "abcdefgh" * 6,),
    "stand_in": ("Bu Ani Contoh", ""), "from_name": ("Pak Budi Contoh",), "to_name": ("Bu Ani Contoh",),
    "telegram_name": ("Budi",), "about": ("Pak Dedi Contoh", ""), "person": ("a1b2c3", ""), "absence_id": ("a1b2c3d4",),
    "held0": ("a1b2c3d4e5f60718",), "links0": ("a1b2c3d4e5f60718",), "colleagues1": ("Bu Ani Contoh",),
    "requests0": ("a1b2c3d4e5f60718",), "held": ("a1b2c3d4e5f60718",),
}  # fmt: skip
PROBLEMS = ("", "name", "office", "area", "outside")
WHAT = (
    "help_taken", "case:view", "broadcast:answers", "vacancy:post:1", "chain:said_yes",
    "import:courses:3", "rollback:courses:3", "staff:invite:counselor", "staff:invite_off",
    "staff:joined:admin", "staff:off", "staff:lost", "staff:name", "staff:office", "staff:area:33.11", "staff:trial_on",
    "staff:trial_off", "staff:absent:2026-12-01:2026-12-04", "staff:present", "staff:audit", "code:given",
    "staff:link_used", "staff:link_late", "staff:link_taken", "staff:link_staff", "staff:link_name",
)  # fmt: skip
ENTRIES = tuple(
    Entry(MOMENT, "Bu Rina Contoh" if number else "", "Disnaker Contoh", what, "Pak Dedi Contoh" if number % 2 else "",
          "" if number % 2 else "a1b2c3")
    for number, what in enumerate(WHAT)
)  # fmt: skip
GIVEN = {
    "staff.auditing.shown": {"found": (ENTRIES, ())},
    "staff.team.roster": {"words": ("", "budy")},
    "staff.team.ask": {"field": ("name", "office", "area"), "problem": PROBLEMS},
    "staff.team.sure": {"deed": ("off", "lost")},
    "staff.team.which_area": {},
    "staff.inviting.area": {"own": ("Kabupaten Sukoharjo", ""), "own_code": ("33.11", ""), "problem": PROBLEMS},
    "staff.inviting.office": {"own": ("Disnaker Contoh", ""), "problem": PROBLEMS},
    "staff.inviting.name": {"problem": PROBLEMS},
    "staff.inviting.not_opened": {"outcome": ("wrong", "late", "used", "taken", "too_many", "staff")},
    "staff.inviting.other_name": {"left": (2, 0)},
    "staff.absence.first_day": {"problem": ("", "day")},
    "staff.absence.last_day": {"problem": ("", "day")},
}
