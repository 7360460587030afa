"""Pasted and forwarded advertisements: read into fields, never taken for granted."""
