"""``rated_sources``: outlets that the newsroom's list rates, where a story takes them for a source.

An outlet is flagged in the source of an attribution and in a credit line, a domain wherever the writer's own words hold it.
A story that is merely about an outlet passes.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from lint_news.checks._messages import diagnose
from lint_news.diagnostic import Diagnostic
from lint_news.document import Span
from lint_news.language.annotations import Annotations
from lint_news.language.phrases import Phrases
from lint_news.ruleset.kinds import Checker, CompileContext, Kind
from lint_news.ruleset.model import RatedSource, Rule


class _List:
    """The rated sources by name and by domain, made when a first story asks for them."""

    def __init__(self, sources: Sequence[RatedSource]) -> None:
        self.by_name = {name.lower(): (source, name) for source in sources for name in source.names}
        self.by_domain = {domain: source for source in sources for domain in source.domains}
        self.phrases = Phrases(self.by_name)
        self.labels = {domain: re.findall(r"[^\W_]+", domain) for domain in self.by_domain}

    def named(self, story: Annotations) -> Iterator[tuple[Span, RatedSource]]:
        """Outlets that stand in the text with their own capitals."""
        tokens = story.tokens
        for match in self.phrases.find(tokens):
            source, name = self.by_name[match.phrase]
            wanted = re.findall(r"[^\W_]+", name)
            words = tokens.words[match.first : match.last + 1]
            # "the Onion" and "The Onion", but no "the onion".
            if all(words[k][:1] == wanted[k][:1] for k in range(min(1, len(words) - 1), len(words))):
                yield Span(tokens.starts[match.first], tokens.ends[match.last]), source

    def linked(self, story: Annotations) -> Iterator[tuple[Span, RatedSource]]:
        """Domains of the list, with or without a subdomain before them."""
        vocabulary = story.tokens.vocabulary
        present = [domain for domain, labels in self.labels.items() if vocabulary.issuperset(labels)]
        if not present:
            return
        pattern = re.compile(
            r"(?<![\w-])(?:" + "|".join(map(re.escape, sorted(present, key=len, reverse=True))) + r")(?![\w-]|\.\w)",
            re.IGNORECASE,
        )
        for match in pattern.finditer(story.text):
            yield Span(*match.span()), self.by_domain[match[0].lower()]


def _compile(rules: Sequence[Rule], context: CompileContext) -> Checker:
    made: list[_List] = []

    def check(story: Annotations) -> Iterator[Diagnostic]:
        if not made:
            made.append(_List(context.rated_sources()))
        listed = made[0]
        found = {span: source for span, source in listed.linked(story) if not story.quotations.covers(span.start)}
        named = list(listed.named(story))
        if named:
            spans = sorted(attribution.source for attribution in story.attributions if attribution.source)
            for span, source in named:
                at = bisect_right(spans, Span(span.start, len(story.text) + 1)) - 1
                is_source = at >= 0 and span.start < spans[at].end
                if is_source or story.zones.kind_at(span.start) == "credit":
                    found.setdefault(span, source)
        for span, source in found.items():
            values = {"outlet": source.outlet, "rating": source.rating, "reason": source.reason, "authority": source.authority}
            for rule in rules:
                yield diagnose(rule, story.document, span, context.ui_language, values=values)

    return check


KIND = Kind(_compile)
