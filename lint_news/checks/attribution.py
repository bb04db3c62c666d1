"""``attribution``: sources that a reader can't check.

``sources`` lists the kinds of source that the rule flags: those of the contract (``media``, ``public`` ...), ``bare`` for
unnamed people without position or affiliation ("experts"), ``placed`` for unnamed people with one ("une source diplomatique")
and ``figures-of-nobody`` for documents that nobody is named for ("des sondages"). A rule on ``placed`` sources passes where the
story says why they are unnamed, and so does any on ``bare`` ones that are described ("a source close to the campaign").
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from lint_news.checks._messages import diagnose
from lint_news.checks._source_facts import SourceFacts
from lint_news.diagnostic import Diagnostic
from lint_news.document import Span
from lint_news.language.annotations import Annotations
from lint_news.language.cue_reader import Attribution
from lint_news.language.noun_phrases import KINDS, NounPhrase
from lint_news.language.turns import in_turns
from lint_news.ruleset.kinds import Checker, CompileContext, Kind
from lint_news.ruleset.model import Rule

if TYPE_CHECKING:
    from lint_news.ruleset.yaml_nodes import Fields

GRADES = (*KINDS, "bare", "placed", "figures-of-nobody")
# A comparative stands so few tokens before what it compares with.
_COMPARED = 5
# An agent stands so few tokens behind the data that it supplied.
_SUPPLIED = 12
# A finding shows source and verb together up to so many characters.
_LONG = 90


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
        facts = SourceFacts(story)
        for attribution in story.attributions:
            grade = _grade(attribution, facts)
            if grade not in by_grade or attribution.source is None or attribution.cue is None:
                continue
            if attribution.source.start in told or in_turns(story.turns, attribution.cue.start):
                continue  # an interview's answers are direct speech
            told.add(attribution.source.start)
            if attribution.kind in ("unnamed", "document") and facts.name_who_closes(attribution):
                continue  # "a witness said it was late, the report said"
            if (grade == "placed" or _is_described(attribution.phrase)) and facts.say_why(attribution.sentence):
                continue
            if grade == "bare" and facts.tell_terms(attribution):
                continue  # "three doctors said on condition of anonymity"
            if grade == "bare" and facts.announce(attribution):
                continue
            start = min(attribution.source.start, attribution.cue.start)
            span = Span(start, max(attribution.source.end, attribution.cue.end))
            if span.end - span.start > _LONG:
                span = attribution.source  # what stands between a source and a verb far from it is no part of the fault
            softened = grade in ("bare", "figures-of-nobody") and (facts.vouch(attribution) or _has_seen(attribution, story))
            for rule in by_grade[grade]:
                severity = "info" if softened else rule.severity
                yield diagnose(rule, story.document, span, context.ui_language, severity=severity)

    return check


def _grade(attribution: Attribution, facts: SourceFacts) -> str:
    """The kind of an attribution's source, unnamed ones told apart; empty where the story names them elsewhere."""
    phrase, story = attribution.phrase, facts.story
    if phrase is None:
        return attribution.kind
    if attribution.kind == "document":
        return "figures-of-nobody" if _is_nobodys(attribution, phrase, facts) else "document"
    if attribution.kind != "unnamed":
        return attribution.kind
    head = story.tokens.lows[phrase.head] if phrase.head >= 0 else ""
    group = story.tokens.lows[phrase.first : phrase.last + 1]
    if head in story.pack.words("reproaches") and not story.pack.words("feminine_quantifiers").isdisjoint(group):
        return ""  # « de nombreuses critiques »: no critics
    if story.tokens.lows[phrase.first] in story.pack.lowered("pair_words"):
        return ""  # "both sides" were named before
    if phrase.first and story.tokens.lows[phrase.first - 1] in facts.comparisons:
        return ""  # "earlier than historians had thought"
    if story.tokens.lows[phrase.first] in story.pack.words("demonstratives") and facts.told_of(phrase.head):
        return ""  # "these researchers", of whom the story has spoken
    if phrase.first and _is_second_term(phrase.first, story):
        return ""  # « plus de femmes que d'hommes ont déclaré »
    if phrase.placed and head in story.pack.words("other_words"):
        return ""  # « dit un autre », of a group that the story describes
    if phrase.placed:
        # "NATO officials" are a class with an affiliation, which a reader can weigh; "diplomatic sources" still hide behind it.
        weighed = phrase.definite if not phrase.plural else head not in story.pack.lowered("unplaced_nouns")
        return "" if weighed else "placed"  # "l'analyste de l'Institut Elcano" was named before
    known = head in story.pack.lowered("vague_authorities") and not facts.count_others(phrase)
    if not known and not _speaks(attribution, story):
        return ""
    if _is_heard(attribution, story):
        return ""  # "residents shouted": the reporter was there
    if attribution.cue_kind == "finding":
        return ""  # "the Republicans show how": who finds has measured, who says hasn't
    if attribution.cue_kind in ("stance", "opinion") and not facts.is_expert(phrase):
        return ""  # "voters were thrilled", "most countries recognise": no statement
    if phrase.definite and head in story.pack.words("known_groups"):
        return ""  # « selon les organisateurs » of the march
    known = phrase.definite and head in story.pack.lowered("introducible_nouns")
    asked = not story.pack.words("poll_words").isdisjoint(group)
    if (known or asked) and facts.introduce(phrase.head):
        return ""
    if head in story.pack.lowered("quantifiers", "other_words") and _tells_own(attribution, story):
        return ""
    return "bare"


def _is_second_term(first: int, story: Annotations) -> bool:
    """Does a source stand behind a comparative, "that" and a partitive: « plus de femmes que d'hommes »?"""
    lows, pack = story.tokens.lows, story.pack
    if lows[first - 1] not in pack.words("that_words") or lows[first] not in pack.words("partitives"):
        return False
    return not pack.words("comparatives").isdisjoint(lows[max(first - _COMPARED, 0) : first])


def _is_described(phrase: NounPhrase | None) -> bool:
    """Does more than a word stand behind the noun of one unnamed source: "a source close to the campaign"?"""
    return phrase is not None and phrase.kind == "unnamed" and not phrase.plural and phrase.last - phrase.head > 1


def _tells_own(attribution: Attribution, story: Annotations) -> bool:
    """Does somebody tell only of a thing of their own: "others announced their plans"?"""
    if attribution.cue is None:
        return False
    tokens = story.tokens
    behind = bisect_left(tokens.starts, attribution.cue.end)
    return behind < len(tokens) and tokens.lows[behind] in story.pack.words("possessive_determiners")


def _is_supplied(attribution: Attribution, phrase: NounPhrase, story: Annotations) -> bool:
    """Does somebody supply data in brackets' distance: « des données (confidentielles) fournies par le gouvernement »?"""
    end = story.sentences.ends[attribution.sentence]
    if attribution.cue is not None and attribution.cue.start > story.tokens.starts[phrase.last]:
        end = attribution.cue.start
    behind = range(phrase.last + 1, min(phrase.last + 1 + _SUPPLIED, len(story.tokens)))
    agents = (k for k in behind if story.tokens.lows[k] in story.pack.words("agent_words"))
    first = next(agents, None)
    return "(" in story.tokens.seps[phrase.last + 1] and first is not None and story.tokens.starts[first] < end


def _has_seen(attribution: Attribution, story: Annotations) -> bool:
    """Does a clause tell more of one unnamed source: "a source who has seen the report"?"""
    phrase, tokens = attribution.phrase, story.tokens
    if phrase is None or phrase.plural or phrase.last + 1 >= len(tokens):
        return False
    relatives = story.pack.words("relative_words")
    behind = tokens.lows[phrase.last + 1] in relatives and tokens.seps[phrase.last + 1] in {" ", ", "}
    return behind or not relatives.isdisjoint(tokens.lows[phrase.first : phrase.last + 1])


def _is_heard(attribution: Attribution, story: Annotations) -> bool:
    """Is the cue a word of what a crowd does aloud?"""
    return attribution.cue is not None and _last_word(attribution.cue, story) in story.pack.words("crowd_cues")


def _speaks(attribution: Attribution, story: Annotations) -> bool:
    """Is the cue a verb of saying? What "people think" or "young people consider" is no statement of theirs."""
    if attribution.cue is None or attribution.cue_kind in ("expression", "noun"):
        return True
    return _last_word(attribution.cue, story) in story.pack.words("cue_strong")


def _last_word(cue: Span, story: Annotations) -> str:
    return story.text[cue.start : cue.end].split()[-1].lower()


def _is_nobodys(attribution: Attribution, phrase: NounPhrase, facts: SourceFacts) -> bool:
    """ "des sondages", "une étude", with no name in the phrase nor in its sentence that it could be looked up by."""
    if facts.story.tokens.lows[phrase.first] in facts.story.pack.words("possessive_determiners"):
        return False  # "its annual report": whose it is, is known
    if phrase.head < 0 or phrase.bears_name:
        return False
    story = facts.story
    head = story.tokens.lows[phrase.head]
    if not story.pack.lowered("org_nouns").isdisjoint(story.tokens.lows[phrase.first : phrase.last + 1]):
        return False  # "figures from the estate agents' association", "company documents"
    if phrase.plural:
        if head not in story.pack.lowered("vague_documents") or _is_supplied(attribution, phrase, story):
            return False
        if not attribution.says_which:
            return True
        # "the polls show", of which the story has named none
        asked = facts.kin(head) & story.pack.lowered("vague_document_nouns")
        return bool(asked) and phrase.last == phrase.head and not facts.introduce(phrase.head)
    of_mass = phrase.first == phrase.head and head in story.pack.lowered("vague_documents")  # "research suggests"
    if phrase.definite or not (of_mass or head in story.pack.lowered("vague_document_nouns")):
        return False
    return not facts.name_somebody(attribution.sentence) and not facts.tell_which(phrase.head)


KIND = Kind(_compile, ("sources",), _options)
