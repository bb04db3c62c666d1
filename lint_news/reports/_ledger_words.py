"""The sentences of the ledger, in the languages of the interface; the English text is the key."""

from __future__ import annotations

from collections.abc import Sequence

from lint_news.reports._ledger import Account

_FRENCH = {
    "Source": "Source",
    "Kind": "Nature",
    "Quoted": "Citée",
    "Paraphrased": "Paraphrasée",
    "Lines": "Lignes",
    "nobody": "personne",
    "no statements": "aucune déclaration",
    "{count} statement": "{count} déclaration",
    "{count} statements": "{count} déclarations",
    "{total}: {parts}": "{total} : {parts}",
    "{count} from {sources}": "{count} de {sources}",
    "{count} from nobody": "{count} de personne",
    "person": "personne",
    "organisation": "institution",
    "document": "document",
    "role": "fonction",
    "unnamed": "anonyme",
    "media": "médias",
    "public": "rumeur publique",
    "pronoun": "pronom",
    "none": "aucune",
    "{count} named person": "{count} personne nommée",
    "{count} named people": "{count} personnes nommées",
    "{count} institution": "{count} institution",
    "{count} institutions": "{count} institutions",
    "{count} document": "{count} document",
    "{count} documents": "{count} documents",
    "{count} person known by a role": "{count} personne connue par sa fonction",
    "{count} people known by their roles": "{count} personnes connues par leurs fonctions",
    "{count} unnamed source": "{count} source anonyme",
    "{count} unnamed sources": "{count} sources anonymes",
    "the media in general": "médias en général",
    "social media": "réseaux sociaux",
    "{count} pronoun": "{count} pronom",
    "{count} pronouns": "{count} pronoms",
}
# Groups of the verdict in the order of the scale: one source, several.
_GROUPS = {
    "person": ("{count} named person", "{count} named people"),
    "organisation": ("{count} institution", "{count} institutions"),
    "document": ("{count} document", "{count} documents"),
    "role": ("{count} person known by a role", "{count} people known by their roles"),
    "unnamed": ("{count} unnamed source", "{count} unnamed sources"),
    "media": ("the media in general", "the media in general"),
    "public": ("social media", "social media"),
    "pronoun": ("{count} pronoun", "{count} pronouns"),
}


def say(sentence: str, language: str, **values: object) -> str:
    """A sentence in a language with its ``{placeholders}`` filled; in English where there is no translation."""
    text = _FRENCH.get(sentence, sentence) if language == "fr" else sentence
    return text.format(**values) if values else text


def verdict(found: Sequence[Account], language: str) -> str:
    """ "11 statements: 6 from 3 named people, 2 from 1 institution, 3 from nobody"."""
    counts: dict[str, tuple[int, int]] = {}
    for account in found:
        statements, sources = counts.get(account.kind, (0, 0))
        counts[account.kind] = (statements + account.quoted + account.paraphrased, sources + 1)
    total = sum(statements for statements, _ in counts.values())
    if not total:
        return say("no statements", language)
    parts = []
    for kind, (one, many) in _GROUPS.items():
        if kind in counts:
            statements, sources = counts[kind]
            group = say(one if sources == 1 else many, language, count=sources)
            parts.append(say("{count} from {sources}", language, count=statements, sources=group))
    if "none" in counts:
        parts.append(say("{count} from nobody", language, count=counts["none"][0]))
    whole = say("{count} statement" if total == 1 else "{count} statements", language, count=total)
    return say("{total}: {parts}", language, total=whole, parts=", ".join(parts))
