"""Cues: the words that tell who says something, as sets made once for a language pack."""

from __future__ import annotations

from functools import lru_cache

from lint_news.language.noun_phrases import SourceGrammar
from lint_news.language.pack import LanguagePack
from lint_news.language.phrases import Phrases

_CLASSES = ("speech", "opinion", "finding", "stance", "expression", "further")
_KINDS = {"expression": "speech", "further": "stance"}
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
        self.kinds = {form: _KINDS.get(group, group) for group in reversed(_CLASSES) for form in self._forms(pack, group)}
        self.findings = self._forms(pack, "finding")
        self.verbs = self.finite | self.gerund | self.participle | self.base
        self.expressions = Phrases(form for form in self.verbs if " " in form)
        self.strong = words("cue_strong")
        self.nounlike = words("cue_nounlike")
        self.forecasts = words("cue_forecasts")
        self.making = words("cue_making")
        self.naming = words("cue_naming")
        self.adjectives = words("adjectives_of_speech")
        self.needs_that = words("cue_that")
        # Words of saying in a phrase that says nothing ("all told", "write a book").
        self.singular_helpers = words("singular_auxiliaries")
        self.idioms = Phrases(words("cue_idioms"))
        self.that = words("that_words")
        self.auxiliaries = words("auxiliaries")
        self.passive = words("passive_auxiliaries")
        self.reflexive = words("reflexives")
        self.modals = words("modals")
        self.duty = words("modals_of_duty")
        self.skipped = words("verb_adverbs")
        self._singular_endings = tuple(words("singular_verb_endings"))
        self._adverb_endings = tuple(words("adverb_endings"))
        self.group = self.auxiliaries | self.passive | self.modals | self.skipped
        self.noun_signs = words("determiners", "prepositions", "chain_prepositions")
        self.openers = self.noun_signs - self.skipped
        self.noun_behind = words("noun_behind")
        self.coordinators = words("coordinators")
        self.relative = words("relative_words")
        self.agent = words("agent_words")
        self.gerund_openers = words("gerund_openers")
        self.opening = words("opening_words")
        self.attending = words("attending_words")
        self.as_words = words("as_words")
        self.contrasts = words("contrast_words")
        self.comparing = words("comparing_words")
        self.floating = words("floating_quantifiers")
        self.reduced = words("reduced_participles")
        self.occasions = words("occasion_words") | words("weekdays", "months", "time_words")
        self.chains = frozenset(tuple(chain.split()) for chain in words("cue_chains"))
        self.chain_ends = frozenset(chain[-1] for chain in self.chains)
        self.chain_lengths = sorted({len(chain) for chain in self.chains}, reverse=True)
        self.speech_nouns = words("cue_nouns")
        self.agent_nouns = words("cue_agent_nouns")
        self.noun_agents = words("cue_noun_agents")
        self.shared = words("cue_noun_sharers")
        self.nouns = self.speech_nouns | self.agent_nouns
        self.cues = self.verbs | self.nouns
        self.possessives = words("possessive_endings")
        self.inverting = words("cue_inverting") or self.strong
        # "Rubio: I still believe": before the colon of a headline stands who says it, not what it is about.
        self.headline_speakers = bool(words("headline_speakers"))
        # Words before a verb that tell it from a noun, whoever its subject is: "the greens have blamed", "also rejected".
        self.finite_signs = words("finite_signs")
        # What stands between a verb and the speaker behind it: « assure de son côté la préfecture ».
        self.interposed = Phrases(words("interposed_phrases"))
        self.hearers = words("told_words")
        # Where a quotation isn't closed for who says it: « Il pleut, dit Anne Dupont, et il neige. »
        self.incises = bool(words("incises_in_quotations"))
        self.places = words("places")
        self.inverted = words("inversion_pronouns")
        self.survey_openers = words("survey_openers")
        self.viewer_openers = words("viewer_openers")
        self.speaker_openers = words("speaker_openers")
        self.adjunct_openers = self.survey_openers | self.viewer_openers | self.speaker_openers
        self.authorities = words("vague_authorities")
        self.viewers = self.authorities | words("vague_pronouns")
        self.surveys = words("survey_nouns")
        self.before_source = Phrases(words("cue_expressions"))
        self.venues = words("venue_expressions")
        self.behind_source = Phrases(words("cue_relatives"))
        self.sources = SourceGrammar(pack)
        self.verbal = self.group - self.skipped
        self.clause_ends = self.coordinators | self.relative
        self.reducible = self.participle - self.strong
        # What follows a name that does nothing yet: "Clinton's", "Clinton and", "Clinton of".
        self.no_verbs = self.coordinators | self.noun_signs | self.possessives
        self.adjunct_signs = self.noun_signs - self.sources.determiners
        # "Speaking on Sunday, ...", "Asked about it, ...": participles by their ending and what follows them.
        self.participle_endings = tuple(words("participle_endings"))
        self.participle_behind = self.noun_signs | self.sources.time if self.participle_endings else frozenset()

    def is_helper(self, low: str) -> bool:
        """May a word stand between a verb and its subject: an auxiliary, a particle, an adverb?"""
        return low in self.group or self.is_adverb(low)

    def is_adverb(self, low: str) -> bool:
        """Is a word an adverb that may stand before a verb, by its list or its ending?"""
        return low in self.skipped or self.ends_as_adverb(low)

    def ends_as_adverb(self, low: str) -> bool:
        """Does a word end as adverbs do ("shortly")?"""
        return len(low) > _ADVERB and low.endswith(self._adverb_endings)

    def is_singular(self, low: str) -> bool:
        """Does a verb's form want one speaker by its ending ("says")?"""
        return low.endswith(self._singular_endings) and low not in self.base and low not in self.participle

    @staticmethod
    def _forms(pack: LanguagePack, group: str) -> frozenset[str]:
        return pack.words(*(f"cue_{group}_{form}" for form in ("finite", "gerund", "participle", "base")))


@lru_cache(maxsize=64)
def cue_grammar(pack: LanguagePack) -> CueGrammar:
    """The cues of a pack; packs compare by identity, so each is read once a process."""
    return CueGrammar(pack)
