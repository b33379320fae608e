"""How long a server says its answer stays as it is (pure)."""

import re
from collections.abc import Mapping
from email.utils import parsedate_to_datetime

_AGE = re.compile(r"(?:^|[,\s])max-age\s*=\s*\"?(\d{1,10})", re.IGNORECASE)


def good_for(headers: Mapping[str, str]) -> float | None:
    """Return for how many seconds an answer is good by its own word; None when it does not say.

    `max-age` beats `Expires` (RFC 9111), which is read against the server's own `Date`. What a cache on the way kept
    already (`Age`) is taken off. `no-cache` and `no-store` are about keeping answers, not about asking again.
    """
    if found := _AGE.search(headers.get("cache-control", "")):
        age = headers.get("age", "").strip()
        return max(0.0, float(found[1]) - (float(age[:9]) if age.isascii() and age.isdigit() else 0.0))
    try:
        until = parsedate_to_datetime(headers.get("expires", ""))
        return max(0.0, (until - parsedate_to_datetime(headers.get("date", ""))).total_seconds())
    except (TypeError, ValueError):  # no date at all, or one with and one without a zone
        return None
