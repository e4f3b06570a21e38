"""NMB: 编号 · numbers of headings, items and articles."""
