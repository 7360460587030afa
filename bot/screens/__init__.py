"""What a person sees: pure functions from a result to a Screen."""
