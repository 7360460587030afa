"""The staff: trial, a lost telephone's account, absences, invitations, deeds about colleagues."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = '0005'
down_revision = '0004'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    with op.batch_alter_table('staff') as batch:
        batch.add_column(sa.Column('trial', sa.Boolean(), server_default=sa.false(), nullable=False))
        batch.add_column(sa.Column('formerly', sa.BigInteger(), nullable=True))
    with op.batch_alter_table('access_log') as batch:
        batch.add_column(sa.Column('colleague_id', sa.BigInteger(), nullable=True))
        batch.create_index(batch.f('ix_access_log_colleague_id'), ['colleague_id'], unique=False)
    op.create_table('absence',
    sa.Column('id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('staff_id', sa.BigInteger(), nullable=False),
    sa.Column('stand_in_id', sa.BigInteger(), nullable=True),
    sa.Column('from_day', sa.Date(), nullable=False),
    sa.Column('to_day', sa.Date(), nullable=False),
    sa.Column('entered_by', sa.BigInteger(), nullable=False),
    sa.Column('entered_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('handed_over_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('given_back_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('absence') as batch:
        for column in ('staff_id', 'stand_in_id', 'to_day'):
            batch.create_index(batch.f(f'ix_absence_{column}'), [column], unique=False)
    op.create_table('invite',
    sa.Column('id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('token', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('details', sa.LargeBinary(), nullable=False),
    sa.Column('state', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('made_by', sa.BigInteger(), nullable=False),
    sa.Column('made_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('expires_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('person_id', sa.BigInteger(), nullable=True),
    sa.Column('tries', sa.Integer(), nullable=False),
    sa.Column('ended_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('invite') as batch:
        batch.create_index(batch.f('ix_invite_token'), ['token'], unique=True)
        for column in ('made_by', 'person_id'):
            batch.create_index(batch.f(f'ix_invite_{column}'), [column], unique=False)
    op.create_table('unlock_code',
    sa.Column('person_id', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('code', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('member_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('staff_id', sa.BigInteger(), nullable=False),
    sa.Column('expires_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.PrimaryKeyConstraint('person_id')
    )


def downgrade() -> None:
    """Take back."""
    op.drop_table('unlock_code')
    op.drop_table('invite')
    op.drop_table('absence')
    with op.batch_alter_table('access_log') as batch:
        batch.drop_index(batch.f('ix_access_log_colleague_id'))
        batch.drop_column('colleague_id')
    with op.batch_alter_table('staff') as batch:
        batch.drop_column('formerly')
        batch.drop_column('trial')
