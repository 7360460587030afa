"""Every table of the product, imported once: for migrations, backups and tests."""

from bot.store.absences import Absence
from bot.store.access_log import AccessLog
from bot.store.applications import Application, Feedback
from bot.store.attempts import Attempt
from bot.store.attendance import Attendance
from bot.store.broadcasts import Broadcast, Recipient
from bot.store.cases import DeclaredCase, Link
from bot.store.clients import ClientState
from bot.store.consents import Consent
from bot.store.dossiers import Dossier
from bot.store.help_requests import HelpMessage, HelpRequest
from bot.store.inbox import Inbox
from bot.store.invites import Invite
from bot.store.keys import KeyCheck
from bot.store.night_claims import NightClaim
from bot.store.nights import NightChunk, NightRun, Recommendation, Showing
from bot.store.notes import CaseNote
from bot.store.offer_changes import CatalogueMark, OfferChange
from bot.store.outbox import Outbox
from bot.store.outcomes import MonthMet, Placement
from bot.store.people import Person
from bot.store.phones import CallNumber
from bot.store.postings import Posting
from bot.store.profiles import Search, WorkProfile
from bot.store.promises import Promise
from bot.store.quick_replies import QuickReply
from bot.store.registrations import Registration
from bot.store.reminders import Pause, Reminder
from bot.store.staff import Staff
from bot.store.stage_events import StageRow, Watch
from bot.store.unlock_codes import UnlockCode
from bot.store.uploads import Upload
from bot.store.usual_waits import UsualWait
from intake.aliases import ImportAlias
from intake.tables import ImportChange, ImportVersion
from jkp.membership.tables import Member
from labour_market.tables import PublishedFigure, Vacancy
from training_catalog.tables import Course

OURS = (
    Broadcast, Recipient, Registration, Attendance,
    QuickReply, ClientState, CaseNote, Promise, CallNumber, MonthMet, Placement,
    CatalogueMark, OfferChange, Posting,
    Application, Feedback, Attempt, DeclaredCase, Link, Consent, Dossier, HelpMessage, HelpRequest, Inbox, KeyCheck,
    Outbox, Person, Search, WorkProfile, Pause, Reminder, AccessLog, Staff, StageRow, Upload, UsualWait,
    Watch, NightClaim, NightChunk, NightRun, Recommendation, Showing, Absence, Invite, UnlockCode,
)  # fmt: skip
THEIRS = (ImportVersion, ImportChange, ImportAlias, Vacancy, PublishedFigure, Course, Member)
