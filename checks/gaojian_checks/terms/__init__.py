"""TRM: 用词 · the choice of words."""
