"""The day that a wire says it was issued, in the ways that wires write it."""

from __future__ import annotations

import re

# ISO 8601, extended or basic: 2026-11-24T10:00:00Z, 20261124T100000+0100, 20261124.
_DAY = re.compile(r"\s*((?:19|20)\d\d)(-?)(\d\d)\2(\d\d)(?!\d)")


def day_of(written: str | None) -> str:
    """A date or date and time as ``2026-11-24``; empty for what is none."""
    match = _DAY.match(written or "")
    if match is None:
        return ""
    import datetime

    try:
        return datetime.date(int(match[1]), int(match[3]), int(match[4])).isoformat()
    except ValueError:
        return ""
