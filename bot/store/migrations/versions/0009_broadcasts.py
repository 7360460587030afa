"""Broadcasts with their people, and an index by which the next message is found among many."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = '0009'
down_revision = '0008'
branch_labels = None
depends_on = None

_TEXT = sqlmodel.sql.sqltypes.AutoString
_MOMENT = sqlmodel.sql.sqltypes.UTCDateTime


def upgrade() -> None:
    """Apply."""
    op.create_table('broadcast',
    sa.Column('id', _TEXT(), nullable=False),
    sa.Column('kind', _TEXT(), nullable=False),
    sa.Column('offer_id', _TEXT(), nullable=True),
    sa.Column('author_id', sa.BigInteger(), nullable=False),
    sa.Column('region', _TEXT(), nullable=True),
    sa.Column('audience', sa.JSON(), nullable=False),
    sa.Column('says', sa.LargeBinary(), nullable=True),
    sa.Column('need', sa.Integer(), nullable=False),
    sa.Column('wave_size', sa.Integer(), nullable=False),
    sa.Column('wave', sa.Integer(), nullable=False),
    sa.Column('wave_at', _MOMENT(), nullable=True),
    sa.Column('state', _TEXT(), nullable=False),
    sa.Column('closing', _TEXT(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('suspicions', sa.JSON(), nullable=False),
    sa.Column('decided_by', sa.BigInteger(), nullable=True),
    sa.Column('decided_at', _MOMENT(), nullable=True),
    sa.Column('release_at', _MOMENT(), nullable=True),
    sa.Column('created_at', _MOMENT(), nullable=False),
    sa.Column('changed_at', _MOMENT(), nullable=False),
    sa.Column('progress', sa.Integer(), nullable=False),
    sa.Column('progress_at', _MOMENT(), nullable=True),
    sa.Column('progress_shown', _TEXT(), nullable=False),
    sa.PrimaryKeyConstraint('id')
    )
    for column in ('offer_id', 'author_id', 'state', 'release_at'):
        op.create_index(f'ix_broadcast_{column}', 'broadcast', [column])
    _recipients()
    op.create_index('ix_outbox_turn', 'outbox', ['state', 'lane', 'due_at', 'created_at', 'number'])


def _recipients() -> None:
    op.create_table('broadcast_recipient',
    sa.Column('broadcast_id', _TEXT(), nullable=False),
    sa.Column('person_id', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('rank', sa.Integer(), nullable=False),
    sa.Column('score', sa.Float(), nullable=True),
    sa.Column('wave', sa.Integer(), nullable=False),
    sa.Column('state', _TEXT(), nullable=False),
    sa.Column('reason', _TEXT(), nullable=False),
    sa.Column('sent_at', _MOMENT(), nullable=True),
    sa.Column('answers', _TEXT(), nullable=False),
    sa.Column('yes', sa.Boolean(), nullable=True),
    sa.Column('answered_at', _MOMENT(), nullable=True),
    sa.Column('phoned_at', _MOMENT(), nullable=True),
    sa.Column('staff_id', sa.BigInteger(), nullable=True),
    sa.PrimaryKeyConstraint('broadcast_id', 'person_id')
    )
    op.create_index('ix_broadcast_recipient_person_id', 'broadcast_recipient', ['person_id'])


def downgrade() -> None:
    """Take back."""
    op.drop_index('ix_outbox_turn', 'outbox')
    op.drop_table('broadcast_recipient')
    op.drop_table('broadcast')
