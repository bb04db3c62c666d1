"""Quantities: the figures of a story, in digits and in words, with what they count.

Figures that nobody has to vouch for are left out here: years, dates, times, ages, scores, ordinals, labels (page 3, F-16),
addresses, phone numbers, durations, distances, compounds (a 24-point lead), and small round-the-table numbers ("two brothers").
"""

from __future__ import annotations

from typing import NamedTuple

from lint_news.language.number_labels import BLANKS, CURRENCY_SIGNS, DIGITS, is_label, is_measure, is_short, is_wholly
from lint_news.language.pack import LanguagePack
from lint_news.language.quantity_grammar import SMALL, QuantityGrammar, quantity_grammar
from lint_news.language.tokens import Tokens

# A noun that is counted has no more words before it than this, itself among them.
_WORDS_BEFORE = 3
_GROUPING = BLANKS | {",", ".", "'", "’"}
_JOINED = BLANKS | {"-"}
_JOINTS = " \t\n\u00a0\u202f\u2009'’"
# How many words may stand between a figure and the noun that it counts ("12 jeunes soldats").
_REACH = 4
# An adverb by its ending has more letters than this.
_ADVERB = 5
# Digits between two marks of thousands.
_GROUP = 3
# How far before a figure a word of a guess may begin ("an estimated", "au moins").
_NEAR = 3
# Between two vague numbers of one figure stand fewer characters.
_OUTDOING = 20
# Behind these a figure may stand without a noun ("numbering more than 700.").
_PAUSES = ".,;)"


class Quantity(NamedTuple):
    """A figure with its unit: range of code points, kind and the noun counted (lower case or empty).

    ``kind`` is ``money``, ``percentage``, ``casualties``, ``people`` or ``count``; ``vague`` marks "dozens of" and the like.
    """

    start: int
    end: int
    kind: str
    vague: bool
    noun: str


def find_quantities(text: str, tokens: Tokens, pack: LanguagePack) -> list[Quantity]:
    """All quantities in order."""
    grammar = quantity_grammar(pack)
    digits = frozenset(low for low in tokens.numbers if low[0] in DIGITS)
    numbers = digits | (grammar.number_words & tokens.vocabulary)
    found: list[Quantity] = []
    behind = 0
    for i in tokens.places_of(numbers):
        if i >= behind:
            last = _number_end(i, tokens, grammar)
            quantity, behind = _read(text, i, last, tokens, grammar)
            if quantity:
                if found and _is_outdone(found[-1], quantity, text, grammar):
                    quantity = quantity._replace(start=found.pop().start)
                found.append(quantity)
    return found


def _is_outdone(before: Quantity, quantity: Quantity, text: str, grammar: QuantityGrammar) -> bool:
    """Do two vague numbers make one figure: "hundreds, if not thousands of photos"?"""
    if not (before.vague and quantity.vague) or before.noun:
        return False
    between = text[before.end : quantity.start].lower()
    return len(between) < _OUTDOING and between.strip(", \n\u00a0\u202f") in grammar.outdoing


def _number_end(i: int, tokens: Tokens, grammar: QuantityGrammar) -> int:
    """Index of the last token of the number that begins at token i: digit groups, decimals, number words."""
    lows, seps = tokens.lows, tokens.seps
    last = i
    while last + 1 < len(lows):
        sep, low = seps[last + 1], lows[last + 1]
        if low[0] in DIGITS:
            grouped = sep in BLANKS and len(low) == 3 and lows[last].isdigit() and len(lows[last]) <= 3
            digits = low.isdigit() or is_short(low, grammar)
            if not (grouped or (sep in _GROUPING and sep not in BLANKS and lows[last].isdigit() and digits)):
                break
        elif low in grammar.numbers or low in grammar.multipliers or low in grammar.vague_words:
            if sep not in BLANKS and sep != "-":
                break
        elif (
            low in grammar.joints
            and {sep, seps[min(last + 2, len(lows))]} <= _JOINED
            and last + 2 < len(lows)
            and lows[last] in grammar.numbers
            and lows[last + 2] in grammar.joined
        ):
            last += 1  # « trente et une »
        elif low in grammar.links and last + 2 < len(lows) and lows[last] in grammar.vague_words:
            # "des centaines de milliers", "hundreds of thousands"
            if lows[last + 2] not in grammar.vague_words or not {sep, seps[last + 2]} <= BLANKS:
                break
            last += 1
        else:
            break
        last += 1
    return last


def _read(text: str, first: int, last: int, tokens: Tokens, grammar: QuantityGrammar) -> tuple[Quantity | None, int]:
    """The quantity at tokens ``[first, last]``, if it is one, and the token to go on with."""
    lows, seps, starts, ends = tokens.lows, tokens.seps, tokens.starts, tokens.ends
    behind = last + 1
    if is_label(first, last, tokens, grammar):
        return None, behind
    if lows[first] in grammar.linked and (behind == len(lows) or lows[behind] not in grammar.links):
        return None, behind
    vague = any(low in grammar.vague_words for low in lows[first : last + 1]) and lows[first][0] not in DIGITS
    if vague and lows[first] in grammar.numbers and lows[first] not in grammar.vague_words:
        vague = False
    if vague and first and lows[first - 1] in grammar.vague_openers and seps[first] in BLANKS:
        first -= 1  # "des milliards": the article is part of the figure
    elif first and lows[first - 1] in grammar.one and seps[first] in BLANKS and lows[first] in grammar.counting:
        first -= 1  # "un milliard", "a dozen"
    start, end = starts[first], ends[last]
    # What stands in another paragraph belongs to no figure of this one.
    after = seps[last + 1].partition("\n\n")[0].strip()
    before = seps[first].rpartition("\n\n")[2].strip()
    if before and before[-1] in CURRENCY_SIGNS:
        return Quantity(text.rindex(before[-1], 0, start), end, "money", vague, before[-1]), behind
    if after and after[0] in CURRENCY_SIGNS:
        return Quantity(start, text.index(after[0], end) + 1, "money", vague, after[0]), behind
    if after.startswith("%"):
        if is_wholly(first, last, text.index("%", end) + 1, text, tokens, grammar):
            return None, behind
        return Quantity(start, text.index("%", end) + 1, "percentage", vague, "%"), behind
    if after and after not in {"-", "«", "“", '"'}:
        # "a work force of 43 million."
        bare = vague or (lows[last] in grammar.multipliers and len(lows[last]) > 1 and after[0] not in "-–")
        bare = bare or (after[0] in _PAUSES and _is_guessed(first, last, tokens, grammar))
        return (Quantity(start, end, "count", vague, ""), behind) if bare else (None, behind)
    if behind < len(lows):
        percent = grammar.percent.at(behind, lows, seps)
        if percent and is_wholly(first, last, ends[percent.last], text, tokens, grammar):
            return None, percent.last + 1
        if percent:
            return Quantity(start, ends[percent.last], "percentage", vague, "%"), percent.last + 1
    if after == "-" and behind < len(lows):
        return None, behind + 1  # a 24-point lead, the 14-Juillet attack, a trillion-dollar plan
    return _counted(first, last, vague, tokens, grammar)


def _counted(first: int, last: int, vague: bool, tokens: Tokens, grammar: QuantityGrammar) -> tuple[Quantity | None, int]:
    """A number followed by the noun that it counts."""
    lows, seps, starts, ends = tokens.lows, tokens.seps, tokens.starts, tokens.ends
    noun_at = last + 1
    if noun_at < len(lows) and lows[noun_at] in grammar.links:
        noun_at += 1
        counts = vague or not lows[last].isdigit() or (noun_at < len(lows) and lows[noun_at] in grammar.determiners)
        if not counts:
            return None, noun_at  # "10 km à pied, 40 de vélo": what is measured stands before
    if noun_at >= len(lows) or (noun_at > last + 1 and seps[noun_at].strip(_JOINTS)):
        return (Quantity(starts[first], ends[last], "count", True, ""), last + 1) if vague else (None, last + 1)
    goods = lows[noun_at] in grammar.goods and (lows[last] in grammar.multipliers or last > first)
    if not goods and is_measure(noun_at, tokens, grammar):
        return None, noun_at + 1
    if noun_at + 1 < len(lows) and len(lows[noun_at]) == 1 and seps[noun_at + 1] == "-":
        noun_at += 1  # « des milliers de t-shirts »
    noun, kind = lows[noun_at], "count"
    if vague and noun_at == last + 1 and len(noun) > _ADVERB and noun.endswith(grammar.adverb_endings):
        return Quantity(starts[first], ends[last], "count", True, ""), last + 1  # "hundreds peacefully marched"
    nominal = True
    for k in range(noun_at, min(noun_at + _REACH, len(lows))):
        if k > noun_at and seps[k].strip(_JOINTS):
            break
        low = lows[k]
        nominal = nominal and (low not in grammar.closed or low in grammar.links)
        if low in grammar.currencies and nominal:
            return Quantity(starts[first], ends[k], "money", vague, low), k + 1
        if low in grammar.casualties:
            return Quantity(starts[first], ends[k], "casualties", vague, low), k + 1
        heads = k == noun_at or not grammar.adjectives_follow or grammar.leading.issuperset(lows[noun_at:k])
        nation = low in grammar.peoples and tokens.words[k] != low and low.endswith(grammar.plural_suffixes)
        if nation and not grammar.adjectives_follow and k + 1 < len(lows) and seps[k + 1] == " ":
            # "500 Swiss companies"
            nation = lows[k + 1] in grammar.closed or tokens.words[k + 1] != lows[k + 1]
        people = low in grammar.people or nation
        if people and kind == "count" and nominal and heads:
            kind, noun, noun_at = "people", low, k
    if first and lows[first - 1] in grammar.casualty_verbs:
        kind, noun = "casualties", lows[first - 1]
        if lows[noun_at] in grammar.closed:
            return Quantity(starts[first], ends[last], kind, vague, noun), last + 1  # "killing 107 or more"
    if kind == "count" and lows[noun_at] in grammar.closed:
        # "139 million in Africa" still says how many, "45 to 40" and "14 of them" don't.
        bare = vague or lows[last] in grammar.multipliers or _is_guessed(first, last, tokens, grammar)
        return (Quantity(starts[first], ends[last], kind, vague, "") if bare else None), last + 1
    if not vague and first and lows[first - 1] in grammar.named_by and lows[last] not in grammar.multipliers:
        return None, last + 1  # "le onze de départ"
    if (
        not vague
        and kind != "casualties"
        and (_is_small(lows[first : last + 1], grammar) or _is_few(first, last, tokens, grammar))
    ):
        return None, last + 1
    if kind == "count" and _is_decimal(first, last, tokens):
        return None, last + 1  # "70.3 organised by": nothing is counted in parts
    opened = kind == "count" or (first and lows[first - 1] in grammar.year_openers)
    if opened and not vague and _is_year(lows[first : last + 1]):
        return None, last + 1
    if noun_at < len(lows) and (not noun[0].isalpha() or (kind == "count" and len(noun) == 1)):
        return None, last + 1
    if kind == "count":
        noun_at = _plural_at(noun_at, tokens, grammar)
        noun = lows[noun_at]
    return Quantity(starts[first], ends[noun_at], kind, vague, noun), noun_at + 1


def _plural_at(noun_at: int, tokens: Tokens, grammar: QuantityGrammar) -> int:
    """The token of what is counted, behind the words that say more of it: "1,140 red mason bees"."""
    lows, seps = tokens.lows, tokens.seps
    for k in range(noun_at, min(noun_at + _WORDS_BEFORE, len(lows))):
        if k > noun_at and (seps[k] not in BLANKS or lows[k] in grammar.closed):
            break
        if lows[k].endswith(grammar.plural_suffixes) and lows[k] not in grammar.leading:
            return k
    return noun_at


def _is_small(lows: list[str], grammar: QuantityGrammar) -> bool:
    if len(lows) != 1:
        return False
    low = lows[0]
    if low.isdigit():
        return int(low) <= SMALL
    return low in grammar.small


def _is_few(first: int, last: int, tokens: Tokens, grammar: QuantityGrammar) -> bool:
    """Does a number end a phrase for a small one ("half a dozen")?"""
    matches = (grammar.small_numbers.at(k, tokens.lows, tokens.seps) for k in range(max(first - _NEAR, 0), first + 1))
    return any(match is not None and match.last == last for match in matches)


def _is_guessed(first: int, last: int, tokens: Tokens, grammar: QuantityGrammar) -> bool:
    """Is a number of hundreds or more a guess at what stands before it ("numbering more than 700", "près de 200 000 en")?"""
    lows, seps = tokens.lows, tokens.seps
    digits = "".join(lows[first : last + 1])
    if not digits.isdecimal() or len(digits) < _GROUP or _is_year(lows[first : last + 1]):
        return False
    if last + 2 < len(lows) and lows[last + 1] in grammar.ranges and lows[last + 2][0] in DIGITS:
        return False  # "entre 150 000 et 200 000 personnes" is one figure
    matches = (grammar.guesses.at(k, lows, seps) for k in range(max(first - _NEAR, 0), first))
    return any(match is not None and match.last == first - 1 for match in matches)


def _is_decimal(first: int, last: int, tokens: Tokens) -> bool:
    """Is a number in digits alone, with a part that no thousands have ("70.3")?"""
    lows = tokens.lows
    return last == first + 1 and tokens.seps[last] in {",", "."} and lows[last].isdigit() and len(lows[last]) != _GROUP


def _is_year(lows: list[str]) -> bool:
    return len(lows) == 1 and lows[0].isdigit() and len(lows[0]) == 4 and 1000 <= int(lows[0]) <= 2100
