"""Cues: the words that tell who says something, as sets made once for a language pack."""

from __future__ import annotations

from functools import lru_cache

from lint_news.language.noun_phrases import SourceGrammar
from lint_news.language.pack import LanguagePack
from lint_news.language.phrases import Phrases

_CLASSES = ("speech", "opinion", "finding", "stance")
# An adverb by its ending has more letters than this.
_ADVERB = 5


class CueGrammar:
    """The cues of a language, made once for a language pack."""

    def __init__(self, pack: LanguagePack) -> None:
        words = pack.words
        self.finite = words(*(f"cue_{group}_finite" for group in _CLASSES))
        self.gerund = words(*(f"cue_{group}_gerund" for group in _CLASSES))
        self.participle = words(*(f"cue_{group}_participle" for group in _CLASSES))
        self.base = words(*(f"cue_{group}_base" for group in _CLASSES))
        self.kinds = {form: group for group in reversed(_CLASSES) for form in self._forms(pack, group)}
        self.verbs = self.finite | self.gerund | self.participle | self.base
        self.strong = words("cue_strong")
        self.nounlike = words("cue_nounlike")
        self.needs_that = words("cue_that")
        self.that = words("that_words")
        self.auxiliaries = words("auxiliaries")
        self.passive = words("passive_auxiliaries")
        self.reflexive = words("reflexives")
        self.modals = words("modals")
        self.skipped = words("verb_adverbs")
        self._adverb_endings = tuple(words("adverb_endings"))
        self.group = self.auxiliaries | self.passive | self.modals | self.skipped
        self.noun_signs = words("determiners", "prepositions", "chain_prepositions")
        self.noun_behind = words("noun_behind")
        self.coordinators = words("coordinators")
        self.relative = words("relative_words")
        self.agent = words("agent_words")
        self.gerund_openers = words("gerund_openers")
        self.opening = words("opening_words")
        self.speech_nouns = words("cue_nouns")
        self.cues = self.verbs | self.speech_nouns
        self.possessives = words("possessive_endings")
        self.inverting = words("cue_inverting") or self.strong
        self.inverted = words("inversion_pronouns")
        self.before_source = Phrases(words("cue_expressions"))
        self.sources = SourceGrammar(pack)

    def is_helper(self, low: str) -> bool:
        """May a word stand between a verb and its subject: an auxiliary, a particle, an adverb?"""
        return low in self.group or (len(low) > _ADVERB and low.endswith(self._adverb_endings))

    @staticmethod
    def _forms(pack: LanguagePack, group: str) -> frozenset[str]:
        return pack.words(*(f"cue_{group}_{form}" for form in ("finite", "gerund", "participle", "base")))


@lru_cache(maxsize=64)
def cue_grammar(pack: LanguagePack) -> CueGrammar:
    """The cues of a pack; packs compare by identity, so each is read once a process."""
    return CueGrammar(pack)
