"""The programme: JKP rules and membership."""
