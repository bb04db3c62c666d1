"""A language pack: what the annotations know of one language, all of it read from YAML."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from lint_news.language.letters import LetterModel


class LanguagePack:
    """Word lists, word maps and settings of one language, merged from the YAML files that name it.

    ``lists`` holds entries as written. ``words`` and ``phrases`` give them in the shape that annotations look up.
    A list that no file defines is empty: a young pack finds less and breaks nothing.
    """

    def __init__(
        self,
        language: str,
        lists: Mapping[str, tuple[str, ...]],
        maps: Mapping[str, Mapping[str, tuple[str, ...]]],
        settings: Mapping[str, tuple[tuple[str, ...], ...]],
    ) -> None:
        self.language = language
        self.lists = lists
        self.maps = maps
        self.settings = settings
        self._words: dict[str, frozenset[str]] = {}

    def words(self, *names: str) -> frozenset[str]:
        """The entries of one or more lists as written."""
        key = " ".join(names)
        found = self._words.get(key)
        if found is None:
            found = frozenset(entry for name in names for entry in self.lists.get(name, ()))
            self._words[key] = found
        return found

    def lowered(self, *names: str) -> frozenset[str]:
        """The entries of one or more lists in lower case."""
        key = "lower " + " ".join(names)
        found = self._words.get(key)
        if found is None:
            found = self._words[key] = frozenset(word.lower() for word in self.words(*names))
        return found

    def pairs(self, name: str) -> tuple[tuple[str, ...], ...]:
        """A setting that is a list of lists, such as ``quotation_marks``: ((opening, closing), ...)."""
        return self.settings.get(name, ())

    @cached_property
    def ordinary(self) -> frozenset[str]:
        """Lower-case words that are no names: sentence openers, titles, weekdays and the common vocabulary."""
        names = ("ordinary_words", "stopwords", "weekdays", "months", "number_words", "pronouns_subject")
        return frozenset(word.lower() for name in names for word in self.lists.get(name, ()))

    @cached_property
    def letter_model(self) -> LetterModel:
        """Letter sequences of the language's words and of the names it knows."""
        names = ("ordinary_words", "given_names", "countries", "places", "demonyms", "role_nouns", "surnames")
        return LetterModel(dict.fromkeys(word for name in names for word in self.lists.get(name, ())))

    def __getstate__(self) -> tuple[object, ...]:
        return (self.language, self.lists, self.maps, self.settings, self.letter_model)

    def __setstate__(self, state: tuple[object, ...]) -> None:
        *fields, model = state
        self.__init__(*fields)  # type: ignore[misc]
        self.__dict__["letter_model"] = model
