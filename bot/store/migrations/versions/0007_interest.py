"""Seats in courses: who asked for one and what came of it, and who was in class on which day."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = '0007'
down_revision = '0006'
branch_labels = None
depends_on = None

_TEXT = sqlmodel.sql.sqltypes.AutoString
_MOMENT = sqlmodel.sql.sqltypes.UTCDateTime


def upgrade() -> None:
    """Apply."""
    op.create_table('registration',
    sa.Column('id', _TEXT(), nullable=False),
    sa.Column('person_id', sa.BigInteger(), nullable=False),
    sa.Column('course_id', sa.Integer(), nullable=False),
    sa.Column('state', _TEXT(), nullable=False),
    sa.Column('asked_at', _MOMENT(), nullable=False),
    sa.Column('turn', sa.Integer(), nullable=False),
    sa.Column('offered_until', _MOMENT(), nullable=True),
    sa.Column('decided_at', _MOMENT(), nullable=True),
    sa.Column('decided_by', sa.BigInteger(), nullable=True),
    sa.Column('phone', sa.LargeBinary(), nullable=True),
    sa.Column('words', sa.LargeBinary(), nullable=True),
    sa.Column('certificate', sa.Boolean(), nullable=True),
    sa.Column('works', _TEXT(), nullable=False),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('person_id', 'course_id', name='uq_registration_course')
    )
    for name in ('person_id', 'course_id', 'state'):
        op.create_index(f'ix_registration_{name}', 'registration', [name])
    op.create_table('attendance',
    sa.Column('registration_id', _TEXT(), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('person_id', sa.BigInteger(), nullable=False),
    sa.Column('present', sa.Boolean(), nullable=False),
    sa.Column('noted_by', sa.BigInteger(), nullable=False),
    sa.PrimaryKeyConstraint('registration_id', 'day')
    )
    op.create_index('ix_attendance_person_id', 'attendance', ['person_id'])


def downgrade() -> None:
    """Take back."""
    op.drop_table('attendance')
    for name in ('state', 'course_id', 'person_id'):
        op.drop_index(f'ix_registration_{name}', table_name='registration')
    op.drop_table('registration')
