"""What a run has seen, in numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from lint_news.diagnostic import Diagnostic, severity_rank
from lint_news.wording import say


class Tally:
    """Counts of stories, of findings by rule, and of what could not be read."""

    def __init__(self, ui_language: str = "en") -> None:
        self._language = ui_language
        self.stories = 0
        self.unreadable = 0
        self.gravest = -1
        self._rules: Counter[tuple[str, str]] = Counter()

    def add(self, diagnostics: Sequence[Diagnostic], stories: int = 1) -> None:
        """Count the findings of some stories."""
        self.stories += stories
        for found in diagnostics:
            self._rules[found.rule, found.severity] += 1
            self.gravest = max(self.gravest, severity_rank(found.severity))

    def summary(self) -> str:
        """ "9 findings in 1 story"."""
        language = self._language
        stories = count(self.stories, "1 story", "{number} stories", language)
        text = say("{findings} in {stories}", language, findings=findings(self._rules.total(), language), stories=stories)
        return say("{text}, {number} unreadable", language, text=text, number=self.unreadable) if self.unreadable else text

    def statistics(self) -> Iterator[str]:
        """A line a rule, the most frequent first."""
        rows = sorted(self._rules.items(), key=lambda row: (-row[1], row[0]))
        width = len(str(rows[0][1])) if rows else 0
        for (rule, severity), number in rows:
            yield f"{number:{width}}  {severity:7}  {rule}"


def findings(number: int, language: str) -> str:
    """ "1 finding", "2 findings"."""
    return count(number, "1 finding", "{number} findings", language)


def count(number: int, one: str, many: str, language: str) -> str:
    """A number with its noun."""
    return say(one, language) if number == 1 else say(many, language, number=number)
