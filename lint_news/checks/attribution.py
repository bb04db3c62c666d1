"""``attribution``: sources that a reader can't check.

``sources`` lists the kinds of source that the rule flags: those of the contract (``media``, ``public`` ...), ``bare`` for
unnamed people without position or affiliation ("experts"), ``placed`` for unnamed people with one ("une source diplomatique")
and ``figures-of-nobody`` for documents that nobody is named for ("des sondages"). A rule on ``placed`` sources passes where the
story says why they are unnamed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from lint_news.checks._messages import diagnose
from lint_news.diagnostic import Diagnostic
from lint_news.document import Span
from lint_news.language.annotations import Annotations
from lint_news.language.attributions import Attribution
from lint_news.language.noun_phrases import KINDS, NounPhrase
from lint_news.ruleset.kinds import Checker, CompileContext, Kind
from lint_news.ruleset.model import Rule

if TYPE_CHECKING:
    from lint_news.ruleset.yaml_nodes import Fields

GRADES = (*KINDS, "bare", "placed", "figures-of-nobody")
# A group is introduced where a name stands this near to the word that brings it in ("une étude de l'université de Lille").
_NEAR = 10


def _options(fields: Fields) -> tuple[str, ...]:
    value = fields.require("sources")
    return tuple(item.choice("kind of source", GRADES) for item in value.items("'sources'"))


def _compile(rules: Sequence[Rule], context: CompileContext) -> Checker:
    by_grade: dict[str, list[Rule]] = {}
    for rule in rules:
        assert isinstance(rule.options, tuple)
        for grade in rule.options:
            by_grade.setdefault(grade, []).append(rule)

    def check(story: Annotations) -> Iterator[Diagnostic]:
        told: set[int] = set()
        for attribution in story.attributions:
            grade = _grade(attribution, story)
            if grade not in by_grade or attribution.source is None or attribution.cue is None:
                continue
            if attribution.source.start in told:
                continue
            told.add(attribution.source.start)
            if grade == "placed" and _says_why(attribution, story):
                continue
            start = min(attribution.source.start, attribution.cue.start)
            span = Span(start, max(attribution.source.end, attribution.cue.end))
            for rule in by_grade[grade]:
                yield diagnose(rule, story.document, span, context.ui_language)

    return check


def _grade(attribution: Attribution, story: Annotations) -> str:
    """The kind of an attribution's source, unnamed ones told apart; empty where the story names them elsewhere."""
    phrase = attribution.phrase
    if phrase is None:
        return attribution.kind
    if attribution.kind == "document":
        return "figures-of-nobody" if _is_nobodys(attribution, phrase, story) else "document"
    if attribution.kind != "unnamed":
        return attribution.kind
    head = story.tokens.lows[phrase.head] if phrase.head >= 0 else ""
    if phrase.placed:
        # "NATO officials" are a class with an affiliation, which a reader can weigh; "diplomatic sources" still hide behind it.
        return "" if phrase.plural and head not in story.pack.lowered("bare_plurals") else "placed"
    if head not in story.pack.lowered("vague_authorities") and not _speaks(attribution, story):
        return ""
    if attribution.cue_kind == "stance" and head not in story.pack.lowered("vague_experts"):
        return ""  # "voters were thrilled": no statement
    if phrase.definite and head in story.pack.lowered("introducible_nouns") and _is_introduced(phrase.head, story):
        return ""
    return "bare"


def _speaks(attribution: Attribution, story: Annotations) -> bool:
    """Is the cue a verb of saying? What "people think" or "young people consider" is no statement of theirs."""
    if attribution.cue is None or attribution.cue_kind in ("expression", "noun"):
        return True
    return story.text[attribution.cue.start : attribution.cue.end].split()[-1].lower() in story.pack.words("cue_strong")


def _is_nobodys(attribution: Attribution, phrase: NounPhrase, story: Annotations) -> bool:
    """ "des sondages", "une étude", with no name in the phrase nor in its sentence that it could be looked up by."""
    if phrase.head < 0 or phrase.named:
        return False
    head = story.tokens.lows[phrase.head]
    if phrase.plural:
        alone = phrase.last == phrase.head and attribution.cue_kind == "expression"  # "selon les estimations"
        return head in story.pack.lowered("vague_documents") and (alone or not phrase.definite)
    if phrase.definite or head not in story.pack.lowered("vague_document_nouns"):
        return False
    start, end = story.sentences.starts[attribution.sentence], story.sentences.ends[attribution.sentence]
    return not any(start < story.tokens.starts[mention.first] < end for mention in story.mentions)


def _is_introduced(head: int, story: Annotations) -> bool:
    """Has the story said before who "the researchers" are? True where the same noun, or the work of one, stands by a name."""
    tokens = story.tokens
    openers = story.pack.lowered("group_introducers") | {tokens.lows[head]}
    names = [mention.first for mention in story.mentions if mention.first < head]
    at = 0
    for i in tokens.places_of(openers):
        if i >= head:
            return False
        while at < len(names) and names[at] < i - _NEAR:
            at += 1
        if at < len(names) and names[at] <= i + _NEAR:
            return True
    return False


def _says_why(attribution: Attribution, story: Annotations) -> bool:
    """Does the sentence of the source, or one beside it, give a reason for its not being named?"""
    reasons = story.pack.lowered("reason_words")
    sentences, tokens = story.sentences, story.tokens
    first = max(attribution.sentence - 1, 0)
    last = min(attribution.sentence + 1, len(sentences.starts) - 1)
    if not reasons & tokens.vocabulary:
        return False
    low, high = sentences.starts[first], sentences.ends[last]
    return any(low <= tokens.starts[i] < high for i in tokens.places_of(reasons))


KIND = Kind(_compile, ("sources",), _options)
