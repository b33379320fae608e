"""The configuration file: a small TOML, every key optional.

    [app]
    theme = "house-lights"   # or "paper", or any theme of Textual's
    measure = 72             # columns of prose, 40-120
    blind = false            # hide the grades of reviews not yet read

    [sites."critic.example"] # who the reader is there
    user = "ada"
    password_command = "pass show critic.example"

    [grades]                 # scales nobody states, where a critic's history does not tell either
    stars = 5                # what `3 stars` is out of
    number = 10              # what `Grade: 8` is out of

    [identity]               # for replies; the app writes it when a first one is sent
    name = "Nell Harrow"
    email = "nell@mail.example"
    site = ""

Unknown keys are refused, not ignored: a typing error should not pass for a setting. A section is a dataclass here, and
a key one of its fields, which carries the check of what it may hold.
"""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import field, fields, replace
from pathlib import Path
from typing import Any, NamedTuple

from tui.model.errors import BadSetting
from tui.model.grade import Notation
from tui.model.record import record


class Check(NamedTuple):
    """What a key may hold."""

    fits: Callable[[object], bool]
    says: str
    """What it is, to follow `measure is …`."""
    example: str
    """A value as TOML writes it."""


def setting(default: Any, check: Check) -> Any:
    """Declare one key of a section."""
    return field(default=default, metadata={"check": check})


def text(example: str) -> Check:
    """Allow any string."""
    return Check(lambda value: isinstance(value, str), "a text in quotes", f'"{example}"')


def whole(low: int, high: int, example: int) -> Check:
    """Allow whole numbers from `low` to `high`."""
    says = f"a whole number from {low:,} to {high:,}"
    return Check(lambda value: type(value) is int and low <= value <= high, says, str(example))


def number(low: float, high: float, example: float) -> Check:
    """Allow numbers from `low` to `high`."""
    says = f"a number from {low:g} to {high:g}"
    return Check(lambda value: type(value) in (int, float) and low <= value <= high, says, f"{example:g}")  # type: ignore[operator]


def yes_or_no() -> Check:
    """Allow true and false."""
    return Check(lambda value: type(value) is bool, "true or false", "true")


@record(frozen=True, slots=True)
class AppSettings:
    """How the app looks."""

    theme: str = setting("house-lights", text("paper"))
    measure: int = setting(72, whole(40, 120, 72))
    """Columns of prose."""
    blind: bool = setting(False, yes_or_no())
    """Hide the grades of reviews not yet read."""


@record(frozen=True, slots=True)
class GradeSettings:
    """The reader's word on scales that no critic states, where the critic's history does not tell either."""

    stars: int | None = setting(None, whole(1, 100, 5))
    """The top of a scale of stars; None: not known."""
    number: int | None = setting(None, whole(1, 100, 10))
    """The top of a labelled bare number's scale; None: not known."""

    @property
    def assumed(self) -> dict[Notation, float]:
        """The same by notation, without what is not known."""
        given = {Notation.STARS: self.stars, Notation.NUMBER: self.number}
        return {notation: float(best) for notation, best in given.items() if best is not None}


@record(frozen=True, slots=True)
class IdentitySettings:
    """Who the reader is on the sites they reply on."""

    name: str = setting("", text("Nell Harrow"))
    email: str = field(default="", repr=False, metadata={"check": text("nell@mail.example")})
    """Goes to a site's own reply form and nowhere else."""
    site: str = setting("", text("https://nell.example"))


@record(frozen=True, slots=True)
class RefreshSettings:
    """When the open app visits feeds by itself; only those that are due."""

    on_start: bool = setting(True, yes_or_no())
    every: int = setting(30, whole(0, 1_440, 30))
    """Minutes; 0: not by itself."""


@record(frozen=True, slots=True)
class WebSettings:
    """What one request may cost, and the manners towards hosts."""

    megabytes: int = setting(16, whole(1, 1_024, 16))
    """Of a body, counted after decompression."""
    seconds: float = setting(30.0, number(1, 600, 30))
    """Of one feed, in all."""
    per_host: int = setting(3, whole(1, 16, 3))
    """Requests to one host at the same time."""
    delay: float = setting(0.25, number(0, 60, 0.25))
    """Seconds from the start of one request to a host to the next."""
    user_agent: str = setting("", text("Matinee (mail@example.org)"))
    """What to say we are; empty: our own name."""


@record(frozen=True, slots=True)
class SiteSettings:
    """Who the reader is at one site, and where the secret comes from: never the secret itself."""

    user: str = setting("", text("ada"))
    password_command: str = setting("", text("pass show critic.example"))
    """What prints the password."""
    cookie_command: str = setting("", text("pass show critic.example/cookie"))
    """What prints a `Cookie` header: `session=…; member=…`."""
    keyring: bool = setting(False, yes_or_no())
    """Whether the password is in the system's keyring, under `matinee:HOST` and the user."""


@record(frozen=True, slots=True)
class Settings:
    """What the reader chose: a section a field."""

    app: AppSettings = AppSettings()
    grades: GradeSettings = GradeSettings()
    identity: IdentitySettings = IdentitySettings()
    refresh: RefreshSettings = RefreshSettings()
    web: WebSettings = WebSettings()
    sites: Mapping[str, SiteSettings] = field(default_factory=dict)
    """By host, with the port where that is not the usual one."""


def read_settings(path: Path, *, must_exist: bool = False) -> Settings:
    """Read `path`; a missing file gives the defaults unless it `must_exist`. Raises BadSetting."""
    try:
        given = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        if must_exist:
            raise BadSetting(f"there is no configuration file {path}", "Check --config or MATINEE_CONFIG") from None
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        raise BadSetting(f"cannot read {path}: {error}", "Check the file's permissions") from None
    except tomllib.TOMLDecodeError as error:
        raise BadSetting(f"{path} is not valid TOML: {error}", "Mend that line") from None
    return _checked(given, path)


def _checked(given: dict[str, object], path: Path) -> Settings:
    defaults = {section.name: getattr(Settings(), section.name) for section in fields(Settings)}
    for name, keys in given.items():
        if name not in defaults or not isinstance(keys, dict):
            known = ", ".join(f"[{section}]" for section in defaults)
            raise BadSetting(f"{path}: unknown section {name}", f"The sections are {known}")
    return Settings(**{name: _section(name, defaults[name], keys, path) for name, keys in given.items()})


def _section(section: str, default: Any, keys: Any, path: Path) -> Any:
    if section == "sites":
        return {name.lower(): _site(name, given, path) for name, given in keys.items()}
    known = {key.name: key for key in fields(default)}
    for name, value in keys.items():
        if name not in known:
            raise BadSetting(f"{path}: unknown setting {name}", f"Known in [{section}]: {', '.join(sorted(known))}")
        check: Check = known[name].metadata["check"]
        if not check.fits(value):
            raise BadSetting(f"{path}: {name} is {check.says}", f"For example: {name} = {check.example}")
    return replace(default, **keys)


def _site(name: str, given: object, path: Path) -> Any:
    if not isinstance(given, dict):
        raise BadSetting(f"{path}: {name} in [sites] is no site", f'Write it as a section: [sites."{name}"]')
    return _section(f'sites."{name}"', SiteSettings(), given, path)
