"""The options of ``check`` that rewrite stories; what they do is imported when they are given."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

_OPTIONS = (
    click.option("--fix", is_flag=True, help="Apply the safe suggestions; what is left is reported."),
    click.option("--unsafe", is_flag=True, help="With --fix or --diff: apply the other suggestions, too."),
    click.option("--diff", is_flag=True, help="Show what --fix would change, and write nothing."),
)


def fixing_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of this file."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command
