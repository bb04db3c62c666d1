"""``hearsay``: statements of the story's own that nobody stands behind.

``problem: adverb`` ("reportedly", "is believed to"), ``passive`` (a passive of saying without its agent: "il a été annoncé",
"on apprend que") or ``conditional`` (the French journalistic conditional: "aurait été tué"). None of them is flagged in a
sentence that names who says it, nor in a headline whose lead does; a conditional is not where its subject is an account
somebody gives ("des récits de tortures qui auraient été commises") or where somebody asks about it ("cherche à comprendre
pourquoi").

Source: the conditional of unconfirmed news is described in the AFP's guide for its journalists ("Principes de l'AFP", 2016);
which forms are hearsay was measured (``event_participles``).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from lint_news.checks._messages import diagnose
from lint_news.diagnostic import Diagnostic
from lint_news.document import Span
from lint_news.language.annotations import Annotations
from lint_news.language.phrases import Phrases
from lint_news.ruleset.kinds import Checker, CompileContext, Kind
from lint_news.ruleset.model import Rule

if TYPE_CHECKING:
    from lint_news.ruleset.yaml_nodes import Fields

PROBLEMS = ("adverb", "passive", "conditional")
# An agent ("par la police") stands this near behind a passive of saying.
_AGENT = 5
# The subject of a passive stands this near before it.
_SUBJECT = 3
# So many sentences behind a headline are its story's lead.
_LEAD = 3
# Between the auxiliary and the participle of a conditional ("aurait, hier, été tué").
_GAP = 4


def _options(fields: Fields) -> str:
    return fields.require("problem").choice("problem", PROBLEMS)


def _compile(rules: Sequence[Rule], context: CompileContext) -> Checker:
    pack = context.pack
    nobody = pack.words("nobody_words")
    charges = pack.words("charge_openers")
    adverbs = Phrases(pack.words("hearsay_adverbs", "hearsay_passives"))
    passives = Phrases(pack.words("agentless"))
    auxiliaries = pack.words("hearsay_auxiliaries")
    participles = pack.words("event_participles")
    between = pack.words("verb_adverbs", "passive_participles", "reflexives")
    accounts = pack.words("account_nouns")
    suppositions = Phrases(pack.words("supposition_words"))
    agents = pack.words("agent_words", "informant_words")

    def phrases_of(kind: Phrases) -> Callable[[Annotations], Iterator[Span]]:
        def find(story: Annotations) -> Iterator[Span]:
            tokens = story.tokens
            for match in kind.find(tokens):
                if not nobody.isdisjoint(tokens.lows[max(match.first - _SUBJECT, 0) : match.first]):
                    continue  # "nul n'est censé ignorer la loi" is a duty
                sentence = story.sentences.index_at(tokens.starts[match.first])
                if kind is adverbs and tokens.lows[story.sentences.first_token(sentence, tokens)] in nobody:
                    continue  # « Nul n'est censé ignorer la loi, dit-on » is a saying
                if match.first and tokens.lows[match.first - 1] in charges:
                    continue  # "sued for allegedly taking money": who sues alleges it
                behind = tokens.lows[match.last + 1 : match.last + 1 + _AGENT]
                if kind is adverbs or not agents.intersection(behind):
                    yield Span(tokens.starts[match.first], tokens.ends[match.last])

        return find

    def conditionals(story: Annotations) -> Iterator[Span]:
        tokens = story.tokens
        places = tokens.places_of(auxiliaries)
        index_at = story.sentences.index_at
        supposed = story.sentences.with_phrases(suppositions, tokens) if places else frozenset()
        told_from = {index_at(tokens.starts[k]): k for k in reversed(tokens.places_of(accounts))} if places else {}
        for i in places:
            at = i + 1
            while at < len(tokens) and at - i <= _GAP and tokens.lows[at] in between:
                at += 1
            sentence = index_at(tokens.starts[i])
            told = sentence in supposed or told_from.get(sentence, i) < i
            if at < len(tokens) and tokens.lows[at] in participles and not told:
                yield Span(tokens.starts[i], tokens.ends[at])

    finders = {"adverb": phrases_of(adverbs), "passive": phrases_of(passives), "conditional": conditionals}

    def check(story: Annotations) -> Iterator[Diagnostic]:
        sources: _Sources | None = None
        for rule in rules:
            for span in finders[str(rule.options)](story):
                if story.quotations.covers(span.start):
                    continue
                if sources is None:
                    sources = _Sources(story)
                sentence = story.sentences.index_at(span.start)
                excused = (
                    str(rule.options) == "conditional"
                    and not story.sentences.opens_paragraph(sentence, story.text)
                    and sources.tell(sentence - 1)
                )
                if story.zones.kind_at(span.start) == "headline":
                    # A headline tells in short what the lead gives to its source.
                    excused = any(sources.tell(sentence + step) for step in range(1, _LEAD + 1))
                if not sources.tell(sentence, span) and not excused:
                    yield diagnose(rule, story.document, span, context.ui_language)

    return check


class _Sources:
    """The attributions of a story, by sentence and by place."""

    def __init__(self, story: Annotations) -> None:
        told = [one for one in story.attributions if one.kind != "none"]
        self._number = Counter(one.sentence for one in told)
        self._cues = sorted((one.cue.start, one.cue.end) for one in told if one.cue is not None)

    def tell(self, sentence: int, span: Span | None = None) -> bool:
        """Does a source tell a sentence, by another cue than the words of a range: "he reportedly plans" is nobody's?"""
        own = 0
        if span is not None:
            at = bisect_left(self._cues, (span.start + 1,)) - 1
            own = at >= 0 and span.start < self._cues[at][1]
        return self._number[sentence] > own


KIND = Kind(_compile, ("problem",), _options)
