"""The built-in checks of gaojian, loaded by the entry point that any plugin uses."""

# Packages that hold what checks share, and no check.
support = ("language", "facts")
