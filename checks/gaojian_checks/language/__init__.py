"""What checks share: analyses of the language, each computed once a document."""
