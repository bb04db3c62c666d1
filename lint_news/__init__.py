"""lint-news: a linter for news text.

>>> from lint_news import Linter
>>> [d.message for d in Linter().check_text("Source: Médias", language="fr") if d.severity == "warning"]  # doctest: +SKIP
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lint_news.diagnostic import Diagnostic
    from lint_news.document import Document
    from lint_news.engine import Linter

__version__ = "0.1.0"
__all__ = ["Diagnostic", "Document", "Linter", "__version__"]

_HOMES = {"Diagnostic": "diagnostic", "Document": "document", "Linter": "engine"}


def __getattr__(name: str) -> object:
    """Public names are imported when first used: ``lint-news --version`` needs none of them."""
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
