"""How time grows with the length of a text, told without regard to how fast or how busy the machine is."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

# Linear work takes twice as long for twice the text, quadratic work four times; between them there is room for a busy machine.
MOST = 3.0
_ROUNDS = 5


def grows_linearly(work: Callable[[str], object], made: Callable[[int], str], number: int) -> None:
    """Assert that twice ``number`` things cost less than three times as much processor time as ``number``.

    The shortest of some rounds counts, and the first round that shows it is the last: noise only ever adds time.
    """
    small, large = made(number), made(2 * number)
    work(small)
    least_small = least_large = float("inf")
    for _ in range(_ROUNDS):
        least_small = min(least_small, _seconds(work, small))
        least_large = min(least_large, _seconds(work, large))
        if least_large < MOST * least_small:
            return
    raise AssertionError(f"{least_small:.3f} s for {number}, {least_large:.3f} s for {2 * number}")


def costs_at_most(times: float, work: Callable[[], object], base: Callable[[], object]) -> None:
    """Assert that ``work`` costs less than ``times`` the processor time of ``base``; the shortest of some rounds counts."""
    least_work = least_base = float("inf")
    for _ in range(2 * _ROUNDS):
        least_base = min(least_base, _seconds(lambda _: base(), ""))
        least_work = min(least_work, _seconds(lambda _: work(), ""))
        if least_work < times * least_base:
            return
    raise AssertionError(f"{least_work:.3f} s, {least_base:.3f} s for the base")


def _seconds(work: Callable[[str], object], text: str) -> float:
    # Without the collector: what it costs grows with all that the test process holds, not with the text.
    gc.collect()
    gc.disable()
    try:
        started = time.process_time()
        work(text)
        return time.process_time() - started
    finally:
        gc.enable()
