"""The protocol: what the client says goes to the desk, what the desk finds out goes to the client."""

import asyncio
import os
from collections.abc import Generator, Iterable
from typing import Any, BinaryIO

from lsprotocol import types
from pygls.capabilities import get_capability
from pygls.exceptions import JsonRpcException, PyglsError
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol, lsp_method
from pygls.uris import to_fs_path

from gaojian import __version__
from gaojian.config import FILE_NAMES
from gaojian.lsp import showing
from gaojian.lsp.board import Board
from gaojian.lsp.buffers import uri_of
from gaojian.lsp.desk import Desk
from gaojian.lsp.messages import Change, Report, Settings
from gaojian.lsp.positions import ENCODINGS
from gaojian.lsp.process import Process
from gaojian.lsp.settings import read_settings
from gaojian.reading import SUFFIXES

WATCHERS = "gaojian-files"


class Protocol(LanguageServerProtocol):
    """The protocol with two differences.

    Open documents are the server's own affair, for pygls breaks lines where no editor does (U+2028, form feed). And a
    request that cannot be understood gets an answer, or the client would wait for it for ever.
    """

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> Generator[Any, Any, None]:
        """Hand over to the server."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_OPEN], (params,), None

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> Generator[Any, Any, None]:
        """Hand over to the server."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CHANGE], (params,), None

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> Generator[Any, Any, None]:
        """Hand over to the server."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CLOSE], (params,), None

    def structure_message(self, data: dict[str, Any]) -> Any:
        """Return the message in ``data``; answer at once to a request that is none."""
        try:
            return super().structure_message(data)
        except JsonRpcException as error:
            if "id" in data and "method" in data:
                self._send_response(data["id"], error=error.to_response_error())
            raise


class Server(LanguageServer):
    """The language server, and the client as the desk sees it."""

    def __init__(self, settings: Settings, process: Process) -> None:
        super().__init__("gaojian", __version__, protocol_cls=Protocol)
        self.given = settings
        self.links: dict[str, str] = {}
        self.board = Board(self)
        self.desk = Desk(self.board, process)
        self._work: asyncio.Task[None] | None = None

    def begin(self) -> None:
        """Begin to work, and ask the client to tell of files that change."""
        if self._work is not None:
            return
        self._work = asyncio.get_running_loop().create_task(self.desk.run())
        if get_capability(self.client_capabilities, "workspace.did_change_watched_files.dynamic_registration"):
            self.client_register_capability(_registration())

    def publish(self, report: Report) -> None:
        """Show the findings of one document."""
        with_related = self._can("text_document.publish_diagnostics.related_information")
        found = showing.diagnostics(report, self.uri, with_related=with_related)
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(self.uri(report.key), found, version=report.version)
        )

    def show(self, message: str) -> None:
        """Show a message to the user."""
        self.window_show_message(types.ShowMessageParams(types.MessageType.Warning, f"gaojian: {message}"))

    def log(self, message: str) -> None:
        """Write to the client's log."""
        self.window_log_message(types.LogMessageParams(types.MessageType.Error, message))

    def uri(self, key: str) -> str:
        """Return the URI by which the client knows the document with ``key``."""
        buffer = self.board.buffers.get(key)
        return buffer.uri if buffer is not None else uri_of(key, self.links)

    def real_folders(self, uris: Iterable[str]) -> tuple[str, ...]:
        """Return the real paths of folders, and remember by what name the client knows them."""
        given = [path for path in map(to_fs_path, uris) if path]
        real = [os.path.realpath(path) for path in given]
        self.links |= {one: other.rstrip(os.sep) for one, other in zip(real, given, strict=True) if one != other}
        return tuple(real)

    def edit(self, uri: str, version: int | None, changes: Iterable[Change]) -> types.WorkspaceEdit:
        """Return an edit of one document that the client does not make if the document has changed."""
        edits = showing.text_edits(changes)
        if not self._can("workspace.workspace_edit.document_changes"):
            return types.WorkspaceEdit(changes={uri: edits})
        document = types.OptionalVersionedTextDocumentIdentifier(uri, version)
        return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(document, [*edits])])

    def resolves_edits(self) -> bool:
        """Return whether the client asks for the edit of an action when it is chosen."""
        properties = get_capability(self.client_capabilities, "text_document.code_action.resolve_support.properties")
        return "edit" in (properties or ())

    def reads_markdown(self) -> bool:
        """Return whether the client shows Markdown when the pointer rests on something."""
        formats = get_capability(self.client_capabilities, "text_document.hover.content_format")
        return types.MarkupKind.Markdown in (formats or ())

    def report_server_error(self, error: Exception, source: type[PyglsError | JsonRpcException]) -> None:
        """Write to the log what went wrong: the user can do nothing about it."""
        self.log(f"{source.__name__}: {error}")

    def serve(self, stdin: BinaryIO, stdout: BinaryIO) -> None:
        """Serve until the client ends the session, or is gone."""
        try:
            self.start_io(stdin, stdout)
        finally:
            self.desk.end()

    def _can(self, capability: str) -> bool:
        return bool(get_capability(self.client_capabilities, capability))


def settings_of(server: Server, params: types.InitializeParams) -> Settings:
    """Return what the client asks for, told of what is wrong with it."""
    folders = [folder.uri for folder in params.workspace_folders or ()]
    if not folders and params.root_uri:
        folders = [params.root_uri]
    paths = server.real_folders(folders)
    agreed = server.workspace.position_encoding
    encoding = agreed.value if isinstance(agreed, types.PositionEncodingKind) else str(agreed)
    base = server.given._replace(folders=paths, encoding=encoding if encoding in ENCODINGS else "utf-16")
    return merged(server, params.initialization_options, base)


def merged(server: Server, given: Any, base: Settings) -> Settings:
    """Return ``base`` with what the client has ``given``; the command line stands above both."""
    settings, wrong = read_settings(given, base)
    for text in wrong:
        server.show(text.in_language(settings.lang or "zh"))
    return settings._replace(lang=server.given.lang or settings.lang, config=server.given.config or settings.config)


def _registration() -> types.RegistrationParams:
    suffixes = ",".join(suffix.removeprefix(".") for suffix in SUFFIXES)
    patterns = [f"**/{{{','.join(FILE_NAMES)},.gitignore}}", f"**/*.{{{suffixes},py}}"]
    options = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher(pattern) for pattern in patterns])
    return types.RegistrationParams(
        [types.Registration(WATCHERS, types.WORKSPACE_DID_CHANGE_WATCHED_FILES, register_options=options)]
    )
