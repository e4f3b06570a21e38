"""Which document is looked at next, with a worker that answers as it is told."""

import asyncio
from collections.abc import Callable
from typing import cast

import pytest
from lsprotocol import types

from gaojian.diagnostic import Severity
from gaojian.lsp.board import Board
from gaojian.lsp.buffers import Buffer
from gaojian.lsp.desk import Desk
from gaojian.lsp.marking import TOP
from gaojian.lsp.messages import Answer, Draft, Mark, Report, Settings
from gaojian.lsp.process import Process, WorkerLostError

URI = "untitled:a"


class Stand:
    """Stands in for the worker and for the client."""

    def __init__(self) -> None:
        self.orders: list[str] = []
        self.stops = 0
        self.is_over = False
        self.published: list[Report] = []
        self.shown: list[str] = []
        self.answers: dict[str, Callable[[], Answer | None]] = {}
        self.on_order: Callable[[str], None] = lambda _: None

    async def ask(self, name: str, **arguments: object) -> Answer | None:
        """Answer an order as was prepared."""
        await asyncio.sleep(0)
        self.orders.append(f"{name} {arguments['key']}" if "key" in arguments else name)
        self.on_order(self.orders[-1])
        if name in self.answers:
            return self.answers[name]()
        draft = arguments.get("draft")
        return Answer((Report(draft.key, draft.version, "zh", ()),) if isinstance(draft, Draft) else ())

    def stop(self) -> None:
        """Count."""
        self.stops += 1

    def end(self) -> None:
        """Be over."""
        self.is_over = True

    def publish(self, report: Report) -> None:
        """Keep."""
        self.published.append(report)

    def show(self, message: str) -> None:
        """Keep."""
        self.shown.append(message)


def buffer(version: int = 1) -> Buffer:
    return Buffer(types.TextDocumentItem(URI, "markdown", version, "甲"))


async def worked(desk: Desk, stand: Stand, count: int) -> list[str]:
    """Work until there were ``count`` orders; return them, and what followed at once."""
    task = asyncio.create_task(desk.run())
    for _ in range(500):
        await asyncio.sleep(0.01)
        if len(stand.orders) >= count:
            break
    await asyncio.sleep(0.05)
    task.cancel()
    return stand.orders


@pytest.fixture
def stand(monkeypatch: pytest.MonkeyPatch) -> Stand:
    found = Stand()

    def start() -> Process:
        found.is_over = False
        return cast("Process", found)

    monkeypatch.setattr("gaojian.lsp.desk.Process", start)
    return found


@pytest.fixture
def board(stand: Stand) -> Board:
    return Board(stand)


@pytest.fixture
def desk(board: Board, stand: Stand) -> Desk:
    return Desk(board, cast("Process", stand))


async def test_what_was_edited_comes_before_the_files(desk: Desk, board: Board, stand: Stand) -> None:
    """The configuration first, then open documents, then the folder, its files, and how they compare."""
    board.buffers[URI] = buffer()
    stand.answers["scan"] = lambda: Answer(pending=("/1.md", "/2.md"), known=frozenset({"/1.md", "/2.md"}))
    stand.answers["examine"] = lambda: Answer(wants_comparison=True)
    desk.configure(Settings())

    assert await worked(desk, stand, 6) == ["configure", "check", "scan", "examine /1.md", "examine /2.md", "compare"]


async def test_a_key_stops_what_nobody_waits_for(desk: Desk, board: Board, stand: Stand) -> None:
    """The file that was in hand is examined afterwards; many keys while nothing is done are one look."""
    board.buffers[URI] = buffer()
    stand.answers["scan"] = lambda: Answer(pending=("/1.md",))

    def type_two_keys(order: str) -> None:
        if order.startswith("examine") and len(stand.orders) == 4:
            for version in (2, 3):
                board.buffers[URI].version = version
                desk.changed(board.buffers[URI])
            stand.answers["examine"] = lambda: None
        else:
            stand.answers.pop("examine", None)

    stand.on_order = type_two_keys

    assert await worked(desk, stand, 6) == ["configure", "check", "scan", "examine /1.md", "check", "examine /1.md"]
    assert stand.stops == 2
    assert [report.version for report in stand.published] == [1, 3]


async def test_a_fault_of_ours_is_told_at_the_head_of_the_document(desk: Desk, board: Board, stand: Stand) -> None:
    """Silence would look like praise; and the work goes on."""
    board.buffers[URI] = buffer()

    def fail() -> Answer:
        raise RuntimeError("KeyError: 7")

    stand.answers["check"] = fail

    assert await worked(desk, stand, 3) == ["configure", "check", "scan"]
    assert stand.published == [Report(URI, 1, "zh", (Mark("", Severity.ERROR, "KeyError: 7", TOP),))]


async def test_what_the_worker_died_of_is_not_tried_again(desk: Desk, stand: Stand) -> None:
    """A comparison that hangs is named once, and left out until the configuration is read again."""
    stand.answers["scan"] = lambda: Answer(wants_comparison=True)

    def die() -> Answer:
        raise WorkerLostError("DUP011")

    stand.answers["compare"] = die

    assert await worked(desk, stand, 5) == ["configure", "scan", "compare", "configure", "scan"]
    assert stand.shown == ["DUP011 没有结束，或使检查进程中止；已跳过，改动后再查"]


async def test_a_configuration_that_kills_is_tried_when_it_has_changed(desk: Desk, stand: Stand) -> None:
    """A plugin that ends the process as it is imported would end every next worker too."""

    def die() -> Answer:
        raise WorkerLostError("")

    stand.answers["configure"] = die
    assert await worked(desk, stand, 1) == ["configure"]
    assert stand.shown == ["读取配置和检查插件 没有结束，或使检查进程中止；已跳过，改动后再查"]

    del stand.answers["configure"]
    desk.look_around()
    assert await worked(desk, stand, 3) == ["configure", "configure", "scan"]


async def test_an_outdated_configuration_is_read_before_anything_else(desk: Desk, board: Board, stand: Stand) -> None:
    """The worker says so when it looks at a document; then the document is looked at again."""
    board.buffers[URI] = buffer()
    answers = [Answer(is_outdated=True)]
    stand.answers["check"] = lambda: answers.pop() if answers else Answer((Report(URI, 1, "zh", ()),))

    assert await worked(desk, stand, 5) == ["configure", "check", "configure", "check", "scan"]
