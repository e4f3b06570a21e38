"""BLK: numbers and values that were never filled in."""
