"""How likely a word's letters are: a typing slip leaves sequences that names and words of the language don't have."""

from __future__ import annotations

from collections.abc import Iterable
from math import log

from lint_news.language.similarity import fold

_ALPHABET = 27
_SMOOTHING = 0.3


class LetterModel:
    """Letter trigrams of a word list, with additive smoothing (Jurafsky and Martin, Speech and Language Processing, ch. 3)."""

    def __init__(self, words: Iterable[str]) -> None:
        triples: dict[str, int] = {}
        for word in words:
            padded = f"^^{fold(word.lower())}$"
            for i in range(len(padded) - 2):
                triple = padded[i : i + 3]
                triples[triple] = triples.get(triple, 0) + 1
        pairs: dict[str, int] = {}
        for triple, count in triples.items():
            pairs[triple[:2]] = pairs.get(triple[:2], 0) + count
        self._costs = {
            triple: -log((count + _SMOOTHING) / (pairs[triple[:2]] + _SMOOTHING * _ALPHABET))
            for triple, count in triples.items()
        }
        self._unseen = {pair: -log(_SMOOTHING / (count + _SMOOTHING * _ALPHABET)) for pair, count in pairs.items()}
        self._never = log(_ALPHABET)

    def cost(self, folded: str) -> float:
        """Surprise of a folded word in nats a letter; higher is less likely."""
        padded = f"^^{folded}$"
        costs, unseen, never = self._costs, self._unseen, self._never
        total = 0.0
        for i in range(len(padded) - 2):
            triple = padded[i : i + 3]
            total += costs.get(triple) or unseen.get(triple[:2], never)
        return total / (len(folded) + 1)
