"""Use cases: functions of a session that return frozen results; they never commit, never send, never know Telegram."""
