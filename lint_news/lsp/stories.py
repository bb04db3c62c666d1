"""The stories that an editor has open: their text, their findings, and what to tell of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from lint_news.diagnostic import Diagnostic, Region
from lint_news.document import Document, line_starts
from lint_news.engine import Linter
from lint_news.errors import ConfigurationError, InputError
from lint_news.formats.reading import escape
from lint_news.formats.registry import format_of, reader
from lint_news.lsp.positions import Point, Ruler
from lint_news.wording import ui_language_of, ui_languages


class Preferences(NamedTuple):
    """What a client asks for, under the names of the command line's options."""

    language: str | None = None
    rules: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    ui_language: str = "en"


# The linter for a story's path, with its configuration file and the preferences.
LinterOf = Callable[[str], Linter]
_LISTS = ("rules", "select", "ignore")


def preferences(sent: object) -> Preferences:
    """Preferences out of a client's ``initializationOptions`` or settings; raises ConfigurationError naming the wrong key.

    They may stand under ``lint-news``, as editors nest them. Keys are the fields of Preferences (``ui-language`` and
    ``uiLanguage`` are ``ui_language``, too).
    """
    if isinstance(sent, dict) and isinstance(sent.get("lint-news"), dict):
        sent = sent["lint-news"]
    if sent is None:
        sent = {}
    if not isinstance(sent, dict):
        raise ConfigurationError("settings of lint-news must be an object")
    values: dict[str, object] = {"ui_language": ui_language_of()}
    for name, value in sent.items():
        key = str(name).replace("-", "_").replace("uiLanguage", "ui_language")
        if key in _LISTS:
            if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
                raise ConfigurationError(f"setting '{name}' must be a list of texts")
            values[key] = tuple(value)
        elif key not in ("language", "ui_language"):
            raise ConfigurationError(f"unknown setting '{name}'; there are: {', '.join(Preferences._fields)}")
        elif value is not None and not isinstance(value, str):
            raise ConfigurationError(f"setting '{name}' must be a text")
        elif value:
            values[key] = value
    if values["ui_language"] not in ui_languages():
        raise ConfigurationError(f"setting 'ui_language' must be one of: {', '.join(ui_languages())}")
    return Preferences(**values)  # type: ignore[arg-type]


class Checked(NamedTuple):
    """A version of a story and what was found in it. ``document.source`` is what the editor shows."""

    version: int | None
    linter: Linter
    document: Document
    language: str
    findings: tuple[Diagnostic, ...]
    ruler: Ruler
    starts: list[int]

    def points(self, region: Region) -> tuple[Point, Point]:
        """Where a region of the source begins and ends in the editor."""
        return self.ruler.point(self._offset(region.line, region.column)), self.ruler.point(
            self._offset(region.end_line, region.end_column)
        )

    def between(self, start: Point, end: Point) -> Iterator[Diagnostic]:
        """The findings that share a place with a range; those that only touch it count, too."""
        first, last = self.ruler.offset(*start), self.ruler.offset(*end)
        for found in self.findings:
            region = found.region
            if self._offset(region.line, region.column) <= last and self._offset(region.end_line, region.end_column) >= first:
                yield found

    def edit(self, found: Diagnostic, suggestion: str) -> tuple[tuple[Point, Point], str] | None:
        """The range that a suggestion replaces and what to write there; None where it can't be replaced in this format."""
        span = self.document.source_span(*found.span)
        if span is None:
            return None
        text = escape(self.document.format, suggestion, self.document.escapes_at(found.span.start))
        return (self.ruler.point(span.start), self.ruler.point(span.end)), text

    def ignore_line(self, rule: str, marked_up: bool) -> str:
        """A line that keeps a rule silent on the line below it, with the story's own line end."""
        directive = f"lint-news: ignore {rule}"
        end = "\r\n" if "\r\n" in self.document.source else "\n"
        return (f"<!-- {directive} -->" if marked_up else f"[{directive}]") + end

    def _offset(self, line: int, column: int) -> int:
        """Offset in the source of a 1-based line and column as diagnostics have them: only a line feed ends such a line."""
        return self.starts[line - 1] + column - 1


def check(linter: Linter, text: str, path: str, version: int | None, encoding: str) -> Checked:
    """Check the text that an editor holds of a story, in the format of its file. What can't be read has no findings."""
    document = _read(text, path)
    language = linter.language_of(document)
    findings = tuple(linter.check_document(document)) if document.text.strip() else ()
    return Checked(
        version, linter, document, language, findings, Ruler(document.source, encoding), line_starts(document.source)
    )


def _read(text: str, path: str) -> Document:
    """The document of a text: one code point of its source for each of the text."""
    # A byte order mark would be dropped, and a lone surrogate can't be encoded.
    data = text.replace("\ufeff", "\u2060").encode("utf-8", "replace")
    try:
        return reader(format_of(path, data))(data, path, "utf-8")
    except InputError:
        # Half written, as an empty story or markup that is not closed yet.
        return Document("", path=path, source=text)
