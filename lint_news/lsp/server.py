"""The server: LSP 3.17 over standard input and output, by pygls.

Every change brings the whole text (sync kind "full"): a story is short, and where a text holds other line separators (U+2028,
form feeds) editors and libraries disagree on the lines that a partial change would name.
"""

from __future__ import annotations

import asyncio
import logging
import os
import sys
from collections.abc import Callable
from contextlib import suppress

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import from_fs_path, to_fs_path

from lint_news import __version__
from lint_news.diagnostic import Diagnostic
from lint_news.errors import LintNewsError
from lint_news.lsp.positions import Point
from lint_news.lsp.stories import Checked, LinterOf, Preferences, check, preferences
from lint_news.reports._visible import told, visible
from lint_news.wording import say

# Seconds of quiet after a keystroke before a story is checked again.
PAUSE = 0.2
# Configuration, rules and lists of names are YAML; a change of one of these files is asked for.
WATCHED = "**/*.{yaml,yml}"
# Languages of an editor in which a comment is written as in HTML.
MARKED_UP = ("markdown", "html", "xml")
_SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "info": types.DiagnosticSeverity.Information,
}


class NewsServer(LanguageServer):
    """A language server with its linters and the stories that are open; ``configured`` makes linters from preferences."""

    def __init__(self, configured: Callable[[Preferences], LinterOf]) -> None:
        super().__init__("lint-news", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full)
        self.preferences = Preferences()
        self.sent_options: object = None
        self._configured = configured
        self.linter_of = configured(self.preferences)
        self._checked: dict[str, Checked] = {}
        self._waiting: dict[str, asyncio.Task[None]] = {}
        # One check at a time: the linter's caches are not made for several threads.
        self._one_at_a_time = asyncio.Lock()
        self._watched: tuple[str, ...] | None = None
        self._last_error = ""

    def configure(self, sent: object) -> None:
        """Take a client's settings; what is wrong with them is shown, and the settings before hold."""
        try:
            wanted = preferences(sent)
            linter_of = self._configured(wanted)
            problems = linter_of("").problems
        except LintNewsError as error:
            self.complain(error)
            return
        self.preferences, self.linter_of = wanted, linter_of
        for problem in problems:
            self.complain(problem)
        self._watch()

    def reload(self) -> None:
        """Read configuration and rules anew, and check all open stories by them."""
        self.linter_of = self._configured(self.preferences)
        self._last_error = ""
        problems: dict[str, LintNewsError] = {}
        for uri in self.workspace.text_documents:
            with suppress(LintNewsError):  # told when the story is checked
                linter = self.linter_of(to_fs_path(uri) or uri)
                problems.update((str(problem), problem) for problem in linter.problems)
        for problem in problems.values():
            self.complain(problem)
        self.recheck()

    def complain(self, error: LintNewsError) -> None:
        """Show an error to the user."""
        text = f"lint-news: {told(error, self.preferences.ui_language)}"
        self.window_show_message(types.ShowMessageParams(types.MessageType.Error, text))

    def schedule(self, uri: str, pause: float = PAUSE) -> None:
        """Check a story after a pause; a check that waits already is put off."""
        self._stop(uri)
        self._waiting[uri] = asyncio.get_running_loop().create_task(self._publish_later(uri, pause))

    def forget(self, uri: str) -> None:
        """A story was closed: nothing is shown of it any more."""
        self._stop(uri)
        self._checked.pop(uri, None)
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    def recheck(self) -> None:
        """Check all open stories anew, as after a change of settings."""
        self._checked.clear()
        for uri in list(self.workspace.text_documents):
            self.schedule(uri, 0)

    async def checked(self, uri: str) -> Checked:
        """The findings of a story as the editor holds it now."""
        async with self._one_at_a_time:
            document = self.workspace.get_text_document(uri)
            known = self._checked.get(uri)
            if known is not None and known.version == document.version and known.document.source == document.source:
                return known
            encoding = str(getattr(self.workspace.position_encoding, "value", self.workspace.position_encoding))
            path = to_fs_path(uri) or uri
            linter_of = self.linter_of
            arguments = (linter_of(path), document.source, path, document.version, encoding)
            result = await asyncio.get_running_loop().run_in_executor(None, check, *arguments)
            if uri in self.workspace.text_documents and linter_of is self.linter_of:
                self._checked[uri] = result
            return result

    def diagnostic(self, uri: str, story: Checked, found: Diagnostic) -> types.Diagnostic:
        """A finding as the protocol has it."""
        capabilities = self.client_capabilities.text_document
        publish = capabilities.publish_diagnostics if capabilities else None
        related = None
        if found.related and publish is not None and publish.related_information:
            related = [
                types.DiagnosticRelatedInformation(
                    types.Location(uri, _range(story.points(other.region))), visible(other.message)
                )
                for other in found.related
                if not other.path
            ]
        page = ""
        if publish is not None and publish.code_description_support:
            page = story.linter.rule_info(found.rule, story.language).page
        return types.Diagnostic(
            _range(story.points(found.region)),
            visible(found.message),
            severity=_SEVERITIES[found.severity],
            code=found.rule,
            code_description=types.CodeDescription(page) if page else None,
            source="lint-news",
            related_information=related,
        )

    def _watch(self) -> None:
        """Ask the client to tell of changed rules and configuration, in the workspace and in folders of the settings."""
        workspace = self.client_capabilities.workspace
        files = workspace.did_change_watched_files if workspace else None
        if files is None or not files.dynamic_registration:
            return
        folders = tuple(os.path.abspath(rule) for rule in self.preferences.rules) if files.relative_pattern_support else ()
        if folders == self._watched:
            return
        method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
        if self._watched is not None:
            old = types.UnregistrationParams([types.Unregistration("rules", method)])
            self.client_unregister_capability(old)
        patterns: list[types.GlobPattern] = [WATCHED]
        for folder in folders:
            base, pattern = (folder, WATCHED) if os.path.isdir(folder) else os.path.split(folder)
            patterns.append(types.RelativePattern(from_fs_path(base) or "", pattern))
        options = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher(one) for one in patterns])
        self.client_register_capability(types.RegistrationParams([types.Registration("rules", method, options)]))
        self._watched = folders

    def _stop(self, uri: str) -> None:
        task = self._waiting.pop(uri, None)
        if task is not None:
            task.cancel()

    async def _publish_later(self, uri: str, pause: float) -> None:
        await asyncio.sleep(pause)
        try:
            story = await self.checked(uri)
        except LintNewsError as error:
            # Told once, not after every keystroke.
            if str(error) != self._last_error:
                self.complain(error)
            self._last_error = str(error)
            return
        self._last_error = ""
        document = self.workspace.text_documents.get(uri)
        if document is None or document.version != story.version:
            return
        diagnostics = [self.diagnostic(uri, story, found) for found in story.findings]
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, diagnostics, story.version))


def _range(points: tuple[Point, Point]) -> types.Range:
    return types.Range(types.Position(*points[0]), types.Position(*points[1]))


def _point(position: types.Position) -> Point:
    return Point(position.line, position.character)


def make_server(configured: Callable[[Preferences], LinterOf]) -> NewsServer:
    """The server with all that it answers to."""
    server = NewsServer(configured)

    @server.feature(types.INITIALIZED)
    def _initialized(_params: types.InitializedParams) -> None:
        server.configure(server.sent_options)

    @server.feature(types.INITIALIZE)
    def _initialize(params: types.InitializeParams) -> None:
        server.sent_options = params.initialization_options

    @server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    def _changed_settings(params: types.DidChangeConfigurationParams) -> None:
        if params.settings:
            server.configure(params.settings)
            server.recheck()

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def _changed_files(_params: types.DidChangeWatchedFilesParams) -> None:
        server.reload()

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def _opened(params: types.DidOpenTextDocumentParams) -> None:
        server.schedule(params.text_document.uri, 0)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def _changed(params: types.DidChangeTextDocumentParams) -> None:
        server.schedule(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def _closed(params: types.DidCloseTextDocumentParams) -> None:
        server.forget(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def _hover(params: types.HoverParams) -> types.Hover | None:
        story = await server.checked(params.text_document.uri)
        point = _point(params.position)
        here = list(story.between(point, point))
        if not here:
            return None
        texts = []
        for found in here:
            why = story.linter.rule_info(found.rule, story.language).why
            texts.append(f"{visible(found.message)} [{found.rule}]" + (f"\n{visible(why)}" if why else ""))
        # Plain text: a message quotes the story, whose writer must not be able to set links and pictures here.
        content = types.MarkupContent(types.MarkupKind.PlainText, "\n\n".join(texts))
        return types.Hover(content, _range(story.points(here[0].region)))

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix]))
    async def _code_actions(params: types.CodeActionParams) -> list[types.CodeAction]:
        if params.context.only and not any(
            str(types.CodeActionKind.QuickFix.value).startswith(kind) for kind in params.context.only
        ):
            return []
        uri = params.text_document.uri
        story = await server.checked(uri)
        comments = server.workspace.get_text_document(uri).language_id in MARKED_UP
        actions = []
        for found in story.between(_point(params.range.start), _point(params.range.end)):
            diagnostic = server.diagnostic(uri, story, found)
            points = story.points(found.region)
            for number, suggestion in enumerate(found.suggestions):
                edit = story.edit(found, suggestion)
                if edit is None:
                    continue
                actions.append(
                    types.CodeAction(
                        say('write "{suggestion}"', server.preferences.ui_language, suggestion=visible(suggestion)),
                        kind=types.CodeActionKind.QuickFix,
                        diagnostics=[diagnostic],
                        is_preferred=number == 0 and found.fix == "safe",
                        edit=types.WorkspaceEdit({uri: [types.TextEdit(_range(edit[0]), edit[1])]}),
                    )
                )
            ignore = types.TextEdit(_range((Point(points[0].line, 0),) * 2), story.ignore_line(found.rule, comments))
            actions.append(
                types.CodeAction(
                    say("ignore {rule} here", server.preferences.ui_language, rule=found.rule),
                    kind=types.CodeActionKind.QuickFix,
                    diagnostics=[diagnostic],
                    edit=types.WorkspaceEdit({uri: [ignore]}),
                )
            )
        return actions

    return server


def serve(configured: Callable[[Preferences], LinterOf]) -> None:
    """Serve one editor over standard input and output until it says exit."""
    # Standard error goes into the editor's log; what pygls tells of every message doesn't belong there.
    logging.basicConfig(level=logging.ERROR)
    # A copy of standard output, since pygls closes what it writes to and the command still flushes its own.
    make_server(configured).start_io(stdout=os.fdopen(os.dup(sys.stdout.fileno()), "wb"))
