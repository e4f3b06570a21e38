"""PLH: 占位符和写作痕迹 · placeholders, masks and leftovers of writing."""
