"""Whether a document was written before the norm that a check cites."""

from datetime import date

from gaojian import Document
from gaojian_checks.language.anchors import publication, signature
from gaojian_checks.language.title_years import title_years

_IN_FORCE = date(2012, 6, 1)


def is_older_than_the_norm(document: Document) -> bool:
    """Return whether the document is dated before GB/T 15834—2011 came into force; not if it tells no date.

    Call it through ``document.get(is_older_than_the_norm)``.
    """
    dated = document.get(signature) or document.get(publication)
    if dated is not None:
        return dated.day < _IN_FORCE
    titled = document.get(title_years)
    return titled is not None and max(titled.years) < _IN_FORCE.year
