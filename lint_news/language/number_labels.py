"""Numbers that count nothing: dates, times, scores, ordinals, names of products and streets, measures."""

from __future__ import annotations

import re
from bisect import bisect_left

from lint_news.language.quantity_grammar import QuantityGrammar
from lint_news.language.tokens import Tokens

DIGITS = "0123456789"
CURRENCY_SIGNS = ("$", "€", "£", "¥", "₽", "₹")
BLANKS = frozenset({" ", "\u00a0", "\u202f", "\u2009"})
# A number in a name has no more digits.
_NAMED = 3
_NUMBER = re.compile(r"\d+\Z")


def is_label(first: int, last: int, tokens: Tokens, grammar: QuantityGrammar) -> bool:
    """Years in dates, times, scores, ordinals, product names, numbered things, phone numbers."""
    lows, seps = tokens.lows, tokens.seps
    low = lows[first]
    if (
        low[0] in DIGITS
        and not _NUMBER.match(low)
        and not (is_short(low, grammar) and seps[first].strip().endswith(CURRENCY_SIGNS))  # $5bn
    ):
        return True  # 18h30, 1er, 5e, 3D, 90s
    before, after = seps[first], seps[last + 1]
    if (before and before[-1] in "-–:/.,@#_") or (before[-1:] in {"'", "’"} and low[0] in DIGITS and len(low) == 2):
        return True  # F-16, 3-1, 18:30, 12/11, #3, '90
    if (after and after[0] in ":/@_") or (after in {"-", "–"} and last + 1 < len(lows) and lows[last + 1][0] in DIGITS):
        return True
    if first > 1 and lows[first - 1] in grammar.clock and lows[first - 2].isdigit() and low.isdigit() and len(low) <= 2:
        return True  # 09 h 53
    if len(low) == 2 and low.isdigit() and (_is_pair(first - 1, before, lows) or _is_pair(last + 1, after, lows)):
        return True  # 01 23 45 67 89
    if first and before and before in "\"'′″" and lows[first - 1].isdigit():
        return True  # 9"81
    if first and before.strip() == "." and lows[first - 1] in grammar.months:
        return True  # Dec. 28
    if first and before in BLANKS and after in BLANKS and _stands_in_name(first, last, tokens, grammar):
        return True  # "the BBC 100 Women list"
    if first and before in BLANKS and (lows[first - 1] in grammar.labels or lows[first - 1] in grammar.months):
        return True
    if last + 1 < len(lows) and after in BLANKS and lows[last + 1] in grammar.months and lows[last] not in grammar.vague_words:
        return True
    return len(low) > 12


def _stands_in_name(first: int, last: int, tokens: Tokens, grammar: QuantityGrammar) -> bool:
    """Does a number stand between an acronym and a capital ("BBC 100 Women")?"""
    if last + 1 >= len(tokens) or not (tokens.words[first - 1].isupper() and len(tokens.words[first - 1]) > 1):
        return False
    word, low = tokens.words[last + 1], tokens.lows[last + 1]
    # "NATO 5,000 Russian soldiers" has no name in it.
    if first < last or len(tokens.lows[first]) > _NAMED or low in grammar.peoples:
        return False
    return word != low and not word.isupper()


def is_measure(noun_at: int, tokens: Tokens, grammar: QuantityGrammar) -> bool:
    """Does a number before token ``noun_at`` measure (the past 30 years), place (12 rue de la Paix) or order (644 ème)?"""
    lows, seps = tokens.lows, tokens.seps
    low = lows[noun_at]
    if low in grammar.skip_units or low in grammar.ordinals or low in grammar.addresses:
        return True
    behind = noun_at + 1
    if low in grammar.unit_adjectives and behind < len(lows):
        return lows[behind] in grammar.skip_units
    if tokens.words[noun_at] != low:
        # 1600 Pennsylvania Avenue
        ends = range(behind, min(behind + 2, len(lows)))
        return any(lows[k] in grammar.addresses and seps[k] in BLANKS for k in ends)
    return False


def is_wholly(first: int, last: int, end: int, text: str, tokens: Tokens, grammar: QuantityGrammar) -> bool:
    """Is a percentage only a way to say wholly: « 100 % végétalien », « couvert à 100 % »?"""
    lows = tokens.lows
    if lows[first : last + 1] != ["100"]:
        return False
    if first > 1 and lows[first - 1] in grammar.to and lows[first - 2] in grammar.wholly:
        return True
    behind = bisect_left(tokens.starts, end)
    return behind < len(lows) and text[end : tokens.starts[behind]] in BLANKS and lows[behind] in grammar.wholly


def is_short(low: str, grammar: QuantityGrammar) -> bool:
    """Is a token a number with the letters of a multiplier: "28m", "5bn"?"""
    digits = low.rstrip("abcdefghijklmnopqrstuvwxyz")
    return digits.isdigit() and low[len(digits) :] in grammar.short_multipliers


def _is_pair(i: int, sep: str, lows: list[str]) -> bool:
    return 0 <= i < len(lows) and sep in BLANKS and len(lows[i]) == 2 and lows[i].isdigit()
