"""The small HTTP API of the simulator itself, under /_sim/: for the chat page and for tests in another process."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import datetime

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from bot.simulator import switches, views
from bot.simulator.bell import Bell
from bot.simulator.people import Person, PersonCannotError
from bot.simulator.shapes import Event, Json, User
from bot.simulator.telegram import FakeTelegram

PING_SECONDS = 15.0
Act = Callable[["Control", Json], Json]


@dataclass(frozen=True, slots=True)
class Control:
    """Acts for people and flips switches. `on_clock(days)` moves the demo's clock; None hides it."""

    telegram: FakeTelegram
    bell: Bell
    on_clock: Callable[[int], None] | None = None

    def routes(self) -> list[Route]:
        """Reading by GET, acting by POST with a JSON object."""
        return [
            Route("/_sim/state", self.state),
            Route("/_sim/chat/{chat_id}", self.chat),
            Route("/_sim/journal", self.journal),
            Route("/_sim/events", self.events),
            Route("/_sim/file/{file_id}", self.file),
            Route("/_sim/upload", self.upload, methods=["POST"]),
            Route("/_sim/{act}", self.act, methods=["POST"]),
        ]

    async def state(self, request: Request) -> Response:
        """The clock, the people, the bot's menus for `?person=`, and how many updates wait."""
        telegram = self.telegram
        user = telegram.people.get(int(request.query_params.get("person", "0")))
        language = user.language_code if user else ""
        return JSONResponse(
            {
                "bot": {"id": telegram.bot_id, "name": telegram.bot_name, "username": telegram.bot_username},
                "now": telegram.now().isoformat(),
                "clock": self.on_clock is not None,
                "people": [views.person_view(telegram, person) for person in tuple(telegram.people.values())],
                "commands": telegram.settings.commands_for(user.id if user else 0, language),
                "description": telegram.settings.description_for(language),
                "waiting": len(telegram.updates.waiting),
                "confirmed": telegram.updates.confirmed,
                "flood_refused": telegram.flood.refused,
            }
        )

    async def chat(self, request: Request) -> Response:
        """Everything standing in one chat."""
        chat = self.telegram.chats.get(int(request.path_params["chat_id"]))
        if chat is None:
            return JSONResponse({"error": "no such chat"}, 404)
        return JSONResponse(views.chat_view(self.telegram, chat))

    async def journal(self, request: Request) -> Response:
        """Calls after number `?since=`, of one `?method=` if named; `?count=1` for their number alone."""
        since, method = int(request.query_params.get("since", "0")), request.query_params.get("method", "")
        calls = [call for call in self.telegram.calls[since:] if method in {"", call.method}]
        done = sum(call.ok for call in calls)
        body: Json = {"count": len(calls), "ok": done, "refused": len(calls) - done}
        if "count" not in request.query_params:
            body["calls"] = [views.call_view(call) for call in calls]
        return JSONResponse(body)

    async def events(self, _request: Request) -> Response:
        """Server-sent events: everything a page may want to show."""
        headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
        return StreamingResponse(self._stream(), media_type="text/event-stream", headers=headers)

    async def file(self, request: Request) -> Response:
        """A file's bytes, always as a download except pictures."""
        file = self.telegram.files.by_id.get(request.path_params["file_id"])
        if file is None:
            return JSONResponse({"error": "no such file"}, 404)
        inline = file.mime in {"image/png", "image/jpeg", "image/webp"}
        headers = {} if inline else {"Content-Disposition": "attachment"}
        return Response(file.content, media_type=file.mime if inline else "application/octet-stream", headers=headers)

    async def upload(self, request: Request) -> Response:
        """The body is a file that `?person=` sends, named `?name=`, as `?kind=` (document, photo, voice, sticker)."""
        query = request.query_params
        content = await request.body()
        mime = request.headers.get("content-type", "application/octet-stream")
        who = self.person(int(query["person"]))
        kind, name = query.get("kind", "document"), query.get("name", "file")
        return _answered(lambda: {"message": who.send_file(kind, content, name, mime=mime)})

    async def act(self, request: Request) -> Response:
        """One act of a person or one switch, by its name."""
        act = ACTS.get(request.path_params["act"])
        if act is None:
            return JSONResponse({"error": f"unknown; there are {sorted(ACTS)}"}, 404)
        try:
            given = json.loads(await request.body() or b"{}")
        except ValueError:
            return JSONResponse({"error": "the body is no JSON object"}, 400)
        return _answered(lambda: act(self, given))

    def person(self, number: int) -> Person:
        """Somebody Telegram knows; KeyError otherwise."""
        return Person(self.telegram, self.telegram.people[number].id)

    async def _stream(self) -> AsyncIterator[str]:
        queue: asyncio.Queue[Event] = asyncio.Queue()
        loop = asyncio.get_running_loop()

        def keep(event: Event) -> None:
            loop.call_soon_threadsafe(queue.put_nowait, event)
            self.bell.ring()  # after the event is in the queue, so that nobody looks too early

        end = self.telegram.watch(keep)
        try:
            yield 'data: {"kind": "hello"}\n\n'  # from here on nothing is missed: now the page may read the rest
            while not self.bell.stopped:
                while not queue.empty():
                    event = queue.get_nowait()
                    if event.kind != "update":
                        yield f"data: {json.dumps(views.event_view(self.telegram, event))}\n\n"
                await self.bell.wait(PING_SECONDS)
                yield ": still here\n\n" if queue.empty() else ""
        finally:
            end()


def _answered(act: Callable[[], Json]) -> Response:
    try:
        return JSONResponse(act())
    except (KeyError, TypeError, ValueError, PersonCannotError) as problem:
        return JSONResponse({"error": str(problem)}, 400)


def _say(control: Control, given: Json) -> Json:
    who = control.person(given["person"])
    return {"message": who.say(given["text"], chat_id=given.get("chat", 0), reply_to=given.get("reply_to", 0))}


def _press(control: Control, given: Json) -> Json:
    who = control.person(given["person"])
    pressed = who.press(given["button"], message_id=given.get("message", 0), chat_id=given.get("chat", 0))
    return {"query": pressed}


def _contact(control: Control, given: Json) -> Json:
    who = control.person(given["person"])
    return {"message": who.share_contact(given.get("phone", ""), user_id=given.get("owner"))}


def _place(control: Control, given: Json) -> Json:
    return {"message": control.person(given["person"]).share_place(given["latitude"], given["longitude"])}


def _edit(control: Control, given: Json) -> Json:
    control.person(given["person"]).edit(given["message"], given["text"], chat_id=given.get("chat", 0))
    return {}


def _block(control: Control, given: Json) -> Json:
    who = control.person(given["person"])
    if given.get("blocked", True):
        who.block()
    else:
        who.unblock()
    return {}


def _language(control: Control, given: Json) -> Json:
    control.person(given["person"]).set_language(given["language"])
    return {}


def _people(control: Control, given: Json) -> Json:
    for fields in given["people"]:
        control.telegram.add_user(User(**fields))
    return {"people": len(control.telegram.people)}


def _clock(control: Control, given: Json) -> Json:
    if control.on_clock is None:
        raise PersonCannotError("this simulator's clock is the real one")
    control.on_clock(int(given["days"]))
    now: datetime = control.telegram.now()
    control.telegram.tell(Event("clock", detail={"now": now.isoformat()}))
    return {"now": now.isoformat()}


def _switch(control: Control, given: Json) -> Json:
    return switches.flip(control.telegram, given)


ACTS: dict[str, Act] = {
    "say": _say,
    "press": _press,
    "contact": _contact,
    "place": _place,
    "edit": _edit,
    "block": _block,
    "language": _language,
    "people": _people,
    "clock": _clock,
    "faults": _switch,
}
