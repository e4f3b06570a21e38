"""BLK: 漏填的数字 · numbers and values that were never filled in."""
