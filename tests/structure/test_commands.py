"""Every command is in Telegram's list in both languages and in the help, and every command a text names exists."""

import re

import wording

from bot.chat import routes

LANGUAGES = ("id", "en")
FOR_STAFF = {"bot.chat.staff"}  # commands of counselors and admins are no business of workers; /start lists them there
ALWAYS = {"start", "menu", "help"}  # Telegram itself or every screen offers these


def test_every_conversation_that_has_a_command_is_in_the_list():
    by_conversation: dict[object, set[str]] = {}
    for module in routes.CONVERSATIONS:
        if not any(module.__name__.startswith(one) for one in FOR_STAFF):
            for name, conversation in module.COMMANDS.items():
                by_conversation.setdefault(conversation, set()).add(name)

    unlisted = [sorted(names) for names in by_conversation.values() if not names & set(routes.LISTED)]

    assert unlisted == []


def test_every_listed_command_exists_and_is_explained_in_both_languages():
    explained = {name: [f"command.{name}" in wording.words(one) for one in LANGUAGES] for name in routes.LISTED}

    assert [name for name in routes.LISTED if name not in routes.COMMANDS or not all(explained[name])] == []


def test_the_help_names_every_listed_command():
    for language in LANGUAGES:
        named = set(re.findall(r"/([a-z_]+)", "\n".join(wording.words(language)["help.lines"])))

        assert set(routes.LISTED) - named - ALWAYS == set()


def test_every_command_that_a_text_names_exists():
    unknown = [
        f"{language} {key}: /{name}"
        for language in LANGUAGES
        for key, forms in wording.words(language).items()
        for form in forms
        for name in re.findall(r"(?<![\w/<.])/([a-z_]{3,})\b", form)
        if name not in routes.COMMANDS
    ]

    assert unknown == []


def test_commands_are_what_telegram_takes():
    bad = [name for name in routes.COMMANDS if not re.fullmatch(r"[a-z0-9_]{1,32}", name)]
    long = [
        name
        for name in routes.LISTED
        for language in LANGUAGES
        if not 1 <= len(wording.words(language)[f"command.{name}"][0]) <= 256
    ]

    assert (bad, long, len(routes.LISTED) <= 100) == ([], [], True)
