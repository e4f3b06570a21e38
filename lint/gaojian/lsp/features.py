"""Each message of the client, and what is done about it."""

from lsprotocol import types

from gaojian.lsp import actions, hover, showing
from gaojian.lsp.buffers import Buffer, key_of
from gaojian.lsp.messages import Mark, Report
from gaojian.lsp.positions import Range, Ruler
from gaojian.lsp.server import Server, merged, settings_of


def register(server: Server) -> None:
    """Register all features with ``server``."""
    server.feature(types.INITIALIZE)(initialize)
    server.feature(types.INITIALIZED)(initialized)
    server.feature(types.TEXT_DOCUMENT_DID_OPEN)(did_open)
    server.feature(types.TEXT_DOCUMENT_DID_CHANGE)(did_change)
    server.feature(types.TEXT_DOCUMENT_DID_CLOSE)(did_close)
    server.feature(types.TEXT_DOCUMENT_DID_SAVE)(did_save)
    server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)(did_change_configuration)
    server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)(did_change_watched_files)
    server.feature(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)(did_change_workspace_folders)
    server.feature(types.TEXT_DOCUMENT_HOVER)(hovered)
    options = types.CodeActionOptions(code_action_kinds=[*actions.KINDS], resolve_provider=True)
    server.feature(types.TEXT_DOCUMENT_CODE_ACTION, options)(code_actions)
    server.feature(types.CODE_ACTION_RESOLVE)(resolve)


def initialize(server: Server, params: types.InitializeParams) -> None:
    """Take what the client asks for."""
    server.desk.configure(settings_of(server, params))


def initialized(server: Server, _: types.InitializedParams) -> None:
    """Begin to work."""
    server.begin()


def did_open(server: Server, params: types.DidOpenTextDocumentParams) -> None:
    """Look at a document that was opened."""
    buffer = Buffer(params.text_document)
    server.board.buffers[buffer.key] = buffer
    server.desk.changed(buffer, at_once=True)


def did_change(server: Server, params: types.DidChangeTextDocumentParams) -> None:
    """Look at a document that was edited."""
    buffer = server.board.buffers.get(key_of(params.text_document.uri))
    if buffer is not None:
        buffer.apply(params.content_changes, params.text_document.version, server.desk.settings.encoding)
        server.desk.changed(buffer)


def did_close(server: Server, params: types.DidCloseTextDocumentParams) -> None:
    """Look at the file instead, if there is one."""
    buffer = server.board.buffers.pop(key_of(params.text_document.uri), None)
    if buffer is not None:
        server.desk.closed(buffer.key)


def did_save(server: Server, _: types.DidSaveTextDocumentParams) -> None:
    """Look around: clients that do not tell of changed files tell of this."""
    server.desk.look_around()


def did_change_configuration(server: Server, params: types.DidChangeConfigurationParams) -> None:
    """Begin anew with other settings: some clients send the same ones that they began with."""
    settings = merged(server, params.settings, server.desk.settings)
    if settings != server.desk.settings:
        server.desk.configure(settings)


def did_change_watched_files(server: Server, _: types.DidChangeWatchedFilesParams) -> None:
    """Look which documents and configurations have changed: events may come in any order, or too late."""
    server.desk.look_around()


def did_change_workspace_folders(server: Server, params: types.DidChangeWorkspaceFoldersParams) -> None:
    """Begin anew with other folders."""
    removed = server.real_folders(folder.uri for folder in params.event.removed)
    added = server.real_folders(folder.uri for folder in params.event.added)
    kept = [folder for folder in server.desk.settings.folders if folder not in removed]
    server.desk.configure(server.desk.settings._replace(folders=(*kept, *added)))


async def hovered(server: Server, params: types.HoverParams) -> types.Hover | None:
    """Tell why there is a finding, on what authority, and what else is one."""
    buffer = server.board.buffers.get(key_of(params.text_document.uri))
    report = await server.board.settled(buffer) if buffer is not None else None
    if report is None:
        return None
    place = showing.point(params.position)
    marks = [mark for mark in report.marks if actions.touches(mark.range, Range(place, place))]
    if not marks:
        return None
    return types.Hover(
        _content(server, report, marks),
        showing.protocol_range(min(marks, key=lambda mark: (mark.range.end, mark.range.start)).range),
    )


async def code_actions(server: Server, params: types.CodeActionParams) -> list[types.CodeAction] | None:
    """Tell what can be done about the findings at a place, and about all of them."""
    buffer = server.board.buffers.get(key_of(params.text_document.uri))
    report = await server.board.settled(buffer) if buffer is not None else None
    if buffer is None or report is None:
        return None
    subject = _subject(server, buffer, report)
    only = params.context.only
    found: list[types.CodeAction] = []
    if actions.is_asked(actions.QUICK_FIX, only):
        extent = Range(showing.point(params.range.start), showing.point(params.range.end))
        found += actions.quick_fixes(subject, extent)
    for kind, unsafe in ((actions.FIX_ALL, False), (actions.FIX_ALL_UNSAFE, True)):
        action = actions.fix_all(subject, unsafe=unsafe) if actions.is_asked(kind, only) else None
        if action is not None and not server.resolves_edits():
            action.edit = subject.edit(actions.made_together(report.marks, unsafe=unsafe))
        found += [action] if action is not None else []
    return found


async def resolve(server: Server, action: types.CodeAction) -> types.CodeAction:
    """Add to an action that fixes all what it does."""
    data = action.data if isinstance(action.data, dict) else {}
    buffer = server.board.buffers.get(key_of(str(data.get("uri", ""))))
    if buffer is None or action.edit is not None:
        return action
    report = await server.board.settled(buffer)
    before, version = buffer.draft.text, buffer.version
    answer = await server.desk.repaired(buffer.key, unsafe=data.get("unsafe") is True)
    for message in answer.messages:
        server.show(message)
    if report is not None and answer.text is not None and buffer.version == version:
        changes = actions.differences(before, answer.text, server.desk.settings.encoding)
        action.edit = server.edit(buffer.uri, version, changes)
    return action


def _subject(server: Server, buffer: Buffer, report: Report) -> actions.Subject:
    return actions.Subject(
        buffer.name,
        buffer.uri,
        buffer.text,
        report,
        Ruler(buffer.text, server.desk.settings.encoding),
        server.uri,
        lambda changes: server.edit(buffer.uri, buffer.version, changes),
    )


def _content(server: Server, report: Report, marks: list[Mark]) -> types.MarkupContent:
    parts: list[str] = []
    for mark in marks:
        parts.append(hover.heading(mark.severity, mark.message, report.language))
        page = server.board.pages.get((mark.code, report.language))
        parts += [page] if page and page not in parts else []
    text = "\n\n".join(parts)
    if server.reads_markdown():
        return types.MarkupContent(types.MarkupKind.Markdown, text)
    return types.MarkupContent(types.MarkupKind.PlainText, hover.plain(text))
