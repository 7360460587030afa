"""What a person, or a program that plays one, may throw at the bot: words, presses, files, cards, edits."""

import random
import string

from bot.chat import routes
from bot.simulator.people import Person
from bot.simulator.shapes import Button

STRANGE = (  # right to left, joined pictures, nothing visible, letters that are none of ours
    "\u202e\u0627\u0644\u0639\u0631\u0628", "\U0001f469\u200d\U0001f469\u200d\U0001f467" * 40,
    "\u200b\u200d", "\ufeffhalo",
    "\u0968\u0966\u0968\u096c", "\u00bd", "\U0001d527\U0001d51e\U0001d525", "\uff21\uff22\uff23", "I\u0307",
)  # fmt: skip
BROKEN = (  # for those who trust text: markup, statements, templates, paths
    "<b>tebal", "</i></i>&lt;&amp;", "'; DROP TABLE person; --", "{t.say}", "{0}{name}", "%s%n%d", "\\", "NULL", "null",
    "true", "0x10", "[]", "()", "https://contoh.invalid/?a=1&b=2", "/start ../../etc", "\n\n\n", "halo\tapa\tkabar",
)  # fmt: skip
IMPOSSIBLE = (  # dates, sums, numbers and lengths that cannot be
    "31-02-2026", "99/99/9999", "0000-00-00", "-1", "1e309", "Rp 9.999.999.999.999.999", "3404014107900001",
    "99000000001", "081200000001", "12 bulan 12 bulan", "besok kemarin", "5 juta koma", "a" * 4096, "ya" * 900,
    "tolong " * 300,
)  # fmt: skip
COMMANDLIKE = ("/", "//", "/start@", "/menu@lain_bot", "/start " + "A" * 64, "/\U0001f642")
ODD = STRANGE + BROKEN + IMPOSSIBLE + COMMANDLIKE
ALPHABET = string.printable.strip() + " éßñ—…₿🧵🙏😀ㅎ中日ह"
FILES = (
    ("document", b"\x00\x01\x02", "a.exe"),
    ("document", b"%PDF-1.7", "surat.pdf"),
    ("document", b"PK\x03\x04", "x" * 200 + ".xlsx"),
    ("document", b"a;b\n1;2\n", "data.csv"),
    ("photo", b"\xff\xd8\xff", "foto.jpg"),
    ("voice", b"OggS", "suara.ogg"),
    ("sticker", b"RIFF", "s.webp"),
)


class Thrower:
    """Does one random deed for a person; `data` keeps what buttons ever carried, for forging."""

    def __init__(self, telegram, chance: random.Random) -> None:
        self.telegram, self.chance = telegram, chance
        self.data: list[str] = ["menu::AAAAAAAAAAA"]

    def throw(self, person: Person) -> str:
        """Do something; gives its name."""
        deeds = (self.write, self.press, self.forge, self.command, self.file, self.card, self.place, self.edit)
        deed = self.chance.choices(deeds, (30, 30, 15, 10, 4, 4, 4, 3))[0]
        deed(person)
        return deed.__name__

    def write(self, person: Person) -> None:
        words = self.chance.choice(ODD) if self.chance.random() < 0.5 else self.gibberish()
        person.say(words.strip() or "x")

    def gibberish(self) -> str:
        length = int(self.chance.expovariate(1 / 20)) + 1
        return "".join(self.chance.choices(ALPHABET, k=min(length, 3000)))

    def command(self, person: Person) -> None:
        name = self.chance.choice([*routes.COMMANDS, "xyz", "START", "a" * 40])
        person.say(f"/{name} {self.gibberish() if self.chance.random() < 0.5 else ''}".strip())

    def press(self, person: Person) -> None:
        """Any button of any card that still stands, also of old ones."""
        cards = [one for one in self.telegram.said(person.id)[-5:] if one.buttons]
        if not cards:
            person.start()
            return
        card = self.chance.choice(cards)
        usable = [button for button in card.buttons if button.data]
        self.data = [*self.data, *(button.data for button in usable)][-300:]
        if usable:
            person._press(card, self.chance.choice(usable))
        else:
            person.say("menu")

    def forge(self, person: Person) -> None:
        """Data of another person's button, or damaged, or made up."""
        cards = self.telegram.said(person.id)
        if not cards:
            person.start()
            return
        data = self.chance.choice(self.data)
        made_up = "".join(self.chance.choices(ALPHABET, k=self.chance.randrange(1, 60)))
        wrong = self.chance.choice(
            [data, data[:-3], data[::-1], ":" + data, data.replace(":", ""), made_up, "::", ":" * 60, "x"]
        )
        person._press(cards[-1], Button("palsu", data=wrong.encode()[:64].decode(errors="ignore") or "x"))

    def file(self, person: Person) -> None:
        kind, content, name = self.chance.choice(FILES)
        person.send_file(kind, content, name, mime="application/octet-stream")

    def card(self, person: Person) -> None:
        person.share_contact(
            self.chance.choice(["+6281200000001", "0", "+1" * 8, ""]), user_id=self.chance.choice([0, 1, None])
        )

    def place(self, person: Person) -> None:
        person.share_place(self.chance.uniform(-90, 90), self.chance.uniform(-180, 180))

    def edit(self, person: Person) -> None:
        """Change something written before."""
        written = [one for one in person.chat if one.sender_id == person.id and one.kind == "text"]
        if written:
            person.edit(self.chance.choice(written).message_id, "diubah " + self.gibberish())
        else:
            person.say("halo")
