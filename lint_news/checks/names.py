"""``names``: people and places spelt in two ways, or otherwise than they are known to be spelt.

``problem: inconsistent`` (letters differ within a story), ``accents`` (only diacritics do, told once a story),
``capital-accent`` (only that of the first letter), ``known`` (against the lists of known names) or ``house`` (right, but not
the form that the house has chosen: ``names`` of its style).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from lint_news.checks._house_names import find_other_forms
from lint_news.checks._messages import diagnose, note
from lint_news.diagnostic import Diagnostic
from lint_news.document import Span
from lint_news.language.annotations import Annotations
from lint_news.language.mentions import Mention
from lint_news.language.name_variants import Variant, find_variants
from lint_news.language.pack import LanguagePack
from lint_news.language.tokens import Tokens
from lint_news.ruleset.kinds import Checker, CompileContext, Kind
from lint_news.ruleset.model import Rule

if TYPE_CHECKING:
    from lint_news.ruleset.yaml_nodes import Fields

PROBLEMS = ("inconsistent", "accents", "capital-accent", "known", "house")
_PROBLEM_OF = {"letters": "inconsistent", "accents": "accents", "capital": "capital-accent"}
_NOTE = {"en": '"{match}" here', "fr": "« {match} » ici"}
_UNDECIDED = {
    "en": '"{match}" and "{suggestion}" stand once each in this story: one of the two spellings is wrong',
    "fr": "« {match} » et « {suggestion} » apparaissent une fois chacun : l'une des deux graphies est fausse",
}
# How many names are shown on either side of the deviating one.
_REACH = 3
# So many words between quotation marks, none of them a function word, are no sentence of the language.
_TITLE = 4


def _options(fields: Fields) -> str:
    return fields.require("problem").choice("problem", PROBLEMS)


def _compile(rules: Sequence[Rule], context: CompileContext) -> Checker:
    by_problem: dict[str, list[Rule]] = {}
    for rule in rules:
        by_problem.setdefault(str(rule.options), []).append(rule)
    known_rules = by_problem.get("known", [])
    house_rules = by_problem.get("house", [])
    index = context.known_names()
    house = context.house_names()

    def check(story: Annotations) -> Iterator[Diagnostic]:
        corrected: set[int] = set()
        for first, last, right in find_other_forms(story, house) if house_rules and house.instead else ():
            corrected.update(range(first, last + 1))
            span = Span(story.tokens.starts[first], story.tokens.ends[last])
            right = right.upper() if story.text[span.start : span.end].isupper() else right
            for rule in house_rules:
                yield diagnose(rule, story.document, span, context.ui_language, suggestions=(right,))
        if known_rules:
            for first, last, right in index.find(story.tokens, story.mentions):
                right = house.preferred.get(right, right)
                written = Tokens(right).lows
                corrected.update(i for i in range(first, last + 1) if story.tokens.lows[i] not in written)
                span = Span(story.tokens.starts[first], story.tokens.ends[last])
                for rule in known_rules:
                    yield diagnose(rule, story.document, span, context.ui_language, suggestions=(right,))
        variants = find_variants(story.tokens, story.mentions, story.pack, index.knows_part)
        corrections = _corrections(variants, corrected, story)
        # "Gerard Pique", where the story also writes Gérard and Piqué, is one finding.
        told: set[tuple[str, Span]] = set()
        for variant in variants:
            for rule in by_problem.get(_PROBLEM_OF[variant.difference], ()):
                for found in _deviations(rule, variant, corrections, story, corrected, context.ui_language):
                    if (rule.id, found.span) not in told:
                        told.add((rule.id, found.span))
                        yield found

    return check


def _deviations(
    rule: Rule,
    variant: Variant,
    corrections: dict[str, dict[int, int]],
    story: Annotations,
    corrected: set[int],
    ui_language: str,
) -> Iterator[Diagnostic]:
    """One diagnostic for each mention of the deviating spelling; what ``corrections`` there are beside it are told with it."""
    tokens = story.tokens
    if any(token in corrected for token, _ in variant.right.places):
        return  # what the story writes elsewhere is itself against the list of known names
    right_token, right_mention = _best_place(variant, story)
    by_letters = variant.difference == "letters"
    for token, number in variant.wrong.places if by_letters else variant.wrong.places[:1]:
        if token in corrected or _in_foreign_title(tokens.starts[token], story):
            continue
        span = _shown(story.mentions[number], token, story)
        right_span = _shown(story.mentions[right_mention], right_token, story)
        if span == Span(tokens.starts[token], tokens.ends[token]):
            right_span = Span(tokens.starts[right_token], tokens.ends[right_token])
        beside = corrections.get(variant.difference, {})
        ends = bisect_left(tokens.starts, span.start), bisect_left(tokens.starts, span.end)
        rights = {i: beside[i] for i in range(*ends) if i in beside} | {token: right_token}
        suggestion = _respelt(span, rights, story)
        here, there = tokens.words[token], _replacement(tokens.words[token], tokens.words[right_token], story)
        # Where the story nowhere writes the whole name so, only of the word it can be said how it is spelt elsewhere.
        whole = suggestion.lower() == story.text[right_span.start : right_span.end].lower()
        words = {} if whole or len(rights) > 1 else {"match": here, "suggestion": there}
        yield diagnose(
            rule,
            story.document,
            span,
            ui_language,
            suggestions=(suggestion,),
            related=(note(story.document, right_span, _NOTE, ui_language),),
            message=None if variant.favoured or not by_letters else _UNDECIDED,
            fix="" if variant.favoured else "none",
            values=words,
        )


def _corrections(variants: list[Variant], corrected: set[int], story: Annotations) -> dict[str, dict[int, int]]:
    """By the way they differ, the tokens whose spelling deviates, each with a token that has the right one."""
    found: dict[str, dict[int, int]] = {}
    for one in variants:
        if not any(token in corrected for token, _ in one.right.places):
            right = _best_place(one, story)[0]
            found.setdefault(one.difference, {}).update(
                (token, right) for token, _ in one.wrong.places if token not in corrected
            )
    return found


def _respelt(span: Span, rights: dict[int, int], story: Annotations) -> str:
    """The text of a range with some of its tokens in the spelling of other ones."""
    tokens = story.tokens
    parts, at = [], span.start
    for token, right in sorted(rights.items()):
        parts += [story.text[at : tokens.starts[token]], _replacement(tokens.words[token], tokens.words[right], story)]
        at = tokens.ends[token]
    return "".join([*parts, story.text[at : span.end]])


def _in_foreign_title(offset: int, story: Annotations) -> bool:
    """Does a place lie within quotation marks that hold none of the language's function words: a title in another language?"""
    quotations = story.quotations
    at = bisect_right(quotations.starts, offset) - 1
    if at < 0 or offset >= quotations.ends[at]:
        return False
    tokens = story.tokens
    words = tokens.lows[bisect_left(tokens.starts, quotations.starts[at]) : bisect_left(tokens.starts, quotations.ends[at])]
    return len(words) >= _TITLE and story.pack.words("stopwords").isdisjoint(words)


def _best_place(variant: Variant, story: Annotations) -> tuple[int, int]:
    """The occurrence of the right spelling to point at: the first one in the longest mention."""
    return max(variant.right.places, key=lambda place: (_length(story.mentions[place[1]]) > 1, -place[0]))


def _length(mention: Mention) -> int:
    return mention.last - mention.first + 1


@lru_cache(maxsize=64)
def _apart(pack: LanguagePack) -> frozenset[str]:
    """Lower-case words that may stand in a mention and are no part of the name."""
    return pack.lowered("titles", "role_nouns", "org_tokens", "demonyms") | pack.ordinary - pack.lowered("given_names")


def _shown(mention: Mention, token: int, story: Annotations) -> Span:
    """The name around a token: its neighbours in the mention that are neither functions ("Secretary General") nor acronyms."""
    tokens = story.tokens
    pack = story.pack
    apart = _apart(pack)
    shouted = tokens.words[token].isupper()

    def is_name(i: int) -> bool:
        word, low = tokens.words[i], tokens.lows[i]
        hyphened = tokens.seps[max(i, token)] == "-" or tokens.seps[min(i, token) + 1] == "-"
        return (hyphened or low not in apart) and word != low and (shouted or len(word) == 1 or not word.isupper())

    first = last = token
    for i in range(token - 1, max(mention.first, token - _REACH) - 1, -1):
        if is_name(i):
            first = i
        elif tokens.words[i] != tokens.lows[i]:
            break
    for i in range(token + 1, min(mention.last, token + _REACH) + 1):
        if is_name(i):
            last = i
        elif tokens.words[i] != tokens.lows[i]:
            break
    return Span(tokens.starts[first], tokens.ends[last])


def _replacement(wrong: str, right: str, story: Annotations) -> str:
    """The right spelling in the case of the wrong one, and the little word that was glued to it ("Alaphilippeet")."""
    glued = wrong[len(right) :]
    if wrong.lower().startswith(right.lower()) and len(glued) > 1 and glued.lower() in story.pack.words("stopwords"):
        return f"{right} {glued}"
    return _in_case_of(wrong, right)


def _in_case_of(wrong: str, right: str) -> str:
    if wrong.isupper():
        return right.upper()
    return right.title() if right.isupper() else right


KIND = Kind(_compile, ("problem",), _options)
