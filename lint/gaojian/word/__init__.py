"""What a Word file holds: the zip package, the stories in it, and the numbers that Word draws before paragraphs."""
