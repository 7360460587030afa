"""What is no talk: somebody blocks or unblocks us, or speaks to us in a group."""

from sqlmodel import Session
from telegram import ChatMember, Update
from telegram.error import TelegramError

from bot import log
from bot.chat.door import Context
from bot.deps import Deps
from bot.screens import everywhere
from bot.store import inbox, outbox, people
from bot.texts.catalogue import REFERENCE, Texts

_log = log.get(__name__)


class Members:
    """Notes who is gone and who is back, and points groups to the private chat."""

    def __init__(self, deps: Deps) -> None:
        self._deps = deps

    async def changed(self, update: Update, _context: Context) -> None:
        """Somebody blocked or unblocked us: no message waits for one who is gone."""
        member = update.my_chat_member
        if member is not None and member.chat.type == "private":
            gone = member.new_chat_member.status in (ChatMember.BANNED, ChatMember.LEFT)
            await self._deps.database.do(self._note, update.update_id, member.chat.id, gone=gone)
        else:
            await self._finish(update)

    def _note(self, session: Session, update_id: int, person_id: int, *, gone: bool) -> None:
        now = self._deps.clock.now()
        person = people.lock(session, person_id)
        if person is not None:
            person.blocked_at = now if gone else None
            if gone:
                outbox.drop_waiting(session, person_id)
        inbox.finish(session, update_id, now)

    async def group(self, update: Update, context: Context) -> None:
        """A command in a group: say once where we can talk."""
        message = update.effective_message
        if message is not None:
            screen = everywhere.group(Texts(REFERENCE), context.bot.username)
            try:
                await message.reply_text(screen.text)
            except TelegramError as error:
                _log.info("group not answered", error=error.message)
        await self._finish(update)

    async def _finish(self, update: Update) -> None:
        await self._deps.database.do(inbox.finish, update.update_id, self._deps.clock.now())
