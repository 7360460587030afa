"""Every table of the product, imported once: for migrations, backups and tests."""

from bot.store.applications import Application, Feedback
from bot.store.attempts import Attempt
from bot.store.cases import DeclaredCase, Link
from bot.store.consents import Consent
from bot.store.dossiers import Dossier
from bot.store.help_requests import HelpMessage, HelpRequest
from bot.store.inbox import Inbox
from bot.store.keys import KeyCheck
from bot.store.nights import NightChunk, NightRun, Recommendation, Showing
from bot.store.outbox import Outbox
from bot.store.people import Person
from bot.store.profiles import Search, WorkProfile
from bot.store.reminders import Pause, Reminder
from bot.store.staff import AccessLog, Staff
from bot.store.stage_events import StageRow, Watch
from bot.store.uploads import Upload
from bot.store.usual_waits import UsualWait
from intake.tables import ImportChange, ImportVersion
from jkp.membership.tables import Member
from labour_market.tables import PublishedFigure, Vacancy
from training_catalog.tables import Course

OURS = (
    Application, Feedback, Attempt, DeclaredCase, Link, Consent, Dossier, HelpMessage, HelpRequest, Inbox, KeyCheck,
    Outbox, Person, Search, WorkProfile, Pause, Reminder, AccessLog, Staff, StageRow, Upload, UsualWait,
    Watch, NightChunk, NightRun, Recommendation, Showing,
)  # fmt: skip
THEIRS = (ImportVersion, ImportChange, Vacancy, PublishedFigure, Course, Member)
