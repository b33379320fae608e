"""A real nginx on loopback, before a scripted site: what it does to a feed on the way is what most feeds go through."""

import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.servers.certificates import FAULTS, issue
from tests.servers.needs import Missing, need

_LISTENERS = ("plain", "good", *FAULTS, "old-tls")
_CONFIGURATION = """\
daemon off; master_process off; worker_processes 1; pid {folder}/pid; error_log {folder}/errors;
events {{ worker_connections 256; }}
http {{
  access_log off;
  client_body_temp_path {folder}/b; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f;
  uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  gzip on; gzip_proxied any; gzip_types application/rss+xml text/plain; gzip_min_length 200; gzip_vary on;
  limit_req_zone $binary_remote_addr zone=slowly:1m rate=1r/m; limit_req_status 429;
  proxy_set_header Host $http_host; proxy_set_header Accept-Encoding "";
  server {{ listen 127.0.0.1:{plain};
    location / {{ proxy_pass {behind}; }}
    location /limited/ {{ limit_req zone=slowly; error_page 429 = @slowly; proxy_pass {behind}/; }}
    location @slowly {{ add_header Retry-After 120 always; return 429 "slow down"; }}
    location = /gone {{ return 410 "gone"; }}
    location = /maintenance {{ add_header Retry-After 120 always; return 503; }}
    location = /moved {{ return 301 /feed; }}
    location = /moved-308 {{ return 308 /feed; }}
    location = /elsewhere {{ return 302 /feed; }}
    location = /round/a {{ return 302 /round/b; }}
    location = /round/b {{ return 302 /round/a; }}
    location = /dropped {{ return 444; }}
    location = /slow {{ proxy_pass {behind}/feed; limit_rate 200; gzip off; proxy_buffering on; }}
    location = /login {{ auth_basic "members"; auth_basic_user_file {folder}/members; proxy_pass {behind}/feed; }}
  }}
  server {{ listen 127.0.0.1:{good} ssl http2; ssl_certificate {folder}/good.pem; ssl_certificate_key {folder}/good.key;
    location / {{ proxy_pass {behind}; }}
    location = /protocol {{ default_type text/plain; return 200 $server_protocol; }}
    location = /connection {{ default_type text/plain; return 200 $connection; }}
  }}
{faulty}
  server {{ listen 127.0.0.1:{old_tls} ssl; ssl_certificate {folder}/good.pem; ssl_certificate_key {folder}/good.key;
    ssl_protocols TLSv1 TLSv1.1; ssl_ciphers ALL:@SECLEVEL=0; location / {{ proxy_pass {behind}; }} }}
}}
"""
_FAULTY = (
    "  server {{ listen 127.0.0.1:{port} ssl; ssl_certificate {folder}/{name}.pem;"
    " ssl_certificate_key {folder}/{name}.key; location / {{ proxy_pass {behind}; }} }}"
)
_MEMBERS = "ada:{PLAIN}fog\n"
_PATIENCE = 10.0
"""Seconds it may take to start."""


class Nginx:
    """nginx, as long as the block lasts, before the site at `behind`. Raises Missing where there is none."""

    def __init__(self, behind: str) -> None:
        self._program = need("nginx")
        self._folder = Path(tempfile.mkdtemp(prefix="nginx-"))
        self._ports = dict(zip(_LISTENERS, _free(len(_LISTENERS)), strict=True))
        self._behind = behind
        self._running: subprocess.Popen[bytes] | None = None
        self.url = f"http://127.0.0.1:{self._ports['plain']}"
        self.authority = self._folder / "authority.pem"
        """What makes its good certificate good: for SSL_CERT_FILE."""

    def secure(self, certificate: str = "good") -> str:
        """Return the https address of the listener with this certificate: `good`, one of `FAULTS`, or `old-tls`."""
        return f"https://127.0.0.1:{self._ports[certificate]}"

    def __enter__(self) -> Self:
        issue(self._folder)
        (self._folder / "members").write_text(_MEMBERS)
        (self._folder / "nginx.conf").write_text(self._configuration())
        command = [self._program, "-p", str(self._folder), "-c", str(self._folder / "nginx.conf")]
        self._running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self._wait()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._running is not None:
            self._running.terminate()
            self._running.wait(_PATIENCE)
        shutil.rmtree(self._folder, ignore_errors=True)

    def _configuration(self) -> str:
        given = {"folder": self._folder, "behind": self._behind}
        faulty = [_FAULTY.format(port=self._ports[name], name=name, **given) for name in FAULTS]
        ports = {name.replace("-", "_"): port for name, port in self._ports.items()}
        return _CONFIGURATION.format(faulty="\n".join(faulty), **given, **ports)

    def _wait(self) -> None:
        """Wait until the last listener answers."""
        deadline = time.monotonic() + _PATIENCE
        while time.monotonic() < deadline and self._running is not None and self._running.poll() is None:
            try:
                socket.create_connection(("127.0.0.1", self._ports[_LISTENERS[-1]]), 1).close()
                return
            except OSError:
                time.sleep(0.02)
        told = (self._folder / "errors").read_text().splitlines() if (self._folder / "errors").exists() else []
        self.__exit__(None, None, None)
        raise Missing(f"it does not start{': ' + told[-1][-200:] if told else ''}")


def _free(many: int) -> list[int]:
    """Return ports that nobody listens on."""
    taken = [socket.create_server(("127.0.0.1", 0)) for _ in range(many)]
    ports = [each.getsockname()[1] for each in taken]
    for each in taken:
        each.close()
    return ports
