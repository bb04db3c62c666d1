"""The linter: rules and configuration, run over documents."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from lint_news.checks import Registry
from lint_news.diagnostic import Diagnostic, RuleInfo, page_of, region_of, sort_key
from lint_news.document import Document, Zone
from lint_news.errors import ConfigurationError, InputError, LintNewsError, RuleError
from lint_news.formats.reading import read_story
from lint_news.language.annotations import Annotations
from lint_news.ruleset.house_names import NO_HOUSE_NAMES, HouseNames, check_names, house_names
from lint_news.ruleset.kinds import Checker, CompileContext
from lint_news.ruleset.model import Rule, localized
from lint_news.ruleset.store import RuleStore
from lint_news.ruleset.style import NAMES, Choice, check_choices, holds, style_of

if TYPE_CHECKING:
    from lint_news.edition import Edition, KnowsName, OddOne, Place, Spelling, StoryName
    from lint_news.language.cue_reader import Attribution
    from lint_news.language.detect import LanguageDetector
    from lint_news.language.speakers import Speaker
    from lint_news.silencing import Silencing

# The severity of a rule that is switched off.
OFF = "off"
# Findings on the comments that silence rules, which no rule file has (UNUSED of silencing.py, imported where it is used).
OWN_RULES = ("lint-news/unused-ignore",)
DEFAULT_LANGUAGE = "en"
# Below some hundred files a pool costs more than it saves.
_POOL_FROM = 150
_CHUNK = 25


class StoryResult(NamedTuple):
    """What came of one file: its diagnostics, or the error that it can't be read, and what else was ``Wanted``.

    ``language`` is the one that the story was checked in; ``silencing`` decides on findings to come.
    """

    path: str
    diagnostics: list[Diagnostic]
    error: LintNewsError | None = None
    names: tuple[StoryName, ...] = ()
    document: Document | None = None
    attributions: tuple[tuple[Attribution, Speaker], ...] = ()
    language: str = ""
    zones: tuple[Zone, ...] = ()
    silencing: Silencing | None = None


class Wanted(NamedTuple):
    """What to do with each file of a run, and what to hand back of it; a document is only carried where one is read.

    ``places`` is of how many places each name tells (None: all). With ``silencing`` more findings are to come, and only then
    it is known which comments silence nothing.
    """

    diagnostics: bool = True
    names: bool = False
    places: int | None = 5
    silencing: bool = False
    document: bool = False
    attributions: bool = False


_DIAGNOSTICS = Wanted()


class Linter:
    """Checks stories.

    ``rules`` are rule files and folders besides the shipped ones. ``select`` and ``ignore`` name rules or topics
    (``names/known``, ``figures``); an empty ``select`` means all. ``language`` holds for every story; without it a story's own
    language does, else the one its words tell. ``ui_language`` is the language of messages. Without ``inline_ignores`` the
    comments in a story that silence rules are not obeyed. ``severity`` gives rules or topics another severity, or ``off``.
    ``style`` is the house's (``ruleset/style.py``: ``choices`` makes it of plain values).
    ``problems`` lists what was wrong with rule files; the rules that are whole are in force all the same. Raises
    ConfigurationError for unknown names.
    """

    def __init__(
        self,
        *,
        rules: Sequence[str] = (),
        select: Sequence[str] = (),
        ignore: Sequence[str] = (),
        language: str | None = None,
        ui_language: str = "en",
        encoding: str | None = None,
        inline_ignores: bool = True,
        severity: Mapping[str, str] | None = None,
        style: Sequence[Choice] = (),
    ) -> None:
        self._inline_ignores = inline_ignores
        self._severity = dict(severity or {})
        self._store = RuleStore(rules, Registry())
        self._has_own_rules = bool(rules)
        self._shipped_ids: frozenset[str] | None = None
        self._select = tuple(select)
        self._ignore = tuple(ignore)
        self._ui_language = ui_language
        self._encoding = encoding
        self._checkers: dict[str, list[Checker]] = {}
        self._detector: LanguageDetector | None = None
        self._style = tuple(style)
        self._spoken_rules: dict[str, tuple[Rule, ...]] = {}
        self._check_names((*select, *ignore, *self._severity))
        languages = self._store.summary.languages
        check_choices(self._style, self._store.summary.styles, languages)
        check_names(self._style, languages, self._store.spellings, self._store.names)
        if language is not None and language not in self._store.summary.languages:
            raise ConfigurationError(
                f"unknown language '{language}'; there are rules for: {', '.join(self._store.summary.languages)}"
            )
        self._language = language

    @property
    def problems(self) -> tuple[RuleError, ...]:
        """What was wrong with rule files."""
        return self._store.summary.problems

    def check_text(self, text: str, *, language: str | None = None, path: str = "<text>") -> list[Diagnostic]:
        """Diagnostics of a text, in order of place."""
        return self.check_document(Document(text, path=path, language=language))

    def check_document(self, document: Document) -> list[Diagnostic]:
        """Diagnostics of a document, in order of place."""
        return self.check_story(self.annotate(document))

    def check_story(self, story: Annotations) -> list[Diagnostic]:
        """Diagnostics of an annotated document, in order of place."""
        found, silencing = self._left(story)
        if silencing is not None:
            found.extend(self.unused_comments(silencing, story.pack.language))
        return self.finished(found)

    def unused_comments(self, silencing: Silencing, language: str) -> list[Diagnostic]:
        """Findings on the comments that have silenced nothing so far in a story of a language."""
        known = self._store.summary.rule_ids
        off = frozenset(rule.id for rule in self._store.language(language).rules) - {rule.id for rule in self._spoken(language)}
        return silencing.unused(known, lambda one: one not in off and self._in_force(one), self._ui_language)

    def finished(self, found: Iterable[Diagnostic]) -> list[Diagnostic]:
        """Findings in order of place, with the severities that were asked for."""
        if self._severity:
            found = [one._replace(severity=self._severity_of(one.rule) or one.severity) for one in found]
        return sorted(found, key=sort_key)

    def _left(self, story: Annotations) -> tuple[list[Diagnostic], Silencing | None]:
        """What the rules find and nothing in the story silences."""
        found = [diagnostic for checker in self._compiled(story.pack.language) for diagnostic in checker(story)]
        if not (self._inline_ignores and may_silence(story.document)):
            return found, None
        from lint_news.silencing import Silencing

        silencing = Silencing(story.document)
        return silencing.left(found), silencing

    def annotate(self, document: Document) -> Annotations:
        """The annotations of a document in its language."""
        return Annotations(document, self._store.language(self.language_of(document)).pack)

    def language_of(self, document: Document) -> str:
        """The language that a document is checked in."""
        language = self._language or document.language
        if language:
            return language
        if self._detector is None:
            from lint_news.language.detect import LanguageDetector

            summary = self._store.summary
            self._detector = LanguageDetector(summary.stopwords, summary.letters, DEFAULT_LANGUAGE)
        return self._detector.detect(document.text)

    def check_path(self, path: str, *, stdin_filename: str = "<stdin>", wanted: Wanted = _DIAGNOSTICS) -> StoryResult:
        """Read and check one file (``-`` is standard input)."""
        shown = stdin_filename if path == "-" else path
        try:
            document = read_story(path, encoding=self._encoding, stdin_filename=stdin_filename)
        except InputError as error:
            return StoryResult(shown, [], error)
        try:
            return self._result(shown, document, wanted)
        except LintNewsError:
            raise
        except Exception as error:  # a fault of ours in one story doesn't hide the findings of the others
            return StoryResult(shown, [], _own_fault(error, shown))

    def _result(self, shown: str, document: Document, wanted: Wanted) -> StoryResult:
        """What is wanted of one document."""
        story = self.annotate(document)
        diagnostics, silencing = self._left(story) if wanted.diagnostics else ([], None)
        if silencing is not None and not wanted.silencing:
            diagnostics.extend(self.unused_comments(silencing, story.pack.language))
            silencing = None
        return StoryResult(
            shown,
            self.finished(diagnostics),
            names=_names_of(story, wanted.places) if wanted.names else (),
            document=document if wanted.document else None,
            attributions=tuple(zip(story.attributions, story.speakers, strict=True)) if wanted.attributions else (),
            language=story.pack.language,
            zones=story.zones.found if wanted.attributions else (),
            silencing=silencing,
        )

    def check_paths(
        self, paths: Iterable[str], *, jobs: int = 0, stdin_filename: str = "<stdin>", wanted: Wanted = _DIAGNOSTICS
    ) -> Iterator[StoryResult]:
        """Results of many files in the order given; ``jobs`` processes, 0 for as many as pay."""
        files = list(paths)
        workers = jobs or (_processors() if len(files) >= _POOL_FROM else 1)
        if workers > 1 and "-" not in files:
            yield from _in_processes(self, files, workers, wanted)
        else:
            for path in files:
                yield self.check_path(path, stdin_filename=stdin_filename, wanted=wanted)

    def edition(self, places: int | None = 5) -> Edition:
        """An empty edition that knows the words of all languages, and keeps so many places of each name (None: all)."""
        from lint_news.edition import Edition

        packs = [self._store.language(language).pack for language in self._store.summary.languages]
        given = frozenset().union(*(pack.lowered("given_names") for pack in packs))
        settled = (pack.ordinary | pack.lowered("countries", "places", "demonyms", "org_tokens") for pack in packs)
        return Edition(given, given.union(*settled), places)

    def name_groups(self, edition: Edition) -> list[list[Spelling]]:
        """The names of an edition, variants together, known spellings first."""
        return edition.groups(self._knows_name())

    def odd_ones(self, edition: Edition) -> Iterator[OddOne]:
        """The names of an edition that other stories write otherwise."""
        return edition.odd_ones(self._knows_name())

    def tell_odd(self, one: OddOne, place: Place, language: str) -> Diagnostic | None:
        """The finding on a name in one place, in a story of a language; None where no rule in force tells of it."""
        from lint_news.edition import RULES, tell

        rules = (rule for rule in self._spoken(language) if rule.id == RULES[one.difference] and self._in_force(rule.id))
        rule = next(rules, None)
        return None if rule is None else tell(one, place, rule, self._ui_language)

    def rule_info(self, rule_id: str, language: str = "") -> RuleInfo:
        """What is known of a rule, in the language of messages; that of a story's ``language`` where several have the rule."""
        for code in dict.fromkeys((language, *self._store.summary.languages)):
            for rule in self._store.language(code).rules:
                if rule.id == rule_id:
                    why, message = (localized(text, self._ui_language) for text in (rule.why, rule.message))
                    return RuleInfo(rule_id, rule.severity, rule.kind, why, message, rule.language, self._page_of(rule_id))
        return RuleInfo(rule_id, page=self._page_of(rule_id))

    def _page_of(self, rule_id: str) -> str:
        if self._shipped_ids is None:
            shipped = RuleStore((), Registry()) if self._has_own_rules else self._store
            self._shipped_ids = frozenset((*shipped.summary.rule_ids, *OWN_RULES))
        return page_of(rule_id) if rule_id in self._shipped_ids else ""

    def _knows_name(self) -> KnowsName:
        indexes = [self._store.names(language) for language in self._store.summary.languages]
        return lambda parts: any(index.knows(parts) for index in indexes)

    def _spoken(self, language: str) -> tuple[Rule, ...]:
        """The rules of a language that hold in the house's style."""
        if language not in self._spoken_rules:
            style = style_of(self._style, self._store.summary.styles, language)
            self._spoken_rules[language] = tuple(rule for rule in self._store.language(language).rules if holds(rule, style))
        return self._spoken_rules[language]

    def _compiled(self, language: str) -> list[Checker]:
        """The checkers for a language, one for each kind of rule in force."""
        checkers = self._checkers.get(language)
        if checkers is None:
            rules = self._store.language(language)
            by_kind: dict[str, list[Rule]] = {}
            for rule in self._spoken(language):
                if self._in_force(rule.id):
                    by_kind.setdefault(rule.kind, []).append(rule)
            context = CompileContext(
                rules.pack,
                self._ui_language,
                lambda: self._store.names(language),
                lambda: self._store.rated_sources,
                lambda: self._house_names(language),
            )
            registry = Registry()
            checkers = [registry.get(kind).compile(tuple(chosen), context) for kind, chosen in by_kind.items()]
            self._checkers[language] = checkers
        return checkers

    def _house_names(self, language: str) -> HouseNames:
        """The house's forms of names; without any, nothing is read for it."""
        if not any(choice.key.text == NAMES for choice in self._style):
            return NO_HOUSE_NAMES
        return house_names(self._style, self._store.spellings(language), language)

    def _in_force(self, rule_id: str) -> bool:
        """Do ``select``, ``ignore`` and ``severity`` leave a rule on? What is told of comments needn't be selected."""
        names = (rule_id, rule_id.partition("/")[0])
        chosen = not self._select or rule_id in OWN_RULES or any(name in self._select for name in names)
        return chosen and not any(name in self._ignore for name in names) and self._severity_of(rule_id) != OFF

    def _severity_of(self, rule_id: str) -> str:
        """The severity that was asked for a rule or, failing that, for its topic; empty for the rule's own."""
        return self._severity.get(rule_id) or self._severity.get(rule_id.partition("/")[0], "")

    def _check_names(self, names: Iterable[str]) -> None:
        known = (*self._store.summary.rule_ids, *OWN_RULES)
        choices = (*known, *dict.fromkeys(identifier.partition("/")[0] for identifier in known))
        for name in names:
            if name not in choices:
                from lint_news.ruleset.yaml_nodes import nearest

                hint = nearest(name, choices)
                raise ConfigurationError(f"unknown rule or topic '{name}'" + (f", did you mean '{hint}'?" if hint else ""))


def may_silence(document: Document) -> bool:
    """Is there anything in a document that silences a rule?"""
    return "lint-news:" in document.source or "sic" in document.text or "SIC" in document.text


def _names_of(story: Annotations, places: int | None) -> tuple[StoryName, ...]:
    """The names of a story as an edition counts them, with so many places of each (all where there is no number)."""
    from lint_news.edition import Place, StoryName

    document = story.document
    return tuple(
        StoryName(
            record.parts,
            record.text,
            record.kind,
            len(record.spans) + record.short,
            tuple(Place(document.path, region_of(document, *span), span) for span in record.spans[:places]),
        )
        for record in story.name_records
    )


_worker: tuple[Linter, Wanted] | None = None


def _processors() -> int:
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def _own_fault(error: Exception, path: str) -> InputError:
    """An error that the code should not have made, as one on the story that brought it out."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f"{os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno}" if trace is not None else ""
    return InputError(f"lint-news fails on this story ({type(error).__name__}, {place}); please report it", path=path)


def _in_processes(linter: Linter, files: list[str], workers: int, wanted: Wanted) -> Iterator[StoryResult]:
    """Check files in a pool; forked processes inherit the rules, spawned ones read them from the cache."""
    import multiprocessing

    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("fork" if "fork" in methods else "spawn")
    with context.Pool(workers, initializer=_set_worker, initargs=(linter, wanted)) as pool:
        yield from pool.imap(_check_in_worker, files, chunksize=_CHUNK)


def _set_worker(linter: Linter, wanted: Wanted) -> None:
    global _worker
    _worker = (linter, wanted)


def _check_in_worker(path: str) -> StoryResult:
    assert _worker is not None
    linter, wanted = _worker
    return linter.check_path(path, wanted=wanted)
