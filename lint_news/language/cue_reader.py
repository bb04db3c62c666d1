"""Reads the words around a cue: whose it is, and what it tells."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import NamedTuple

from lint_news.document import Span
from lint_news.language.cues import CueGrammar
from lint_news.language.mentions import Mention
from lint_news.language.noun_phrases import NounPhrase
from lint_news.language.quotations import Quotations
from lint_news.language.sentences import Sentences
from lint_news.language.tokens import Tokens
from lint_news.language.verb_groups import VerbReader

# Behind a plural, the apostrophe of its possessive.
_OWNED = frozenset({"' ", "’ "})
# What a noun of speech is about ends before so many tokens: "discontent with the political system among liberals".
_PHRASE = 9
# Between "with" and a participle stand fewer tokens than this.
_ATTENDING = 12


class Attribution(NamedTuple):
    """One attribution; ``sentence`` is the index of the sentence that holds the cue.

    ``cue_kind`` is ``speech``, ``opinion``, ``finding``, ``stance`` (a verb by what it says), ``expression``, ``noun`` or
    ``speaker`` (a name before a colon). ``phrase`` is the source's noun phrase, in tokens; ``speaker`` the
    name that a pronoun stands for.
    """

    source: Span | None
    cue: Span | None
    content: Span | None
    kind: str
    direct: bool
    sentence: int
    cue_kind: str = "speech"
    phrase: NounPhrase | None = None
    speaker: Span | None = None

    @property
    def says_which(self) -> bool:
        """Does the phrase of a document tell which one it is: "the study", not "a study" nor « selon les estimations »?"""
        if self.phrase is None or not self.phrase.definite:
            return False
        return not (self.phrase.plural and self.phrase.last == self.phrase.head and self.cue_kind == "expression")


class CueReader(VerbReader):
    """Reads the words around a cue."""

    def __init__(
        self, tokens: Tokens, sentences: Sentences, quotations: Quotations, mentions: list[Mention], grammar: CueGrammar
    ) -> None:
        super().__init__(tokens, quotations, mentions, grammar)
        self.sentences = sentences
        # The first token of each sentence and the one behind its last.
        self._firsts = [bisect_left(tokens.starts, start) for start in sentences.starts]
        self._behind = [bisect_left(tokens.starts, end) for end in sentences.ends]
        self._title_case: dict[int, bool] = {}
        # The source last read: a participle behind it in its sentence ("..., adding that") goes on with it.
        self._latest: NounPhrase | None = None
        self._latest_sentence = -1

    def expression(self, first: int, last: int) -> Attribution | None:
        """A cue that its source follows: "according to X"."""
        sentence, _, ceiling = self._bounds(first)
        if last + 1 >= ceiling:
            return None
        source = self.grammar.sources.after(last + 1, ceiling, self.tokens, self.names, strong=True)
        if source is not None and source.kind in ("unnamed", "role") and not self._is_known_head(source):
            # "selon un calendrier", "according to their preference", but "selon une évaluation de Greenpeace"
            source = source._replace(kind="document") if source.named else None
        if source is None:
            # "according to emails unearthed there": the head is known, the words behind it say more of it.
            source = self.grammar.sources.after(last + 1, ceiling, self.tokens, self.names, strong=False)
            source = source if source is not None and source.kind == "document" else None
        if source is None:
            set_off = first == self._firsts[sentence] or self.pause(first)
            return self._of_kind(first, last, sentence) if set_off else None
        if self.quotations.covers(self.tokens.starts[source.first]) and not self._is_known_head(source):
            return None  # "citing 'the magic of Trump'"
        return self._made(source, first, last, sentence, "expression")

    def _of_kind(self, first: int, last: int, sentence: int) -> Attribution | None:
        """A cue that ends in its source, of which an adjective tells the kind: « de source policière »."""
        lows, sources = self.tokens.lows, self.grammar.sources
        if first == last or lows[last] not in sources.positioned or self.pause(last + 1) or lows[last + 1] in sources.breaks:
            return None
        plural = lows[last].endswith(sources.plural_endings)
        return self._made(
            NounPhrase(last, last + 1, "unnamed", plural, placed=True, head=last), first, last - 1, sentence, "expression"
        )

    def relative(self, first: int, last: int) -> Attribution | None:
        """A cue that its source stands before: « un rapport de l'Insee selon lequel »."""
        sentence, floor, _ = self._bounds(first)
        if first <= floor:
            return None
        source = self.grammar.sources.before(first - 1, floor, self.tokens, self.names, strong=False)
        if source is None or source.kind in ("pronoun", "none"):
            return None
        return self._made(source, first, last, sentence, "expression")

    def adjunct(self, i: int) -> Attribution | None:
        """Who says or sees so: "in a Post poll, two of three said", "she leads by 5 points in a poll", "to many, he is"."""
        tokens, grammar = self.tokens, self.grammar
        sentence, floor, ceiling = self._bounds(i)
        opens = i == floor or (i == floor + 1 and tokens.lows[floor] in grammar.opening)
        if not opens and not (tokens.lows[i] in grammar.survey_openers and self._counts(floor, i)):
            return None
        source = grammar.sources.after(i + 1, ceiling, tokens, self.names, strong=False)
        if source is None or (opens and source.last + 1 >= ceiling):
            return None
        parted = "," in tokens.seps[source.last + 1]
        if opens and parted and tokens.lows[i] in grammar.speaker_openers and self.is_full_name(source):
            return self._made(source, i, i, sentence, "expression")  # « Pour Anne Dupont, il est tard »
        if source.head < 0:
            return None
        survey = tokens.lows[i] in grammar.survey_openers and tokens.lows[source.head] in grammar.surveys
        if source.plural and (not opens or tokens.lows[source.head - 1] in grammar.sources.determiners):
            survey = False  # "in the polls": no one poll's finding
        alone = source.last == source.head
        viewer = tokens.lows[i] in grammar.viewer_openers and tokens.lows[source.head] in grammar.viewers and alone
        if not survey and not (opens and parted and viewer and source.plural and not source.placed):
            return None
        return self._made(source, i, i, sentence, "expression")

    def _counts(self, floor: int, behind: int) -> bool:
        """Does a number stand in tokens ``[floor, behind)``?"""
        at = bisect_left(self._counting, floor)
        return at < len(self._counting) and self._counting[at] < behind

    @cached_property
    def _counting(self) -> list[int]:
        """The tokens that are numbers; looked for once, since each "in" of a long sentence asks."""
        digits = frozenset(low for low in self.tokens.vocabulary if low[0].isdigit())
        return self.tokens.places_of(self.grammar.sources.counting | digits)

    def _is_known_head(self, source: NounPhrase) -> bool:
        return source.head >= 0 and self.tokens.lows[source.head] in self.grammar.sources.heads

    def verb(self, i: int, last: int, expression: str = "") -> Attribution | None:
        """A reporting verb, or the ``expression`` from token i to ``last``.

        Its subject stands before it, behind it after a quotation or a comma, or behind "by".
        """
        tokens, grammar = self.tokens, self.grammar
        lows, seps = tokens.lows, tokens.seps
        low = expression or lows[i]
        sentence, floor, ceiling = self._bounds(i)
        if tokens.words[i] != lows[i] and i > floor and not self._is_title_case(sentence, floor, ceiling):
            return None  # "the Secretary of State"
        pause = self.pause(i)
        first = chained = self.chain_start(i, floor) if low in grammar.base else i
        gerundial = low in grammar.gerund and i > floor and lows[i - 1] in grammar.gerund_openers
        opened = first == i and i > floor and not pause and lows[i - 1] in grammar.openers
        if opened and not gerundial:
            return None  # "a note", "to say"
        while (
            first > floor
            and not gerundial  # « en disant »: no pronoun stands before this verb
            and not self.pause(first)
            and (grammar.is_helper(lows[first - 1]) or self.is_between(first - 1, floor))
        ):
            first -= 1
        if self.floats(first - 1, floor):
            first -= 1  # "Clinton and Sanders both sought"
        helpers = lows[first:i]
        kind = grammar.kinds[low]
        if self.is_passive(low, helpers):
            return self._agent(first, last, ceiling, sentence, kind) if grammar.duty.isdisjoint(helpers) else None
        if chained == i and low not in grammar.finite and not self.is_finite(low, helpers):
            return self._participial(first, last, floor, sentence, kind) if low in grammar.gerund and not helpers else None
        if (
            (first > floor and seps[first] == "-")
            or not grammar.duty.isdisjoint(helpers)
            or (not expression and self.has_agent(low, last, ceiling))
        ):
            return None  # "half-term", "should say", "the plan backed by both unions"
        if low in grammar.nounlike and seps[i] in _OWNED:
            return None  # "despite traders' protest"
        inverted = last + 1 < ceiling and seps[last + 1].startswith("-") and lows[last + 1] in grammar.inverted
        verbal = inverted or low not in grammar.nounlike or self.is_verb(i, helpers, ceiling) or self.say_so(first, i)
        if not verbal and not self.ends_sentence(i, floor, ceiling):
            return None
        source = self.subject_of(first, i, floor, ceiling, last)
        if source is None or not (verbal or self.is_parenthesis(source, first, floor)):
            return None
        if low in grammar.nounlike and not helpers and source.last + 1 == first and not self.leads(first - 1, low):
            return None  # "25 other states", "to apologize for his recent comments"
        if low in grammar.naming and source.kind == "document":
            return None  # 'a book called "Women Who Work"'
        # A poll "shows" a figure; a person who "shows" says nothing yet.
        if (
            low in grammar.needs_that
            and source.kind != "document"
            and not self._is_source_by_name(source)
            and source.first < i
            and not (source.kind == "pronoun" and seps[source.first] == "-")  # "a-t-il lancé"
            and not self.introduces(last, ceiling)
            and not self.closes_statement(source, first, last, floor, ceiling)
        ):
            return None
        if not self.agrees(source, low, helpers, first, floor):
            return None
        if kind in ("opinion", "stance") and (
            (source.kind == "document" and not source.is_share and low not in grammar.findings)
            or (
                kind == "opinion"
                and source.kind == "organisation"
                and not self.introduces(last, ceiling, figure=low in grammar.forecasts)
                and not self.closes_statement(source, first, last, floor, ceiling)
            )
        ):
            return None  # a law "seeks", a campaign "sees" and "wants": no statement
        return self._made(source, first, last, sentence, kind)

    def _is_source_by_name(self, source: NounPhrase) -> bool:
        """Are they called sources: « des sources évoquent un retour »? Whatever they do, they say."""
        return source.head >= 0 and self.tokens.lows[source.head] in self.grammar.sources.unplaced_nouns

    def incise(self, i: int) -> Attribution | None:
        """A verb between commas within the marks of what it tells of: « Il pleut, insiste-t-il, et il neige. »"""
        tokens = self.tokens
        if i == 0 or i + 1 >= len(tokens) or tokens.words[i] != tokens.lows[i]:
            return None
        one = self.verb(i, i)
        if one is None or one.phrase is None or one.cue is None:
            return None
        first = bisect_left(tokens.starts, one.cue.start)
        if "," not in tokens.seps[first] or one.phrase.first <= first:
            return None
        behind = tokens.seps[one.phrase.last + 1].lstrip()
        return one if one.kind == "pronoun" or behind[:1] in {",", ".", ":", "»", "”", '"'} else None

    def noun(self, i: int) -> Attribution | None:
        """A noun of speech with its speaker before or behind it: "Clinton's repeated claim", "criticism from many unions"."""
        tokens, grammar = self.tokens, self.grammar
        sentence, floor, ceiling = self._bounds(i)
        if tokens.lows[i] in grammar.agent_nouns:
            agent = self._agent_word(i, ceiling)
            source = grammar.sources.after(agent + 1, ceiling, tokens, self.names, strong=False) if agent else None
            if source is not None and source.kind not in ("pronoun", "none", "document"):
                return self._made(source, i, agent if agent == i + 1 else i, sentence, "noun")
        if tokens.lows[i] not in grammar.speech_nouns:
            return None
        at = i - 1
        while at > floor and i - at < 3 and tokens.lows[at] not in grammar.possessives and not self.pause(at + 1):
            at -= 1
        if (
            at <= floor
            or tokens.lows[at] not in grammar.possessives
            or tokens.seps[at] not in {"'", "’"}
            or at - 1 not in self.names
        ):
            return None
        source = grammar.sources.before(at - 1, floor, tokens, self.names, strong=False)
        return self._made(source, i, i, sentence, "noun") if source and source.kind != "pronoun" else None

    def _agent_word(self, i: int, ceiling: int) -> int:
        """The word between noun i and who speaks ("criticism from", "discontent with the system among"), 0 if none."""
        grammar, lows = self.grammar, self.tokens.lows
        if i + 1 >= ceiling or self.pause(i + 1):
            return 0
        if lows[i + 1] in grammar.noun_agents:
            return i + 1
        if lows[i + 1] in grammar.sources.links:
            for at in range(i + 2, min(i + _PHRASE, ceiling)):
                if self.pause(at):
                    break
                if lows[at] in grammar.shared:
                    return at
        return 0

    def speaker(self, mention: Mention) -> Attribution:
        """The attribution of a speaker's name before a colon."""
        tokens = self.tokens
        source = NounPhrase(mention.first, mention.last, "person", named=True)
        sentence = self.sentences.index_at(tokens.starts[mention.first])
        colon = tokens.ends[mention.last] + tokens.seps[mention.last + 1].index(":")
        made = self._made(source, mention.last, mention.last, sentence, "speaker")
        return made._replace(cue=Span(colon, colon + 1))

    def _agent(self, first: int, i: int, ceiling: int, sentence: int, kind: str) -> Attribution | None:
        """The agent of a passive: "was described by X as"."""
        tokens, grammar = self.tokens, self.grammar
        for at in range(i + 1, min(i + 4, ceiling)):
            if self.pause(at):
                return None
            if tokens.lows[at] in grammar.agent:
                source = grammar.sources.after(at + 1, ceiling, tokens, self.names, strong=False)
                known = source is not None and (source.kind != "unnamed" or source.plural)
                return self._made(source, first, at, sentence, kind) if source and known else None
        return None

    def _participial(self, first: int, i: int, floor: int, sentence: int, kind: str) -> Attribution | None:
        """ "Clinton attacked him, saying": the subject of the sentence."""
        tokens, grammar = self.tokens, self.grammar
        if first <= floor:
            return None
        if not ("," in tokens.seps[first] or tokens.lows[first - 1] in grammar.gerund_openers):
            near = self._attending(first, floor) or grammar.sources.before(first - 1, floor, tokens, self.names, strong=False)
            if near is None or self.pause(first):
                return None
            attending = near.first > floor and tokens.lows[near.first - 1] in grammar.attending
            if not attending and (near.kind != "document" or kind == "opinion"):
                return None
            if not attending and kind != "finding" and near.first > floor:
                # "she released a statement saying"
                issuer = self._said_once(floor, near.first)
                return self._made(issuer, first, i, sentence, kind) if issuer is not None else None
            return self._made(near, first, i, sentence, kind)  # "recent polls showing", "with both calling"
        if tokens.lows[i] in grammar.needs_that and not self.introduces(i, len(tokens)):
            return None  # « tout en continuant à le voir »
        source = self._newer_than_latest(first) if self._latest_sentence == sentence else self.main_subject(floor, first)
        if source is None or (source.kind == "unnamed" and not source.plural) or kind == "opinion":
            return None
        if kind == "finding" and source.kind == "person" and not self.introduces(i, len(tokens)):
            return None  # "Mertens scored, putting Belgium in the lead"
        return self._made(source, first, i, sentence, kind)

    def _newer_than_latest(self, first: int) -> NounPhrase | None:
        """The source last read, or a name that acts behind it: "as Smith argued, Clinton left, repeating that"."""
        latest = self._latest
        at = self._behind_comma(latest.last + 1, first) if latest is not None else first
        if at >= first or at not in self.names or self.quotations.covers(self.tokens.starts[at]):
            return latest
        newer = self.grammar.sources.after(at, first, self.tokens, self.names, strong=False)
        if newer is None or newer.kind != "person" or newer.last + 1 >= first or self.pause(newer.last + 1):
            return latest
        behind = self.tokens.lows[newer.last + 1]
        return latest if behind in self.grammar.no_verbs else newer

    def _attending(self, first: int, floor: int) -> NounPhrase | None:
        """Who stands between "with" and a participle: "with both unions calling"."""
        for at in range(first - 1, max(floor, first - _ATTENDING), -1):
            if self.tokens.lows[at - 1] in self.grammar.attending:
                source = self.grammar.sources.after(at, first, self.tokens, self.names, strong=False)
                return source if source is not None and source.last + 1 == first and source.kind != "none" else None
        return None

    def _bounds(self, i: int) -> tuple[int, int, int]:
        """Sentence of token i, its first token and the token behind its last."""
        sentence = max(bisect_right(self._firsts, i) - 1, 0)
        return sentence, self._firsts[sentence], self._behind[sentence]

    def _is_title_case(self, sentence: int, floor: int, ceiling: int) -> bool:
        """Are the words of a sentence capitalised as those of an English headline?"""
        known = self._title_case.get(sentence)
        if known is None:
            words = [word for word in self.tokens.words[floor : min(ceiling, floor + 30)] if len(word) > 3]
            known = len(words) > 3 and sum(word[0].isupper() for word in words) >= 0.7 * len(words)
            self._title_case[sentence] = known
        return known

    def _made(self, source: NounPhrase, first: int, last: int, sentence: int, kind: str) -> Attribution:
        tokens = self.tokens
        if source.first > last and source.kind in ("role", "unnamed") and not source.plural:
            source = self.with_name_behind(source)
        self._latest, self._latest_sentence = source, sentence
        span = Span(self.sentences.starts[sentence], self.sentences.ends[sentence])
        # The quotations don't overlap: the first one that ends in the sentence or behind it decides.
        at = bisect_right(self.quotations.ends, span.start)
        direct = at < len(self.quotations.starts) and self.quotations.starts[at] < span.end
        return Attribution(
            Span(tokens.starts[source.first], tokens.ends[source.last]),
            Span(tokens.starts[first], tokens.ends[last]),
            span,
            source.kind,
            direct,
            sentence,
            kind,
            source,
        )
