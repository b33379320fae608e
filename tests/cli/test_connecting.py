"""Secrets for sites: from a command or the keyring, to their site only, and nowhere else."""

import logging
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.cli.running import Matinee
from tests.loopback import serving
from tests.refresh.feeds import post, rss
from tui.cli.connecting import SiteSecrets
from tui.cli.settings import SiteSettings
from tui.model.outcome import Failed
from tui.web.secrets import Secret

PYTHON = sys.executable


def of(**fields: object) -> Secret | Failed:
    return SiteSecrets({"critic.example": SiteSettings(**fields)}).of("critic.example")  # type: ignore[arg-type]


def test_a_command_prints_the_password_and_another_the_cookie() -> None:
    secret = of(user="ada", password_command="printf 'fog\\nmore'", cookie_command="echo session=1")
    assert secret == Secret("ada", "fog", "session=1")


@pytest.mark.parametrize(
    ("command", "says"),
    [
        ("no-such-command", "does not run"), ("false", "ended with 1"), ("true", "nothing was found"),
        ("'", "does not run"), (f"{PYTHON} -c \"print(chr(27))\"", "no password"),
        (f"{PYTHON} -c \"import sys; sys.exit('hunter2')\"", "ended with 1"),
    ],
)  # fmt: skip
def test_a_command_that_fails_is_told_without_what_it_said(command: str, says: str) -> None:
    failed = of(user="ada", password_command=command)
    assert isinstance(failed, Failed)
    assert says in failed.reason
    assert "hunter2" not in failed.reason + failed.next_step


def test_a_command_runs_once(tmp_path: Path) -> None:
    log = tmp_path / "log"
    secrets = SiteSecrets({"critic.example": SiteSettings(password_command=f"sh -c 'echo x >> {log}; echo fog'")})
    assert [secrets.of("critic.example"), secrets.of("critic.example")] == [Secret("", "fog")] * 2
    assert log.read_text() == "x\n"
    assert not secrets.knows("other.example")


def test_the_keyring_is_asked_where_there_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)
    failed = of(user="ada", keyring=True)
    assert isinstance(failed, Failed)
    assert "package keyring is not installed" in failed.reason
    ring = ModuleType("keyring")
    ring.get_password = {("matinee:critic.example", "ada"): "fog"}.get  # type: ignore[attr-defined]
    ring.get_password = lambda service, user: {"matinee:critic.example": "fog"}.get(service)  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "keyring", ring)
    assert of(user="ada", keyring=True) == Secret("ada", "fog")


def test_a_members_feed_is_read_and_its_password_is_written_nowhere(
    matinee: Matinee, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with serving() as site:
        site.feed("/feed", rss(post(1)))
        place = site.url.removeprefix("http://")
        (tmp_path / "config.toml").write_text(
            f'[sites."{place}"]\nuser = "ada"\npassword_command = "printf hunter2"\n'
            'cookie_command = "printf key=hunter2"\n'
        )
        ran = matinee("add", f"{site.url}/feed")
        assert ran.code == 0
        assert site.asked[0].headers["authorization"] == "Basic YWRhOmh1bnRlcjI="
        assert site.asked[0].headers["cookie"] == "key=hunter2"
    said = ran.out + ran.err + caplog.text + matinee("critics", "--json").out
    kept = b"".join(file.read_bytes() for file in (tmp_path / "library").iterdir())
    for secret in ("hunter2", "YWRhOmh1bnRlcjI="):
        assert secret not in said
        assert secret.encode() not in kept


def test_a_password_in_an_address_is_used_once_and_the_reader_hears_why(matinee: Matinee, tmp_path: Path) -> None:
    with serving() as site:
        site.feed("/feed", rss(post(1)))
        ran = matinee("add", f"{site.url.replace('//', '//ada:hunter2@')}/feed")
    assert (ran.code, "is not kept" in ran.err, "hunter2" in ran.err) == (0, True, False)
    assert b"hunter2" not in b"".join(file.read_bytes() for file in (tmp_path / "library").iterdir())


@pytest.mark.parametrize(
    ("toml", "says"),
    [
        ('[sites."critic.example"]\npassword = "fog"', "unknown setting password"),
        ('[sites]\ncritic = "x"', "is no site"),
        ("[web]\nseconds = 0", "a number from 1 to 600"),
        ("[refresh]\non_start = 1", "true or false"),
    ],
)
def test_a_setting_that_cannot_be_is_named(matinee: Matinee, tmp_path: Path, toml: str, says: str) -> None:
    (tmp_path / "config.toml").write_text(toml)
    ran = matinee("refresh")
    assert (ran.code, says in ran.err) == (2, True)


def test_the_cap_on_bodies_can_be_set(matinee: Matinee, tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text("[web]\nmegabytes = 1")
    with serving() as site:
        site.feed("/feed", rss(post(1, text="<p>fog</p>" * 120_000)))
        assert "larger than 1 MB" in matinee("add", f"{site.url}/feed").err
