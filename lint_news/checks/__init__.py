"""The rule kinds, one file each. A file ``checks/NAME.py`` with a ``KIND`` is a kind; nothing else has to know of it."""

from __future__ import annotations

import pkgutil
from importlib import import_module

from lint_news.ruleset.kinds import Kind


class Registry:
    """The kinds of this folder; each is imported when a rule first asks for it."""

    def folder(self) -> str:
        """The folder of the kinds' modules."""
        return next(iter(__path__), "")

    def names(self) -> tuple[str, ...]:
        """All kinds, sorted."""
        return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_")))

    def get(self, name: str) -> Kind:
        """The kind of a name out of ``names()``."""
        kind = import_module(f"{__name__}.{name}").KIND
        if not isinstance(kind, Kind):
            raise TypeError(f"{__name__}.{name}.KIND must be a Kind")
        return kind
