"""Papers and letters: what a person gathers for the claim."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table('dossier',
    sa.Column('person_id', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('situation', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('papers', sa.JSON(), nullable=False),
    sa.Column('implied', sa.JSON(), nullable=False),
    sa.Column('details', sa.LargeBinary(), nullable=True),
    sa.PrimaryKeyConstraint('person_id')
    )


def downgrade() -> None:
    """Take back."""
    op.drop_table('dossier')
