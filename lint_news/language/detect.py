"""Which of the known languages a text is written in, from its most frequent words and its letters."""

from __future__ import annotations

import re
from collections.abc import Mapping

# The beginning of a story tells its language; a long one is not read to its end for it.
_SAMPLE = 800
_WORD = re.compile(r"[^\W\d_]+")


class LanguageDetector:
    """Tells languages apart by their function words and, in texts too short to hold one, by the letters they alone use."""

    def __init__(self, stopwords: Mapping[str, frozenset[str]], letters: Mapping[str, frozenset[str]], default: str) -> None:
        self._default = default
        self._stopwords = stopwords
        self._own_letters = {
            language: "".join(sorted(own - frozenset().union(*(letters[other] for other in letters if other != language))))
            for language, own in letters.items()
        }

    def detect(self, text: str) -> str:
        """The language that most words of the beginning of the text speak for; the default where none does."""
        sample = text[:_SAMPLE].lower()
        words = _WORD.findall(sample)
        scores = {}
        for language, known in self._stopwords.items():
            score = 4 * sum(map(known.__contains__, words))
            scores[language] = score + sum(map(sample.count, self._own_letters.get(language, "")))
        best = max(scores, key=lambda language: (scores[language], language == self._default), default=self._default)
        return best if scores.get(best) else self._default
