"""Visits that bring nothing to read are written down without what reads."""

import subprocess
import sys


def test_a_visit_without_news_loads_nothing_that_reads_posts() -> None:
    code = (
        "import sys, tui.refresh.refresher, tui.refresh.noting;"
        "print(*(name for name in sys.modules"
        " if name.startswith(('tui.articles', 'tui.feeds', 'feedparser')) or name == 'tui.grading.reading'))"
    )
    loaded = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split()
    assert loaded == []
