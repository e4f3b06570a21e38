"""DUP: text that stands twice."""
