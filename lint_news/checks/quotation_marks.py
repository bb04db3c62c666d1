"""``quotation_marks``: which marks stand around quotations. Only outer quotations whose marks pair are looked at.

::

    marks: ['«', '“', '"']                # opening marks of which a story uses one kind; the rarer ones are flagged

    write: ['“', '”', '‘', '’']           # or: what the house writes, and, inside a quotation, writes instead of the same marks
    marks: ['«', '"']                     # the opening marks that are flagged for it

``{mark}`` is the opening mark found, ``{wanted}`` the one to write, ``{count}`` how many quotations of the story have it. The
blanks that ``write`` holds belong to the marks. Zones in ``unless_in`` are passed.
"""

from __future__ import annotations

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
    """An outer quotation, those inside it, and its opening mark."""

    whole: Quotation
    inner: tuple[Quotation, ...]
    mark: str


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
                and not (options.unless_in and story.zones.kind_at(one.whole.start) in options.unless_in)
            ]
            if options.write:
                for one in looked_at:
                    yield _finding(rule, one, options.write, 0, story, context.ui_language)
            else:
                yield from _odd_ones(rule, looked_at, story, context.ui_language)

    return check


def _outer(story: Annotations) -> list[_Outer]:
    """The outermost quotations of a story whose marks pair."""
    found: list[_Outer] = []
    quotations = story.quotations.found
    at = 0
    while at < len(quotations):
        whole = quotations[at]
        at += 1
        first = at
        while at < len(quotations) and quotations[at].start < whole.end:
            at += 1
        if whole.level == 0 and not whole.problem:
            mark = story.text[whole.start : whole.inner_start]
            found.append(_Outer(whole, tuple(quotations[first:at]), mark))
    return found


def _odd_ones(rule: Rule, found: Sequence[_Outer], story: Annotations, ui_language: str) -> Iterator[Diagnostic]:
    by_mark: dict[str, list[_Outer]] = {}
    for one in found:
        by_mark.setdefault(one.mark, []).append(one)
    if len(by_mark) < 2:
        return
    # Of two that stand equally often the first of the story is kept: max gives the first, and a dict keeps order.
    usual = max(by_mark.values(), key=len)
    for one in found:
        if one.mark != usual[0].mark:
            yield _finding(rule, one, _as_written(usual[0], story.text), len(usual), story, ui_language, usual[0])


def _as_written(one: _Outer, text: str) -> tuple[str, ...]:
    """The marks of a quotation with the blanks inside them."""
    whole = one.whole
    inner = text[whole.inner_start : whole.inner_end]
    before = inner[: len(inner) - len(inner.lstrip(_BLANK))]
    after = inner[len(inner.rstrip(_BLANK)) :]
    return (one.mark + before, after + text[whole.inner_end : whole.end])


def _finding(
    rule: Rule,
    one: _Outer,
    write: tuple[str, ...],
    count: int,
    story: Annotations,
    ui_language: str,
    like: _Outer | None = None,
) -> Diagnostic:
    whole = one.whole
    written = _rewritten(one, write, story.text)
    related = (note(story.document, Span(like.whole.start, like.whole.inner_start), _NOTE, ui_language),) if like else ()
    return diagnose(
        rule,
        story.document,
        Span(whole.start, whole.end) if written else Span(whole.start, whole.inner_start),
        ui_language,
        suggestions=(written,) if written else (),
        related=related,
        values={"mark": one.mark, "wanted": write[0].strip(_BLANK), "count": str(count)},
    )


def _rewritten(one: _Outer, write: tuple[str, ...], text: str) -> str:
    """A quotation in other marks; empty where it runs over lines, or an inner one has the new outer marks."""
    whole = one.whole
    low, high = whole.inner_start, whole.inner_end
    if "\n" in text[low:high]:
        return ""
    edits: list[tuple[int, int, str]] = []
    for inner in one.inner:
        marks = (text[inner.start : inner.inner_start], text[inner.inner_end : inner.end])
        if marks[0] != write[0].strip(_BLANK) and marks[1] != write[1].strip(_BLANK):
            continue
        if len(write) < 4 or inner.problem:
            return ""
        edits += [(inner.start, inner.inner_start, write[2]), (inner.inner_end, inner.end, write[3])]
    parts, at = [], low
    for start, end, replacement in sorted(edits):
        parts += [text[at:start], replacement]
        at = end
    return write[0] + "".join([*parts, text[at:high]]).strip(_BLANK) + write[1]


KIND = Kind(_compile, ("marks", "write", "unless_in"), _options)
