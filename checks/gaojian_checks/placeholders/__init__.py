"""PLH: placeholders, masks and leftovers of writing."""
