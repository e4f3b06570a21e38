"""Lists told within a text: 一是, 第一，, 其一, 首先 over paragraphs, and （一）, （1）, ①, 1. within one.

for each in document.get(enumerations): ...

``scan`` finds the marks, ``lists`` puts them together and tells the slips, ``excuses`` knows what is none.
"""

from gaojian_checks.language.enumerations.alone import lone_items
from gaojian_checks.language.enumerations.announced import Announcement, announcements
from gaojian_checks.language.enumerations.lists import Enumeration, Slip, SlipKind, enumerations
from gaojian_checks.language.enumerations.marks import Form, Mark, written
from gaojian_checks.language.enumerations.scan import marks

__all__ = [
    "Announcement",
    "Enumeration",
    "Form",
    "Mark",
    "Slip",
    "SlipKind",
    "announcements",
    "enumerations",
    "lone_items",
    "marks",
    "written",
]
