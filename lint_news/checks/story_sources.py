"""``story_sources``: how many sources a whole story rests on.

``problem: none`` (nobody says anything, and no published document stands beside a name) or ``single`` (all statements are one
source's). ``min_words`` is the length from which a story is held to it: a brief has one source by its nature.

Source: BBC Editorial Guidelines, section 3 (Accuracy), on relying on a single source; Reuters Handbook of Journalism,
"Sourcing".
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from lint_news.checks._messages import diagnose
from lint_news.diagnostic import Diagnostic
from lint_news.document import Span
from lint_news.language.annotations import Annotations
from lint_news.ruleset.kinds import Checker, CompileContext, Kind
from lint_news.ruleset.model import Rule

if TYPE_CHECKING:
    from lint_news.ruleset.yaml_nodes import Fields

PROBLEMS = ("none", "single")
_MIN_WORDS = 150
# How near a document stands who published it.
_OWNER = 4
# One source is worth a word from this many statements on.
_STATEMENTS = 3


class _Options(NamedTuple):
    problem: str
    min_words: int


def _options(fields: Fields) -> _Options:
    least = fields.take("min_words")
    problem = fields.require("problem").choice("problem", PROBLEMS)
    return _Options(problem, _MIN_WORDS if least is None else least.integer("'min_words'"))


def _compile(rules: Sequence[Rule], context: CompileContext) -> Checker:
    def check(story: Annotations) -> Iterator[Diagnostic]:
        wanted = [rule for rule in rules if _of(rule).min_words <= len(story.tokens)]
        if not wanted:
            return
        keys = [_key(one.source, story) for one in story.attributions if one.source and one.kind not in ("pronoun", "none")]
        problem = "none" if not keys else "single" if len(set(keys)) == 1 and len(keys) >= _STATEMENTS else ""
        if problem == "none" and (story.quotations.found or _rests_on_paper(story)):
            return
        for rule in wanted:
            if _of(rule).problem == problem:
                start, end = story.sentences.starts[0], story.sentences.ends[0]
                first = next(
                    (one.source for one in story.attributions if one.source and one.kind not in ("pronoun", "none")), None
                )
                yield diagnose(rule, story.document, first or Span(start, end), context.ui_language)

    return check


def _of(rule: Rule) -> _Options:
    assert isinstance(rule.options, _Options)
    return rule.options


def _rests_on_paper(story: Annotations) -> bool:
    """Does a story name a published document: "the Fifa ranking"?"""
    tokens = story.tokens
    names = [k for mention in story.mentions for k in range(mention.first, mention.last + 1)]
    for i in tokens.places_of(story.pack.words("published_documents")):
        at = bisect_left(names, i - _OWNER)
        if at < len(names) and names[at] <= i + _OWNER:
            return True
    return False


def _key(source: Span, story: Annotations) -> str:
    """What tells one source from another: the last word of its name."""
    return story.text[source.start : source.end].split()[-1].strip("’'s.").lower()


KIND = Kind(_compile, ("problem", "min_words"), _options)
