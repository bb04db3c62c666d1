"""Literals that a pattern needs: a document that holds none of them can't match, and the pattern need not be compiled.

The reading is cautious: what it doesn't understand contributes nothing, and a pattern without literals is always run.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_WORDS = re.compile(r"[^\W_]+")
_QUANTIFIER = re.compile(r"\{(\d*)(?:,\d*)?\}|[?*+]")
_GROUP_HEAD = re.compile(r"\?(?:[a-zA-Z-]*:|P?<[^\W\d]\w*>|>|\|)")
_CLASS_ESCAPES = frozenset("dDsSwWbBAZzmMGRXhNpPKL0123456789gkxuU")
# A short list of rare words beats one long word that many documents hold, and is cheaper to look for than a long list.
_FEW = 8
# Escapes that stand for the same characters whether case counts or not.
_CASELESS = re.compile(r"\\(?:[dDsSwWbBAZ]|[pP]\{[LN]\}|u[0-9a-f]{4}|[^\w\s])")


def has_case(pattern: str) -> bool:
    """May it matter to a pattern whether upper and lower case differ? Ranges and all that isn't read here may hold letters."""

    def stripped(match: re.Match[str]) -> str:
        return chr(int(match[0][2:], 16)) if match[0][1] == "u" else ""

    rest = _CASELESS.sub(stripped, pattern)
    return "\\" in rest or "-" in rest or rest.lower() != rest or rest.upper() != rest


def needed_words(pattern: str, word_list: Callable[[str], tuple[str, ...]]) -> frozenset[str]:
    """Lower-case tokens or parts of tokens of which a match holds at least one; empty where none can be told.

    ``word_list`` gives the entries of a list named by ``\\L<name>``.
    """
    try:
        found, end = _alternatives(pattern, 0, word_list)
    except (IndexError, ValueError):
        return frozenset()
    return found if found is not None and end == len(pattern) else frozenset()


def _alternatives(pattern: str, at: int, lists: Callable[[str], tuple[str, ...]]) -> tuple[frozenset[str] | None, int]:
    """Needed words of ``a|b|c`` up to a closing bracket: every branch must need something."""
    union: set[str] | None = set()
    while True:
        needed, at = _sequence(pattern, at, lists)
        if union is not None:
            union = union | needed if needed else None
        if at >= len(pattern) or pattern[at] == ")":
            return (frozenset(union) if union is not None else None), at
        at += 1  # the bar


def _sequence(pattern: str, at: int, lists: Callable[[str], tuple[str, ...]]) -> tuple[frozenset[str] | None, int]:
    """Needed words of one branch: the best of its parts."""
    best: frozenset[str] | None = None
    literal = ""

    def weigh(candidate: frozenset[str] | None) -> None:
        nonlocal best
        if candidate and (best is None or _worth(candidate) > _worth(best)):
            best = candidate

    def flush() -> None:
        nonlocal literal
        words = _WORDS.findall(literal.lower())
        if words:
            weigh(frozenset({max(words, key=len)}))
        literal = ""

    while at < len(pattern) and pattern[at] not in "|)":
        char = pattern[at]
        part: frozenset[str] | None = None
        text = ""
        if char == "\\":
            if pattern.startswith("\\L<", at):
                end = pattern.index(">", at)
                part = _list_words(lists(pattern[at + 3 : end]))
                at = end + 1
            elif pattern[at + 1] in _CLASS_ESCAPES:
                if pattern[at + 1] in "pP" and pattern.startswith("{", at + 2):
                    at = pattern.index("}", at) + 1
                elif pattern[at + 1] in "xuUNgk":
                    raise ValueError("not read here")
                else:
                    at += 2
            else:
                text = pattern[at + 1]
                at += 2
        elif char == "[":
            at = _class_end(pattern, at)
        elif char == "(":
            at += 1
            counts = True
            if pattern[at] == "?":
                head = _GROUP_HEAD.match(pattern, at)
                counts = head is not None
                at = head.end() if head else at + 1
            part, at = _alternatives(pattern, at, lists)
            if not counts:
                part = None  # look-arounds, conditionals, comments
            at += 1
        elif char in ".^$":
            at += 1
        else:
            text = char
            at += 1
        quantifier = _QUANTIFIER.match(pattern, at)
        optional = False
        if quantifier:
            optional = quantifier[0][0] in "?*" or quantifier[1] in ("", "0")
            if quantifier[0] == "+":
                optional = False
            at = quantifier.end()
            if pattern[at : at + 1] in ("?", "+"):
                at += 1
        if text and not quantifier:
            literal += text
            continue
        # A repeated or optional character, a class, a group or a list ends the literal; the word it touches is not whole.
        flush()
        if not optional:
            weigh(part)
    flush()
    return best, at


def _list_words(entries: tuple[str, ...]) -> frozenset[str] | None:
    words = set()
    for entry in entries:
        found = _WORDS.findall(entry.lower())
        if not found:
            return None
        words.add(max(found, key=len))
    return frozenset(words) or None


def _class_end(pattern: str, at: int) -> int:
    at += 1
    if pattern[at] == "^":
        at += 1
    first = True
    while first or pattern[at] != "]":
        at += 2 if pattern[at] == "\\" else 1
        first = False
    return at + 1


def _worth(words: frozenset[str]) -> tuple[bool, int, int]:
    return (len(words) <= _FEW, min(len(word) for word in words), -len(words))
