"""Which of the known languages a text is written in, from its most frequent words and its letters."""

from __future__ import annotations

from collections.abc import Mapping

from lint_news.language.tokens import Tokens

_SAMPLE = 4000


def detect_language(
    text: str, stopwords: Mapping[str, frozenset[str]], letters: Mapping[str, frozenset[str]], default: str
) -> str:
    """The language whose function words the beginning of the text holds most of.

    A word that only one language has counts twice one that several share; letters that a language alone uses break the
    ties of texts too short to hold a function word. ``default`` answers where nothing speaks for any language.
    """
    counts: dict[str, int] = {}
    sample = text[:_SAMPLE]
    for low in Tokens(sample).lows:
        counts[low] = counts.get(low, 0) + 1
    scores = {}
    for language, words in stopwords.items():
        others = frozenset().union(*(known for name, known in stopwords.items() if name != language))
        score = sum(count * (1 if low in others else 2) for low, count in counts.items() if low in words)
        own = letters.get(language, frozenset()) - frozenset().union(
            *(set(known) for name, known in letters.items() if name != language)
        )
        scores[language] = 4 * score + sum(letter in own for letter in sample.lower())
    best = max(scores, key=lambda language: (scores[language], language == default), default=default)
    return best if scores.get(best) else default
