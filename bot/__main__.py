"""`kerjalagi`, also as `python -m bot`: loads everything, then does what is asked."""

import gc


def main() -> None:
    """Run the command line; looking for rubbish among what is only being loaded took a quarter of every start."""
    gc.disable()
    from bot.cli import main as obey

    gc.freeze()
    gc.enable()
    obey()


if __name__ == "__main__":
    main()
