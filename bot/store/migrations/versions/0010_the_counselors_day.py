"""Where each claim stands for those who help, notes, promises, numbers for calls, and what came of it all."""

from datetime import UTC, datetime

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = '0010'
down_revision = '0009'
branch_labels = None
depends_on = None

_TEXT = sqlmodel.sql.sqltypes.AutoString
_MOMENT = sqlmodel.sql.sqltypes.UTCDateTime


def upgrade() -> None:
    """Apply."""
    op.create_table('client_state',
    sa.Column('person_id', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('stage', _TEXT(), nullable=False),
    sa.Column('actor', _TEXT(), nullable=False),
    sa.Column('step', _TEXT(), nullable=False),
    sa.Column('month', sa.Integer(), nullable=False),
    sa.Column('due', _TEXT(), nullable=False),
    sa.Column('deadline', sa.Date(), nullable=True),
    sa.Column('missing', sa.Integer(), nullable=False),
    sa.Column('overdue_on', sa.Date(), nullable=True),
    sa.Column('found_on', sa.Date(), nullable=True),
    sa.Column('paid_through', sa.Integer(), nullable=False),
    sa.Column('noted_at', _MOMENT(), nullable=False),
    sa.PrimaryKeyConstraint('person_id')
    )
    op.create_index('ix_client_state_deadline', 'client_state', ['deadline'])
    _what_staff_keep()
    op.create_table('month_met',
    sa.Column('person_id', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('month', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('met_on', sa.Date(), nullable=False),
    sa.PrimaryKeyConstraint('person_id', 'month')
    )
    op.create_index('ix_month_met_met_on', 'month_met', ['met_on'])
    op.create_table('placement',
    sa.Column('person_id', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('source', _TEXT(), nullable=False),
    sa.Column('began_on', sa.Date(), nullable=False),
    sa.Column('noted_at', _MOMENT(), nullable=False),
    sa.Column('undone_at', _MOMENT(), nullable=True),
    sa.PrimaryKeyConstraint('person_id', 'source')
    )
    op.create_index('ix_placement_began_on', 'placement', ['began_on'])
    op.add_column('help_request', sa.Column('passed_by', sa.BigInteger(), nullable=True))
    _look_at_everybody_again()


def _what_staff_keep() -> None:
    op.create_table('promise',
    sa.Column('id', _TEXT(), nullable=False),
    sa.Column('person_id', sa.BigInteger(), nullable=False),
    sa.Column('staff_id', sa.BigInteger(), nullable=False),
    sa.Column('words', sa.LargeBinary(), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('made_at', _MOMENT(), nullable=False),
    sa.Column('kept_at', _MOMENT(), nullable=True),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_index('ix_promise_person_id', 'promise', ['person_id'])
    op.create_index('ix_promise_staff_id', 'promise', ['staff_id'])
    op.create_table('case_note',
    sa.Column('id', _TEXT(), nullable=False),
    sa.Column('person_id', sa.BigInteger(), nullable=False),
    sa.Column('staff_id', sa.BigInteger(), nullable=False),
    sa.Column('words', sa.LargeBinary(), nullable=False),
    sa.Column('at', _MOMENT(), nullable=False),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_index('ix_case_note_person_id', 'case_note', ['person_id'])
    op.create_table('quick_reply',
    sa.Column('office', _TEXT(), nullable=False),
    sa.Column('number', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('words', _TEXT(), nullable=False),
    sa.Column('changed_at', _MOMENT(), nullable=False),
    sa.PrimaryKeyConstraint('office', 'number')
    )
    op.create_table('call_number',
    sa.Column('person_id', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('phone', sa.LargeBinary(), nullable=False),
    sa.Column('given_at', _MOMENT(), nullable=False),
    sa.PrimaryKeyConstraint('person_id')
    )


def _look_at_everybody_again() -> None:
    """Look once more at claims that were noted before this release, so that every one is kept here too."""
    watch = sa.table('claim_watch', sa.column('look_at', _MOMENT()))
    op.execute(watch.update().values(look_at=datetime(2026, 1, 1, tzinfo=UTC)))


def downgrade() -> None:
    """Take back."""
    with op.batch_alter_table('help_request') as batch:
        batch.drop_column('passed_by')
    for table in ('placement', 'month_met', 'call_number', 'quick_reply', 'case_note', 'promise', 'client_state'):
        op.drop_table(table)
