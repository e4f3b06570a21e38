"""CIT: 文号与引用 · numbers of documents, and what is cited."""
