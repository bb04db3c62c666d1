"""``python -m lint_news`` and the ``lint-news`` command."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line; ``--version`` alone is answered without loading it."""
    if sys.argv[1:] == ["--version"]:
        from lint_news import __version__

        sys.stdout.write(f"lint-news {__version__}\n")
        return
    from lint_news.cli import run

    run()


if __name__ == "__main__":
    main()
