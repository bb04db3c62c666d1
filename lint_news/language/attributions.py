"""Attributions: who says it (source), by which word (cue), and what is said (content).

A cue is a reporting verb with a subject, an expression such as "according to", the agent of a passive, a noun of speech with a
possessor, or the colon behind a speaker's name. The content is the sentence that the cue stands in: exact content spans are
beyond rules (citron of the BBC reaches .59), and a linter needs only the reach.
"""

from __future__ import annotations

from lint_news.document import Span
from lint_news.language.cue_reader import Attribution, CueReader
from lint_news.language.cues import cue_grammar
from lint_news.language.mentions import Mention
from lint_news.language.pack import LanguagePack
from lint_news.language.quotations import Quotations
from lint_news.language.sentences import Sentences
from lint_news.language.speaker_lines import speaker_lines
from lint_news.language.tokens import Tokens
from lint_news.language.verb_groups import VerbReader

_NOWHERE = Span(0, 0)
# What stands in somebody's statement is theirs when its cue is of these kinds.
_INNER = ("opinion", "stance", "noun", "finding")


def find_attributions(
    tokens: Tokens, sentences: Sentences, quotations: Quotations, mentions: list[Mention], pack: LanguagePack
) -> list[Attribution]:
    """All attributions in the order of their cues. Words inside direct speech are no cues of the story's own."""
    grammar = cue_grammar(pack)
    if not len(tokens):
        return []
    reader = CueReader(tokens, sentences, quotations, mentions, grammar)
    found: list[Attribution | None] = []
    for i in tokens.places_of(grammar.adjunct_openers):
        if not quotations.covers(tokens.starts[i]):
            found.append(reader.adjunct(i))
    venues: list[Attribution | None] = []
    for match in grammar.before_source.find(tokens):
        if not quotations.covers(tokens.starts[match.first]):
            (venues if match.phrase in grammar.venues else found).append(reader.expression(match.first, match.last))
    for match in grammar.behind_source.find(tokens):
        if not quotations.covers(tokens.starts[match.first]):
            found.append(reader.relative(match.first, match.last))
    idioms = {i for match in grammar.idioms.find(tokens) for i in range(match.first, match.last + 1)}
    cues = [(i, i, "") for i in tokens.places_of(grammar.cues) if i not in idioms]
    cues += grammar.expressions.find(tokens)
    behind = 0
    for first, last, expression in sorted(cues, key=lambda cue: (cue[0], -cue[1])):
        if first < behind:
            continue
        if quotations.covers(tokens.starts[first]):
            if grammar.incises and not expression and tokens.lows[first] in grammar.verbs:
                found.append(reader.incise(first))
            continue
        one = reader.verb(first, last, expression) if expression or tokens.lows[first] in grammar.verbs else None
        if one is not None and expression:
            behind = last + 1
        if one is None and not expression and tokens.lows[first] in grammar.nouns:
            one = reader.noun(first)
        found.append(one)
    if venues:
        told = {one.sentence for one in found if one is not None}
        # "a dit Anne Dupont au micro de France Culture": the station is where she said it.
        found.extend(one for one in venues if one is not None and one.sentence not in told)
    known = {tokens.words[one.phrase.last] for one in found if one and one.kind == "person" and one.phrase}
    found.extend(map(reader.speaker, speaker_lines(tokens, mentions, known, headlines=grammar.headline_speakers)))
    kept = {(one.source, one.cue): one for one in found if one is not None}
    in_order = sorted(kept.values(), key=lambda one: (one.cue or _NOWHERE, one.source or _NOWHERE))
    return _outermost(in_order, reader)


def _outermost(found: list[Attribution], reader: VerbReader) -> list[Attribution]:
    """Attributions without those that stand in what another one of the sentence says ("X said that Y believes")."""
    kept: list[Attribution] = []
    for one in found:
        if kept and kept[-1].source == one.source and kept[-1].cue and one.cue and kept[-1].cue.start == one.cue.start:
            kept.pop()  # "n'a pas souhaité répondre", read from "souhaité" and from "répondre"
        outer = kept[-1] if kept and kept[-1].sentence == one.sentence else None
        nested = (
            outer is not None
            and outer.source is not None
            and outer.cue is not None
            and one.source is not None
            and outer.source.start < outer.cue.start < one.source.start
            and (
                (outer.cue_kind == "speech" and one.cue_kind in _INNER and one.kind != "document")
                or (outer.kind == "document" and one.phrase is not None and one.phrase.is_share)
            )
            and not (one.phrase is not None and reader.opens_clause(one.phrase.first))
        )
        if not nested:
            kept.append(one)
    return kept
