"""Papers to take away: pages of blocks, drawn as PDF."""
