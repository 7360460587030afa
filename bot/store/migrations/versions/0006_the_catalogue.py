"""The catalogue: what a course row says beside its dates, other names of rows, and files that are worked on by the clock."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = '0006'
down_revision = '0005'
branch_labels = None
depends_on = None

TEXTS = ('provider_kind', 'form', 'level', 'mode', 'area', 'days', 'times', 'contact')
LENGTHY = ('requirements',)
DAYS = ('opens', 'verify_by')


def upgrade() -> None:
    """Apply."""
    with op.batch_alter_table('course') as batch:
        for name in TEXTS:
            default = 'course' if name == 'form' else ''
            batch.add_column(sa.Column(name, sqlmodel.sql.sqltypes.AutoString(), server_default=default, nullable=False))
        for name in LENGTHY:
            batch.add_column(sa.Column(name, sa.Text(), server_default='', nullable=False))
        for name in DAYS:
            batch.add_column(sa.Column(name, sa.Date(), nullable=True))
        batch.add_column(sa.Column('contact_id', sa.BigInteger(), nullable=True))
    op.create_index(op.f('ix_course_form'), 'course', ['form'], unique=False)
    op.create_index(op.f('ix_course_verify_by'), 'course', ['verify_by'], unique=False)
    title = sa.Column('title', sqlmodel.sql.sqltypes.AutoString(), server_default='', nullable=False)
    op.add_column('import_version', title)
    op.create_table('import_alias',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('catalogue', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('row_key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('catalogue', 'key')
    )
    op.drop_table('upload')  # files that nobody had decided about are sent again
    op.create_table('upload',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.BigInteger(), nullable=False),
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('content', sa.LargeBinary(), nullable=True),
    sa.Column('at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('kind', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('asked', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('due_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('leased_until', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('decisions', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('summary', sa.LargeBinary(), nullable=True),
    sa.Column('shown', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('card', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_index(op.f('ix_upload_asked'), 'upload', ['asked'], unique=False)
    op.create_index(op.f('ix_upload_person_id'), 'upload', ['person_id'], unique=False)


def downgrade() -> None:
    """Take back."""
    op.drop_table('upload')
    op.create_table('upload',
    sa.Column('person_id', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('content', sa.LargeBinary(), nullable=False),
    sa.Column('at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.PrimaryKeyConstraint('person_id')
    )
    op.drop_table('import_alias')
    with op.batch_alter_table('import_version') as batch:
        batch.drop_column('title')
    op.drop_index(op.f('ix_course_verify_by'), table_name='course')
    op.drop_index(op.f('ix_course_form'), table_name='course')
    with op.batch_alter_table('course') as batch:
        for name in (*TEXTS, *LENGTHY, *DAYS, 'contact_id'):
            batch.drop_column(name)
