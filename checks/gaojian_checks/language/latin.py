"""The Latin characters of a document, for a quick look whether what a check wants can occur at all."""

from gaojian import Document


def latin(document: Document) -> str:
    """Return the characters of the prose up to U+00FF, in order and without what stood between them.

    Chinese text holds few: looking for ten letters here costs less than looking for one of them in the prose. What is
    missing here is missing there; what is found here need not stand together there. Call it through ``document.get``.
    """
    prose = document.prose
    western = document.western if prose is document.text else prose.encode("latin-1", "ignore")
    return western.decode("latin-1")
