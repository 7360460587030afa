"""Files people hand in: how they become rows, safely."""
