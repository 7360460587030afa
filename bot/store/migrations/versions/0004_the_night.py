"""The nightly ranking with its lists and figures, and what matters most to a person."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table('night_chunk',
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('number', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('people', sa.Integer(), nullable=False),
    sa.Column('covered', sa.Integer(), nullable=False),
    sa.Column('done_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.PrimaryKeyConstraint('day', 'number')
    )
    op.create_table('night_run',
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('chunks', sa.Integer(), nullable=False),
    sa.Column('begun_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('done_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('people', sa.Integer(), nullable=False),
    sa.Column('covered', sa.Integer(), nullable=False),
    sa.Column('offers_open', sa.Integer(), nullable=False),
    sa.Column('offers_shown', sa.Integer(), nullable=False),
    sa.Column('showings', sa.Integer(), nullable=False),
    sa.Column('top_tenth', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('day')
    )
    op.create_table('recommendation',
    sa.Column('person_id', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('place', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('offer_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('score', sa.Float(), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.PrimaryKeyConstraint('person_id', 'place')
    )
    op.create_table('showing',
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('offer_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('times', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('day', 'offer_id')
    )
    matters = sa.Column('matters', sqlmodel.sql.sqltypes.AutoString(), server_default='', nullable=False)
    op.add_column('work_profile', matters)


def downgrade() -> None:
    """Take back."""
    with op.batch_alter_table('work_profile') as batch:
        batch.drop_column('matters')
    op.drop_table('showing')
    op.drop_table('recommendation')
    op.drop_table('night_run')
    op.drop_table('night_chunk')
