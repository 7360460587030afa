"""The rules of JKP, pure: facts and a day in, a decision out."""
