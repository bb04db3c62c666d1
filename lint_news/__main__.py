"""``python -m lint_news`` and the ``lint-news`` command."""

from __future__ import annotations

import gc
import sys

# A run makes many small values and hardly a cycle: looking for cycles after every 700 of them is a tenth of its time.
_COLLECT_AFTER = 50_000


def main() -> None:
    """Run the command line; ``--version`` alone is answered without loading it."""
    if sys.argv[1:] == ["--version"]:
        from lint_news import __version__

        sys.stdout.write(f"lint-news {__version__}\n")
        return
    gc.set_threshold(_COLLECT_AFTER)
    from lint_news.cli import run

    try:
        run()
    finally:
        # What is left ends with the process: the interpreter needn't go through it once more.
        gc.freeze()


if __name__ == "__main__":
    main()
