"""``quotation_marks``: which marks stand around quotations. Only outer quotations whose marks pair are looked at.

::

    marks: ['«', '“', '"']                # opening marks of which a story uses one kind; the rarer ones are flagged

    write: ['“', '”', '‘', '’']           # or: what the house writes, and, inside a quotation, writes instead of the same marks
    marks: ['«', '"']                     # the opening marks that are flagged for it

``{mark}`` is the opening mark found, ``{wanted}`` the one to write, ``{count}`` how many quotations of the story have it. The
blanks that ``write`` holds belong to the marks. Zones in ``unless_in`` are passed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from lint_news.checks._messages import diagnose, note
from lint_news.diagnostic import Diagnostic
from lint_news.document import Span
from lint_news.language.annotations import Annotations
from lint_news.language.quotations import Quotation
from lint_news.ruleset.kinds import Checker, CompileContext, Kind
from lint_news.ruleset.model import Rule

if TYPE_CHECKING:
    from lint_news.ruleset.yaml_nodes import Fields

_BLANK = " \t\u00a0\u202f\u2009"
_NOTE = {"en": "{match} here", "fr": "{match} ici"}


class MarkOptions(NamedTuple):
    """The keys of a rule on quotation marks; ``write`` is empty, or opening and closing mark, and those inside a quotation."""

    marks: tuple[str, ...]
    write: tuple[str, ...]
    unless_in: tuple[str, ...]


class _Outer(NamedTuple):
    """An outer quotation, those inside it, its opening mark; ``sure`` where all marks of its paragraph pair."""

    whole: Quotation
    inner: tuple[Quotation, ...]
    mark: str
    sure: bool


class _Edit(NamedTuple):
    """A half-open range of a story's text and what is to stand there."""

    start: int
    end: int
    replacement: str


def _options(fields: Fields) -> MarkOptions:
    write = fields.take("write")
    options = MarkOptions(
        fields.require("marks").texts("'marks'"),
        write.texts("'write'") if write is not None else (),
        fields.texts("unless_in"),
    )
    if write is not None and len(options.write) not in (2, 4):
        raise write.error("'write' holds an opening and a closing mark, and may hold those inside a quotation: two or four")
    return options


def _compile(rules: Sequence[Rule], context: CompileContext) -> Checker:
    def check(story: Annotations) -> Iterator[Diagnostic]:
        if not story.quotations.found:
            return
        outer = _outer(story)
        for rule in rules:
            options = rule.options
            assert isinstance(options, MarkOptions)
            looked_at = [
                one
                for one in outer
                if one.mark in options.marks
                and not _is_doubled(one, options.marks, story.text)
                and not (options.unless_in and story.zones.kind_at(one.whole.start) in options.unless_in)
            ]
            if options.write:
                for one in looked_at:
                    yield from _findings(rule, one, options.write, 0, story, context.ui_language)
            else:
                yield from _odd_ones(rule, looked_at, story, context.ui_language)

    return check


def _outer(story: Annotations) -> list[_Outer]:
    """The outermost quotations of a story whose marks pair."""
    found: list[_Outer] = []
    quotations = story.quotations.found
    starts = [paragraph.start for paragraph in story.paragraphs]
    broken = {bisect_right(starts, one.start) for one in quotations if one.problem}
    at = 0
    while at < len(quotations):
        whole = quotations[at]
        at += 1
        first = at
        while at < len(quotations) and quotations[at].start < whole.end:
            at += 1
        if whole.level == 0 and not whole.problem:
            mark = story.text[whole.start : whole.inner_start]
            sure = bisect_right(starts, whole.start) not in broken
            found.append(_Outer(whole, tuple(quotations[first:at]), mark, sure))
    return found


def _is_doubled(one: _Outer, marks: Sequence[str], text: str) -> bool:
    """Does a quotation begin with two marks of the same rank ("“Yes,” she said)? Nobody can tell which is meant."""
    return text[one.whole.inner_start : one.whole.inner_start + 1] in marks


def _odd_ones(rule: Rule, found: Sequence[_Outer], story: Annotations, ui_language: str) -> Iterator[Diagnostic]:
    by_mark: dict[str, list[_Outer]] = {}
    for one in found:
        by_mark.setdefault(one.mark, []).append(one)
    if len(by_mark) < 2:
        return
    # Of two that stand equally often the first of the story is kept: max gives the first, and a dict keeps order.
    usual = max(by_mark.values(), key=len)
    # A paragraph of a quotation that runs on shows no closing mark.
    like = next((one for one in usual if one.whole.inner_end < one.whole.end), None)
    if like is None:
        return
    for one in found:
        if one.mark != like.mark:
            yield from _findings(rule, one, _as_written(like, story.text), len(usual), story, ui_language, like)


def _as_written(one: _Outer, text: str) -> tuple[str, ...]:
    """The marks of a quotation with the blanks inside them."""
    whole = one.whole
    inner = text[whole.inner_start : whole.inner_end]
    before = inner[: len(inner) - len(inner.lstrip(_BLANK))]
    after = inner[len(inner.rstrip(_BLANK)) :]
    return (one.mark + before, after + text[whole.inner_end : whole.end])


def _findings(
    rule: Rule,
    one: _Outer,
    write: tuple[str, ...],
    count: int,
    story: Annotations,
    ui_language: str,
    like: _Outer | None = None,
) -> Iterator[Diagnostic]:
    """One finding with the quotation in other marks; where lines end or markup stands in it, one for each of its marks."""
    text, document = story.text, story.document
    whole = Span(one.whole.start, one.whole.end)
    edits = _edits(one, write, text)
    if len(edits) > 1 and "\n" not in text[whole.start : whole.end] and document.source_span(*whole) is not None:
        edits = [_Edit(*whole, _applied(text, whole, edits))]
    for edit in edits or [_Edit(whole.start, one.whole.inner_start, "")]:
        yield diagnose(
            rule,
            document,
            Span(edit.start, edit.end),
            ui_language,
            suggestions=(edit.replacement,) if edits else (),
            related=(note(document, Span(like.whole.start, like.whole.inner_start), _NOTE, ui_language),) if like else (),
            # Where a mark of the paragraph has no partner, others may be paired wrongly.
            fix="" if one.sure else "unsafe",
            values={"mark": one.mark, "wanted": write[0].strip(_BLANK), "count": str(count)},
        )


def _edits(one: _Outer, write: tuple[str, ...], text: str) -> list[_Edit]:
    """What makes the marks of a quotation those of ``write``; nothing where an inner one has the new outer marks for good."""
    whole = one.whole
    low, high = whole.inner_start, whole.inner_end
    while low < high and text[low] in _BLANK:
        low += 1
    while high > low and text[high - 1] in _BLANK:
        high -= 1
    edits = [_Edit(whole.start, low, write[0])]
    for match in re.finditer(rf"(?<=\n)([ \t]*){re.escape(one.mark)}[{_BLANK}]*", text[low:high]):
        # Each paragraph of a long quotation repeats the opening mark.
        edits.append(_Edit(low + match.end(1), low + match.end(), write[0]))
    for inner in one.inner:
        marks = (text[inner.start : inner.inner_start], text[inner.inner_end : inner.end])
        if marks[0] != write[0].strip(_BLANK) and marks[1] != write[1].strip(_BLANK):
            continue
        if len(write) < 4 or inner.problem:
            return []
        edits += [_Edit(inner.start, inner.inner_start, write[2]), _Edit(inner.inner_end, inner.end, write[3])]
    if whole.inner_end < whole.end:
        # A paragraph of a quotation in straight marks that runs on has no closing one.
        edits.append(_Edit(high, whole.end, write[1]))
    return sorted(edits)


def _applied(text: str, span: Span, edits: list[_Edit]) -> str:
    parts, at = [], span.start
    for edit in edits:
        parts += [text[at : edit.start], edit.replacement]
        at = edit.end
    return "".join([*parts, text[at : span.end]])


KIND = Kind(_compile, ("marks", "write", "unless_in"), _options)
