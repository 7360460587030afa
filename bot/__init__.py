"""The bot: speaks with people, remembers them, keeps the clock and wires everything."""
