"""QUO: paired marks with nothing between them."""
