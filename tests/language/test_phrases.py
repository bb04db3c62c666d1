from __future__ import annotations

import pytest

from lint_news.language.phrases import PhraseMatch, Phrases
from lint_news.language.tokens import Tokens

PHRASES = Phrases(["a part of", "part of the whole", "whole", "d'accord", "one of one"])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("it is a part of the whole", [(2, 4, "a part of"), (6, 6, "whole")]),
        ("it is part of the whole", [(2, 5, "part of the whole")]),
        ("Whole d’accord", [(0, 0, "whole"), (1, 2, "d'accord")]),
        ("one of one of one", [(0, 2, "one of one")]),
        ("of the whole", [(2, 2, "whole")]),
        ("a part, of", []),
        ("accord", []),
        ("", []),
    ],
)
def test_phrases_of_a_text(text: str, found: list[tuple[int, int, str]]) -> None:
    tokens = Tokens(text)
    assert list(PHRASES.find(tokens)) == found
    matches = (PHRASES.at(i, tokens.lows, tokens.seps) for i in range(len(tokens)))
    assert {PhraseMatch(*one) for one in found} <= set(matches)


def test_openers() -> None:
    assert PHRASES.openers(Tokens("the whole of a part")) == {"a", "part", "whole"}
