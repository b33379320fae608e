"""Real servers for any test that asks for one by name, and one line about those this machine could not run.

Tests that ask for one are marked `server`: `pytest -m server` runs them alone, `-m "not server"` all others.
"""

from collections import defaultdict
from collections.abc import Iterator

import pytest

from tests.loopback import Site, serving
from tests.servers.needs import Missing, left_out
from tests.servers.nginx import Nginx
from tests.servers.wordpress.blog import Blog
from tests.servers.wordpress.code import Code

FIXTURES = {"wordpress", "blog", "nginx"}
"""Names of fixtures here: whoever asks for one is marked."""

PATIENCE = 300
"""Seconds a test on a real server may take: the first one may have to download that server."""


@pytest.fixture(scope="session")
def wordpress() -> Code:
    """WordPress, unpacked: `with Blog(wordpress, posts=300) as blog` serves one with so many reviews."""
    try:
        return Code.unpacked()
    except Missing as missing:
        left_out("WordPress", missing)


@pytest.fixture(scope="session")
def _blog(wordpress: Code) -> Iterator[Blog]:
    with Blog(wordpress) as blog:
        yield blog


@pytest.fixture
def blog(_blog: Blog) -> Blog:
    """A real WordPress blog of 40 reviews, as new for every test."""
    _blog.reset()
    return _blog


@pytest.fixture(scope="session")
def _nginx() -> Iterator[tuple[Nginx, Site]]:
    with serving() as behind:
        try:
            with Nginx(behind.url) as nginx:
                yield nginx, behind
        except Missing as missing:
            left_out("nginx", missing)


@pytest.fixture
def nginx(_nginx: tuple[Nginx, Site]) -> Nginx:
    """A real nginx before the site `behind_nginx`."""
    return _nginx[0]


@pytest.fixture
def behind_nginx(_nginx: tuple[Nginx, Site]) -> Site:
    """The scripted site that nginx passes on, with nothing on it yet."""
    site = _nginx[1]
    site.answers.clear()
    site.asked.clear()
    return site


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "server: needs a real server on loopback (marked by itself)")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if FIXTURES & set(getattr(item, "fixturenames", ())):
            item.add_marker("server")
            if not item.get_closest_marker("timeout"):
                item.add_marker(pytest.mark.timeout(PATIENCE))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    reasons: dict[str, int] = defaultdict(int)
    for report in terminalreporter.stats.get("skipped", []):
        if "server" in report.keywords and isinstance(report.longrepr, tuple):
            reasons[report.longrepr[2].removeprefix("Skipped: ")] += 1
    if reasons:
        told = "; ".join(f"{number} tests on {why}" for why, number in reasons.items())
        terminalreporter.write_line(f"left out for want of a server: {told}")
