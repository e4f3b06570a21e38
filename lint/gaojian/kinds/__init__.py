"""Ready-made kinds of check: a subclass declares a table, and writes no loop.

A table may as well stand in a file of rules (``rulefile.py``), without any Python.
"""

from gaojian.kinds.allowed_order import AllowedOrder
from gaojian.kinds.consistent import Consistent
from gaojian.kinds.forbidden import Forbidden, SlowPatternError
from gaojian.kinds.paired import Paired
from gaojian.kinds.preferred import Preferred
from gaojian.kinds.required_section import RequiredSection
from gaojian.kinds.tables import TableError

__all__ = [
    "AllowedOrder",
    "Consistent",
    "Forbidden",
    "Paired",
    "Preferred",
    "RequiredSection",
    "SlowPatternError",
    "TableError",
]
