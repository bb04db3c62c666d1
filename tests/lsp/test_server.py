"""A real client speaks with ``lint-news lsp`` over its standard input and output."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types
from pygls.lsp.client import LanguageClient

from lint_news.diagnostic import page_of
from lint_news.lsp.server import PAUSE, WATCHED
from tests.conftest import ROOT, lint_news

COPY = "Le ministre Sergey Lavrov est venu à Paris .\n"


class Editor:
    """An editor: it keeps the text of one story, and takes what the server says of it."""

    def __init__(self, client: LanguageClient, uri: str) -> None:
        self.client = client
        self.uri = uri
        self.text = ""
        self.version = 0
        self.encoding = ""
        self.messages: list[str] = []
        self.watched: asyncio.Queue[list[object]] = asyncio.Queue()
        self._published: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()

        @client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)  # type: ignore[untyped-decorator]
        def _take(params: types.PublishDiagnosticsParams) -> None:
            self._published.put_nowait(params)

        @client.feature(types.WINDOW_SHOW_MESSAGE)  # type: ignore[untyped-decorator]
        def _message(params: types.ShowMessageParams) -> None:
            self.messages.append(params.message)

        @client.feature(types.CLIENT_REGISTER_CAPABILITY)  # type: ignore[untyped-decorator]
        def _registered(params: types.RegistrationParams) -> None:
            for one in params.registrations:
                assert one.method == types.WORKSPACE_DID_CHANGE_WATCHED_FILES
                options: Any = one.register_options
                self.watched.put_nowait([watcher["globPattern"] for watcher in options["watchers"]])

        @client.feature(types.CLIENT_UNREGISTER_CAPABILITY)  # type: ignore[untyped-decorator]
        def _unregistered(params: types.UnregistrationParams) -> None:
            assert [one.id for one in params.unregisterations] == ["rules"]

    async def published(self) -> types.PublishDiagnosticsParams:
        return await asyncio.wait_for(self._published.get(), 30)

    async def open(self, text: str, language_id: str = "plaintext") -> list[types.Diagnostic]:
        self.text = text
        item = types.TextDocumentItem(self.uri, language_id, self.version, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return list((await self.published()).diagnostics)

    async def saved(self, path: Path, text: str) -> list[types.Diagnostic]:
        """The findings after a file beside the story was written and its change told, as a watching editor does."""
        path.write_text(text, encoding="utf-8")
        change = types.FileEvent(path.as_uri(), types.FileChangeType.Changed)
        self.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([change]))
        return list((await self.published()).diagnostics)

    def type(self, text: str) -> None:
        self.text, self.version = text, self.version + 1
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(self.version, self.uri),
                [types.TextDocumentContentChangeWholeDocument(text)],
            )
        )

    async def actions(self, where: types.Range) -> list[types.CodeAction]:
        params = types.CodeActionParams(types.TextDocumentIdentifier(self.uri), where, types.CodeActionContext([]))
        found = await self.client.text_document_code_action_async(params)
        return [action for action in found or [] if isinstance(action, types.CodeAction)]

    async def hover(self, line: int, character: int) -> str:
        params = types.HoverParams(types.TextDocumentIdentifier(self.uri), types.Position(line, character))
        found = await self.client.text_document_hover_async(params)
        if found is None:
            return ""
        assert isinstance(found.contents, types.MarkupContent)
        assert found.contents.kind == types.MarkupKind.PlainText
        return found.contents.value

    def apply(self, action: types.CodeAction) -> str:
        """The text after an action, edited as the encoding agreed on has it."""
        assert action.edit is not None
        assert action.edit.changes is not None
        codec = {"utf-8": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}[self.encoding]
        unit = {"utf-8": 1, "utf-16": 2, "utf-32": 4}[self.encoding]
        lines = self.text.split("\n")
        for edit in action.edit.changes[self.uri]:
            start, end = edit.range.start, edit.range.end
            assert start.line == end.line
            data = lines[start.line].encode(codec)
            edited = data[: start.character * unit] + edit.new_text.encode(codec) + data[end.character * unit :]
            lines[start.line] = edited.decode(codec)
        return "\n".join(lines)


Script = Callable[[Editor], Awaitable[None]]


@pytest.fixture
def drive(tmp_path: Path) -> Callable[..., None]:
    """Run a script in an editor with a story of the given name, and end the server as the protocol wants it."""

    def run(script: Script, name: str = "story.txt", encodings: list[str] | None = None, options: object = None) -> None:
        async def session() -> None:
            client = LanguageClient("editor", "1")
            await client.start_io(sys.executable, "-m", "lint_news", "lsp", cwd=ROOT)
            server = client._server
            assert server is not None
            try:
                editor = Editor(client, (tmp_path / name).as_uri())
                capabilities = types.ClientCapabilities(
                    text_document=types.TextDocumentClientCapabilities(
                        publish_diagnostics=types.PublishDiagnosticsClientCapabilities(
                            related_information=True, code_description_support=True
                        )
                    ),
                    workspace=types.WorkspaceClientCapabilities(
                        did_change_watched_files=types.DidChangeWatchedFilesClientCapabilities(
                            dynamic_registration=True, relative_pattern_support=True
                        )
                    ),
                    general=types.GeneralClientCapabilities(
                        position_encodings=[types.PositionEncodingKind(one) for one in encodings] if encodings else None
                    ),
                )
                settings = options if options is not None else {"language": "fr", "ui_language": "en"}
                answer = await client.initialize_async(
                    types.InitializeParams(capabilities, root_uri=tmp_path.as_uri(), initialization_options=settings)
                )
                editor.encoding = str(
                    getattr(answer.capabilities.position_encoding, "value", answer.capabilities.position_encoding)
                )
                client.initialized(types.InitializedParams())
                await script(editor)
                await client.shutdown_async(None)
                client.exit(None)
                assert await asyncio.wait_for(server.wait(), 10) == 0
            finally:
                if server.returncode is None:
                    server.kill()
                await client.stop()  # type: ignore[no-untyped-call]

        asyncio.run(session())

    return run


def test_a_story_is_opened_changed_mended_and_closed(drive: Callable[..., None]) -> None:
    async def script(editor: Editor) -> None:
        first, second = await editor.open(COPY)
        assert (first.code, first.source, first.severity) == ("names/known", "lint-news", types.DiagnosticSeverity.Warning)
        assert first.message == '"Sergey Lavrov" is spelt "Sergueï Lavrov"'
        assert first.code_description is not None
        assert first.code_description.href == page_of("names/known")
        assert first.range == types.Range(types.Position(0, 12), types.Position(0, 25))
        assert second.code == "typography/space-before-comma"
        hover = await editor.hover(0, 14)
        assert hover.startswith('"Sergey Lavrov" is spelt "Sergueï Lavrov" [names/known]\n')
        assert len(hover.splitlines()[1]) > 20
        assert await editor.hover(0, 2) == ""
        action, *_ = await editor.actions(first.range)
        assert (action.title, action.kind, action.is_preferred) == ('write "Sergueï Lavrov"', "quickfix", False)
        editor.type(editor.apply(action))
        after = await editor.published()
        assert (after.version, [found.code for found in after.diagnostics]) == (1, ["typography/space-before-comma"])
        action, *_ = await editor.actions(after.diagnostics[0].range)
        assert action.is_preferred
        editor.type(editor.apply(action))
        assert list((await editor.published()).diagnostics) == []
        assert editor.text == "Le ministre Sergueï Lavrov est venu à Paris.\n"
        identifier = types.TextDocumentIdentifier(editor.uri)
        editor.client.text_document_did_close(types.DidCloseTextDocumentParams(identifier))
        assert list((await editor.published()).diagnostics) == []

    drive(script)


@pytest.mark.parametrize(
    ("name", "language_id", "comment"),
    [
        ("story.txt", "plaintext", "[lint-news: ignore names/known]"),
        ("story.md", "markdown", "<!-- lint-news: ignore names/known -->"),
    ],
)
def test_a_finding_is_silenced_where_it_stands(drive: Callable[..., None], name: str, language_id: str, comment: str) -> None:
    async def script(editor: Editor) -> None:
        first, _ = await editor.open("Un.\r\n" + COPY, language_id)
        ignore = (await editor.actions(first.range))[-1]
        assert ignore.title == "ignore names/known here"
        editor.type(editor.apply(ignore))
        assert editor.text == f"Un.\r\n{comment}\r\n{COPY}"
        assert [found.code for found in (await editor.published()).diagnostics] == ["typography/space-before-comma"]

    drive(script, name=name)


def test_the_configuration_file_of_the_story_holds(drive: Callable[..., None], tmp_path: Path) -> None:
    (tmp_path / ".lint-news.yaml").write_text("language: fr\nseverity: {names: error, typography: 'off'}\n", encoding="utf-8")

    async def script(editor: Editor) -> None:
        (found,) = await editor.open(COPY)
        assert (found.code, found.severity) == ("names/known", types.DiagnosticSeverity.Error)

    drive(script, options={})


def test_a_changed_configuration_is_taken_up(drive: Callable[..., None], tmp_path: Path) -> None:
    settled = tmp_path / ".lint-news.yaml"
    house = tmp_path / "house.yaml"
    house.write_text("names:\n  - {name: Sergey Lavrov, kind: person}\n", encoding="utf-8")

    async def script(editor: Editor) -> None:
        assert await asyncio.wait_for(editor.watched.get(), 30) == [WATCHED]
        assert len(await editor.open(COPY)) == 2
        assert [found.code for found in await editor.saved(settled, "ignore: [typography]\n")] == ["names/known"]
        assert await editor.saved(settled, "ignore: [typography]\nrules: [house.yaml]\n") == []
        (found,) = await editor.saved(house, "names:\n  - {name: Sergueï Lavroff, kind: person, wrong: [Sergey Lavrov]}\n")
        assert found.message == '"Sergey Lavrov" is spelt "Sergueï Lavroff"'
        assert editor.messages == []
        await editor.saved(house, "names: 3\n")
        assert [message.partition(": ")[2] for message in editor.messages] == [f"{house}:1:8: 'names' must be a list, not text"]
        settled.unlink()
        assert len(await editor.saved(house, "names: []\n")) == 2

    drive(script)


def test_a_configuration_that_breaks_is_told_once(drive: Callable[..., None], tmp_path: Path) -> None:
    settled = tmp_path / ".lint-news.yaml"

    async def script(editor: Editor) -> None:
        assert len(await editor.open(COPY)) == 2
        settled.write_text("ignoer: [typography]\n", encoding="utf-8")
        change = types.FileEvent(settled.as_uri(), types.FileChangeType.Created)
        editor.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([change]))
        for text in ("a", "b"):
            editor.type(COPY + text)
            await asyncio.sleep(PAUSE * 2)
        assert len(await editor.saved(settled, "ignore: [typography]\n")) == 1
        (message,) = editor.messages
        assert message.endswith(":1:1: clé inconnue : « ignoer » ; vouliez-vous dire « ignore » ?")

    drive(script, options={"language": "fr", "ui_language": "fr"})


def test_rule_folders_of_the_settings_are_watched(drive: Callable[..., None], tmp_path: Path) -> None:
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / "names.yaml").write_text("names: []\n", encoding="utf-8")

    async def script(editor: Editor) -> None:
        await asyncio.wait_for(editor.watched.get(), 30)
        settings: dict[str, object] = {"lint-news": {"rules": [str(tmp_path / "ours"), str(tmp_path / "ours" / "names.yaml")]}}
        editor.client.workspace_did_change_configuration(types.DidChangeConfigurationParams(settings))
        base = (tmp_path / "ours").as_uri()
        assert await asyncio.wait_for(editor.watched.get(), 30) == [
            WATCHED,
            {"baseUri": base, "pattern": WATCHED},
            {"baseUri": base, "pattern": "names.yaml"},
        ]

    drive(script)


def test_fast_typing_is_checked_once(drive: Callable[..., None]) -> None:
    async def script(editor: Editor) -> None:
        await editor.open("Il\n")
        for end in range(3, len(COPY)):
            editor.type(COPY[:end] + "\n")
        last = await editor.published()
        assert (last.version, len(last.diagnostics)) == (editor.version, 2)

    drive(script)


@pytest.mark.parametrize(
    ("encodings", "agreed", "start"),
    [(None, "utf-16", 11), (["utf-8", "utf-16"], "utf-8", 14), (["utf-32"], "utf-32", 10), (["utf-16"], "utf-16", 11)],
)
def test_an_astral_character_before_a_finding(
    drive: Callable[..., None], encodings: list[str] | None, agreed: str, start: int
) -> None:
    async def script(editor: Editor) -> None:
        (found,) = await editor.open("𝒜é, selon Sergey Lavrov.\r\nFin.\r\n")
        assert (editor.encoding, found.range.start.character, found.range.end.character) == (agreed, start, start + 13)
        action, *_ = await editor.actions(found.range)
        assert editor.apply(action) == "𝒜é, selon Sergueï Lavrov.\r\nFin.\r\n"
        assert "names/known" in await editor.hover(0, start)

    drive(script, encodings=encodings, options={"language": "fr", "select": ["names/known"]})


def test_other_separators_end_no_line(drive: Callable[..., None]) -> None:
    async def script(editor: Editor) -> None:
        (found,) = await editor.open("Un\u2028deux\x0b\x0c\x85trois Sergey Lavrov.\n")
        assert found.range.start == types.Position(0, 16)
        editor.type("Un\u2028deux\x0b\x0c\x85\rtrois Sergey Lavrov.\n")
        assert (await editor.published()).diagnostics[0].range.start == types.Position(1, 6)

    drive(script, options={"language": "fr", "select": ["names/known"]})


def test_related_places_and_the_storys_own_language(drive: Callable[..., None]) -> None:
    async def script(editor: Editor) -> None:
        (found,) = await editor.open((ROOT / "examples" / "nato-blinken.txt").read_text(encoding="utf-8"))
        (other,) = found.related_information or []
        assert (other.message, other.location.uri) == ('"Jens Stoltenberg" here', editor.uri)
        assert other.location.range.start == types.Position(2, 23)

    drive(script, options={"lint-news": {"select": ["names/inconsistent"]}})


def test_hostile_copy_is_shown_not_obeyed(drive: Callable[..., None]) -> None:
    async def script(editor: Editor) -> None:
        (found,) = await editor.open("Source: Les \u202em\u200bédias\x1b[31m ![x](http://x.test/a.png)\n", "markdown")
        assert "\x1b" not in found.message
        assert "\u202e" not in found.message
        hover = await editor.hover(0, 2)
        assert "\x1b" not in hover
        assert "\u202e" not in hover
        editor.type("\0\r\ud7ff " * 2000 + "«" * 5000)
        await editor.published()
        editor.type("")
        assert list((await editor.published()).diagnostics) == []

    house = {"rules": [str(ROOT / "tests" / "lsp" / "quoting.yaml")], "select": ["house/quoting"], "language": "fr"}
    drive(script, options=house)


def test_settings_that_are_wrong_are_shown_and_the_others_hold(drive: Callable[..., None]) -> None:
    async def script(editor: Editor) -> None:
        assert len(await editor.open(COPY)) > 0
        assert editor.messages == [
            "lint-news: unknown setting 'sellect'; there are: language, rules, select, ignore, ui_language"
        ]
        settings: dict[str, object] = {"lint-news": {"language": "fr", "ignore": ["names"]}}
        editor.client.workspace_did_change_configuration(types.DidChangeConfigurationParams(settings))
        assert [found.code for found in (await editor.published()).diagnostics] == ["typography/space-before-comma"]

    drive(script, options={"sellect": ["names"]})


def test_without_pygls_one_line_says_what_to_install(tmp_path: Path) -> None:
    # A package of that name that can't be found: its finder says so.
    (tmp_path / "sitecustomize.py").write_text("import sys; sys.modules['pygls'] = None\n", encoding="utf-8")
    done = lint_news("lsp", PYTHONPATH=str(tmp_path), LC_ALL="C")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == "lint-news: lsp needs pygls: pip install 'lint-news[lsp]'\n"
