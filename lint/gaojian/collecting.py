"""How often the interpreter looks for cycles of objects that nobody holds any more."""

import gc

_YOUNG_OBJECTS = 50_000


def collect_seldom() -> None:
    """Leave all objects of now alone, and look among new ones after fifty thousand instead of seven hundred.

    To import rules makes tens of thousands of objects that all stay, and a document thousands of small tuples that hold
    no cycle and live as long as it does: to look among them as often as is the default takes a twentieth of a run. Who
    looks still less often, or never, is left alone.
    """
    gc.freeze()
    young, *older = gc.get_threshold()
    gc.set_threshold(max(young, _YOUNG_OBJECTS) if young else 0, *older)
