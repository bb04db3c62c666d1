"""A review: findings gone through one at a time, each decision written at once and each of them undone if asked.

Two parts, neither of which knows a terminal: ``press``, what a key means (a table), and ``Review``, what a decision does.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from lint_news.diagnostic import Diagnostic, region_of
from lint_news.document import Document, line_starts
from lint_news.errors import InputError, LintNewsError
from lint_news.fixes import Edit, apply, edit_of, save
from lint_news.formats.decoding import codec_of
from lint_news.formats.reading import load, read_bytes
from lint_news.formats.registry import MARKDOWN, format_of

ENTER, ESCAPE, BACKSPACE, CLEAR, END = "enter", "escape", "backspace", "clear", "end"
# The kinds of a known name by their keys.
KIND_KEYS = {"p": "person", "o": "organisation", "l": "place"}
_KEYS = {"s": "skip", "i": "ignore", "b": "back", "q": "quit", END: "quit", "?": "help"}
_LONGEST = 1000


class State(NamedTuple):
    """What the next key is for: to ``choose``, to ``type`` a replacement or a ``name``, or to say its ``kind``.

    ``suggestions`` is how many the finding has; ``words`` is what a name begins with when one is typed.
    """

    mode: str = "choose"
    suggestions: int = 0
    words: str = ""
    typed: str = ""


class Action(NamedTuple):
    """What to do: ``take`` a suggestion (``number`` from 0), ``replace`` by ``text``, ``skip``, ``ignore``, ``name`` (``text``
    and ``kind``), ``back``, ``help``, ``quit``; ``wait`` for the next key, ``unknown`` for one that means nothing here."""

    do: str = "wait"
    number: int = 0
    text: str = ""
    kind: str = ""


def press(state: State, key: str) -> tuple[State, Action]:
    """The state after a key (one code point, or one of the names above) and what to do."""
    begin = state._replace(mode="choose", typed="")
    if key == END:
        return begin, Action("quit")
    if state.mode == "choose":
        return _choose(state, key)
    if key == ESCAPE:
        return begin, Action()
    if state.mode == "kind":
        kind = KIND_KEYS.get(key)
        return (begin, Action("name", text=state.typed, kind=kind)) if kind else (state, Action("unknown"))
    if key == ENTER:
        typed = state.typed
        if not typed.strip():
            return begin, Action()
        if state.mode == "name":
            return state._replace(mode="kind", typed=" ".join(typed.split())), Action()
        return begin, Action("replace", text=typed)
    if key == BACKSPACE:
        return state._replace(typed=state.typed[:-1]), Action()
    if key == CLEAR:
        return state._replace(typed=""), Action()
    if len(key) == 1 and unicodedata.category(key) not in ("Cc", "Cs") and len(state.typed) < _LONGEST:
        return state._replace(typed=state.typed + key), Action()
    return state, Action()


def _choose(state: State, key: str) -> tuple[State, Action]:
    if key in ("t", ENTER) and state.suggestions:
        return state, Action("take")
    if key in "123456789" and len(key) == 1 and int(key) <= state.suggestions:
        return state, Action("take", int(key) - 1)
    if key == "e":
        return state._replace(mode="type", typed=""), Action()
    if key == "a":
        return state._replace(mode="name", typed=state.words), Action()
    return state, Action(_KEYS.get(key, "unknown"))


class Place(NamedTuple):
    """Where a finding stands in the source, and its rule: what makes it the same after a change elsewhere."""

    start: int
    end: int
    rule: str


class Item(NamedTuple):
    """The finding at hand, the document it stands in, and how many are to go in this story with it."""

    finding: Diagnostic
    document: Document
    left: int


class _Step(NamedTuple):
    """A decision and what undoes it: an edit (of what was ``written``), or ``undo`` for what is outside the story."""

    story: int
    kind: str
    place: Place
    edit: Edit | None = None
    written: str = ""
    dropped: tuple[Place, ...] = ()
    undo: Callable[[], None] | None = None


# The findings of a document; of a path, the encoding that is settled for it.
Examine = Callable[[str, Document], list[Diagnostic]]
EncodingOf = Callable[[str], "str | None"]


class Review:
    """The findings of files in order. A decision that can't be carried out raises LintNewsError and leaves all as it was.

    ``unreadable`` gets the error of each story that is passed over. ``counts`` has the decisions by kind: ``written``,
    ``skipped``, ``ignored``, ``names``.
    """

    def __init__(
        self, files: Sequence[str], examine: Examine, encoding_of: EncodingOf, unreadable: Callable[[InputError], None]
    ) -> None:
        self._files = files
        self._examine = examine
        self._encoding_of = encoding_of
        self._unreadable = unreadable
        self._number = 0
        self._story: _Story | None = None
        self._skipped: dict[int, set[Place]] = {}
        self._steps: list[_Step] = []
        self.counts: Counter[str] = Counter()

    def current(self) -> Item | None:
        """The finding at hand; None when there is none left."""
        while self._number < len(self._files):
            try:
                story = self._opened()
            except InputError as error:
                self._unreadable(error)
            else:
                if story.pending:
                    return Item(story.pending[story.at][1], story.document, len(story.pending))
            self._story = None
            self._number += 1
        return None

    def take(self, number: int) -> None:
        """Write a suggestion of the finding at hand."""
        _, (_, finding) = self._at_hand()
        self.replace(finding.suggestions[number])

    def replace(self, text: str) -> None:
        """Write a text in the place of the finding at hand."""
        story, (place, finding) = self._at_hand()
        document = story.document
        if region_of(document, *finding.span) != finding.region or document.source_span(*finding.span) is None:
            raise InputError("markup stands in this place; change it in an editor", path=document.path)
        edit = edit_of(finding, text, document)
        if edit is None:
            raise InputError("this is what stands there", path=document.path)
        self._write(edit, "written", place)

    def skip(self) -> None:
        """Leave the finding at hand as it is."""
        story, (place, _) = self._at_hand()
        self._skipped.setdefault(self._number, set()).add(place)
        self._did(_Step(self._number, "skipped", place))
        story.pending.pop(story.at)
        story.at %= max(len(story.pending), 1)

    def ignore(self) -> None:
        """Put a comment that silences the finding at hand on a line of its own before it."""
        story, (place, finding) = self._at_hand()
        document = story.document
        source = document.source
        start = source.rfind("\n", 0, place.start) + 1
        newline = "\r\n" if "\r\n" in source else "\n"
        directive = f"lint-news: ignore-next-line {finding.rule}"
        plain = document.format == "text" and format_of(document.path, b"") is not MARKDOWN
        comment = f"[{directive}]" if plain else f"<!-- {directive} -->"
        edit = Edit(start, start, comment + newline)
        if not self._silences(story, edit, place):
            message = "no comment can silence it here; skip it, or name the rule in the configuration"
            raise InputError(message, path=document.path)
        self._write(edit, "ignored", place)

    def _silences(self, story: _Story, edit: Edit, place: Place) -> bool:
        """Does a comment silence the finding at a place, and leave the copy as it was?"""
        path = story.document.path
        try:
            new = read_bytes(story.with_edit(edit), path, self._encoding_of(path))
        except InputError:
            return False
        starts = line_starts(new.source)
        left = {_place(one, starts) for one in self._examine(path, new)}
        return new.text in (new.source, story.document.text) and _moved(place, edit) not in left

    def name_added(self, undo: Callable[[], None]) -> None:
        """The list of known names has one more, which ``undo`` takes out; the story is checked again."""
        story, (place, _) = self._at_hand()
        self._did(_Step(self._number, "names", place, undo=undo))
        self._check(story, place)

    def back(self) -> None:
        """Undo the last decision and go to its finding."""
        if not self._steps:
            raise LintNewsError("there is nothing to go back to")
        step = self._steps.pop()
        if step.story != self._number or self._story is None:
            self._number, self._story = step.story, None
        story = self._opened()
        skipped = self._skipped.setdefault(step.story, set())
        if step.undo is not None:
            step.undo()
        elif step.edit is None:
            skipped.discard(step.place)
        elif story.document.source[step.edit.start : step.edit.end] != step.written:
            raise InputError("the file was changed meanwhile; nothing is written", path=story.document.path)
        else:
            self._save(story, step.edit)
            self._shift(step.edit)
            skipped.update(step.dropped)
            story = self._opened()
        self.counts[step.kind] -= 1
        self._check(story, step.place)

    def _at_hand(self) -> tuple[_Story, tuple[Place, Diagnostic]]:
        story = self._opened()
        return story, story.pending[story.at]

    def _opened(self) -> _Story:
        """The story at hand, read and checked if it isn't; raises InputError."""
        if self._story is None:
            path = self._files[self._number]
            story = _Story.read(path, load(path, path), self._encoding_of(path))
            self._check(story, Place(0, 0, ""))
        assert self._story is not None
        return self._story

    def _check(self, story: _Story, place: Place) -> None:
        """Find what is in a story now, what was skipped left out, and go on from a place."""
        skipped = self._skipped.get(self._number, set())
        starts = line_starts(story.document.source)
        found = [(_place(one, starts), one) for one in self._examine(story.document.path, story.document)]
        story.pending = [(where, one) for where, one in found if where not in skipped]
        places = [where for where, _ in story.pending]
        story.at = places.index(place) if place in places else bisect_left([where.start for where in places], place.start)
        story.at %= max(len(places), 1)
        self._story = story

    def _write(self, edit: Edit, kind: str, place: Place) -> None:
        """Save the story at hand with an edit and check it again."""
        story = self._opened()
        before = story.document.source[edit.start : edit.end]
        self._save(story, edit)
        dropped = self._shift(edit)
        undoing = Edit(edit.start, edit.start + len(edit.replacement), before)
        self._did(_Step(self._number, kind, place, undoing, edit.replacement, dropped))
        self._check(self._opened(), _moved(place, edit))

    def _save(self, story: _Story, edit: Edit) -> None:
        """Write a story with an edit; what is at hand then is the story as it stands in the file."""
        path = story.document.path
        after = story.with_edit(edit)
        new = _Story.read(path, after, self._encoding_of(path))
        try:
            save(path, story.data, after)
        except InputError:
            self._story = None  # read anew: somebody else may have changed the file
            raise
        self._story = new

    def _shift(self, edit: Edit) -> tuple[Place, ...]:
        """Move what was skipped behind an edit of the story at hand; those that it touches are dropped, and handed back."""
        skipped = self._skipped.get(self._number, set())
        dropped = tuple(place for place in skipped if place.start < edit.end and edit.start < place.end)
        self._skipped[self._number] = {_moved(place, edit) for place in skipped.difference(dropped)}
        return dropped

    def _did(self, step: _Step) -> None:
        self._steps.append(step)
        self.counts[step.kind] += 1


class _Story:
    """A story as its file has it: its bytes, the document in them, and the findings to go through, one of them ``at`` hand."""

    def __init__(self, data: bytes, document: Document, codec: str, skip: int) -> None:
        self.data = data
        self.document = document
        self._codec = codec
        self._skip = skip
        self.pending: list[tuple[Place, Diagnostic]] = []
        self.at = 0

    @classmethod
    def read(cls, path: str, data: bytes, encoding: str | None) -> _Story:
        """The story in the bytes of a file; raises InputError for one that can't be read, or not written back byte for byte."""
        document = read_bytes(data, path, encoding)
        if not document.editable:
            raise InputError(
                "a Word file isn't rewritten; --annotate writes a copy with comments and tracked changes", path=path
            )
        codec, skip = codec_of(data, encoding or document.encoding or None)
        story = cls(data, document, codec, skip)
        if story.with_edit(Edit(0, 0, "")) != data:
            raise InputError("this encoding can't be written back unchanged; save the file as UTF-8", path=path)
        return story

    def with_edit(self, edit: Edit) -> bytes:
        """The bytes of the file with an edit; raises InputError where its encoding can't hold it."""
        try:
            return self.data[: self._skip] + apply(self.document.source, [edit]).encode(self._codec)
        except UnicodeEncodeError:
            message = f"{self._codec.upper()}, the encoding of this file, can't hold that text"
            raise InputError(message, path=self.document.path) from None


def _place(finding: Diagnostic, starts: list[int]) -> Place:
    region = finding.region
    return Place(starts[region.line - 1] + region.column - 1, starts[region.end_line - 1] + region.end_column - 1, finding.rule)


def _moved(place: Place, edit: Edit) -> Place:
    """Where a place is after an edit in front of it; one that begins before the edit's end stays."""
    by = len(edit.replacement) - (edit.end - edit.start) if place.start >= edit.end else 0
    return place._replace(start=place.start + by, end=place.end + by)
