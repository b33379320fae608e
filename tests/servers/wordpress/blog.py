"""One real WordPress blog on 127.0.0.1: `php -S`, a database of its own, and a door to WordPress' own functions."""

import http.client
import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any, Self

from tests.servers.needs import Missing
from tests.servers.wordpress.code import HERE, Code

START = 20.0
"""Seconds a blog has to begin answering."""


class Blog:
    """A blog that serves as long as the block lasts: `with Blog(code, posts=300) as blog: blog.url`.

    `blog.seed` says what is where: `posts` (newest first), `special` (password, closed, silent, private, draft,
    hostile), `deep` (a thread five levels deep), `busy` (230 comments), `authors`, `reader` and `application` (name
    and password).
    """

    def __init__(self, code: Code, *, posts: int = 40, port: int = 0, workers: int = 2, gzip: bool = True) -> None:
        self.code = code
        self.snapshot = code.snapshot(posts)
        self.seed: dict[str, Any] = json.loads((self.snapshot / "seed.json").read_text())
        self.port = port or _free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._workers, self._gzip = workers, gzip
        self.folder = Path()
        self._server: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self.folder = Path(tempfile.mkdtemp(prefix="blog-", dir=self.code.folder))
        self.reset()
        with (self.folder / "server.log").open("ab") as log:
            self._server = subprocess.Popen(
                [
                    "php", "-d", f"zlib.output_compression={int(self._gzip)}", "-d", "opcache.enable_cli=1",
                    "-d", "display_errors=0", "-d", "log_errors=0",
                    "-S", f"127.0.0.1:{self.port}", "-t", str(self.code.root), str(HERE / "router.php"),
                ],
                env={**os.environ, "BLOG_FOLDER": str(self.folder), "PHP_CLI_SERVER_WORKERS": str(self._workers)},
                stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip
        self._await()
        return self

    def __exit__(self, *_: object) -> None:
        if self._server:  # its workers are processes too: the whole group is ours
            os.killpg(self._server.pid, signal.SIGTERM)
            try:
                self._server.wait(5)
            except subprocess.TimeoutExpired:
                os.killpg(self._server.pid, signal.SIGKILL)
                self._server.wait()
        shutil.rmtree(self.folder)

    def reset(self) -> None:
        """Make the blog as new; a file is copied, so that it takes a millisecond or two."""
        for name in ("blog.sqlite-journal", "blog.sqlite-wal", "blog.sqlite-shm", "mail.jsonl"):
            (self.folder / name).unlink(missing_ok=True)
        shutil.copyfile(self.snapshot / "blog.sqlite", self.folder / "blog.sqlite")

    def options(self, **values: Any) -> None:
        """Set options of the blog.

        Its own, such as `comment_moderation`, `comment_registration`, `close_comments_for_old_posts`, `posts_per_rss`,
        `rss_use_excerpt` or `permalink_structure` ("" for plain ones), and the tests': `test_rest_anonymous`,
        `test_rest_blocked`, `test_flood` (seconds between two replies, 0 for none) and `test_no_generator`.
        """
        self.calls(*(("update_option", name, value) for name, value in values.items()))

    def call(self, function: str, *arguments: Any) -> Any:
        """Call one of WordPress' functions: `blog.call("wp_update_post", {"ID": 7, "post_content": "…"})`."""
        return self.calls((function, *arguments))[0]

    def calls(self, *calls: tuple[Any, ...]) -> list[Any]:
        """Call several functions in one request; return what each answered, `{"error": …}` for a WordPress error."""
        body = json.dumps([[function, arguments] for function, *arguments in calls])
        answer = json.loads(self._ask("POST", "/?test=calls", body))
        assert isinstance(answer, list), answer
        return answer

    def mail(self) -> list[dict[str, str]]:
        """Return the mail the blog meant to send since it was new, as `to` and `subject`."""
        path = self.folder / "mail.jsonl"
        return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []

    def _ask(self, method: str, path: str, body: str | None = None) -> bytes:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, path, body)
            return connection.getresponse().read()
        finally:
            connection.close()

    def _await(self) -> None:
        deadline = time.monotonic() + START
        while True:
            try:
                if b"<rss" in self._ask("GET", "/?feed=rss2"):
                    return
                raise ConnectionError
            except OSError:
                if time.monotonic() > deadline:
                    log = (self.folder / "server.log").read_text(errors="replace")[-500:]
                    self.__exit__()
                    raise Missing(f"WordPress did not start: {log}") from None
                time.sleep(0.02)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
