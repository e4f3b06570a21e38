"""Which document is looked at next."""

import asyncio
from collections import deque
from time import monotonic

from gaojian.diagnostic import Severity, Text
from gaojian.lsp.board import Board
from gaojian.lsp.buffers import Buffer
from gaojian.lsp.marking import TOP
from gaojian.lsp.messages import Answer, Mark, Report, Settings
from gaojian.lsp.process import Process, WorkerLostError

# Seconds. A draft that is quickly looked at is looked at between two keys, a longer one when the typist rests.
_QUICK, _LEAST_PAUSE, _LONGEST_PAUSE = 0.1, 0.01, 0.5
_CONFIGURE, _SCAN, _COMPARE = "configure", "scan", "compare"
_WORDS = {
    _CONFIGURE: Text("读取配置和检查插件", "reading the configuration and its plugins"),
    _SCAN: Text("查看文件夹", "looking through the folder"),
    _COMPARE: Text("文稿之间的比较", "comparing documents"),
}


class Desk:
    """The one worker, and all that it has to look at.

    First comes what the user waits for, then documents that were edited, then the files of the workspace. What the
    worker died of is left alone until it changes.
    """

    def __init__(self, board: Board, process: Process) -> None:
        self._board = board
        self._process = process
        self.settings = Settings()
        self._due: dict[str, float] = {}
        self._seconds: dict[str, float] = {}
        self._pending: deque[str] = deque()
        self._closed: deque[str] = deque()
        self._requests: deque[tuple[str, bool, asyncio.Future[Answer]]] = deque()
        self._barred: set[str] = set()
        self._wants = {_CONFIGURE}
        self._in_hand = ""
        self._is_background = False
        self._wake = asyncio.Event()

    def changed(self, buffer: Buffer, *, at_once: bool = False) -> None:
        """Look at ``buffer`` soon; what the worker is doing for it, or for no open document, is stopped."""
        key = buffer.key
        seconds = self._seconds.get(key, 0.0)
        pause = _LEAST_PAUSE if seconds < _QUICK else min(seconds, _LONGEST_PAUSE)
        self._due[key] = 0.0 if at_once else monotonic() + pause
        self._barred.discard(key)
        if self._in_hand == key or self._is_background:
            self._process.stop()
        self._wake.set()

    def closed(self, key: str) -> None:
        """Look at the file again instead of the text that the editor had."""
        self._due.pop(key, None)
        self._closed.append(key)
        self.look_around()

    def configure(self, settings: Settings) -> None:
        """Begin anew with ``settings``."""
        self.settings = settings
        self._barred.clear()
        self._want(_CONFIGURE)

    def look_around(self) -> None:
        """Look which files of the workspace, and which configurations, have changed."""
        if _CONFIGURE in self._barred:
            self._barred.discard(_CONFIGURE)
            self._want(_CONFIGURE)
        self._want(_SCAN)

    async def repaired(self, key: str, *, unsafe: bool) -> Answer:
        """Return the answer that holds the text of an open document with its fixes made."""
        future: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self._requests.append((key, unsafe, future))
        self._wake.set()
        return await future

    def end(self) -> None:
        """End the worker."""
        self._process.end()

    async def run(self) -> None:
        """Work until cancelled."""
        while True:
            pause = None
            if self._process.is_over:
                # It died between two orders: no document is to blame.
                self._restart()
            try:
                pause = await self._step()
            except WorkerLostError as error:
                self._replace_worker(error)
            except Exception as error:  # noqa: BLE001 (a fault in one order must not end the session)
                self._blame(str(error))
            self._in_hand, self._is_background = "", False
            if pause is not None:
                await self._sleep(pause)

    async def _sleep(self, pause: float) -> None:
        try:
            await asyncio.wait_for(self._wake.wait(), None if pause < 0 else pause)
        except TimeoutError:
            return
        self._wake.clear()

    async def _step(self) -> float | None:
        """Give the worker one order; return None, or how long to wait before the next: less than 0 for ever."""
        if self._takes(_CONFIGURE):
            await self._configure()
        elif _CONFIGURE in self._barred:
            return -1.0
        elif self._closed:
            await self._ask("close", key=self._closed.popleft())
        elif self._requests:
            await self._repair(*self._requests.popleft())
        elif self._due:
            key = min(self._due, key=self._due.__getitem__)
            pause = self._due[key] - monotonic()
            if pause > 0:
                return pause
            await self._check(key)
        elif self._takes(_SCAN):
            await self._ask(_SCAN)
        elif self._pending:
            await self._examine(self._pending.popleft())
        elif self._takes(_COMPARE):
            await self._compare()
        else:
            return -1.0
        return None

    def _want(self, what: str) -> None:
        self._wants.add(what)
        self._wake.set()

    def _takes(self, what: str) -> bool:
        """Return whether ``what`` is wanted and may be done; it is no longer wanted then."""
        if what not in self._wants or what in self._barred:
            return False
        self._wants.discard(what)
        return True

    async def _ask(self, name: str, **arguments: object) -> Answer | None:
        """Give an order and take its answer, None if it was stopped. Raises WorkerLostError."""
        self._in_hand = self._in_hand or name
        answer = await self._process.ask(name, **arguments)
        if answer is not None:
            if answer.is_outdated:
                self._want(_CONFIGURE)
            if answer.wants_comparison:
                self._want(_COMPARE)
            if name == _CONFIGURE:
                self._board.begin_anew(answer)
            self._board.take(answer)
            self._pending.extend(answer.pending)
        return answer

    async def _configure(self) -> None:
        self._pending.clear()
        await self._ask(_CONFIGURE, settings=self.settings)
        self._due.update({key: 0.0 for key in self._board.buffers if key not in self._barred})
        self._want(_SCAN)

    async def _check(self, key: str) -> None:
        del self._due[key]
        buffer = self._board.buffers.get(key)
        if buffer is None:
            return
        started = monotonic()
        self._in_hand = key
        is_comparing = not self._pending and not self._wants and _COMPARE not in self._barred
        await self._ask("check", draft=buffer.draft, comparing=is_comparing)
        # The first look at a document may load what all later ones have.
        self._seconds[key] = monotonic() - started if key in self._seconds else 0.0

    async def _examine(self, key: str) -> None:
        if key in self._barred:
            return
        self._in_hand, self._is_background = key, True
        if await self._ask("examine", key=key) is None:
            self._pending.append(key)

    async def _compare(self) -> None:
        self._is_background = True
        if await self._ask(_COMPARE) is None:
            self._want(_COMPARE)

    async def _repair(self, key: str, unsafe: bool, future: asyncio.Future[Answer]) -> None:  # noqa: FBT001 (a queue)
        self._in_hand = key
        answer = None
        try:
            answer = await self._ask("repair", key=key, unsafe=unsafe)
        finally:
            if not future.done():
                future.set_result(answer or Answer())

    def _restart(self) -> None:
        self._process.end()
        self._process = Process()
        self._want(_CONFIGURE)

    def _replace_worker(self, error: WorkerLostError) -> None:
        """Start another worker, and say what the last one died of."""
        culprit = self._in_hand
        self._barred.add(culprit)
        self._restart()
        check = error.code or _WORDS.get(culprit, Text(culprit, culprit)).in_language(self.settings.lang or "zh")
        text = Text(
            f"{check} 没有结束，或使检查进程中止；已跳过，改动后再查",
            f"{check} did not end, or ended the worker; left out until something changes",
        )
        self._blame(text.in_language(self.settings.lang or "zh"))

    def _blame(self, message: str) -> None:
        """Say what went wrong with what is in hand: at the head of the document, if it is an open one."""
        culprit = self._in_hand
        buffer = self._board.buffers.get(culprit)
        if buffer is not None:
            self._board.publish(Report(culprit, buffer.version, "zh", (Mark("", Severity.ERROR, message, TOP),)))
        else:
            self._board.say(message if culprit in _WORDS else f"{culprit}: {message}")
