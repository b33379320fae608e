"""The configuration file: a small TOML, every key optional.

    [app]
    theme = "house-lights"   # or "paper", or any theme of Textual's
    measure = 72             # columns of prose, 40-120

Unknown keys are refused, not ignored: a typing error should not pass for a setting.
"""

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path

from tui.model.errors import BadSetting


@dataclass(frozen=True, slots=True)
class Settings:
    """What the reader chose."""

    theme: str = "house-lights"
    measure: int = 72
    """Columns of prose, 40-120."""


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
    app = given.pop("app", {})
    if given or not isinstance(app, dict):
        raise BadSetting(f"{path}: unknown section {', '.join(given) or 'app'}", "The one section is [app]")
    known = {field.name for field in fields(Settings)}
    for key in app:
        if key not in known:
            raise BadSetting(f"{path}: unknown setting {key}", f"Known in [app]: {', '.join(sorted(known))}")
    chosen = Settings()
    theme, measure = app.get("theme", chosen.theme), app.get("measure", chosen.measure)
    if not isinstance(theme, str):
        raise BadSetting(f"{path}: theme is a name in quotes", 'For example: theme = "paper"')
    if not isinstance(measure, int) or isinstance(measure, bool) or not 40 <= measure <= 120:
        raise BadSetting(f"{path}: measure is a whole number from 40 to 120", "For example: measure = 72")
    return Settings(theme, measure)
