"""DAT: 日期 · dates that cannot be, or that contradict each other."""
