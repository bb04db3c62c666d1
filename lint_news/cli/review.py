"""``lint-news review``."""

from __future__ import annotations

import os
import signal
import sys
import textwrap
from collections.abc import Iterator
from contextlib import suppress

import click

from lint_news.cli._common import (
    encoding_option,
    ignore_option,
    language_option,
    rules_option,
    select_option,
    stories,
    ui_language_option,
    utf8_output,
    wants_colour,
)
from lint_news.cli._configured import Configured, config_options, given
from lint_news.cli._keyboard import Keyboard, keyboard
from lint_news.cli._known import KnownNames
from lint_news.cli._speaking import complain, settle
from lint_news.cli._terminal import Stopped
from lint_news.config import Finder
from lint_news.diagnostic import Diagnostic, Region
from lint_news.document import Document
from lint_news.errors import BrokenConfigurationError, ConfigurationError, InputError, LintNewsError
from lint_news.formats.decoding import check_encoding
from lint_news.language.annotations import Annotations
from lint_news.reports._columns import fit, fit_end
from lint_news.reports._source import SourceLines
from lint_news.reports._visible import told, visible, visible_path
from lint_news.reports.full import excerpt
from lint_news.reports.text import COLOURS, RESET
from lint_news.reviewing import Action, Item, Review, State, press
from lint_news.wording import say

_WIDEST = 80
_NARROWEST = 20
_MOST_LINES = 5
_MOST_SUGGESTIONS = 9
_MOST_RELATED = 2
_MENU = (
    "t take", "e type", "s skip", "i ignore here", "a add name", "b back", "? help", "q quit",
)  # fmt: skip
_HELP = (
    "t or Enter: write the first suggestion; a digit writes that one",
    "e: type what is to stand there",
    "s: leave it as it is for now",
    "i: put a comment before the line that silences the rule there, for good",
    "a: add the name to the list of known names",
    "b: undo the last decision and go back to it",
    "q: quit; what was decided stays",
)
_PROMPTS = {"type": "write: ", "name": "name: ", "kind": "p person, o organisation, l place (Escape: none of it): "}
_COUNTED = ("{number} written", "{number} skipped", "{number} ignored", "{number} names added")


@click.command("review")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@rules_option
@select_option
@ignore_option
@click.option(
    "--names",
    "names_file",
    metavar="FILE",
    default="lint-news-names.yaml",
    show_default=True,
    help="The list that names are added to; it is in force while you review.",
)
@language_option
@encoding_option
@config_options
@ui_language_option
def command(
    paths: tuple[str, ...],
    rule_paths: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    names_file: str,
    language: str | None,
    encoding: str | None,
    config_file: str | None,
    no_config: bool,
    ui_language: str | None,
) -> int:
    """Go through the findings of stories one at a time, and decide each with a key.

    Each decision is written into the story at once, and 'b' undoes it. PATH is a file or a folder.
    """
    if "-" in paths:
        raise ConfigurationError("review goes through files; standard input is where you answer")
    terminal = keyboard()
    finder = Finder(config_file, none=no_config)
    settled = given(
        rules=rule_paths,
        select=select,
        ignore=ignore,
        language=language,
        encoding=encoding,
        ui_language=ui_language,
    )
    ui = settle(Configured(finder, settled).run_settings(paths))
    files, whole = stories(paths, excluded=finder.excludes)
    known = KnownNames(names_file, finder, settled, ui)
    desk = _Desk(known, terminal, ui)
    review = Review(files, desk.examine, desk.encoding_of, desk.unreadable)
    with terminal:
        stopped = desk.go(review)
    with suppress(OSError):
        desk.sum_up(review, ended=stopped)
    if stopped:
        if stopped == getattr(signal, "SIGHUP", 0):  # nobody is there to be told anything
            null = os.open(os.devnull, os.O_WRONLY)
            os.dup2(null, sys.stdout.fileno())
            os.dup2(null, sys.stderr.fileno())
        return 128 + stopped
    return 0 if whole and not desk.failed and not known.problems else 2


class _Desk:
    """Shows findings and asks what to do with them."""

    def __init__(self, known: KnownNames, terminal: Keyboard, ui_language: str) -> None:
        self._known = known
        self._terminal = terminal
        self._ui = ui_language
        self._stream = utf8_output()
        self._colour = wants_colour(self._stream)
        self._story: Annotations | None = None
        self.failed: set[str] = set()

    def examine(self, path: str, document: Document) -> list[Diagnostic]:
        """The findings of a story; raises InputError where its configuration can't be used."""
        try:
            linter = self._known.linter(path)
        except BrokenConfigurationError as error:
            raise _passed_over(error) from None
        self._story = linter.annotate(document)
        return linter.check_story(self._story)

    def encoding_of(self, path: str) -> str | None:
        """The encoding that is settled for a story; raises InputError where its configuration can't be used."""
        try:
            encoding = self._known.settings(path).encoding
        except BrokenConfigurationError as error:
            raise _passed_over(error) from None
        return check_encoding(encoding) if encoding else None

    def unreadable(self, error: InputError) -> None:
        """Say that a story is passed over, once."""
        if error.path not in self.failed:
            complain(error)
        self.failed.add(error.path)

    def go(self, review: Review) -> int:
        """Through the findings; the number of the signal that ended it, or 0."""
        try:
            while (item := review.current()) is not None:
                self._show(item)
                if not self._decide(review, item):
                    break
        except Stopped as stopped:
            return stopped.signal
        return 0

    def sum_up(self, review: Review, *, ended: int) -> None:
        """One line on what was decided, and how to use the names that were added."""
        counts = [review.counts[kind] for kind in ("written", "skipped", "ignored", "names")]
        parts = [say(text, self._ui, number=number) for text, number in zip(_COUNTED, counts, strict=True) if number]
        self._print(("\n" if ended else "") + (", ".join(parts) or say("nothing decided", self._ui)))
        if counts[3] and not self._known.is_settled():
            path = visible(self._known.path)
            self._print(say("to check with these names: --rules {path}, or rules: in the configuration", self._ui, path=path))

    def _decide(self, review: Review, item: Item) -> bool:
        """One decision; False to quit."""
        words = " ".join(item.document.text[item.finding.span.start : item.finding.span.end].split())
        state = State(
            suggestions=min(len(item.finding.suggestions), _MOST_SUGGESTIONS),
            words=words if item.finding.rule.startswith("names/") else "",
        )
        while True:
            self._ask(state)
            before = state.mode
            state, action = press(state, self._terminal.key())
            if before != state.mode or action.do not in ("wait", "unknown"):
                self._print()
            if action.do == "quit":
                return False
            if action.do == "help":
                self._say_all(_HELP)
            elif action.do == "unknown":
                self._print(say("this key does nothing here; ? tells what the keys do", self._ui))
            elif action.do != "wait":
                try:
                    self._carry_out(review, action)
                except LintNewsError as error:
                    self._print(self._paint("error", told(error, self._ui)))
                    if isinstance(error, InputError):
                        return True
                    continue
                return True

    def _carry_out(self, review: Review, action: Action) -> None:
        if action.do == "take":
            review.take(action.number)
        elif action.do == "replace":
            review.replace(action.text)
        elif action.do == "name":
            review.name_added(self._known.add(action.text, action.kind))
        else:
            {"skip": review.skip, "ignore": review.ignore, "back": review.back}[action.do]()

    def _show(self, item: Item) -> None:
        found, width = item.finding, self._width()
        region, language = found.region, self._ui
        place = f"{visible_path(found.path)}:{region.line}:{region.column}"
        head, _, _ = fit_end(place, width)
        self._print()
        self._print(self._paint("bold", head))
        severity = say(found.severity, language)
        left = say("{number} left", language, number=item.left)
        self._print(self._paint(found.severity, fit(f"{severity} {found.rule} ({left})", width)[0]))
        for line in self._wrapped(found.message):
            self._print(line)
        for related in found.related[:_MOST_RELATED]:
            other = f"{related.region.line}:{related.region.column}: {related.message}"
            for line in self._wrapped(f"{related.path}:{other}" if related.path else other):
                self._print(self._paint("note", line))
        line, indent, marked = self._sentence(item, width)
        self._print()
        self._print(line)
        self._print(" " * indent + self._paint(found.severity, "^" * min(marked, width - indent)))
        for number, suggestion in enumerate(found.suggestions[:_MOST_SUGGESTIONS], start=1):
            shown, _, cut = fit(suggestion, width - 8)
            self._print(f"  {number} {say('“{text}”', language, text=shown + '…' * cut)}")
        why = self._known.linter(found.path).rule_info(found.rule, self._language()).why
        for line in self._wrapped(say("why: {text}", language, text=why)) if why else ():
            self._print(line)
        self._print()
        for line in self._wrapped("  ".join(say(key, language).replace(" ", "\u00a0") for key in _MENU)):
            self._print(line.replace("\u00a0", " "))

    def _sentence(self, item: Item, width: int) -> tuple[str, int, int]:
        """The sentence of a finding, cut; its source line where it stands in no sentence."""
        document, found = item.document, item.finding
        if found.span.start < found.span.end:
            if self._story is None or self._story.document is not document:
                self._story = self._known.linter(found.path).annotate(document)
            sentence = self._story.sentences.span_at(found.span.start)
            text = document.text[sentence.start : max(sentence.end, found.span.end)].replace("\n", " ").replace("\r", " ")
            start, end = found.span.start - sentence.start, found.span.end - sentence.start
            alone = found._replace(region=Region(1, start + 1, 1, end + 1))
            return excerpt(SourceLines(Document(text)), alone, width)
        return excerpt(SourceLines(document), found, width)

    def _language(self) -> str:
        return self._story.pack.language if self._story is not None else ""

    def _ask(self, state: State) -> None:
        """The line on which the next key is asked for."""
        prompt = say(_PROMPTS[state.mode], self._ui) if state.mode in _PROMPTS else "> "
        typed = state.typed if state.mode in ("type", "name") else ""
        prompt, used, _ = fit(prompt, self._width() - 10)
        shown, _, _ = fit_end(typed, self._width() - used - 1)
        self._stream.write(f"\r\x1b[K{prompt}{shown}")
        self._stream.flush()

    def _say_all(self, sentences: tuple[str, ...]) -> None:
        for sentence in sentences:
            for line in self._wrapped(say(sentence, self._ui)):
                self._print(line)

    def _wrapped(self, text: str) -> Iterator[str]:
        """Lines of a text, a few at most."""
        width = self._width()
        shown, _, cut = fit(text, width * _MOST_LINES)
        yield from textwrap.wrap(shown + "…" * cut, width, max_lines=_MOST_LINES, placeholder="…")

    def _width(self) -> int:
        import shutil

        return max(_NARROWEST, min(shutil.get_terminal_size((_WIDEST, 24)).columns, _WIDEST))

    def _paint(self, style: str, text: str) -> str:
        if not self._colour:
            return text
        return f"{COLOURS.get(style, chr(27) + '[1m')}{text}{RESET}"

    def _print(self, line: str = "") -> None:
        self._stream.write(line + "\n")
        self._stream.flush()


def _passed_over(error: LintNewsError) -> InputError:
    return InputError(error.message, error.path, error.line, error.column)
