"""``consistency``: one thing written in several ways within a story; what the story does less often is flagged.

::

    ways:
      - {pattern: '(?<=\\d)%', write: '%', needs: ['%']}        # what matches, and what to write instead of the other ways
      - {pattern: '(?<=\\d) %', write: ' %', needs: [' %']}     # needs: it matches only where one of these stands in the text

Patterns are those of the ``regex`` library; upper and lower case differ. Of two ways that stand equally often, the one that
comes first in the story is kept. ``{count}`` is how often the story writes it the other way. A search that takes more than a
second is given up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from lint_news.checks._messages import diagnose, note
from lint_news.checks._scope import holds_any, in_scope
from lint_news.diagnostic import Diagnostic
from lint_news.document import Span
from lint_news.language.annotations import Annotations
from lint_news.ruleset.kinds import Checker, CompileContext, Kind
from lint_news.ruleset.model import Rule

if TYPE_CHECKING:
    import regex

    from lint_news.ruleset.yaml_nodes import Fields

_TIMEOUT = 1.0
_NOTE = {"en": "otherwise here", "fr": "autrement ici"}


class Way(NamedTuple):
    """One way to write a thing."""

    pattern: str
    write: str
    needs: tuple[str, ...]


def _options(fields: Fields) -> tuple[Way, ...]:
    value = fields.require("ways")
    ways = []
    for item in value.items("'ways'"):
        inner = item.fields("a way").only("pattern", "write", "needs")
        pattern = inner.require("pattern")
        problem = _problem(pattern.text("'pattern'"))
        if problem:
            raise pattern.error(f"'pattern' is no valid pattern: {problem}")
        write = inner.require("write").text("'write'", blank=True)
        ways.append(Way(pattern.text("'pattern'"), write, inner.texts("needs", blank=True)))
    if len(ways) < 2:
        raise value.error("'ways' needs two ways at least")
    return tuple(ways)


def _problem(pattern: str) -> str:
    import regex

    try:
        _compiled(pattern)
    except (regex.error, ValueError, OverflowError, RecursionError) as error:
        return str(error) or type(error).__name__
    return ""


@lru_cache(maxsize=512)
def _compiled(pattern: str) -> regex.Pattern[str]:
    import regex

    return regex.compile(pattern, regex.MULTILINE | regex.VERSION0)


def _compile(rules: Sequence[Rule], context: CompileContext) -> Checker:
    def check(story: Annotations) -> Iterator[Diagnostic]:
        for rule in rules:
            ways = rule.options
            assert isinstance(ways, tuple)
            met = [way for way in ways if not way.needs or holds_any(story, way.needs)]
            if len(met) > 1:
                yield from _odd_ones(rule, met, story, context.ui_language)

    return check


def _odd_ones(rule: Rule, ways: Sequence[Way], story: Annotations, ui_language: str) -> Iterator[Diagnostic]:
    try:
        # Most stories write a thing in one way: the first place of each tells, which the usual one has near the beginning.
        met = [way for way in ways if next(_matches(way, rule.scope, story), None)]
        used = [(way, list(_matches(way, rule.scope, story))) for way in met] if len(met) > 1 else []
    except TimeoutError:
        return
    if not used:
        return
    usual, most = max(used, key=lambda pair: (len(pair[1]), -pair[1][0].start()))
    related = (note(story.document, Span(*most[0].span()), _NOTE, ui_language),)
    for way, matches in used:
        for match in matches if way is not usual else ():
            yield diagnose(
                rule,
                story.document,
                Span(*match.span()),
                ui_language,
                suggestions=(usual.write,),
                related=related,
                values={"count": str(len(most))},
            )


def _matches(way: Way, scope: str, story: Annotations) -> Iterator[regex.Match[str]]:
    for match in _compiled(way.pattern).finditer(story.text, timeout=_TIMEOUT):
        if match.end() > match.start() and in_scope(story, scope, match.start()):
            yield match


KIND = Kind(_compile, ("ways",), _options)
