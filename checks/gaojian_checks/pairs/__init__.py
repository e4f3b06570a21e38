"""QUO: 成对的标点 · paired marks."""
