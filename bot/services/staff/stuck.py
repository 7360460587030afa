"""C4: where the claims of an office's people are held up right now, counted and listed."""

from collections import Counter
from collections.abc import Mapping
from enum import StrEnum

from sqlmodel import Session

from bot.services import tracking
from bot.services.staff import caseload
from bot.services.staff.caseload import Client, Page
from bot.services.staff.seat import Seat
from jkp.stages import OVER, Actor, Step

AT = "at_"  # before the name of a place, among the names of lists


class Place(StrEnum):
    """Where a claim is held up; the first that fits."""

    EMPLOYER = "employer"  # has not reported the end of the work, or has not ended the membership
    PAPERS = "papers"
    ACCOUNT = "account"
    BPJS = "bpjs"
    MEDIATOR = "mediator"
    CLAIM = "claim"  # everything is there, the worker files
    MONTH = "month"  # what a month asks for
    TOLD = "told"  # too little was told to say
    SMOOTH = "smooth"


_OF_STEP = {
    Step.FIX_PAPERS: Place.PAPERS,
    Step.GET_PROOF: Place.PAPERS,
    Step.FIX_ACCOUNT: Place.ACCOUNT,
    Step.TELL_LAST_DAY: Place.TOLD,
    Step.TELL_CLAIM_DATE: Place.TOLD,
}
_OF_ACTOR = {Actor.EMPLOYER: Place.EMPLOYER, Actor.BPJS_TK: Place.BPJS, Actor.MEDIATOR: Place.MEDIATOR}
_OF_DUE = {
    tracking.CLAIM: Place.CLAIM,
    tracking.FIX: Place.PAPERS,
    tracking.SEARCH: Place.MONTH,
    tracking.FORM: Place.MONTH,
    tracking.MONTH: Place.MONTH,
    tracking.MISSED: Place.MONTH,
}


def place_of(client: Client) -> Place | None:
    """Say where a client's claim is held up; None when the claim is over."""
    if client.stage in OVER:
        return None
    if not client.stage:
        return Place.TOLD
    by_step, by_actor = _OF_STEP.get(Step(client.step)), _OF_ACTOR.get(Actor(client.actor))
    return by_step or by_actor or _OF_DUE.get(client.due, Place.SMOOTH)


def board(session: Session, seat: Seat) -> Mapping[Place, int]:
    """Count the clients in reach by place."""
    places = (place_of(one) for one in caseload.everybody(session, seat))
    return Counter(one for one in places if one is not None)


def page(session: Session, seat: Seat, place: Place, number: int) -> Page:
    """Give one page of those whose claim is held up at a place."""
    found = [one for one in caseload.everybody(session, seat) if place_of(one) is place]
    return caseload.paged(session, seat, found, f"{AT}{place}", number)
