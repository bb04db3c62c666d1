"""``terms``: a dictionary of wrong words and what to write instead.

::

    terms:
      accomodate: accommodate
      definately: [definitely]
      chef-d'oeuvres: chefs-d'œuvre

All terms of a language are one dictionary that the tokens of a story are looked up in: ten thousand more cost nothing. Terms of
several words are looked up by their first word. A capitalised term is taken for a name and passed, unless it opens a sentence;
``names: true`` looks at capitalised words too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from lint_news.checks._messages import diagnose
from lint_news.checks._scope import in_scope
from lint_news.diagnostic import Diagnostic
from lint_news.document import Span
from lint_news.language.annotations import Annotations
from lint_news.language.mentions import sentence_openers
from lint_news.language.phrases import Phrases
from lint_news.language.similarity import fold
from lint_news.ruleset.kinds import Checker, CompileContext, Kind
from lint_news.ruleset.model import Rule

if TYPE_CHECKING:
    from lint_news.ruleset.yaml_nodes import Fields


_ADDRESS = re.compile(r"[/@]|\w\.\w")


class TermOptions(NamedTuple):
    """The keys of a terms rule: wrong form in lower case -> right forms."""

    terms: dict[str, tuple[str, ...]]
    names: bool


def _options(fields: Fields) -> TermOptions:
    terms: dict[str, tuple[str, ...]] = {}
    for key, entry in fields.require("terms").pairs("'terms'"):
        wrong = key.text("a term")
        right = entry.texts(f"the suggestion for '{wrong}'")
        if wrong in right:
            raise entry.error(f"'{wrong}' is given as its own correction")
        terms[wrong.lower()] = right
    return TermOptions(terms, fields.boolean("names", False))


class _Term(NamedTuple):
    rule: Rule
    right: tuple[str, ...]
    names: bool


def _compile(rules: Sequence[Rule], context: CompileContext) -> Checker:
    words: dict[str, _Term] = {}
    several: dict[str, _Term] = {}
    for rule in rules:
        options = rule.options
        assert isinstance(options, TermOptions)
        for wrong, right in options.terms.items():
            into = words if wrong.isalnum() else several
            into[wrong] = _Term(rule, right, options.names)
    phrases = Phrases(several)
    wrong_words = frozenset(words)

    def check(story: Annotations) -> Iterator[Diagnostic]:
        tokens = story.tokens
        for i in tokens.places_of(wrong_words):
            yield from _found(words[tokens.lows[i]], i, i, story, context.ui_language)
        for match in phrases.find(tokens):
            yield from _found(several[match.phrase], match.first, match.last, story, context.ui_language)

    return check


def _found(term: _Term, first: int, last: int, story: Annotations, ui_language: str) -> Iterator[Diagnostic]:
    tokens = story.tokens
    word = tokens.words[first]
    start, end = tokens.starts[first], tokens.ends[last]
    if not in_scope(story, term.rule.scope, start):
        return
    may_be_name = word != tokens.lows[first] and not term.names and not word.isupper()
    if may_be_name and first not in sentence_openers(tokens, story.sentences):
        return
    suggestions = tuple(_with_case_of(word, right) for right in term.right)
    if _in_address(story.text, start, end) or any(_lost_on_capitals(word, right) for right in suggestions):
        return
    yield diagnose(term.rule, story.document, Span(start, end), ui_language, suggestions=suggestions)


def _in_address(text: str, start: int, end: int) -> bool:
    """Is a word part of a web or mail address?"""
    while start and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return _ADDRESS.search(text, start, end) is not None


def _lost_on_capitals(word: str, right: str) -> bool:
    """Accents are often left out on capitals ("MINISTERE", "Etait"): a matter of typography, not of spelling."""
    if fold(word.lower()) != fold(right.lower()):
        return False
    return (word.isupper() and len(word) > 1) or (word[0] != right[0] and word[1:] == right[1:])


def _with_case_of(word: str, right: str) -> str:
    if word.isupper() and len(word) > 1:
        return right.upper()
    return right[:1].upper() + right[1:] if word[:1].isupper() else right


KIND = Kind(_compile, ("terms", "names"), _options)
