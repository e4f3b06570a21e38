"""ARI: 数据 · numbers that contradict each other."""
