"""Counts and times for /metrics (Prometheus)."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from sqlmodel import Session, func, select

from bot.store import inbox, nights, outbox

REGISTRY = CollectorRegistry()
UPDATES = Counter("kerjalagi_updates_total", "Updates handled, by outcome", ["outcome"], registry=REGISTRY)
TURN_SECONDS = Histogram("kerjalagi_turn_seconds", "From update to committed answer", registry=REGISTRY)
MESSAGES = Counter("kerjalagi_messages_total", "Messages carried, by outcome", ["outcome"], registry=REGISTRY)
JOBS_FAILED = Counter("kerjalagi_jobs_failed_total", "Ticks that failed, by job", ["job"], registry=REGISTRY)
OUTBOX = Gauge("kerjalagi_outbox_messages", "Messages in the outbox, by state", ["state"], registry=REGISTRY)
INBOX = Gauge("kerjalagi_inbox_waiting", "Updates stored and not finished", registry=REGISTRY)
NIGHT = Gauge("kerjalagi_night", "The newest finished night, by figure", ["figure"], registry=REGISTRY)
NIGHT_FIGURES = ("people", "covered", "offers_open", "offers_shown", "showings", "top_tenth")


def page(session: Session) -> bytes:
    """Give the page that Prometheus reads."""
    for state, count in outbox.depth(session).items():
        OUTBOX.labels(state).set(count)
    waiting = session.exec(select(func.count()).select_from(inbox.Inbox).where(inbox.Inbox.state == inbox.NEW)).one()
    INBOX.set(waiting)
    night = nights.newest(session)
    for figure in NIGHT_FIGURES if night else ():
        NIGHT.labels(figure).set(getattr(night, figure))
    return generate_latest(REGISTRY)
