"""Fact tables: TOML rows with a source and a certainty each."""
