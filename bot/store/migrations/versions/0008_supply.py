"""Which offer stands on a message, postings by staff, changes of offers told on their cards, who checked a vacancy."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = '0008'
down_revision = '0007'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.add_column('outbox', sa.Column('shows', sqlmodel.sql.sqltypes.AutoString(), nullable=True))
    op.create_index(op.f('ix_outbox_shows'), 'outbox', ['shows'], unique=False)
    text = sqlmodel.sql.sqltypes.AutoString()
    op.add_column('vacancy', sa.Column('verified_by', text, server_default='', nullable=False))
    op.add_column('vacancy', sa.Column('verified_on', sa.Date(), nullable=True))
    op.add_column('vacancy', sa.Column('openings', sa.Integer(), nullable=True))
    op.create_table('posting',
    sa.Column('id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('staff_id', sa.BigInteger(), nullable=False),
    sa.Column('state', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('content', sa.LargeBinary(), nullable=True),
    sa.Column('vacancies', sa.JSON(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=True),
    sa.Column('created_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('published_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_index(op.f('ix_posting_staff_id'), 'posting', ['staff_id'], unique=False)
    op.create_table('offer_change',
    sa.Column('id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('shows', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('what', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('fields', sa.Text(), nullable=False),
    sa.Column('staff_id', sa.BigInteger(), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('after_person', sa.BigInteger(), nullable=False),
    sa.Column('after_message', sa.BigInteger(), nullable=False),
    sa.Column('planned_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('done_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('cards', sa.Integer(), nullable=False),
    sa.Column('edited', sa.Integer(), nullable=False),
    sa.Column('moved_on', sa.Integer(), nullable=False),
    sa.Column('unreached', sa.JSON(), nullable=False),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_index(op.f('ix_offer_change_shows'), 'offer_change', ['shows'], unique=False)
    op.create_index(op.f('ix_offer_change_done_at'), 'offer_change', ['done_at'], unique=False)
    op.create_table('catalogue_mark',
    sa.Column('catalogue', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('undone', sa.JSON(), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.PrimaryKeyConstraint('catalogue')
    )


def downgrade() -> None:
    """Take back."""
    op.drop_table('catalogue_mark')
    op.drop_table('offer_change')
    op.drop_table('posting')
    with op.batch_alter_table('vacancy') as batch:
        batch.drop_column('openings')
        batch.drop_column('verified_on')
        batch.drop_column('verified_by')
    op.drop_index(op.f('ix_outbox_shows'), table_name='outbox')
    with op.batch_alter_table('outbox') as batch:
        batch.drop_column('shows')
