"""SCR: 字形和编码 · characters and scripts."""
