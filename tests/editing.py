"""A real client of the language server, as the tests use it: pytest-lsp, and patience."""

import asyncio
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from conftest import outside_environment
from lsprotocol import types
from pytest_lsp import LanguageClient, client_capabilities, make_test_lsp_client

SECONDS = 60.0


class Editor:
    """An editor with one workspace folder and a server; ``client`` is what speaks the protocol."""

    def __init__(self, root: Path, capabilities: types.ClientCapabilities | None = None) -> None:
        self.root = root
        self.capabilities = capabilities or client_capabilities("visual_studio_code@1.65.2")
        self.client: LanguageClient = make_test_lsp_client()
        self.registrations: list[types.Registration] = []
        self.published: list[types.PublishDiagnosticsParams] = []
        self.result: types.InitializeResult | None = None

    async def start(self, options: Any = None, *arguments: str, folder: bool = True) -> types.InitializeResult:
        """Start the server and the session."""
        command = [sys.executable, "-m", "gaojian", "lsp", *arguments]
        await self.client.start_io(*command, env=outside_environment(), cwd=self.root)
        self._listen()
        uri = self.root.as_uri()
        self.result = await self.client.initialize_session(
            types.InitializeParams(
                capabilities=self.capabilities,
                root_uri=uri if folder else None,
                workspace_folders=[types.WorkspaceFolder(uri, self.root.name)] if folder else None,
                initialization_options=options,
            )
        )
        return self.result

    async def stop(self) -> None:
        """End the session as editors do."""
        await self.client.shutdown_session()
        await self.client.stop()  # type: ignore[no-untyped-call]  # pytest-lsp leaves it untyped

    def uri(self, name: str) -> str:
        """Return the URI of a file in the workspace."""
        return (self.root / name).as_uri()

    def open(self, uri: str, text: str, language: str = "markdown") -> None:
        """Open a document, version 1."""
        item = types.TextDocumentItem(uri, language, 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))

    def replace(self, uri: str, version: int, text: str) -> None:
        """Replace the whole text."""
        self._change(uri, version, [types.TextDocumentContentChangeWholeDocument(text)])

    def type(self, uri: str, version: int, start: tuple[int, int], end: tuple[int, int], text: str) -> None:
        """Replace what lies between two places."""
        extent = types.Range(types.Position(*start), types.Position(*end))
        self._change(uri, version, [types.TextDocumentContentChangePartial(extent, text)])

    def close(self, uri: str) -> None:
        """Close a document."""
        document = types.TextDocumentIdentifier(uri)
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(document))

    async def findings(self, uri: str, version: int | None = None) -> Sequence[types.Diagnostic]:
        """Return the findings in ``version`` of a document."""
        return (await self.until(lambda params: params.uri == uri and params.version == version)).diagnostics

    async def until(self, wanted: Callable[[types.PublishDiagnosticsParams], bool]) -> types.PublishDiagnosticsParams:
        """Return the last publication that is ``wanted``, when there is one."""
        for _ in range(int(SECONDS / 0.005)):
            for params in reversed(self.published):
                if wanted(params):
                    return params
            await asyncio.sleep(0.005)
        raise TimeoutError([(params.uri, params.version, params.diagnostics) for params in self.published])

    async def told(self, part: str) -> str:
        """Return the first message to the user that holds ``part``."""
        for _ in range(int(SECONDS / 0.02)):
            for message in self.client.messages:
                if part in message.message:
                    return message.message
            await asyncio.sleep(0.02)
        raise TimeoutError([message.message for message in self.client.messages])

    async def actions(
        self, uri: str, extent: types.Range | None = None, only: Sequence[str] | None = None
    ) -> list[types.CodeAction]:
        """Return what can be done at ``extent``, the beginning of the document if it is not given."""
        start = types.Position(0, 0)
        found = await self.client.text_document_code_action_async(
            types.CodeActionParams(
                types.TextDocumentIdentifier(uri),
                extent or types.Range(start, start),
                types.CodeActionContext(diagnostics=[], only=only),
            )
        )
        return [action for action in found or () if isinstance(action, types.CodeAction)]

    async def hover(self, uri: str, place: tuple[int, int]) -> str | None:
        """Return what is shown when the pointer rests on ``place``."""
        params = types.HoverParams(types.TextDocumentIdentifier(uri), types.Position(*place))
        hover = await self.client.text_document_hover_async(params)
        return hover.contents.value if hover is not None and isinstance(hover.contents, types.MarkupContent) else None

    def _change(self, uri: str, version: int, changes: Sequence[types.TextDocumentContentChangeEvent]) -> None:
        document = types.VersionedTextDocumentIdentifier(version=version, uri=uri)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, changes))

    def _listen(self) -> None:
        def published(params: types.PublishDiagnosticsParams) -> None:
            self.published.append(params)

        def registered(params: types.RegistrationParams) -> None:
            self.registrations += params.registrations

        self.client.protocol.fm.features.pop(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(published)
        self.client.feature(types.CLIENT_REGISTER_CAPABILITY)(registered)


def shown(diagnostics: Sequence[types.Diagnostic]) -> list[tuple[object, tuple[int, int], tuple[int, int]]]:
    """Return code, start and end of each diagnostic."""
    return [
        (
            diagnostic.code,
            (diagnostic.range.start.line, diagnostic.range.start.character),
            (diagnostic.range.end.line, diagnostic.range.end.character),
        )
        for diagnostic in diagnostics
    ]


def edited(text: str, edits: Sequence[types.TextEdit]) -> str:
    """Return ``text`` with ``edits`` made, as an editor makes them; characters are those of UTF-16."""
    lines = text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line.encode("utf-16-le")) // 2 + 1)
    units = text.encode("utf-16-le")
    for edit in sorted(edits, key=lambda edit: (edit.range.start.line, edit.range.start.character), reverse=True):
        first = 2 * (starts[edit.range.start.line] + edit.range.start.character)
        last = 2 * (starts[edit.range.end.line] + edit.range.end.character)
        units = units[:first] + edit.new_text.encode("utf-16-le") + units[last:]
    return units.decode("utf-16-le")


def edits_of(action: types.CodeAction, uri: str) -> list[types.TextEdit]:
    """Return the edits that ``action`` makes in one document."""
    edit = action.edit
    if edit is None:
        return []
    if edit.changes is not None:
        return list(edit.changes[uri])
    documents = [change for change in edit.document_changes or () if isinstance(change, types.TextDocumentEdit)]
    return [edit for change in documents for edit in change.edits if isinstance(edit, types.TextEdit)]
