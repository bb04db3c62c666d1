"""``pattern``: a regular expression of the ``regex`` library over the text.

::

    pattern: '\\b(?:sources|officials) say\\b'      # \\L<list> stands for any entry of a word list
    unless: 'according to'                        # no finding where this matches in the same sentence
    suggestion: '\\1'                              # what to write instead, with the groups of the match
    message: 'write {1}'                          # {1} is the first group here
    lists: {own: [a, b]}                           # word lists of this rule
    needs: [' ,']                                  # the pattern matches only where one of these stands in the text
    case: sensitive                                # the default is to ignore case

A pattern is compiled when a document first holds a word that it needs (see ``ruleset/literals.py``). ``^`` and ``$`` stand for
the ends of lines. A search that takes more than a second on one story is given up: a runaway pattern must not stop the run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from lint_news.checks._messages import diagnose
from lint_news.checks._scope import holds_any, in_scope
from lint_news.diagnostic import Diagnostic
from lint_news.document import Span
from lint_news.language.annotations import Annotations
from lint_news.language.phrases import Phrases
from lint_news.ruleset.kinds import Checker, CompileContext, Kind
from lint_news.ruleset.literals import has_case, needed_words
from lint_news.ruleset.model import Rule

if TYPE_CHECKING:
    import regex

    from lint_news.ruleset.yaml_nodes import Fields

_TIMEOUT = 1.0
_ZONES = ("headline", "byline", "credit")
_LIST = re.compile(r"\\L<(\w+)>")
_LIST_ALONE = re.compile(r"\\b\\L<(\w+)>\\b")


class PatternOptions(NamedTuple):
    """The keys of a pattern rule."""

    pattern: str
    unless: str
    suggestion: str
    lists: dict[str, tuple[str, ...]]
    needs: tuple[str, ...]
    ignore_case: bool


def _options(fields: Fields) -> PatternOptions:
    lists_value = fields.take("lists")
    lists = {}
    for key, entry in lists_value.pairs("'lists'") if lists_value is not None else ():
        lists[key.text("a list's name")] = entry.texts("a list")
    case = fields.take("case")
    suggestion = fields.take("suggestion")
    options = PatternOptions(
        fields.require("pattern").text("'pattern'"),
        fields.text("unless"),
        suggestion.text("'suggestion'", blank=True) if suggestion is not None else "",
        lists,
        fields.texts("needs", blank=True),
        case is None or case.choice("case", ("sensitive", "ignored")) == "ignored",
    )
    for name in ("pattern", "unless"):
        value = fields.take(name)
        if value is not None:
            problem = _problem(value.text(f"'{name}'"), options)
            if problem:
                raise value.error(f"'{name}' is no valid pattern: {problem}")
    return options


def _problem(pattern: str, options: PatternOptions) -> str:
    import regex

    try:
        _compiled(pattern, tuple((name, ("x",)) for name in _list_names(pattern)), options.ignore_case)
    except regex.error as error:
        return str(error)
    except (KeyError, ValueError, OverflowError, RecursionError) as error:
        return str(error) or type(error).__name__
    return ""


@lru_cache(maxsize=4096)
def _list_names(pattern: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_LIST.findall(pattern)))


def _lists(options: object) -> tuple[str, ...]:
    assert isinstance(options, PatternOptions)
    names = (*_list_names(options.pattern), *_list_names(options.unless))
    return tuple(name for name in names if name not in options.lists)


@lru_cache(maxsize=4096)
def _compiled(pattern: str, lists: tuple[tuple[str, tuple[str, ...]], ...], ignore_case: bool) -> regex.Pattern[str]:
    import regex

    # A pattern that has no letters is searched for three times as fast where their case isn't ignored.
    flags = regex.MULTILINE | regex.VERSION0 | (regex.IGNORECASE if ignore_case and has_case(pattern) else 0)
    compile_pattern: Any = regex.compile  # word lists are keywords, which the stubs do not know
    compiled: regex.Pattern[str] = compile_pattern(pattern, flags, **{name: list(words) for name, words in lists})
    return compiled


class _Search:
    """A rule with its word lists; its patterns are compiled when first asked for."""

    def __init__(self, rule: Rule, options: PatternOptions, lists: tuple[tuple[str, tuple[str, ...]], ...]) -> None:
        self.rule = rule
        self.options = options
        self._lists = lists

    @cached_property
    def pattern(self) -> regex.Pattern[str]:
        return self._compiled(self.options.pattern)

    @cached_property
    def unless(self) -> regex.Pattern[str] | None:
        return self._compiled(self.options.unless) if self.options.unless else None

    @cached_property
    def phrases(self) -> Phrases | None:
        """The list that the pattern is, where it is nothing else: few stories hold all words of one of its entries."""
        alone = _LIST_ALONE.fullmatch(self.options.pattern)
        return Phrases(dict(self._lists)[alone[1]]) if alone else None

    def _compiled(self, pattern: str) -> regex.Pattern[str]:
        names = _list_names(pattern)
        used = tuple((name, words) for name, words in self._lists if name in names)
        return _compiled(pattern, used, self.options.ignore_case)


def _compile(rules: Sequence[Rule], context: CompileContext) -> Checker:
    by_words: dict[frozenset[str], list[_Search]] = {}
    literal: list[_Search] = []
    for rule in rules:
        options = rule.options
        assert isinstance(options, PatternOptions)
        lists = {**context.pack.lists, **options.lists}
        names = dict.fromkeys((*_list_names(options.pattern), *_list_names(options.unless)))
        words = needed_words(options.pattern, lambda name, lists=lists: lists.get(name, ()))  # type: ignore[misc]
        search = _Search(rule, options, tuple((name, lists.get(name, ())) for name in names))
        if options.needs:
            literal.append(search)
        else:
            by_words.setdefault(words, []).append(search)
    always = tuple(by_words.pop(frozenset(), ()))
    guarded = tuple((tuple(sorted(words)), tuple(searches)) for words, searches in by_words.items())

    def check(story: Annotations) -> Iterator[Diagnostic]:
        for search in always:
            yield from _run(search, story, context.ui_language)
        for search in literal:
            if holds_any(story, search.options.needs):
                yield from _run(search, story, context.ui_language)
        if guarded:
            words_of_story = story.tokens.vocabulary_text
            for words, searches in guarded:
                if any(word in words_of_story for word in words):
                    for search in searches:
                        yield from _run(search, story, context.ui_language)

    return check


def _run(search: _Search, story: Annotations, ui_language: str) -> Iterator[Diagnostic]:
    if search.phrases is not None and not search.phrases.openers(story.tokens):
        return
    rule, options = search.rule, search.options
    text = story.text
    # A rule on a zone that the copy marks (a credit line, a headline) looks at nothing else.
    zones = story.zones.of_kind(rule.scope) if rule.scope in _ZONES else None
    if zones is not None and not zones:
        return
    ranges = [(zone.start, zone.end) for zone in zones] if zones is not None else [(0, len(text))]
    pattern, unless = search.pattern, search.unless
    try:
        for low, high in ranges:
            for match in pattern.finditer(text, low, high, timeout=_TIMEOUT):
                start, end = match.span()
                if start == end or not in_scope(story, rule.scope, start):
                    continue
                if unless is not None:
                    sentence = story.sentences.span_at(start)
                    if unless.search(text, sentence.start, max(sentence.end, end), timeout=_TIMEOUT):
                        continue
                suggestions = (match.expand(options.suggestion),) if options.suggestion else ()
                groups = {str(number): group or "" for number, group in enumerate(match.groups(), 1)}
                yield diagnose(rule, story.document, Span(start, end), ui_language, suggestions=suggestions, values=groups)
    except TimeoutError:
        return


KIND = Kind(_compile, ("pattern", "unless", "suggestion", "lists", "needs", "case"), _options, _lists)
