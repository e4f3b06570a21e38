"""ABB: 名称与简称 · names and their short forms."""
