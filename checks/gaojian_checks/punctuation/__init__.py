"""PUN: 标点的用法 · the use of punctuation marks."""
