"""The rights receipt (kwitansi hak): what the rules found, on which facts, and what would change it; one value."""

from jkp.receipt.conditions import Condition, Truth
from jkp.receipt.evidence import Evidence, Value
from jkp.receipt.flips import Flip, Kind
from jkp.receipt.receipt import Receipt, receipt
from jkp.receipt.written import to_json

__all__ = ["Condition", "Evidence", "Flip", "Kind", "Receipt", "Truth", "Value", "receipt", "to_json"]
