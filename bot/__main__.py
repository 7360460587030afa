"""`python -m bot` is the same as `kerjalagi`."""

from bot.cli import main

main()
