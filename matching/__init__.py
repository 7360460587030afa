"""Ranking: compares a person with what is offered; values in, values out."""
