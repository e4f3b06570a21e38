"""MET: 网页和排版的残留 · residue of web pages and layout."""
